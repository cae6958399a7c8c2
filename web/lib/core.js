// Shared by the other libraries (Emscripten copies these objects as text: methods are spelt out, and what is not plain data
// is made when it starts): strings into WASM memory, the canvas, one frame at a time.
mergeInto(LibraryManager.library, {
  $Atlas: {
    frameAsked: false,
    wake: 0, // timer of a frame that is wanted later
    asked: {}, // files that were fetched before
    frames: 0,
    // Calls fn(pointer) with `text` as UTF-8 in WASM memory.
    withString: function (text, fn) {
      const size = lengthBytesUTF8(text) + 1;
      const pointer = _malloc(size);
      stringToUTF8(text, pointer, size);
      const result = fn(pointer);
      _free(pointer);
      return result;
    },
    canvas: null,
    // A larger letter size in the browser's settings enlarges the page as its zoom does, but for windows that would be narrower than
    // 320 px then.
    scale: 1,
    fitText: function () {
      const wanted = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const room = document.documentElement.clientWidth / 320;
      Atlas.scale = Math.max(1, Math.min(wanted, room, 4));
      document.getElementById('mirror').style.zoom = Atlas.scale;
    },
    fitCanvas: function () {
      const dpr = window.devicePixelRatio || 1;
      const stage = document.documentElement;
      const width = Math.round(stage.clientWidth * dpr), height = Math.round(window.innerHeight * dpr);
      const canvas = Atlas.canvas;
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = width / dpr + 'px';
        canvas.style.height = height / dpr + 'px';
      }
    },
  },

  // Makes the WebGL 2 context current; 0 when the browser has none.
  atlas_gl_start__deps: ['$Atlas', '$GL'],
  atlas_gl_start: function () {
    const canvas = (Atlas.canvas = document.getElementById('canvas'));
    Atlas.fitText();
    const attributes = { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power', majorVersion: 2, minorVersion: 0,
      enableExtensionsByDefault: false, preserveDrawingBuffer: false };
    const handle = GL.createContext(canvas, attributes);
    if (!handle) abort('no WebGL 2 context'); // web/start.js says it in words
    GL.makeContextCurrent(handle);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // asks the browser to restore it
      document.documentElement.classList.add('lost');
      _atlas_on_context(0);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      document.documentElement.classList.remove('lost');
      _atlas_on_context(1);
    });
    return 1;
  },

  atlas_request_frame__deps: ['$Atlas'],
  atlas_request_frame: function () {
    if (Atlas.frameAsked) return;
    Atlas.frameAsked = true;
    requestAnimationFrame(() => {
      Atlas.frameAsked = false;
      Atlas.fitCanvas();
      _atlas_on_frame(performance.now());
    });
  },

  atlas_request_frame_in__deps: ['$Atlas', 'atlas_request_frame'],
  atlas_request_frame_in: function (ms) {
    clearTimeout(Atlas.wake);
    Atlas.wake = setTimeout(_atlas_request_frame, ms);
  },

  atlas_window: function (out) {
    const scale = Atlas.scale;
    HEAPF32[out >> 2] = document.documentElement.clientWidth / scale;
    HEAPF32[(out >> 2) + 1] = window.innerHeight / scale;
    HEAPF32[(out >> 2) + 2] = (window.devicePixelRatio || 1) * scale;
    HEAPF32[(out >> 2) + 3] = Math.max(0, window.scrollY) / scale;
  },
  atlas_media__deps: ['$Atlas'],
  atlas_media: function () {
    // Asked for with every scene and scroll: the browser keeps the answers up to date by itself.
    if (!Atlas.media)
      Atlas.media = ['(pointer: coarse)', '(prefers-reduced-motion: reduce)', '(prefers-color-scheme: dark)',
        '(prefers-contrast: more), (forced-colors: active)'].map((query) => window.matchMedia(query));
    return Atlas.media.reduce((sum, list, bit) => sum + (list.matches ? 1 << bit : 0), 0);
  },

  // GET relative to data/; calls back once with the bytes, or with a status (0: no answer).
  atlas_fetch__deps: ['$Atlas'],
  atlas_fetch: function (path, token) {
    // A repeated try goes past the cache, which may hold the fault; at first hashed names need no look at the server.
    const file = UTF8ToString(path);
    const cache = Atlas.asked[file] ? 'reload' : file === 'manifest.json' ? 'no-cache' : 'default';
    Atlas.asked[file] = true;
    fetch('data/' + file, { cache: cache })
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)))
      .then((buffer) => {
        const pointer = _malloc(buffer.byteLength || 1);
        HEAPU8.set(new Uint8Array(buffer), pointer);
        _atlas_on_fetched(token, pointer, buffer.byteLength, 200);
        _free(pointer);
      })
      .catch((reason) => _atlas_on_fetched(token, 0, 0, typeof reason === 'number' ? reason : 0));
  },

  // The second part of the program: see scripts/split.mjs and web/start.js.
  atlas_load_later_part: function (token) {
    window.__atlas.loadLaterPart().then(
      (words) => {
        const pointer = _malloc(words.byteLength);
        HEAPU8.set(new Uint8Array(words), pointer);
        _atlas_on_fetched(token, pointer, words.byteLength, 200);
        _free(pointer);
      },
      (reason) => _atlas_on_fetched(token, 0, 0, typeof reason === 'number' ? reason : 0),
    );
  },

  atlas_set_cursor: function (which) {
    document.body.style.cursor = ['default', 'pointer', 'text', 'grab', 'none'][which];
  },
  atlas_open_url: function (url) {
    const address = UTF8ToString(url);
    if (/^[a-z]+:/.test(address)) window.open(address, '_blank', 'noopener');
    else location.href = address; // a file of the site
  },
  // Browsers have no clipboard for pages without https, and people may refuse it.
  atlas_copy_text: function (text, token) {
    const answer = (status) => _atlas_on_fetched(token, 0, 0, status);
    if (navigator.clipboard) navigator.clipboard.writeText(UTF8ToString(text)).then(() => answer(200), () => answer(0));
    else answer(0);
  },
});
