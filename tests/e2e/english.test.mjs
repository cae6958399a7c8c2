// English: the language is part of the address, the document says it, and what is Japanese is marked.
import assert from 'node:assert/strict';
import { test, withPage } from './helpers.mjs';

const japanese = /[ぁ-んァ-ヶ一-龠々]/;
const documentLang = (page) => page.evaluate(() => document.documentElement.lang);

test('the link in the bar leads to the same view in the other language and back', () =>
  withPage('/kpis?pillar=2', {}, async (page) => {
    assert.equal(await documentLang(page), 'ja');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Progress on targets' }).waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => location.hash), '#/en/kpis?pillar=2');
    assert.equal(await documentLang(page), 'en');
    assert.equal(await page.title(), 'Progress on targets | Sosei Atlas');
    assert.equal(await page.getByRole('link', { name: '日本語' }).getAttribute('lang'), 'ja');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '目標の進み具合' }).waitFor({ state: 'attached' });
    assert.equal(await documentLang(page), 'ja');
  }));

test('links of an English page stay in English', () =>
  withPage('/en', {}, async (page) => {
    const routes = await page.$$eval('#mirror a[href^="#"]', (links) => links.filter((link) => link.lang !== 'ja').map((link) => link.getAttribute('href')));
    assert.ok(routes.length > 20);
    for (const route of routes) assert.match(route, /^#\/en(\/|$)/);
    await page.getByRole('link', { name: 'Search good practices' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Search good practices' }).waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => location.hash), '#/en/stories');
    assert.equal(await page.locator('select option[value="32"]').evaluate((option) => option.closest('[lang]').lang), 'en');
    assert.equal(await page.locator('select').nth(1).locator('option').nth(1).getAttribute('lang'), 'ja');
  }));

test('every Japanese text of an English page is marked as Japanese, and nothing else is', () =>
  withPage('/en/kpis/inbound-visitors', {}, async (page) => {
    const texts = await page.$$eval('#mirror .n', (leaves) =>
      leaves.filter((leaf) => leaf.childElementCount === 0 && leaf.textContent.trim()).map((leaf) => [leaf.textContent, leaf.closest('[lang]').lang]),
    );
    assert.ok(texts.length > 50);
    for (const [text, lang] of texts) assert.equal(lang, japanese.test(text) ? 'ja' : 'en', text);
  }));

test('while the program loads an English address is answered in English', () =>
  withPage('/en/map', { gpu: false, ready: false, allow: /WebGL/ }, async (page) => {
    const message = page.locator('#message');
    await message.getByText('WebGL 2').waitFor();
    assert.match(await message.innerText(), /Your browser cannot use WebGL 2/);
    assert.equal(await message.getAttribute('lang'), 'en');
    assert.equal(await page.locator('#static').getAttribute('lang'), 'ja');
  }));

test('a Japanese reader does not fetch the English words; they come with the first page in English', async () => {
  const asked = [];
  const noted = (route) => (asked.push(route.request().url()), route.continue());
  await withPage('/kpis', { routes: [['**/words.en.txt', noted]] }, async (page) => {
    assert.equal(asked.length, 0);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Progress on targets' }).waitFor({ state: 'attached' });
    assert.equal(asked.length, 1);
  });
});

for (const [what, answer] of [
  ['missing', (route) => route.fulfill({ status: 404, body: '404' })],
  ['of another build', (route) => route.fulfill({ contentType: 'application/octet-stream', body: 'abcdefabcdef\0One text\0' })],
])
  test(`English words ${what}: the page is Japanese and says so, and trying again helps`, () =>
    withPage('/kpis', { routes: [['**/words.en.txt', answer]], allow: /Failed to load resource|net::ERR/ }, async (page, { context }) => {
      await page.getByRole('link', { name: 'English' }).click();
      const alert = page.getByRole('alert').filter({ hasText: '英語の文を読み込めませんでした' });
      await alert.waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
      assert.equal(await page.getByRole('heading', { level: 1, name: '目標の進み具合' }).count(), 1);
      await context.unroute('**/words.en.txt');
      await page.getByRole('button', { name: '再読み込み' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Progress on targets' }).waitFor({ state: 'attached' });
      assert.equal(await page.getByRole('alert').count(), 0);
    }));
