// Idle means idle: once nothing moves, no frame is drawn, asked for or scheduled, and nothing is written to the DOM.
import { assert, bundle, settled, test, withPage } from './helpers.mjs';

const idleSeconds = 5;
const routes = () => ['/', '/map', '/pillars', `/stories/${bundle('stories').stories[0].id}`, '/stories', '/kpis', '/about'];

// Counts everything that happens while nobody does anything.
const watchIdle = (seconds) =>
  new Promise((done) => {
    const seen = { frames: window.__atlas.frames, mutations: [], asked: window.__frames.asked };
    const observer = new MutationObserver((records) => seen.mutations.push(...records.map(({ type, target }) => `${type} ${target.id || target.nodeName}`)));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(() => {
      observer.disconnect();
      done({ frames: window.__atlas.frames - seen.frames, asked: window.__frames.asked - seen.asked, mutations: seen.mutations.slice(0, 5) });
    }, seconds * 1000);
  });

for (const route of routes()) {
  test(`${route}: 0 frames and 0 DOM mutations in ${idleSeconds} idle seconds`, async () => {
    await withPage(route, {}, async (page) => {
      await page.mouse.move(700, 400);
      await settled(page, 500);
      assert.ok((await page.evaluate(() => window.__atlas.frames)) > 0, 'it has been drawn');
      assert.deepEqual(await page.evaluate(watchIdle, idleSeconds), { frames: 0, asked: 0, mutations: [] });
    });
  });
}

test('after work on the map it is idle again', async () => {
  await withPage('/map', {}, async (page) => {
    await page.mouse.move(800, 400);
    await page.mouse.wheel(0, -600);
    await page.mouse.down();
    await page.mouse.move(900, 450, { steps: 5 });
    await page.mouse.up();
    await settled(page, 500);
    assert.deepEqual(await page.evaluate(watchIdle, 3), { frames: 0, asked: 0, mutations: [] });
  });
});

test('scrolling draws frames and writes nothing to the DOM', async () => {
  await withPage('/kpis', {}, async (page) => {
    await page.mouse.move(5, 400);
    await settled(page, 500);
    const watching = page.evaluate(watchIdle, 2);
    await page.mouse.wheel(0, 800);
    const { frames, mutations } = await watching;
    assert.ok(frames > 0);
    assert.deepEqual(mutations, []);
  });
});
