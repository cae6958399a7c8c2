// Splits the linked program in two: DIST/atlas.wasm draws the overview and the map, DIST/atlas-later.wasm the other pages. The
// second is fetched after the first picture (web/start.js), so that a reader on a slow line sees a map before it arrives.
//
// What goes where is found in the call graph, not listed by hand: everything that the first part can call stays in it. Direct
// calls are in the graph. A function that is only called through a pointer (a page, a lambda in a std::function, a destructor)
// belongs to the later part when all source files that define it are `later` below, and counts as called otherwise.
// Usage: split.mjs [--names] LINKED DIST ARCHIVE…   LINKED holds atlas.js and atlas.wasm with names, the archives the object files;
// --names keeps the functions' names, for a profile.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fail, kilobytes } from './lib.mjs';
import { inLater, neededFirst } from './parts.mjs';

const keepsNames = process.argv.includes('--names');
const [linked, dist, ...archives] = process.argv.slice(2).filter((argument) => argument !== '--names');

// What the first part calls through page::later<…>, and what ImGui keeps for settings files, which the atlas has none of.
const gates = ['add_patterns', 'add_second', 'add_symbols', 'after_button', 'after_frame', 'after_key', 'between', 'bundles_of_deck', 'change_deck', 'check_edition', 'difference_indicator', 'draw_briefing', 'draw_look_choices', 'draw_map_files', 'draw_own_file', 'draw_second_legend', 'draw_symbol_legend', 'draw_tiles', 'draw_two_maps', 'drop_deck', 'first_of_two', 'first_played_year', 'hand_out', 'heard', 'hears_pointer', 'own_data', 'printed_page', 'read_later', 'reclassify', 'use_readings', 'shown_on_stage', 'take_deck', 'told_by', 'year_after'];
const laterFunctions = new RegExp(`^_ZN5atlas(3app|4page|5model|5scene)(12_GLOBAL__N_1)?(${gates.map((name) => name.length + name).join('|')})E|SettingsHandler_`);

const tool = (name, args, options = {}) => {
  const roots = { 'wasm-opt': 'BINARYEN_ROOT', 'wasm-split': 'BINARYEN_ROOT', 'llvm-nm': 'LLVM_ROOT' };
  const path = execFileSync('em-config', [roots[name]], { encoding: 'utf8' }).trim();
  const program = join(path, ...(roots[name] === 'BINARYEN_ROOT' ? ['bin'] : []), name);
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'], ...options });
};

// ---- the call graph --------------------------------------------------------------------------------------------------------

const program = join(linked, 'atlas.wasm');
const callsOf = new Map(), exported = [], inTable = new Set();
for (const line of tool('wasm-opt', ['--print-call-graph', program, '-o', '/dev/null']).split('\n')) {
  const call = line.match(/^ {2}"(.+)" -> "(.+)"; \/\/ call/);
  if (call) {
    callsOf.set(call[1], [...(callsOf.get(call[1]) ?? []), call[2]]);
    continue;
  }
  const node = line.match(/^ {2}"(.+)" \[style="filled(, rounded)?"(?:, fillcolor="(\w+)")?\];/);
  if (node?.[3] === 'gray') exported.push(node[1]);
  else if (node?.[2]) inTable.add(node[1]);
}
if (exported.length === 0 || inTable.size === 0) fail('The call graph of the program could not be read', 'Does wasm-opt --print-call-graph still print DOT?');

// ---- which source file defines what -------------------------------------------------------------------------------------------

const definedIn = new Map();
for (const archive of archives) {
  const folder = basename(archive).replace(/^lib(atlas_)?|\.a$/g, '');
  for (const line of tool('llvm-nm', ['--print-file-name', archive]).split('\n')) {
    const symbol = line.match(/:([\w.]+)\.c(?:pp)?\.o: [-0-9a-f ]* ([TtWw]) (\S+)$/);
    if (!symbol) continue;
    const name = symbol[3], files = definedIn.get(name) ?? new Set();
    definedIn.set(name, files.add(`${folder}/${symbol[1]}`));
  }
}
const filesOf = (name) => definedIn.get(name) ?? definedIn.get(name.replace(/\.\d+$/, '')) ?? new Set();

// ---- what the first part can reach ----------------------------------------------------------------------------------------------

for (const gate of gates) {
  const symbol = new RegExp(`${gate.length}${gate}E`);
  if (![...inTable].some((name) => laterFunctions.test(name) && symbol.test(name))) fail(`No function ${gate} is called through a pointer`, 'Mend the list `gates` in scripts/split.mjs, or the call through page::later.');
}

const first = new Set();
const reach = (from) => {
  for (const open = [...from]; open.length > 0;) {
    const name = open.pop();
    if (first.has(name)) continue;
    first.add(name);
    open.push(...(callsOf.get(name) ?? []));
  }
};
const drawn = new Set(); // later files that the first part calls into: what hangs on pointers there belongs to it as well
const isLater = (name) => {
  const files = [...filesOf(name)];
  return laterFunctions.test(name) || (files.length > 0 && files.every((file) => inLater(file) && !drawn.has(file)));
};
reach(exported);
for (let before = -1; before !== first.size;) {
  before = first.size;
  reach([...inTable].filter((name) => !isLater(name)));
  for (const name of first) {
    const files = filesOf(name);
    // A template of the standard library says nothing about a file: others that are not among the archives use it too.
    if (files.size === 1 && !/^_ZN?K?St/.test(name)) for (const file of files) if (inLater(file)) drawn.add(file);
  }
}
const all = new Set([...callsOf.keys(), ...[...callsOf.values()].flat(), ...inTable]);

const moved = [...all].filter((name) => !first.has(name));
if (moved.length === 0) fail('Nothing is left for the second part', 'Is a page called directly instead of through the table in src/page/build.cpp?');

// ---- the two parts --------------------------------------------------------------------------------------------------------------

mkdirSync(dist, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'atlas-split-'));
const outputs = { first: join(dist, 'atlas.wasm'), later: join(dist, 'atlas-later.wasm') };
writeFileSync(join(folder, 'functions'), moved.join('\n'));
tool('wasm-split', ['--split-funcs', `@${join(folder, 'functions')}`, '--import-namespace', 'primary', '--placeholder-namespace', 'placeholder', '--enable-mutable-globals', ...(keepsNames ? ['-g'] : []),
  program, '-o1', outputs.first, '-o2', outputs.later]);
rmSync(folder, { recursive: true });

// A custom section `build` in both: web/start.js joins only parts of the same build.
const build = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 16);
const section = Buffer.concat([Buffer.from([5]), Buffer.from('build'), Buffer.from(build)]);
for (const file of Object.values(outputs)) appendFileSync(file, Buffer.concat([Buffer.from([0, section.length]), section]));
copyFileSync(join(linked, 'atlas.js'), join(dist, 'atlas.js'));

const size = (file) => kilobytes(readFileSync(file).length);
console.log(`  ${size(program)} with names → ${size(outputs.first)} + ${size(outputs.later)}; ${moved.length} of ${all.size} functions come later`);
if (drawn.size > 0) console.log(`  of the later pages, the first part needs: ${[...drawn].sort().join(', ')}`);
const unknown = [...drawn].filter((file) => !neededFirst.includes(file));
if (unknown.length > 0) fail(`The first part calls into ${unknown.join(', ')}, whose texts come later`, 'Call it through page::later, or add it to `neededFirst` in scripts/parts.mjs.');
