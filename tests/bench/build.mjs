// Builds what scripts/bench serves into build/bench/site: our application with benchmark data, and one small page a peer
// and work. Usage: build.mjs [--work 1,2]. Needs build/web/dist, build/desktop/sosei-bundle and sosei-atlas.
//   work 1: 47 prefectures with labels and 70 markers      work 2: 1,741 municipalities; ten indicators each
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, root, step } from '../../scripts/lib.mjs';
import { peers, works } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const site = join(root, 'build/bench/site');
const markerCount = 70;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
function readCsv(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])));
}

// ---- our application ------------------------------------------------------------------------------------------------

// The ten columns of work 2 as municipal indicators "bench1" … "bench10".
function addMunicipalColumns(sources, { codes, indicators }) {
  const file = join(sources, 'municipal-indicators.json');
  const all = readJson(file);
  const rows = [];
  indicators.forEach(({ name, year, source, values }, i) => {
    const key = `bench${i + 1}`;
    all.indicators.push({
      key, name, name_en: `Column ${i + 1}`, unit: '人', definition: name, better: 'none', decimals: 0, scale: 'sequential', theme: '人口', attribution: `出典：${source}`, sources: ['ssdse-a-2026'],
    });
    values.forEach((value, row) => value !== null && rows.push(`${codes[row]},${key},${year},${value}`));
  });
  writeFileSync(file, JSON.stringify(all));
  appendFileSync(join(sources, 'municipal-indicators.csv'), rows.map((row) => `${row}\n`).join(''));
}

// The finished site with two differences: the columns above, and its stories stand at 70 places. The atlas has fewer, so some of them are told
// again at every n-th municipality of data/municipalities.csv.
function buildOurs(columns) {
  const dist = join(root, 'build/web/dist');
  if (!existsSync(join(dist, 'atlas.wasm'))) fail('build/web/dist has no atlas.wasm', 'Run scripts/bench without --no-build, or scripts/build web.');
  const sources = join(root, 'build/bench/data');
  rmSync(sources, { recursive: true, force: true });
  cpSync(join(root, 'data'), sources, { recursive: true });
  const file = join(sources, 'stories.json');
  const { stories, ...rest } = readJson(file);
  const placed = stories.filter(({ prefectures, municipalities }) => prefectures?.length || municipalities?.length);
  const municipalities = readCsv(join(root, 'data/municipalities.csv'));
  const stride = Math.floor(municipalities.length / (markerCount - placed.length));
  for (let i = 0; placed.length + i < markerCount; i++) {
    const { code, pref } = municipalities[i * stride];
    stories.push({ ...placed[i], id: `${placed[i].id}-bench`, prefectures: [pref], municipalities: [code] });
  }
  writeFileSync(file, JSON.stringify({ ...rest, stories }));

  addMunicipalColumns(sources, columns);

  const ours = join(site, 'ours');
  cpSync(dist, ours, { recursive: true, filter: (path) => path !== join(dist, 'data') });
  execFileSync(join(root, 'build/desktop/sosei-bundle'), ['build', sources, '--geo', join(root, 'build/geo'), '-o', join(ours, 'data')]);
  execFileSync('node', [join(root, 'scripts/prerender.mjs'), ours], { stdio: ['ignore', 'ignore', 'inherit'] });
  // Of the static pages only the front page is measured.
  for (const { name } of readdirSync(ours, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'data')) rmSync(join(ours, name), { recursive: true });
  const { bundles } = readJson(join(ours, 'data/manifest.json'));
  const bundle = (name) => readJson(join(ours, 'data', bundles[name].file));
  return { stories: bundle('stories').stories, indicators: bundle('indicators').indicators };
}

// ---- the same data for the peers -------------------------------------------------------------------------------------

// The first ten indicators of the map's list, each in its latest year; the markers where our application puts its stories.
function prefectureData({ stories, indicators }) {
  const places = readCsv(join(root, 'data/prefectures.csv'));
  const lastRow = ({ values }) => values.findLastIndex((row) => row.some((value) => value !== null));
  return {
    codes: places.map(({ code }) => code),
    names: places.map(({ name }) => name),
    points: places.map(({ lon, lat }) => [Number(lon), Number(lat)]),
    indicators: indicators.slice(0, 10).map((indicator) => ({
      name: indicator.name, unit: indicator.unit, year: indicator.years[lastRow(indicator)], source: indicator.source, values: indicator.values[lastRow(indicator)],
    })),
    markers: stories.filter(({ position }) => position).map(({ position, place, title, pillar }) => ({ at: position, name: `${place} ${title}`, pillar })),
  };
}

// Ten columns of SSDSE-A where that table is at hand, else figures that depend on the code alone.
function municipalityData() {
  const places = readCsv(join(root, 'data/municipalities.csv'));
  const data = { codes: places.map(({ code }) => code), names: places.map(({ name }) => name), points: places.map(({ lon, lat }) => [Number(lon), Number(lat)]), markers: [] };
  const table = join(root, '../shared/data/real/SSDSE-A-2026.csv');
  if (existsSync(table)) {
    const [items, years, names, ...rows] = new TextDecoder('shift_jis').decode(readFileSync(table)).trim().split(/\r?\n/).map((line) => line.split(','));
    const byCode = new Map(rows.map((row) => [row[0].slice(1), row]));
    data.indicators = ['A1101', 'A1301', 'A1302', 'A1303', 'A1419', 'A4101', 'A4200', 'A5101', 'A5102', 'A7101'].map((item) => {
      const column = items.indexOf(item);
      const value = (code) => (/^\d+(\.\d+)?$/.test(byCode.get(code)?.[column] ?? '') ? Number(byCode.get(code)[column]) : null);
      return { name: names[column], unit: '', year: Number(years[column]), source: 'SSDSE-A-2026（独立行政法人統計センター）', values: data.codes.map(value) };
    });
  } else {
    data.indicators = Array.from({ length: 10 }, (_, i) => ({
      name: `指標${i + 1}`, unit: '', year: 2020, source: '擬似データ', values: data.codes.map((code) => (Number(code) * (7919 + 104729 * i)) % 99991),
    }));
  }
  return data;
}

// ---- pages -----------------------------------------------------------------------------------------------------------

async function buildPeer(name, work, data) {
  const folder = join(site, name, String(work));
  mkdirSync(folder, { recursive: true });
  const result = await build({
    entryPoints: { page: join(here, 'pages', `${name}.js`) },
    outdir: folder,
    bundle: true, minify: true, treeShaking: true, format: 'esm', target: 'chrome120', legalComments: 'none', metafile: true, logLevel: 'error',
    loader: { '.png': 'dataurl' },
    define: { WORK: String(work), 'process.env.NODE_ENV': '"production"' },
  });
  const hasCss = Object.keys(result.metafile.outputs).some((path) => path.endsWith('.css'));
  const template = readFileSync(join(here, 'pages/page.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), template.replace('<!-- css -->', hasCss ? '<link rel="stylesheet" href="page.css">' : '').replace(/\n\s*/g, '\n'));
  cpSync(join(root, 'build/geo', `${works[work].boundaries}.topojson`), join(folder, 'map.topojson'));
  writeFileSync(join(folder, 'data.json'), JSON.stringify(data));
  for (const file of peers[name].files ?? []) cpSync(join(root, 'node_modules', file), join(folder, file.split('/').at(-1)));
}

step('Bench pages');
rmSync(site, { recursive: true, force: true });
const municipal = municipalityData();
const data = { 1: prefectureData(buildOurs(municipal)), 2: municipal };
if (data[1].markers.length !== markerCount) fail(`${data[1].markers.length} markers instead of ${markerCount}`, 'See buildOurs in tests/bench/build.mjs.');
for (const work of Object.keys(works)) for (const name of Object.keys(peers)) await buildPeer(name, Number(work), data[work]);
