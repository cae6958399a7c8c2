// Copies web/ (all but web/lib, which is linked into atlas.js) into the finished site. Usage: site.mjs DIST
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder, root } from './lib.mjs';

const dist = process.argv[2];
for (const path of filesUnder('web', (path) => !path.startsWith('web/lib/'))) {
  const target = join(dist, relative('web', path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, path), target);
}
