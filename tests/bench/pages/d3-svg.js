// D3 on SVG: one path an area, the camera as the transform of their group; names and markers keep their size.
import { geoConicConformal, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import * as common from './common.js';

const { areas, data, borders, coast } = await common.load();
const map = document.getElementById('map');
const { clientWidth: width, clientHeight: height } = map;
const svg = select(map).append('svg').attr('width', width).attr('height', height);

const { west, south, east, north } = common.frame, margin = common.margin.conic;
const projection = geoConicConformal().parallels([33, 44]).rotate([-137, 0]).precision(0)
  .fitExtent([[margin, margin], [width - margin, height - margin]], { type: 'MultiPoint', coordinates: [[west, south], [east, south], [west, north], [east, north]] });
const outline = geoPath(projection);

const ground = svg.append('g').attr('fill', 'none');
const shapes = ground.selectAll('.area').data(areas).join('path').attr('d', outline);
const line = (geometry, colour, pixels) =>
  ground.append('path').attr('d', geometry && outline(geometry)).attr('stroke', colour).attr('stroke-width', pixels).attr('vector-effect', 'non-scaling-stroke').attr('pointer-events', 'none');
line(borders, common.borderColour, 1);
line(coast, common.coastColour, 0.75);
const highlight = line(null, common.outlineColour, 1.5);

const names = svg.append('g').attr('pointer-events', 'none').attr('font-size', 14).attr('text-anchor', 'middle').attr('dominant-baseline', 'central')
  .attr('fill', common.textColour).attr('stroke', '#fff').attr('stroke-width', 3).attr('paint-order', 'stroke').attr('stroke-linejoin', 'round')
  .selectAll('text').data(common.labels ? areas : []).join('text').text((area) => common.shortName(area.properties.name));
const labels = [];
names.each(function (area) {
  const [[x0, y0], [x1, y1]] = outline.bounds(area);
  labels.push({ element: this, point: projection(area.point), width: this.textContent.length * 14, size: (x1 - x0) * (y1 - y0), x: 0, y: 0, shown: true });
});
labels.sort((a, b) => b.size - a.size);
const marks = svg.append('g').attr('pointer-events', 'none').attr('stroke', common.coastColour)
  .selectAll('circle').data(data.markers.map(({ at, pillar }) => ({ at: projection(at), pillar }))).join('circle').attr('r', 6).attr('fill', ({ pillar }) => common.pillarColour(pillar));

let indicator, camera = zoomIdentity, asked = false;
function place() {
  asked = false;
  ground.attr('transform', camera);
  const toPixels = (point) => camera.apply(point);
  const placed = new Set();
  for (const { label, x, y } of common.placeLabels(labels, toPixels, width, height)) {
    placed.add(label);
    label.element.setAttribute('transform', `translate(${x},${y})`);
  }
  for (const label of labels) {
    if (label.shown === placed.has(label)) continue;
    label.shown = !label.shown;
    label.element.style.display = label.shown ? '' : 'none';
  }
  marks.attr('transform', ({ at }) => `translate(${camera.apply(at)})`);
}
svg.call(zoom().scaleExtent([1, 40]).wheelDelta((event) => (-event.deltaY * 0.002) / Math.LN2).on('zoom', ({ transform }) => {
  camera = transform;
  if (asked) return;
  asked = true;
  requestAnimationFrame(place);
}));

function choose(i) {
  indicator = data.indicators[i % data.indicators.length];
  const colours = common.classes(indicator.values);
  shapes.attr('fill', ({ properties }) => colours.colourOf(properties.index));
  common.drawLegend(indicator, colours);
}

const tooltip = common.makeTooltip(data);
shapes.on('pointermove', (event, area) => {
  if (event.buttons) return;
  tooltip(area.properties.index, indicator, event.clientX, event.clientY);
}).on('pointerenter', (event, area) => highlight.attr('d', outline(area))).on('pointerleave', () => {
  highlight.attr('d', null);
  tooltip(-1);
});

common.expose({
  data,
  recolour: async (i) => choose(i),
  project: (point) => camera.apply(projection(point)),
});
choose(0);
place();
common.ready();
