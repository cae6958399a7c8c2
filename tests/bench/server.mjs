// Serves build/bench/site as a good host would: brotli made beforehand, ETags, the headers of scripts/serve.mjs. Notes what
// was sent, so that bytes are counted where they are spent. The content security policy is our application's own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesUnder, fromRoot, root } from '../../scripts/lib.mjs';
import { listen, mimeTypes, securityHeaders } from '../../scripts/serve.mjs';

const kinds = { '.html': 'html', '.js': 'js', '.mjs': 'js', '.wasm': 'wasm', '.css': 'css', '.ttf': 'font', '.woff2': 'font' };
export const kindOf = (path) => kinds[extname(path)] ?? 'data';
const isPicture = (path) => /\.(svg|png|ico)$/.test(path);

function pack(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

// { address, sent: [{ path, kind, bytes }], close }
export async function serveSite(folder) {
  const files = new Map();
  for (const name of filesUnder(fromRoot(folder))) {
    const body = pack(readFileSync(join(root, name)));
    files.set(name.slice(fromRoot(folder).length), { body, tag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` });
  }
  const sent = [];
  const server = createServer((request, response) => {
    const asked = new URL(request.url, 'http://localhost').pathname;
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    const file = files.get(path);
    const { 'Content-Security-Policy': policy, ...common } = securityHeaders;
    const headers = { ...common, ...(path.startsWith('/ours/') ? { 'Content-Security-Policy': policy } : {}) };
    if (!file) {
      response.writeHead(404, headers).end();
      return;
    }
    if (!isPicture(path)) sent.push({ path, kind: kindOf(path), bytes: file.body.length });
    response.writeHead(200, {
      ...headers, 'Content-Type': mimeTypes[extname(path)] ?? 'application/octet-stream', 'Content-Encoding': 'br', 'Content-Length': file.body.length, 'Cache-Control': 'no-cache', ETag: file.tag,
    });
    response.end(file.body);
  });
  const port = await listen(server, 0);
  return {
    address: `http://localhost:${port}/`,
    sent,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
