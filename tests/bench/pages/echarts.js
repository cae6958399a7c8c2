// Apache ECharts: a map series on a geo component, a scatter series for the markers, only the parts that are used.
import { MapChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import * as common from './common.js';

use([MapChart, ScatterChart, GeoComponent, VisualMapPiecewiseComponent, LabelLayout, CanvasRenderer]);
const { areas, data } = await common.load();
const element = document.getElementById('map');
// Names in the series are codes: two municipalities may share a name.
for (const area of areas) area.properties.name = area.properties.code;
registerMap('japan', { type: 'FeatureCollection', features: areas });
const chart = init(element);
const { west, south, east, north } = common.frame;

let indicator = data.indicators[0], colours, drawn = null;
const items = () => data.codes.map((name, i) => ({ name, value: indicator.values[i] ?? NaN }));
// The legend stands in the panel, as on the other pages.
const colouring = () => ({ type: 'piecewise', show: false, seriesIndex: 0, pieces: colours.pieces, outOfRange: { color: common.noData } });
chart.setOption({
  animation: false,
  geo: {
    map: 'japan', roam: 'move', boundingCoords: [[west, north], [east, south]], aspectScale: 0.8, top: common.margin.plain, bottom: common.margin.plain, left: 16, right: 16, scaleLimit: { min: 1, max: 40 },
    label: { show: common.labels, formatter: ({ name }) => common.shortName(data.names[data.codes.indexOf(name)] ?? ''), fontSize: 14, color: common.textColour, textBorderColor: '#fff', textBorderWidth: 3 },
    labelLayout: { hideOverlap: true },
    itemStyle: { areaColor: common.noData, borderColor: common.borderColour, borderWidth: 1 },
    emphasis: { label: { show: common.labels }, itemStyle: { borderColor: common.outlineColour, borderWidth: 1.5 } },
    select: { disabled: true },
  },
  series: [
    { id: 'values', type: 'map', geoIndex: 0, data: [] },
    { type: 'scatter', coordinateSystem: 'geo', silent: true, symbolSize: 12, data: data.markers.map(({ at, pillar }) => ({ value: at, itemStyle: { color: common.pillarColour(pillar), borderColor: common.coastColour } })) },
  ],
});

function choose(i) {
  indicator = data.indicators[i % data.indicators.length];
  colours = common.classes(indicator.values);
  chart.setOption({ visualMap: colouring(), series: [{ id: 'values', data: items() }] });
  common.drawLegend(indicator, colours);
}

// ECharts' own wheel zoom takes a fixed factor an event; the same action with the factor that all pages here have.
element.addEventListener('wheel', (event) => {
  event.preventDefault();
  chart.dispatchAction({ type: 'geoRoam', componentType: 'geo', geoIndex: 0, zoom: Math.exp(-event.deltaY * 0.002), originX: event.offsetX, originY: event.offsetY });
}, { passive: false });

const tooltip = common.makeTooltip(data);
chart.on('mousemove', ({ name, event }) => {
  if (!event.event.buttons) tooltip(data.codes.indexOf(name), indicator, event.event.clientX, event.event.clientY);
});
chart.on('mouseout', () => tooltip(-1));
chart.on('rendered', () => {
  drawn?.();
  drawn = null;
});

common.expose({
  data,
  recolour: (i) => new Promise((done) => {
    drawn = done;
    choose(i);
  }),
  project: (place) => chart.convertToPixel('geo', place),
});
drawn = common.ready;
choose(0);
