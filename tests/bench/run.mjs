// Measures our application against the peers and prints a Markdown table. Called by scripts/bench, which builds first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, fromRoot, root } from '../../scripts/lib.mjs';
import { load, modeNames, quietMachine } from './browser.mjs';
import { coldStart, levelsOf, staticMap, visit } from './measure.mjs';
import { allNames, ours, pathOf, works } from './pages.mjs';
import { mediansOf, ratios, table, targets } from './report.mjs';
import { serveSite } from './server.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: allNames.join(',') },
    work: { type: 'string', default: '1,2' },
    runs: { type: 'string', default: '5' },
    measures: { type: 'string', default: 'cold,slow,visit' },
    gpu: { type: 'string', default: 'swiftshader' },
    patience: { type: 'string', default: '0' },
  },
});
const listed = (text, allowed, what) => {
  const chosen = text.split(',');
  const unknown = chosen.find((name) => !allowed.includes(name));
  if (unknown !== undefined) fail(`--${what}: ${unknown} is not known`, `One or more of ${allowed.join(',')}.`);
  return chosen;
};
const names = listed(values.only, allNames, 'only');
const chosenWorks = listed(values.work, Object.keys(works), 'work').map(Number);
const measures = listed(values.measures, ['cold', 'slow', 'visit'], 'measures');
const [mode] = listed(values.gpu, modeNames, 'gpu');
const runs = Number(values.runs), patienceSeconds = Number(values.patience);
if (!Number.isInteger(runs) || runs < 1) fail(`--runs ${values.runs} is not a number of runs`, 'Give 1 or more; 5 for a figure to publish.');

const measurements = { cold: coldStart, slow: (address, options) => coldStart(address, { ...options, slow: true }), visit };
const staticMeasures = { cold: ['static', staticMap], slow: ['staticSlow', (address, options) => staticMap(address, { ...options, slow: true })] };
const disturbed = 0.15; // of the machine, by others

const site = await serveSite(join(root, 'build/bench/site'));

// One measurement; with --patience it waits for the machine to be quiet and is repeated, twice at most, when others worked meanwhile.
async function measured(take, path) {
  let best;
  for (let attempt = 0; attempt < (patienceSeconds > 0 ? 3 : 1); attempt++) {
    await quietMachine(patienceSeconds);
    site.sent.length = 0;
    const figures = await take(site.address + path, { mode });
    if (!best || figures.others < best.others) best = figures;
    if (best.others <= disturbed) break;
  }
  return best;
}

// What our page cannot show yet is said, and not measured.
async function present(work) {
  if (!names.includes('ours')) return names;
  const { levels } = await levelsOf(site.address + ours[1].path, { mode });
  if (levels.includes(ours[work].level)) return names;
  console.log(`Our application: not yet (window.__bench.levels is ${JSON.stringify(levels)}, this work needs "${ours[work].level}").\n`);
  return names.filter((name) => name !== 'ours');
}

// A file that was asked for twice counts once: the browser was another one.
function bytesByKind(sent) {
  const byKind = {};
  for (const { kind, bytes } of new Map(sent.map((file) => [file.path, file])).values()) byKind[kind] = (byKind[kind] ?? 0) + bytes;
  return byKind;
}

const results = [];
for (const work of chosenWorks) {
  console.log(`\n## Work ${work}: ${works[work].title}\n`);
  const began = { at: new Date().toISOString(), load: load() };
  const pages = Object.fromEntries((await present(work)).map((name) => [name, { bytes: {}, runs: {}, failures: [] }]));
  let chromium = '';
  for (let run = 0; run < runs; run++) {
    const order = Object.keys(pages);
    order.push(...order.splice(0, run % order.length)); // nobody is always first
    for (const name of order) {
      const page = pages[name];
      const note = async (measure, take, path) => {
        try {
          const { chromium: version, ...figures } = await measured(take, path);
          chromium = version;
          (page.runs[measure] ??= []).push({ ...figures, load: load()[0] });
        } catch (error) {
          page.failures.push(`${measure}: ${error.message.split('\n')[0]}`);
          console.error(`  ✗ ${name}, ${measure}: ${error.message}`);
        }
      };
      for (const measure of measures) {
        await note(measure, measurements[measure], pathOf(name, work));
        page.bytes = bytesByKind(site.sent);
        if (name === 'ours' && staticMeasures[measure]) await note(staticMeasures[measure][0], staticMeasures[measure][1], 'ours/');
      }
      process.stderr.write(`  run ${run + 1} of ${runs}: ${name} (load ${load()[0]})\n`);
    }
  }
  const medians = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, mediansOf(page)]));
  const machine = { cores: cpus().length, memoryGb: Math.round(totalmem() / 1e9), chromium, gpu: mode };
  const result = { work, title: works[work].title, machine, runs, measures, began, ended: { at: new Date().toISOString(), load: load() }, medians, pages };
  results.push(result);
  const out = join(root, 'build/bench', `work-${work}${mode === 'swiftshader' ? '' : `-gpu-${mode}`}.json`);
  mkdirSync(join(root, 'build/bench'), { recursive: true });
  writeFileSync(out, JSON.stringify(result, null, 1));
  const others = Object.values(pages).flatMap(({ runs: all }) => Object.values(all).flat().map((one) => one.others)).sort((a, b) => a - b);
  console.log(`${table(medians)}\n\n${ratios(medians)}\n\n${targets(medians, work)}\n`);
  console.log(`Medians of ${runs} runs; ${machine.cores} cores, ${machine.memoryGb} GB, Chromium ${chromium}, --gpu ${mode}; load ${began.load[0]} → ${load()[0]}, others used ${Math.round(100 * (others[others.length >> 1] ?? 0))} % of the machine (median), ${Math.round(100 * (others.at(-1) ?? 0))} % at most. ${fromRoot(out)}`);
}
site.close();
process.exit(results.some(({ pages }) => Object.values(pages).some(({ failures }) => failures.length > 0)) ? 1 : 0);
