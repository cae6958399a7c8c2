// Single-file editions: opened by argument on the desktop, by dialog and drop in a browser; who signed them is told, a changed one is refused.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/lib.mjs';
import { assert, go, semanticsOf, settled, test, withPage } from './helpers.mjs';

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

// ---- in a browser ----------------------------------------------------------------------------------------------------------

// An edition like the site's but for one figure: it can only come from the file.
let other;
function otherEdition() {
  if (other) return other;
  const data = join(folder, 'other'), key = join(folder, 'other-key'), file = join(folder, 'other.sosei');
  cpSync(join(root, 'data'), data, { recursive: true });
  const observations = readFileSync(join(data, 'observations.csv'), 'utf8');
  assert.match(observations, /4268\.36/);
  writeFileSync(join(data, 'observations.csv'), observations.replaceAll('4268.36', '4444.44'));
  assert.equal(run('sosei-bundle', 'keygen', '-o', key, '--name', '試験の発行元').status, 0);
  const packed = run('sosei-bundle', 'pack', data, '--geo', join(root, 'build/geo'), '-o', file, '--key', key);
  assert.equal(packed.status, 0, packed.stdout + packed.stderr);
  return (other = { key, file });
}
const wordsOf = async (page) => (await semanticsOf(page)).nodes.map(({ name }) => name ?? '').join('\n');
const told = (page, words) => page.waitForFunction((text) => window.__atlas.semantics().nodes.some(({ name }) => name?.includes(text)), words);

async function choose(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ（.sosei）' }).click();
  await (await chooser).setFiles(file);
}
async function drop(page, name, bytes) {
  await page.evaluate(
    ([file, base64]) => {
      const binary = atob(base64);
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(binary, (digit) => digit.charCodeAt(0))], file));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(bytes).toString('base64')],
  );
}
// With one byte of it another, from the end or, negative, within the signature.
function altered(file, place) {
  const bytes = Buffer.from(readFileSync(file));
  const lines = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1;
  const at = place === 'signature' ? lines + 5 : bytes.length - 1000;
  bytes[at] = place === 'signature' ? (bytes[at] === 0x30 ? 0x31 : 0x30) : bytes[at] ^ 1;
  return bytes;
}

test('browser: an edition chosen by dialog is shown in place of the site’s, says who signed it, and there is a way back', async () => {
  const { file, key } = otherEdition();
  const fingerprint = JSON.parse(readFileSync(`${key}.pub`, 'utf8')).public;
  await withPage('/about', {}, async (page, { requests }) => {
    await choose(page, file);
    await told(page, '試験の発行元」と名乗る人が署名しました');
    const said = await wordsOf(page);
    assert.match(said, /other\.sosei（\d{4}-\d\d-\d\dのデータ版、\d+個のファイル）/);
    assert.match(said, /鍵の指紋 [0-9a-f]{4}( [0-9a-f]{4}){3} は、このプログラムに登録されていません/);
    assert.match(said, /元のデータの代わりに、このファイルのデータを見せています/);
    assert.equal(fingerprint.length, 64);

    const asked = requests.length;
    await go(page, '/kpis/inbound-visitors');
    await told(page, '4,444.44');
    assert.doesNotMatch(await wordsOf(page), /4,268\.36/);
    await go(page, '/map?i=population_change&p=32');
    await settled(page);
    assert.deepEqual(requests.slice(asked).filter(({ url }) => url.includes('/data/')), [], 'nothing of the site’s edition is fetched');
    await page.getByRole('link', { name: '1ファイル版を表示中：other.sosei' }).click();

    await page.getByRole('button', { name: '元のデータに戻す' }).click();
    await page.waitForFunction(() => !window.__atlas.semantics().nodes.some(({ id }) => id === 'seal'));
    await go(page, '/kpis/inbound-visitors');
    await told(page, '4,268.36');
    assert.doesNotMatch(await wordsOf(page), /4,444\.44|1ファイル版を表示中/);
  });
});

test('browser: an edition is dropped on any page, in English too; a reload brings the site’s edition back', async () => {
  const { file } = otherEdition();
  await withPage('/en/kpis', {}, async (page) => {
    await drop(page, 'other.sosei', readFileSync(file));
    await told(page, 'Signed by somebody who calls themselves “試験の発行元”');
    await go(page, '/en/kpis/inbound-visitors');
    await told(page, '44,444,400');
    await page.reload();
    await page.evaluate(() => window.__atlas.ready);
    await told(page, '42,683,600');
  });
});

test('browser: a changed byte, a wrong signature and what is no edition are refused, and what is shown stays', async () => {
  const { file } = otherEdition();
  await withPage('/about', {}, async (page) => {
    await drop(page, 'changed.sosei', altered(file, 'body'));
    await told(page, '「changed.sosei」は開きませんでした');
    assert.match(await wordsOf(page), /中身が、作られたときと違います[^]*もう一度受け取ってください/);
    await drop(page, 'forged.sosei', altered(file, 'signature'));
    await told(page, '「forged.sosei」は開きませんでした');
    assert.match(await wordsOf(page), /目録が、署名されたときと違います/);
    await drop(page, 'nothing.sosei', Buffer.from('PK'));
    await told(page, '創生アトラスの1ファイル版ではありません');
    assert.match(await wordsOf(page), /見せているデータは、変わっていません/);
    assert.doesNotMatch(await wordsOf(page), /試験の発行元/);
    await go(page, '/kpis/inbound-visitors');
    await told(page, '4,268.36');

    // A refused one takes nothing from the one that is shown.
    await drop(page, 'other.sosei', readFileSync(file));
    await told(page, '試験の発行元」と名乗る人が署名しました');
    await drop(page, 'changed.sosei', altered(file, 'body'));
    await told(page, '「changed.sosei」は開きませんでした');
    assert.match(await wordsOf(page), /試験の発行元/);
    await go(page, '/kpis/inbound-visitors');
    await told(page, '4,444.44');
  });
});

test('browser: one that cannot verify signatures refuses and says so', async () => {
  const { file } = otherEdition();
  const init = () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });
  await withPage('/about', { init }, async (page) => {
    await drop(page, 'other.sosei', readFileSync(file));
    await told(page, 'このブラウザーは署名を確かめられないので、開きませんでした');
    assert.match(await wordsOf(page), /デスクトップ版で開いてください/);
    assert.doesNotMatch(await wordsOf(page), /試験の発行元/);
  });
});
