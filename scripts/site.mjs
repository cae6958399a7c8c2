// Copies web/ (all but web/lib, which is linked into atlas.js) into the finished site, with the words of assets/i18n in start.js
// and the English ones of the program in words.en, and removes what left web/.
// Usage: site.mjs DIST
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { englishFile, readTexts } from './i18n.mjs';
import { fail, filesUnder, fromRoot, root, writeIfChanged } from './lib.mjs';

const dist = process.argv[2];
const sources = filesUnder('web', (path) => !path.startsWith('web/lib/'));
const wanted = new Set(sources.map((path) => relative('web', path)));
const isMadeElsewhere = (path) => /^(atlas\.(js|wasm)|atlas-later\.wasm|words\.en|data\/.*)$/.test(path);

for (const path of filesUnder(fromRoot(dist))) {
  const name = relative(dist, join(root, path));
  if (!wanted.has(name) && !isMadeElsewhere(name)) rmSync(join(root, path));
}
for (const name of wanted) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  if (name !== 'start.js') copyFileSync(join(root, 'web', name), join(dist, name));
}

const mark = '{ /* words */ }';
const script = readFileSync(join(root, 'web/start.js'), 'utf8');
if (!script.includes(mark)) fail('web/start.js has lost its mark', `It must hold ${mark}.`);
const wordsOf = (lang) => Object.fromEntries([...readTexts(lang)].filter(([name]) => name.startsWith('start.')).map(([name, text]) => [name.slice(6), text]));
writeIfChanged(join(dist, 'start.js'), script.replace(mark, () => JSON.stringify({ ja: wordsOf('ja'), en: wordsOf('en') })));
writeIfChanged(join(dist, 'words.en'), englishFile());
