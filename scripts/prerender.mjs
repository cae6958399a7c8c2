// Puts into the site's index.html what a reader sees before the program runs, and without it: the overview as static HTML
// with the same map as SVG, made from the same scene; and preloads of what the program will ask for.
// Usage: prerender.mjs DIST. Needs build/desktop/sosei-atlas and the bundles in DIST/data.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './lib.mjs';

const dist = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'atlas-'));
const page = join(folder, 'page.html');
try {
  execFileSync(join(root, 'build/desktop/sosei-atlas'), ['--data', join(dist, 'data'), '--route', '/', '--size', '1280x800', '--export-html', page], { stdio: 'inherit' });
} catch {
  fail('The static page could not be made', 'The message above says why; it needs Mesa (libegl1, libgl1-mesa-dri).');
}
const fragment = readFileSync(page, 'utf8');
rmSync(folder, { recursive: true });

const manifest = JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8'));
const ofOverview = ['policy', 'stories', 'kpis', 'boundaries']; // bundles_of(Page::overview) in src/page/build.cpp
const fetched = ['atlas.wasm', 'data/manifest.json', ...ofOverview.filter((name) => manifest.bundles[name]).map((name) => `data/${manifest.bundles[name].file}`)];
const preloads = fetched.map((file) => `<link rel="preload" href="${file}" as="fetch" crossorigin>`).join('\n');

const template = readFileSync(join(root, 'web/index.html'), 'utf8');
const marks = ['<!-- preloads -->', '<!-- static page -->'];
if (!marks.every((mark) => template.includes(mark))) fail('web/index.html has lost its marks', `It must hold ${marks.join(' and ')}.`);
const html = template.replace('<!-- preloads -->', () => preloads).replace('<!-- static page -->', () => fragment);
writeFileSync(join(dist, 'index.html'), html);
console.log(`  index.html: ${(html.length / 1000).toFixed(1)} KB with the overview as static HTML and SVG`);
