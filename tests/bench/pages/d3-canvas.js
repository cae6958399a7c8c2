// D3 on a canvas: areas projected once into Path2D objects, the camera as the canvas' transform, one frame a change.
import { geoConicConformal, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import * as common from './common.js';

const { areas, data, borders, coast } = await common.load();
const map = document.getElementById('map');
const { clientWidth: width, clientHeight: height } = map;
const dpr = devicePixelRatio;
const canvas = map.appendChild(document.createElement('canvas'));
canvas.width = width * dpr;
canvas.height = height * dpr;
canvas.style.cssText = `width:${width}px;height:${height}px`;
const context = canvas.getContext('2d', { alpha: false });

const { west, south, east, north } = common.frame, margin = common.margin.conic;
const projection = geoConicConformal().parallels([33, 44]).rotate([-137, 0]).precision(0)
  .fitExtent([[margin, margin], [width - margin, height - margin]], { type: 'MultiPoint', coordinates: [[west, south], [east, south], [west, north], [east, north]] });
const outline = geoPath(projection);
for (const area of areas) {
  area.path = new Path2D(outline(area));
  [[area.x0, area.y0], [area.x1, area.y1]] = outline.bounds(area);
}
const lines = new Path2D(outline(borders)), shore = new Path2D(outline(coast));
const font = '14px "Noto Sans JP", sans-serif';
context.font = font;
const names = common.labels
  ? areas.map((area) => ({ text: common.shortName(area.properties.name), point: projection(area.point), size: (area.x1 - area.x0) * (area.y1 - area.y0) }))
      .map((label) => ({ ...label, width: context.measureText(label.text).width })).sort((a, b) => b.size - a.size)
  : [];
const markers = data.markers.map(({ at, pillar }) => ({ at: projection(at), colour: common.pillarColour(pillar) }));

let indicator, colours, camera = zoomIdentity, hovered = null, asked = false, drawn = null;

function draw() {
  asked = false;
  const { k, x, y } = camera;
  context.setTransform(dpr, 0, 0, dpr, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(k * dpr, 0, 0, k * dpr, x * dpr, y * dpr);
  const left = -x / k, top = -y / k, right = (width - x) / k, bottom = (height - y) / k;
  const inSight = (area) => area.x1 > left && area.x0 < right && area.y1 > top && area.y0 < bottom;
  for (const area of areas) {
    if (!inSight(area)) continue;
    context.fillStyle = colours.colourOf(area.properties.index);
    context.fill(area.path);
  }
  const stroke = (path, colour, pixels) => {
    context.strokeStyle = colour;
    context.lineWidth = pixels / k;
    context.stroke(path);
  };
  stroke(lines, common.borderColour, 1);
  stroke(shore, common.coastColour, 0.75);
  if (hovered) stroke(hovered.path, common.outlineColour, 1.5);
  context.setTransform(dpr, 0, 0, dpr, 0, 0);
  const toPixels = ([px, py]) => [px * k + x, py * k + y];
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = '#fff';
  context.fillStyle = common.textColour;
  context.lineJoin = 'round';
  for (const { label, x: cx, y: cy } of common.placeLabels(names, toPixels, width, height)) {
    context.strokeText(label.text, cx, cy);
    context.fillText(label.text, cx, cy);
  }
  context.lineWidth = 1;
  context.strokeStyle = common.coastColour;
  for (const marker of markers) {
    const [cx, cy] = toPixels(marker.at);
    if (cx < -10 || cx > width + 10 || cy < -10 || cy > height + 10) continue;
    context.beginPath();
    context.arc(cx, cy, 6, 0, 2 * Math.PI);
    context.fillStyle = marker.colour;
    context.fill();
    context.stroke();
  }
  drawn?.();
  drawn = null;
}
function request() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}

function choose(i) {
  indicator = data.indicators[i % data.indicators.length];
  colours = common.classes(indicator.values);
  common.drawLegend(indicator, colours);
  request();
}

const behaviour = zoom().scaleExtent([1, 40]).wheelDelta((event) => (-event.deltaY * 0.002) / Math.LN2).on('zoom', ({ transform }) => {
  camera = transform;
  request();
});
select(canvas).call(behaviour);

const tooltip = common.makeTooltip(data);
canvas.addEventListener('pointermove', (event) => {
  if (event.buttons) return;
  const x = (event.offsetX - camera.x) / camera.k, y = (event.offsetY - camera.y) / camera.k;
  context.resetTransform();
  const found = areas.find((area) => x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1 && context.isPointInPath(area.path, x, y)) ?? null;
  tooltip(found ? found.properties.index : -1, indicator, event.clientX, event.clientY);
  if (found !== hovered) {
    hovered = found;
    request();
  }
});

common.expose({
  data,
  recolour: (i) => new Promise((done) => {
    drawn = done;
    choose(i);
  }),
  project: (place) => camera.apply(projection(place)),
});
drawn = common.ready;
choose(0);
