// Makes the site's pages: each as static HTML out of the same scene as the application, which is mounted over it; sitemap,
// robots.txt and feeds. Usage: prerender.mjs DIST [BASE_URL]. Needs build/desktop/sosei-atlas and the bundles in DIST/data.
// BASE_URL (else SOSEI_BASE_URL) is where the site is published; without it nothing is said that must be an absolute address.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fail, filesUnder, fromRoot, root } from './lib.mjs';

const dist = process.argv[2];
const baseUrl = process.argv[3] ?? process.env.SOSEI_BASE_URL ?? '';
const isPage = (name) => /(^|\/)(index\.html|values\.csv|feed\.xml|preview\.png)$|^(sitemap\.xml|robots\.txt)$/.test(name);

const manifest = JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8'));
const ofOverview = ['policy', 'stories', 'kpis', 'boundaries']; // bundles_of(Page::overview) in src/page/build.cpp
const fetched = ['atlas.wasm', 'phrases.ja.txt', 'data/manifest.json', ...ofOverview.filter((name) => manifest.bundles[name]).map((name) => `data/${manifest.bundles[name].file}`)];

// Pages of records that are no more must not stay.
for (const path of filesUnder(fromRoot(dist))) if (isPage(relative(dist, join(root, path)))) rmSync(join(root, path));
const began = Date.now();
const program = join(root, 'build/desktop/sosei-atlas');
// Pictures for those who link to a page, of the main ones; a record's page has that of the page above it. They need an address.
const previews = ['', '/map', '/pillars', '/logic', '/roadmap', '/compare', '/history', '/stories', '/kpis', '/trends', '/changes', '/about'];
if (baseUrl)
  for (const route of previews.flatMap((path) => [path, `/en${path}`])) {
    const file = join(dist, route, 'preview.png');
    mkdirSync(join(dist, route), { recursive: true });
    try {
      execFileSync(program, ['--data', join(dist, 'data'), '--route', route || '/', '--size', '1200x630', '--dpr', '1', '--screenshot', file], { stdio: 'inherit' });
    } catch {
      fail(`The preview of ${route || '/'} could not be made`, 'The message above says why; it needs Mesa (libegl1, libgl1-mesa-dri).');
    }
  }
const options = ['--export', 'site', '-o', dist, '--data', join(dist, 'data'), '--shell', join(root, 'web/index.html')];
if (baseUrl) options.push('--base-url', baseUrl);
for (const file of fetched) options.push('--preload', file);
try {
  execFileSync(program, options, { stdio: 'inherit' });
} catch {
  fail('The static pages could not be made', 'The message above says why.');
}
const pages = filesUnder(fromRoot(dist)).filter((path) => path.endsWith('index.html'));
const largest = Math.max(...pages.map((path) => readFileSync(join(root, path)).length));
console.log(`  ${pages.length} pages in ${((Date.now() - began) / 1000).toFixed(1)} s, the largest ${(largest / 1000).toFixed(0)} KB`);
if (!baseUrl) console.log('  (no sitemap, feed and canonical addresses: SOSEI_BASE_URL says where the site is published)');
