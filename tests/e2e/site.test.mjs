// The static site in a real browser: complete without the program, sound for axe, in the reader's colours and on paper; and the
// application mounted over a page, at its route. Needs the site as scripts/build web makes it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { addressOf, dist, newPage, test } from './helpers.mjs';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
// One of each kind, in both languages.
const kinds = ['', 'map/', 'map/32/', 'pillars/', 'pillars/2/', 'stories/', 'stories/ama-machizukuri/', 'kpis/', 'kpis/inbound-visitors/', 'logic/', 'logic/a/', 'roadmap/', 'trends/', 'compare/', 'history/', 'changes/', 'about/'];
const everyKind = [...kinds, ...kinds.map((path) => `en/${path}`)];
// What axe leaves to a person, looked at: why it is right.
const reviewed = {
  'color-contrast': 'letters in pictures, whose grounds axe cannot see: style_test.cpp and palette_test.cpp hold their colours; the words of the page have the colours that are measured below',
};
const base = async () => (await addressOf('')).split('#')[0];

async function staticPage(path, { use = {} } = {}) {
  const page = await newPage({ javaScriptEnabled: false, ...use });
  await page.goto((await base()) + path);
  return page;
}

test('--export site: what is missing or wrong is said, with exit code 2 or 1; the pages need no display', () => {
  const atlas = (...args) => spawnSync(join(root, 'build/desktop/sosei-atlas'), args, { encoding: 'utf8', env: { ...process.env, DISPLAY: '' } });
  const folder = mkdtempSync(join(tmpdir(), 'atlas-site-'));
  const shell = join(root, 'web/index.html'), data = join(dist, 'data');
  try {
    for (const [args, said] of [[['--export', 'pages'], /pages/], [['--export', 'site'], /-o/], [['--export', 'site', '-o', folder], /--shell/], [['--export', 'site', '-o', folder, '--shell', shell, '--base-url', 'example.org'], /example\.org/]]) {
      const result = atlas(...args);
      assert.equal(result.status, 2, args.join(' '));
      assert.match(result.stderr, said);
    }
    const broken = join(folder, 'broken.html');
    writeFileSync(broken, '{{lang}}');
    for (const [args, said] of [[['--shell', join(folder, 'none.html')], /none\.html/], [['--shell', broken], /{{title}}/], [['--shell', shell, '--data', folder], /manifest\.json/]]) {
      const result = atlas('--export', 'site', '-o', folder, '--data', data, ...args);
      assert.equal(result.status, 1, args.join(' '));
      assert.match(result.stderr, said);
    }
    assert.equal(atlas('--export', 'site', '-o', '/proc/nowhere', '--data', data, '--shell', shell).status, 1);
    const began = Date.now();
    assert.equal(atlas('--export', 'site', '-o', folder, '--data', data, '--shell', shell, '--base-url', 'https://example.org/x/').status, 0);
    assert.ok(Date.now() - began < 60_000);
    assert.match(readFileSync(join(folder, 'sitemap.xml'), 'utf8'), /<loc>https:\/\/example\.org\/x\/en\/kpis\/inbound-visitors\/<\/loc>/);
    assert.match(readFileSync(join(folder, 'en/feed.xml'), 'utf8'), /<language>en<\/language>/);
    assert.match(readFileSync(join(folder, 'kpis/inbound-visitors/values.csv'), 'utf8'), /訪日外国人旅行者数/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every kind of static page is there', () => {
  for (const path of everyKind) assert.ok(existsSync(join(dist, path, 'index.html')), path);
});

test('axe finds nothing on the static pages', async () => {
  // The page's own scripts stay out; axe comes in through the browser's own door.
  const page = await newPage({ bypassCSP: true });
  await page.route('**/start.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  for (const path of everyKind) {
    await page.goto((await base()) + path);
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' / ')}`);
    assert.deepEqual(told, [], path);
    const open = found.incomplete.filter(({ id }) => !reviewed[id]).map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    assert.deepEqual(open, [], `${path}: what axe could not decide, and nobody has`);
  }
  await page.context().close();
}, { seconds: 240 });

test('without JavaScript the words, the table and the picture of a KPI are there, and its neighbours are reached', async () => {
  const page = await staticPage('kpis/inbound-visitors/');
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  assert.ok((await page.getByRole('img').count()) >= 2);
  await page.getByRole('cell', { name: '1,036.3904万人' }).first().waitFor();
  await page.getByRole('link', { name: /^次：/ }).click();
  assert.notEqual(page.url(), (await base()) + 'kpis/inbound-visitors/');
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  await page.context().close();
});

test('the pages reflow at 320 px, with the text at 200 %, and nothing is scrolled sideways', async () => {
  const page = await staticPage('', { use: { viewport: { width: 320, height: 256 } } });
  for (const path of everyKind) {
    await page.goto((await base()) + path);
    const width = await page.locator('html').evaluate((html) => html.scrollWidth);
    assert.ok(width <= 320, `${path}: ${width} px wide`);
  }
  await page.setViewportSize({ width: 640, height: 512 });
  for (const path of kinds) {
    await page.goto((await base()) + path);
    const [width, letters] = await page.locator('html').evaluate((html) => {
      html.style.fontSize = '200%';
      return [html.scrollWidth, getComputedStyle(document.querySelector('main p')).fontSize];
    });
    assert.equal(letters, '32px');
    assert.ok(width <= 640, `${path} with large text: ${width} px wide`);
  }
  await page.context().close();
}, { seconds: 120 });

test('dark, high contrast and forced colours: text keeps 4.5 to 1, pictures a white ground', async () => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  for (const use of [{ colorScheme: 'dark' }, { contrast: 'more' }, { colorScheme: 'dark', contrast: 'more' }, { forcedColors: 'active' }]) {
    const page = await staticPage('kpis/inbound-visitors/', { use });
    const colours = await page.locator('#static').evaluate((page) => {
      const colour = (selector, what) => getComputedStyle(page.querySelector(selector))[what];
      return { ground: getComputedStyle(page).backgroundColor, text: colour('main p', 'color'), link: colour('main a', 'color'), soft: colour('footer', 'color'), picture: colour('figure svg', 'backgroundColor') };
    });
    for (const part of ['text', 'link', 'soft']) assert.ok(contrast(colours[part], colours.ground) >= 4.5, `${JSON.stringify(use)} ${part} ${JSON.stringify(colours)}`);
    assert.equal(colours.picture, 'rgb(255, 255, 255)');
    await page.context().close();
  }
});

test('on paper: no navigation, but the address, the date and the sources; black on white', async () => {
  const page = await staticPage('kpis/inbound-visitors/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.getByRole('navigation', { name: '主なページ' }).isVisible(), false);
  assert.equal(await page.locator('#static > header').isVisible(), false);
  assert.ok(await page.locator('.colophon time').isVisible());
  assert.ok(await page.getByText(/^出典：/).first().isVisible());
  assert.ok(await page.locator('figure svg').first().isVisible());
  assert.equal(await page.locator('main p').first().evaluate((text) => getComputedStyle(text).color), 'rgb(0, 0, 0)');
  await page.context().close();
});

test('the application is mounted over the page that was asked for, at its route, and the page stays where it was till then', async () => {
  for (const [path, route, title] of [['kpis/inbound-visitors/', '/kpis/inbound-visitors', /訪日外国人旅行者数/], ['en/map/32/', '/en/map?p=32', /Map/], ['en/', '/en', /Sosei Atlas/]]) {
    const page = await newPage();
    await page.goto((await base()) + path);
    await page.waitForFunction(() => document.documentElement.classList.contains('ready'), null, { timeout: 30000 });
    assert.equal(page.url(), `${await base()}#${route}`);
    assert.match(await page.title(), title);
    const shift = await page.evaluate(() => performance.getEntriesByType('layout-shift').reduce((sum, entry) => sum + entry.value, 0));
    assert.ok(shift < 0.02, `layout shift ${shift}`);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.classList.contains('ready'), null, { timeout: 30000 });
    assert.match(await page.title(), title);
    await page.context().close();
  }
}, { seconds: 120 });

test('where the program cannot run the page stays, complete, with its address and working links', async () => {
  const page = await newPage();
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(`${await base()}stories/`);
  await page.getByRole('alert').first().waitFor();
  assert.equal(page.url(), `${await base()}stories/`);
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  await page.getByRole('link', { name: '地図', exact: true }).click();
  assert.equal(page.url(), `${await base()}map/`);
  await page.context().close();
});

test('a link of a static page to a filtered view opens just that view', async () => {
  const page = await newPage();
  await page.goto(`${await base()}map/32/#/map?i=tfr&p=32`);
  await page.waitForFunction(() => document.documentElement.classList.contains('ready'), null, { timeout: 30000 });
  assert.equal(page.url(), `${await base()}#/map?i=tfr&p=32`);
  assert.match(await page.title(), /合計特殊出生率/);
  await page.context().close();
});

test('the running application prints its words and tables, black on white, instead of an empty picture', async () => {
  const page = await newPage();
  await page.goto(`${await base()}#/kpis/inbound-visitors`);
  await page.waitForFunction(() => document.documentElement.classList.contains('ready'), null, { timeout: 30000 });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#canvas').isVisible(), false);
  const shown = await page.evaluate(() => {
    const look = (selector) => getComputedStyle(document.querySelector(selector));
    return { heading: [look('#mirror h1').opacity, look('#mirror h1').position], row: look('#mirror [role=row]').display, cell: look('#mirror [role=cell]').display };
  });
  assert.deepEqual(shown, { heading: ['1', 'static'], row: 'table-row', cell: 'table-cell' });
  await page.context().close();
});
