// Runs every test and adds them up; the last line is `N passed, N failed`, the exit code 1 when any failed.
// What takes one processor runs beside others, as many at a time as there are processors; the rest alone, after it.
// Called by scripts/test, which builds first. Usage: test.mjs [--quick]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { root, step } from './lib.mjs';

const quick = process.argv.includes('--quick');
const minutes = (count) => count * 60_000;
const plain = (text) => text.replace(/\x1b\[[0-9;]*m/g, '');

// Runs a command in the project's root; its output goes to build/logs and, with `live`, to the screen.
function run(name, [program, ...args], { live = false, limit = minutes(5) } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: limit });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
        if (live) process.stdout.write(chunk);
      });
    }
    const finish = (code, note = '') => {
      const text = plain(output) + note;
      mkdirSync(join(root, 'build/logs'), { recursive: true });
      writeFileSync(join(root, 'build/logs', `test-${name.replace(/[^a-z0-9]+/gi, '-')}.log`), text);
      resolve({ code, output: text });
    };
    child.on('error', (error) => finish(1, `\n${error.message}`));
    child.on('close', (code, signal) => finish(code ?? 1, signal ? `\nended by ${signal} after at most ${limit / minutes(1)} minutes` : ''));
  });
}

// How a command's result becomes numbers.
const asOne = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
function fromDoctest({ code, output }) {
  const summary = output.match(/test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/);
  if (!summary) return { passed: 0, failed: 1 };
  const [passed, failed] = summary.slice(1).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }; // a sanitizer's report or a crash at the end
}
function fromLastLine({ code, output }) {
  const summary = output.trimEnd().split('\n').at(-1).match(/(\d+) passed, (\d+) failed/);
  if (!summary) return { passed: 0, failed: 1 };
  const [passed, failed] = summary.slice(1).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

const parts = [
  { name: 'format', command: ['scripts/format', '--check'], remedy: 'scripts/format' },
  { name: 'include directions', command: ['node', 'scripts/check-includes.mjs'] },
  { name: 'interface texts', command: ['node', 'scripts/i18n.mjs'] },
  { name: 'no texts in the code', command: ['node', 'scripts/check-words.mjs'] },
  { name: 'hosts and machine paths', command: ['node', 'scripts/check-hosts.mjs'] },
  { name: 'unit tests and goldens, ASan + UBSan', command: ['build/asan/unit-tests', '--no-colors=true'], count: fromDoctest, remedy: 'build/asan/unit-tests' },
  { name: 'unit tests and goldens, native', command: ['build/desktop/unit-tests', '--no-colors=true'], count: fromDoctest, remedy: 'build/desktop/unit-tests' },
  { name: 'unit tests and goldens, WASM', command: ['node', 'build/web/unit-tests.js', '--no-colors=true'], count: fromDoctest, remedy: 'node build/web/unit-tests.js' },
  { name: 'data', command: ['build/desktop/sosei-bundle', 'check', 'data'] },
  { name: 'data schemas', command: ['node', 'scripts/check-schemas.mjs'], count: fromLastLine },
  { name: 'the editing guide, step by step', command: ['node', 'scripts/check-editing.mjs'], count: fromLastLine },
  { name: 'sizes', command: ['node', 'scripts/sizes.mjs'] },
  { name: 'clang-tidy', command: ['node', 'scripts/check-tidy.mjs'], alone: true, limit: minutes(25) },
  { name: 'end to end', command: ['node', 'tests/e2e/run.mjs'], count: fromLastLine, alone: true, live: true, limit: minutes(40), browser: true },
];

const table = new Map();
async function runPart(part) {
  step(`Test: ${part.name}`);
  const began = Date.now();
  const result = await run(part.name, part.command, part);
  const { passed, failed } = (part.count ?? asOne)(result);
  if (failed > 0) {
    // Emscripten's glue is one line of 80,000 characters; a crash quotes it.
    const lines = result.output.trimEnd().split('\n').map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
    if (!part.live) console.log(lines.slice(-120).join('\n'));
    console.log(`  ✗ ${part.name}: to see it alone, run ${part.remedy ?? part.command.join(' ')}`);
  }
  table.set(part, { name: part.name, passed, failed, seconds: (Date.now() - began) / 1000 });
}
async function runAll(some, atATime) {
  const queue = [...some];
  const lane = async () => {
    while (queue.length > 0) await runPart(queue.shift());
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}

const wanted = parts.filter((part) => !part.browser || (!quick && existsSync(join(root, part.command.at(-1)))));
await runAll(wanted.filter((part) => !part.alone), (availableParallelism ?? (() => cpus().length))());
await runAll(wanted.filter((part) => part.alone), 1);

console.log('');
const total = { passed: 0, failed: 0 };
for (const { name, passed, failed, seconds } of wanted.map((part) => table.get(part))) {
  total.passed += passed, total.failed += failed;
  console.log(`  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(40)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
