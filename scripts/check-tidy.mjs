// Runs clang-tidy (.clang-tidy) over the native sources, only where something it would read changed since it last passed.
// Needs build/desktop/compile_commands.json. Usage: check-tidy.mjs [FILE...]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './lib.mjs';

const database = join(root, 'build/desktop/compile_commands.json');
const cachePath = join(root, 'build/logs/clang-tidy-passed.json');
if (!existsSync(database)) fail('build/desktop/compile_commands.json is missing', 'Run scripts/build desktop.');

const read = (path) => readFileSync(join(root, path), 'utf8');
const includesOf = (text) => [...text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)].map((match) => `src/${match[1]}`);

// What clang-tidy would read of ours for this file: itself, its headers, the configuration.
function fingerprint(path) {
  const seen = new Set();
  const queue = [path];
  while (queue.length > 0) {
    const next = queue.pop();
    if (seen.has(next) || !existsSync(join(root, next))) continue;
    seen.add(next);
    queue.push(...includesOf(read(next)));
  }
  const hash = createHash('sha256').update(read('.clang-tidy'));
  for (const name of [...seen].sort()) hash.update(name).update(read(name));
  return hash.digest('hex');
}

const passed = existsSync(cachePath) ? JSON.parse(readFileSync(cachePath)) : {};
const wanted = process.argv.slice(2);
const sources = JSON.parse(readFileSync(database))
  .map((entry) => entry.file.slice(root.length + 1))
  .filter((path) => path.startsWith('src/') && existsSync(join(root, path)) && (wanted.length === 0 || wanted.includes(path)));
const prints = new Map([...new Set(sources)].map((path) => [path, fingerprint(path)]));
const stale = [...prints.keys()].filter((path) => passed[path] !== prints.get(path));

function tidy(path) {
  return new Promise((resolve) => {
    const child = spawn('clang-tidy', ['-p', 'build/desktop', '--quiet', '--warnings-as-errors=*', path], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ path, code: 1, output: error.message }));
    child.on('close', (code) => resolve({ path, code, output }));
  });
}

let failures = 0;
const queue = [...stale];
async function worker() {
  while (queue.length > 0) {
    const { path, code, output } = await tidy(queue.shift());
    if (code === 0) {
      passed[path] = prints.get(path);
    } else {
      failures++;
      console.log(output.split('\n').filter((line) => !/^\d+ warnings? |^Suppressed|^Use -header-filter/.test(line)).join('\n'));
    }
  }
}
await Promise.all(Array.from({ length: (availableParallelism ?? (() => cpus().length))() }, worker));
const known = Object.fromEntries(Object.entries(passed).filter(([path]) => existsSync(join(root, path))));
mkdirSync(join(root, 'build/logs'), { recursive: true });
writeFileSync(cachePath, JSON.stringify(known, null, 1));
console.log(`${prints.size} files, ${stale.length} looked at, ${failures} with findings`);
process.exit(failures > 0 ? 1 : 0);
