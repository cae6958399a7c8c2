// Checks assets/i18n/{ja,en}.json and turns them into C++: core/words.h (the names of the texts), core/words.cpp (the Japanese
// ones) and core/words_en.cpp (the English ones). The browser's program has core/words_first.cpp instead and fetches the rest as
// files (`wordsFile`). Usage: i18n.mjs [[--first] OUTPUT_FOLDER]; without a folder it only checks. Exit code 1 with key and
// remedy for each fault.
// A text is a string, or, where the number decides, { "one": …, "other": … }. "{name}" is a placeholder.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, filesUnder, root, writeIfChanged } from './lib.mjs';
import { inLater, neededFirst } from './parts.mjs';

const folder = join(root, 'assets/i18n');
const faults = [];
const fault = (where, what, remedy) => faults.push(`${where}: ${what} → ${remedy}`);

const isForms = (value) => typeof value === 'object' && Object.keys(value).sort().join() === 'one,other';
const formsOf = (value) => (typeof value === 'string' ? [value] : [value.one, value.other]);
export const placeholdersOf = (text) => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]).sort();
export const japanese = /[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff々]/;

// All texts of a language: "group.key" → string or { one, other }.
export function readTexts(lang) {
  const file = `assets/i18n/${lang}.json`;
  let groups;
  try {
    groups = JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8'));
  } catch (error) {
    fail(`${file}: ${error.message}`, 'Mend the JSON.');
  }
  const texts = new Map();
  for (const [group, entries] of Object.entries(groups)) {
    for (const [key, value] of Object.entries(entries)) {
      const name = `${group}.${key}`;
      if (!/^[a-z][a-z0-9_]*$/.test(group) || !/^[a-z0-9_]+$/.test(key)) fault(`${file} ${name}`, 'is no name', 'use a-z, 0-9 and _');
      if (typeof value !== 'string' && !isForms(value)) fault(`${file} ${name}`, 'is neither a text nor { one, other }', 'write one of them');
      else texts.set(name, value);
    }
  }
  return texts;
}

// plain-japanese.txt: "phrase → plainer words" a line; "= official name" lines are left out of the search.
export function plainRules() {
  const lines = readFileSync(join(folder, 'plain-japanese.txt'), 'utf8').split('\n').map((line) => line.trim());
  const rules = { phrases: [], names: [] };
  for (const line of lines.filter((text) => text && !text.startsWith('#'))) {
    if (line.startsWith('=')) rules.names.push(line.slice(1).trim());
    else rules.phrases.push(line.split('→').map((part) => part.trim()));
  }
  rules.names.sort((a, b) => b.length - a.length);
  return rules;
}

export function bureaucratic(text, { phrases, names }) {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, '＊');
  return phrases.filter(([phrase]) => rest.includes(phrase));
}

// Texts that are meant to be in the other language: the way to it.
const inOtherLanguage = new Set(['nav.other_language', 'offline.other']);

function checkTexts(ja, en) {
  for (const name of ja.keys()) if (!en.has(name)) fault(`en.json ${name}`, 'is missing', 'translate it');
  for (const name of en.keys()) if (!ja.has(name)) fault(`ja.json ${name}`, 'is missing', 'write it, or remove it from en.json');
  const rules = plainRules();
  for (const [lang, texts] of [['ja', ja], ['en', en]]) {
    for (const [name, value] of texts) {
      const where = `${lang}.json ${name}`;
      if (lang === 'ja' && typeof value !== 'string') fault(where, 'has two forms', 'Japanese needs one');
      for (const text of formsOf(value)) {
        if (text.trim() === '') fault(where, 'is empty', 'write it, or remove the key from both files');
        if (/[\x00-\x1f]/.test(text.replaceAll('\n', ''))) fault(where, 'holds a control character', 'remove it');
        if (/[{}]/.test(text.replace(/\{[a-z_]+\}/g, ''))) fault(where, 'has a broken placeholder', 'write {name}, a-z and _');
        if (lang === 'en' && japanese.test(text) && !inOtherLanguage.has(name)) fault(where, 'holds Japanese letters', 'translate them');
        if (lang === 'ja')
          for (const [phrase, plain] of bureaucratic(text, rules)) fault(where, `「${phrase}」is officialese`, plain ? `say ${plain}` : 'say it plainly');
      }
      if (!ja.has(name)) continue;
      const wanted = placeholdersOf(formsOf(ja.get(name))[0]);
      const forms = formsOf(value);
      const same = (text) => placeholdersOf(text).join() === wanted.join();
      // "1 place" may leave the number out, "one place"; the plural may not.
      if (!same(forms.at(-1)) || placeholdersOf(forms[0]).some((key) => !wanted.includes(key)))
        fault(where, `its placeholders are not those of ja.json (${wanted.join(', ') || 'none'})`, 'use the same ones');
    }
  }
}

// Every unit of the data needs a word in each language: "unit.<key>" is the unit as the data write it.
function checkUnits(ja) {
  const known = new Set([...ja].filter(([name]) => name.startsWith('unit.')).map(([, value]) => value));
  const units = new Map();
  const visit = (value, file) => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, file));
    else if (value && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) key === 'unit' && typeof item === 'string' ? units.set(item, file) : visit(item, file);
  };
  for (const file of filesUnder('data', (path) => path.endsWith('.json'))) visit(JSON.parse(readFileSync(join(root, file), 'utf8')), file);
  for (const file of ['data/observations.csv']) {
    const [head, ...rows] = readFileSync(join(root, file), 'utf8').split('\n').map((line) => line.split(','));
    for (const row of rows) if (row.length >= head.length) units.set(row[head.indexOf('unit')] ?? '', file);
  }
  for (const [unit, file] of units) {
    const bare = unit.replace(/（.*$/, '').replace(/^(百万|千|万|億|兆)/, '');
    if (bare !== '' && !known.has(bare)) fault(file, `the unit 「${bare}」 has no word`, 'add it to "unit" in both assets/i18n files');
  }
}

const literal = (text) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
// The forms of a text with U+001F between them; the end of a text is the NUL that the next one begins behind.
const cpp = (value) => formsOf(value).map(literal).join(' "\\x1f" ');

const table = (texts, keys) => keys.map((key) => `    ${cpp(texts.get(key))} "\\0"`).join('\n');

// web/start.js and the page for use without a network have their words written into them by scripts/site.mjs: the program does
// not carry them.
const keysOfProgram = (texts) => [...texts.keys()].filter((key) => !/^(start|offline)\./.test(key));

// Two tables with the same mark have the same texts in the same order, with the same placeholders.
const markOf = (texts) =>
  createHash('sha256').update(keysOfProgram(texts).map((key) => [key, ...placeholdersOf(formsOf(texts.get(key)).at(-1))].join()).join('\n')).digest('hex').slice(0, 12);

// What core/lang.h takes in use_words: the mark, then all texts, each ended by a NUL.
export function wordsFile(lang) {
  const ja = readTexts('ja'), texts = lang === 'ja' ? ja : readTexts(lang);
  return [markOf(ja), ...keysOfProgram(ja).map((key) => formsOf(texts.get(key)).join('\x1f'))].map((text) => `${text}\0`).join('');
}

// The texts that the first part of the browser's program may say. What only later pages or the desktop say is a file there; what nobody
// says by its name may be said by a number.
function saidFirst(keys) {
  const said = new Set(), first = new Set();
  for (const file of filesUnder('src', (path) => /\.(cpp|h)$/.test(path))) {
    const name = file.replace(/^src\//, '').replace(/\.(cpp|h)$/, '');
    const isLater = (inLater(name) && !neededFirst.includes(name)) || /^(tool|platform\/desktop)\/|^app\/(main_desktop|site|edition)/.test(name);
    for (const [, word] of readFileSync(join(root, file), 'utf8').matchAll(/\bWord::(\w+)/g)) {
      said.add(word);
      if (!isLater) first.add(word);
    }
  }
  const isFirst = (word) => first.has(word) || !said.has(word);
  return new Set(keys.filter((key) => isFirst(key.replaceAll('.', '_'))));
}

function write(out, ja, en) {
  const keys = keysOfProgram(ja);
  const note = 'Made by scripts/i18n.mjs from assets/i18n/*.json; do not edit.';
  const units = keys.filter((key) => key.startsWith('unit.')).map((key) => key.replaceAll('.', '_'));
  writeIfChanged(
    join(out, 'words.h'),
    `// The names of the interface's texts; core/lang.h reads them. ${note}
#pragma once
#include <cstddef>
#include <cstdint>

namespace atlas {

enum class Word : uint16_t {
${keys.map((key) => `    ${key.replaceAll('.', '_')},`).join('\n')}
};
inline constexpr size_t word_count = ${keys.length};
inline constexpr Word first_unit = Word::${units[0]}, last_unit = Word::${units.at(-1)};

// All Japanese texts in the order of Word, each ended by a NUL. English ones have U+001F between singular and plural.
extern const char words_ja[];
// Begins every table of English texts, ended by a NUL: texts of other keys or placeholders are not this program's.
inline constexpr char words_mark[] = "${markOf(ja)}";

}  // namespace atlas
`,
  );
  writeIfChanged(
    join(out, 'words.cpp'),
    `// The texts themselves: a change of words compiles this file alone. ${note}
#include "core/words.h"

namespace atlas {

const char words_ja[] =
${table(ja, keys)};

}  // namespace atlas
`,
  );
  writeIfChanged(
    join(out, 'words_en.cpp'),
    `// The English texts of programs that carry them. ${note}
#include "core/lang.h"

namespace atlas {
namespace {

const char words_en[] = "${markOf(ja)}\\0"
${table(en, keys)};

}  // namespace

std::string_view linked_english() { return {words_en, sizeof words_en}; }

}  // namespace atlas
`,
  );
}

function writeFirst(out, ja) {
  const keys = keysOfProgram(ja);
  const note = 'Made by scripts/i18n.mjs from assets/i18n/*.json; do not edit.';
  const first = saidFirst(keys);
  writeIfChanged(
    join(out, 'words_first.cpp'),
    `// For the browser's program: what its first part says; the others are empty until words.ja.txt is there. ${note}
#include "core/words.h"

namespace atlas {

const char words_ja[] =
${table(new Map(keys.map((key) => [key, first.has(key) ? ja.get(key) : ''])), keys)};

}  // namespace atlas
`,
  );
}

const ja = readTexts('ja');
const en = readTexts('en');
if (process.argv[1]?.endsWith('i18n.mjs')) {
  checkTexts(ja, en);
  checkUnits(ja);
  if (faults.length > 0) fail(`${faults.length} faults in the interface's texts:\n  ${faults.join('\n  ')}`, 'Mend them in assets/i18n.');
  if (process.argv[2] === '--first') writeFirst(process.argv[3], ja);
  else if (process.argv[2]) write(process.argv[2], ja, en);
  else console.log(`${ja.size} texts in both languages, 0 faults`);
}
