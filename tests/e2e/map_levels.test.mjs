// The map's levels — blocks, prefectures, municipalities — and the ways between and around them by mouse and keyboard.
import { assert, bundle, cameraOf, go, queryOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const feature = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}(\\s|$)`) });
const municipalities = () => {
  const { columns, rows } = bundle('municipalities').municipalities;
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
};
const area = (page, code) => page.locator(`[id="n:muni:${code}"]`);
const features = async (page) => (await semanticsOf(page)).nodes.filter(({ role }) => role === 'map_feature');

test('blocks, prefectures and municipalities are chosen by hand; the address and the words follow', async () => {
  await withPage('/map?i=population_total', {}, async (page, { requests }) => {
    const level = (name) => page.getByRole('group', { name: '地図の区分け' }).getByRole('button', { name, exact: true });
    assert.equal(await level('都道府県').getAttribute('aria-pressed'), 'true');
    assert.ok(!requests.some(({ url }) => /municipal/.test(url)), 'nothing of the municipalities is fetched before');
    await level('市区町村').click();
    await settled(page);
    assert.equal((await queryOf(page)).get('l'), 'm');
    assert.equal(await page.getByRole('heading', { level: 1, name: /市区町村別/ }).count(), 1);
    assert.match(await page.getByRole('heading', { name: /市区町村の値/ }).innerText(), /1,741/);
    assert.equal((await features(page)).length, 47, 'the tree holds the prefectures that lead to them');
    await level('地方').click();
    await settled(page);
    assert.equal((await queryOf(page)).get('l'), 'b');
    assert.equal((await features(page)).length, 8);
    await level('都道府県').click();
    await settled(page);
    assert.equal((await queryOf(page)).get('l'), null);
    assert.equal((await features(page)).length, 47);
  });
});

test('from a prefecture to its municipalities and back: button, breadcrumb, Esc', async () => {
  await withPage('/map?i=population_total&p=32', { reducedMotion: true }, async (page, { requests }) => {
    await page.getByRole('button', { name: '市区町村を見る' }).click();
    await settled(page);
    const own = municipalities().filter(({ pref }) => pref === '32');
    assert.equal((await features(page)).length, own.length);
    assert.equal(await page.getByRole('list', { name: '値の大きい順' }).getByRole('button').count(), own.length);
    assert.ok(requests.some(({ url }) => /detail-[23]-32-/.test(url)), 'its finer boundaries are fetched');
    assert.ok(!requests.some(({ url }) => /detail-[23]-(01|13|47)-/.test(url)), 'and not those of prefectures far away');
    await area(page, '32525').focus();
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), '32525');
    assert.equal(await page.getByRole('region', { name: '選んだ市区町村：海士町' }).count(), 1);
    const crumbs = page.getByRole('navigation', { name: 'いまの場所' });
    assert.match((await crumbs.innerText()).replace(/\s+/g, ' '), /全国.*島根県.*海士町/);
    await crumbs.getByRole('link', { name: '島根県' }).click();
    await settled(page);
    assert.equal((await queryOf(page)).get('p'), '32');
    await page.keyboard.press('Escape');
    await settled(page);
    const query = await queryOf(page);
    assert.deepEqual([query.get('p'), query.get('l'), query.get('c')], [null, null, null], 'Esc leads up to the country');
  });
});

test('near enough, the map turns to municipalities by itself where the indicator has them; a click hits the one below the pointer', async () => {
  await withPage('/map?i=population_total&c=139.4,35.7,12&m=0', {}, async (page) => {
    await settled(page);
    assert.equal(await page.getByRole('heading', { level: 1, name: /市区町村別/ }).count(), 1);
    await page.mouse.click(820, 432);
    await settled(page);
    const code = (await queryOf(page)).get('p');
    assert.match(code, /^13\d{3}$/, `${code} lies in Tokyo`);
    await go(page, '/map?i=births&c=139.4,35.7,12&m=0');
    assert.equal(await page.getByRole('heading', { level: 1, name: /都道府県別/ }).count(), 1);
  });
});

test('PageUp and PageDown go by rank, Home and End to the extremes', async () => {
  await withPage('/map?i=population_total', {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? '');
    await feature(page, '岩手県').focus();
    await page.keyboard.press('Home');
    await settled(page, 150);
    assert.match(await focused(), /^東京都.*全国1位/);
    await page.keyboard.press('PageDown');
    await settled(page, 150);
    assert.match(await focused(), /全国2位/);
    await page.keyboard.press('End');
    await settled(page, 150);
    assert.match(await focused(), /^鳥取県.*全国47位/);
    await page.keyboard.press('PageUp');
    await settled(page, 150);
    assert.match(await focused(), /全国46位/);
  });
});

test('shift and the mouse draw a box that the map zooms to', async () => {
  await withPage('/map?m=0', { reducedMotion: true }, async (page) => {
    await page.keyboard.down('Shift');
    await page.mouse.move(700, 350);
    await page.mouse.down();
    await page.mouse.move(930, 534, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const camera = await cameraOf(page);
    assert.ok(Math.abs(camera.zoom - 4) < 0.1, `a quarter of the map's width, zoom ${camera.zoom}`);
    assert.equal((await queryOf(page)).get('p'), null, 'and no click');
  });
});

test('the ranking is one Tab stop with arrow keys; what is chosen in it comes into view', async () => {
  await withPage('/map?i=population_total', { reducedMotion: true }, async (page) => {
    const rows = page.getByRole('list', { name: '値の大きい順' }).getByRole('button');
    assert.equal(await rows.evaluateAll((list) => list.filter((row) => row.tabIndex >= 0).length), 1);
    await rows.first().focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown');
    await settled(page);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^21位/);
    await page.keyboard.press('Enter');
    await settled(page);
    const box = await page.getByRole('region', { name: /選んだ都道府県/ }).getByRole('heading', { level: 2 }).boundingBox();
    assert.ok(box.y > 64 && box.y < 700, `the chosen one's name stands at ${box.y}`);
  });
});
