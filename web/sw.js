// The service worker: one edition of the site, stored as a whole, so that it opens where there is no network. It is never half old
// and half new: each build of the site has a cache of its own, filled and checked by the sums below before it is used, and given
// up only when the next one is complete. scripts/precache.mjs writes the list of files in; its bytes change with every build,
// and so a browser notices a new one by itself.
'use strict';
const site = { /* files */ };
// site: { build, edition, files: { path: [sha256, bytes] } }; offline.json has the same of what is not stored at once.

const cacheName = `sosei-${site.build}`;
const everything = 'offline/everything'; // an entry of the cache: the reader wants all of it, in later builds too
const root = self.registration.scope;
const trusted = new Set(); // checked since this worker was started
const lost = new Set(); // damaged, and not to be had from the network
let gone = false; // the site has moved on and this worker steps aside

const pathOf = (url) => {
  const path = url.href.split(/[?#]/)[0];
  return path.startsWith(root) ? path.slice(root.length) || 'index.html' : null;
};
const addressOf = (path) => root + (path === 'index.html' ? '' : path);
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sumOf = async (response) => hex(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));

async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

// A file of this build from the network: undefined when it cannot be had, null when the site has another one by now.
async function fetched(path, sha256) {
  let response;
  try {
    response = await fetch(addressOf(path), { cache: 'no-cache' });
  } catch {
    return undefined;
  }
  if (!response.ok || response.redirected) return undefined;
  return (await sumOf(response)) === sha256 ? response : null;
}

// What an earlier build has stored need not be fetched again.
async function kept(path, sha256) {
  for (const name of await caches.keys()) {
    if (!name.startsWith('sosei-')) continue;
    const found = await (await caches.open(name)).match(addressOf(path), { ignoreVary: true });
    if (found && (await sumOf(found)) === sha256) return found;
  }
  return undefined;
}

// Stores the files that are missing, a few at a time. Throws when one cannot be had.
async function store(files, told = () => {}) {
  const cache = await caches.open(cacheName);
  const open = Object.entries(files);
  let done = 0;
  const work = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const [path, [sha256]] = next;
      if (!(await cache.match(addressOf(path), { ignoreVary: true }))) {
        const response = (await kept(path, sha256)) ?? (await fetched(path, sha256));
        if (!response) throw new Error(path);
        await cache.put(addressOf(path), response);
        trusted.add(path);
      }
      await told(++done);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

const moreFiles = async () => {
  const cache = await caches.open(cacheName);
  return (await (await cache.match(addressOf('offline.json'), { ignoreVary: true }))?.json())?.files ?? {};
};
async function wantsEverything() {
  for (const name of await caches.keys()) if (name.startsWith('sosei-') && (await (await caches.open(name)).match(root + everything))) return true;
  return false;
}
const keepWanting = async () => (await caches.open(cacheName)).put(root + everything, new Response('1'));

self.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const all = await wantsEverything();
      try {
        await store(site.files);
        if (all) await store(await moreFiles());
      } catch (error) {
        await caches.delete(cacheName); // half an edition is none
        throw error;
      }
      if (all) await keepWanting();
    })(),
  ),
);

self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('sosei-') && name !== cacheName) await caches.delete(name);
      await self.clients.claim();
    })(),
  ),
);

// The site has been published anew and this build's file is nowhere any more: better the network than a mixture.
async function stepAside(path) {
  gone = true;
  await caches.delete(cacheName);
  await self.registration.unregister();
  await tell({ kind: 'moved', path });
}

// A stored file whose sum is right; a damaged or lost one is fetched again.
async function fromCache(path, sha256) {
  const cache = await caches.open(cacheName);
  const found = await cache.match(addressOf(path), { ignoreVary: true });
  if (found && (trusted.has(path) || (await sumOf(found)) === sha256)) {
    trusted.add(path);
    return found;
  }
  trusted.delete(path);
  const response = await fetched(path, sha256);
  if (response) {
    await cache.put(addressOf(path), response.clone());
    trusted.add(path);
    lost.delete(path);
    return response;
  }
  if (response === null) {
    await stepAside(path);
    return fetch(addressOf(path));
  }
  await cache.delete(addressOf(path));
  lost.add(path);
  await tell({ kind: 'broken', path });
  return new Response(path, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

// Pages and finer boundaries: stored as they are seen, checked likewise.
async function fromNetwork(request, path) {
  const cache = await caches.open(cacheName);
  const wanted = (await moreFiles())[path];
  const found = await cache.match(addressOf(path), { ignoreVary: true });
  if (found && wanted && (trusted.has(path) || (await sumOf(found)) === wanted[0])) {
    trusted.add(path);
    return found;
  }
  try {
    const response = await fetch(request);
    if (wanted && response.ok && (await sumOf(response)) === wanted[0]) {
      await cache.put(addressOf(path), response.clone());
      trusted.add(path);
    }
    return response;
  } catch (error) {
    // The application has what the page would show.
    if (request.mode === 'navigate') return Response.redirect(root + routeOf(path), 302);
    throw error;
  }
}

// The address inside the application of a static page: "map/32/index.html" → "#/map?p=32".
const routeOf = (path) => '#/' + path.replace(/(^|\/)(index\.html)?$/, '').replace(/^((?:en\/)?map)\/(\d+)$/, '$1?p=$2');

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (gone || request.method !== 'GET') return;
  let path = pathOf(new URL(request.url));
  if (path === null) return;
  if (path.endsWith('/')) path += 'index.html';
  const stored = site.files[path];
  event.respondWith(stored ? fromCache(path, stored[0]) : fromNetwork(request, path));
});

// ---- what the pages ask ------------------------------------------------------------------------------------------------------

async function state() {
  const cache = await caches.open(cacheName);
  const stored = new Set((await cache.keys()).map(({ url }) => pathOf(new URL(url))));
  const tally = (files, wanted) => {
    const all = Object.entries(files).filter(([path]) => wanted(path));
    return { all: all.length, have: all.filter(([path]) => stored.has(path)).length, bytes: all.reduce((sum, [, [, bytes]]) => sum + bytes, 0) };
  };
  const more = await moreFiles();
  const isDetail = (path) => path.startsWith('data/');
  return { build: site.build, edition: site.edition, core: tally(site.files, () => true), details: tally(more, isDetail), pages: tally(more, (path) => !isDetail(path)) };
}

async function download(reply) {
  const more = await moreFiles();
  const all = Object.keys(more).length;
  try {
    await store(site.files);
    await store(more, (done) => done % 10 === 0 && reply({ kind: 'progress', done, all }));
    await keepWanting();
    reply({ kind: 'complete', state: await state() });
  } catch (error) {
    reply({ kind: 'stopped', path: error.message, state: await state() });
  }
}

self.addEventListener('message', (event) => {
  const reply = (message) => event.source.postMessage(message);
  const work = {
    // A page that has just begun to listen.
    hello: () => [...lost].forEach((path) => reply({ kind: 'broken', path })),
    switch: () => self.skipWaiting(),
    state: async () => reply({ kind: 'state', state: await state() }),
    download: () => download(reply),
    remove: async () => {
      for (const name of await caches.keys()) if (name.startsWith('sosei-')) await caches.delete(name);
      gone = true;
      await self.registration.unregister();
      reply({ kind: 'removed' });
    },
  }[event.data?.kind];
  if (work) event.waitUntil(work());
});
