// What is compared: the works and the pages, with the names under which scripts/bench --only knows them.
export const works = {
  1: { boundaries: 'prefectures', title: '47 prefectures with labels and 70 markers' },
  2: { boundaries: 'municipalities', title: '1,741 municipalities with ten indicators' },
};

// `files`: what a page needs besides its bundle, from node_modules.
export const peers = {
  'd3-canvas': {},
  'd3-svg': {},
  leaflet: {},
  echarts: {},
  maplibre: { files: ['maplibre-gl/dist/maplibre-gl-worker.mjs'] },
  deckgl: {},
};

// Path of a page under the server's root. Our application is one page for both works; `level` is what it must be able to
// show, by window.__bench.levels, before the work counts.
export const ours = {
  1: { path: 'ours/?bench#/map', level: 'prefectures' },
  2: { path: 'ours/?bench#/map?i=bench1&m=0&l=m', level: 'municipalities' },
};
export const pathOf = (name, work) => (name === 'ours' ? ours[work].path : `${name}/${work}/`);
export const allNames = ['ours', ...Object.keys(peers)];
