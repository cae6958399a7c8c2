// The map: choosing what is shown and where, with mouse, wheel, trackpad, fingers and keyboard.
import { assert, bundle, cameraOf, go, queryOf, routeOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const indicators = () => bundle('indicators').indicators;
const prefectures = () => bundle('places').prefectures.rows.map(([code, name]) => ({ code, name }));
const storiesOf = (code) => bundle('stories').stories.filter((story) => story.prefectures.includes(code));
const feature = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}(\\s|$)`) });
const chosenRegion = (page, name) => page.getByRole('region', { name: `選んだ都道府県：${name}` });
const mapMiddle = { x: 820, y: 430 };

// A window point inside a prefecture: not the sea, not under a marker or a button.
async function pointOn(page, name) {
  const box = await feature(page, name).boundingBox();
  for (const fy of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
    for (const fx of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const point = { x: box.x + box.width * fx, y: box.y + box.height * fy };
      await page.mouse.move(point.x, point.y);
      const free = await page.evaluate(({ x, y }) => !document.elementFromPoint(x, y).closest('a,button,select') && document.body.style.cursor === 'pointer', point);
      if (free) return point;
    }
  }
  throw new Error(`no point of ${name} can be clicked`);
}
async function clickOn(page, name) {
  const { x, y } = await pointOn(page, name);
  await page.mouse.click(x, y);
  await settled(page);
}

test('the indicator and the year are chosen from lists; title, legend and address follow', async () => {
  await withPage('/map', {}, async (page) => {
    const [, second] = indicators();
    const other = indicators().find(({ key }) => key !== second.key && key !== 'population_change');
    for (const indicator of [second, other]) {
      await page.getByRole('combobox', { name: '指標' }).selectOption(indicator.key);
      await settled(page);
      assert.equal((await queryOf(page)).get('i'), indicator.key);
      assert.ok((await page.title()).startsWith(indicator.name));
      const years = await page.getByRole('combobox', { name: '年', exact: true }).locator('option').evaluateAll((options) => options.map((option) => option.value));
      assert.deepEqual(years.map(Number), [...years.map(Number)].sort((a, b) => b - a), 'latest first');
      assert.ok(years.every((year) => indicator.years.includes(Number(year))));
      await page.getByRole('combobox', { name: '年', exact: true }).selectOption(years.at(-1));
      await settled(page);
      assert.equal((await queryOf(page)).get('y'), years.at(-1));
      assert.match(await page.title(), new RegExp(years.at(-1)));
      const classes = await page.getByRole('group', { name: /凡例/ }).getByRole('button', { name: /：\d+都道府県/ }).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') || node.textContent));
      const counted = classes.filter((text) => !text.startsWith('値なし')).reduce((sum, text) => sum + Number(text.match(/：(\d+)都道府県/)?.[1] ?? 0), 0);
      const row = indicator.values[indicator.years.indexOf(Number(years.at(-1)))];
      assert.equal(counted, row.filter((value) => value !== null).length, 'the classes hold every prefecture with a value');
    }
  });
});

test('there are at least four indicators, with ten years where they exist, and all 47 prefectures', async () => {
  await withPage('/map', {}, async (page) => {
    assert.ok((await page.getByRole('combobox', { name: '指標' }).locator('option').count()) >= 4);
    assert.ok((await page.getByRole('combobox', { name: '年', exact: true }).locator('option').count()) >= 10);
    for (const { name } of prefectures()) assert.equal(await feature(page, name).count(), 1, name);
  });
});

test('a click on a prefecture shows its name, figure, rank and stories beside the map', async () => {
  await withPage('/map?i=population_total', {}, async (page) => {
    const indicator = indicators().find(({ key }) => key === 'population_total');
    const last = indicator.values[indicator.values.length - 1];
    for (const name of ['岩手県', '島根県']) {
      const { code } = prefectures().find((prefecture) => prefecture.name === name);
      await clickOn(page, name);
      assert.equal((await queryOf(page)).get('p'), code);
      const region = chosenRegion(page, name);
      assert.equal(await region.count(), 1);
      assert.equal(await region.getByRole('heading', { level: 2, name }).count(), 1);
      const value = last[Number(code) - 1];
      const rank = 1 + last.filter((other) => other > value).length;
      const text = await region.innerText();
      const [, shown, decimals = ''] = text.match(/([\d,]+(\.\d+)?)万人/);
      const step = 10000 / 10 ** Math.max(0, decimals.length - 1);
      assert.ok(Math.abs(Number(shown.replace(/,/g, '')) * 10000 - value) <= step / 2, `${shown}万人 is ${value}`);
      assert.match(text, new RegExp(`47都道府県中\\s*${rank}位`), 'the rank');
      const stories = storiesOf(code);
      assert.match(text, new RegExp(`好事例 ${stories.length}件`));
      if (stories.length > 0) assert.equal(await region.getByRole('list', { name: `${name}の好事例` }).getByRole('link').count(), stories.length);
      assert.equal(await feature(page, name).getAttribute('aria-pressed'), 'true');
    }
    await clickOn(page, '島根県');
    assert.equal((await queryOf(page)).get('p'), null, 'a second click gives it up');
  });
});

test('Enter on the focused prefecture does the same; arrows go to neighbours; Esc leaves', async () => {
  await withPage('/map', {}, async (page) => {
    await feature(page, '岩手県').focus();
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await chosenRegion(page, '岩手県').count(), 1);
    const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? '');
    assert.match(await focused(), /^岩手県/, 'the focus stays on the prefecture');
    await page.keyboard.press('ArrowLeft');
    await settled(page, 150);
    assert.match(await focused(), /^(秋田県|青森県|山形県)/);
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), (await focused()).startsWith('秋田県') ? '05' : (await focused()).startsWith('青森県') ? '02' : '06');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), null);
  });
});

test('every prefecture can be reached with the arrow keys', async () => {
  // A small window: only the geometry matters here, and small frames are quick ones.
  await withPage('/map?m=0', { width: 800, height: 320, reducedMotion: true }, async (page) => {
    const reached = await page.evaluate(async () => {
      const frame = () => new Promise((done) => setTimeout(() => (window.__frames.asked === window.__frames.done ? done() : done(frame())), 0));
      const seen = new Set(['n:pref:13']);
      const queue = [...seen];
      while (queue.length > 0 && seen.size < 47) {
        const start = queue.shift();
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          document.getElementById(start).focus();
          document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          await frame();
          const { id } = document.activeElement;
          if (id.startsWith('n:pref:') && !seen.has(id)) seen.add(id), queue.push(id);
        }
      }
      return [...seen];
    });
    const missing = prefectures().filter(({ code }) => !reached.includes(`n:pref:${code}`)).map(({ name }) => name);
    assert.deepEqual(missing, [], `${reached.length} of 47`);
  });
}, { seconds: 240 });

test('Tab has one stop for the map', async () => {
  await withPage('/map?p=32', {}, async (page) => {
    const stops = await page.getByRole('button').evaluateAll((buttons) => buttons.filter((button) => button.dataset.role === 'map_feature' && button.tabIndex >= 0).map((button) => button.getAttribute('aria-label')));
    assert.equal(stops.length, 1);
    assert.match(stops[0], /^島根県/, 'the chosen one');
  });
});

test('the wheel scrolls the page over a map that is not in use, and zooms about the pointer where it is; ctrl and wheel (a trackpad’s pinch) always zoom', async () => {
  await withPage('/map', {}, async (page) => {
    assert.equal(await cameraOf(page), null);
    const iwate = await pointOn(page, '岩手県');
    await page.mouse.wheel(0, 200);
    await settled(page);
    assert.equal(await cameraOf(page), null, 'nobody has asked for the map yet');
    assert.ok((await page.evaluate(() => scrollY)) > 0, 'so the page scrolls');
    await page.evaluate(() => scrollTo(0, 0));
    await feature(page, '岩手県').focus();
    for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -240);
    const near = await cameraOf(page);
    assert.ok(near?.zoom > 1.5, `zoom ${near?.zoom}`);
    const box = await feature(page, '岩手県').boundingBox();
    assert.ok(iwate.x > box.x && iwate.x < box.x + box.width && iwate.y > box.y && iwate.y < box.y + box.height, 'what is under the pointer stays there');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -40);
    await page.keyboard.up('Control');
    const nearer = await cameraOf(page);
    assert.ok(nearer.zoom > near.zoom * 1.2, `${near.zoom} → ${nearer.zoom}`);
    assert.equal(await page.evaluate(() => window.visualViewport.scale), 1, 'the page itself is not zoomed');
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 400);
    assert.equal(await cameraOf(page), null, 'out to the whole country, and no further');
  });
});

test('dragging moves the map with the pointer, and a drag is no click', async () => {
  await withPage('/map?c=138,37,5', { reducedMotion: true }, async (page) => {
    const before = await feature(page, '長野県').boundingBox();
    await page.mouse.move(mapMiddle.x, mapMiddle.y);
    await page.mouse.down();
    await page.mouse.move(mapMiddle.x + 60, mapMiddle.y + 20, { steps: 6 });
    await page.mouse.move(mapMiddle.x + 100, mapMiddle.y + 40, { steps: 4 });
    await page.mouse.up();
    const camera = await cameraOf(page);
    const after = await feature(page, '長野県').boundingBox();
    assert.ok(camera.lon < 138 && camera.lat > 37, JSON.stringify(camera));
    assert.equal(camera.zoom, 5);
    assert.ok(Math.abs(after.x - before.x - 100) < 3 && Math.abs(after.y - before.y - 40) < 3, `moved by ${after.x - before.x}, ${after.y - before.y}`);
    assert.equal((await queryOf(page)).get('p'), null);
  });
});

test('the address follows when the map rests, not at every step: each writing costs the browser a frame', async () => {
  const init = () => {
    window.__written = 0;
    const write = history.replaceState.bind(history);
    history.replaceState = (...all) => (window.__written++, write(...all));
  };
  await withPage('/map?c=138,37,5', { reducedMotion: true, init }, async (page) => {
    const written = await page.evaluate(async () => {
      const fire = (type, x) =>
        document.querySelector('canvas').dispatchEvent(
          new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons: 1, clientX: x, clientY: 400, bubbles: true }),
        );
      window.__written = 0;
      fire('pointerdown', 700);
      for (let x = 700; x <= 800; x += 2) {
        fire('pointermove', x);
        await new Promise((done) => setTimeout(done, 16));
      }
      fire('pointerup', 800);
      return window.__written;
    });
    assert.ok(written <= 1, `${written} times while it moves: once at most, where the machine halts`);
    await page.waitForFunction(() => window.__written > 0);
    assert.ok(Number(new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('c').split(',')[0]) < 138, page.url());
    await page.waitForTimeout(600);
    assert.ok((await page.evaluate(() => window.__written)) <= written + 1);
  });
});

test('a throw goes on for a moment and comes to rest; with reduced motion it does not', async () => {
  const thrown = (reducedMotion) =>
    withPage('/map?c=138,37,5', { reducedMotion }, async (page) => {
      // In the page, so that the pace is that of a hand and not that of the test.
      await page.evaluate(async () => {
        const fire = (type, x) =>
          document.querySelector('canvas').dispatchEvent(
            new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons: 1, clientX: x, clientY: 400, bubbles: true }),
          );
        fire('pointerdown', 700);
        for (let x = 705; x <= 800; x += 5) {
          fire('pointermove', x);
          const until = performance.now() + 5;
          while (performance.now() < until);
        }
        fire('pointerup', 800);
      });
      return (await cameraOf(page)).lon;
    });
  const [calm, far] = [await thrown(true), await thrown(false)];
  assert.ok(calm < 138, 'the drag itself');
  assert.ok(far < calm - 0.01, `${far} lies further than ${calm}`);
});

test('keys: + − zoom, 0 shows the whole country, shift and arrows pan', async () => {
  await withPage('/map', {}, async (page) => {
    await feature(page, '東京都').focus();
    await page.keyboard.press('+');
    const near = await cameraOf(page);
    assert.ok(Math.abs(near.zoom - 1.6) < 0.02, `zoom ${near.zoom}`);
    await page.keyboard.press('+');
    assert.ok(Math.abs((await cameraOf(page)).zoom - 2.56) < 0.03);
    await page.keyboard.press('-');
    const out = await cameraOf(page);
    assert.ok(Math.abs(out.zoom - 1.6) < 0.03);
    await page.keyboard.press('Shift+ArrowRight');
    assert.ok((await cameraOf(page)).lon > out.lon, 'to the east');
    await page.keyboard.press('Shift+ArrowUp');
    assert.ok((await cameraOf(page)).lat > out.lat, 'to the north');
    await page.keyboard.press('0');
    assert.equal(await cameraOf(page), null);
  });
});

test('buttons: closer, further, whole country; those that would do nothing say so', async () => {
  await withPage('/map', {}, async (page) => {
    const button = (name) => page.getByRole('button', { name, exact: true });
    assert.equal(await button('全体を表示').getAttribute('aria-disabled'), 'true');
    await button('拡大').click();
    const near = await cameraOf(page);
    assert.ok(near.zoom > 1.5);
    await button('拡大').click();
    assert.ok((await cameraOf(page)).zoom > near.zoom);
    await button('縮小').click();
    assert.ok(Math.abs((await cameraOf(page)).zoom - near.zoom) < 0.05);
    assert.equal(await button('全体を表示').getAttribute('aria-disabled'), null);
    await button('全体を表示').click();
    assert.equal(await cameraOf(page), null);
  });
});

test('the keys of a text field or a list stay there', async () => {
  await withPage('/map', {}, async (page) => {
    await page.getByRole('combobox', { name: '指標' }).focus();
    await page.keyboard.press('0');
    await page.keyboard.press('+');
    assert.equal(await cameraOf(page), null);
  });
});

test('Okinawa and the remote islands are there at the national scale: an inset that can be chosen', async () => {
  await withPage('/map', {}, async (page) => {
    await clickOn(page, '沖縄県');
    assert.equal(await chosenRegion(page, '沖縄県').count(), 1);
    const { nodes } = await semanticsOf(page);
    const labels = nodes.filter((node) => node.layer === 'backdrop' && node.role === 'text').map((node) => node.name);
    assert.ok(labels.some((label) => /沖縄|南西/.test(label)), `labels ${labels}`);
    assert.ok(labels.some((label) => /小笠原/.test(label)), `labels ${labels}`);
  });
});

test('markers lead to their stories; clusters open into nearer ones until each story can be reached', async () => {
  await withPage('/map', {}, async (page) => {
    const clusters = () => page.getByRole('link', { name: /^好事例 \d+件（近くに寄る）/ });
    const first = clusters().first();
    const members = Number((await first.getAttribute('aria-label') ?? (await first.innerText())).match(/\d+/)[0]);
    assert.ok(members > 1);
    await first.click();
    assert.ok((await cameraOf(page))?.zoom > 1);
    const total = bundle('stories').stories.filter((story) => story.position).length;
    await page.getByRole('button', { name: '全体を表示' }).click();
    await settled(page);
    const { nodes } = await semanticsOf(page);
    const shown = nodes.filter((node) => node.layer === 'backdrop' && /^(story:|cluster:)/.test(node.id));
    const counted = shown.reduce((sum, node) => sum + (node.id.startsWith('cluster:') ? Number(node.name.match(/\d+/)[0]) : 1), 0);
    assert.equal(counted, total, 'at the national scale every story with a place is on the map');
    const single = page.getByRole('link', { name: (await markerNames(page))[0], exact: true }).first();
    await single.click();
    await settled(page);
    assert.match(await routeOf(page), /^\/stories\//);
  });
});
async function markerNames(page) {
  const { nodes } = await semanticsOf(page);
  return nodes.filter((node) => node.layer === 'backdrop' && node.id.startsWith('story:')).map((node) => node.name);
}

test('no two markers at the national scale overlap', async () => {
  for (const size of [{ width: 1280, height: 800 }, { width: 360, height: 640, touch: true }]) {
    await withPage('/map', size, async (page) => {
      const { nodes } = await semanticsOf(page);
      const markers = nodes.filter((node) => node.layer === 'backdrop' && /^(story:|cluster:)/.test(node.id));
      assert.ok(markers.length > 4);
      for (const [i, a] of markers.entries()) {
        for (const b of markers.slice(i + 1)) {
          const distance = Math.hypot(a.rect[0] + a.rect[2] / 2 - b.rect[0] - b.rect[2] / 2, a.rect[1] + a.rect[3] / 2 - b.rect[1] - b.rect[3] / 2);
          assert.ok(distance >= 20, `${a.name} and ${b.name} are ${distance.toFixed(1)} px apart`);
        }
      }
    });
  }
});

test('markers can be switched off and on', async () => {
  await withPage('/map', {}, async (page) => {
    assert.ok((await markerNames(page)).length > 0);
    await go(page, '/map?m=0');
    assert.equal((await markerNames(page)).length, 0);
    const key = page.getByRole('button', { name: /好事例/ }).first();
    await key.click();
    await settled(page);
    assert.equal((await queryOf(page)).get('m'), null);
    assert.ok((await markerNames(page)).length > 0);
  });
});

test('the list holds 47 rows in rank order, as a table in code order; choosing in it chooses on the map', async () => {
  await withPage('/map?i=population_total', {}, async (page) => {
    const rows = await page.getByRole('list', { name: '値の大きい順' }).getByRole('button').allInnerTexts();
    assert.equal(rows.length, 47);
    assert.match(rows[0], /^1位 東京都/);
    await page.getByRole('button', { name: /^1位 東京都/ }).click();
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), '13');
    assert.equal(await feature(page, '東京都').getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: /表（コード順）/ }).click();
    await settled(page);
    assert.equal(await page.getByRole('table').getByRole('row').count(), 48);
    assert.deepEqual(await page.getByRole('table').getByRole('rowheader').allInnerTexts(), prefectures().map(({ name }) => name));
    const indicator = indicators().find(({ key }) => key === 'population_total');
    const tokyo = await page.getByRole('table').getByRole('row').nth(13).getByRole('cell').first().innerText();
    assert.equal(tokyo, indicator.values.at(-1)[12].toLocaleString('en-US'));
  });
});

test('the DOM holds the list in the order in which it is shown, after every change', async () => {
  await withPage('/map?i=population_total', {}, async (page) => {
    for (const indicator of indicators().slice(0, 6)) {
      await page.getByRole('combobox', { name: '指標' }).selectOption(indicator.key);
      await settled(page, 150);
      const shown = (await semanticsOf(page)).nodes.filter((node) => node.id.startsWith('rank:')).map((node) => node.name);
      assert.deepEqual(await page.getByRole('list', { name: '値の大きい順' }).getByRole('button').allTextContents(), shown, indicator.name);
    }
  });
});

// ---- fingers --------------------------------------------------------------------------------------------------------

const phone = { width: 360, height: 640, touch: true, dpr: 2, reducedMotion: true };

async function fingers(page, context) {
  const session = await context.newCDPSession(page);
  const points = (list) => list.map(([x, y], id) => ({ x, y, id, radiusX: 4, radiusY: 4, force: 1 }));
  return (type, ...list) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points(list) });
}
// A free spot on the phone's map: where a touch belongs to the map and not to a marker.
async function freeSpot(page, around = [180, 200]) {
  return page.evaluate(([cx, cy]) => {
    for (let r = 0; r < 100; r += 4) {
      for (let a = 0; a < 6.28; a += 0.5) {
        const [x, y] = [cx + r * Math.cos(a), cy + r * Math.sin(a)];
        if (!document.elementFromPoint(x, y).closest('a,button,select')) return [x, y];
      }
    }
    return [cx, cy];
  }, around);
}

test('two fingers pinch the map, not the page', async () => {
  await withPage('/map?m=0', phone, async (page, { context }) => {
    const touch = await fingers(page, context);
    await touch('touchStart', [160, 200], [200, 200]);
    for (let spread = 20; spread <= 80; spread += 10) await touch('touchMove', [180 - spread, 200], [180 + spread, 200]);
    await touch('touchEnd');
    const camera = await cameraOf(page);
    assert.ok(camera?.zoom > 3 && camera.zoom < 5, `fingers spread fourfold, zoom ${camera?.zoom}`);
    assert.equal(await page.evaluate(() => window.visualViewport.scale), 1);
    await touch('touchStart', [100, 200], [260, 200]);
    for (let spread = 80; spread >= 10; spread -= 10) await touch('touchMove', [180 - spread, 200], [180 + spread, 200]);
    await touch('touchEnd');
    assert.equal(await cameraOf(page), null, 'pinched back to the whole country');
  });
});

test('one finger moves the map; elsewhere it scrolls the page', async () => {
  await withPage('/map?m=0&c=138,37,4', phone, async (page, { context }) => {
    const touch = await fingers(page, context);
    const [x, y] = await freeSpot(page);
    await touch('touchStart', [x, y]);
    for (let step = 10; step <= 80; step += 10) await touch('touchMove', [x + step, y]);
    await touch('touchEnd');
    const camera = await cameraOf(page);
    assert.ok(camera.lon < 137.9, `to the west: ${camera.lon}`);
    assert.equal(await page.evaluate(() => scrollY), 0, 'the page stays');
    await touch('touchStart', [180, 540]);
    for (let step = 10; step <= 200; step += 10) await touch('touchMove', [180, 540 - step]);
    await touch('touchEnd');
    await settled(page);
    assert.ok((await page.evaluate(() => scrollY)) > 80, 'the sheet scrolls natively');
    assert.deepEqual(await cameraOf(page), camera, 'the map stays');
  });
});

test('a tap chooses a prefecture, and its name and figure are to be seen on the phone', async () => {
  await withPage('/map?m=0', phone, async (page) => {
    const box = await feature(page, '岩手県').boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), '03');
    const heading = await chosenRegion(page, '岩手県').getByRole('heading', { level: 2 }).boundingBox();
    assert.ok(heading.y > 0 && heading.y + heading.height < 640 - 56, `the name stands at ${heading.y}`);
  });
});

test('with touch there is no hovering: a tap leaves no tooltip behind', async () => {
  await withPage('/map?m=0', phone, async (page) => {
    const box = await feature(page, '岩手県').boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    const overlay = (await semanticsOf(page)).nodes.filter((node) => node.layer === 'overlay');
    assert.deepEqual(overlay, []);
  });
});

test('a finger that goes down on a marker moves the map too', async () => {
  await withPage('/map?c=138,37,4', phone, async (page, { context }) => {
    const { nodes } = await semanticsOf(page);
    const marker = nodes.find(({ id, layer, rect }) => layer === 'backdrop' && /^(story|cluster):/.test(id) && rect[0] > 60 && rect[0] < 220);
    const [x, y] = [marker.rect[0] + marker.rect[2] / 2, marker.rect[1] + marker.rect[3] / 2];
    const touch = await fingers(page, context);
    await touch('touchStart', [x, y]);
    for (let step = 10; step <= 80; step += 10) await touch('touchMove', [x + step, y]);
    await touch('touchEnd');
    assert.ok((await cameraOf(page)).lon < 137.9, 'to the west');
    assert.match(await routeOf(page), /^\/map/, 'and no click');
  });
});
