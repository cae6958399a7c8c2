// Lighthouse over static pages, as they are before and without the program: accessibility, best practices and search engines 100,
// performance at least 95. Of the running program only accessibility is asked here: without a GPU its timings say nothing.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib.mjs';
import { after } from 'node:test';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { assert, chromiumPath, dist, test } from './helpers.mjs';

// As a public host sends it: texts compressed.
const server = createSiteServer(dist, { compress: true });
const site = `http://localhost:${await listen(server, 0)}/`;
after(() => server.close());

const flags = '--headless --no-sandbox --disable-background-networking --disable-component-update --disable-sync --no-first-run';

async function scoresOf(address, categories, more = []) {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-lighthouse-'));
  const output = join(folder, 'report.json');
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/lighthouse/cli/index.js'), address, `--only-categories=${categories.join(',')}`, '--output=json', `--output-path=${output}`,
    `--chrome-flags=${flags}`, '--no-enable-error-reporting', '--quiet', ...more], { env: { ...process.env, CHROME_PATH: chromiumPath }, maxBuffer: 1 << 26 });
  const report = JSON.parse(readFileSync(output, 'utf8'));
  rmSync(folder, { recursive: true });
  const failed = Object.values(report.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative').map(({ id }) => id);
  return { scores: Object.fromEntries(Object.entries(report.categories).map(([name, { score }]) => [name, Math.round(score * 100)])), failed };
}

const all = ['accessibility', 'best-practices', 'seo', 'performance'];

for (const path of ['', 'kpis/inbound-visitors/', 'map/32/', 'en/pillars/2/'])
  test(`the static page /${path} has full marks, and loads fast`, async () => {
    // What mounts the program is left out: the page is measured as it stands.
    const { scores, failed } = await scoresOf(`${site}${path}`, all, ['--blocked-url-patterns=*start.js*']);
    console.log(`  /${path}: ${JSON.stringify(scores)} ${failed.join(' ')}`);
    assert.equal(scores.accessibility, 100, failed.join(' '));
    assert.equal(scores['best-practices'], 100, failed.join(' '));
    assert.equal(scores.seo, 100, failed.join(' '));
    assert.ok(scores.performance >= 95, `${scores.performance}: ${failed.join(' ')}`);
  }, { seconds: 180 });
