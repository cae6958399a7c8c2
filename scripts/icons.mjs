// The icons of the installed atlas: web/icon.svg, our own mark, as PNG. The mark consists of a few shapes, which are read from
// the SVG and sampled 4 × 4 to a pixel here: no rasteriser of SVG is needed for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { fail, root } from './lib.mjs';

// "maskable" fills the square and keeps the mark within the circle that every mask leaves (80 % of it).
export const icons = [
  { file: 'icon-192.png', size: 192, purpose: 'any' },
  { file: 'icon-512.png', size: 512, purpose: 'any' },
  { file: 'icon-maskable-512.png', size: 512, purpose: 'maskable' },
];

const rgb = (text) => (text.length === 4 ? [...text.slice(1)].map((c) => parseInt(c + c, 16)) : text.slice(1).match(/../g).map((c) => parseInt(c, 16)));

// Corners of a path of M, l, h, v, L, H, V and z.
function corners(data) {
  const points = [];
  let x = 0, y = 0;
  for (const [, command, numbers] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const step = { M: 2, L: 2, l: 2, H: 1, h: 1, V: 1, v: 1, z: 0, Z: 0 }[command];
    if (step === undefined) fail(`web/icon.svg: path command ${command}`, 'scripts/icons.mjs knows M, L, H, V, their small letters and z.');
    for (let i = 0; step > 0 && i < values.length; i += step) {
      const small = command === command.toLowerCase();
      if ('MLl'.includes(command)) (x = (small ? x : 0) + values[i]), (y = (small ? y : 0) + values[i + 1]);
      else if ('Hh'.includes(command)) x = (small ? x : 0) + values[i];
      else y = (small ? y : 0) + values[i];
      points.push([x, y]);
    }
  }
  return points;
}

function shapesOf(svg) {
  return [...svg.matchAll(/<(rect|circle|path) ([^>]*)\/>/g)].map(([, kind, text]) => {
    const attribute = Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => match.slice(1)));
    const number = (name) => Number(attribute[name] ?? 0);
    const color = rgb(attribute.fill);
    if (kind === 'circle') return { color, holds: (x, y) => Math.hypot(x - number('cx'), y - number('cy')) <= number('r') };
    if (kind === 'rect') {
      const [left, top, w, h, r] = ['x', 'y', 'width', 'height', 'rx'].map(number);
      return { color, ground: w === 64 && h === 64, holds: (x, y) => {
        const dx = Math.max(left + r - x, 0, x - (left + w - r)), dy = Math.max(top + r - y, 0, y - (top + h - r));
        return x >= left && x <= left + w && y >= top && y <= top + h && (r === 0 || Math.hypot(dx, dy) <= r);
      } };
    }
    const points = corners(attribute.d);
    return { color, holds: (x, y) => points.reduce((inside, [x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length];
      return (y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
    }, false) };
  });
}

const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
const crc = (bytes) => (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255] ^ (c >>> 8), -1) ^ -1) >>> 0;
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), 4 + body.length);
  return frame;
}

// The PNG's bytes.
export function drawIcon({ size, purpose }) {
  const shapes = shapesOf(readFileSync(join(root, 'web/icon.svg'), 'utf8'));
  const isMask = purpose === 'maskable', grain = 4, scale = 64 / size;
  const rows = Buffer.alloc(size * (1 + size * 4));
  const sample = (x, y) => {
    const [u, v] = isMask ? [32 + (x - 32) / 0.88, 32 + (y - 32) / 0.88] : [x, y];
    let color = isMask ? shapes[0].color : null;
    for (const shape of shapes) if (!(isMask && shape.ground) && shape.holds(u, v)) color = shape.color;
    return color;
  };
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < grain * grain; i++) {
        const color = sample((x + ((i % grain) + 0.5) / grain) * scale, (y + (Math.floor(i / grain) + 0.5) / grain) * scale);
        if (color) color.forEach((value, c) => (sum[c] += value)), (sum[3] += 1);
      }
      const at = y * (1 + size * 4) + 1 + x * 4;
      for (let c = 0; c < 3; c++) rows[at + c] = sum[3] ? Math.round(sum[c] / sum[3]) : 0;
      rows[at + 3] = Math.round((255 * sum[3]) / (grain * grain));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0), header.writeUInt32BE(size, 4), (header[8] = 8), (header[9] = 6);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
