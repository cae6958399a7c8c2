// One Chromium for one measurement, and what the system tells about it: CPU time of all its processes, memory, load.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { fail } from '../../scripts/lib.mjs';

// The program itself and not Debian's launcher, which adds --enable-gpu-rasterization.
const candidates = ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', '/opt/google/chrome/chrome', '/usr/bin/chromium', '/usr/bin/google-chrome'];
export const executablePath = process.env.ATLAS_CHROMIUM ?? candidates.find(existsSync);

// swiftshader: the flags of tests/e2e/helpers.mjs. Chromium then takes SwiftShader for a GPU and would rasterise canvases
// and pages on it, which no reader's browser does: what is not WebGL stays on the CPU's own rasteriser.
// none: what Chromium chooses by itself where there is no GPU. The page is composited in software, WebGL alone runs on
// SwiftShader, and its pictures are copied back for every frame.
const modes = {
  swiftshader: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-gpu-rasterization', '--disable-accelerated-2d-canvas'],
  none: ['--enable-unsafe-swiftshader'],
};
export const modeNames = Object.keys(modes);
const baseArguments = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export const viewport = { width: 1280, height: 800 };

// { page, cdp, trace, tree, close }: a fresh browser with one page and a settled process tree.
export async function openBrowser(mode = 'swiftshader') {
  if (!executablePath) fail('Chromium is missing', 'Run scripts/setup browser, or name it in ATLAS_CHROMIUM.');
  const before = new Set(childrenOf(process.pid));
  const browser = await chromium.launch({ executablePath, args: [...baseArguments, ...modes[mode]] });
  const [root] = childrenOf(process.pid).filter((pid) => !before.has(pid));
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Resolves with the page's own promise, whenever the page makes it.
  await page.addInitScript(() => {
    window.__whenReady = new Promise((done) => {
      let ready;
      Object.defineProperty(window, '__ready', { get: () => ready, set: (promise) => (ready = promise).then(done) });
    });
  });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const cdp = await context.newCDPSession(page);
  const system = await browser.newBrowserCDPSession();
  await new Promise((done) => setTimeout(done, 600)); // the browser's own start is not the page's
  return { page, cdp, faults, version: browser.version(), cpu: () => cpuMs(root), memory: () => residentMb(root), record: (body) => record(system, body), close: () => browser.close() };
}

// Runs body() with a trace of frames and marks; resolves with { events, result }.
async function record(system, body) {
  await system.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  const result = await body();
  const ended = new Promise((done) => system.once('Tracing.tracingComplete', done));
  await system.send('Tracing.end');
  const { stream } = await ended;
  let text = '';
  for (let part; !part?.eof; ) {
    part = await system.send('IO.read', { handle: stream, size: 8 << 20 });
    text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString() : part.data;
  }
  await system.send('IO.close', { handle: stream });
  return { events: JSON.parse(text).traceEvents, result };
}

// ---- /proc -----------------------------------------------------------------------------------------------------------

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
function processes() {
  const all = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`);
    if (!stat) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    all.set(Number(pid), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), reaped: Number(fields[13]) + Number(fields[14]) });
  }
  return all;
}
const childrenOf = (pid) => [...processes()].filter(([, { parent }]) => parent === pid).map(([child]) => child);
function treeOf(root, all = processes()) {
  const tree = [root];
  for (const pid of tree) for (const [child, { parent }] of all) if (parent === pid) tree.push(child);
  return tree.filter((pid) => all.has(pid)).map((pid) => ({ pid, ...all.get(pid) }));
}
const msPerTick = 10; // USER_HZ is 100 on Linux

// CPU time that a process, all below it and those of them that ended have used.
const cpuMs = (root) => treeOf(root).reduce((sum, { ticks, reaped }) => sum + ticks + reaped, 0) * msPerTick;

function residentMb(root) {
  const kb = (text, name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);
  return treeOf(root).reduce((sum, { pid }) => sum + kb(read(`/proc/${pid}/smaps_rollup`), 'Pss'), 0) / 1000;
}

// CPU time of a thread by its id, to the nanosecond; a renderer's main thread has the id of its process.
export const threadMs = (pid) => Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0]) / 1e6;

// CPU time of everything on the machine.
function busy() {
  const [user, nice, system, , , irq, softirq, steal] = read('/proc/stat').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq + steal) * msPerTick;
}

// Watches how much of the machine others use meanwhile; the returned function says it, 0…1 of all cores.
export function watchOthers(browser) {
  const own = () => browser.cpu() + process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  const began = { at: performance.now(), busy: busy(), own: own() };
  return () => Math.max(0, (busy() - began.busy - (own() - began.own)) / (performance.now() - began.at) / cpus().length);
}
export const load = () => loadavg().map((value) => Number(value.toFixed(2)));

// Waits until the machine has been quiet for a second, or `patienceSeconds` are over.
export async function quietMachine(patienceSeconds) {
  const until = performance.now() + patienceSeconds * 1000;
  while (performance.now() < until) {
    const before = busy();
    await new Promise((done) => setTimeout(done, 1000));
    if ((busy() - before) / 1000 / cpus().length < 0.08) return;
  }
}
