// Every page of scripts/bench becomes ready once and keeps the contract of README.md. No figure is looked at.
// Usage: smoke.mjs, after build.mjs; the last line is `N passed, N failed`.
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { openBrowser } from './browser.mjs';
import { allNames, pathOf } from './pages.mjs';
import { serveSite } from './server.mjs';

const site = await serveSite(join(root, 'build/bench/site'));
const within = (seconds, promise) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, seconds * 1000, new Error(`nothing within ${seconds} s`)))]);

async function check(name) {
  const { page, faults, close } = await openBrowser();
  try {
    await page.goto(site.address + pathOf(name, 1), { waitUntil: 'commit' });
    await within(20, page.evaluate(() => window.__whenReady.then(() => {})));
    const points = await page.evaluate(() => window.__bench.hoverPoints());
    if (points.length < 20) throw new Error(`${points.length} places to hover`);
    const [sapporo, tokyo] = await page.evaluate(() => [window.__bench.project(141.35, 43.06), window.__bench.project(139.69, 35.69)]);
    const distance = Math.hypot(sapporo[0] - tokyo[0], sapporo[1] - tokyo[1]);
    if (!(distance > 310 && distance < 350)) throw new Error(`Sapporo and Tokyo are ${distance} px apart: another scale`);
    await within(10, page.evaluate(() => window.__bench.recolour(1)));
    const told = page.evaluate(() => new Promise((done) => (window.__tipShown = done)));
    for (const [x, y] of points.slice(0, 2)) await page.mouse.move(x, y);
    const text = await within(10, told);
    if (!/[都道府県]/.test(text)) throw new Error(`the tooltip says ${text}`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return true;
  } catch (error) {
    console.log(`  ✗ ${name}: ${error.message}`);
    return false;
  } finally {
    await close();
  }
}

let passed = 0;
for (const name of allNames) passed += await check(name);
site.close();
console.log(`${passed} passed, ${allNames.length - passed} failed`);
process.exit(passed === allNames.length ? 0 : 1);
