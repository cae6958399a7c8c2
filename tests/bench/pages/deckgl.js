// deck.gl without a base map: polygons, borders once as paths, circles and names, all on the GPU; its own picking.
import { Deck, MapView, WebMercatorViewport } from '@deck.gl/core';
import { GeoJsonLayer, LineLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers';
import * as common from './common.js';

const { areas, data, borders, coast } = await common.load();
const map = document.getElementById('map');
const { clientWidth: width, clientHeight: height } = map;
const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const { west, south, east, north } = common.frame;
const home = new WebMercatorViewport({ width, height }).fitBounds([[west, south], [east, north]], { padding: common.margin.mercator });

// One row a polygon: what GeoJsonLayer would make of the areas, without its other sub-layers.
const polygons = areas.flatMap(({ geometry, properties }) =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) => ({ polygon, properties })));
// Single segments: paths with joins take five times as long on SwiftShader and look the same at a pixel's width.
const segmentsOf = ({ coordinates }) => coordinates.flatMap((line) => line.slice(1).map((to, i) => ({ from: line[i], to })));
const boundaryLayer = (id, geometry, colour, pixels) =>
  new LineLayer({ id, data: segmentsOf(geometry), getSourcePosition: ({ from }) => from, getTargetPosition: ({ to }) => to, widthUnits: 'pixels', getWidth: pixels, getColor: rgb(colour) });
const fixed = [boundaryLayer('borders', borders, common.borderColour, 1), boundaryLayer('coast', coast, common.coastColour, 0.75)];
const above = [
  new ScatterplotLayer({
    id: 'markers', data: data.markers, getPosition: ({ at }) => at, radiusUnits: 'pixels', getRadius: 6, stroked: true, lineWidthUnits: 'pixels', getLineWidth: 1,
    getFillColor: ({ pillar }) => rgb(common.pillarColour(pillar)), getLineColor: rgb(common.coastColour),
  }),
];
if (common.labels)
  above.unshift(new TextLayer({
    id: 'names', data: areas, getPosition: ({ point }) => point, getText: ({ properties }) => common.shortName(properties.name), getSize: 14, characterSet: 'auto',
    fontFamily: '"Noto Sans JP", sans-serif', getColor: rgb(common.textColour), outlineWidth: 3, outlineColor: [255, 255, 255, 255], fontSettings: { sdf: true },
  }));

let indicator = data.indicators[0], colours = common.classes(indicator.values), hovered = null, drawn = null;
const layers = () => [
  new SolidPolygonLayer({
    id: 'areas', data: polygons, getPolygon: ({ polygon }) => polygon, getFillColor: ({ properties }) => rgb(colours.colourOf(properties.index)),
    updateTriggers: { getFillColor: indicator.name }, pickable: true,
  }),
  ...fixed,
  hovered && new GeoJsonLayer({ id: 'hovered', data: hovered, stroked: true, filled: false, lineWidthUnits: 'pixels', getLineWidth: 1.5, getLineColor: rgb(common.outlineColour) }),
  ...above,
];
const tooltip = common.makeTooltip(data);
const deck = new Deck({
  parent: map, width, height, deviceProps: { webgl: { antialias: false } }, views: new MapView({ repeat: false }), initialViewState: { longitude: home.longitude, latitude: home.latitude, zoom: home.zoom },
  controller: { scrollZoom: { speed: 0.004, smooth: false }, dragRotate: false, doubleClickZoom: false }, layers: layers(),
  onHover: ({ object, layer }, { srcEvent }) => {
    const area = object && layer.id === 'areas' ? object.properties : null;
    tooltip(area ? area.index : -1, indicator, srcEvent.clientX, srcEvent.clientY);
    const next = area ? areas.find(({ properties }) => properties.code === area.code) : null;
    if (next === hovered) return;
    hovered = next;
    deck.setProps({ layers: layers() });
  },
  onAfterRender: () => {
    if (deck.props.layers.some((layer) => layer && !layer.isLoaded)) return;
    drawn?.();
    drawn = null;
  },
});

common.expose({
  data,
  recolour: (i) => new Promise((done) => {
    indicator = data.indicators[i % data.indicators.length];
    colours = common.classes(indicator.values);
    common.drawLegend(indicator, colours);
    deck.setProps({ layers: layers() });
    drawn = done;
  }),
  project: (place) => deck.getViewports()[0].project(place),
});
common.drawLegend(indicator, colours);
drawn = common.ready;
