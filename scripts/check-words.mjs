// Checks that what a reader sees stands in assets/i18n and is used rightly: no Japanese in the string literals of the folders
// that draw and speak, the placeholders of each call are those of its text, and no text is left that nobody says.
// Exit code 1 with file, line and remedy for each breach.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bureaucratic, placeholdersOf, plainRules, readTexts } from './i18n.mjs';
import { filesUnder, root } from './lib.mjs';

const folders = ['src/page', 'src/ui', 'src/chart', 'src/export', 'src/app', 'src/platform'];
// Kana, kanji and the punctuation that only Japanese has: 「」、。（）：.
const japanese = /[\u3000-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]/;
const marker = /\/\/.*\bnot a text\b/; // on a line whose literal is data or typesetting

// A source's string literals with their lines, and its code with comments and literals blanked out.
function scan(source) {
  const literals = [];
  let code = '';
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/g;
  let last = 0;
  for (const match of source.matchAll(pattern)) {
    code += source.slice(last, match.index);
    last = match.index + match[0].length;
    if (/^(R?")/.test(match[0])) literals.push({ text: match[0], line: source.slice(0, match.index).split('\n').length });
    code += match[0].replace(/[^\n]/g, (letter, at) => (match[0].startsWith('"') ? letter : ' '));
  }
  return { literals, code: code + source.slice(last) };
}

// The names in {{"a", …}, {"b", …}}, which begins at `open`: not those of calls inside it.
function namesIn(code, open) {
  const names = [];
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === '"') i = code.indexOf('"', i + 1);
    else if ('{(['.includes(code[i])) {
      const name = ++depth === 2 && code.slice(i).match(/^\{\s*"([a-z_]+)"\s*,/);
      if (name) names.push(name[1]);
    } else if ('})]'.includes(code[i]) && --depth === 0) break;
  }
  return names.sort();
}

const texts = readTexts('ja');
const byWord = new Map([...texts].map(([name, value]) => [name.replaceAll('.', '_'), placeholdersOf(value)]));
const isForms = new Set([...readTexts('en')].filter(([, value]) => typeof value !== 'string').map(([name]) => name.replaceAll('.', '_')));
const breaches = [];
const used = new Set();
let calls = 0;

for (const path of filesUnder('src', (name) => /\.(cpp|h)$/.test(name))) {
  const source = readFileSync(join(root, path), 'utf8');
  const lines = source.split('\n');
  const { literals, code } = scan(source);
  const at = (index) => `${path}:${code.slice(0, index).split('\n').length}`;
  if (folders.some((folder) => path.startsWith(`${folder}/`))) {
    for (const { text, line } of literals)
      if (japanese.test(text) && !marker.test(lines[line - 1]))
        breaches.push(`${path}:${line}: ${text} → put it into assets/i18n, or say why it is "not a text" behind it`);
  }
  for (const match of code.matchAll(/\bWord::([a-z0-9_]+)/g)) {
    const name = match[1];
    const wanted = byWord.get(name);
    if (!wanted) continue; // the compiler says it
    used.add(name);
    // words(Word::x, {{"a", …}, {"b", …}}): the names are the literals that open the inner brackets.
    const behind = code.slice(match.index + match[0].length);
    const call = behind.match(/^,\s*(?=\{)/);
    if (!call) {
      const alone = /\b(words|Words\(\))\(\s*$/.test(code.slice(0, match.index)) && /^\s*\)/.test(behind);
      if (alone && (wanted.length > 0 || isForms.has(name))) breaches.push(`${at(match.index)}: Word::${name} needs ${wanted.join(', ') || 'n'} → fill it in`);
      continue;
    }
    if (!/\bwords\(\s*$|\b(japanese|ja|en)\(\s*$/.test(code.slice(0, match.index))) continue;
    calls++;
    const given = namesIn(behind, call[0].length);
    const missing = wanted.filter((key) => !given.includes(key));
    const unknown = given.filter((key) => !wanted.includes(key) && !(key === 'n' && isForms.has(name)));
    if (missing.length > 0) breaches.push(`${at(match.index)}: Word::${name} lacks ${missing.join(', ')} → fill it in`);
    if (unknown.length > 0) breaches.push(`${at(match.index)}: Word::${name} has no ${unknown.join(', ')} → remove it, or mend the text`);
  }
}

// Months and units are found by number; the scripts of web/ have their own words written into them.
const webFiles = { start: ['web/start.js'], offline: ['web/offline.js', 'web/offline.html', 'scripts/site.mjs'] };
const webSource = (group) => webFiles[group].map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
for (const name of texts.keys()) {
  const [group, key] = name.split('.');
  if (group === 'month' || group === 'unit') continue;
  const isUsed = webFiles[group] ? new RegExp(`\\bwords\\.${key}\\b|\\{\\{${key}\\}\\}|'${group}\\.${key}'`).test(webSource(group)) : used.has(name.replaceAll('.', '_'));
  if (!isUsed) breaches.push(`assets/i18n ${name}: nobody says it → remove it from both files`);
}

// A list that finds nothing would pass too.
const rules = plainRules();
const found = bureaucratic('地方創生に関する総合戦略において、取組の推進を図る', rules).map(([phrase]) => phrase);
if (!['において', '推進', '図る'].every((phrase) => found.includes(phrase)) || found.includes('に関する'))
  breaches.push('assets/i18n/plain-japanese.txt no longer finds 図る, or finds official names → mend the list');

for (const breach of breaches) console.log(`  ${breach}`);
console.log(`${texts.size} texts, ${calls} calls with placeholders, ${breaches.length} breaches`);
process.exit(breaches.length > 0 ? 1 : 0);
