// What leaves the screen: QR codes that a reader's program reads back, PDFs whose text and fonts poppler reads back.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
