// Writes the list of the finished site's files into its service worker (web/sw.js): DIST/sw.js with what is stored at the first
// visit, DIST/offline.json with the rest. The last step of the site: whatever changes a file changes the build. Usage: precache.mjs DIST
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fail, filesUnder, fromRoot, kilobytes, root, writeIfChanged } from './lib.mjs';

const dist = process.argv[2];
const own = new Set(['sw.js', 'offline.json']);
// Found by search engines and feed readers, not by the atlas.
const isOutside = (path) => /(^|\/)(preview\.png|feed\.xml)$|^(robots\.txt|sitemap\.xml)$/.test(path);
// Stored when they are visited, or when the reader wants everything.
const isMore = (path) => /^data\/detail-|\/(index\.html|values\.csv)$/.test(path);

const core = {}, more = {};
for (const file of filesUnder(fromRoot(dist))) {
  const path = relative(dist, join(root, file)), bytes = readFileSync(join(root, file));
  if (own.has(path) || isOutside(path)) continue;
  (isMore(path) ? more : core)[path] = [createHash('sha256').update(bytes).digest('hex'), bytes.length];
}
for (const needed of ['index.html', 'atlas.wasm', 'atlas-later.wasm', 'words.en.txt', 'words.ja.txt', 'phrases.ja.txt', 'readings.ja.txt', 'data/manifest.json', 'offline.html'])
  if (!core[needed]) fail(`${fromRoot(dist)}/${needed} is missing`, 'Run scripts/build web.');
const list = JSON.stringify({ files: more });
writeIfChanged(join(dist, 'offline.json'), list);
core['offline.json'] = [createHash('sha256').update(list).digest('hex'), list.length];

const { edition } = JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8'));
const script = readFileSync(join(root, 'web/sw.js'), 'utf8'), mark = '{ /* files */ }';
if (!script.includes(mark)) fail('web/sw.js has lost its mark', `It must hold ${mark}.`);
const build = createHash('sha256').update(JSON.stringify(core)).update(script).digest('hex').slice(0, 16);
writeIfChanged(join(dist, 'sw.js'), script.replace(mark, () => JSON.stringify({ build, edition, files: core })));
const sum = (files) => Object.values(files).reduce((total, [, bytes]) => total + bytes, 0);
console.log(`  for use without a network: ${Object.keys(core).length} files, ${kilobytes(sum(core))} at the first visit; ${Object.keys(more).length} more, ${kilobytes(sum(more))}; build ${build}`);
