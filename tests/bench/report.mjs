// Medians, the Markdown table, the ratios, and which targets of the map's speed are met.
import { median } from './measure.mjs';

const sum = (object) => Object.values(object).reduce((total, value) => total + value, 0);

// Median of every figure that the runs of one page gave: { cold: { ms }, slow: { ms }, visit: { … }, bytes: { … } }.
export function mediansOf({ bytes, runs }) {
  const medians = { bytes };
  for (const [measure, all] of Object.entries(runs)) {
    if (all.length === 0) continue;
    const names = Object.keys(all[0]).filter((name) => typeof all[0][name] === 'number' || all[0][name] === null);
    medians[measure] = Object.fromEntries(names.map((name) => [name, median(all.map((one) => one[name]))]));
  }
  return medians;
}

const kb = (bytes) => bytes / 1000;
const figures = [
  { name: 'bytes, brotli: all (KB)', of: ({ bytes }) => kb(sum(bytes)) },
  ...['html', 'js', 'wasm', 'css', 'data', 'font'].map((kind) => ({ name: `— ${kind} (KB)`, of: ({ bytes }) => kb(bytes[kind] ?? 0), noRatio: true, digits: 1 })),
  { name: 'cold start: map interactive, presented (ms)', of: ({ cold }) => cold?.ms },
  { name: 'cold start, 4 × CPU and slow 4G (ms)', of: ({ slow }) => slow?.ms },
  { name: 'static map of the front page, presented (ms)', of: ({ static: seen }) => seen?.ms, noRatio: true },
  { name: 'static map, 4 × CPU and slow 4G (ms)', of: ({ staticSlow }) => staticSlow?.ms, noRatio: true },
  { name: 'pan and zoom: presented frames in 3 s', of: ({ visit }) => visit?.frames },
  { name: '— interval between them: median (ms)', of: ({ visit }) => visit?.intervalMs, digits: 1 },
  { name: '— interval: 95th percentile (ms)', of: ({ visit }) => visit?.intervalP95Ms, digits: 1 },
  { name: '— main thread, tasks (ms)', of: ({ visit }) => visit?.taskMs },
  { name: '— main thread, CPU (ms)', of: ({ visit }) => visit?.mainThreadMs },
  { name: '— CPU of all processes (ms)', of: ({ visit }) => visit?.cpuMs },
  { name: '— CPU of all processes a frame (ms)', of: ({ visit }) => visit?.cpuPerFrameMs, digits: 1 },
  { name: 'indicator switch → presented (ms)', of: ({ visit }) => visit?.switchMs, digits: 1 },
  { name: 'hover → tooltip presented (ms)', of: ({ visit }) => visit?.hoverMs, digits: 1 },
  { name: 'idle 5 s: frames', of: ({ visit }) => visit?.idleFrames, noRatio: true },
  { name: '— CPU of all processes (ms)', of: ({ visit }) => visit?.idleCpuMs, noRatio: true },
  { name: 'memory: JS heap (MB)', of: ({ visit }) => visit?.heapMb, digits: 1, noRatio: true },
  { name: '— WASM (MB)', of: ({ visit }) => visit?.wasmMb, digits: 1, noRatio: true },
  { name: '— heap + WASM (MB)', of: ({ visit }) => visit && visit.heapMb + visit.wasmMb, digits: 1 },
  { name: '— all processes, PSS (MB)', of: ({ visit }) => visit?.processesMb },
];

const known = (value) => typeof value === 'number' && Number.isFinite(value);
const written = (value, digits = 0) => (known(value) ? value.toFixed(digits) : '–');

function markdown(head, rows) {
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

// pages: { name: medians }, `ours` first when it took part.
export function table(pages) {
  const names = Object.keys(pages);
  const rows = figures.filter(({ of }) => names.some((name) => known(of(pages[name])))).map(({ name, of, digits }) => [name, ...names.map((page) => written(of(pages[page]), digits))]);
  return markdown(['', ...names.map((name) => (name === 'ours' ? '**ours**' : name))], rows);
}

// Our figure divided by each peer's: below 1 we spend less.
export function ratios(pages) {
  const { ours, ...peers } = pages;
  if (!ours || Object.keys(peers).length === 0) return '';
  const rows = figures.filter(({ noRatio, of }) => !noRatio && known(of(ours))).map(({ name, of }) => [
    name,
    ...Object.values(peers).map((peer) => (known(of(peer)) && of(peer) > 0 ? (of(ours) / of(peer)).toFixed(2) : '–')),
  ]);
  return markdown(['ours ÷', ...Object.keys(peers)], rows);
}

// The targets of issue 4 for a work, as Markdown list items; those whose figures were not measured are left out.
export function targets(pages, work) {
  const { ours, ...peers } = pages;
  if (!ours) return '';
  const canvas = peers['d3-canvas'], echarts = peers.echarts;
  const best = (of) => Math.min(...Object.values(peers).map(of).filter(known));
  const rivals = (of) => (work === 1 ? echarts && of(echarts) : best(of));
  const rivalName = work === 1 ? 'ECharts' : 'every peer';
  const lines = [];
  const judge = (what, ours, limit, digits = 0, atLeast = false) => {
    if (!known(ours) || !known(limit)) return;
    const met = atLeast ? ours >= limit : ours <= limit;
    lines.push(`- ${met ? 'met' : '**missed**'}: ${what} — ${written(ours, digits)} against ${written(limit, digits)}`);
  };
  judge('map visible (static SVG of the front page) no later than the fastest peer (ms)', ours.static?.ms, best(({ cold }) => cold?.ms));
  judge('map visible, throttled (ms)', ours.staticSlow?.ms, best(({ slow }) => slow?.ms));
  judge(`map interactive ahead of ${rivalName} (ms)`, ours.cold?.ms, rivals(({ cold }) => cold?.ms));
  judge('map interactive, throttled (ms)', ours.slow?.ms, rivals(({ slow }) => slow?.ms));
  judge("presented frames at least d3-canvas's", ours.visit?.frames, canvas?.visit?.frames, 0, true);
  judge("CPU a frame at most d3-canvas's (ms)", ours.visit?.cpuPerFrameMs, canvas?.visit?.cpuPerFrameMs, 1);
  judge("main-thread task time at most a quarter of d3-canvas's (ms)", ours.visit?.taskMs, canvas?.visit && canvas.visit.taskMs / 4);
  judge('switch presented no later than the best peer (ms)', ours.visit?.switchMs, best(({ visit }) => visit?.switchMs), 1);
  judge('hover presented no later than the best peer (ms)', ours.visit?.hoverMs, best(({ visit }) => visit?.hoverMs), 1);
  judge('no frame while idle', ours.visit?.idleFrames, 0);
  judge('heap + WASM memory below ECharts (MB)', ours.visit && ours.visit.heapMb + ours.visit.wasmMb, echarts?.visit && echarts.visit.heapMb + echarts.visit.wasmMb, 1);
  return lines.join('\n');
}
