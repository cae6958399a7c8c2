// How words are read (assets/readings.tsv: the word, a tab, its readings in hiragana, the commonest first), for the search: checks the list and
// gives it to the programs. Usage: readings.mjs OUTPUT, where one that ends in .cpp is C++ that carries the list;
//   readings.mjs --propose TEXT…   prints words of the texts that the list lacks, read by Debian's mecab with mecab-ipadic-utf8 (not installed
//                                  by scripts/setup). A person looks them through before they go into the list.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, writeIfChanged } from './lib.mjs';

const file = 'assets/readings.tsv';
const kanji = /[\u3400-\u9fff々]/, hiragana = /^[ぁ-ゖー]+( [ぁ-ゖー]+)*$/;

export function readings() {
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  const seen = new Set();
  lines.forEach(([word, kana, ...rest], index) => {
    const wrong = rest.length > 0 || !kana || !hiragana.test(kana) ? 'is no word, tab and readings in hiragana' : !kanji.test(word[0]) ? 'does not begin with a kanji' : seen.has(word) ? 'stands twice' : '';
    if (wrong) fail(`${file}, line ${index + 1}: 「${word}」 ${wrong}`, 'Mend the line, such as 観光(tab)かんこう.');
    seen.add(word);
  });
  return lines;
}

const table = () => readings().map(([word, kana]) => `${word}\t${kana}\n`).join('');
export const readingsFile = () => `readings 1\n${table()}`;

function propose(texts) {
  const known = new Set(readings().map(([word]) => word)), found = new Map();
  const read = execFileSync('mecab', { input: texts.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const line of read.split('\n')) {
    const [word, features] = line.split('\t');
    if (!features || !kanji.test(word[0]) || known.has(word)) continue;
    found.set(word, (features.split(',')[7] ?? '？').replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60)));
  }
  for (const [word, kana] of found) console.log(`${word}\t${kana}`);
}

if (process.argv[1]?.endsWith('readings.mjs')) {
  const [out, ...texts] = process.argv.slice(2);
  if (out === '--propose') propose(texts.length > 0 ? texts : [readFileSync(0, 'utf8')]);
  else if (!out) console.log(`${readings().length} words with their readings, 0 faults`);
  else if (!out.endsWith('.cpp')) writeIfChanged(out, readingsFile());
  else
    writeIfChanged(out, `// Made by scripts/readings.mjs from ${file}; do not edit.
#include "model/readings.h"

namespace atlas::model {

std::string_view linked_readings() {
    static constexpr char bytes[] =
${readingsFile().trimEnd().split('\n').map((line) => `        ${JSON.stringify(`${line}\n`)}`).join('\n')};
    return {bytes, sizeof bytes - 1};
}

}  // namespace atlas::model
`);
}
