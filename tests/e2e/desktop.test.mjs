// The desktop viewer: pictures and semantics without a display, and a real window on an X server of its own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/lib.mjs';
import { allRoutes, assert, bundle, coloursOf, dist, go, semanticsOf, settled, test, withPage } from './helpers.mjs';
import { decodePng } from './png.mjs';

const program = process.env.ATLAS_DESKTOP ?? join(root, 'build/desktop/sosei-atlas');
const data = join(dist, 'data');
const folder = mkdtempSync(join(tmpdir(), 'sosei-e2e-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function needs(command, remedy) {
  if (spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0) throw new Error(`${command} is missing. ${remedy}`);
}
function needsProgram() {
  if (!existsSync(program)) throw new Error(`${program} is missing. Run scripts/build desktop.`);
}

const { DISPLAY: _, WAYLAND_DISPLAY: __, ...withoutDisplay } = process.env;
function atlas(...args) {
  needsProgram();
  return spawnSync(program, args, { env: withoutDisplay, encoding: 'utf8', timeout: 60_000 });
}
// Semantics and picture of a route, drawn without a display.
function drawn(route, ...more) {
  const [png, json] = [join(folder, 'shot.png'), join(folder, 'tree.json')];
  const result = atlas('--data', data, '--route', route, '--screenshot', png, '--dump-semantics', json, ...more);
  assert.equal(result.status, 0, `${route}: ${result.stderr}`);
  return { picture: decodePng(readFileSync(png)), tree: JSON.parse(readFileSync(json, 'utf8')), errors: result.stderr };
}

test('without a display: a picture and the semantics of every page', () => {
  for (const route of allRoutes()) {
    const { picture, tree, errors } = drawn(route);
    assert.equal(errors, '', route);
    assert.equal(picture.width, 1280);
    assert.equal(picture.height, 800);
    const colours = coloursOf(picture);
    assert.ok(colours.distinct > 40 && colours.shareOfMost < 0.99, `${route}: ${colours.distinct} colours`);
    assert.equal(tree.nodes.filter((node) => node.role === 'heading' && node.level === 1).length, 1, route);
    assert.equal(new Set(tree.nodes.map(({ id }) => id)).size, tree.nodes.length, `${route}: every id once`);
  }
});

test('size and pixel ratio are those that were asked for', () => {
  const { picture, tree } = drawn('/map', '--size', '800x600', '--dpr', '2');
  assert.deepEqual([picture.width, picture.height], [1600, 1200]);
  assert.ok(tree.nodes.every(({ rect: [x, , w] }) => x + w <= 800.5));
  const odd = drawn('/', '--size', '360x640', '--dpr', '1.5');
  assert.deepEqual([odd.picture.width, odd.picture.height], [540, 960]);
});

test('desktop and browser say the same: names, roles, order', async () => {
  // What the browser draws itself (lists of a select) is the only difference, and how each works without a network.
  const said = ({ nodes }) => nodes.filter(({ id }) => !id.startsWith('offline:')).map(({ role, name, value, href, level }) => [role, name, value, href, level].join('|'));
  await withPage('/', {}, async (page) => {
    for (const route of allRoutes()) {
      await go(page, route);
      await settled(page);
      assert.deepEqual(said(drawn(route).tree), said(await semanticsOf(page)), route);
    }
  });
});

test('two runs give the same picture and the same semantics', () => {
  const [a, b] = [drawn('/map?p=13'), drawn('/map?p=13')];
  assert.deepEqual(a.tree, b.tree);
  let different = 0;
  for (let y = 0; y < 800; y += 3) for (let x = 0; x < 1280; x += 3) if (a.picture.at(x, y) !== b.picture.at(x, y)) different++;
  assert.equal(different, 0);
});

test('wrong arguments: a sentence, the usage, exit code 2', () => {
  for (const args of [['--nonsense', 'x'], ['--size', '12'], ['--size', '0x0'], ['--size', '99999x99999'], ['--dpr', 'x'], ['--dpr', '0'], ['--route'], ['loose']]) {
    const result = atlas(...args);
    assert.equal(result.status, 2, args.join(' '));
    assert.match(result.stderr, /--data DIR/, args.join(' '));
    assert.match(result.stderr.split('\n')[0], /--|loose/, args.join(' '));
  }
  const help = atlas('--help');
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--route/);
});

test('a place that cannot be written to: a message, exit code 1', () => {
  const result = atlas('--data', data, '--screenshot', join(folder, 'no/such/folder/x.png'));
  assert.equal(result.status, 1);
  assert.match(result.stderr, /x\.png/);
  assert.equal(atlas('--data', data, '--dump-semantics', '/proc/nowhere/x.json').status, 1);
});

test('no data folder, or a damaged one: a readable page that names the file and what to do', () => {
  const json = join(folder, 'tree.json');
  const words = () => JSON.parse(readFileSync(json, 'utf8')).nodes.map(({ name }) => name ?? '').join('\n');
  for (const route of ['/', '/map', '/kpis']) {
    const result = atlas('--data', join(folder, 'nowhere'), '--route', route, '--dump-semantics', json);
    assert.equal(result.status, 0, result.stderr);
    assert.match(words(), /manifest\.json/);
    assert.match(words(), /--data/);
  }
  const damaged = join(folder, 'damaged');
  cpSync(data, damaged, { recursive: true });
  const file = JSON.parse(readFileSync(join(damaged, 'manifest.json'))).bundles.kpis.file;
  writeFileSync(join(damaged, file), readFileSync(join(damaged, file)).subarray(0, 5000));
  assert.equal(atlas('--data', damaged, '--route', '/kpis', '--dump-semantics', json).status, 0);
  assert.ok(words().includes(file));
});

test('a window without a display: a sentence, exit code 1', () => {
  const result = atlas('--data', data);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /ディスプレイ|--screenshot/);
});

// ---- a real window --------------------------------------------------------------------------------------------------

let server;
after(() => server?.process.kill());
async function display() {
  if (server) return server.name;
  needs('Xvfb', 'Run scripts/setup browser (Debian package xvfb).');
  needs('xdotool', 'Run scripts/setup browser (Debian package xdotool).');
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-fbdir', folder], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.stdio[3].once('data', (text) => resolve(String(text).trim()));
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    setTimeout(() => reject(new Error('Xvfb did not start within 20 s')), 20_000).unref();
  });
  server = { process: child, name: `:${number}`, folder };
  return server.name;
}

// A part of an X window dump (XWD version 7, /usr/include/X11/XWDFile.h: big-endian words) with 32 bits a pixel.
function readXwd(bytes, left, top, width, height) {
  const word = (index) => bytes.readUInt32BE(index * 4);
  const [headerBytes, bigEndian, depth, stride, colours] = [word(0), word(7), word(11), word(12), word(19)];
  if (word(1) !== 7 || depth !== 32) throw new Error(`XWD version ${word(1)}, ${depth} bits a pixel`);
  const start = headerBytes + colours * 12;
  const read = bigEndian ? (at) => bytes.readUInt32BE(at) : (at) => bytes.readUInt32LE(at);
  return { width, height, at: (x, y) => read(start + (top + y) * stride + (left + x) * 4) & 0xffffff };
}

class Window {
  static async open(...args) {
    needsProgram();
    const self = new Window();
    self.env = { ...withoutDisplay, DISPLAY: await display() };
    self.process = spawn(program, ['--data', data, '--size', '1280x800', '--dpr', '1', ...args], { env: self.env, stdio: ['ignore', 'ignore', 'pipe'] });
    self.errors = '';
    self.process.stderr.on('data', (chunk) => (self.errors += chunk));
    self.exited = new Promise((resolve) => self.process.once('exit', (code, signal) => resolve(signal ?? code)));
    for (let i = 0; i < 100 && !self.id; i++) {
      await sleep(100);
      self.id = self.xdotool('search', '--onlyvisible', '--pid', String(self.process.pid)).split('\n')[0];
    }
    assert.ok(self.id, `no window within 10 s: ${self.errors}`);
    self.xdotool('windowfocus', '--sync', self.id);
    await self.until(() => /創生アトラス/.test(self.title()), 'a title');
    await self.rest();
    return self;
  }
  xdotool(...args) {
    return spawnSync('xdotool', args, { env: this.env, encoding: 'utf8', timeout: 10_000 }).stdout.trim();
  }
  title() {
    return this.xdotool('getwindowname', this.id);
  }
  async until(condition, what, seconds = 10) {
    for (let i = 0; i < seconds * 10; i++) {
      if (condition()) return;
      await sleep(100);
    }
    assert.fail(`${what} within ${seconds} s; the title is ${this.title()}; ${this.errors}`);
  }
  // Processor time in seconds; 0 once it has ended.
  busy() {
    if (!existsSync(`/proc/${this.process.pid}/stat`)) return 0;
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
  async rest() {
    let before = -1;
    for (let i = 0; i < 40 && before !== this.busy(); i++) {
      before = this.busy();
      await sleep(250);
    }
  }
  async keys(...names) {
    for (const name of names) {
      this.xdotool('key', name);
      await sleep(60);
    }
    await this.rest();
  }
  async click(x, y) {
    this.xdotool('mousemove', '--sync', '--window', this.id, String(Math.round(x)), String(Math.round(y)));
    await sleep(80);
    this.xdotool('click', '1');
    await this.rest();
  }
  // The window as it stands on the screen: Xvfb keeps its framebuffer in a file.
  picture() {
    const place = Object.fromEntries(this.xdotool('getwindowgeometry', '--shell', this.id).split('\n').map((line) => line.split('=')));
    return readXwd(readFileSync(join(server.folder, 'Xvfb_screen0')), Number(place.X), Number(place.Y), Number(place.WIDTH), Number(place.HEIGHT));
  }
  async close() {
    if (this.process.exitCode !== null) return;
    this.process.kill();
    await this.exited;
  }
}
async function withWindow(args, body) {
  const window = await Window.open(...args);
  try {
    await body(window);
    assert.equal(window.errors, '', 'nothing is complained about');
  } finally {
    await window.close();
  }
}
// The middle of a node of a page, from its semantics at the top of the page.
function centre(route, id) {
  const [x, y, w, h] = drawn(route).tree.nodes.find((node) => node.id === id).rect;
  return [x + w / 2, y + h / 2];
}

test('a real window: the picture is there, links answer to the mouse, the title follows, ctrl+Q closes cleanly', async () => {
  await withWindow(['--route', '/'], async (window) => {
    const shot = coloursOf(window.picture());
    assert.ok(shot.distinct > 40 && shot.shareOfMost < 0.98, `${shot.distinct} colours`);
    const titles = new Set([window.title()]);
    for (const id of ['nav:kpis', 'nav:map', 'nav:stories']) {
      await window.click(...centre('/', id));
      const title = drawn({ 'nav:kpis': '/kpis', 'nav:map': '/map', 'nav:stories': '/stories' }[id]).tree.title;
      await window.until(() => window.title() === title, `the title ${title}`);
      titles.add(window.title());
    }
    assert.equal(titles.size, 4);
    await window.keys('ctrl+q');
    assert.equal(await Promise.race([window.exited, sleep(5000).then(() => 'still open')]), 0);
  });
});

test('a real window: Tab, Enter and alt+arrow go through the pages', async () => {
  await withWindow(['--route', '/'], async (window) => {
    const before = window.title();
    // skip link, brand, 概要, 地図
    await window.keys('Tab', 'Tab', 'Tab', 'Tab', 'Return');
    const map = drawn('/map').tree.title;
    await window.until(() => window.title() === map, `the title ${map}`);
    await window.keys('alt+Left');
    await window.until(() => window.title() === before, 'back');
    await window.keys('alt+Right');
    await window.until(() => window.title() === map, 'forward');
  });
});

test('a real window: the map answers to wheel, keys and click', async () => {
  await withWindow(['--route', '/map?m=0'], async (window) => {
    const whole = window.picture();
    const differs = (a, b) => {
      let count = 0;
      for (let y = 80; y < 780; y += 7) for (let x = 380; x < 1260; x += 7) if (a.at(x, y) !== b.at(x, y)) count++;
      return count;
    };
    window.xdotool('mousemove', '--sync', '--window', window.id, '820', '430');
    // With ctrl the wheel zooms a map that nobody has used yet; alone it would scroll the page.
    window.xdotool('keydown', 'ctrl');
    for (let i = 0; i < 5; i++) window.xdotool('click', '4');
    window.xdotool('keyup', 'ctrl');
    await window.rest();
    const near = window.picture();
    assert.ok(differs(whole, near) > 500, 'ctrl and the wheel zoom');
    await window.keys('0');
    window.xdotool('mousemove', '--sync', '--window', window.id, '400', '30'); // over nothing that answers to the pointer
    await window.rest();
    const again = differs(whole, window.picture());
    assert.ok(again < 200, `0 shows the whole country again (${again} points differ)`);
    await window.click(...centre('/map?m=0', 'pref:03'));
    const chosen = window.picture();
    assert.ok(differs(whole, chosen) > 5, 'the click leaves its mark');
  });
});

test('a real window: text is typed into the search field, filters open and close', async () => {
  await withWindow(['--route', '/stories'], async (window) => {
    const before = coloursOf(window.picture(), { x: 30, y: 500, width: 1200, height: 290 });
    await window.click(...centre('/stories', 'search:query'));
    window.xdotool('type', '--delay', '40', 'zzzz');
    await window.rest();
    const after = coloursOf(window.picture(), { x: 30, y: 500, width: 1200, height: 290 });
    assert.notDeepEqual([...after.count].sort(), [...before.count].sort(), 'the list changed');
    const empty = coloursOf(drawn('/stories?q=zzzz').picture, { x: 30, y: 560, width: 800, height: 200 });
    const shown = coloursOf(window.picture(), { x: 30, y: 560, width: 800, height: 200 });
    assert.ok(Math.abs(empty.shareOfMost - shown.shareOfMost) < 0.03, 'it shows what “nothing found” shows');
  });
});

test('a real window rests: no processor time while nothing happens', async () => {
  await withWindow(['--route', '/map'], async (window) => {
    const before = window.busy();
    await sleep(5000);
    assert.ok(window.busy() - before <= 0.02, `${(window.busy() - before).toFixed(2)} s of work in 5 s`);
  });
});

test('a real window without data opens, says what is missing and closes', async () => {
  await withWindow(['--data', join(folder, 'nowhere'), '--route', '/kpis'], async (window) => {
    assert.ok(coloursOf(window.picture()).distinct > 20);
    await window.keys('ctrl+q');
    assert.equal(await Promise.race([window.exited, sleep(5000).then(() => 'still open')]), 0);
  });
});

// ---- the kiosk ------------------------------------------------------------------------------------------------------

// The middle of a node on one of the kiosk's screens, or on a page in it.
function onKiosk(screen, id) {
  const json = join(folder, 'kiosk.json');
  const result = atlas('--data', data, '--kiosk', '--lang', 'ja,en', '--size', '1280x800', '--dpr', '1', '--kiosk-show', screen, '--dump-semantics', json);
  assert.equal(result.status, 0, result.stderr);
  const [x, y, w, h] = JSON.parse(readFileSync(json, 'utf8')).nodes.find((node) => node.id === id).rect;
  return [x + w / 2, y + h / 2];
}
// 60 seconds of idleness pass in ten.
const kioskArguments = ['--kiosk', '--lang', 'ja,en', '--exit-code', '2468', '--idle', '60', '--speed', '6', '--reduced-motion'];

test('a kiosk: its tour is a deck of the house, out of a file; a faulty one is refused with place and remedy', () => {
  const deck = JSON.parse(readFileSync(join(root, 'data/briefings/kiosk.json'), 'utf8'));
  const file = join(folder, 'house.json'), json = join(folder, 'kiosk.json');
  const tour = (change) => {
    writeFileSync(file, JSON.stringify({ ...deck, ...change }));
    const result = atlas('--data', data, '--kiosk', '--deck', file, '--size', '1280x800', '--dump-semantics', json);
    return { ...result, title: result.status === 0 ? JSON.parse(readFileSync(json, 'utf8')).title.split('｜')[0] : '' };
  };
  const [slide] = deck.slides;
  // Under a name of its own, and under that of the deck that ships.
  for (const id of ['house', 'kiosk']) assert.equal(tour({ id, slides: [{ ...slide, title: 'ようこそ、会場へ' }] }).title, 'ようこそ、会場へ');
  const nowhere = tour({ slides: [{ ...slide, route: '/kpis/nowhere' }] });
  assert.equal(nowhere.status, 2);
  assert.match(nowhere.stderr, /^house\.json:\/slides\/0\/route: .*— .*写してください/m);
  const empty = tour({ slides: undefined });
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /^house\.json:\/slides: /m);
  const missing = atlas('--data', data, '--kiosk', '--deck', join(folder, 'gone.json'), '--size', '1280x800', '--dump-semantics', json);
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /gone\.json: 読めません/);
});

test('a kiosk: a touch begins, a tile opens its page, no way out by keys or closing, and left alone it starts over', async () => {
  await withWindow([...kioskArguments, '--usage', join(folder, 'usage')], async (window) => {
    const tile = onKiosk('start', 'kiosk:kpis'), kpis = drawn('/kpis').tree.title;
    await window.click(640, 300);
    await window.until(() => /何を見ますか/.test(window.title()), 'the first page', 4);
    await window.click(...tile);
    await window.until(() => window.title() === kpis, `the title ${kpis}`, 4);
    for (const key of ['Escape', 'ctrl+q', 'alt+F4', 'ctrl+w', 'alt+Left']) window.xdotool('key', key);
    assert.equal(window.process.exitCode, null, 'it is still there');
    await window.until(() => ![kpis, ''].includes(window.title()) && !/何を見ますか/.test(window.title()), 'the loop again', 20);
    const [csv] = readdirSync(join(folder, 'usage'));
    assert.match(csv, /^usage-\d{8}-\d{6}\.csv$/);
    const text = readFileSync(join(folder, 'usage', csv), 'utf8');
    assert.match(text, /利用,1,/);
    assert.match(text, /KPI|目標/);
    assert.doesNotMatch(text, /\/|\?/, 'no addresses');
  });
});

test('a kiosk: an outside link shows its address and code and starts nothing', async () => {
  const opened = join(folder, 'opened');
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\ntouch ${opened}\n`, { mode: 0o755 });
  const before = process.env.PATH;
  withoutDisplay.PATH = `${folder}:${before}`;
  try {
    await withWindow([...kioskArguments, '--speed', '1', '--kiosk-show', '/kpis/rmo'], async (window) => {
      const json = join(folder, 'kiosk.json');
      atlas('--data', data, '--kiosk', '--lang', 'ja,en', '--size', '1280x800', '--kiosk-show', '/kpis/rmo', '--dump-semantics', json);
      const { nodes } = JSON.parse(readFileSync(json, 'utf8'));
      const [x, y, w, h] = nodes.findLast(({ href }) => href?.startsWith('https://')).rect;
      // At the end of the page its footer stands on the bar.
      const footer = nodes.find(({ role }) => role === 'contentinfo').rect, bar = nodes.find(({ id }) => id === 'kiosk:bar').rect;
      const scrolled = footer[1] + footer[3] - bar[1];
      await window.keys('End');
      const close = onKiosk('link', 'kiosk:close');
      const shades = () => [...coloursOf(window.picture()).count.values()].sort((a, b) => b - a).slice(0, 5).join();
      const page = shades();
      await window.click(x + w / 2, y + h / 2 - scrolled);
      assert.notEqual(shades(), page, 'a sheet lies over the page');
      await window.click(...close);
      assert.equal(shades(), page, 'and goes');
      assert.ok(!existsSync(opened), 'nothing was opened');
    });
  } finally {
    withoutDisplay.PATH = before;
  }
});

test('a kiosk: three seconds in the corner and the code open the staff menu, which ends it; a wrong code does not', async () => {
  await withWindow([...kioskArguments, '--speed', '2'], async (window) => {
    const hold = async () => {
      window.xdotool('mousemove', '--sync', '--window', window.id, '1260', '20');
      window.xdotool('mousedown', '1');
      await sleep(2200); // three seconds at this speed
      window.xdotool('mouseup', '1');
      await window.rest();
    };
    const press = async (digits) => {
      for (const digit of digits) await window.click(...keys[digit]);
    };
    const keys = Object.fromEntries(['1', '2', '4', '6', '8'].map((digit) => [digit, onKiosk('code', `kiosk:digit:${digit}`)]));
    const exit = onKiosk('staff', 'kiosk:exit');
    await hold();
    await press('1111');
    assert.equal(window.process.exitCode, null);
    await sleep(3000);
    await press('2468');
    await window.click(...exit);
    assert.equal(await Promise.race([window.exited, sleep(5000).then(() => 'still open')]), 0);
  });
}, { seconds: 120 });

test('the stories’ figures agree with the bundle', () => {
  const { tree } = drawn('/stories');
  assert.ok(tree.nodes.find(({ id }) => id === 'stories:count').name.startsWith(String(bundle('stories').stories.length)));
});

// ---- two windows ----------------------------------------------------------------------------------------------------

// Pixels of exactly this colour.
function pixelsOf(picture, colour) {
  let count = 0;
  for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) if (picture.at(x, y) === colour) count++;
  return count;
}
// The other window of the same process, beside the first one; both work as Window does.
async function secondOf(window) {
  const ids = () => window.xdotool('search', '--onlyvisible', '--pid', String(window.process.pid)).split('\n').filter((id) => id && id !== window.id);
  await window.until(() => ids().length === 1, 'a second window');
  const other = Object.assign(Object.create(Object.getPrototypeOf(window)), window, { id: ids()[0] });
  other.xdotool('windowmove', '--sync', other.id, '700', '0');
  window.xdotool('windowmove', '--sync', window.id, '0', '0');
  await other.until(() => /創生アトラス/.test(other.title()), 'a title');
  await other.rest();
  return other;
}
async function press(window, ...names) {
  window.xdotool('windowfocus', '--sync', window.id);
  await window.keys(...names);
}
const deck = JSON.parse(readFileSync(join(root, 'data/briefings/ten-minutes.json'), 'utf8'));
const small = ['--size', '680x480'];

test('two windows: the presenter and the hall in step, whichever goes on; pointer, pen, black', async () => {
  await withWindow([...small, '--presenter', 'ten-minutes'], async (presenter) => {
    await presenter.until(() => /話し手の画面/.test(presenter.title()), 'the presenter’s view');
    const hall = await secondOf(presenter);
    const shows = (n) => hall.until(() => hall.title().startsWith(deck.slides[n - 1].title), `slide ${n} in the hall`);
    await shows(1);
    await press(presenter, 'Next');
    await shows(2);
    await press(hall, 'Next');
    await shows(3);
    // Had the presenter's view not followed, its next step would be another one.
    await press(presenter, 'Next');
    await shows(4);

    const [x, y] = (() => {
      const [left, top, w, h] = drawn('/briefing/ten-minutes/notes?slide=4', ...small).tree.nodes.find(({ id }) => id === 'notes:current').rect;
      return [left + w / 2, top + h / 2];
    })();
    const red = 0xec0000; // red-800
    assert.equal(pixelsOf(hall.picture(), red), 0);
    presenter.xdotool('mousemove', '--window', presenter.id, String(Math.round(x)), String(Math.round(y)));
    await presenter.until(() => pixelsOf(hall.picture(), red) > 20, 'the pointer in the hall');
    await press(presenter, 'p');
    presenter.xdotool('mousedown', '1');
    for (const step of [15, 30, 60, 90, 120]) {
      presenter.xdotool('mousemove', '--window', presenter.id, String(Math.round(x + step)), String(Math.round(y)));
      await sleep(40);
    }
    presenter.xdotool('mouseup', '1');
    await presenter.until(() => pixelsOf(hall.picture(), red) > 20, 'a line in the hall');
    await press(presenter, 'e');
    await presenter.until(() => pixelsOf(hall.picture(), red) === 0, 'no line in the hall');
    await press(presenter, 'b');
    await presenter.until(() => coloursOf(hall.picture()).shareOfMost > 0.99, 'a black hall');
    await press(presenter, 'b');
    await presenter.until(() => coloursOf(hall.picture()).shareOfMost < 0.99, 'the slide again');
    await press(presenter, 'ctrl+q');
    assert.equal(await Promise.race([presenter.exited, sleep(5000).then(() => 'still open')]), 0);
  });
});

test('two windows: N opens the other side; closed and opened again it is where the deck is', async () => {
  await withWindow([...small, '--route', '/briefing/ten-minutes?slide=2'], async (hall) => {
    await press(hall, 'n');
    const presenter = await secondOf(hall);
    await presenter.until(() => /話し手の画面/.test(presenter.title()), 'the presenter’s view');
    await press(presenter, 'Next');
    await hall.until(() => hall.title().startsWith(deck.slides[2].title), 'slide 3 in the hall');
    const ids = () => hall.xdotool('search', '--onlyvisible', '--pid', String(hall.process.pid)).split('\n').filter(Boolean);
    presenter.xdotool('windowfocus', '--sync', presenter.id);
    presenter.xdotool('key', 'ctrl+q');
    await hall.until(() => ids().length === 1, 'one window');
    assert.equal(hall.process.exitCode, null);
    await press(hall, 'Next');
    await hall.until(() => hall.title().startsWith(deck.slides[3].title), 'slide 4 in the hall');
    await press(hall, 'n');
    await hall.until(() => ids().length === 2, 'two windows');
    await press(presenter, 'Next');
    await hall.until(() => hall.title().startsWith(deck.slides[4].title), 'slide 5 in the hall');
  });
});

test('F11: the whole screen and back', async () => {
  await withWindow([...small, '--route', '/briefing/ten-minutes'], async (window) => {
    const size = () => window.xdotool('getwindowgeometry', '--shell', window.id).match(/WIDTH=(\d+)\nHEIGHT=(\d+)/).slice(1).map(Number);
    await press(window, 'F11');
    await window.until(() => size()[0] === 1400 && size()[1] === 1000, 'the whole screen');
    await press(window, 'F11');
    await window.until(() => size()[0] === 680 && size()[1] === 480, 'the window of before');
  });
});
