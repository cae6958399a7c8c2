// Pointers, wheel, keys, resizing and scrolling → the program. Coordinates are CSS pixels of the window, of its scale (Atlas.fitText).
mergeInto(LibraryManager.library, {
  $Input: {
    keys: { ArrowUp: 1, ArrowDown: 2, ArrowLeft: 3, ArrowRight: 4, Enter: 5, ' ': 6, Escape: 7, Tab: 8, PageUp: 9, PageDown: 10, Home: 11, End: 12,
      '+': 13, ';': 13, '=': 13, '-': 14, '0': 15, '/': 16, Backspace: 17 },
    held: false, // the mouse's main button
    pointer: function (kind, event) {
      if (!event.pointerType) return; // made by assistive technology, without a place: its click follows
      const main = event.button <= 0 && !event.ctrlKey && !event.metaKey && !event.altKey;
      const buttons = main ? (event.shiftKey ? 2 : 1) : 0; // 1 plain, 2 with shift, 0 the browser's
      _atlas_on_pointer(kind, event.pointerId, event.pointerType === 'touch' ? 1 : 0, buttons, event.clientX / Atlas.scale, event.clientY / Atlas.scale);
    },
    listen: function () {
      const on = (target, type, fn, options) => target.addEventListener(type, fn, options);
      on(document, 'pointermove', (e) => {
        // Let go where we could not hear it (outside of the window, over a dialogue): nothing is being dragged.
        if (e.pointerType === 'mouse' && Input.held && e.buttons === 0) Input.held = false, Input.pointer(3, e);
        Input.pointer(0, e);
      }, { passive: true });
      on(document, 'pointerdown', (e) => {
        if (e.pointerType === 'mouse') Input.held = true;
        Input.pointer(1, e);
      }, { passive: true });
      on(document, 'pointerup', (e) => {
        if (e.pointerType === 'mouse') Input.held = false;
        Input.pointer(2, e);
      }, { passive: true });
      on(document, 'pointercancel', (e) => Input.pointer(3, e), { passive: true });
      on(document.documentElement, 'pointerleave', (e) => Input.pointer(4, e), { passive: true });
      // The map's touches are its own, those that begin on its markers too; everywhere else the browser scrolls.
      on(document, 'touchstart', (e) => {
        const touch = e.touches[0];
        if (!e.target.closest('.document,.chrome,.overlay') && _atlas_claims_touch(touch.clientX / Atlas.scale, touch.clientY / Atlas.scale)) e.preventDefault();
      }, { passive: false });
      on(document, 'wheel', (e) => {
        const scale = Atlas.scale, unit = (e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? window.innerHeight : 1) / scale;
        if (_atlas_on_wheel(e.clientX / scale, e.clientY / scale, e.deltaX * unit, e.deltaY * unit, e.ctrlKey ? 1 : 0)) e.preventDefault();
      }, { passive: false });
      on(document, 'keydown', (e) => {
        const key = Input.keys[e.key] || 0;
        const code = e.key && e.key.length === 1 ? e.key.toLowerCase().charCodeAt(0) : 0, character = code < 128 ? code : 0;
        if ((!key && !character) || e.altKey || e.metaKey || e.isComposing) return; // Escape and Enter of an input method are its own
        const inField = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) ? 1 : 0;
        if (_atlas_on_key(key, character, e.shiftKey ? 1 : 0, e.ctrlKey ? 1 : 0, inField)) e.preventDefault();
      });
      on(window, 'resize', () => (Atlas.fitText(), _atlas_on_resize()));
      // Colours that the person asks for, while the page is open too.
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'])
        on(window.matchMedia(query), 'change', () => _atlas_on_resize());
      // A window that moves to another display may keep its size.
      const watchDensity = () => {
        const density = window.matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)');
        density.addEventListener('change', () => (_atlas_on_resize(), watchDensity()), { once: true });
      };
      watchDensity();
      on(window, 'scroll', () => _atlas_on_scroll(), { passive: true });
      on(document, 'visibilitychange', () => document.hidden || _atlas_on_visible());
    },
  },
  atlas_input_start__deps: ['$Input', '$Atlas'],
  atlas_input_start: function () {
    Input.listen();
  },
});
