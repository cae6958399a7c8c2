// Copies web/ (all but web/lib, which is linked into atlas.js) into the finished site and removes what left web/.
// Usage: site.mjs DIST
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder, fromRoot, root } from './lib.mjs';

const dist = process.argv[2];
const sources = filesUnder('web', (path) => !path.startsWith('web/lib/'));
const wanted = new Set(sources.map((path) => relative('web', path)));
const isMadeElsewhere = (path) => /^(atlas\.(js|wasm)|data\/.*)$/.test(path);

for (const path of filesUnder(fromRoot(dist))) {
  const name = relative(dist, join(root, path));
  if (!wanted.has(name) && !isMadeElsewhere(name)) rmSync(join(root, path));
}
for (const name of wanted) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  copyFileSync(join(root, 'web', name), join(dist, name));
}
