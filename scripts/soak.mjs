// The soak test of the kiosk, called by scripts/soak. The program itself writes what it uses every ten seconds (--status); here is the visitor,
// the disturbances, and the judgement: a line through the figures by least squares, after a warm-up.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './lib.mjs';

const minutes = Number(process.argv[process.argv.indexOf('--minutes') + 1] ?? 30) || 30;
const program = join(root, 'build/desktop/sosei-atlas');
const source = ['build/desktop/data', 'build/web/dist/data'].map((path) => join(root, path)).find((path) => existsSync(join(path, 'manifest.json')));
if (!existsSync(program) || !source) fail('There is no program, or no data', 'Run scripts/build desktop.');
for (const tool of ['Xvfb', 'xdotool'])
  if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) fail(`${tool} is missing`, 'Run scripts/setup browser.');

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const folder = mkdtempSync(join(tmpdir(), 'atlas-soak-'));
const data = join(folder, 'data'), status = join(root, 'build/soak.csv');
cpSync(source, data, { recursive: true, dereference: true });
const manifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
const kpis = join(data, manifest.bundles.kpis.file), wholeKpis = readFileSync(kpis);

const [width, height] = [1280, 800];
const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
const display = await new Promise((resolve) => screen.stdio[3].once('data', (text) => resolve(`:${String(text).trim()}`)));
const env = { ...process.env, DISPLAY: display };
delete env.WAYLAND_DISPLAY;
const kiosk = spawn(program, ['--kiosk', '--data', data, '--dpr', '1', '--exit-code', '2468', '--lang', 'ja,en', '--idle', '60', '--speed', '20',
  '--usage', join(folder, 'usage'), '--status', status], { env, stdio: ['ignore', 'ignore', 'pipe'] });
let said = '', ended;
kiosk.stderr.on('data', (chunk) => (said += chunk));
kiosk.once('exit', (code, signal) => (ended = signal ?? code));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
process.once('exit', () => (kiosk.kill(), screen.kill(), rmSync(folder, { recursive: true, force: true })));

// ---- the visitor -----------------------------------------------------------------------------------------------------------

let seed = 20261123;
const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648), seed / 2147483648);
const among = (from, to) => Math.round(from + random() * (to - from));
const xdotool = (...args) => spawnSync('xdotool', args.map(String), { env, timeout: 10_000 });
async function touch(x, y) {
  xdotool('mousemove', x, y, 'mousedown', 1);
  await sleep(40);
  xdotool('mouseup', 1);
  await sleep(among(60, 250));
}
async function drag(x, y, dx, dy) {
  xdotool('mousemove', x, y, 'mousedown', 1);
  for (let i = 1; i <= 6; i++) {
    xdotool('mousemove', Math.round(x + (dx * i) / 6), Math.round(y + (dy * i) / 6));
    await sleep(16);
  }
  xdotool('mouseup', 1);
  await sleep(among(100, 300));
}
const barButton = (index) => touch(90 + 100 + index * 222, height - 44);
const tiles = [[240, 370], [640, 370], [1040, 370], [340, 570], [940, 570]];

async function visit() {
  await touch(width / 2, height / 2); // begins
  await touch(...tiles[among(0, tiles.length - 1)]);
  for (let i = among(3, 14); i > 0; i--) {
    const kind = random();
    if (kind < 0.35) await touch(among(40, width - 40), among(80, height - 110));
    else if (kind < 0.55) await drag(among(200, 1000), among(400, 650), among(-60, 60), among(-350, 150));
    else if (kind < 0.65) await drag(among(500, 1100), among(200, 600), among(-200, 200), among(-120, 120));
    else if (kind < 0.9) await barButton(among(0, 4));
    else if (kind < 0.95) await touch(...tiles[among(0, tiles.length - 1)]);
    else xdotool('type', '--delay', 10, 'jinkou');
  }
  await sleep(random() < 0.2 ? 4200 : 3400); // 60 s of idleness at 20×, or a little more
}

// ---- what can go wrong ------------------------------------------------------------------------------------------------------

let edition = 0;
const writeManifest = (change) => writeFileSync(join(data, 'manifest.json'), JSON.stringify({ ...manifest, edition: change }));
const disturbances = [
  ['GPU context lost', () => kiosk.kill('SIGUSR1')],
  ['suspended for an hour', () => kiosk.kill('SIGUSR2')],
  ['a newer edition', () => (writeFileSync(kpis, wholeKpis), writeManifest(`2027-01-${String((++edition % 28) + 1).padStart(2, '0')}`))],
  ['a faulty edition', () => (writeFileSync(kpis, wholeKpis.subarray(0, 5000)), writeManifest(`2028-01-${String((++edition % 28) + 1).padStart(2, '0')}`))],
  ['files touched, nothing changed', () => utimesSync(join(data, 'manifest.json'), new Date(), new Date())],
  ['window taken away and put back', async () => {
    const id = String(spawnSync('xdotool', ['search', '--onlyvisible', '--pid', String(kiosk.pid)], { env }).stdout).split('\n')[0];
    xdotool('windowunmap', id), await sleep(1500), xdotool('windowmap', id);
  }],
];

// ---- the judgement ----------------------------------------------------------------------------------------------------------

// Growth over the measured time that a column may show. heap_kb is what the program holds: the page that stands at a sample is chance, and
// pages differ by a few MB; a leak of 100 KB a visit would be thrice as much in ten minutes. rss_kb is with what the allocator keeps, in
// steps of some megabytes. Counts: one map picture or one connection more at the end than at the beginning.
const tolerance = { heap_kb: 3 * 1024, rss_kb: 16 * 1024, gl_textures: 4, gl_buffers: 6, gl_framebuffers: 4, open_files: 2 };

function judge() {
  const [head, ...lines] = readFileSync(status, 'utf8').trim().split('\n').map((line) => line.split(','));
  const rows = lines.filter((line) => line.length === head.length);
  const warm = Math.max(6, Math.floor(rows.length / 4));
  const measured = rows.slice(warm);
  if (measured.length < 6) fail(`Only ${measured.length} rows after the warm-up`, 'Let it run longer: --minutes 5 at least.');
  const column = (name) => measured.map((row) => Number(row[head.indexOf(name)]));
  const times = column('seconds'), span = times.at(-1) - times[0];
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  let grew = false;
  for (const [name, most] of Object.entries(tolerance)) {
    const values = column(name), [t, v] = [mean(times), mean(values)];
    const slope = times.reduce((sum, time, i) => sum + (time - t) * (values[i] - v), 0) / times.reduce((sum, time) => sum + (time - t) ** 2, 0);
    const growth = slope * span, grows = growth > most;
    grew ||= grows;
    console.log(`  ${name.padEnd(16)} ${values[0]} … ${values.at(-1)}, most ${Math.max(...values)}; slope ${(slope * 3600).toFixed(1)} an hour, ${growth.toFixed(1)} in ${Math.round(span / 60)} min (allowed ${most})${grows ? '  GROWS' : ''}`);
  }
  const frames = column('frames'), visits = column('visits'), faulty = column('faults').some((count) => count > 0);
  console.log(`  ${frames.at(-1)} frames, ${visits.at(-1)} visits, editions ${[...new Set(rows.map((row) => row[head.indexOf('edition')]))].length}, a faulty one ${faulty ? 'was refused' : 'was not met'}`);
  if (said.trim()) console.log(`  it said: ${said.trim().slice(0, 500)}`);
  if (grew) fail('Something grows', 'Look at build/soak.csv.');
}

const until = Date.now() + minutes * 60_000;
let next = Date.now() + 20_000, turn = 0;
await sleep(4000);
while (Date.now() < until && ended === undefined) {
  await visit();
  if (Date.now() < next) continue;
  const [name, disturb] = disturbances[turn++ % disturbances.length];
  await disturb();
  console.log(`  ${Math.round((until - Date.now()) / 60_000)} min to go: ${name}`);
  next = Date.now() + 25_000;
}
if (ended !== undefined) fail(`The kiosk ended by itself: ${ended}`, said.slice(-2000));
judge();
process.exit(0);
