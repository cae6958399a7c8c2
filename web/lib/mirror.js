// The semantic tree as real DOM: what screen readers read, find-in-page finds and tests click. Applies the operations of
// src/scene/mirror.h. Structure is static; leaves and controls are absolutely positioned in the page's own coordinates,
// so that scrolling writes nothing.
mergeInto(LibraryManager.library, {
  $Mirror: {
    nodes: null, // Map of key → element
    applying: false,
    composing: null, // field in which an input method is at work
    tags: {
      banner: 'header', navigation: 'nav', main: 'main', complementary: 'aside', contentinfo: 'footer', region: 'section', group: 'div',
      search: 'search', paragraph: 'p', text: 'span', link: 'a', button: 'button', searchbox: 'input', textbox: 'input', textarea: 'textarea', combobox: 'select', list: 'ul', listitem: 'li',
      table: 'div', caption: 'div', row: 'div', columnheader: 'div', rowheader: 'div', cell: 'div', image: 'div', status: 'div', alert: 'div',
      map_feature: 'button', separator: 'hr',
    },
    // Roles that the tag does not bring, or loses by being positioned.
    roles: {
      group: 'group', search: 'search', list: 'list', listitem: 'listitem', table: 'table', row: 'row', columnheader: 'columnheader',
      rowheader: 'rowheader', cell: 'cell', image: 'img', status: 'status', alert: 'alert',
    },
    structural: ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'group', 'search', 'list', 'listitem', 'table', 'row', 'alert'],

    make: function (role, level) {
      const tag = role === 'heading' ? 'h' + (level || 2) : Mirror.tags[role] || 'div';
      const element = document.createElement(tag);
      if (Mirror.roles[role]) element.setAttribute('role', Mirror.roles[role]);
      if (tag === 'button') element.type = 'button';
      if (tag === 'input') element.type = role === 'searchbox' ? 'search' : 'text', element.autocomplete = 'off', element.spellcheck = false;
      if (tag === 'textarea') element.autocomplete = 'off', element.spellcheck = false;
      element.dataset.role = role;
      return element;
    },

    attribute: function (element, name, value) {
      if (value) element.setAttribute(name, value);
      else element.removeAttribute(name);
    },

    // Positions count from the layer. Of what lies in another positioned element (a link in a cell) the browser wants them from there.
    place: function (element, x, y, w, h) {
      if (element.dataset.structural) return;
      element.spot = [+x, +y];
      const style = element.style;
      style.width = w + 'px', style.height = h + 'px';
      Mirror.offset(element);
      for (const child of element.children) Mirror.offset(child);
    },
    offset: function (element) {
      if (!element.spot) return;
      const from = (element.parentNode && element.parentNode.spot) || [0, 0];
      element.style.left = element.spot[0] - from[0] + 'px', element.style.top = element.spot[1] - from[1] + 'px';
    },

    insert: function (element, parentKey, previousKey) {
      const parent = Mirror.nodes.get(parentKey) || document.getElementById('mirror');
      const previous = Mirror.nodes.get(previousKey);
      const before = previous && previous.parentNode === parent ? previous.nextSibling : parent.firstChild;
      if (before !== element) parent.insertBefore(element, before);
    },

    set: function (f) {
      // No destructuring here and below: Emscripten 3.1.6's dead-code pass drops names from array patterns.
      const key = f[0], parent = f[1], previous = f[2], role = f[3], layer = f[4], flags = +f[9], level = f[10], pos = f[11], size = f[12];
      const id = f[13], name = f[14], value = f[15], description = f[16], href = f[17], placeholder = f[18], options = f[19], lang = f[20];
      let element = Mirror.nodes.get(key);
      const tag = role === 'heading' ? 'H' + (level === '0' ? 2 : level) : (Mirror.tags[role] || 'div').toUpperCase();
      if (!element || element.tagName !== tag || element.dataset.role !== role) {
        const made = Mirror.make(role, +level);
        if (element) {
          made.append(...element.childNodes);
          element.replaceWith(made);
        }
        element = made;
        element.dataset.k = key;
        Mirror.nodes.set(key, element);
      }
      element.id = 'n:' + id;
      const structural = Mirror.structural.includes(role) && !(role === 'listitem' && name); // a named item is a leaf with text
      if (structural) element.dataset.structural = '1', element.spot = null;
      else delete element.dataset.structural;
      element.className = structural ? '' : 'n ' + layer;
      const attribute = Mirror.attribute;
      if (structural || role === 'image' || role === 'searchbox' || role === 'textbox' || role === 'textarea' || role === 'combobox' || role === 'map_feature') attribute(element, 'aria-label', name);
      else if (element.firstChild === null || element.childElementCount === 0) element.textContent !== name && (element.textContent = name);
      attribute(element, 'lang', lang);
      attribute(element, 'aria-description', description);
      attribute(element, 'aria-current', flags & 2 ? 'page' : '');
      attribute(element, 'aria-selected', flags & 4 && (role === 'row' || role === 'cell') ? 'true' : '');
      attribute(element, 'aria-pressed', flags & 16 ? String(!!(flags & 8)) : role === 'map_feature' ? String(!!(flags & 4)) : '');
      attribute(element, 'aria-expanded', flags & 64 ? String(!!(flags & 32)) : '');
      attribute(element, 'aria-disabled', flags & 128 ? 'true' : '');
      // A button has no place in a set for ARIA: what it is the how-manieth of stands in its name (a map area's rank).
      const counts = role === 'listitem' || role === 'row';
      attribute(element, 'aria-posinset', counts && pos !== '0' ? pos : '');
      attribute(element, 'aria-setsize', counts && size !== '0' ? size : '');
      if (role === 'link') {
        element.href = href.startsWith('/') ? '#' + href : href;
        attribute(element, 'target', /^https?:/.test(href) ? '_blank' : '');
        attribute(element, 'rel', /^https?:/.test(href) ? 'noopener' : '');
      } else if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) {
        element.placeholder = placeholder;
        if (Mirror.composing !== element && element.value !== value) element.value = value;
      } else if (role === 'combobox') {
        Mirror.options(element, options, value);
      }
      if (flags & 512) element.tabIndex = flags & 256 ? 0 : -1;
      else if (flags & 1 && !/^(A|BUTTON|INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) element.tabIndex = 0;
      Mirror.insert(element, parent, previous);
      Mirror.place(element, f[5], f[6], f[7], f[8]);
    },

    options: function (element, packed, value) {
      if (element.dataset.options !== packed) {
        const parts = packed.split('\x1d');
        const made = [];
        for (let i = 0; i + 2 < parts.length; i += 3) {
          const option = new Option(parts[i + 1], parts[i]);
          Mirror.attribute(option, 'lang', parts[i + 2]);
          made.push(option);
        }
        element.replaceChildren(...made);
        element.dataset.options = packed;
      }
      element.value = value;
    },

    apply: function (text) {
      Mirror.applying = true;
      const held = Mirror.keyOf(document.activeElement);
      for (const record of text.split('\x1e')) {
        if (!record) continue;
        const f = record.split('\x1f');
        const verb = f.shift();
        const element = Mirror.nodes.get(f[0]);
        if (verb === 'N') Mirror.set(f);
        else if (verb === 'M' && element) Mirror.place(element, f[1], f[2], f[3], f[4]);
        else if (verb === 'O' && element) Mirror.insert(element, f[1], f[2]), Mirror.offset(element);
        else if (verb === 'D' && element) {
          Mirror.nodes.delete(f[0]);
          element.remove(); // first of all, so that nothing which stays (and may have the focus) is moved around it
        } else if (verb === 'F' && element) Mirror.focus(element);
      }
      // The focus outlives being moved or replaced; the program hears when it is gone with its element.
      const heir = held && document.activeElement === document.body ? Mirror.nodes.get(String(held)) : null;
      if (heir) heir.focus({ preventScroll: true });
      Mirror.applying = false;
      if (held) Mirror.typing(document.activeElement); // its field may be gone
      if (held && document.activeElement === document.body) _atlas_on_focus(0, 0);
    },

    focus: function (element) {
      if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
      element.focus({ preventScroll: element.classList.contains('document') ? false : true });
    },

    // The field that is written in is seen, see atlas.css.
    typing: function (element) {
      document.getElementById('mirror').classList.toggle('typing', !!element && /^(INPUT|TEXTAREA)$/.test(element.tagName));
    },

    keyOf: function (target) {
      const element = target && target.closest ? target.closest('[data-k]') : null;
      return element ? +element.dataset.k : 0;
    },

    listen: function () {
      Mirror.nodes = new Map();
      const root = document.getElementById('mirror');
      root.addEventListener('focusin', (event) => {
        Mirror.typing(event.target);
        if (Mirror.applying) return;
        _atlas_on_focus(Mirror.keyOf(event.target), event.target.matches(':focus-visible') ? 1 : 0);
      });
      root.addEventListener('focusout', (event) => {
        Mirror.typing(event.relatedTarget);
        if (!Mirror.applying && !event.relatedTarget) _atlas_on_focus(0, 0);
      });
      root.addEventListener('click', (event) => {
        const role = event.target.dataset.role;
        if (role === 'link' && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return; // a new tab is the browser's business
        if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
        event.preventDefault();
        // Pointer clicks have already been handled by the pointer path; these come from keys and assistive technology.
        if (event.detail === 0) _atlas_on_activate(Mirror.keyOf(event.target));
      });
      const changed = (event) => Atlas.withString(event.target.value, (text) => _atlas_on_change(Mirror.keyOf(event.target), text));
      root.addEventListener('input', (event) => /^(INPUT|TEXTAREA)$/.test(event.target.tagName) && !event.isComposing && changed(event));
      root.addEventListener('compositionstart', (event) => (Mirror.composing = event.target));
      root.addEventListener('compositionend', (event) => {
        Mirror.composing = null;
        changed(event);
      });
      root.addEventListener('change', (event) => event.target.tagName === 'SELECT' && changed(event));
      root.addEventListener('dragstart', (event) => event.preventDefault());
    },
  },
  $Mirror__deps: ['$Atlas'],

  atlas_mirror__deps: ['$Mirror'],
  atlas_mirror: function (pointer, length) {
    Mirror.apply(UTF8ToString(pointer, length));
  },
  atlas_mirror_start__deps: ['$Mirror'],
  atlas_mirror_start: function () {
    Mirror.listen();
  },
});
