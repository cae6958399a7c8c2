// Pages and addresses: each page stands on its own, every way of coming back to a view restores it, nothing sticks out.
import { addressOf, allRoutes, assert, bundle, cameraOf, go, kpiWithActual, mainRoutes, routeOf, settled, semanticsOf, test, viewOf, withPage, untilReady } from './helpers.mjs';

const names = ['概要', '地図', '政策の5本柱', '好事例', '目標の進み具合', 'このサイトについて'];
const landmarks = ['banner', 'navigation', 'main', 'contentinfo'];
const heading1 = (page) => page.getByRole('heading', { level: 1 });

test('every page opens at its own address: one h1, a title of its own, landmarks, 出典', async () => {
  const titles = new Map();
  await withPage('/', {}, async (page) => {
    for (const route of [...allRoutes(), '/no-such-page']) {
      await page.goto('about:blank');
      await page.goto(await addressOf(route));
      await untilReady(page);
      await settled(page);
      assert.equal(await heading1(page).count(), 1, `${route}: exactly one h1`);
      assert.notEqual(((await heading1(page).getAttribute('aria-label')) ?? (await heading1(page).innerText())).trim(), '', `${route}: the h1 says something`);
      for (const landmark of landmarks.filter((role) => role !== 'navigation')) assert.equal(await page.getByRole(landmark).count(), 1, `${route}: exactly one ${landmark}`);
      assert.equal(await page.getByRole('navigation', { name: '主なページ' }).count(), 1, `${route}: the way to the main pages, once`);
      assert.ok((await page.getByText('出典').count()) > 0 || (await page.getByText('加工して作成').count()) > 0, `${route}: names its sources`);
      const title = await page.title();
      assert.match(title, /創生アトラス/, route);
      assert.ok(!titles.has(title), `${route} and ${titles.get(title)} share the title ${title}`);
      titles.set(title, route);
      assert.ok((await page.locator('meta[name=description]').getAttribute('content')).length > 10, `${route}: a description`);
    }
  });
});

test('the navigation leads everywhere and says where one is', async () => {
  await withPage('/', {}, async (page) => {
    const nav = page.getByRole('navigation', { name: '主なページ' });
    for (const [index, name] of names.entries()) {
      await nav.getByRole('link', { name, exact: true }).click();
      await settled(page, 150);
      assert.equal(await routeOf(page), mainRoutes[index]);
      assert.equal(await nav.getByRole('link', { name, exact: true }).getAttribute('aria-current'), 'page');
      assert.equal(await nav.locator('[aria-current]').count(), 1);
    }
    await page.getByRole('banner').getByRole('link', { name: '創生アトラス' }).click();
    await settled(page, 150);
    assert.equal(await routeOf(page), '/');
  });
});

test('after navigation the focus is on the new page’s heading, and Tab goes on from there', async () => {
  await withPage('/', {}, async (page) => {
    await page.getByRole('navigation').getByRole('link', { name: '好事例', exact: true }).click();
    await settled(page, 150);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'INPUT');
  });
});

test('the skip link leads into the page', async () => {
  await withPage('/stories', {}, async (page) => {
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: '本文へ' });
    assert.ok(await skip.evaluate((element) => element === document.activeElement), 'the first stop of Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => !!document.activeElement.closest('main'));
    assert.ok(inside, 'the next stop lies in main');
  });
});

// Routes with every field set.
const views = () => [
  `/map?i=${bundle('indicators').indicators[2].key}&y=${bundle('indicators').indicators[2].years.at(-2)}&c=139.5,37.2,3.5&m=0&t=1&p=15`,
  '/stories?p=32&q=%E7%94%BA&pillar=1',
  `/stories?theme=${encodeURIComponent(bundle('stories').stories[0].theme)}`,
  '/stories?q=100%25%20%26%20%2541',
  '/kpis?pillar=2&s=not_judged',
];

test('a copied link and a reload restore the exact view', async () => {
  for (const route of views()) {
    await withPage(route, {}, async (page, { context }) => {
      const before = await viewOf(page);
      assert.equal(before.route, route, 'the address stays as it was copied');
      await page.reload();
      await untilReady(page);
      assert.deepEqual(await viewOf(page), before, `reload of ${route}`);
      const other = await context.newPage();
      await other.goto(page.url());
      await untilReady(other);
      assert.deepEqual(await viewOf(other), before, `link to ${route}`);
    });
  }
});

test('back and forward restore filters, camera, indicator, year and selection', async () => {
  await withPage(views()[0], {}, async (page) => {
    const map = await viewOf(page);
    const nav = page.getByRole('navigation');
    await nav.getByRole('link', { name: '好事例', exact: true }).click();
    await settled(page);
    await page.getByRole('searchbox').fill('町');
    const stories = await viewOf(page);
    await nav.getByRole('link', { name: '目標の進み具合', exact: true }).click();
    await settled(page);
    const kpis = await viewOf(page);
    await page.goBack();
    assert.deepEqual(await viewOf(page), stories);
    await page.goBack();
    assert.deepEqual(await viewOf(page), map);
    await page.goForward();
    assert.deepEqual(await viewOf(page), stories);
    await page.goForward();
    assert.deepEqual(await viewOf(page), kpis);
  });
});

test('back, forward and reload restore how far one had scrolled', async () => {
  await withPage('/stories', {}, async (page) => {
    await page.mouse.move(640, 500);
    await page.mouse.wheel(0, 1100);
    await settled(page);
    const deep = await page.evaluate(() => scrollY);
    assert.ok(deep > 900, `the list is long enough to scroll (${deep})`);
    const card = page.getByRole('list', { name: '事例' }).getByRole('link').nth(9);
    await card.click();
    await settled(page);
    assert.match(await routeOf(page), /^\/stories\/./);
    assert.equal(await page.evaluate(() => scrollY), 0, 'a new page begins at its top');
    await page.mouse.wheel(0, 300);
    await settled(page);
    await page.goBack();
    await settled(page);
    const back = await page.evaluate(() => scrollY);
    assert.ok(Math.abs(back - deep) < 200, `back at ${back}, was at ${deep}`);
    await page.reload();
    await untilReady(page);
    await settled(page);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - back) <= 1, 'reload');
    await page.goForward();
    await settled(page);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - 300) <= 1, `forward: ${await page.evaluate(() => scrollY)}, was at 300`);
  });
});

test('an address typed by hand is followed; a page that does not exist says so and is left by back', async () => {
  await withPage('/', {}, async (page) => {
    await page.evaluate(() => (location.hash = '#/nonsense'));
    await settled(page);
    assert.match(await page.title(), /見つかりません/);
    await page.goBack();
    await settled(page);
    assert.doesNotMatch(await page.title(), /見つかりません/);
    await page.evaluate(() => (location.hash = '#/nonsense'));
    await settled(page);
    await page.getByRole('main').getByRole('link').first().click();
    await settled(page);
    assert.equal(await routeOf(page), '/');
    assert.equal(new URL(page.url()).hash.replace('#', '') || '/', '/');
  });
});

test('ids that are not there get a page that says so', async () => {
  for (const route of ['/stories/none', '/kpis/none', '/pillars/9']) {
    await withPage(route, {}, async (page) => {
      assert.equal(await heading1(page).count(), 1);
      assert.match(await heading1(page).innerText(), /見つか/, route);
      assert.ok((await page.getByRole('main').getByRole('link').count()) > 0, `${route}: a way on`);
    });
  }
});

test('malformed addresses do no harm', async () => {
  for (const route of ['/stories?q=%E3%81', '/map?c=%', '/map?c=0,0,0&y=x&p=99&i=none', '/%', '/stories/%E0%A4%A']) {
    await withPage(route, {}, async (page) => {
      assert.equal(await heading1(page).count(), 1, route);
    });
  }
});

test('a link opens in a new tab with ctrl-click, at the right place of the sub-path', async () => {
  await withPage('/', {}, async (page, { context }) => {
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('navigation').getByRole('link', { name: '地図', exact: true }).click({ modifiers: ['Control'] }),
    ]);
    await other.waitForLoadState();
    await untilReady(other);
    assert.equal(await routeOf(other), '/map');
    assert.equal(new URL(other.url()).pathname, '/some/where/');
    assert.equal(await routeOf(page), '/', 'the first tab stays where it was');
  });
});

// ---- layout ---------------------------------------------------------------------------------------------------------

const textRoles = new Set(['heading', 'paragraph', 'text', 'cell', 'columnheader', 'rowheader', 'status']);

// Words that reach out of the window, or lie on other words.
function layoutFaults({ nodes }, width) {
  const faults = [];
  const leaves = nodes.filter((node) => textRoles.has(node.role) && node.rect[2] > 0 && node.rect[3] > 0 && node.name);
  for (const { id, rect } of nodes) {
    const [x, , w] = rect;
    if (x < -0.5 || x + w > width + 0.5) faults.push(`${id} reaches from ${x} to ${x + w}`);
  }
  const parentOf = new Map(nodes.map((node) => [node.id, node.parent]));
  const isAbove = (a, b) => {
    for (let up = b; up; up = parentOf.get(up)) if (up === a) return true;
    return false;
  };
  const sorted = [...leaves].sort((a, b) => a.rect[1] - b.rect[1]);
  for (const [index, a] of sorted.entries()) {
    for (let i = index + 1; i < sorted.length && sorted[i].rect[1] < a.rect[1] + a.rect[3] - 3; i++) {
      const b = sorted[i];
      const wide = Math.min(a.rect[0] + a.rect[2], b.rect[0] + b.rect[2]) - Math.max(a.rect[0], b.rect[0]);
      const high = Math.min(a.rect[1] + a.rect[3], b.rect[1] + b.rect[3]) - b.rect[1];
      if (wide > 3 && high > 3 && a.layer === b.layer && !isAbove(a.id, b.id) && !isAbove(b.id, a.id)) faults.push(`${a.id} lies on ${b.id} (${wide.toFixed(0)} × ${high.toFixed(0)} px)`);
    }
  }
  return faults;
}

// One line for what is the same on many rows.
function summed(faults) {
  const groups = new Map();
  for (const fault of faults) {
    const kind = fault.replace(/\(.*?\)/g, '').replace(/[:/][\w-]*\d[\w-]*/g, ':…');
    groups.set(kind, [...(groups.get(kind) ?? []), fault]);
  }
  return [...groups.values()].map((same) => (same.length > 1 ? `${same[0]} — and ${same.length - 1} like it` : same[0]));
}

for (const [width, height, touch] of [[320, 568, true], [360, 640, true], [768, 1024, true], [1280, 800, false], [1920, 1080, false]]) {
  test(`at ${width} px nothing overflows, no words lie on others, every target can be hit`, async () => {
    await withPage('/', { width, height, touch }, async (page) => {
      const faults = [];
      for (const route of [...allRoutes(), '/map?p=13', '/map?t=1', '/stories?q=zzzz', '/no-such-page']) {
        await go(page, route);
        const scrollWidth = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
        if (scrollWidth > width) faults.push(`${route}: the page is ${scrollWidth} px wide`);
        const tree = await semanticsOf(page);
        faults.push(...layoutFaults(tree, width).map((fault) => `${route}: ${fault}`));
        for (const node of tree.nodes) {
          if (!node.focusable || node.role === 'map_feature' || node.id === 'skip') continue;
          const [, , w, h] = node.rect;
          if (Math.min(w, h) < 23.5) faults.push(`${route}: ${node.id} (${node.name}) is only ${w} × ${h} px`);
          if (node.role === 'button' && h < 43.5) faults.push(`${route}: button ${node.id} (${node.name}) is only ${h} px high`);
        }
      }
      assert.deepEqual(summed(faults).slice(0, 20), [], `${faults.length} faults`);
    });
  }, { seconds: 120 });
}

test('the window may change its size at any time', async () => {
  await withPage('/map?p=13', {}, async (page) => {
    for (const [width, height] of [[360, 640], [1920, 1080], [800, 400], [1280, 800]]) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction(([w, h]) => document.querySelector('canvas').width === w && document.querySelector('canvas').height === h, [width, height]);
      await settled(page);
      assert.ok((await semanticsOf(page)).nodes.every(({ rect: [x, , w] }) => x + w <= width + 0.5), `${width} px`);
    }
    assert.equal((await routeOf(page)), '/map?p=13');
    assert.equal(await cameraOf(page), null);
  });
});

test('no font is requested before the first complete frame, nor after', async () => {
  await withPage('/map', {}, async (page, { requests }) => {
    await settled(page);
    await go(page, `/kpis/${kpiWithActual()}`);
    const fonts = requests.filter(({ url, type }) => type === 'font' || /\.(ttf|otf|woff2?)(\?|$)/.test(url));
    assert.deepEqual(fonts, []);
    assert.ok(requests.some(({ url }) => url.endsWith('atlas.wasm')), 'the requests were seen');
  });
});
