// Reads the PNGs that Chromium, sosei-atlas and ImageMagick write (8 bits a channel, not interlaced): no package needed to
// look at a picture. PNG specification, third edition, chapters 5, 7 and 9.
import { inflateSync } from 'node:zlib';

const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function decodePng(bytes) {
  if (bytes.readUInt32BE(0) !== 0x89504e47) throw new Error('not a PNG');
  let header, palette;
  const data = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body[8], colour: body[9], interlace: body[12] };
    if (type === 'PLTE') palette = body;
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  if (header.depth !== 8 || header.interlace) throw new Error(`PNG of depth ${header.depth}, interlace ${header.interlace}`);
  const { width, height } = header;
  const channels = channelsOf[header.colour];
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(data));
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const line = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? rows[y * stride + x - channels] : 0;
      const up = y > 0 ? rows[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? rows[(y - 1) * stride + x - channels] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      if (filter === 2) guess = up;
      if (filter === 3) guess = (left + up) >> 1;
      if (filter === 4) {
        const p = left + up - corner;
        const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
        guess = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      rows[y * stride + x] = line[x] + guess;
    }
  }
  // The colour at a pixel as 0xRRGGBB.
  const at = (x, y) => {
    const i = y * stride + x * channels;
    if (palette) return palette.readUIntBE(rows[i] * 3, 3);
    return channels < 3 ? rows[i] * 0x010101 : (rows[i] << 16) | (rows[i + 1] << 8) | rows[i + 2];
  };
  return { width, height, at };
}

// What a picture consists of: number of colours, share of the most frequent one, colour → pixels. `area` in pixels.
export function coloursOf(picture, area = { x: 0, y: 0, width: picture.width, height: picture.height }) {
  const count = new Map();
  const right = Math.min(picture.width, Math.floor(area.x + area.width));
  const bottom = Math.min(picture.height, Math.floor(area.y + area.height));
  let pixels = 0;
  for (let y = Math.max(0, Math.floor(area.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(area.x)); x < right; x++) {
      const colour = picture.at(x, y);
      count.set(colour, (count.get(colour) ?? 0) + 1);
      pixels++;
    }
  }
  const most = Math.max(0, ...count.values());
  return { count, pixels, distinct: count.size, shareOfMost: pixels ? most / pixels : 1, shareOf: (colour) => (count.get(colour) ?? 0) / pixels };
}
