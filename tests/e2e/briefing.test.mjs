// Briefings in the browser: a whole deck by keyboard and by touch, off the script and back, two tabs in step.
import { readFileSync } from 'node:fs';
import { assert, bundle, go, routeOf, settled, test, untilReady, withPage } from './helpers.mjs';

const decks = () => bundle('briefings').briefings;
const deck = (id) => decks().find((one) => one.id === id);
const projector = { width: 1920, height: 1080 };
const titleOf = (page) => page.getByRole('heading', { level: 1 }).innerText();
const press = async (page, key) => {
  await page.keyboard.press(key);
  await settled(page, 200);
};

test('a whole deck by keyboard: every slide and step, and back to the first', async () => {
  const { slides } = deck('pillar-2');
  await withPage('/briefing/pillar-2', projector, async (page) => {
    await settled(page);
    for (const slide of slides) {
      for (const step of [null, ...(slide.steps ?? [])]) {
        assert.equal(await titleOf(page), slide.title);
        if (step === null && slide.focus) assert.ok(await page.getByRole('region', { name: '図' }).count(), slide.title);
        await press(page, 'PageDown');
      }
    }
    assert.equal(await titleOf(page), slides.at(-1).title, 'the last one stays');
    await press(page, 'Home');
    assert.equal(await titleOf(page), slides[0].title);
    for (const key of ['ArrowRight', 'Space', 'ArrowDown']) await press(page, key);
    assert.equal(await titleOf(page), slides[3].title);
    await press(page, 'PageUp');
    assert.equal(await titleOf(page), slides[2].title);
    for (const key of ['5', 'Enter']) await press(page, key);
    assert.equal(await titleOf(page), slides[4].title);
  });
});

test('by touch: the edges of the screen', async () => {
  const { slides } = deck('pillar-2');
  await withPage('/briefing/pillar-2', { width: 1280, height: 720, touch: true }, async (page) => {
    await settled(page);
    for (const { title } of slides.slice(1, 4)) {
      await page.touchscreen.tap(1270, 640);
      await settled(page, 200);
      assert.equal(await titleOf(page), title);
    }
    await page.touchscreen.tap(10, 640);
    await settled(page, 200);
    assert.equal(await titleOf(page), slides[2].title);
  });
});

test('off the script and back: a link, a search, and one key', async () => {
  await withPage('/briefing/pillar-2?slide=2', projector, async (page) => {
    await settled(page);
    const slide = await titleOf(page);
    await page.getByRole('link', { name: '訪日外国人旅行者数' }).first().click();
    await settled(page);
    assert.match(await routeOf(page), /^\/kpis\/inbound-visitors\?deck=pillar-2&slide=2$/);
    assert.ok(await page.getByRole('link', { name: 'スライド2に戻る' }).count());
    await press(page, 'Escape');
    assert.equal(await titleOf(page), slide);
    await page.evaluate(() => void (window.__atlas.route = '/search?deck=pillar-2&slide=2'));
    await settled(page);
    await page.getByRole('searchbox').fill('観光');
    await settled(page);
    assert.match(await routeOf(page), /deck=pillar-2/);
    await page.getByRole('searchbox').press('Escape');
    await settled(page, 200);
    assert.equal(await titleOf(page), slide);
  });
});

test('the map of a slide can be zoomed, and the slide comes back as it was', async () => {
  await withPage('/briefing/ten-minutes', projector, async (page) => {
    await settled(page);
    const title = await titleOf(page);
    await page.getByRole('button', { name: '拡大' }).click();
    await settled(page);
    assert.match(await routeOf(page), /^\/map\?.*c=.*deck=ten-minutes/);
    assert.equal(await titleOf(page), title, 'under the title of its slide');
    await press(page, 'Backspace');
    assert.equal(await routeOf(page), '/briefing/ten-minutes');
  });
});

test('on every projector a map slide shows the whole country: its legend covers no prefecture', async () => {
  for (const [width, height] of [[1024, 768], [1280, 800], [1920, 1080]])
    await withPage('/briefing/ten-minutes?slide=1', { width, height }, async (page) => {
      await settled(page);
      const legend = await page.getByRole('group', { name: /^凡例/ }).evaluate((group) => {
        const boxes = [...group.querySelectorAll('.n')].map((element) => element.getBoundingClientRect());
        return { count: boxes.length, left: Math.min(...boxes.map((box) => box.left)), top: Math.min(...boxes.map((box) => box.top)), right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
      });
      assert.ok(legend.count >= 5, `${legend.count} classes`);
      legend.top -= 48; // the map's name and the unit stand above the classes
      const areas = await page.locator('#mirror [data-role=map_feature]').evaluateAll((all) => all.map((element) => [element.getAttribute('aria-label'), element.getBoundingClientRect().toJSON()]));
      assert.equal(areas.length, 47);
      const hidden = areas.filter(([, box]) => box.left < legend.right && box.right > legend.left && box.top < legend.bottom && box.bottom > legend.top);
      assert.deepEqual(hidden.map(([name]) => name), [], `${width} × ${height}`);
    });
});

test('black, white, the keys on ?, and a cursor that goes after three seconds', async () => {
  await withPage('/briefing/ten-minutes', projector, async (page) => {
    await settled(page);
    await press(page, 'b');
    assert.equal(await page.getByRole('status').innerText(), '画面を黒くしています');
    await press(page, 'w');
    assert.equal(await page.getByRole('status').innerText(), '画面を白くしています');
    await press(page, 'PageDown');
    assert.equal(await page.getByRole('status').count(), 0);
    await page.keyboard.press('?');
    await settled(page, 200);
    await page.getByRole('button', { name: '閉じる' }).click();
    await settled(page, 200);
    assert.equal(await page.getByRole('button', { name: '閉じる' }).count(), 0);
    await page.mouse.move(900, 500);
    assert.notEqual(await page.evaluate(() => document.body.style.cursor), 'none');
    await page.waitForTimeout(3400);
    assert.equal(await page.evaluate(() => document.body.style.cursor), 'none');
    const frames = await page.evaluate(() => window.__atlas.frames);
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate(() => window.__atlas.frames), frames, 'a slide at rest draws nothing');
    await page.mouse.move(700, 300);
    assert.notEqual(await page.evaluate(() => document.body.style.cursor), 'none');
  });
});

test('two tabs in step: slides, black, off the script, pointer', async () => {
  const { slides } = deck('pillar-2');
  await withPage('/briefing/pillar-2', projector, async (audience, { context, address }) => {
    await settled(audience);
    await press(audience, 'PageDown');
    const presenter = await context.newPage();
    await presenter.goto(address.replace('/briefing/pillar-2', '/briefing/pillar-2/notes'));
    await untilReady(presenter);
    await presenter.waitForFunction(() => window.__atlas.route.endsWith('/notes?slide=2'));
    const shows = async (title) => {
      await audience.waitForFunction((text) => document.querySelector('h1')?.textContent === text, title);
      assert.equal(await titleOf(audience), title);
    };
    await presenter.getByRole('link', { name: '次へ' }).or(presenter.getByRole('button', { name: '次へ' })).first().click();
    await shows(slides[2].title);
    await presenter.keyboard.press('b');
    await audience.getByText('画面を黒くしています').waitFor({ state: 'attached' });
    await presenter.keyboard.press('b');
    await presenter.getByRole('link', { name: slides[4].title }).click();
    await shows(slides[4].title);
    await audience.keyboard.press('PageUp');
    await shows(slides[3].title);
    await presenter.waitForFunction(() => window.__atlas.route.endsWith('/notes?slide=4'));
    await presenter.getByText(slides[3].note).waitFor({ state: 'attached' }); // what to say: the mirror follows the address
    // The pen: a line that only a mouse on the presenter's picture draws.
    await settled(audience, 200);
    const before = await audience.screenshot();
    await presenter.bringToFront();
    const picture = await presenter.getByRole('img', { name: slides[3].title }).first().boundingBox();
    await presenter.keyboard.press('p');
    await presenter.mouse.move(picture.x + 100, picture.y + 100);
    await presenter.mouse.down();
    await presenter.mouse.move(picture.x + 300, picture.y + 200, { steps: 8 });
    await presenter.mouse.up();
    await presenter.waitForTimeout(200);
    await audience.bringToFront();
    await audience.waitForTimeout(300);
    const drawn = await audience.screenshot();
    assert.ok(!drawn.equals(before), 'the line is on the stage');
    await presenter.bringToFront();
    await presenter.keyboard.press('e');
    await presenter.waitForTimeout(200);
    await audience.bringToFront();
    await audience.waitForTimeout(300);
    assert.ok(!(await audience.screenshot()).equals(drawn), 'and goes');
  });
});

test('words of others change nothing', async () => {
  // A bare file of the same origin speaks; the browser looks for an icon there.
  await withPage('/briefing/pillar-2', { ...projector, allow: /404/ }, async (audience, { context }) => {
    await settled(audience);
    const other = await context.newPage();
    await other.goto(audience.url().replace(/#.*/, 'icon.svg'));
    await other.evaluate(() => {
      const channel = new BroadcastChannel('atlas-briefing');
      for (const word of [{ a: 1 }, 'show - /kpis', 'show - /briefing/ten-minutes', 'laser 9 9', 'x'.repeat(1e6), null]) channel.postMessage(word);
    });
    await audience.waitForTimeout(300);
    assert.equal(await routeOf(audience), '/briefing/pillar-2');
  });
});

test('printing a deck: every slide is a sheet with its words, with notes twice as many', async () => {
  const { id, slides } = deck('pillar-2');
  await withPage('/briefing', {}, async (page) => {
    await settled(page);
    await page.evaluate(() => (window.print = () => window.dispatchEvent(new Event('beforeprint'))));
    for (const [button, sheets] of [['PDFにする', slides.length], ['PDFにする（話すこと付き）', 2 * slides.length]]) {
      const buttons = page.getByRole('button', { name: button, exact: true });
      await buttons.nth(decks().findIndex((one) => one.id === id)).press('Enter');
      await settled(page);
      assert.equal(await page.locator('#static .sheet').count(), sheets);
      const text = (await page.locator('#static').textContent()).replace(/\s/g, '');
      for (const { title } of slides) assert.ok(text.includes(title.replace(/\s/g, '')), title);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      assert.equal(await page.locator('#static .sheet').count(), 0);
    }
  });
});

test('a deck of one’s own: opened, there after a reload, shown, removed; a faulty one is refused with its place', async () => {
  const own = { ...JSON.parse(JSON.stringify(deck('pillar-2'))), schema: 1, id: 'our-city', title: '<b>わたしたちの</b>資料' };
  const open = async (page, name, text) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルを開く' }).press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await settled(page);
  };
  await withPage('/briefing', {}, async (page) => {
    await settled(page);
    await open(page, 'our-city.json', JSON.stringify(own));
    const heading = page.getByRole('heading', { name: own.title });
    await heading.waitFor();
    await page.reload();
    await untilReady(page);
    await settled(page);
    await heading.waitFor();
    await open(page, 'faulty.json', JSON.stringify({ ...own, id: 'faulty', slides: [{ ...own.slides[0], route: '/nowhere' }] }));
    await page.getByText('faulty.json').first().waitFor();
    await page.getByText('/slides/0/route').first().waitFor();
    await page.getByRole('button', { name: 'この端末から消す' }).press('Enter');
    await settled(page);
    assert.equal(await heading.count(), 0);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('our-city'))), []);
  });
});

// ---- decks made in the atlas -----------------------------------------------------------------------------------------

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const enter = async (page, element) => {
  await element.press('Enter');
  await settled(page, 200);
};
const write = async (page, name, text) => {
  await field(page, name).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await settled(page, 150);
};
// "スライド1：題" …: the rows of the editor.
const rows = async (page) => {
  const names = await page.getByRole('list', { name: 'スライドの一覧' }).getByRole('button', { name: /^スライド\d+：/ }).allTextContents();
  return names.map((name) => name.replace(/^スライド\d+：/, ''));
};
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
const kept = (page, id) => page.evaluate((name) => JSON.parse(localStorage.getItem(`atlas:deck-${name}.json`)), id);

// The view that is open, into a new deck or the one of that title.
const addView = async (page, deckTitle) => {
  await enter(page, link(page, 'スライドに加える').or(link(page, 'この表示をスライドに加える')).first());
  assert.equal(await titleOf(page), 'この表示をスライドに加える');
  await enter(page, button(page, deckTitle ? `「${deckTitle}」に加える` : '新しい発表を作って加える'));
};

test('a deck made by keyboard: the map as a slide, written, moved, deleted, undone, there after a reload, shown, saved and opened again', async () => {
  await withPage('/map?i=population_change&y=2020&c=135.2,35,3', {}, async (page) => {
    await settled(page);
    await enter(page, button(page, '保存、リンク、スライド'));
    await addView(page);
    assert.match(await routeOf(page), /^\/briefing\/deck-1\/edit\?slide=1$/);
    assert.match(await focused(page), /^スライド1：/);
    await write(page, '発表の題', '市民説明会');
    await write(page, '題', '人口は、<b>どこで</b>減ったか');
    await field(page, '話すこと').focus();
    await page.keyboard.insertText('一行目');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('二行目');
    await settled(page, 200);
    const first = (await kept(page, 'deck-1')).slides[0];
    assert.equal(first.note, '一行目\n二行目');
    assert.equal(first.route, '/map?i=population_change&y=2020&c=135.2,35,3', 'camera, indicator and year');
    assert.ok(first.sources.length > 0);

    await go(page, '/kpis/inbound-visitors');
    await addView(page, '市民説明会');
    await go(page, '/stories');
    await addView(page, '市民説明会');
    const [map, kpi, stories] = await rows(page);
    assert.equal(map, '人口は、<b>どこで</b>減ったか');
    await enter(page, button(page, 'スライド3を前に動かす'));
    assert.equal(await focused(page), 'スライド2を前に動かす', 'the keyboard stays with the slide');
    await enter(page, button(page, 'スライド2を前に動かす'));
    assert.deepEqual(await rows(page), [stories, map, kpi]);
    assert.equal(await focused(page), 'スライド1を後ろに動かす');
    await enter(page, button(page, 'スライド2を消す'));
    assert.deepEqual(await rows(page), [stories, kpi]);
    assert.equal(await focused(page), '元に戻す');
    await page.keyboard.press('Enter');
    await settled(page, 200);
    assert.deepEqual(await rows(page), [stories, map, kpi]);
    await enter(page, button(page, '元に戻す').first());
    assert.deepEqual(await rows(page), [map, stories, kpi], 'the step before it as well');
    await enter(page, button(page, 'やり直す'));
    assert.deepEqual(await rows(page), [stories, map, kpi]);

    await page.reload();
    await untilReady(page);
    await settled(page);
    assert.deepEqual(await rows(page), [stories, map, kpi]);
    assert.equal(await field(page, '発表の題').inputValue(), '市民説明会');

    await enter(page, link(page, '発表を始める'));
    assert.equal(await titleOf(page), stories);
    await press(page, 'PageDown');
    assert.equal(await titleOf(page), '人口は、<b>どこで</b>減ったか');
    await go(page, '/briefing/deck-1/edit');

    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'ファイルに保存する').press('Enter')]);
    assert.equal(download.suggestedFilename(), 'deck-1.json');
    const text = readFileSync(await download.path(), 'utf8');
    assert.deepEqual(JSON.parse(text), await kept(page, 'deck-1'));
    await go(page, '/briefing');
    await enter(page, button(page, 'この端末から消す'));
    assert.equal(await kept(page, 'deck-1'), null);
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'ファイルを開く').press('Enter');
    await (await chooser).setFiles({ name: 'deck-1.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await settled(page);
    await page.getByRole('heading', { name: '市民説明会' }).waitFor();
    assert.deepEqual(await kept(page, 'deck-1'), JSON.parse(text));
  });
});

test('a deck that ships is copied and written; its text stays text', async () => {
  await withPage('/briefing', {}, async (page) => {
    await settled(page);
    const at = decks().findIndex((one) => one.id === 'pillar-2');
    await enter(page, button(page, '写して編集する').nth(at));
    assert.equal(await routeOf(page), '/briefing/pillar-2-own/edit');
    assert.deepEqual(await rows(page), deck('pillar-2').slides.map(({ title }) => title));
    await enter(page, page.getByRole('button', { name: /^スライド1：/ }));
    await write(page, '題', '<img src=x onerror=alert(1)>');
    assert.equal((await rows(page))[0], '<img src=x onerror=alert(1)>');
    await page.getByRole('combobox', { name: '予定の時間' }).selectOption('180');
    await settled(page, 200);
    assert.equal((await kept(page, 'pillar-2-own')).slides[0].seconds, 180);
    await write(page, '題', '');
    await write(page, '発表の題', '');
    await write(page, '発表の題', '戻った題');
    assert.equal((await kept(page, 'pillar-2-own')).title, '戻った題');
  });
});

test('a device that keeps no more says so, and the deck is still there', async () => {
  const init = () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
  };
  await withPage('/kpis', { init }, async (page) => {
    await settled(page);
    await addView(page);
    await page.getByRole('alert', { name: /この端末に保存できませんでした/ }).waitFor({ state: 'attached' });
    assert.equal((await rows(page)).length, 1);
  });
});

test('what is kept and cannot be read is told, can be saved as it is, and removed', async () => {
  const init = () => {
    if (location.protocol === 'about:' || sessionStorage.getItem('seeded')) return;
    sessionStorage.setItem('seeded', '1');
    localStorage.setItem('atlas:decks', 'our-city');
    localStorage.setItem('atlas:deck-our-city.json', '{"title": "途中');
  };
  await withPage('/briefing', { init }, async (page) => {
    await settled(page);
    await page.getByRole('alert', { name: /our-city/ }).waitFor({ state: 'attached' });
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'ファイルに保存する').press('Enter')]);
    assert.equal(readFileSync(await download.path(), 'utf8'), '{"title": "途中');
    await enter(page, button(page, 'この端末から消す'));
    assert.equal(await page.getByRole('alert', { name: /our-city/ }).count(), 0);
    assert.equal(await page.evaluate(() => localStorage.getItem('atlas:deck-our-city.json')), null);
  });
});
