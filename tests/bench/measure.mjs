// The measurements: each takes a fresh browser and gives plain figures. Times are milliseconds, presented means that the
// compositor got its presentation feedback (frames.mjs).
import { presentationsIn, presentedAfter, readFrames } from './frames.mjs';
import { openBrowser, threadMs, watchOthers } from './browser.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
export const median = (values) => {
  const sorted = values.filter((value) => value !== null && !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? null;

// Lighthouse's "slow 4G" as DevTools throttling: its constants (throttling.mobileSlow4G) and the 4 × slower CPU.
const slow4g = { offline: false, latency: 150 * 3.75, downloadThroughput: Math.floor((1.6 * 1024 * 0.9 * 1024) / 8), uploadThroughput: Math.floor((750 * 0.9 * 1024) / 8) };
async function throttle(cdp) {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', slow4g);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

const sync = (page) => page.evaluate(() => void performance.mark('bench:sync'));
async function inBrowser(mode, body) {
  const browser = await openBrowser(mode);
  const others = watchOthers(browser);
  try {
    const figures = await body(browser);
    if (browser.faults.length > 0) throw new Error(browser.faults.join('\n'));
    return { ...figures, others: others(), chromium: browser.version };
  } finally {
    await browser.close();
  }
}

// Navigation start → what `drawn()` of the page resolves with (a time), presented. A slow page's frame may be seconds on
// its way to the screen: who waited too short a time waits longer.
async function untilPresented(address, { slow = false, mode, init, drawn }) {
  for (const waitMs of [1500, 8000]) {
    const figures = await inBrowser(mode, async ({ page, cdp, record }) => {
      if (slow) await throttle(cdp);
      if (init) await page.addInitScript(init);
      const { events, result } = await record(async () => {
        await page.goto(address, { waitUntil: 'commit' });
        const at = await page.evaluate(drawn);
        await page.waitForLoadState('networkidle');
        await pause(waitMs);
        await sync(page);
        return at;
      });
      return { ms: presentedAfter(readFrames(events), result), drawnMs: result };
    });
    if (figures.ms !== null) return figures;
  }
  throw new Error('the frame was not presented within 8 s');
}

// The first complete map, that answers.
export const coldStart = (address, options = {}) => untilPresented(address, { ...options, drawn: () => window.__whenReady });

// The static map of our front page: an SVG in its HTML, whole.
export const staticMap = (address, options = {}) =>
  untilPresented(address, {
    ...options,
    init: () => {
      window.__seen = new Promise((done) => {
        const isWhole = (svg) => svg && (svg.nextElementSibling || svg.parentElement.nextElementSibling || document.readyState !== 'loading');
        const look = () => (isWhole(document.querySelector('#static svg')) ? done(performance.now()) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      });
    },
    drawn: () => window.__seen,
  });

// ---- one visit -------------------------------------------------------------------------------------------------------

const centre = { x: 820, y: 432 }; // of every page's map
const scriptMs = 3000, drainMs = 300, stepMs = 10;

// 1 s of wheel towards, 1 s of drag in an eight, 1 s of wheel away, an event every 10 ms: what a trackpad sends. It
// comes back to where it began, and at rest, so that nothing coasts.
function scriptedEvents() {
  const events = [], steps = 1000 / stepMs;
  const wheel = (deltaY) => ({ type: 'mouseWheel', ...centre, deltaX: 0, deltaY });
  const onPath = (t) => ({ x: centre.x + 150 * Math.sin(2 * Math.PI * t), y: centre.y + 80 * Math.sin(4 * Math.PI * t) });
  for (let i = 0; i < steps; i++) events.push(wheel(-6));
  for (let i = 0; i < steps; i++) {
    const type = i === 0 ? 'mousePressed' : i === steps - 1 ? 'mouseReleased' : 'mouseMoved';
    events.push({ type, ...onPath(Math.min(1, i / (steps - 12))), button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: type === 'mouseMoved' ? 0 : 1 });
  }
  for (let i = 0; i < steps; i++) events.push(wheel(6));
  return events;
}

// Pixels between Sapporo and Tokyo.
const mapScale = (page) => page.evaluate(() => {
  const [a, b] = [window.__bench.project(141.35, 43.06), window.__bench.project(139.69, 35.69)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
});

async function send(cdp, events) {
  const began = performance.now(), sent = [];
  for (let i = 0; i < events.length; i++) {
    const wait = began + i * stepMs - performance.now();
    if (wait > 0) await pause(wait);
    sent.push(cdp.send('Input.dispatchMouseEvent', events[i]));
  }
  await Promise.all(sent);
  return performance.now() - began - events.length * stepMs;
}

async function panAndZoom({ page, cdp, record, cpu }, pid) {
  const now = () => page.evaluate(() => performance.now());
  const taskMs = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const { events, result } = await record(async () => {
    await sync(page);
    await pause(300);
    const before = { at: await now(), task: await taskMs(), cpu: cpu(), thread: threadMs(pid) };
    const lagMs = await send(cdp, scriptedEvents());
    await pause(Math.max(0, drainMs - lagMs));
    return { before, taskMs: (await taskMs()) - before.task, cpuMs: cpu() - before.cpu, mainThreadMs: threadMs(pid) - before.thread, lagMs, ended: await now() };
  });
  const trace = readFrames(events);
  const { before, ended, ...figures } = result;
  const inScript = presentationsIn(trace, before.at, before.at + scriptMs), all = presentationsIn(trace, before.at, ended);
  return {
    ...figures, frames: inScript.count, cpuPerFrameMs: figures.cpuMs / all.count,
    intervalMs: median(inScript.intervals), intervalP95Ms: quantile(inScript.intervals, 0.95), longestIntervalMs: Math.max(0, ...inScript.intervals),
  };
}

// How much a page's wheel script enlarges its map: the same for all, or they do not do the same work.
async function enlargement({ page, cdp }) {
  const before = await mapScale(page);
  await send(cdp, scriptedEvents().slice(0, scriptedEvents().length / 3));
  await pause(600);
  return { enlargement: (await mapScale(page)) / before };
}

async function idle({ page, record, cpu }, seconds = 5) {
  const { events, result } = await record(async () => {
    await sync(page);
    await pause(500);
    const before = { at: await page.evaluate(() => performance.now()), cpu: cpu() };
    await pause(seconds * 1000);
    return { from: before.at, cpuMs: cpu() - before.cpu };
  });
  const trace = readFrames(events);
  return { pid: trace.pid, idleFrames: presentationsIn(trace, result.from, result.from + seconds * 1000).count, idleCpuMs: result.cpuMs };
}

// From the beginning of each until it was presented, of those that were.
const latencies = (trace, all) =>
  all.map(({ began, drawn }) => [began, presentedAfter(trace, drawn)]).filter(([, presented]) => presented !== null).map(([began, presented]) => presented - began);

// Another indicator → the first presented frame with it.
async function switches({ page, record }, count = 9) {
  const { events, result } = await record(async () => {
    await sync(page);
    const all = [];
    for (let i = 1; i <= count; i++) {
      all.push(await page.evaluate(async (which) => {
        const began = performance.now();
        await window.__bench.recolour(which);
        return { began, drawn: performance.now() };
      }, i));
      await pause(400);
    }
    await pause(1500);
    return all;
  });
  return { switchMs: median(latencies(readFrames(events), result)) };
}

// The pointer on another area → the first presented frame with its tooltip; `tips` counts those that came within 3 s.
async function hovers({ page, cdp, record }, count = 12) {
  const points = await page.evaluate(() => window.__bench.hoverPoints());
  const chosen = Array.from({ length: count }, (_, i) => points[Math.floor((i * points.length) / count)]);
  await page.evaluate(() => {
    let began = 0, told;
    addEventListener('pointermove', (event) => (began = event.timeStamp), true);
    window.__tipShown = () => told?.({ began, drawn: performance.now() });
    window.__nextTip = () => {
      window.__tip = new Promise((done) => {
        told = done;
        setTimeout(done, 3000, null);
      });
    };
  });
  const { events, result } = await record(async () => {
    await sync(page);
    const tips = [];
    for (const [x, y] of chosen) {
      await page.evaluate(() => window.__nextTip());
      cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
      tips.push(await page.evaluate(() => window.__tip));
      await pause(300);
    }
    await pause(1500);
    return tips.filter((tip) => tip !== null);
  });
  return { hoverMs: median(latencies(readFrames(events), result)), tips: result.length };
}

async function memory({ page, cdp, memory: pss }) {
  await cdp.send('HeapProfiler.collectGarbage');
  await pause(500);
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(() => window.__bench.wasmBytes?.() ?? 0);
  const mb = (bytes) => bytes / 1e6;
  return { heapMb: mb(usedSize), wasmMb: mb(wasm), domMb: mb(embedderHeapUsedSize), buffersMb: mb(backingStorageSize), processesMb: pss() };
}

// Everything that is done with a page that is there: idle, pan and zoom, switch, hover, memory.
export const visit = (address, { mode } = {}) =>
  inBrowser(mode, async (browser) => {
    const { page, cdp } = browser;
    await cdp.send('Performance.enable');
    await page.goto(address, { waitUntil: 'commit' });
    await page.evaluate(() => window.__whenReady.then(() => {}));
    await page.waitForLoadState('networkidle');
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...centre });
    await pause(1500);
    const scalePx = await mapScale(page);
    const { pid, ...figures } = await idle(browser);
    Object.assign(figures, await panAndZoom(browser, pid));
    await pause(500);
    Object.assign(figures, await switches(browser), await hovers(browser), await memory(browser));
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...centre });
    return { ...figures, scalePx, ...(await enlargement(browser)) };
  });

// Which levels our application can show, or null where the page does not say so.
export const levelsOf = (address, { mode } = {}) =>
  inBrowser(mode, async ({ page }) => {
    await page.goto(address, { waitUntil: 'commit' });
    await page.evaluate(() => window.__whenReady.then(() => {}));
    return { levels: await page.evaluate(() => window.__bench.levels ?? []) };
  });
