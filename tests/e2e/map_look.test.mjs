// How the map draws its figures: the legend that filters, the years, the folded choices, and a file of the reader's own.
import { assert, queryOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const legend = (page) => page.getByRole('group', { name: /^凡例/ });
const ranking = (page) => page.getByRole('list', { name: '値の大きい順' }).getByRole('button');

test('a class of the legend filters the map and the list, and a second press takes it back', async () => {
  await withPage('/map?i=tfr', {}, async (page) => {
    const lowest = legend(page).getByRole('button').first();
    await lowest.click();
    await settled(page);
    assert.equal((await queryOf(page)).get('u'), '0');
    assert.equal(await lowest.getAttribute('aria-pressed'), 'true');
    assert.ok((await ranking(page).count()) < 47);
    await lowest.click();
    await settled(page);
    assert.equal((await queryOf(page)).get('u'), null);
    assert.equal(await ranking(page).count(), 47);
  });
});

test('the years are played one after another and end with the last', async () => {
  await withPage('/map?i=births&y=2022', { reducedMotion: true }, async (page) => {
    await page.getByRole('button', { name: '年を順に進める' }).click();
    await page.getByRole('button', { name: '止める' }).waitFor();
    await page.waitForFunction(() => /[?&]y=2024/.test(window.__atlas.route), null, { timeout: 15000 });
    await page.getByRole('button', { name: '年を順に進める' }).waitFor();
  });
});

test('limits, patterns, form and comparison are chosen in a folded section and are in the address', async () => {
  await withPage('/map?i=births', {}, async (page) => {
    const press = async (name) => {
      await page.getByRole('button', { name, exact: true }).click();
      await settled(page);
    };
    await press('表し方を変える');
    for (const [name, key, value] of [['同じ幅ずつ', 'k', 'e'], ['色に模様を重ねる', 'h', '1'], ['円の大きさ', 'f', 's'], ['同じ大きさのます', 'f', 't']]) {
      await press(name);
      assert.equal((await queryOf(page)).get(key), value, name);
    }
    await page.getByRole('combobox', { name: 'くらべる年' }).selectOption('2011');
    await settled(page);
    assert.equal((await queryOf(page)).get('d'), '2011');
    assert.match(await page.title(), /出生数の差/);
  });
});

test('a file of the reader’s own is drawn without any request', async () => {
  await withPage('/map', {}, async (page, { requests }) => {
    await page.getByRole('button', { name: '自分のデータを地図にする' }).click();
    await settled(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'CSVファイルを選ぶ' }).click();
    await (await chooser).setFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('県,空き家\n島根県,54\n東京,896\n江戸府,1\n') });
    await page.getByText('「mine.csv」の3行のうち、2行を地図に表しています。').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('listitem').filter({ hasText: '江戸府' }).count(), 1);
    assert.ok(requests.every(({ method }) => !method || method === 'GET'), 'nothing is sent');
  });
});

test('the legend is one tab stop: arrows go through its classes, Enter filters', () =>
  withPage('/map?i=tfr', {}, async (page) => {
    const classes = legend(page).getByRole('button');
    assert.equal(await classes.evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length), 1);
    await classes.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.activeElement.id === 'n:map:legend:1');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /[?&]u=1/.test(location.hash));
    assert.equal(await classes.nth(1).getAttribute('aria-pressed'), 'true');
  }));

test('a second indicator: blended on one map, then on two maps that move together', () =>
  withPage('/map?i=tfr', {}, async (page) => {
    await page.getByRole('button', { name: '表し方を変える' }).click();
    await page.getByRole('combobox', { name: 'いっしょに見る指標' }).selectOption('share_65plus');
    await page.waitForFunction(() => /[?&]w=share_65plus/.test(location.hash));
    await settled(page);
    assert.match(await page.locator('[id="n:pref:32"]').getAttribute('aria-label') ?? (await page.locator('[id="n:pref:32"]').textContent()), /65歳以上の割合/);
    await page.getByRole('button', { name: '2枚を並べる' }).click();
    await page.waitForFunction(() => /[?&]v=2/.test(location.hash));
    await settled(page);
    const { nodes } = await semanticsOf(page);
    const second = nodes.find(({ id }) => id === 'map-second');
    assert.ok(second && second.rect[2] > 300, 'the second map has its place');
    const [x, y, w, h] = second.rect;
    await page.mouse.move(x + w / 2, y + h / 2);
    await page.mouse.down();
    await page.mouse.move(x + w / 2 + 60, y + h / 2 + 30, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction(() => /[?&]c=/.test(location.hash));
  }));

test('limits of the reader’s own: they begin with the map’s, are typed, and what is no number is told', () =>
  withPage('/map?i=tfr', {}, async (page) => {
    await page.getByRole('button', { name: '表し方を変える' }).click();
    await page.getByRole('button', { name: '自分で決める' }).click();
    await settled(page);
    const field = page.getByRole('textbox', { name: '区切りの値' });
    assert.match(await field.inputValue(), /^[\d. ]+$/);
    await field.fill('1.2 1.4');
    await page.waitForFunction(() => /[?&]kl=1\.2%201\.4/.test(window.__atlas.route));
    await settled(page);
    assert.equal(await legend(page).getByRole('button', { name: /都道府県$/ }).count(), 3);
    await field.fill('1.2 many');
    await page.getByText('「many」は数として読めません').waitFor({ state: 'attached' });
    assert.equal(await legend(page).getByRole('button', { name: /都道府県$/ }).count(), 2);
  }));

test('a file of origins and destinations becomes flows to and from the Tokyo area', () =>
  withPage('/map', {}, async (page) => {
    await page.getByRole('button', { name: '自分のデータを地図にする' }).click();
    await settled(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'CSVファイルを選ぶ' }).click();
    const rows = '転出元,転入先,人数（人）\n大阪府,東京都,240\n東京都,大阪府,170\n福岡県,大阪府,9\n';
    await (await chooser).setFiles({ name: 'flows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await page.getByText('「flows.csv」の3行のうち、2行を地図に表しています。').waitFor({ state: 'attached' });
    assert.equal((await queryOf(page)).get('f'), 'f');
    await page.getByRole('img', { name: '凡例：帯の太さが差し引きを表します' }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: /^大阪府 \+?70人/ }).count(), 1);
  }));

test('on a phone of 360 px the prefectures can be tiles, each at least 24 px', () =>
  withPage('/map?f=t', { width: 360, height: 780, dpr: 2, touch: true }, async (page) => {
    const { nodes } = await semanticsOf(page);
    const tiles = nodes.filter(({ role }) => role === 'map_feature');
    assert.equal(tiles.length, 47);
    for (const { id, rect } of tiles) assert.ok(Math.min(rect[2], rect[3]) >= 24, `${id} ${rect}`);
  }));
