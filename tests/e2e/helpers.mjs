// What the end-to-end tests share: the finished site served from a sub-path, a real Chromium, pages that are watched for
// everything that must not happen, and the data that the pages show.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, test as nodeTest } from 'node:test';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/lib.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { coloursOf, decodePng } from './png.mjs';

export const dist = process.env.ATLAS_DIST ?? join(root, 'build/web/dist');
const subPath = '/some/where/';

// ---- tests ---------------------------------------------------------------------------------------------------------

// One behaviour. Top level only: run.mjs counts these.
export function test(name, body, { seconds = 60 } = {}) {
  if (process.env.ATLAS_ONLY && !name.includes(process.env.ATLAS_ONLY)) return;
  nodeTest(name, { timeout: seconds * 1000 }, body);
}

// ---- the site ------------------------------------------------------------------------------------------------------

let site;
// "http://localhost:PORT/some/where/": no static host need give us its root.
async function siteAddress() {
  if (site) return site.address;
  if (!existsSync(join(dist, 'atlas.wasm'))) throw new Error(`${dist} has no atlas.wasm. Run scripts/build web.`);
  const inner = createSiteServer(dist);
  const server = createServer((request, response) => {
    if (!request.url.startsWith(subPath)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(subPath.length - 1);
    inner.emit('request', request, response);
  });
  const port = await listen(server, 0);
  site = { server, address: `http://localhost:${port}${subPath}` };
  return site.address;
}
export const addressOf = async (route) => `${await siteAddress()}#${route}`;

const manifest = () => JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8'));
export const bundleFile = (name) => manifest().bundles[name].file;
export const bundle = (name) => JSON.parse(readFileSync(join(dist, 'data', bundleFile(name)), 'utf8'));
export const editionOf = () => manifest().edition;

// ---- the browser ---------------------------------------------------------------------------------------------------

export const chromiumPath = process.env.ATLAS_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const baseArguments = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const gpuArguments = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

const browsers = new Map();
async function browserWith(extra) {
  const key = extra.join(' ');
  if (!browsers.has(key)) {
    if (!chromiumPath) throw new Error('Chromium is missing. Run scripts/setup browser, or name it in ATLAS_CHROMIUM.');
    browsers.set(key, await chromium.launch({ executablePath: chromiumPath, args: [...baseArguments, ...extra] }));
  }
  return browsers.get(key);
}
after(async () => {
  for (const browser of browsers.values()) await browser.close();
  site?.server.close();
  site?.server.closeAllConnections?.();
});

// Opens `route` in a fresh profile, waits for the first complete frame, runs `body(page, tools)` and then asserts what
// must never happen: an error in the console, an exception, a breach of the CSP, a request to another host.
//   width, height, dpr, touch, reducedMotion   the device
//   gpu: false       a browser without WebGL
//   init             function to run before the page's own scripts
//   routes           [[glob, handler]] to intercept requests
//   ready: false     do not wait for the program
//   allow            regular expression of console errors that this test provokes
export async function withPage(route, options, body) {
  const { width = 1280, height = 800, dpr = 1, touch = false, reducedMotion = false, gpu = true, init, routes = [], ready = true, allow } = options;
  const address = await addressOf(route);
  const browser = await browserWith(gpu ? gpuArguments : ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis']);
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: dpr,
    hasTouch: touch,
    isMobile: touch,
    locale: 'ja-JP',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    serviceWorkers: 'block', // it would answer requests that a test holds back or counts; offline.test.mjs is about it
  });
  const faults = [];
  const requests = [];
  try {
    await context.addInitScript(() => {
      // Frames asked for and delivered, and files on their way: what is still to come counts as movement.
      window.__frames = { asked: 0, done: 0, fetching: 0 };
      const fetchFile = window.fetch.bind(window);
      window.fetch = (...request) => {
        window.__frames.fetching++;
        return fetchFile(...request).finally(() => window.__frames.fetching--);
      };
      const ask = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => {
        window.__frames.asked++;
        return ask((time) => {
          callback(time);
          window.__frames.done++;
        });
      };
      window.__violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    if (init) await context.addInitScript(init);
    for (const [glob, handler] of routes) await context.route(glob, handler);
    context.on('page', (page) => watch(page, faults, requests, allow));
    context.setDefaultTimeout(8000);
    const page = await context.newPage();
    await page.goto(address);
    if (ready) await untilReady(page);
    const result = await body(page, { context, requests, address });
    for (const open of context.pages()) {
      const violations = await open.evaluate(() => window.__violations).catch(() => []);
      for (const violation of violations ?? []) faults.push(`CSP: ${violation}`);
    }
    const host = new URL(address).host;
    for (const { url } of requests) if (/^(https?|wss?):/.test(url) && new URL(url).host !== host) faults.push(`request to another host: ${url}`);
    assert.deepEqual(faults, [], 'nothing may go wrong on the way');
    return result;
  } finally {
    await context.close();
  }
}

// A page in a context of its own, which the caller closes: for the static pages, with the browser's own options.
export async function newPage(options = {}) {
  const context = await (await browserWith(gpuArguments)).newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(8000);
  return context.newPage();
}

function watch(page, faults, requests, allow) {
  page.on('console', (message) => {
    if (message.type() === 'error' && !allow?.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    if (!allow?.test(error.message)) faults.push(`exception: ${error.message}`);
  });
  page.on('request', (request) => requests.push({ url: request.url(), type: request.resourceType() }));
}

// Resolves when the program has drawn its first complete frame, with the time of that.
export async function untilReady(page, seconds = 15) {
  const time = await page.evaluate(
    (limit) =>
      Promise.race([
        window.__atlas?.ready,
        new Promise((done) => {
          const timer = setInterval(() => document.body.classList.contains('failed') && done(document.body.innerText), 100);
          setTimeout(() => (clearInterval(timer), done(`not ready within ${limit} s: ${document.body.innerText.slice(0, 200)}`)), limit * 1000);
        }),
      ]),
    seconds,
  );
  if (typeof time !== 'number') throw new Error(String(time));
  return time;
}

// Waits until nothing moves: no frame for `quiet` ms, and the address has caught up (it is written with a delay of 250 ms).
export async function settled(page, quiet = 350) {
  await page.evaluate(
    (ms) =>
      new Promise((done) => {
        let before = -1;
        const look = () => {
          const { asked, done: drawn, fetching } = window.__frames;
          if (asked === before && drawn === before && fetching === 0) return done();
          before = asked;
          setTimeout(look, ms);
        };
        look();
      }),
    quiet,
  );
}

// Another page of the same visit, as a link would lead there.
export async function go(page, route) {
  await page.evaluate((to) => void (window.__atlas.route = to), route);
  await settled(page, 150);
}
export const routeOf = (page) => page.evaluate(() => window.__atlas.route);
export const queryOf = async (page) => new URLSearchParams((await routeOf(page)).split('?')[1] ?? '');
export const semanticsOf = (page) => page.evaluate(() => window.__atlas.semantics());

// The map's camera in the address: { lon, lat, zoom }, or null for the whole country.
export async function cameraOf(page) {
  await settled(page);
  const text = (await queryOf(page)).get('c');
  if (!text) return null;
  const [lon, lat, zoom] = text.split(',').map(Number);
  return { lon, lat, zoom };
}

// Everything that a view consists of for a reader, to compare two of them.
export async function viewOf(page) {
  await settled(page);
  const { title, nodes } = await semanticsOf(page);
  return { route: await routeOf(page), title, nodes };
}

export async function picture(page, options = {}) {
  return decodePng(await page.screenshot(options));
}
export { assert, coloursOf, decodePng as decodePicture };

// ---- words and figures ---------------------------------------------------------------------------------------------

// A figure as the pages write it: thousands separated, a true minus sign, as many decimals as the source has.
export const figure = (value) => Number(value).toLocaleString('en-US', { maximumFractionDigits: 6 }).replace('-', '−');
export const withoutSpaces = (text) => text.replace(/[\s\u3000]+/g, '');
export const firstNumber = (text) => Number(text.match(/\d+/)?.[0]);

export const mainRoutes = ['/', '/map', '/pillars', '/stories', '/kpis', '/about'];
// One address of each of the nine pages.
export function allRoutes() {
  return [...mainRoutes, '/pillars/3', `/stories/${bundle('stories').stories[0].id}`, `/kpis/${kpiWithActual()}`];
}
export function kpiWithActual() {
  const { kpis, series } = bundle('kpis');
  return kpis.find((kpi) => series.find(({ id }) => id === kpi.series?.[0])?.rows.length > 3).id;
}
