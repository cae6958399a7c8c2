// The stories: found by words, place, pillar and theme; each with a page of its own that names its source and its measures.
import { assert, bundle, firstNumber, queryOf, routeOf, semanticsOf, settled, test, withPage } from './helpers.mjs';

const stories = () => bundle('stories').stories;
const places = () => bundle('places');
const field = (page) => page.getByRole('searchbox', { name: '言葉で探す' });
const list = (page) => page.getByRole('list', { name: '事例', exact: true });
const count = async (page) => {
  await settled(page);
  return firstNumber(await page.getByRole('status').innerText());
};
const linkNames = (page) => list(page).getByRole('link').allTextContents();

test('all stories are there at first, and the status says how many', async () => {
  await withPage('/stories', {}, async (page) => {
    assert.equal(await count(page), stories().length);
    assert.equal(await list(page).getByRole('listitem').count(), stories().length);
    for (const story of stories()) assert.equal(await list(page).getByRole('link', { name: `${story.place}：${story.title}`, exact: true }).count(), 1, story.id);
  });
});

test('海士町 is found by its name, by a part of it, by its reading in either kana and by Latin letters', async () => {
  await withPage('/stories', {}, async (page) => {
    const expected = stories().filter((story) => story.place.includes('海士町') || story.municipalities.includes('32525'));
    assert.ok(expected.length > 0);
    for (const words of ['海士町', '海士', '海　士町', 'あまちょう', 'あまちよう'.replace('よ', 'ょ'), 'アマチョウ', 'ama', 'ＡＭＡ']) {
      await field(page).fill(words);
      const found = await count(page);
      assert.ok(found >= 1 && found < stories().length, `${words}: ${found}`);
      assert.ok((await linkNames(page)).some((name) => name.includes('海士町')), words);
      assert.equal(found, (await linkNames(page)).length, `${words}: the status says what is shown`);
    }
    await field(page).fill('海士 総合');
    assert.equal(await count(page), stories().filter((s) => s.place.includes('海士') && JSON.stringify(s).includes('総合')).length, 'all words must occur');
    assert.equal((await queryOf(page)).get('q'), '海士 総合');
  });
});

test('the field keeps the focus and the caret while one types, and every letter counts at once', async () => {
  await withPage('/stories', {}, async (page) => {
    await field(page).click();
    await page.keyboard.type('しまねけん', { delay: 30 });
    assert.equal(await field(page).inputValue(), 'しまねけん');
    assert.ok(await field(page).evaluate((element) => element === document.activeElement));
    assert.ok((await count(page)) < stories().length);
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    assert.equal(await field(page).inputValue(), 'xしまねけん');
    assert.equal(await count(page), 0);
  });
});

test('of the page behind the picture only the field that is written in is seen, and nothing when it is left', async () => {
  await withPage('/stories', {}, async (page) => {
    // As the browser paints it: opacity of an element and of all that it lies in.
    const seen = () =>
      page.evaluate(() => {
        const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
        return [...document.querySelectorAll('#mirror .n')].filter((element) => opacity(element) > 0).map((element) => element.tagName);
      });
    assert.deepEqual(await seen(), []);
    await field(page).click();
    assert.deepEqual(await seen(), ['INPUT']);
    await page.keyboard.type('海士');
    await settled(page);
    assert.deepEqual(await seen(), ['INPUT']);
    await page.keyboard.press('Tab');
    assert.deepEqual(await seen(), []);
  });
});

test('typing with an input method filters when the word is composed', async () => {
  await withPage('/stories', {}, async (page, { context }) => {
    await field(page).click();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'ｓ', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: 'しまね', selectionStart: 3, selectionEnd: 3 });
    await session.send('Input.insertText', { text: '島根' });
    assert.equal(await field(page).inputValue(), '島根');
    const found = await count(page);
    assert.ok(found > 0 && found < stories().length, `${found}`);
    assert.equal((await queryOf(page)).get('q'), '島根');
  });
});

test('pillars filter, each button says how many stories it leads to', async () => {
  await withPage('/stories', {}, async (page) => {
    const chips = page.getByRole('group', { name: '柱でしぼる' }).getByRole('button');
    assert.equal(await chips.count(), 6);
    for (let pillar = 1; pillar <= 5; pillar++) {
      const chip = chips.nth(pillar);
      const promised = Number((await chip.textContent()).match(/(\d+)$/)[1]);
      await chip.click();
      assert.equal(await count(page), promised);
      assert.equal(promised, stories().filter((story) => story.pillar === String(pillar)).length);
      assert.equal(await chip.getAttribute('aria-pressed'), 'true');
      assert.equal((await queryOf(page)).get('pillar'), String(pillar));
    }
    await chips.first().click();
    assert.equal(await count(page), stories().length);
  });
});

test('prefecture and theme are chosen from lists and narrow each other', async () => {
  await withPage('/stories', {}, async (page) => {
    await page.getByRole('combobox', { name: '都道府県' }).selectOption('32');
    assert.equal(await count(page), stories().filter((story) => story.prefectures.includes('32')).length);
    await page.getByRole('combobox', { name: '都道府県' }).selectOption('');
    for (const theme of new Set(stories().map((story) => story.theme))) {
      await page.getByRole('combobox', { name: 'テーマ' }).selectOption(theme);
      assert.equal(await count(page), stories().filter((story) => story.theme === theme).length, theme);
    }
    const { theme, pillar } = stories().at(-1);
    await page.getByRole('combobox', { name: 'テーマ' }).selectOption(theme);
    await page.getByRole('group', { name: '柱でしぼる' }).getByRole('button').nth(Number(pillar)).click();
    assert.equal(await count(page), stories().filter((story) => story.theme === theme && story.pillar === pillar).length);
  });
});

test('the list of prefectures says how many stories each has', async () => {
  await withPage('/stories', {}, async (page) => {
    const options = await page.getByRole('combobox', { name: '都道府県' }).locator('option').allTextContents();
    assert.equal(options.length, 48);
    for (const [code, name] of places().prefectures.rows) {
      const expected = stories().filter((story) => story.prefectures.includes(code)).length;
      assert.ok(options.includes(`${name}（${expected}）`), `${name}（${expected}）`);
    }
  });
});

test('nothing found: it says so and offers the way out', async () => {
  await withPage('/stories?q=zzzz&pillar=2', {}, async (page) => {
    assert.equal(await count(page), 0);
    assert.ok((await page.getByText('この条件に合う事例は、今のところありません。').count()) > 0);
    await page.getByRole('button', { name: '条件を消す' }).click();
    assert.equal(await count(page), stories().length);
    assert.equal(await routeOf(page), '/stories');
    assert.equal(await field(page).inputValue(), '');
  });
});

test('odd words do no harm', async () => {
  await withPage('/stories', {}, async (page) => {
    for (const words of ['<img src=x onerror=alert(1)>', '"\\', '\u202e町', '%', '𠮷', 'x'.repeat(5000), '　 ']) {
      await field(page).fill(words);
      const found = await count(page);
      assert.equal(found, words.trim() === '' ? stories().length : found);
      assert.equal(await page.locator('img').count(), 0);
    }
  });
});

test('a story’s page: place, title, what was done, source, measures, and the way back', async () => {
  const story = stories().find(({ measures, prefectures }) => measures.length > 0 && prefectures.length === 1);
  const policy = bundle('policy');
  const [, prefecture] = places().prefectures.rows.find(([code]) => code === story.prefectures[0]);
  await withPage('/stories', {}, async (page) => {
    await list(page).getByRole('link', { name: `${story.place}：${story.title}`, exact: true }).click();
    await settled(page);
    assert.equal(await routeOf(page), `/stories/${story.id}`);
    const main = page.getByRole('main');
    const text = (await main.innerText()).replace(/\s/g, '');
    for (const words of [story.title, story.summary, '出典', policy.sources.find(({ id }) => id === story.source.doc).title, `${story.source.page}ページ`, ...story.actors])
      assert.ok(text.includes(words.replace(/\s/g, '')), words);
    for (const id of story.measures) {
      const measure = policy.pillars.flatMap((pillar) => pillar.measures).find((candidate) => candidate.id === id);
      assert.ok((await main.getByRole('link', { name: measure.title, exact: true }).count()) > 0, measure.title);
    }
    await main.getByRole('link', { name: new RegExp(`${prefecture}.*地図`) }).first().click();
    await settled(page);
    assert.equal(await routeOf(page), `/map?p=${story.prefectures[0]}`);
    await page.goBack();
    await settled(page);
    await page.getByRole('link', { name: '好事例の一覧へ' }).click();
    await settled(page);
    assert.equal(await routeOf(page), '/stories');
  });
});

test('every story’s page opens, with its title as the only h1', async () => {
  await withPage('/stories', {}, async (page) => {
    for (const story of stories()) {
      await page.evaluate((route) => void (window.__atlas.route = route), `/stories/${story.id}`);
      await page.waitForFunction((title) => document.title.startsWith(title), `${story.place}：${story.title}`, { timeout: 5000 });
      const headings = (await semanticsOf(page)).nodes.filter((node) => node.role === 'heading' && node.level === 1);
      assert.equal(headings.length, 1, story.id);
      assert.ok(headings[0].name.includes(story.title), story.id);
    }
  });
});
