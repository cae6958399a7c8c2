// What the peers' pages share: the data, classes and colours, the legend, the tooltip, and the contract with the driver
// (README.md). Everything that a map library is chosen for is in the pages themselves.
import { feature, mesh } from 'topojson-client';

let resolveReady;
window.__ready = new Promise((done) => (resolveReady = done));
/** The first complete map frame has been drawn. */
export const ready = () => resolveReady(performance.now());

const palette = ['#E8F1FE', '#9DB7F9', '#4979F5', '#264AF4', '#00118F'];
export const noData = '#F2F2F2';
export const borderColour = '#FFFFFF', coastColour = '#767676', textColour = '#333333', outlineColour = '#1A1A1A';
const pillarColours = { 1: '#0055AD', 2: '#1D8B56', 3: '#C74700', 4: '#5809C1', 5: '#8B0000' };
export const pillarColour = (pillar) => pillarColours[pillar] ?? '#333333';

// What every map shows first: the four main islands, as large as our application shows them (a margin for each projection).
export const frame = { west: 128.0, south: 30.2, east: 146.6, north: 45.7 };
export const margin = { conic: 26, mercator: 30, plain: 30 };
export const labels = WORK === 1;

/** areas: GeoJSON features with { code, name, index } and a label point; borders and coast: MultiLineStrings. */
export async function load() {
  const [topology, data] = await Promise.all(['map.topojson', 'data.json'].map((file) => fetch(file).then((answer) => answer.json())));
  const object = Object.values(topology.objects)[0];
  const indexOf = new Map(data.codes.map((code, i) => [code, i]));
  const areas = feature(topology, object).features;
  for (const area of areas) {
    const index = indexOf.get(area.properties.code) ?? -1;
    area.properties = { code: area.properties.code, index, name: data.names[index] ?? '' };
    area.point = data.points[index];
  }
  return { areas, data, borders: mesh(topology, object, (a, b) => a !== b), coast: mesh(topology, object, (a, b) => a === b) };
}

export const shortName = (name) => (name === '北海道' ? name : name.slice(0, -1));

/** Five classes of equal count: { breaks, colourOf(index of a place), pieces }. */
export function classes(values) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const breaks = [1, 2, 3, 4].map((i) => sorted[Math.floor((i * sorted.length) / 5)]);
  const classOf = (value) => breaks.filter((limit) => value >= limit).length;
  return {
    breaks,
    colourOf: (index) => (values[index] == null ? noData : palette[classOf(values[index])]),
    pieces: palette.map((color, i) => ({ color, ...(i > 0 && { gte: breaks[i - 1] }), ...(i < 4 && { lt: breaks[i] }) })),
  };
}

const figure = (value) => value.toLocaleString('ja-JP');

export function drawLegend({ name, unit, year, source }, { breaks }) {
  const limits = ['', ...breaks.map((limit) => `${figure(limit)}${unit}以上`)];
  document.getElementById('panel').innerHTML =
    `<h1>${name}（${year}年）</h1><ul>${palette.map((colour, i) => `<li><i style="background:${colour}"></i>${limits[i] || `${figure(breaks[0])}${unit}未満`}</li>`).join('')}` +
    `<li><i style="background:${noData}"></i>値なし</li></ul><p>${source}</p>`;
}

/** Tells name, figure and rank of a place at a window point; null hides it. */
export function makeTooltip(data) {
  const box = document.getElementById('tip');
  let shown = -1, indicator, ranks;
  return function tooltip(index, current, x, y) {
    if (index < 0) {
      box.style.visibility = 'hidden';
      shown = -1;
      return;
    }
    box.style.transform = `translate(${Math.min(x + 16, innerWidth - 220)}px,${Math.max(8, y - 90)}px)`;
    if (index === shown && indicator === current) return;
    if (indicator !== current) {
      indicator = current;
      const order = current.values.map((value, i) => i).filter((i) => current.values[i] !== null).sort((a, b) => current.values[b] - current.values[a]);
      ranks = new Map(order.map((i, rank) => [i, rank + 1]));
    }
    shown = index;
    const value = current.values[index];
    const words = value === null ? '値はありません' : `${figure(value)}${current.unit}（${current.year}年）<br>${ranks.size}中 ${ranks.get(index)}位`;
    box.innerHTML = `<b>${data.names[index]}</b>${words}`;
    box.style.visibility = 'visible';
    window.__tipShown?.(`${data.names[index]} ${words}`);
  };
}

/** Names largest area first, dropped where they would overlap: pixel boxes of the drawn ones. */
export function placeLabels(candidates, toPixels, width, height) {
  const placed = [];
  for (const label of candidates) {
    const [x, y] = toPixels(label.point);
    const box = { label, x, y, left: x - label.width / 2 - 2, right: x + label.width / 2 + 2, top: y - 9, bottom: y + 9 };
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
    if (placed.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top)) placed.push(box);
  }
  return placed;
}

/** window.__bench for the driver. `project` is in pixels of the map's element. */
export function expose({ recolour, project, data, map = document.getElementById('map') }) {
  const inWindow = ([lon, lat]) => {
    const { left, top } = map.getBoundingClientRect();
    const [x, y] = project([lon, lat]);
    return [x + left, y + top];
  };
  window.__bench = {
    recolour,
    project: (lon, lat) => inWindow([lon, lat]),
    hoverPoints: () => {
      const { left, top, right, bottom } = map.getBoundingClientRect();
      return data.points.map(inWindow).filter(([x, y]) => x > left + 8 && x < right - 8 && y > top + 8 && y < bottom - 8);
    },
  };
}
