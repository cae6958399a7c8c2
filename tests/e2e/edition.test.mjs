// Single-file editions on the desktop: opened by argument, who signed them is told, a changed one is refused.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/lib.mjs';
import { assert, test } from './helpers.mjs';

const build = join(root, 'build/desktop');
const folder = mkdtempSync(join(tmpdir(), 'sosei-edition-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
const run = (program, ...args) => spawnSync(join(build, program), args, { env, encoding: 'utf8', timeout: 60_000, cwd: folder });

function signed() {
  const key = join(folder, `key-${Date.now()}`), file = join(folder, 'edition.sosei');
  assert.equal(run('sosei-bundle', 'keygen', '-o', key, '--name', '試験の発行元').status, 0);
  assert.equal(run('sosei-bundle', 'pack', join(build, 'data'), '-o', file, '--key', key).status, 0);
  return { key, file };
}
function words(...args) {
  const json = join(folder, 'tree.json');
  const result = run('sosei-atlas', ...args, '--dump-semantics', json);
  return { ...result, text: result.status === 0 ? JSON.parse(readFileSync(json, 'utf8')).nodes.map(({ name }) => name ?? '').join('\n') : '' };
}

test('an edition is opened by argument: every page has its data, and it says who signed it', () => {
  const { key, file } = signed();
  for (const route of ['/', '/map', '/kpis', '/logic']) {
    const there = words('--data', join(build, 'data'), '--route', route).text;
    assert.equal(words(file, '--data', '/nowhere', '--route', route).text, there, route);
  }
  const unknown = words(file, '--route', '/about').text;
  assert.match(unknown, /試験の発行元」と名乗る人が署名/);
  assert.match(unknown, /鍵の指紋 [0-9a-f]{4}( [0-9a-f]{4}){3} は、このプログラムに登録されていません/);
  assert.match(words(file, '--trust', `${key}.pub`, '--route', '/en/about').text, /fingerprint of the key, .* is known to this program/);
});

test('a changed byte is refused with the place and what to do', () => {
  const { file } = signed();
  const bytes = readFileSync(file);
  bytes[bytes.length - 1000] ^= 1;
  const bad = join(folder, 'bad.sosei');
  writeFileSync(bad, bytes);
  const result = words(bad, '--route', '/kpis');
  assert.equal(result.status, 1);
  assert.match(result.stderr, /^bad\.sosei:[\w.-]+\.json: .*もう一度受け取ってください/m);
});

test('an edition that is not there, a key that is none: a sentence', () => {
  const missing = words(join(folder, 'missing.sosei'));
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /missing\.sosei/);
  const nothing = join(folder, 'nothing.pub');
  writeFileSync(nothing, 'x');
  assert.equal(words('--trust', nothing).status, 2);
});
