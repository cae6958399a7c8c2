// What our own pages cost the browser's main thread: the KPI board's rows while they are scrolled, beside an empty page of the same height with a
// WebGL canvas; and the semantic mirror while the map is dragged and when another page comes, at a quarter of the CPU's speed. By Chromium's
// profiler, over the same program with the names of its functions. Prints Markdown, writes build/bench/costs.json.
// Usage: costs.mjs [--runs 5]; scripts/bench --costs builds first.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, fromRoot, root } from '../../scripts/lib.mjs';
import { openBrowser } from './browser.mjs';
import { serveSite } from './server.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) fail(`--runs ${values.runs} is not a number of runs`, 'Give 1 or more; 5 for a figure to publish.');

const web = join(root, 'build/web'), site = join(root, 'build/bench/costs');
rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
cpSync(join(web, 'dist'), join(site, 'ours'), { recursive: true });
const archives = readdirSync(web).filter((name) => name.endsWith('.a')).map((name) => join(web, name));
execFileSync(process.execPath, [join(root, 'scripts/split.mjs'), '--names', join(web, 'linked'), join(site, 'ours'), ...archives], { stdio: 'ignore' });
// As tall as the board, with a canvas that is cleared whenever it is scrolled: what any page of this kind costs Chromium.
mkdirSync(join(site, 'empty'));
writeFileSync(join(site, 'empty/index.html'), `<!doctype html><html lang="ja"><title>empty</title><style>body{margin:0;height:9000px}canvas{position:fixed;inset:0;width:100%;height:100vh}</style><canvas></canvas>
<script>const canvas=document.querySelector('canvas');canvas.width=innerWidth;canvas.height=innerHeight;const gl=canvas.getContext('webgl2',{alpha:false,antialias:false});let asked=false;
window.__atlas={frames:0};addEventListener('scroll',()=>{if(asked)return;asked=true;requestAnimationFrame(()=>{asked=false;gl.clearColor(1,1,1,1);gl.clear(gl.COLOR_BUFFER_BIT);__atlas.frames++})},{passive:true});</script>`);
const server = await serveSite(site);

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function opened(address, body) {
  const { page, cdp, faults, close } = await openBrowser();
  try {
    await cdp.send('Performance.enable');
    await page.goto(address);
    await wait(3000);
    const result = await body(page, cdp);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return result;
  } finally {
    await close();
  }
}

// Milliseconds of script and of all tasks of the main thread, and the frames, of what `act` does.
async function spent(page, cdp, act) {
  const look = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    return { script: of('ScriptDuration'), tasks: of('TaskDuration'), frames: await page.evaluate(() => window.__atlas.frames) };
  };
  const before = await look();
  await act();
  const after = await look();
  const frames = after.frames - before.frames;
  return { frames, script: (after.script - before.script) / frames, tasks: (after.tasks - before.tasks) / frames };
}

// Milliseconds in functions whose names match, callees included but those of `without`, of what `act` does.
async function profiled(cdp, wanted, act, without = /$^/) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await cdp.send('Profiler.start');
  await act();
  const { profile } = await cdp.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node])), inside = new Set();
  const mark = (id, within) => {
    const node = nodes.get(id), name = node.callFrame.functionName, is = (within || wanted.test(name)) && !without.test(name);
    if (is) inside.add(id);
    for (const child of node.children ?? []) mark(child, is);
  };
  mark(profile.nodes[0].id, false);
  return profile.samples.reduce((sum, id, index) => sum + (inside.has(id) ? profile.timeDeltas[index] / 1000 : 0), 0);
}

const scroll = (page) => async () => {
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 60);
    await wait(16);
  }
  await wait(600);
};
async function scrolled(address) {
  return opened(address, async (page, cdp) => {
    await page.mouse.move(640, 500);
    await scroll(page)(); // letters are drawn for the first time
    await page.evaluate(() => scrollTo(0, 0));
    await wait(400);
    return spent(page, cdp, scroll(page));
  });
}

const mirror = /MirrorDiff|^_?atlas_mirror$|^apply$/;
const slowly = (cdp) => cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const panned = () =>
  opened(`${server.address}ours/#/map`, async (page, cdp) => {
    await page.mouse.move(700, 450);
    await page.mouse.wheel(0, -600);
    await wait(1500);
    await slowly(cdp);
    const before = await page.evaluate(() => window.__atlas.frames);
    await page.mouse.down();
    const ms = await profiled(cdp, mirror, async () => {
      for (let step = 1; step <= 60; step++) {
        await page.mouse.move(700 - 3 * step, 450 + 2 * step);
        await wait(16);
      }
    });
    await page.mouse.up();
    return ms / ((await page.evaluate(() => window.__atlas.frames)) - before);
  });
const pages = ['/kpis', '/logic', '/stories', '/roadmap', '/trends', '/pillars/2', '/map'];
const changed = () =>
  opened(`${server.address}ours/#/`, async (page, cdp) => {
    const go = async (route) => {
      await page.evaluate((to) => void (window.__atlas.route = to), route);
      await wait(1500);
    };
    for (const route of pages) await go(route); // data and letters are there then
    await slowly(cdp);
    const all = {};
    for (const route of pages) all[route] = await profiled(cdp, mirror, () => go(route));
    return all;
  });

// The keyboard goes from row to row of the longest page: the whole tree is compared, next to nothing is sent. The comparison is inlined into
// App::frame, so this is all of a frame but building the page and drawing it: the comparison, and some more.
const stepped = () =>
  opened(`${server.address}ours/#/kpis`, async (page, cdp) => {
    const steps = 20;
    const tab = async () => {
      for (let step = 0; step < steps; step++) {
        await page.keyboard.press('Tab');
        await wait(60);
      }
    };
    await tab();
    await slowly(cdp);
    const nodes = await page.evaluate(() => document.querySelectorAll('#mirror *').length);
    const frame = /App5frameEd$/, others = /page5build|Painter4draw|GlyphMeasure|scene5apply/;
    return { ms: (await profiled(cdp, frame, tab, others)) / steps, nodes };
  });

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const measured = { board: [], empty: [], panned: [], stepped: [], changed: [] };
for (let run = 0; run < runs; run++) {
  measured.board.push(await scrolled(`${server.address}ours/#/kpis`));
  measured.empty.push(await scrolled(`${server.address}empty/`));
  measured.panned.push(await panned());
  measured.stepped.push(await stepped());
  measured.changed.push(await changed());
  process.stderr.write(`  run ${run + 1} of ${runs}\n`);
}
server.close();
writeFileSync(join(root, 'build/bench/costs.json'), JSON.stringify({ runs, measured }, null, 1));

const of = (name, key) => median(measured[name].map((one) => one[key])).toFixed(1);
console.log(`| scrolled by the wheel, ms a frame | 75 rows of KPIs | an empty page |\n| --- | ---: | ---: |`);
console.log(`| script | ${of('board', 'script')} | ${of('empty', 'script')} |\n| all tasks of the main thread | ${of('board', 'tasks')} | ${of('empty', 'tasks')} |\n| frames | ${of('board', 'frames')} | ${of('empty', 'frames')} |\n`);
console.log(`| the mirror at 4 × slower CPU | ms |\n| --- | ---: |\n| a frame while the map is dragged | ${median(measured.panned).toFixed(2)} |`);
console.log(`| a step of the keyboard: ${measured.stepped[0].nodes} nodes compared, at most | ${of('stepped', 'ms')} |`);
for (const route of pages) console.log(`| another page comes: ${route} | ${median(measured.changed.map((one) => one[route])).toFixed(1)} |`);
console.log(`\nMedians of ${runs} runs. ${fromRoot(join(root, 'build/bench/costs.json'))}`);
process.exit(0);
