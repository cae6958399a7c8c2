// Checks who includes whom in src/ (DESIGN.md, "Layout"), and that what belongs to one folder stays there. Exit code 1 with
// file, line and remedy for each breach. CMakeLists.txt links along the same table.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './lib.mjs';

const everything = ['core', 'text', 'geo', 'bundle', 'model', 'view', 'scene', 'chart', 'ui', 'page', 'paint', 'export', 'platform'];
const mayInclude = {
  core: [],
  text: ['core'],
  geo: ['core'],
  bundle: ['core', 'text', 'geo'],
  model: ['core', 'text', 'geo', 'bundle'],
  view: ['core', 'text', 'geo', 'bundle', 'model'],
  scene: ['core'],
  ui: ['core', 'text', 'scene'],
  chart: ['core', 'text', 'geo', 'model', 'view', 'scene', 'ui'], // ui is the pen with which charts draw into a scene
  page: ['core', 'text', 'geo', 'model', 'view', 'scene', 'chart', 'ui'],
  paint: ['core', 'scene'],
  export: ['core', 'text', 'scene'],
  platform: ['core', 'scene'],
  tool: ['core', 'text', 'geo', 'bundle', 'model', 'view'], // the editors' command line: data only, no window; view reads the addresses of slides
  app: everything,
};
// What only these folders, or these files for the reason given, may contain.
const reserved = [
  { pattern: /#\s*include\s*[<"]nlohmann\//, what: 'nlohmann/json', places: ['src/bundle/'] },
  // src/platform/*/gl holds each platform's atlas_gl.h, chosen by CMake; headless.cpp makes the framebuffer that EGL lacks.
  { pattern: /#\s*include\s*[<"](GL|GLES\d|KHR)\//, what: 'OpenGL', places: ['src/paint/', 'src/platform/desktop/gl/', 'src/platform/web/gl/'] },
  { pattern: /#\s*include\s*"atlas_gl\.h"/, what: 'OpenGL', places: ['src/paint/', 'src/platform/desktop/headless.cpp'] },
  // window.cpp hands GLFW's events to Dear ImGui's backend, which the desktop's text fields need.
  { pattern: /#\s*include\s*[<"]imgui/, what: 'Dear ImGui', places: ['src/paint/', 'src/platform/desktop/window.cpp'] },
  { pattern: /#\s*include\s*[<"](emscripten|EGL\/|GLFW\/)/, what: 'the platform', places: ['src/platform/'] },
  { pattern: /__EMSCRIPTEN__/, what: '__EMSCRIPTEN__', places: ['src/platform/'] },
];

const generated = new Set(['core/tokens.h', 'core/words.h', 'paint/shaders.h', 'tool/glyph_coverage.h']);
const isSource = (path) => /\.(cpp|h|hpp)$/.test(path);
const breaches = [];
const files = filesUnder('src', isSource);

for (const path of files) {
  const [, folder] = path.split('/');
  const allowed = mayInclude[folder];
  if (!allowed) {
    breaches.push(`${path}: src/${folder} is not a folder of the design → move it, or add it to scripts/check-includes.mjs with its reason`);
    continue;
  }
  readFileSync(join(root, path), 'utf8').split('\n').forEach((line, index) => {
    const place = `${path}:${index + 1}`;
    for (const { pattern, what, places } of reserved) {
      if (pattern.test(line) && !places.some((start) => path.startsWith(start))) breaches.push(`${place}: ${what} is for ${places.join(', ')} only`);
    }
    const header = line.match(/^\s*#\s*include\s*"([^"]+)"/)?.[1];
    if (!header || /^(imgui|imstb|earcut)|^atlas_gl\.h$/.test(header)) return;
    const [target] = header.split('/');
    if (!header.includes('/') || !(target in mayInclude)) {
      breaches.push(`${place}: "${header}" → name our headers from src/ ("folder/file.h"), others with <>`);
    } else if (target !== folder && !allowed.includes(target)) {
      breaches.push(`${place}: ${folder} may not include ${target} ("${header}"); it may include ${allowed.join(', ') || 'the standard library only'}`);
    } else if (!generated.has(header) && !existsSync(join(root, 'src', header))) {
      breaches.push(`${place}: src/${header} does not exist`);
    }
  });
}

for (const breach of breaches) console.log(`  ${breach}`);
console.log(`${files.length} files, ${breaches.length} breaches`);
process.exit(breaches.length > 0 ? 1 : 0);
