// Without a network: one visit is enough, a new build comes as a whole or not at all, a damaged file is mended or told.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { assert, dist, editionOf, newPage, routeOf, test, untilReady } from './helpers.mjs';

const subPath = '/some/where/';
const precache = (folder) => execFileSync(process.execPath, [join(root, 'scripts/precache.mjs'), folder], { stdio: 'pipe' });

// A copy of the site on a server that can be switched off, in a browser profile of its own.
async function withSite(body) {
  const folder = mkdtempSync(join(root, 'build/offline-')); // precache.mjs looks below the project's root
  cpSync(dist, folder, { recursive: true });
  precache(folder);
  const inner = createSiteServer(folder), asked = [];
  let isOn = true;
  const server = createServer((request, response) => {
    if (!isOn) return request.socket.destroy();
    asked.push(request.url.slice(subPath.length));
    request.url = request.url.slice(subPath.length - 1);
    inner.emit('request', request, response);
  });
  const address = `http://localhost:${await listen(server, 0)}${subPath}`;
  const page = await newPage({ serviceWorkers: 'allow' });
  const violations = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()));
  await page.addInitScript(() => { window.__frames ??= { asked: 0, done: 0, fetching: 0 }; });
  try {
    await body(page, { address, folder, asked, power: (on) => { isOn = on; server.closeAllConnections(); } });
    assert.deepEqual(violations, []);
  } finally {
    await page.context().close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
}

// The first visit, until everything that it stores is stored.
async function visit(page, address) {
  await page.goto(address);
  await untilReady(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, { timeout: 20_000 });
}
async function restartWorker(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
const cacheNames = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('sosei-')));
const storedSum = (page, path) => page.evaluate(async (wanted) => {
  const [name] = (await caches.keys()).filter((key) => key.startsWith('sosei-'));
  const found = await (await caches.open(name)).match(new URL(wanted, location.href).href, { ignoreVary: true });
  return found && [...new Uint8Array(await crypto.subtle.digest('SHA-256', await found.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}, path);
const damage = (page, path) => page.evaluate(async (wanted) => {
  const [name] = (await caches.keys()).filter((key) => key.startsWith('sosei-'));
  await (await caches.open(name)).put(new URL(wanted, location.href).href, new Response('damaged', { headers: { 'Content-Type': 'application/wasm' } }));
}, path);
const notice = (page) => page.locator('.notice.quiet');

test('after one visit the atlas opens without a network, in both languages, on every page', async () => {
  await withSite(async (page, { address, power }) => {
    await visit(page, address);
    power(false);
    for (const route of ['/', '/map?i=pop', '/kpis', '/logic', '/en/trends', '/kpis/inbound-visitors']) {
      await page.goto('about:blank');
      await page.goto(`${address}#${route}`);
      await untilReady(page);
      const { nodes } = await page.evaluate(() => window.__atlas.semantics());
      assert.ok(nodes.some(({ role, level }) => role === 'heading' && level === 1), route);
      assert.ok(!nodes.some(({ role }) => role === 'alert'), route);
    }
    // A page that nobody has visited: the application shows it.
    for (const [path, route] of [['stories/', '/stories'], ['map/32/', '/map?p=32'], ['en/kpis/inbound-visitors/', '/en/kpis/inbound-visitors']]) {
      await page.goto(address + path);
      await untilReady(page);
      assert.equal(decodeURIComponent(await routeOf(page)).split('&')[0], route);
    }
  });
}, { seconds: 120 });

test('the worker costs the first picture nothing: it is asked for after it', async () => {
  await withSite(async (page, { address, asked }) => {
    await visit(page, address);
    assert.ok(asked.indexOf('sw.js') > asked.findIndex((path) => path.startsWith('data/boundaries')), asked.join(' '));
    assert.ok(!asked.some((path) => path.startsWith('data/detail') || path.endsWith('values.csv')), 'only what one edition needs');
  });
});

test('a new build waits until it is complete; the reader switches, and the whole is new', async () => {
  await withSite(async (page, { address, folder }) => {
    await visit(page, address);
    const [before] = await cacheNames(page), old = await storedSum(page, 'atlas.css');
    appendFileSync(join(folder, 'atlas.css'), '/* new */\n');
    precache(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await notice(page).waitFor({ timeout: 20_000 });
    assert.match(await notice(page).innerText(), new RegExp(`新しいデータ（${editionOf()}版）があります`));
    assert.equal(await page.evaluate(async () => (await (await fetch('atlas.css')).text()).includes('/* new */')), false, 'the old build until then');
    await page.getByRole('button', { name: '切り替える' }).click();
    for (let tries = 0; tries < 100 && (await cacheNames(page).catch(() => [before])).includes(before); tries++) await page.waitForTimeout(200);
    await untilReady(page);
    assert.equal(await page.evaluate(async () => (await (await fetch('atlas.css')).text()).includes('/* new */')), true);
    assert.notEqual(await storedSum(page, 'atlas.css'), old);
    assert.equal((await cacheNames(page)).includes(before), false);
    assert.equal((await cacheNames(page)).length, 1);
  });
}, { seconds: 90 });

test('a build of which one file has not been published yet is not taken', async () => {
  await withSite(async (page, { address, folder }) => {
    await visit(page, address);
    const before = await cacheNames(page);
    appendFileSync(join(folder, 'atlas.css'), '/* new */\n');
    precache(folder);
    appendFileSync(join(folder, 'atlas.css'), '/* and again */\n');
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      const fresh = registration.installing;
      if (fresh) await new Promise((done) => fresh.addEventListener('statechange', () => fresh.state !== 'installing' && done()));
      return fresh?.state ?? 'none';
    });
    assert.equal(state, 'redundant');
    assert.deepEqual(await cacheNames(page), before);
    await page.reload();
    await untilReady(page);
    assert.equal(await page.evaluate(async () => (await (await fetch('atlas.css')).text()).includes('/* new */')), false);
  });
}, { seconds: 90 });

test('a damaged file is fetched again; without a network it is told which', async () => {
  await withSite(async (page, { address, power }) => {
    await visit(page, address);
    const good = await storedSum(page, 'atlas-later.wasm');
    await damage(page, 'atlas-later.wasm');
    await restartWorker(page);
    await page.goto('about:blank');
    await page.goto(`${address}#/kpis`);
    await untilReady(page);
    assert.equal(await storedSum(page, 'atlas-later.wasm'), good);

    await damage(page, 'atlas-later.wasm');
    await restartWorker(page);
    power(false);
    await page.goto('about:blank');
    await page.goto(`${address}#/`);
    await untilReady(page);
    await notice(page).waitFor({ timeout: 20_000 });
    assert.match(await notice(page).innerText(), /「atlas-later\.wasm」が壊れていて/);
    power(true);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '再読み込み' }).first().click()]);
    await untilReady(page);
    await page.evaluate(() => void (window.__atlas.route = '/kpis'));
    await page.waitForFunction(() => window.__atlas.semantics().nodes.some(({ id }) => id.startsWith('kpi')), null, { timeout: 15_000 });
    assert.equal(await storedSum(page, 'atlas-later.wasm'), good);
  });
}, { seconds: 120 });

test('the page for use without a network: what and how large, everything at a press, and away again', async () => {
  await withSite(async (page, { address, power }) => {
    await page.goto(`${address}offline.html`);
    const rows = page.locator('#offline-table tbody tr');
    await rows.first().waitFor({ timeout: 20_000 });
    assert.equal(await rows.count(), 3);
    assert.match(await rows.nth(0).innerText(), /\d\.\d MB\s+済み/);
    await page.getByRole('button', { name: /すべて入れる（\d+\.\d MB）/ }).click();
    await page.getByText('すべて入りました').waitFor({ timeout: 60_000 });
    power(false);
    const answer = await page.goto(`${address}en/kpis/inbound-visitors/`);
    assert.equal(answer.request().redirectedFrom(), null, 'the page itself is there');
    await untilReady(page);
    assert.equal(await routeOf(page), '/en/kpis/inbound-visitors');
    await page.goto(`${address}offline.html`);
    await page.getByRole('button', { name: 'この端末から消す' }).click();
    await page.getByText('消しました').waitFor();
    assert.deepEqual(await cacheNames(page), []);
  });
}, { seconds: 150 });

test('the web app manifests name icons that there are, in both languages', () => {
  for (const lang of ['ja', 'en']) {
    const manifest = JSON.parse(readFileSync(join(dist, `manifest.${lang}.webmanifest`), 'utf8'));
    assert.equal(manifest.lang, lang);
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(join(dist, src));
      assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes);
    }
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  }
});
