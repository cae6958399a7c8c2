// In front of the WASM unit tests: Emscripten 3.1.6 would fetch() its .wasm file as soon as node has a fetch; without one it reads the file.
globalThis.fetch = undefined;
