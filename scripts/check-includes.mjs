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
  app: everything,
};
// What only these folders may contain. atlas_gl.h is each platform's OpenGL, chosen by CMake.
const reserved = [
  { pattern: /#\s*include\s*[<"]nlohmann\//, what: 'nlohmann/json', folders: ['bundle'] },
  { pattern: /#\s*include\s*[<"](GL|GLES\d|KHR)\//, what: 'OpenGL', folders: ['paint'], except: /^src\/platform\/\w+\/gl\// },
  { pattern: /#\s*include\s*"atlas_gl\.h"/, what: 'OpenGL', folders: ['paint'] },
  { pattern: /#\s*include\s*[<"]imgui_impl_glfw/, what: "Dear ImGui's GLFW backend", folders: ['platform'] },
  { pattern: /#\s*include\s*[<"]imgui(?!_impl_glfw)/, what: 'Dear ImGui', folders: ['paint'] },
  { pattern: /#\s*include\s*[<"](emscripten|EGL\/|GLFW\/)/, what: 'the platform', folders: ['platform'] },
  { pattern: /__EMSCRIPTEN__/, what: '__EMSCRIPTEN__', folders: ['platform'] },
];

const generated = new Set(['core/tokens.h', 'paint/shaders.h']);
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
    for (const { pattern, what, folders, except } of reserved) {
      if (pattern.test(line) && !folders.includes(folder) && !except?.test(path)) breaches.push(`${place}: ${what} is for src/${folders.join(', src/')} only`);
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
