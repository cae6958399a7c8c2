// The size report of the finished site; exit code 1 when the program is larger than its budget.
// Usage: sizes.mjs [DIST]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliBytes, fail, filesUnder, fromRoot, kilobytes, root, step } from './lib.mjs';

const dist = process.argv[2] ?? join(root, 'build/web/dist');
const programBudget = 260_000; // bytes of atlas.wasm + atlas.js after brotli: DESIGN.md, "Bars every change keeps"
const isFont = (path) => /\.(ttf|otf|woff2?)$/.test(path);
const isPacked = (path) => isFont(path) || /\.(png|jpe?g|webp|pdf)$/.test(path); // not worth the seconds of packing again

if (!existsSync(join(dist, 'atlas.wasm'))) fail(`${fromRoot(dist)} has no atlas.wasm`, 'Run scripts/build web.');
step('Sizes after brotli');
// Hundreds of static pages, each asked for alone: their number and sum are enough, and packing them would take a minute.
const isPage = (path) => /\/(index\.html|values\.csv)$/.test(path.slice(fromRoot(dist).length + 1));
const all = filesUnder(fromRoot(dist));
const rows = all.filter((path) => !isPage(path)).map((path) => {
  const bytes = readFileSync(join(root, path));
  return { name: path.slice(fromRoot(dist).length + 1), raw: bytes.length, brotli: isPacked(path) ? bytes.length : brotliBytes(bytes) };
});
const print = (name, raw, brotli) => console.log(`  ${name.padEnd(48)} ${kilobytes(raw).padStart(10)} raw ${kilobytes(brotli).padStart(10)} brotli`);
const isProgram = ({ name }) => name === 'atlas.wasm' || name === 'atlas.js';
for (const row of rows.sort((a, b) => b.brotli - a.brotli)) print(row.name, row.raw, row.brotli);

const sum = (list, key) => list.reduce((total, row) => total + row[key], 0);
const program = rows.filter(isProgram);
const pages = all.filter(isPage).map((path) => readFileSync(join(root, path)).length);
console.log(`  ${pages.length} files of static pages, ${kilobytes(pages.reduce((total, bytes) => total + bytes, 0))} raw, the largest ${kilobytes(Math.max(0, ...pages))}`);
print('all other files', sum(rows, 'raw'), sum(rows, 'brotli'));
print('before the first picture: atlas.wasm + atlas.js', sum(program, 'raw'), sum(program, 'brotli'));
if (rows.some((row) => isFont(row.name))) console.log('  (fonts are not loaded before a reader chooses them)');
if (sum(program, 'brotli') > programBudget) {
  fail(`The program exceeds its budget of ${kilobytes(programBudget)}`, 'Look for what the last change pulled in: a stream, a regex, <iostream>, a new widget of ImGui.');
}
console.log(`  The program is ${((100 * sum(program, 'brotli')) / programBudget).toFixed(0)} % of its budget of ${kilobytes(programBudget)}.`);
