// Runs every end-to-end test, two files at a time, the tests of a file one after another. Last line: `N passed, N failed`; exit code 1 when any
// failed. Usage: run.mjs [WORD…] — only the files whose name has one of the words. ATLAS_ONLY=TEXT: only tests whose name has it. ATLAS_FILES=N: so
// many files at a time.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs') && (words.length === 0 || words.some((word) => name.includes(word))));
const total = { passed: 0, failed: 0 };
const failures = [];
const minutesPerFile = 15;
const atOnce = Number(process.env.ATLAS_FILES ?? 2);
// These measure what the machine is busy with, and have it to themselves.
const isAlone = (file) => /^(idle|lighthouse)\./.test(file);

// Reads node's TAP: top-level lines are tests, what is indented under a failed one says why. Puts what is to be shown into `shown`.
function reader(file, shown) {
  let rest = '', failed = null, inside = false;
  const line = (text) => {
    const result = text.match(/^(not )?ok \d+ - (.*?)(?: # .*)?$/);
    if (result) {
      const ok = !result[1];
      failed = ok ? null : { file, name: result[2], reason: [] };
      total[ok ? 'passed' : 'failed']++;
      if (failed) failures.push(failed);
      shown.push(`  ${ok ? '✓' : '✗'} ${result[2]}`);
    } else if (/^\s+duration_ms: /.test(text)) {
      shown.push(`  (${(Number(text.split(':')[1]) / 1000).toFixed(1)} s)\n`);
      inside = true;
    } else if (/^ {2}\.\.\.$/.test(text)) {
      inside = false;
      if (failed) shown.push(...failed.reason.map((reason) => `      ${reason}\n`));
      failed = null;
    } else if (failed && inside && !/^\s+(type|location|failureType|code|name|stack|operator):/.test(text) && !/^\s+at /.test(text) && failed.reason.length < 30) {
      failed.reason.push(text.trimEnd().slice(0, 300));
    }
  };
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(line);
  };
}

function runFile(file) {
  const shown = [`\n${file}\n`];
  const counted = () => shown.some((line) => /^ {2}[✓✗] /.test(line));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test-reporter=tap', join(folder, file)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    const timer = setTimeout(() => child.kill(), minutesPerFile * 60_000);
    child.stdout.setEncoding('utf8').on('data', reader(file, shown));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const silent = !counted() && !(process.env.ATLAS_ONLY && code === 0);
      if (silent || signal) {
        total.failed++;
        failures.push({ file, name: signal ? `ended after ${minutesPerFile} minutes` : 'did not start', reason: errors.split('\n').slice(0, 20) });
        shown.push(`  ✗ ${failures.at(-1).name}\n${errors}\n`);
      }
      process.stdout.write(shown.join(''));
      resolve();
    });
  });
}

const began = Date.now();
const waiting = files.filter((file) => !isAlone(file));
const worker = async () => {
  for (let file = waiting.shift(); file; file = waiting.shift()) await runFile(file);
};
await Promise.all(Array.from({ length: atOnce }, worker));
for (const file of files.filter(isAlone)) await runFile(file);
console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s`);
for (const { file, name } of failures) console.log(`  ✗ ${file}: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
