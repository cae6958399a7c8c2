// Leaflet without tiles, its vectors on one canvas; names are permanent tooltips.
import { canvas, circleMarker, geoJSON, map as makeMap, tooltip as makeLabel } from 'leaflet/dist/leaflet-src.esm.js';
import 'leaflet/dist/leaflet.css';
import './leaflet.css';
import * as common from './common.js';

const { areas, data } = await common.load();
const renderer = canvas();
// Leaflet's zoom animation ignores wheel events while it lasts: without it the map follows a trackpad as the other pages do.
const map = makeMap('map', { renderer, zoomControl: false, attributionControl: false, zoomSnap: 0, wheelPxPerZoomLevel: 250, wheelDebounceTime: 16, zoomAnimation: false });
const { west, south, east, north } = common.frame;
map.fitBounds([[south, west], [north, east]], { padding: [common.margin.mercator, common.margin.mercator] });

let indicator = data.indicators[0], colours = common.classes(indicator.values), hovered = null;
const styleOf = ({ properties }) => ({ fillColor: colours.colourOf(properties.index), fillOpacity: 1, color: common.borderColour, weight: 1, opacity: 1 });
const tooltip = common.makeTooltip(data);
const layer = geoJSON(areas, {
  style: styleOf,
  onEachFeature: (area, shape) => {
    shape.on('mousemove', ({ originalEvent }) => tooltip(area.properties.index, indicator, originalEvent.clientX, originalEvent.clientY));
    shape.on('mouseover', () => {
      if (hovered) layer.resetStyle(hovered);
      hovered = shape.setStyle({ color: common.outlineColour, weight: 1.5 });
    });
    shape.on('mouseout', () => {
      layer.resetStyle(shape);
      tooltip(-1);
    });
  },
}).addTo(map);
if (common.labels)
  for (const area of areas)
    makeLabel({ permanent: true, direction: 'center', className: 'name', offset: [0, 0] }).setLatLng([area.point[1], area.point[0]]).setContent(common.shortName(area.properties.name)).addTo(map);
for (const { at, pillar } of data.markers)
  circleMarker([at[1], at[0]], { radius: 6, weight: 1, color: common.coastColour, fillColor: common.pillarColour(pillar), fillOpacity: 1, interactive: false }).addTo(map);

function choose(i) {
  indicator = data.indicators[i % data.indicators.length];
  colours = common.classes(indicator.values);
  layer.setStyle(styleOf);
  common.drawLegend(indicator, colours);
}

// The canvas is drawn with the next animation frame, which Leaflet has asked for before.
const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
common.expose({
  data,
  recolour: (i) => {
    choose(i);
    return nextFrame();
  },
  project: ([lon, lat]) => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return [x, y];
  },
});
choose(0);
nextFrame().then(common.ready);
