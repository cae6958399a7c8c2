// window.__atlas: what tests and embedding pages may rely on (see README).
mergeInto(LibraryManager.library, {
  $Api: { resolve: null },
  atlas_api_start__deps: ['$Api', '$Route', '$Atlas', '$Bench'],
  atlas_api_start: function () {
    const api = (window.__atlas = window.__atlas || {});
    const resolve = api.resolveReady;
    delete api.resolveReady;
    if (!api.ready) api.ready = new Promise((done) => (Api.resolve = done));
    else Api.resolve = resolve;
    api.frames = 0;
    Object.defineProperty(api, 'route', {
      get: () => Route.pending !== null ? Route.pending : Route.current(),
      set: (route) => Atlas.withString(route, (text) => _atlas_on_go(text)),
    });
    api.semantics = () => JSON.parse(UTF8ToString(_atlas_semantics()));
    if (window.__ready) Bench.start();
  },
  atlas_frame_drawn__deps: ['$Bench'],
  atlas_frame_drawn: function () {
    window.__atlas.frames++;
    if (Bench.on) Bench.frame();
  },
  atlas_ready__deps: ['$Api', '$Route'],
  atlas_ready: function (now) {
    document.documentElement.classList.add('ready');
    document.getElementById('static').remove(); // the mirror is read from now on
    Route.want(null); // the page will not grow any more
    Api.resolve(now);
  },
});
