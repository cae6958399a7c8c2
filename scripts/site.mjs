// Copies web/ (all but web/lib, which is linked into atlas.js) into the finished site, with the words of assets/i18n in start.js,
// offline.js and offline.html and the English ones of the program in words.en.txt, all Japanese ones in words.ja.txt, where phrases begin in phrases.ja.txt, how words are read in readings.ja.txt (.txt: hosts compress it); makes icons and web app manifests; removes what
// left web/. sw.js waits for scripts/precache.mjs.
// Usage: site.mjs DIST
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { wordsFile, readTexts } from './i18n.mjs';
import { drawIcon, icons } from './icons.mjs';
import { fail, filesUnder, fromRoot, root, writeIfChanged } from './lib.mjs';
import { phrasesFile } from './phrases.mjs';
import { readingsFile } from './readings.mjs';

const dist = process.argv[2];
const sources = filesUnder('web', (path) => !path.startsWith('web/lib/'));
const wanted = new Set(sources.map((path) => relative('web', path)));
// Both languages of what stands in web/ once.
const made = ['offline.en.html', 'manifest.ja.webmanifest', 'manifest.en.webmanifest', ...icons.map(({ file }) => file)];
const isMadeElsewhere = (path) => made.includes(path) || /^(sw\.js|offline\.json|atlas\.(js|wasm)|atlas-later\.wasm|(words\.(en|ja)|phrases\.ja|readings\.ja)\.txt|data\/.*)$/.test(path);

for (const path of filesUnder(fromRoot(dist))) {
  const name = relative(dist, join(root, path));
  if (!wanted.has(name) && !isMadeElsewhere(name)) rmSync(join(root, path));
}
for (const name of wanted) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  if (!['start.js', 'offline.js', 'offline.html', 'sw.js'].includes(name)) copyFileSync(join(root, 'web', name), join(dist, name));
}

const texts = { ja: readTexts('ja'), en: readTexts('en') };
const wordsOf = (lang, group) => Object.fromEntries([...texts[lang]].filter(([name]) => name.startsWith(`${group}.`)).map(([name, text]) => [name.slice(group.length + 1), text]));
const mark = '{ /* words */ }';
for (const [name, group] of [['start.js', 'start'], ['offline.js', 'offline']]) {
  const script = readFileSync(join(root, 'web', name), 'utf8');
  if (!script.includes(mark)) fail(`web/${name} has lost its mark`, `It must hold ${mark}.`);
  writeIfChanged(join(dist, name), script.replace(mark, () => JSON.stringify({ ja: wordsOf('ja', group), en: wordsOf('en', group) })));
}
const offlinePage = readFileSync(join(root, 'web/offline.html'), 'utf8');
for (const [lang, other] of [['ja', 'en'], ['en', 'ja']]) {
  const names = { ja: 'offline.html', en: 'offline.en.html' };
  const values = { ...wordsOf(lang, 'offline'), lang, other_lang: other, other_page: names[other], app: texts[lang].get('app.name'), here: lang === 'ja' ? './' : './#/en' };
  writeIfChanged(join(dist, names[lang]), offlinePage.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? fail(`web/offline.html: nobody knows {{${name}}}`, 'Add it to the group "offline" of assets/i18n.')));
  writeIfChanged(join(dist, `manifest.${lang}.webmanifest`), JSON.stringify({
    id: './', name: texts[lang].get('app.name'), short_name: texts[lang].get('app.name'), description: texts[lang].get('offline.description'), lang,
    start_url: values.here, scope: './', display: 'standalone', display_override: ['standalone', 'fullscreen'], background_color: '#ffffff', theme_color: '#ffffff',
    icons: icons.map(({ file, size, purpose }) => ({ src: file, sizes: `${size}x${size}`, type: 'image/png', purpose })),
  }));
}
for (const icon of icons) writeIfChanged(join(dist, icon.file), await drawIcon(icon));
for (const lang of ['ja', 'en']) writeIfChanged(join(dist, `words.${lang}.txt`), wordsFile(lang));
writeIfChanged(join(dist, 'phrases.ja.txt'), phrasesFile());
writeIfChanged(join(dist, 'readings.ja.txt'), readingsFile());
