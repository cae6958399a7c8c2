// A file of the reader's own: chosen through an <input type=file>, or dropped on the page. It is read and decoded here, on the
// device; nothing is sent. What is not UTF-8 is Shift_JIS, as spreadsheets save "CSV" in Japan.
mergeInto(LibraryManager.library, {
  $Files__deps: ['$Atlas'],
  $Files: {
    most: 20000000, // bytes; the largest table of all municipalities and years is a tenth of it
    open: function (file) {
      if (!file) return;
      if (file.size > Files.most) return Files.hand(file.name, '');
      file.arrayBuffer().then((buffer) => {
        let text = '';
        try {
          text = new TextDecoder('utf-8', { fatal: true }).decode(buffer);
        } catch (fault) {
          text = new TextDecoder('shift_jis').decode(buffer);
        }
        Files.hand(file.name, text);
      }).catch(() => Files.hand(file.name, '')); // gone or not readable: the page says so as of a file that is no table
    },
    hand: function (name, text) {
      Atlas.withString(name, (namePointer) => Atlas.withString(text, (textPointer) => _atlas_on_file(namePointer, textPointer)));
    },
    listen: function () {
      const holdsFile = (event) => event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0;
      document.addEventListener('dragover', (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      });
      document.addEventListener('drop', (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault(); // the browser would leave the page for the file
        Files.open(event.dataTransfer.files[0]);
      });
    },
  },

  // In response to a click: browsers open the dialogue then only.
  atlas_choose_file__deps: ['$Files'],
  atlas_choose_file: function () {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.csv,.tsv,.txt,.json,text/csv,text/plain';
    input.addEventListener('change', () => Files.open(input.files[0]));
    input.click();
  },

  atlas_files_start__deps: ['$Files'],
  atlas_files_start: function () {
    Files.listen();
  },
});
