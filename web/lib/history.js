// Addresses: the route lives after '#', so that the site works from any sub-path of any static host. Each history entry
// remembers how far it was scrolled.
mergeInto(LibraryManager.library, {
  $Route: {
    // The route that waits to replace the address: browsers limit how often one may, and each time costs them as much as a frame (the
    // tab's title and icon are looked at anew). Written when the view rests, at the latest after `longestMs`.
    pending: null,
    timer: 0,
    since: 0,
    restMs: 250,
    longestMs: 3000,
    wantedScroll: null,
    waiting: false, // for the rest of the page, to scroll further down
    scrollTimer: 0,
    current: function () {
      return location.hash.slice(1) || '/'; // escaped as it is: parse_route decodes, once
    },
    flush: function () {
      clearTimeout(Route.timer);
      Route.timer = 0;
      if (Route.pending === null) return;
      if (Route.write('replaceState', '#' + Route.pending, Route.position())) Route.pending = null;
      else Route.since = performance.now(); // the next change does not try at once
    },
    // Browsers refuse to write too often (Safari throws): the page goes on, and the next change tries again.
    write: function (verb, address, scroll) {
      try {
        history[verb]({ scroll: scroll }, '', address);
        return true;
      } catch (refusal) {
        return false;
      }
    },
    position: function () {
      return Route.wantedScroll === null ? window.scrollY : Route.wantedScroll;
    },
    want: function (scroll) {
      Route.wantedScroll = scroll;
      Route.waiting = false;
    },
    rememberScroll: function () {
      clearTimeout(Route.scrollTimer);
      Route.write('replaceState', location.href, Route.position());
    },
    listen: function () {
      history.scrollRestoration = 'manual';
      Route.want(history.state && history.state.scroll ? history.state.scroll : null);
      window.addEventListener('popstate', (event) => {
        Route.pending = null;
        clearTimeout(Route.scrollTimer); // it would write the old page's position into the new entry
        Route.want(event.state ? event.state.scroll || 0 : 0);
        Atlas.withString(Route.current(), (route) => _atlas_on_route(route));
      });
      // An entry that is left by back or forward cannot be written to any more: keep it up to date.
      window.addEventListener('scroll', () => {
        clearTimeout(Route.scrollTimer);
        Route.scrollTimer = setTimeout(Route.rememberScroll, 150);
      }, { passive: true });
      // Who scrolls while the page is still growing has decided where to be.
      for (const type of ['wheel', 'touchmove', 'keydown'])
        window.addEventListener(type, () => Route.waiting && Route.want(null), { passive: true });
      window.addEventListener('pagehide', () => {
        Route.flush();
        Route.rememberScroll();
      });
    },
    applyScroll: function () {
      if (Route.wantedScroll === null) return;
      const reachable = document.documentElement.scrollHeight - window.innerHeight;
      window.scrollTo(0, Math.min(Route.wantedScroll, reachable));
      // A page that is not ready may still grow as far as that.
      if (reachable >= Route.wantedScroll || document.documentElement.classList.contains('ready')) Route.want(null);
      else Route.waiting = true;
    },
  },
  $Route__deps: ['$Atlas'],

  atlas_route_start__deps: ['$Route'],
  atlas_route_start: function (out, capacity) {
    Route.listen();
    stringToUTF8(Route.current(), out, capacity);
  },
  atlas_set_route__deps: ['$Route'],
  atlas_set_route: function (routePointer, push) {
    const route = UTF8ToString(routePointer);
    if (push) {
      Route.flush();
      Route.rememberScroll();
      Route.write('pushState', '#' + route, 0);
      Route.want(0);
    } else {
      const now = performance.now();
      if (Route.pending === null) Route.since = now;
      Route.pending = route;
      clearTimeout(Route.timer);
      Route.timer = setTimeout(Route.flush, Math.max(0, Math.min(Route.restMs, Route.since + Route.longestMs - now)));
    }
  },
  atlas_set_page__deps: ['$Route'],
  atlas_set_page: function (title, description, langPointer, height) {
    const text = UTF8ToString(title), lang = UTF8ToString(langPointer);
    if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
    if (document.title !== text) document.title = text;
    const meta = document.querySelector('meta[name=description]');
    const about = UTF8ToString(description);
    if (about && meta.content !== about) meta.content = about;
    const page = document.getElementById('mirror');
    const px = Math.ceil(height) + 'px';
    if (page.style.height !== px) page.style.height = px;
    Route.applyScroll();
  },
  // On paper stands what the static site would say of this view, made when it is asked for; until the second part of the program is
  // there, the words of the mirror do.
  $Paper: { html: '' }, // pages that the program wants printed instead
  atlas_print__deps: ['$Paper'],
  atlas_print: function (html) {
    Paper.html = UTF8ToString(html);
    window.print();
  },
  atlas_print_start__deps: ['$Paper'],
  atlas_print_start: function () {
    window.addEventListener('beforeprint', () => {
      const html = Paper.html || UTF8ToString(_atlas_printed());
      if (!html) return;
      const page = new DOMParser().parseFromString(html, 'text/html');
      const before = document.getElementById('static');
      if (before) before.remove();
      const paper = document.createElement('div');
      paper.id = 'static'; // as the page that start.js has taken away
      paper.append(...page.body.childNodes);
      document.body.append(paper);
      document.documentElement.classList.add('paper');
      document.documentElement.classList.remove('elsewhere'); // which hid the page of another address while the program was loading
    });
    window.addEventListener('afterprint', () => {
      Paper.html = '';
      document.documentElement.classList.remove('paper');
      const paper = document.getElementById('static');
      if (paper) paper.remove();
    });
  },
  atlas_scroll_to__deps: ['$Route', '$Atlas'],
  atlas_scroll_to: function (y) {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollTo({ top: y * Atlas.scale, behavior: calm ? 'auto' : 'smooth' });
  },
  atlas_address: function (routePointer, out, capacity) {
    stringToUTF8((document.documentElement.dataset.base || location.href.split('#')[0]) + '#' + UTF8ToString(routePointer), out, capacity);
  },
});
