// A file that the program made, as a download. The address of a blob under a[download] needs no source in the CSP: nothing is
// fetched and no page is opened.
mergeInto(LibraryManager.library, {
  $saveBlob: function (blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // browsers read it some time after the click
  },
  atlas_save_file__deps: ['$saveBlob'],
  atlas_save_file: function (name, mime, bytes, length) {
    saveBlob(new Blob([HEAPU8.slice(bytes, bytes + length)], { type: UTF8ToString(mime) }), UTF8ToString(name));
  },

  // An SVG as a PNG of twice its size. As a data: address (img-src data:) the picture comes from nowhere else, so the canvas may be
  // read; what is larger than every browser's canvas is drawn smaller.
  atlas_save_picture__deps: ['$saveBlob'],
  atlas_save_picture: function (name, svg, token) {
    const file = UTF8ToString(name);
    const image = new Image();
    const done = (blob) => {
      if (blob) saveBlob(blob, file);
      _atlas_on_fetched(token, 0, 0, blob ? 200 : 0);
    };
    image.onload = () => {
      const w = image.width, h = image.height, most = Math.min(16384 / Math.max(w, h), Math.sqrt(16777216 / (w * h)));
      const canvas = document.createElement('canvas'), scale = Math.min(2, most);
      canvas.width = Math.round(w * scale);
      canvas.height = Math.round(h * scale);
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      context.drawImage(image, 0, 0, w, h);
      canvas.toBlob(done, 'image/png');
    };
    image.onerror = () => done(null);
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(UTF8ToString(svg));
  },

  // What stays on the device from one visit to the next. A browser may refuse it (private windows, a full store).
  atlas_kept: function (name) {
    let text = '';
    try {
      text = localStorage.getItem('atlas:' + UTF8ToString(name)) || '';
    } catch (refusal) {}
    const size = lengthBytesUTF8(text) + 1, pointer = _malloc(size);
    stringToUTF8(text, pointer, size);
    return pointer;
  },
  atlas_keep: function (name, text) {
    const key = 'atlas:' + UTF8ToString(name), value = UTF8ToString(text);
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
      return 1;
    } catch (refusal) {
      return 0;
    }
  },
});
