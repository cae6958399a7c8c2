// What scripts/bench asks and hears when the address has ?bench (web/start.js makes window.__ready then). The application
// is the same; see tests/bench/README.md for the contract, which the peers' pages keep too.
mergeInto(LibraryManager.library, {
  $Bench: {
    on: false,
    ready: null, // resolves window.__ready
    tooltip: '',
    switched: null, // resolves what recolour() gave
    start: function () {
      Bench.on = true;
      Bench.ready = window.__ready.resolve;
      window.__bench = {
        levels: ['prefectures', 'municipalities'],
        // As a reader chooses from the list; resolves when a frame with it has been drawn.
        recolour: (i) => {
          const list = document.querySelector('#mirror select');
          list.selectedIndex = i % list.length;
          list.dispatchEvent(new Event('change', { bubbles: true }));
          return new Promise((done) => (Bench.switched = done));
        },
        project: (lon, lat) => {
          const out = _malloc(8);
          _atlas_bench_place(lon, lat, out);
          const at = Array.from(HEAPF32.subarray(out >> 2, (out >> 2) + 2));
          _free(out);
          return at;
        },
        hoverPoints: () => JSON.parse(UTF8ToString(_atlas_bench_points())),
        wasmBytes: () => HEAPU8.length,
      };
    },
    frame: function () {
      if (Bench.ready && _atlas_bench_complete()) Bench.ready(performance.now()), (Bench.ready = null);
      if (Bench.switched) Bench.switched(), (Bench.switched = null);
      const text = UTF8ToString(_atlas_bench_tooltip());
      if (text && text !== Bench.tooltip && window.__tipShown) window.__tipShown(text);
      Bench.tooltip = text;
    },
  },
});
