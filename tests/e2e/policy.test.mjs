// The main tasks of the policy views, done as a reader does them: by role and name, from one view to the next.
import { readFileSync } from 'node:fs';
import { assert, bundle, decodePicture, figure, queryOf, routeOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const kpis = () => bundle('kpis').kpis;
const shownKpis = async (page) => (await semanticsOf(page)).nodes.filter((node) => /^kpi:[a-z0-9]/.test(node.id) && node.role === 'link').map((node) => node.id.slice(4));
const download = async (page, name) => {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
};

test('find the KPIs of output q that are behind', async () => {
  await withPage('/kpis', {}, async (page) => {
    await page.getByRole('combobox', { name: '目指す成果' }).selectOption('q');
    await settled(page);
    const all = await shownKpis(page);
    assert.deepEqual(all, kpis().filter((kpi) => kpi.code === 'output q').map((kpi) => kpi.id));
    const chip = page.getByRole('group', { name: '状態' }).getByRole('button', { name: /^遅れ \d+$/ });
    const expected = Number((await chip.innerText()).match(/\d+/)[0]);
    await chip.click();
    await settled(page);
    const behind = await shownKpis(page);
    assert.equal(behind.length, expected);
    assert.ok(behind.every((id) => all.includes(id)));
    // What the other levels hold is said although nothing of it is shown.
    assert.match(await page.getByRole('main').innerText(), /全\d+件（うち判定不可\d+件）のうち、0件を表示/);
  });
});

test('"with results" is chosen beside the state, and a link of earlier editions still holds', async () => {
  await withPage('/kpis?s=has_value', {}, async (page) => {
    await settled(page);
    const valued = await shownKpis(page);
    assert.ok(valued.length > 0 && valued.length < kpis().length);
    await page.getByRole('group', { name: '状態' }).getByRole('button', { name: /^判定不可/ }).click();
    await settled(page);
    const query = await queryOf(page);
    assert.equal(query.get('v'), '1');
    assert.equal(query.get('s'), 'not_judged');
    assert.ok((await shownKpis(page)).every((id) => valued.includes(id)));
  });
});

test('words narrow the board, cards show the same KPIs', async () => {
  await withPage('/kpis', {}, async (page) => {
    await page.getByRole('searchbox', { name: '言葉でKPIを探す' }).fill('観光');
    await settled(page);
    const rows = await shownKpis(page);
    assert.ok(rows.length > 0 && rows.length < kpis().length);
    await page.getByRole('group', { name: '見せ方' }).getByRole('button', { name: 'カード' }).click();
    await settled(page);
    assert.deepEqual((await shownKpis(page)).sort(), rows.sort());
    assert.equal((await queryOf(page)).get('as'), 'cards');
  });
});

test('from the inbound KPI to its plans and to its stories', async () => {
  const kpi = kpis().find(({ id }) => id === 'inbound-stays-regional');
  await withPage(`/kpis/${kpi.id}`, {}, async (page) => {
    const main = page.getByRole('main');
    assert.ok((await main.getByRole('list', { name: '関連する事例' }).getByRole('link').count()) > 0);
    await main.getByRole('link', { name: '工程表（いつ、何をするか）を見る' }).click();
    await settled(page);
    assert.match(await routeOf(page), /^\/roadmap\?n=A$/);
    assert.ok((await page.getByRole('group', { name: /予定のうち/ }).count()) > 0, 'its plans');
    await page.goBack();
    await settled(page);
    await main.getByRole('link', { name: 'ロジックモデルでの位置を見る' }).click();
    await settled(page);
    const details = page.getByRole('region', { name: '選んだ項目をくわしく' });
    assert.ok((await details.getByRole('link', { name: /^g\. .*（\d+表）$/ }).count()) === 1, 'the tables of the outputs that serve it');
    assert.ok((await details.getByRole('list', { name: /事例/ }).getByRole('link').count()) > 0);
  });
});

test('find an item of the logic model, open everything below it', async () => {
  await withPage('/logic', {}, async (page) => {
    await page.getByRole('searchbox', { name: '項目を探す（名前、読み、番号）' }).fill('q');
    await settled(page);
    await page.getByRole('list', { name: /見つかりました/ }).getByRole('link').first().click();
    await settled(page);
    assert.equal((await queryOf(page)).get('n'), 'q');
    const before = (await semanticsOf(page)).nodes.length;
    await page.getByRole('button', { name: '下流をすべて開く' }).click();
    await settled(page);
    assert.ok((await semanticsOf(page)).nodes.length > before);
  });
});

test('export the CSV of births and read it back', async () => {
  const { trends, series, columns } = bundle('trends');
  const births = trends.find(({ id }) => id === 'births');
  await withPage('/trends/births', {}, async (page) => {
    const { name, bytes } = await download(page, '数値を保存（CSV）');
    assert.match(name, /^sosei-atlas_trend_births_.*\.csv$/);
    const text = bytes.toString('utf8');
    assert.equal(text.charCodeAt(0), 0xfeff);
    const lines = text.slice(1).split('\r\n');
    const heads = lines.find((line) => line.startsWith('系列,')).split(',');
    const rows = lines.slice(lines.indexOf(heads.join(',')) + 1).filter((line) => line);
    const expected = births.series.flatMap(({ id }) => series.find((one) => one.id === id)?.rows ?? []);
    assert.equal(rows.length, expected.length);
    const value = heads.indexOf('値'), year = heads.indexOf('年');
    for (const [index, row] of expected.entries()) {
      const cells = rows[index].split(',');
      assert.equal(Number(cells[value]), Number(row[columns.indexOf('value')]));
      assert.equal(Number(cells[year]), Number(row[columns.indexOf('year')]));
    }
    const main = await page.getByRole('main').innerText();
    for (const row of expected) assert.ok(main.includes(figure(row[columns.indexOf('value')])), `${row}`);
  });
});

test('a chart is saved as a PNG of twice its size, and its link is copied', async () => {
  await withPage('/trends/births', {}, async (page, { context }) => {
    const { name, bytes } = await download(page, '図を保存（PNG）');
    assert.match(name, /\.png$/);
    const png = decodePicture(bytes);
    const { nodes } = await semanticsOf(page);
    const figureNode = nodes.find((node) => node.id === 'trend:chart:figure');
    assert.ok(png.width >= 2 * figureNode.rect[2] - 2, `${png.width} px for ${figureNode.rect[2]} px`);
    assert.match(await page.getByRole('status').innerText(), /保存しました：.*\.png/);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'リンクをコピー' }).click();
    await settled(page);
    assert.match(await page.getByRole('status').innerText(), /リンクをコピーしました：http.*#\/trends\/births/);
  });
});

test('on a phone the roadmap is a list of outputs, of which one is opened', async () => {
  await withPage('/roadmap', { width: 390, height: 844 }, async (page) => {
    const main = page.getByRole('main');
    assert.equal(await main.getByRole('group', { name: /予定のうち/ }).count(), 0);
    await main.getByRole('link', { name: /^q\. .*（\d+表）$/ }).click();
    await settled(page);
    assert.equal(await routeOf(page), '/roadmap?n=q');
    await main.getByRole('combobox', { name: '期間' }).selectOption('2025');
    await settled(page);
    assert.equal((await queryOf(page)).get('y'), '2025');
    await main.getByRole('link', { name: 'アウトプットの一覧へ' }).click();
    await settled(page);
    assert.ok((await main.getByRole('heading', { name: 'アウトプットを選ぶ' }).count()) === 1);
  });
});

test('the map’s values are saved as CSV and read back, the map itself as a picture with its source', () =>
  withPage('/map?i=population_change', {}, async (page) => {
    await page.getByRole('button', { name: '保存、リンク、スライド' }).click();
    await settled(page);
    const csv = await download(page, '数値を保存（CSV）');
    assert.match(csv.name, /^sosei-atlas_map_population_change_.*\.csv$/);
    const rows = csv.bytes.toString('utf8').split('\r\n').filter((line) => /^\d\d,/.test(line));
    assert.equal(rows.length, 47);
    const { indicators } = bundle('indicators');
    const indicator = indicators.find(({ key }) => key === 'population_change');
    const last = indicator.values.at(-1);
    rows.forEach((row, place) => assert.equal(Number(row.split(',')[2]), last[place]));
    const svg = (await download(page, '図を保存（SVG）')).bytes.toString('utf8');
    assert.match(svg, /出典/);
    const png = decodePicture((await download(page, '図を保存（PNG）')).bytes);
    assert.ok(png.width === 2240 && png.height === 1260, `${png.width} × ${png.height}`);
  }));
