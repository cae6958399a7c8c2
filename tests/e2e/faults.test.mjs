// When something is wrong: the page says which file, where and what to do; the rest of the site goes on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, bundle, bundleFile, dist, go, picture, semanticsOf, coloursOf, routeOf, settled, test, untilReady, withPage } from './helpers.mjs';

// Bundle → the page that cannot do without it, a page that can, and something that the healthy page has.
const users = {
  policy: { page: '/pillars', other: '/map', healthy: (page) => page.getByRole('main').getByRole('heading', { level: 2 }) },
  stories: { page: '/stories', other: '/kpis', healthy: (page) => page.getByRole('searchbox') },
  kpis: { page: '/kpis', other: '/stories', healthy: (page) => page.getByRole('group', { name: 'のKPIの状態' }) },
  places: { page: '/map', other: '/kpis', healthy: (page) => page.getByRole('list', { name: '値の大きい順' }) },
  indicators: { page: '/map', other: '/stories', healthy: (page) => page.getByRole('list', { name: '値の大きい順' }) },
  boundaries: { page: '/map', other: '/stories', healthy: (page) => page.getByRole('button', { name: /^島根県/ }) },
};
const text = (name) => readFileSync(join(dist, 'data', bundleFile(name)), 'utf8');
const glob = (name) => `**/data/${bundleFile(name)}`;
const json = (body) => (route) => route.fulfill({ contentType: 'application/json', body });
const notFound = (route) => route.fulfill({ status: 404, body: '404' });
const networkErrors = /Failed to load resource|net::ERR/;

const alertText = async (page) => (await page.getByRole('alert').allInnerTexts()).join('\n');
const retryButton = (page) => page.getByRole('button', { name: '再読み込み' }).first();

// The fault is told with its file and a remedy, the rest works, and trying again helps once the file is mended.
async function checkFault(name, handler, { file = bundleFile(name), place, mended = true } = {}) {
  const { page: route, other, healthy } = users[name];
  await withPage(route, { routes: [[glob(name), handler]], allow: networkErrors }, async (page, { context }) => {
    await settled(page);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'the page is still a page');
    const told = await alertText(page);
    assert.ok(told.includes(file), `names ${file}: ${told}`);
    if (place) assert.match(told, place, 'names the place');
    assert.match(told, /してください|ください|ありませんか|消して/, 'says what to do');
    await go(page, other);
    assert.equal(await users[other.slice(1)]?.healthy?.(page).count() ?? 1, 1);
    assert.equal((await page.getByRole('alert').allInnerTexts()).filter((words) => words.includes(file)).length, 0, `${other} goes on`);
    if (!mended) return;
    await go(page, route);
    await context.unroute(glob(name));
    await retryButton(page).click();
    await healthy(page).first().waitFor({ state: 'attached', timeout: 10_000 });
    await settled(page);
    assert.ok(!(await alertText(page)).includes(file), 'no complaint is left');
  });
}

for (const name of Object.keys(users)) {
  test(`${name}: missing, then there after 再読み込み`, () => checkFault(name, notFound));
  test(`${name}: truncated`, () => checkFault(name, json(text(name).slice(0, text(name).length / 2)), { mended: false, place: /場所|line|:\/|行/ }));
  test(`${name}: an HTML page instead of JSON`, () => checkFault(name, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Login</title>' }), { mended: false }));
  test(`${name}: of another version`, () =>
    checkFault(name, json(text(name).replace('"version":1', '"version":99')), { mended: false, place: name === 'boundaries' ? undefined : /version/ }));
}

test('a bundle that never arrives: the page says so when the connection breaks', () => checkFault('kpis', (route) => route.abort(), {}));

test('a dangling id: the page names file, pointer and remedy, and goes on without it', async () => {
  const stories = bundle('stories');
  stories.stories[0].measures = ['9-99'];
  await withPage('/stories', { routes: [[glob('stories'), json(JSON.stringify(stories))]] }, async (page) => {
    await settled(page);
    const told = await alertText(page);
    assert.match(told, /9-99/);
    assert.match(told, /\/stories\/0\/measures\/0/);
    assert.match(told, /ありませんか|足すか/);
    assert.equal(await page.getByRole('list', { name: '事例', exact: true }).getByRole('listitem').count(), stories.stories.length, 'no story is dropped');
    await go(page, `/stories/${stories.stories[0].id}`);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  });
});

test('wrong types and NaN in a bundle: file and JSON pointer', async () => {
  const kpis = bundle('kpis');
  kpis.kpis[3].target = 'viel';
  await checkFault('kpis', json(JSON.stringify(kpis)), { mended: false, place: /\/kpis\/3\/target/ });
  await checkFault('stories', json(text('stories').replace(/"position":\[[^\]]*\]/, '"position":[NaN,35]')), { mended: false });
});

test('HTML in a name is text', async () => {
  const stories = bundle('stories');
  const evil = '<img src=x onerror="document.title=\'hacked\'"><script>alert(1)</script>';
  stories.stories[0].title = evil;
  await withPage('/stories', { routes: [[glob('stories'), json(JSON.stringify(stories))]] }, async (page) => {
    await settled(page);
    assert.equal(await page.locator('#mirror img, #mirror script').count(), 0);
    assert.ok((await page.getByRole('link', { name: evil }).count()) > 0, 'it is shown as it is');
    await go(page, `/stories/${stories.stories[0].id}`);
    assert.match(await page.title(), /<img/);
  });
});

test('a text of ten million letters does not bring the site down', async () => {
  const stories = bundle('stories');
  stories.stories[0].summary = 'あ'.repeat(3_400_000);
  await withPage('/kpis', { routes: [[glob('stories'), json(JSON.stringify(stories))]] }, async (page) => {
    await settled(page);
    assert.equal(await page.getByRole('group', { name: 'のKPIの状態' }).count(), 1);
    await go(page, '/stories');
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  });
}, { seconds: 120 });

test('the manifest is missing: every page says so, and 再読み込み brings everything', async () => {
  await withPage('/', { routes: [['**/data/manifest.json', notFound]], allow: networkErrors }, async (page, { context }) => {
    for (const route of ['/map', '/stories', '/kpis', '/pillars', '/']) {
      await go(page, route);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, route);
      assert.match(await alertText(page), /manifest\.json/, route);
    }
    await go(page, '/about');
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'about needs no data');
    await go(page, '/kpis');
    await context.unroute('**/data/manifest.json');
    await retryButton(page).click();
    await users.kpis.healthy(page).first().waitFor({ state: 'attached', timeout: 10_000 });
    await go(page, '/stories');
    assert.equal(await page.getByRole('searchbox').count(), 1);
  });
});

test('a manifest that names a file elsewhere is refused', async () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8'));
  for (const evil of ['https://example.org/x.json', '//example.org/x.json', '../../x.json']) {
    const changed = structuredClone(manifest);
    changed.bundles.kpis.file = evil;
    await withPage('/kpis', { routes: [['**/data/manifest.json', json(JSON.stringify(changed))]], allow: networkErrors }, async (page, { requests }) => {
      await settled(page);
      assert.ok(!requests.some(({ url }) => url.includes('example.org') || url.endsWith('/x.json')), `${evil} was not asked for`);
      assert.match(await alertText(page), /manifest\.json/);
    });
  }
});

test('several faults at once cost only their own pages', async () => {
  const routes = ['stories', 'indicators', 'boundaries'].map((name) => [glob(name), notFound]);
  await withPage('/', { routes, allow: networkErrors }, async (page) => {
    for (const route of ['/kpis', '/pillars', '/about']) {
      await go(page, route);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, route);
    }
    await go(page, '/kpis');
    assert.equal(await page.getByRole('group', { name: 'のKPIの状態' }).count(), 1);
  });
});

// ---- what the browser lacks -----------------------------------------------------------------------------------------

async function checkShellMessage(options, what) {
  await withPage('/map', { ...options, ready: false }, async (page) => {
    const alert = page.getByRole('alert');
    await alert.waitFor({ state: 'attached' });
    const words = await alert.innerText();
    assert.match(words, what);
    assert.match(words, /お試しください|確かめて|再読み込み/, 'says what to do');
    assert.ok((await page.getByRole('link', { name: /データ/ }).count()) > 0, 'the data can be had without the program');
    assert.ok((await page.getByRole('button', { name: '再読み込み' }).count()) > 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.equal(await page.evaluate(() => window.__atlas.frames), 0);
    const link = page.getByRole('link', { name: /データ/ }).first();
    const answer = await page.request.get(new URL(await link.getAttribute('href'), page.url()).href);
    assert.equal(answer.status(), 200);
  });
}
const noWebGl = () => {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
  };
};

test('no WebGL 2: a readable message and what still works', () => checkShellMessage({ init: noWebGl, width: 360 }, /WebGL/));
test('a browser started without a GPU says the same', () => checkShellMessage({ gpu: false, allow: /WebGL/i }, /WebGL/));
test('no WebAssembly: a readable message and what still works', () => checkShellMessage({ init: () => delete window.WebAssembly }, /WebAssembly/));
test('the program does not arrive: atlas.js', () => checkShellMessage({ routes: [['**/atlas.js', notFound]], allow: networkErrors }, /atlas\.js/));
test('the program does not arrive: atlas.wasm', () => checkShellMessage({ routes: [['**/atlas.wasm', notFound]], allow: /./ }, /プログラム/));
test('the program arrives damaged', () =>
  checkShellMessage({ routes: [['**/atlas.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('0061736d01000000ff', 'hex') })]], allow: /./ }, /プログラム/));

// The second part of the program: the first must never call into it, and the pages it draws must say what is missing.
test('without the later part the overview and the map work as ever; other pages say so and come back', async () => {
  let away = true;
  const gate = (route) => (away ? notFound(route) : route.continue());
  await withPage('/', { routes: [['**/atlas-later.wasm', gate]], allow: networkErrors }, async (page) => {
    await settled(page);
    await page.mouse.move(700, 400);
    for (let i = 0; i < 25; i++) await page.keyboard.press('Tab');
    for (const route of ['/map', '/en/map', '/map?p=13', '/map?t=1', '/map?l=b', '/map?i=population_total&l=m', '/map?i=population_total&l=m&p=32525', '/map?m=0', '/map?f=s&h=1', '/map?f=t', '/map?k=q&h=1', '/map?k=c', '/map?ks=1', '/map?i=population_total&d=2000&u=04', '/no-such-page', '/en']) {
      await go(page, route);
      await page.mouse.move(800, 400);
      await page.mouse.wheel(0, 200);
      await page.mouse.click(820, 420);
      for (const key of ['Tab', 'ArrowRight', 'PageDown', 'Home', '+', 'Escape']) await page.keyboard.press(key);
      await settled(page, 150);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, route);
    }
    await go(page, '/map');
    await page.getByRole('combobox', { name: '指標' }).selectOption('population_total');
    await settled(page);
    for (const name of ['表し方を変える', '自分のデータを地図にする']) {
      const fold = page.getByRole('button', { name });
      await fold.focus();
      await page.keyboard.press('Enter');
      await settled(page, 150);
    }
    assert.equal(await page.getByText('読み込んでいます').count(), 0, 'nothing claims to be on its way');
    assert.equal(await page.getByRole('button', { name: '再読み込み' }).count(), 2, 'each folded section says so and offers to try again');
    await go(page, '/kpis');
    const alert = page.getByRole('alert');
    await alert.waitFor({ state: 'attached' });
    assert.match(await alert.innerText(), /このページを読み込めませんでした[\s\S]*atlas-later\.wasm/);
    away = false;
    await page.getByRole('button', { name: '再読み込み' }).click();
    await users.kpis.healthy(page).first().waitFor({ state: 'attached' });
  });
});

test('the first part says all of its words by itself: the same as with the words of the later pages', async () => {
  const routes = ['/', '/map', '/map?p=32', '/map?t=1', '/map?l=b', '/map?l=m&p=32', '/map?i=births', '/no-such-page'];
  const said = async (options) => {
    const all = {};
    await withPage('/', options, async (page) => {
      for (const route of routes) {
        await go(page, route);
        await settled(page, 150);
        for (const { id, name, description } of (await semanticsOf(page)).nodes) all[`${route} ${id}`] = `${name} ${description ?? ''}`;
      }
    });
    return all;
  };
  const alone = await said({ routes: [['**/atlas-later.wasm', notFound], ['**/words.ja.txt', notFound]], allow: networkErrors });
  const whole = await said({});
  const other = Object.keys(alone).filter((key) => key in whole && alone[key] !== whole[key]);
  assert.deepEqual(other.map((key) => `${key}: “${alone[key]}” instead of “${whole[key]}”`), []);
  assert.ok(Object.keys(alone).length > 300);
}, { seconds: 120 });

test('a copied link to a map drawn otherwise waits for the later part, and is then drawn so', async () => {
  for (const route of ['/map?i=population_total&f=s', '/en/map?f=t', '/map?k=q&h=1']) {
    let arrive;
    const gate = new Promise((done) => (arrive = done));
    await withPage(route, { ready: false, routes: [['**/atlas-later.wasm', async (r) => (await gate, r.continue())]] }, async (page) => {
      await page.waitForFunction(() => window.__atlas.frames > 0);
      await page.waitForTimeout(800);
      const before = coloursOf(await picture(page));
      arrive();
      await untilReady(page);
      await settled(page);
      const after = coloursOf(await picture(page));
      assert.notDeepEqual([...after.count.entries()].sort(), [...before.count.entries()].sort(), `${route}: the choice is drawn once it can be`);
    });
  }
});

test('a later part of another build is not joined to the program', async () => {
  const bytes = readFileSync(join(dist, 'atlas-later.wasm'));
  bytes[bytes.length - 1] ^= 1; // the mark of the build stands at the end
  const other = (route) => route.fulfill({ contentType: 'application/wasm', body: bytes });
  await withPage('/kpis', { routes: [['**/atlas-later.wasm', other]] }, async (page) => {
    await page.getByRole('alert').waitFor({ state: 'attached' });
    assert.equal(await users.kpis.healthy(page).count(), 0);
  });
});

test('without JavaScript the page says what is needed and where the data is', async () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const noscript = html.match(/<noscript>([\s\S]*?)<\/noscript>/)?.[1] ?? '';
  assert.match(noscript, /JavaScript/);
  assert.match(noscript, /data\/manifest\.json/);
});

test('a lost graphics context is said, the words stay, and the picture comes back', async () => {
  await withPage('/map', {}, async (page) => {
    await settled(page);
    const before = coloursOf(await picture(page));
    await page.evaluate(() => {
      window.__lose = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.__lose.loseContext();
    });
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: 5000 });
    assert.match(await alert.innerText(), /描画/);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'the words are there meanwhile');
    await page.getByRole('combobox', { name: '指標' }).selectOption('population_total');
    await page.evaluate(() => window.__lose.restoreContext());
    await alert.waitFor({ state: 'hidden', timeout: 5000 });
    await settled(page);
    assert.match(await routeOf(page), /population_total/, 'what was chosen meanwhile holds');
    const after = coloursOf(await picture(page));
    assert.ok(after.distinct > before.distinct / 2 && after.shareOfMost < 0.98, `${after.distinct} colours, before ${before.distinct}`);
    assert.ok(after.shareOf(0x000000) < 0.05, 'not black');
  });
});

test('a context that is lost twice comes back twice', async () => {
  await withPage('/kpis', {}, async (page) => {
    for (let round = 0; round < 2; round++) {
      await page.evaluate(async () => {
        const lose = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        lose.loseContext();
        await new Promise((done) => setTimeout(done, 200));
        lose.restoreContext();
        await new Promise((done) => setTimeout(done, 300));
      });
      await settled(page);
      const colours = coloursOf(await picture(page));
      assert.ok(colours.distinct > 20 && colours.shareOf(0x000000) < 0.05, `round ${round}: ${colours.distinct} colours`);
    }
    await untilReady(page);
  });
});
