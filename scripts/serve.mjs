// A small static server for the finished site, on localhost only, with the headers that DESIGN.md asks of a host.
// Usage: serve.mjs [--port N] [--root FOLDER]. Without --port: 8400, or the next one that is free.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fail, root } from './lib.mjs';

export const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.topojson': 'application/json; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// The file that a request path names inside the folder, or null.
function fileFor(folder, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return null;
  }
  if (path.includes('\0') || path.split('/').includes('..')) return null;
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? { file, stats } : null;
}

// `compress`: texts are sent as a public host sends them.
export function createSiteServer(folder, { compress = false } = {}) {
  return createServer((request, response) => {
    const found = ['GET', 'HEAD'].includes(request.method) ? fileFor(folder, request.url) : null;
    if (!found) {
      response.writeHead(404, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('404 — no such file\n');
      return;
    }
    const { file, stats } = found;
    const tag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`;
    const headers = { ...securityHeaders, 'Cache-Control': 'no-cache', ETag: tag };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
    if (compress && /^text|json|svg|wasm/.test(type)) {
      const bytes = gzipSync(readFileSync(file));
      response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': bytes.length });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': stats.size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
}

// Listens on the port, or with `next` on the first free one from there; resolves with the port.
export function listen(server, port, { next = false } = {}) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && next && port < 65535) resolve(listen(server, port + 1, { next }));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, root: { type: 'string', default: join(root, 'build/web/dist') } } });
  const port = Number(values.port ?? 8400);
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port ${values.port} is not a port`, 'Give a number from 1 to 65535.');
  try {
    const actual = await listen(createSiteServer(values.root), port, { next: values.port === undefined });
    console.log(`\nSosei Atlas is at  http://localhost:${actual}/\n(Ctrl+C stops it.)`);
  } catch (error) {
    fail(error.code === 'EADDRINUSE' ? `Port ${port} is in use` : error.message, 'Give another one with --port N.');
  }
}
