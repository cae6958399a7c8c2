// MapLibre GL: GeoJSON source, colours as feature state, names drawn from local fonts.
import { Map, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import * as common from './common.js';

setWorkerUrl(new URL('maplibre-gl-worker.mjs', import.meta.url).href);
const { areas, data, borders, coast } = await common.load();
const collection = (features) => ({ type: 'geojson', data: { type: 'FeatureCollection', features } });
const point = (at, properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties });
const lines = (geometry) => ({ type: 'geojson', data: geometry });
const { west, south, east, north } = common.frame;

const sources = {
  areas: { ...collection(areas), promoteId: 'code' },
  borders: lines(borders),
  coast: lines(coast),
  markers: collection(data.markers.map(({ at, pillar }) => point(at, { colour: common.pillarColour(pillar) }))),
};
const layers = [
  { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': ['coalesce', ['feature-state', 'colour'], common.noData], 'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.7, 1], 'fill-antialias': false } },
  { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': common.borderColour, 'line-width': 1 } },
  { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': common.coastColour, 'line-width': 0.75 } },
  { id: 'markers', type: 'circle', source: 'markers', paint: { 'circle-radius': 6, 'circle-color': ['get', 'colour'], 'circle-stroke-width': 1, 'circle-stroke-color': common.coastColour } },
];
if (common.labels) {
  sources.names = collection(areas.map((area) => point(area.point, { name: common.shortName(area.properties.name) })));
  layers.splice(3, 0, {
    id: 'names', type: 'symbol', source: 'names', layout: { 'text-field': ['get', 'name'], 'text-size': 14, 'text-font': ['Noto Sans JP', 'sans-serif'] },
    paint: { 'text-color': common.textColour, 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
  });
}
const map = new Map({
  container: 'map', bounds: [west, south, east, north], fitBoundsOptions: { padding: common.margin.mercator }, fadeDuration: 0, attributionControl: false, dragRotate: false, pitchWithRotate: false, renderWorldCopies: false,
  style: { version: 8, sources, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fff' } }, ...layers] },
});
map.scrollZoom.setZoomRate(0.004);

let indicator = data.indicators[0], hovered = null;
function choose(i) {
  indicator = data.indicators[i % data.indicators.length];
  const colours = common.classes(indicator.values);
  data.codes.forEach((id, index) => map.setFeatureState({ source: 'areas', id }, { colour: colours.colourOf(index) }));
  common.drawLegend(indicator, colours);
}

const tooltip = common.makeTooltip(data);
const hover = (id) => {
  if (id === hovered) return;
  if (hovered) map.setFeatureState({ source: 'areas', id: hovered }, { hover: false });
  hovered = id;
  if (id) map.setFeatureState({ source: 'areas', id }, { hover: true });
};
map.on('mousemove', 'areas', ({ features: [{ properties }], originalEvent }) => {
  if (originalEvent.buttons) return;
  hover(properties.code);
  tooltip(properties.index, indicator, originalEvent.clientX, originalEvent.clientY);
});
map.on('mouseleave', 'areas', () => {
  hover(null);
  tooltip(-1);
});

common.expose({
  data,
  recolour: (i) => {
    choose(i);
    return map.once('render');
  },
  project: (place) => {
    const { x, y } = map.project(place);
    return [x, y];
  },
});
map.once('style.load', () => choose(0));
map.once('idle', common.ready);
