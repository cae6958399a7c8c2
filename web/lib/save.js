// A file that the program made, as a download. The address of a blob under a[download] needs no source in the CSP: nothing is
// fetched and no page is opened.
mergeInto(LibraryManager.library, {
  atlas_save_file: function (name, mime, bytes, length) {
    const blob = new Blob([HEAPU8.slice(bytes, bytes + length)], { type: UTF8ToString(mime) });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = UTF8ToString(name);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // browsers read it some time after the click
  },
});
