// The picture itself: there, sharp at every pixel ratio, and in the colours that it claims.
import { allRoutes, assert, bundle, coloursOf, go, picture, semanticsOf, settled, test, withPage } from './helpers.mjs';

for (const dpr of [1, 2, 3]) {
  test(`at ${dpr} device pixels a CSS pixel the canvas has every one of them, and the map is drawn`, async () => {
    await withPage('/map', { dpr }, async (page) => {
      await settled(page);
      const canvas = await page.locator('canvas').evaluate((element) => ({ width: element.width, height: element.height, css: element.getBoundingClientRect().toJSON() }));
      assert.equal(canvas.width, 1280 * dpr);
      assert.equal(canvas.height, 800 * dpr);
      assert.equal(canvas.css.width, 1280);
      assert.equal(canvas.css.height, 800);
      const shot = await picture(page, { scale: 'device' });
      assert.equal(shot.width, 1280 * dpr);
      const map = coloursOf(shot, { x: 380 * dpr, y: 80 * dpr, width: 880 * dpr, height: 700 * dpr });
      assert.ok(map.distinct > 30 && map.shareOfMost < 0.95, `${map.distinct} colours, ${(map.shareOfMost * 100).toFixed(0)} % of one`);
      // Enlarged letters would have soft edges only: look for a full-contrast step within one device pixel.
      let sharp = 0;
      for (let y = 90 * dpr; y < 200 * dpr; y++) {
        for (let x = 32 * dpr; x < 340 * dpr; x++) {
          const [a, b] = [shot.at(x, y) & 0xff, shot.at(x + 1, y) & 0xff];
          if (Math.abs(a - b) > 130) sharp++;
        }
      }
      assert.ok(sharp > 40, `${sharp} sharp edges in the panel's words`);
    });
  });
}

test('the map’s colours are those of the legend, on every area with a value', async () => {
  await withPage('/map?m=0&i=population_total', {}, async (page) => {
    await settled(page);
    await page.mouse.move(12, 780); // beside everything: a class under the pointer would be lit alone
    await settled(page);
    const shot = await picture(page);
    const { nodes } = await semanticsOf(page);
    const classes = nodes.filter((node) => node.parent === 'map:legend');
    assert.ok(classes.length >= 3);
    const colours = classes.map(({ rect: [x, y, w, h] }) => {
      const found = coloursOf(shot, { x: x + 3, y: y + h - 33, width: w - 6, height: 4 });
      return [...found.count.entries()].sort((a, b) => b[1] - a[1])[0][0];
    });
    assert.equal(new Set(colours).size, colours.length, 'each class has a colour of its own');
    const map = coloursOf(shot, { x: 380, y: 80, width: 880, height: 700 });
    for (const [index, colour] of colours.entries()) assert.ok(map.shareOf(colour) > 0.0005, `${classes[index].name}: #${colour.toString(16)} is not on the map`);
  });
});

test('every page is drawn: many colours on white ground, no black hole', async () => {
  for (const device of [{ width: 1280, height: 800 }, { width: 360, height: 640, dpr: 3, touch: true }]) {
    await withPage('/', device, async (page) => {
      for (const route of allRoutes()) {
        await go(page, route);
        await settled(page);
        const colours = coloursOf(await picture(page));
        assert.ok(colours.distinct > 40, `${route}: ${colours.distinct} colours`);
        assert.ok(colours.shareOf(0xffffff) > 0.15, `${route}: ${(colours.shareOf(0xffffff) * 100).toFixed(0)} % white`);
        assert.ok(colours.shareOf(0x000000) < 0.02, `${route}: ${(colours.shareOf(0) * 100).toFixed(0)} % black`);
      }
    });
  }
});

test('letters are letters: each of a rare name’s characters leaves its own ink', async () => {
  const stories = bundle('stories');
  stories.stories[0].title = '𠮷野の鷗と葛󠄀城';
  const { withPage: open } = { withPage };
  await open(`/stories/${stories.stories[0].id}`, { routes: [['**/data/stories-*.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(stories) })]] }, async (page) => {
    await settled(page);
    const box = await page.getByRole('heading', { level: 1 }).boundingBox();
    const colours = coloursOf(await picture(page, { clip: { x: box.x, y: box.y, width: Math.min(box.width, 28 * 7), height: 36 } }));
    assert.ok(colours.distinct > 20 && colours.shareOfMost < 0.95, `${colours.distinct} colours`);
  });
});

test('the keyboard’s focus is to be seen: a black and a yellow ring', async () => {
  await withPage('/kpis', {}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await settled(page);
    const box = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
    const ring = coloursOf(await picture(page, { clip: { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 } }));
    assert.ok(ring.shareOf(0x000000) > 0.02, 'black');
    assert.ok(ring.shareOf(0xffd43d) > 0.01, 'yellow');
  });
});

const ground = (shot) => shot.at(8, 8) & 0xffffff;

test('the program follows the colour scheme and the contrast that the person asks for, also while it is open', async () => {
  await withPage('/kpis', {}, async (page) => {
    await settled(page);
    assert.equal(ground(await picture(page)), 0xffffff);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    const dark = await picture(page);
    assert.equal(ground(dark), 0x1a1a1a);
    assert.ok(coloursOf(dark, { x: 0, y: 0, width: 1280, height: 800 }).shareOf(0xffffff) < 0.02, 'nothing white is left behind');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await settled(page);
    const strong = coloursOf(await picture(page), { x: 40, y: 90, width: 400, height: 70 });
    assert.ok(strong.shareOf(0x000000) > 0.02, 'the heading is black');
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' });
    await settled(page);
    assert.ok(coloursOf(await picture(page), { x: 40, y: 90, width: 400, height: 70 }).shareOf(0x000000) > 0.02, 'forced colours: black as well');
  });
  await withPage('/map', { init: () => {} }, async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    const map = coloursOf(await picture(page), { x: 380, y: 80, width: 880, height: 700 });
    assert.ok(map.shareOf(0x1a1a1a) > 0.3 && map.distinct > 30);
  });
});
