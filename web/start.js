// Before the program: shows the static page at once (or only "loading" when another page was asked for), checks that the
// browser can run the program and says so in words when it cannot, and loads it.
'use strict';
(() => {
  const api = (window.__atlas = { frames: 0 });
  api.ready = new Promise((resolve) => (api.resolveReady = resolve));
  const page = document.documentElement;
  page.classList.add('js');
  // Both languages of the group "start" in assets/i18n; scripts/site.mjs writes them in.
  const lang = /^#\/en(\/|\?|$)/.test(location.hash) ? 'en' : 'ja';
  const words = { /* words */ }[lang];
  // The static page is the overview; another address gets its own page in a moment.
  if (!/^#?\/?$/.test(location.hash)) page.classList.add('elsewhere');

  const fail = (what, remedy) => {
    // Once the program has drawn, the static page is gone: then the words stand over the picture.
    const early = document.getElementById('message');
    const message = early || document.getElementById('lost');
    message.setAttribute('role', 'alert');
    message.className = 'notice';
    message.lang = lang;
    message.textContent = what + ' ' + remedy + (early ? ' ' + words.static_below + ' ' : ' ');
    const again = document.createElement('button');
    again.textContent = words.reload;
    again.addEventListener('click', () => location.reload());
    const data = document.createElement('a');
    data.href = 'data/manifest.json';
    data.textContent = words.data;
    message.append(again, ' ', data);
    page.classList.remove('elsewhere');
    page.classList.add(early ? 'failed' : 'lost');
  };

  const begin = () => {
    if (lang !== 'ja') {
      // The static page stays Japanese; what is said about the loading does not.
      page.lang = lang;
      document.getElementById('static').lang = 'ja';
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

    window.Module = { onAbort: () => fail(words.stopped, words.stopped_remedy) };
    // A trap stops the program as an abort does, but is only an error to the page.
    addEventListener('error', (event) => event.error instanceof WebAssembly.RuntimeError && window.Module.onAbort());
    const script = document.createElement('script');
    script.src = 'atlas.js';
    script.onerror = () => fail(words.not_loaded, words.not_loaded_remedy);
    document.body.append(script);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
