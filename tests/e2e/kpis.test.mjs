// The KPIs: what the list and the pages say is what the data says, and what cannot be judged is said in words.
import { readFileSync } from 'node:fs';
import { assert, bundle, figure, firstNumber, go, queryOf, routeOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const data = () => bundle('kpis');
const kpis = () => data().kpis;
const nameOf = (kpi) => kpi.short || kpi.name;
// The series that measure a KPI; others in the bundle name it as what they are context for.
const seriesOf = (kpi) => (kpi.series ?? []).map((id) => data().series.find((series) => series.id === id)).filter((series) => series.rows.length > 0);
const column = (name) => data().columns.indexOf(name);
const latest = (kpi) => seriesOf(kpi).map(({ rows, unit }) => ({ value: rows.at(-1)[column('value')], unit }));
const words = ['達成', '順調', '加速が必要', '遅れ', '後退', '判定不可'];
const rowText = (nodes, kpi) => {
  const link = nodes.find((node) => node.id === `kpi:${kpi.id}`);
  assert.ok(link, `${kpi.id} is in the list`);
  return nodes.filter((node) => node.parent === link.parent).map((node) => [node.name, node.description ?? ''].join(' ')).join(' ');
};

test('every KPI of the strategy is in the list, with its target in the official words', async () => {
  await withPage('/kpis', {}, async (page) => {
    assert.equal(firstNumber(await page.getByRole('status').innerText()), kpis().length);
    const { nodes } = await semanticsOf(page);
    for (const kpi of kpis()) {
      const text = rowText(nodes, kpi);
      assert.ok(text.includes(kpi.target.text), `${kpi.id}: ${kpi.target.text}`);
      assert.ok(text.includes(nameOf(kpi)), kpi.id);
    }
  });
});

test('every figure in the list is the bundle’s latest observation', async () => {
  await withPage('/kpis', {}, async (page) => {
    const { nodes } = await semanticsOf(page);
    let checked = 0;
    for (const kpi of kpis()) {
      const observations = latest(kpi);
      if (observations.length === 0) continue;
      const text = rowText(nodes, kpi);
      const figures = observations.map(({ value, unit }) => `${figure(value)}${unit}`);
      assert.ok(figures.some((candidate) => text.includes(`最新 ${candidate}`)), `${kpi.id}: none of ${figures} in “${text}”`);
      checked++;
    }
    assert.ok(checked >= 10, `${checked} KPIs have a figure`);
  });
});

test('a KPI without an actual value says so in words, and has no bar', async () => {
  await withPage('/kpis', {}, async (page) => {
    const without = kpis().filter((kpi) => latest(kpi).length === 0);
    assert.ok(without.length >= 10, `${without.length} KPIs have none`);
    const { nodes } = await semanticsOf(page);
    for (const kpi of without) {
      const text = rowText(nodes, kpi);
      assert.match(text, /判定不可（.+）/, `${kpi.id}: the state with its reason`);
      assert.match(text, /[ぁ-ん]{2,}.*。/, `${kpi.id}: a sentence`);
      assert.ok(!nodes.some((node) => node.id === `bar:${kpi.id}`), `${kpi.id} has a bar`);
    }
  });
});

test('the states add up to all KPIs, and each leads to its own', async () => {
  await withPage('/kpis', {}, async (page) => {
    const strip = page.getByRole('group', { name: new RegExp(`^${kpis().length}のKPIの状態`) });
    assert.equal(await strip.count(), 1);
    const links = await strip.getByRole('link').allTextContents();
    assert.equal(links.length, 6);
    const counts = links.map((text) => Number(text.match(/(\d+)件/)[1]));
    assert.deepEqual(links.map((text) => text.split(' ')[0]), words);
    assert.equal(counts.reduce((a, b) => a + b), kpis().length);
    for (const [index, word] of words.entries()) {
      await strip.getByRole('link').nth(index).click();
      await settled(page);
      const shown = (await semanticsOf(page)).nodes.filter((node) => /^kpi:[a-z]/.test(node.id) && node.role === 'link');
      assert.equal(shown.length, counts[index], word);
      assert.match(await page.getByRole('status').innerText(), new RegExp(`${kpis().length}件のうち${counts[index]}件`));
      await page.goBack();
      await settled(page);
      assert.equal(await routeOf(page), '/kpis');
    }
  });
});

test('the overview’s strip says the same as the list', async () => {
  await withPage('/', {}, async (page) => {
    const name = new RegExp(`^${kpis().length}のKPIの状態`);
    const overview = await page.getByRole('group', { name }).getByRole('link').allTextContents();
    await go(page, '/kpis');
    assert.deepEqual(overview, await page.getByRole('group', { name }).getByRole('link').allTextContents());
  });
});

test('filters: by state, by reason, by pillar; together; and the way back to all', async () => {
  await withPage('/kpis', {}, async (page) => {
    const status = () => page.getByRole('status').innerText();
    const pillars = page.getByRole('group', { name: '政策の柱' }).getByRole('button');
    for (let pillar = 1; pillar <= 5; pillar++) {
      await pillars.nth(pillar).click();
      await settled(page, 150);
      const expected = kpis().filter((kpi) => kpi.pillars.includes(String(pillar))).length;
      assert.match(await status(), new RegExp(`うち${expected}件`));
    }
    await page.getByRole('group', { name: '状態' }).getByRole('button').last().click();
    await settled(page);
    const query = await queryOf(page);
    assert.equal(query.get('pillar'), '5');
    assert.equal(query.get('s'), 'not_judged');
    await page.getByRole('button', { name: '条件を消す' }).click();
    await settled(page);
    assert.equal(await routeOf(page), '/kpis');
  });
});

test('filters by level and order are selects and in the address; what they hide is said', async () => {
  await withPage('/kpis', {}, async (page) => {
    const outcomes = kpis().filter((kpi) => kpi.level === 'outcome').length;
    await page.getByRole('combobox', { name: '段階' }).selectOption('outcome');
    await settled(page);
    assert.equal((await queryOf(page)).get('level'), 'outcome');
    const status = await page.getByRole('status').innerText();
    assert.match(status, new RegExp(`うち${outcomes}件を表示`));
    assert.match(status, /判定できるもの\d+件、判定不可\d+件。しぼり込みで隠れている\d+件のうち、\d+件は判定不可です。/);
    const strip = page.getByRole('group', { name: new RegExp(`^${outcomes}のKPIの状態`) });
    assert.equal(await strip.getByRole('link').count(), 6, 'every state keeps its count');
    await page.getByRole('combobox', { name: '並べ方' }).selectOption('gap');
    await settled(page);
    assert.equal((await queryOf(page)).get('sort'), 'gap');
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    assert.match(headings[0], /^一定の速さと比べられるKPI/);
    assert.match(headings[1], /^一定の速さと比べられないKPI/);
  });
});

test('the KPIs of an aim that are behind', async () => {
  await withPage('/kpis?n=q', {}, async (page) => {
    const shown = async () => (await semanticsOf(page)).nodes.filter((node) => /^kpi:[a-z]/.test(node.id) && node.role === 'link').length;
    assert.equal(await shown(), kpis().filter((kpi) => kpi.code === 'output q').length);
    await page.getByRole('group', { name: '状態' }).getByRole('button', { name: /^遅れ/ }).click();
    await settled(page);
    const query = await queryOf(page);
    assert.equal(query.get('n'), 'q');
    assert.equal(query.get('s'), 'behind');
    assert.match(await page.getByRole('status').innerText(), new RegExp(`うち${await shown()}件を表示`));
  });
});

test('a KPI’s figures are saved as CSV, its chart as SVG', async () => {
  const kpi = kpis().find((candidate) => seriesOf(candidate)[0]?.rows.length > 3);
  await withPage(`/kpis/${kpi.id}`, {}, async (page) => {
    const save = async (name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const csv = await save('数値を保存（CSV）');
    assert.ok(csv.name.startsWith(`sosei-atlas_kpi_${kpi.id}_20`) && csv.name.endsWith('.csv'), csv.name);
    assert.equal(csv.text.charCodeAt(0), 0xfeff);
    const [series] = seriesOf(kpi);
    for (const row of series.rows) assert.ok(csv.text.includes(`,${row[column('value')]},${series.unit},`), `${row[column('value')]}`);
    const svg = await save('図を保存（SVG）');
    assert.ok(svg.name.endsWith('.svg'), svg.name);
    assert.ok(svg.text.includes('<svg') && svg.text.includes('出典'), 'a picture with its source');
    assert.match(await page.getByRole('status').innerText(), /保存しました/);
  });
});

test('from the KPIs to the national trends and to what changed in one step', async () => {
  await withPage('/kpis', {}, async (page) => {
    const tabs = page.getByRole('navigation', { name: '進み具合のページ' });
    await tabs.getByRole('link', { name: '全国の動き' }).click();
    await settled(page);
    assert.equal(await routeOf(page), '/trends');
    await tabs.getByRole('link', { name: '変わったこと' }).click();
    await settled(page);
    assert.equal(await routeOf(page), '/changes');
    assert.match(await page.getByRole('main').innerText(), /これが最初の版/);
  });
});

test('a KPI’s page: figure, state and reason, chart, audit and table of observations, each with its source', async () => {
  const kpi = kpis().find((candidate) => seriesOf(candidate)[0]?.rows.length > 3);
  const [series] = seriesOf(kpi);
  const value = column('value');
  await withPage('/kpis', {}, async (page) => {
    await page.getByRole('link', { name: nameOf(kpi), exact: true }).first().click();
    await settled(page);
    assert.equal(await routeOf(page), `/kpis/${kpi.id}`);
    const main = page.getByRole('main');
    assert.equal(await main.getByRole('heading', { level: 1 }).innerText(), kpi.name);
    const { nodes } = await semanticsOf(page);
    const node = (id) => nodes.find((candidate) => candidate.id === id);
    assert.equal(node('kpi:figure').name, `${figure(latest(kpi)[0].value)}${series.unit}`);
    assert.ok(words.some((word) => node('kpi:status').name.startsWith(word)));
    assert.ok(node('kpi:judgement').name.length > 10, 'the state explains itself');
    const table = main.getByRole('table', { name: '実績値の一覧' });
    assert.equal(await table.getByRole('row').count(), series.rows.length + 1);
    const cells = (await table.innerText()).replace(/\s/g, '');
    for (const row of series.rows) assert.ok(cells.includes(`${figure(row[value])}${series.unit}`.replace(/\s/g, '')), `${row[value]}`);
    assert.ok((await main.getByRole('img').count()) > 0, 'a chart');
    assert.match(await main.innerText(), /出典/);
    assert.equal(await main.getByRole('table', { name: '判定の根拠' }).count(), 1);
  });
});

test('every observation of a KPI stands on its page', async () => {
  await withPage('/kpis', {}, async (page) => {
    const missing = [];
    for (const kpi of kpis()) {
      await page.evaluate((route) => void (window.__atlas.route = route), `/kpis/${kpi.id}`);
      const cells = (await semanticsOf(page)).nodes.filter((node) => node.role === 'cell').map((node) => node.name.replace(/\s/g, ''));
      for (const series of seriesOf(kpi)) {
        const lost = series.rows.filter((row) => !cells.some((cell) => cell.includes(figure(row[column('value')])))).length;
        if (lost > 0) missing.push(`${kpi.id}: ${lost} of ${series.rows.length} of ${series.id}`);
      }
    }
    assert.deepEqual(missing, []);
  });
});

test('the chart’s figures open as a table', async () => {
  await withPage(`/kpis/${kpis().find((kpi) => seriesOf(kpi)[0]?.rows.length > 3).id}`, {}, async (page) => {
    const main = page.getByRole('main');
    const before = await main.getByRole('table').count();
    const opener = main.getByRole('button', { expanded: false }).first();
    await opener.click();
    await settled(page);
    assert.equal(await main.getByRole('table').count(), before + 1);
    await main.getByRole('button', { expanded: true }).first().click();
    await settled(page);
    assert.equal(await main.getByRole('table').count(), before);
  });
});

test('every KPI’s page opens, with its name as the only h1 and its target in the official words', async () => {
  await withPage('/kpis', {}, async (page) => {
    for (const kpi of kpis()) {
      await page.evaluate((route) => void (window.__atlas.route = route), `/kpis/${kpi.id}`);
      const { nodes, title } = await semanticsOf(page);
      assert.ok(title.startsWith(nameOf(kpi)), kpi.id);
      const headings = nodes.filter((node) => node.role === 'heading' && node.level === 1);
      assert.deepEqual(headings.map(({ name }) => name), [kpi.name]);
      assert.ok(nodes.some((node) => node.name === kpi.target.text), `${kpi.id}: ${kpi.target.text}`);
      assert.ok(nodes.find((node) => node.id === 'kpi:judgement').name.length > 5, kpi.id);
      const observations = latest(kpi);
      const shown = nodes.find((node) => node.id === 'kpi:figure').name;
      if (observations.length > 0) assert.ok(observations.some(({ value, unit }) => shown === `${figure(value)}${unit}`), `${kpi.id}: ${shown}`);
      else assert.match(shown, /基準値|未確認|不足|定性|なし/, kpi.id);
    }
  });
});

test('the five pillars: all measures and their 【】 targets in the official words, and their stories', async () => {
  const policy = bundle('policy');
  const stories = bundle('stories').stories;
  await withPage('/pillars', {}, async (page) => {
    for (const pillar of policy.pillars) {
      await go(page, '/pillars');
      await page.getByRole('main').getByRole('link', { name: new RegExp(`^${pillar.short}`) }).first().click();
      await settled(page, 150);
      assert.equal(await routeOf(page), `/pillars/${pillar.id}`);
      const text = (await semanticsOf(page)).nodes.map(({ name }) => name ?? '').join('\n');
      for (const measure of pillar.measures) {
        assert.ok(text.includes(measure.title), measure.title);
        if (measure.target_text) assert.ok(text.includes(measure.target_text), measure.target_text);
      }
      for (const story of stories.filter((candidate) => candidate.pillar === pillar.id)) assert.ok(text.includes(story.title), `${pillar.id}: ${story.title}`);
    }
  });
});
