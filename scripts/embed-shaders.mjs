// Puts shaders/*.glsl into a C++ header, comments and blank lines left out. Usage: embed-shaders.mjs OUTPUT.h
// shaders/map_fill.vert.glsl becomes atlas::shader::map_fill_vert.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder, root, writeIfChanged } from './lib.mjs';

const withoutComments = (source) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/\/\/.*$/, '').trim())
    .filter((line) => line !== '')
    .join('\n');

const constants = filesUnder('shaders', (path) => path.endsWith('.glsl')).map((path) => {
  const name = basename(path, '.glsl').replace(/[^A-Za-z0-9]/g, '_');
  return `inline constexpr std::string_view ${name} = R"glsl(${withoutComments(readFileSync(join(root, path), 'utf8'))}\n)glsl";`;
});

writeIfChanged(
  process.argv[2],
  `// The sources of shaders/*.glsl, without a #version line: paint puts that in front. Made by scripts/embed-shaders.mjs; do not edit.
#pragma once

#include <string_view>

namespace atlas::shader {

${constants.join('\n\n')}

}  // namespace atlas::shader
`,
);
