// Checks that no package registry's host, no Debian mirror of this machine and no path of this machine stands in the tree.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder, root } from './lib.mjs';

function output(program, args) {
  try {
    return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

const addresses = output('apt-get', ['indextargets', '--format', '$(SITE)']) + output('npm', ['config', 'get', 'registry']);
const hosts = new Set([...addresses.matchAll(/^[a-z+]+:\/\/([^/:\s]+)/gm)].map((match) => match[1]));
// "registry." alone would be a word; a host has two dots or more.
const registries = /\b(registry\.[a-z0-9-]+\.[a-z]+|(deb|ftp|security|snapshot)\.debian\.org)\b/;
const unusual = (folder) => !['/', '/home', '/opt', '/root', '/srv', '/tmp'].includes(folder);
const machinePaths = [root, dirname(root)].filter(unusual).map((folder) => `${folder}/`);

const skipped = new Set(['.git', 'build', 'node_modules']);
const files = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
  if (skipped.has(entry.name)) return [];
  return entry.isDirectory() ? filesUnder(entry.name) : [entry.name];
});
const breaches = [];
for (const path of files.filter((name) => !/\.(png|ttf|pdf|ico)$/.test(name))) {
  readFileSync(join(root, path), 'utf8').split('\n').forEach((line, index) => {
    const found = [...hosts, ...machinePaths].find((word) => line.includes(word)) ?? line.match(registries)?.[0];
    if (found && path !== 'scripts/check-hosts.mjs') breaches.push(`${path}:${index + 1}: ${found}`);
  });
}
for (const breach of breaches) console.log(`  ${breach} → read it from the machine's own configuration at run time`);
console.log(`${files.length} files, ${breaches.length} breaches`);
process.exit(breaches.length > 0 ? 1 : 0);
