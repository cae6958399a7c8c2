// Letters rasterised by the browser's own text engine, one at a time: no font download, every character the reader has.
mergeInto(LibraryManager.library, {
  $Glyphs: {
    context: null,
    font: '',
    start: function () {
      const canvas = document.createElement('canvas');
      canvas.lang = 'ja'; // Han unification: Japanese shapes
      canvas.width = canvas.height = 320;
      Glyphs.context = canvas.getContext('2d', { willReadFrequently: true });
      Glyphs.context.fillStyle = '#fff';
    },
    setFont: function (px, bold) {
      const family =
        '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic UI",Meiryo,-apple-system,BlinkMacSystemFont,sans-serif';
      const font = (bold ? '700 ' : '400 ') + px + 'px ' + family;
      if (font !== Glyphs.font) {
        Glyphs.context.font = font;
        Glyphs.font = font;
      }
    },
  },

  atlas_glyph_advance__deps: ['$Glyphs'],
  atlas_glyph_advance: function (codePoint, bold) {
    if (!Glyphs.context) Glyphs.start();
    Glyphs.setFont(100, bold);
    return Glyphs.context.measureText(String.fromCodePoint(codePoint)).width / 100;
  },

  // Writes left, top, width, height (int32) to `box` and width × height coverage bytes to `out`; 0 when there is no ink.
  atlas_glyph_raster__deps: ['$Glyphs'],
  atlas_glyph_raster: function (codePoint, px, bold, out, capacity, box) {
    if (!Glyphs.context) Glyphs.start();
    const context = Glyphs.context;
    Glyphs.setFont(px, bold);
    const text = String.fromCodePoint(codePoint);
    const m = context.measureText(text);
    const left = Math.floor(-m.actualBoundingBoxLeft) - 1;
    const top = -Math.ceil(m.actualBoundingBoxAscent) - 1;
    const width = Math.ceil(m.actualBoundingBoxRight) + 1 - left;
    const height = Math.ceil(m.actualBoundingBoxDescent) + 1 - top;
    if (width <= 2 || height <= 2 || width * height > capacity) return 0;
    if (width > context.canvas.width || height > context.canvas.height) {
      context.canvas.width = context.canvas.height = Math.max(width, height); // resets the state of the context
      context.fillStyle = '#fff';
      Glyphs.font = '';
      Glyphs.setFont(px, bold);
    }
    context.clearRect(0, 0, width, height);
    context.fillText(text, -left, -top);
    const pixels = context.getImageData(0, 0, width, height).data;
    for (let i = 0, n = width * height; i < n; i++) HEAPU8[out + i] = pixels[4 * i + 3];
    HEAP32.set([left, top, width, height], box >> 2);
    return 1;
  },
});
