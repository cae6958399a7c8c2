// Shared by the node scripts of this folder.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// Says what begins now, like step in lib.sh.
const began = Number(process.env.SOSEI_BEGAN ?? Math.floor(Date.now() / 1000));
export function step(name) {
  console.log(`[${String(Math.floor(Date.now() / 1000) - began).padStart(4)}s] ${name}`);
}

// Ends the program with what happened and what to do.
export function fail(what, remedy) {
  console.error(`✗ ${what}${remedy ? `\n  → ${remedy}` : ''}`);
  process.exit(1);
}

// All files under a folder, as paths relative to the project's root; an absent folder has none.
export function filesUnder(folder, wanted = () => true) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name), wanted) : [join(folder, entry.name)]))
    .filter((path) => wanted(path))
    .sort();
}

// Keeps the old file, and its time, when nothing changed, so that nothing is rebuilt for it.
export function writeIfChanged(path, content) {
  try {
    if (readFileSync(path).equals(Buffer.from(content))) return false;
  } catch {
    // There is none yet.
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return true;
}

export function brotliBytes(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
export const fromRoot = (path) => relative(root, path);
