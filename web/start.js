// Before the program: shows the static page at once (or only "loading" when another page was asked for), checks that the
// browser can run the program and says so in words when it cannot, and loads it. Every page of the site is such a static page,
// in a folder of its own; the program is mounted over it, at the same route.
'use strict';
(() => {
  const api = (window.__atlas = { frames: 0 });
  api.ready = new Promise((resolve) => (api.resolveReady = resolve));
  // scripts/bench measures the application as it is, and only asks it to tell what it does (web/lib/bench.js).
  if (/[?&]bench\b/.test(location.search)) {
    let resolve;
    window.__ready = new Promise((done) => (resolve = done));
    window.__ready.resolve = resolve;
  }
  const page = document.documentElement;
  page.classList.add('js');
  // Both languages of the group "start" in assets/i18n; scripts/site.mjs writes them in.
  const own = page.dataset.route;
  const route = location.hash.startsWith('#/') ? location.hash.slice(1) : own;
  const lang = /^\/en(\/|\?|$)/.test(route) ? 'en' : 'ja';
  const words = { /* words */ }[lang];
  // The static page shows its own route; another one gets its page in a moment.
  if (route !== own) page.classList.add('elsewhere');
  // The program lives at the site's root, its routes behind "#". What the static page names relative to itself is made absolute
  // before the address changes.
  const root = new URL(page.dataset.root, location.href);
  const asked = location.href;
  const moveToRoot = () => {
    const isThere = root.pathname === location.pathname && (!location.hash || location.hash.startsWith('#/'));
    if (isThere) return;
    for (const link of document.links) link.setAttribute('href', link.href);
    history.replaceState(history.state, '', root.pathname + location.search + '#' + route);
  };

  const fail = (what, remedy) => {
    // Once the program has drawn, the static page is gone: then the words stand over the picture.
    const early = document.getElementById('message');
    if (early && location.href !== asked) history.replaceState(history.state, '', asked);
    const message = early || document.getElementById('lost');
    message.setAttribute('role', 'alert');
    message.className = 'notice';
    message.lang = lang;
    message.textContent = what + ' ' + remedy + (early ? ' ' + words.static_below + ' ' : ' ');
    const again = document.createElement('button');
    again.textContent = words.reload;
    again.addEventListener('click', () => location.reload());
    const data = document.createElement('a');
    data.href = new URL('data/manifest.json', root);
    data.textContent = words.data;
    message.append(again, ' ', data);
    page.classList.remove('elsewhere');
    page.classList.add(early ? 'failed' : 'lost');
  };

  // The program comes in two parts (scripts/split.mjs): the first draws the overview and the map, the second the other pages.
  let first;
  const tooEarly = new Proxy({}, {
    get: () => () => {
      throw new WebAssembly.RuntimeError('a function of the second part was called before it had arrived');
    },
  });
  const fetchProgram = async (file, cache = 'default') => {
    const answer = await fetch(file, { cache });
    if (!answer.ok) throw answer.status;
    return answer;
  };
  const instantiate = async (answer, imports) =>
    answer.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.instantiateStreaming(answer, imports)
      : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  const buildOf = (module) => new TextDecoder().decode(WebAssembly.Module.customSections(module, 'build')[0]);
  // A site that was published anew in between: only the same build's second part fits. A try again goes past the cache.
  let tries = 0;
  api.loadLaterPart = async () => {
    const cache = tries++ ? 'reload' : 'default';
    const [answer, words] = await Promise.all([fetchProgram('atlas-later.wasm', cache), fetchProgram('words.ja.txt', cache).then((text) => text.arrayBuffer())]);
    const module = await WebAssembly.compile(await answer.arrayBuffer());
    if (buildOf(module) !== buildOf(first.module)) throw 0;
    await WebAssembly.instantiate(module, { primary: first.instance.exports });
    return words;
  };

  const begin = () => {
    // What the program will ask for comes with it instead of after it: its words, and what the overview's page names.
    const ahead = [...document.querySelectorAll('meta[name="atlas:preload"]')].map((file) => file.content);
    if (lang === 'en') ahead.push(new URL('words.en.txt', root).href);
    for (const href of ahead) {
      const wanted = document.createElement('link');
      Object.assign(wanted, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
      document.head.append(wanted);
    }
    if (lang !== page.lang) {
      // The static page stays as it is; what is said about the loading does not.
      document.getElementById('static').lang = page.lang;
      page.lang = lang;
      const message = document.getElementById('message');
      message.lang = lang;
      message.textContent = words.loading;
    }
    if (typeof WebAssembly !== 'object')
      return fail(words.no_wasm, words.no_wasm_remedy);
    const probe = document.createElement('canvas').getContext('webgl2');
    if (!probe)
      return fail(words.no_webgl, words.no_webgl_remedy);
    probe.getExtension('WEBGL_lose_context')?.loseContext();

    moveToRoot();
    window.Module = {
      onAbort: () => fail(words.stopped, words.stopped_remedy),
      instantiateWasm: (imports, receive) => {
        fetchProgram('atlas.wasm')
          .then((answer) => instantiate(answer, { ...imports, placeholder: tooEarly }))
          .then(({ instance, module }) => receive((first = { instance, module }).instance, module))
          .catch((reason) => (reason instanceof WebAssembly.RuntimeError ? window.Module.onAbort() : fail(words.not_loaded, words.not_loaded_remedy)));
        return {};
      },
    };
    // A trap stops the program as an abort does, but is only an error to the page.
    addEventListener('error', (event) => event.error instanceof WebAssembly.RuntimeError && window.Module.onAbort());
    const script = document.createElement('script');
    script.src = 'atlas.js';
    script.onerror = () => fail(words.not_loaded, words.not_loaded_remedy);
    document.body.append(script);
  };
  // After the map: the worker that keeps the atlas for places without a network. Not where the line is dear, unless asked for
  // (offline.html), and not while the program is measured.
  if (!window.__ready && !navigator.connection?.saveData)
    api.ready.then(() => setTimeout(() => import(new URL('offline.js', root)).catch(() => {}), 1000)); // writes nothing to the DOM

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
