// BudouX's Japanese model (npm budoux) as one file for core text::use_phrases: where a phrase (文節) begins.
// Usage: phrases.mjs OUTPUT; an output that ends in .cpp is C++ that carries the same bytes.
import japanese from '../node_modules/budoux/dist/data/models/ja.js'; // the package exports parsers only
import { writeIfChanged } from './lib.mjs';

const { model } = japanese;

// What each group looks at, as in BudouX's parser: characters from `first` on, counted from the possible beginning of a phrase.
const groups = [['UW1', -3, 1], ['UW2', -2, 1], ['UW3', -1, 1], ['UW4', 0, 1], ['UW5', 1, 1], ['UW6', 2, 1], ['BW1', -2, 2], ['BW2', -1, 2],
  ['BW3', 0, 2], ['TW1', -3, 3], ['TW2', -2, 3], ['TW3', -1, 3], ['TW4', 0, 3]];

export function phrasesFile() {
  const unknown = Object.keys(model).filter((name) => !groups.some(([known]) => known === name));
  if (unknown.length > 0) throw new Error(`BudouX's model has groups that nobody reads: ${unknown}`);
  const lines = groups.flatMap(([name, first, length]) => {
    const keys = Object.keys(model[name] ?? {}).sort(), scores = keys.map((key) => model[name][key]);
    if (keys.some((key) => [...key].length !== length)) throw new Error(`${name} has a key that is not ${length} characters long`);
    return [`${first} ${length} ${keys.length}`, keys.join(''), scores.join(' ')];
  });
  return `phrases 1\n${lines.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('phrases.mjs')) {
  const out = process.argv[2], file = phrasesFile();
  const cpp = () => `// Made by scripts/phrases.mjs from npm's budoux; do not edit.
#include "text/phrases.h"

namespace atlas::text {

std::string_view linked_phrases() {
    static constexpr char bytes[] =
${file.split('\n').slice(0, -1).map((line) => `        ${JSON.stringify(`${line}\n`)}`).join('\n')};
    return {bytes, sizeof bytes - 1};
}

}  // namespace atlas::text
`;
  writeIfChanged(out, out.endsWith('.cpp') ? cpp() : file);
}
