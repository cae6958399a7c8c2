// What leaves the screen: QR codes that a reader's program reads back, PDFs whose text and fonts poppler reads back.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/lib.mjs';
import { assert, test, withoutSpaces } from './helpers.mjs';

const program = process.env.ATLAS_DESKTOP ?? join(root, 'build/desktop/sosei-atlas');
const data = join(root, 'build/desktop/data');
const folder = mkdtempSync(join(tmpdir(), 'sosei-print-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const base = 'https://example.org/atlas/';

const { DISPLAY: _, WAYLAND_DISPLAY: __, ...withoutDisplay } = process.env;
function atlas(...args) {
  if (!existsSync(program)) throw new Error(`${program} is missing. Run scripts/build desktop.`);
  return spawnSync(program, ['--data', data, ...args], { env: withoutDisplay, encoding: 'utf8', timeout: 60_000 });
}
function tool(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch (error) {
    throw error.code === 'ENOENT' ? new Error(`${command} is missing. Run scripts/setup test.`) : error;
  }
}

test('a QR code on a page leads to the public address in the page’s language', () => {
  for (const [route, address] of [['/about', base], ['/en/about', `${base}#/en`]]) {
    const png = join(folder, 'about.png');
    // High enough for the whole page.
    const made = atlas('--route', route, '--size', '1280x8000', '--dpr', '1', '--base-url', base, '--screenshot', png);
    assert.equal(made.status, 0, made.stderr);
    assert.equal(tool('zbarimg', ['--quiet', '--raw', png]).trim(), address);
  }
});

test('without a public address there is no QR code', () => {
  const json = join(folder, 'about.json');
  atlas('--route', '/about', '--dump-semantics', json);
  assert.ok(!JSON.parse(readFileSync(json, 'utf8')).nodes.some(({ id }) => id === 'offline:qr'));
});

test('a PDF: one page a route, its title and every text of the screen can be searched, fonts are embedded subsets', () => {
  const routes = ['/', '/kpis/inbound-visitors', '/en/kpis/inbound-visitors', '/map?p=32'];
  const file = join(folder, 'pages.pdf'), json = join(folder, 'page.json');
  const made = atlas(...routes.flatMap((route) => ['--route', route]), '--base-url', base, '--export-pdf', file);
  assert.equal(made.status, 0, made.stderr);
  assert.match(tool('pdfinfo', [file]), new RegExp(`Pages: +${routes.length}\\b`));
  routes.forEach((route, index) => {
    const page = String(index + 1);
    const text = withoutSpaces(tool('pdftotext', ['-f', page, '-l', page, '-raw', file, '-']));
    assert.equal(atlas('--route', route, '--dump-semantics', json).status, 0);
    const { nodes } = JSON.parse(readFileSync(json, 'utf8'));
    // The map's heading is drawn as its two fields.
    for (const { role, name } of nodes.filter(({ role, level }) => role === 'heading' && level <= 2 && !(route.startsWith('/map') && level === 1))) {
      assert.ok(text.includes(withoutSpaces(name)), `${route}: ${role} ${name}`);
    }
  });
  const kpi = tool('pdftotext', ['-f', '2', '-l', '2', '-raw', file, '-']);
  assert.match(kpi, /訪日外国人旅行者数/);
  assert.match(kpi, /4,268\.36/);
  const fonts = tool('pdffonts', [file]).split('\n').slice(2).filter(Boolean);
  assert.ok(fonts.length >= 2);
  for (const line of fonts) assert.match(line, /^[A-Z]{6}\+NotoSansJP-(Regular|Bold) .* yes yes yes /, line);
  const size = readFileSync(file).length;
  assert.ok(size < 1_000_000, `${size} bytes: subsets, and vectors instead of pictures`);
  assert.equal(tool('pdfimages', ['-list', file]).trim().split('\n').length, 2, 'no picture in it');
});

test('a PDF cannot be had: no route, a place that cannot be written', () => {
  assert.equal(atlas('--export-pdf', join(folder, 'x.pdf')).status, 2);
  const nowhere = atlas('--route', '/', '--export-pdf', join(folder, 'no/such/x.pdf'));
  assert.equal(nowhere.status, 1);
  assert.match(nowhere.stderr, /x\.pdf/);
});

// ---- decks ----------------------------------------------------------------------------------------------------------

const decks = readdirSync(join(root, 'data/briefings')).map((name) => JSON.parse(readFileSync(join(root, 'data/briefings', name), 'utf8')));

test('a deck as PDF: a sheet of 16:9 a slide whose title and caption read back; embedded subsets, no pictures', () => {
  for (const deck of decks) for (const [lang, title, caption] of [['ja', 'title', 'caption'], ['en', 'title_en', 'caption_en']]) {
    const file = join(folder, `${deck.id}-${lang}.pdf`);
    const made = atlas('--export-deck', deck.id, '-o', file, '--lang', lang, '--base-url', base);
    assert.equal(made.status, 0, made.stderr);
    const info = tool('pdfinfo', [file]);
    assert.match(info, new RegExp(`Pages: +${deck.slides.length}\\b`));
    assert.match(info, /Page size: +840 x 472\.5 pts/);
    deck.slides.forEach((slide, index) => {
      const page = String(index + 1);
      const text = withoutSpaces(tool('pdftotext', ['-f', page, '-l', page, '-raw', file, '-']));
      for (const words of [slide[title], slide[caption] ?? '']) assert.ok(text.includes(withoutSpaces(words)), `${deck.id} ${page}: ${words}`);
      assert.match(text, new RegExp(`${page}/${deck.slides.length}`));
    });
    for (const line of tool('pdffonts', [file]).split('\n').slice(2).filter(Boolean)) assert.match(line, /^[A-Z]{6}\+NotoSansJP-(Regular|Bold) .* yes yes yes /, line);
    assert.equal(tool('pdfimages', ['-list', file]).trim().split('\n').length, 2, 'no picture in it');
  }
});

test('a deck with notes: after each slide a sheet of A4 with the note, its time, the whole source and the address', () => {
  const json = join(folder, 'slide.json');
  for (const deck of decks) {
    const file = join(folder, `${deck.id}-notes.pdf`);
    assert.equal(atlas('--export-deck', deck.id, '--notes', '-o', file, '--base-url', base).status, 0);
    assert.match(tool('pdfinfo', [file]), new RegExp(`Pages: +${2 * deck.slides.length}\\b`));
    deck.slides.forEach((slide, index) => {
      const page = String(2 * index + 2);
      const text = withoutSpaces(tool('pdftotext', ['-f', page, '-l', page, '-raw', file, '-']));
      atlas('--route', `/briefing/${deck.id}?slide=${index + 1}.${slide.steps?.length ?? 0}`, '--size', '1120x630', '--dump-semantics', json);
      const source = JSON.parse(readFileSync(json, 'utf8')).nodes.find(({ id }) => id === 'stage:source').name;
      for (const words of [slide.title, slide.note, `${slide.seconds}秒`, source, base]) assert.ok(text.includes(withoutSpaces(words)), `${deck.id} ${page}: ${words}`);
    });
  }
});

test('a deck as pictures, of the size that was asked for', () => {
  const [{ id, slides }] = decks;
  const out = join(folder, 'slides');
  assert.equal(atlas('--export-deck', id, '-o', out).status, 0);
  const names = readdirSync(out);
  assert.equal(names.length, slides.length);
  const size = (name) => { const bytes = readFileSync(name); return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]; };
  for (const name of names) assert.deepEqual(size(join(out, name)), [1920, 1080]);
  assert.equal(atlas('--export-deck', id, '-o', join(folder, 'big-%d.png'), '--size', '3840x2160').status, 0);
  assert.deepEqual(size(join(folder, 'big-01.png')), [3840, 2160]);
});

test('a deck that cannot be had: no such one, a file with faults, nowhere to put it', () => {
  const unknown = atlas('--export-deck', 'nothing', '-o', join(folder, 'x.pdf'));
  assert.equal(unknown.status, 1);
  for (const { id } of decks) assert.ok(unknown.stderr.includes(id));
  assert.equal(atlas('--export-deck', decks[0].id).status, 2);
  assert.equal(atlas('--export-deck', decks[0].id, '-o', join(folder, 'no/such/x.pdf')).status, 1);
  const own = join(folder, 'own.json');
  writeFileSync(own, JSON.stringify({ ...decks[0], slides: [{ ...decks[0].slides[0], route: '/kpis/nope' }] }));
  const faulty = atlas('--export-deck', own, '-o', join(folder, 'x.pdf'));
  assert.equal(faulty.status, 1);
  assert.match(faulty.stderr, /own\.json:\/slides\/0\/route: \/kpis\/nope/);
  writeFileSync(own, JSON.stringify(decks[0]));
  assert.equal(atlas('--export-deck', own, '-o', join(folder, 'own.pdf')).status, 0);
});
