// The service worker seen from a page: registers it, says when there is new data or a damaged file, and runs offline.html.
// Loaded when the atlas has drawn its first picture (web/start.js), so that it costs nobody a map.
'use strict';
(() => {
  const page = document.documentElement;
  const lang = page.lang === 'en' || /^#\/en(\/|\?|$)/.test(location.hash) ? 'en' : 'ja';
  const words = { /* words */ }[lang];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const root = new URL(page.dataset.root || './', location.href).pathname;
  const element = (name, text, attributes = {}) => Object.assign(document.createElement(name), { textContent: text }, attributes);

  // One notice at a time, in the corner that no bar takes; Escape closes it.
  let notice;
  const close = () => (notice?.remove(), (notice = null));
  const say = (text, ...buttons) => {
    close();
    notice = element('div', '', { className: 'notice quiet', lang });
    notice.setAttribute('role', 'status');
    document.body.append(notice);
    notice.append(element('p', text));
    for (const [label, action] of buttons) {
      const button = element('button', label);
      button.addEventListener('click', action);
      notice.append(button, ' ');
    }
    notice.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    // The atlas below listens on the document: what happens here is none of its business.
    for (const type of ['pointerdown', 'pointerup', 'pointermove', 'touchstart', 'wheel', 'keydown']) notice.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  };

  const workers = navigator.serviceWorker;
  const isOfflinePage = document.getElementById('offline');
  if (!workers || !self.caches) return isOfflinePage && refuse();

  let asked = false; // this window wants to switch
  let isControlled = Boolean(workers.controller);
  workers.addEventListener('controllerchange', () => {
    const isFirst = !isControlled; // it takes over the build that it was made from
    isControlled = true;
    if (isFirst) return;
    if (asked || document.hidden) location.reload();
    else say(words.switched, [words.reload, () => location.reload()]);
  });
  workers.addEventListener('message', ({ data }) => {
    if (data?.kind === 'broken') say(fill(words.broken, { file: data.path }), [words.reload, () => location.reload()]);
    if (data?.kind === 'moved') location.reload();
  });
  workers.startMessages();
  workers.controller?.postMessage({ kind: 'hello' });

  // The edition of a build that waits is in its own list, which it has just stored.
  async function offer(registration) {
    const waiting = registration.waiting;
    if (!waiting || !workers.controller) return;
    const channel = new Promise((done) => workers.addEventListener('message', function listen({ data, source }) {
      if (data?.kind !== 'state' || source !== waiting) return;
      workers.removeEventListener('message', listen);
      done(data.state);
    }));
    waiting.postMessage({ kind: 'state' });
    const { edition } = await channel;
    say(fill(words.update, { edition }), [words.switch, () => ((asked = true), waiting.postMessage({ kind: 'switch' }))], [words.later, close]);
  }

  const registered = workers.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' }).then(async (registration) => {
    if (!registration) return null;
    if (registration.waiting) offer(registration);
    registration.addEventListener('updatefound', () => {
      const fresh = registration.installing;
      fresh?.addEventListener('statechange', () => fresh.state === 'installed' && offer(registration));
    });
    // A page that stays open for days asks now and then.
    setInterval(() => document.hidden || registration.update().catch(() => {}), 3600_000);
    return registration;
  }).catch(() => null);

  if (isOfflinePage) registered.then((registration) => (registration ? runPage() : refuse()));

  // ---- offline.html ----------------------------------------------------------------------------------------------------------

  function refuse() {
    document.getElementById('offline-status').textContent = words.unsupported;
    document.getElementById('offline-table').hidden = true;
  }

  async function runPage() {
    const [table, status, bar, get, remove] = ['table', 'status', 'bar', 'get', 'remove'].map((name) => document.getElementById(`offline-${name}`));
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
    const show = ({ edition, core, details, pages }) => {
      const rows = [
        [words.core, words.core_note, core],
        [words.details, words.as_seen, details],
        [fill(words.pages, { n: pages.all }), words.as_seen, pages],
      ];
      table.tBodies[0].replaceChildren(...rows.map(([name, note, { all, have, bytes }]) => {
        const row = document.createElement('tr');
        const head = element('th', name, { scope: 'row' });
        head.append(element('small', note));
        const has = have === all ? words.kept : have === 0 ? words.none : fill(words.partly, { n: all, have });
        row.append(head, element('td', megabytes(bytes)), element('td', has));
        return row;
      }));
      document.getElementById('offline-edition').textContent = fill(words.edition, { edition });
      const missing = [core, details, pages].filter(({ all, have }) => have < all);
      const isComplete = missing.length === 0;
      get.hidden = isComplete;
      get.textContent = fill(words.download, { size: megabytes(core.bytes + details.bytes + pages.bytes) });
      remove.hidden = false;
      if (isComplete) status.textContent = words.complete;
    };
    status.textContent = words.preparing;
    const worker = (await workers.ready).active;
    workers.addEventListener('message', ({ data }) => {
      if (data?.state) show(data.state);
      if (data?.kind === 'state' && status.textContent === words.preparing) status.textContent = '';
      if (data?.kind === 'progress') {
        bar.hidden = false, bar.max = data.all, bar.value = data.done;
        status.textContent = fill(words.running, data);
      }
      if (data?.kind === 'stopped' || data?.kind === 'complete') get.disabled = false, bar.hidden = true;
      if (data?.kind === 'stopped') status.textContent = words.stopped;
      if (data?.kind === 'removed') {
        status.textContent = words.removed;
        get.hidden = remove.hidden = table.hidden = true;
      }
    });
    get.addEventListener('click', () => {
      get.disabled = true;
      worker.postMessage({ kind: 'download' });
    });
    remove.addEventListener('click', () => worker.postMessage({ kind: 'remove' }));
    worker.postMessage({ kind: 'state' });
  }
})();
