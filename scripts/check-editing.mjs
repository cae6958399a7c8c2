// Does what docs/EDITING.md tells an editor to do, on a copy of data/, and holds every printed line against the document.
// Fences: ```csv +FILE adds rows, !FILE adds them for the next console block only; ```json +FILE#/list adds an element,
// !FILE#/list likewise, =FILE replaces the file; ```console runs the lines that begin with "$ ". In the expected output a
// final … stands for the rest of a line, a line of … for any lines, and a number for any number (the data grow). --update writes what was printed into the document.
// Last line: N passed, N failed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib.mjs';

const document = join(root, 'docs/EDITING.md');
const update = process.argv.includes('--update');
const folder = mkdtempSync(join(tmpdir(), 'atlas-editing-'));
cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
symlinkSync(join(root, 'build'), join(folder, 'build'));

const read = (file) => readFileSync(join(folder, file), 'utf8');
const write = (file, text) => writeFileSync(join(folder, file), text);
let restore = []; // what the next console block's faulty lines replaced

function addRows(file, rows) {
  const text = read(file);
  write(file, `${text}${text.endsWith('\n') ? '' : '\n'}${rows}\n`);
}

function edit(kind, mode, place, body) {
  const [file, pointer] = place.split('#');
  if (mode === '!') restore.push([file, read(file)]);
  if (mode === '=') return write(file, `${body}\n`);
  if (kind === 'csv') return addRows(file, body);
  const tree = JSON.parse(read(file));
  pointer.split('/').slice(1).reduce((at, key) => at[key], tree).push(JSON.parse(body));
  write(file, `${JSON.stringify(tree, null, 2)}\n`);
}

function run(command) {
  try {
    return execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (failure) {
    return failure.stdout + failure.stderr; // a check that finds faults ends with 1
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
function matches(expected, printed) {
  const pattern = expected.map((line) => (line === '…' ? '(?:.*\n)*?' : `${escaped(line).replace(/\d+/g, '\\d+').replace(/…$/, '.*')}\n`)).join('');
  return new RegExp(`^${pattern}$`).test(printed);
}

function runConsole(body) {
  const out = [];
  let passed = 0;
  let failed = 0;
  for (const block of body.split(/^(?=\$ )/m).filter((text) => text.trim())) {
    const [first, ...expected] = block.trimEnd().split('\n');
    const printed = run(first.slice(2));
    const fits = matches(expected, printed);
    if (fits) passed += 1;
    else failed += 1;
    out.push(first, ...(fits ? expected : printed.trimEnd().split('\n')));
    if (!fits && !update) console.log(`  ${first}\n    docs/EDITING.md: ${expected.join('\n    ')}\n    printed:         ${printed.trimEnd().split('\n').join('\n    ')}`);
  }
  restore.reverse().forEach(([file, text]) => write(file, text));
  restore = [];
  return { text: out.join('\n'), passed, failed };
}

let passed = 0;
let failed = 0;
const source = readFileSync(document, 'utf8');
const result = source.replace(/^```(\w+)(?: ([+!=])(\S+))?\n([\s\S]*?)^```$/gm, (whole, kind, mode, place, body) => {
  if (mode) edit(kind, mode, place, body.trimEnd());
  if (kind !== 'console') return whole;
  const ran = runConsole(body);
  passed += ran.passed;
  failed += ran.failed;
  return `\`\`\`console\n${ran.text}\n\`\`\``;
});
rmSync(folder, { recursive: true });
if (update && result !== source) writeFileSync(document, result);
console.log(`${passed} passed, ${update ? 0 : failed} failed`);
process.exit(failed > 0 && !update ? 1 : 0);
