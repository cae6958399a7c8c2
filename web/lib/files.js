// A file of the reader's own: chosen through an <input type=file>, or dropped on the page. It is read here, on the device; nothing is
// sent. Tables and decks are decoded: what is not UTF-8 is Shift_JIS, as spreadsheets save "CSV" in Japan. A single-file edition
// (.sosei) goes to the program as it is.
mergeInto(LibraryManager.library, {
  $Files__deps: ['$Atlas'],
  $Files: {
    mostText: 20000000, // bytes; the largest table of all municipalities and years is a tenth of it
    mostEdition: 200000000, // an edition is a sixtieth of it
    open: function (file) {
      if (!file) return;
      const isEdition = /\.sosei$/.test(file.name), nothing = new Uint8Array(0);
      if (file.size > (isEdition ? Files.mostEdition : Files.mostText)) return Files.hand(file.name, nothing);
      file.arrayBuffer().then((buffer) => {
        const bytes = new Uint8Array(buffer);
        Files.hand(file.name, isEdition ? bytes : Files.utf8(bytes));
      }).catch(() => Files.hand(file.name, nothing)); // gone or not readable: the page says so as of a file that is no table
    },
    utf8: function (bytes) {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return bytes;
      } catch (fault) {
        return new TextEncoder().encode(new TextDecoder('shift_jis').decode(bytes));
      }
    },
    hand: function (name, bytes) {
      const pointer = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, pointer);
      Atlas.withString(name, (namePointer) => _atlas_on_file(namePointer, pointer, bytes.length));
      _free(pointer);
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
    input.accept = '.csv,.tsv,.txt,.json,.sosei,text/csv,text/plain';
    input.addEventListener('change', () => Files.open(input.files[0]));
    input.click();
  },

  // Ed25519 by the browser's own WebCrypto. Answers "yes" or "no"; with status 0 where it has none: without https, or an older one.
  atlas_verify__deps: ['$Atlas'],
  atlas_verify: function (message, length, signature, key, token) {
    const bytesOf = (hex) => Uint8Array.from(UTF8ToString(hex).match(/../g), (digits) => parseInt(digits, 16));
    const said = HEAPU8.slice(message, message + length), signed = bytesOf(signature), owner = bytesOf(key);
    const answer = (word) => Atlas.withString(word, (text) => _atlas_on_fetched(token, text, word.length, 200));
    const none = () => _atlas_on_fetched(token, 0, 0, 0);
    if (!window.crypto || !crypto.subtle) return none();
    crypto.subtle
      .importKey('raw', owner, 'Ed25519', false, ['verify'])
      .then((imported) => crypto.subtle.verify('Ed25519', imported, signed, said))
      .then(
        (isGenuine) => answer(isGenuine ? 'yes' : 'no'),
        (fault) => (fault.name === 'DataError' ? answer('no') : none()), // a key that is none signs nothing
      );
  },

  atlas_files_start__deps: ['$Files'],
  atlas_files_start: function () {
    Files.listen();
  },
});
