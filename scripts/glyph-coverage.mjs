// Turns the code points that a font has glyphs for into a C++ header. Usage: glyph-coverage.mjs FC-QUERY FONT.ttf OUTPUT.h
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { fail, writeIfChanged } from './lib.mjs';

const [fcQuery, font, output] = process.argv.slice(2);
let charset;
try {
  charset = execFileSync(fcQuery, ['--format=%{charset}\n', font], { encoding: 'utf8' });
} catch (error) {
  fail(`${fcQuery} could not read ${font}: ${error.message}`, 'Run scripts/setup: it installs fontconfig and the npm packages.');
}
// "20-7e a0 2002-2003"
const ranges = charset.trim().split(/\s+/).map((range) => range.split('-').map((code) => parseInt(code, 16)));
if (ranges.length < 100 || ranges.flat().some(Number.isNaN)) fail(`${fcQuery} told no characters of ${font}`, 'Is it a whole Japanese font?');

writeIfChanged(
  output,
  `// The characters of ${basename(font)}, ascending. Made by scripts/glyph-coverage.mjs; do not edit.
#pragma once

namespace atlas::tool {

struct GlyphRange {
    char32_t first, last;
};
inline constexpr GlyphRange glyph_ranges[] = {
${ranges.map(([first, last = first]) => `    {0x${first.toString(16)}, 0x${last.toString(16)}},`).join('\n')}
};

}  // namespace atlas::tool
`,
);
