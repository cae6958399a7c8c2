// The running application for those who do not see or point: axe over its mirror, figures of the mirror against the bundle,
// reflow, what is announced, and every function of a page by the keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { assert, go, semanticsOf, settled, test, withPage } from './helpers.mjs';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const routes = ['/', '/map', '/map?p=32&t=1', '/map?l=m&p=32', '/pillars', '/pillars/2', '/stories', '/stories/ama-machizukuri', '/kpis', '/kpis/inbound-visitors', '/logic', '/logic/a', '/roadmap', '/trends', '/compare', '/history', '/search?q=DX', '/changes', '/about', '/en', '/en/map', '/en/kpis/inbound-visitors'];

// What axe leaves to a person, looked at: why it is right.
const reviewed = {
  'color-contrast': 'the mirror is unseen over the canvas: what is seen is held by style_test.cpp, palette_test.cpp and pixels.test.mjs',
};

test('axe finds nothing in the running application', () =>
  withPage('/', {}, async (page) => {
    const faults = [];
    for (const route of routes) {
      await go(page, route);
      await settled(page);
      await page.evaluate(axe);
      const found = await page.evaluate((runOnly) => window.axe.run({ runOnly }), rules);
      const told = found.violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' / ')}`);
      faults.push(...told.map((fault) => `${route} ${fault}`));
      const open = found.incomplete.filter(({ id }) => !reviewed[id]).map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
      faults.push(...open.map((fault) => `${route} undecided ${fault}`));
    }
    assert.deepEqual(faults, []);
  }), { seconds: 240 });

test('at 400 % zoom (320 × 256 at four pixels a pixel) every page reflows: nothing is scrolled sideways, the heading can be reached', () =>
  withPage('/', { width: 320, height: 256, dpr: 4 }, async (page) => {
    const faults = [];
    for (const route of routes) {
      await go(page, route);
      await settled(page);
      const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
      if (width > 320) faults.push(`${route}: ${width} px wide`);
      const { nodes } = await semanticsOf(page);
      for (const { id, layer, rect, role } of nodes)
        if (layer === 'document' && role !== 'map_feature' && rect && (rect[0] < -1 || rect[0] + rect[2] > 321)) faults.push(`${route}: ${id} reaches from ${rect[0]} to ${rect[0] + rect[2]}`);
    }
    assert.deepEqual(faults, []);
  }), { seconds: 240 });

// Nodes of the page and their elements: { id, wanted, box } in CSS pixels of the window, for those that are drawn at a place of their own.
const placesOf = (page) =>
  page.evaluate(() => {
    const scale = parseFloat(document.getElementById('mirror').style.zoom) || 1;
    const { nodes } = window.__atlas.semantics();
    return nodes.filter(({ rect }) => rect).map(({ id, role, layer, rect, focusable }) => {
      const element = document.getElementById(`n:${id}`);
      const box = element && !element.dataset.structural ? element.getBoundingClientRect() : null;
      const shift = layer === 'document' ? window.scrollY : 0;
      return { id, role, focusable, there: !!element, wanted: rect, box: box && [box.x / scale, (box.y + shift) / scale, box.width / scale, box.height / scale] };
    });
  });

test('every element lies within 2 px of where its node is drawn, scrolled or not, on a phone and on a laptop', async () => {
  const faults = [];
  let compared = 0;
  for (const device of [{ width: 1280, height: 800 }, { width: 390, height: 844, dpr: 2, touch: true }])
    await withPage('/', device, async (page) => {
      for (const route of routes) {
        await go(page, route);
        await settled(page);
        for (const y of [0, 1200]) {
          await page.evaluate((to) => scrollTo(0, to), y);
          await settled(page, 150);
          for (const { id, role, there, wanted, box } of await placesOf(page)) {
            if (!there) faults.push(`${route}: ${id} is not in the DOM`);
            if (!box || role === 'map_feature') continue; // areas lie in a group that the camera moves: below
            compared++;
            const off = Math.max(...wanted.map((value, side) => Math.abs(value - box[side])));
            if (off > 2) faults.push(`${route} at ${y}: ${id} is drawn at ${wanted} and found at ${box}`);
          }
        }
      }
    });
  assert.ok(compared > 10_000, `${compared} compared`);
  assert.deepEqual(faults.slice(0, 20), []);
}, { seconds: 300 });

test('a filter says within a second how many are left', () =>
  withPage('/stories', {}, async (page) => {
    const field = page.getByRole('searchbox', { name: '言葉で探す' });
    await field.fill('海士町');
    const status = page.getByRole('status').filter({ hasText: /\d+件/ }).first();
    await status.waitFor({ timeout: 1000, state: 'attached' });
    assert.match(await status.textContent(), /^\d+件/);
  }));

test('Tab goes through every page and comes out again: never on nothing, never caught', () =>
  withPage('/', {}, async (page) => {
    const stopsOf = () => page.evaluate(() => [...document.querySelectorAll('#mirror a, #mirror button, #mirror input, #mirror select, #mirror [tabindex="0"]')].filter((element) => element.tabIndex === 0 && !element.disabled).map(({ id }) => id));
    for (const route of routes) {
      await go(page, route);
      await settled(page);
      // After navigation the focus is on the heading; a reader who goes through all begins at the top.
      await page.evaluate(() => document.getElementById('n:skip').focus());
      const wanted = await stopsOf();
      const seen = ['n:skip'];
      for (let step = 0; step < wanted.length + 20; step++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => document.activeElement.id);
        if (!at || at === seen[0]) break; // past the last one: the browser's own controls are next
        assert.notEqual(at, seen.at(-1), `${route}: caught`);
        seen.push(at);
      }
      assert.deepEqual(wanted.filter((id) => !seen.includes(id)), [], `${route}: not reached`);
    }
  }), { seconds: 480 });

test('every test that docs/ACCESSIBILITY.md names as evidence is there', () => {
  const document = readFileSync(join(root, 'docs/ACCESSIBILITY.md'), 'utf8');
  const sources = new Map();
  const missing = [];
  let named = 0;
  for (const [, file, name] of document.matchAll(/`([a-z_]+(?:_test\.cpp|\.test\.mjs))`「([^」]+)」/g)) {
    named++;
    const path = join(root, file.endsWith('.cpp') ? 'tests/unit' : 'tests/e2e', file);
    if (!sources.has(file)) sources.set(file, readFileSync(path, 'utf8').replace(/"\s*\n\s*"/g, ''));
    if (!sources.get(file).includes(name)) missing.push(`${file}: ${name}`);
  }
  assert.ok(named > 60, `${named} tests named`);
  assert.deepEqual(missing, []);
});

test('letters twice as large in the browser’s settings enlarge the whole page, and what is drawn stays where it is clicked', () =>
  withPage('/kpis', {
    init: () => {
      const style = new CSSStyleSheet();
      style.replaceSync('html { font-size: 32px }');
      document.adoptedStyleSheets = [style];
    },
  }, async (page) => {
    await settled(page);
    const { nodes } = await semanticsOf(page);
    const heading = nodes.find(({ role, level }) => role === 'heading' && level === 1);
    assert.ok(heading.rect[0] + heading.rect[2] <= 641, 'the page is set for half the width');
    const box = await page.getByRole('heading', { level: 1 }).boundingBox();
    assert.ok(Math.abs(box.x - 2 * heading.rect[0]) < 2 && Math.abs(box.height - 2 * heading.rect[3]) < 4, `${JSON.stringify(box)} against ${heading.rect}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
    // Far down the page too: scrolled, pointed at, opened.
    const link = page.getByRole('link', { name: /訪日外国人旅行者数/ }).first();
    await link.scrollIntoViewIfNeeded();
    await settled(page);
    const at = await link.boundingBox();
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await page.waitForFunction(() => window.__atlas.route === '/kpis/inbound-visitors');
  }));

test('what is printed is the view that is open, with its pictures, its tables and its address', () =>
  withPage('/kpis/inbound-visitors', {}, async (page) => {
    await settled(page);
    for (let asked = 0; asked < 2; asked++) await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = page.locator('#static');
    assert.ok(await paper.isVisible());
    assert.match(await paper.locator('h1').innerText(), /訪日外国人旅行者数/);
    assert.ok(await paper.locator('figure svg').first().isVisible());
    assert.ok((await paper.locator('table').count()) > 0);
    assert.match(await paper.locator('.colophon').innerText(), /#\/kpis\/inbound-visitors[\s\S]*データ版/);
    assert.equal(await page.locator('#mirror').isVisible(), false);
    assert.ok((await paper.locator('a[href^="#/"]').count()) > 0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await paper.count(), 0);
  }));
