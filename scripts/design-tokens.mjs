// Turns the colours of DADS (npm's @digital-go-jp/design-tokens) into a C++ header. Usage: design-tokens.mjs OUTPUT.h
import { createRequire } from 'node:module';
import { writeIfChanged } from './lib.mjs';

const require = createRequire(import.meta.url);
const tokens = require('@digital-go-jp/design-tokens/dist/tokens.js');
const { version } = require('@digital-go-jp/design-tokens/package.json');

// "Color.Primitive.LightBlue.50" → light_blue_50, "Color.Neutral.SolidGray.50" → solid_gray_50
const snakeCase = (word) => word.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[\s-]+/g, '_').toLowerCase();
const colors = [];
function collectGroup(group) {
  const visit = (node, path) => {
    if ('$value' in node) {
      if (/^#[0-9a-f]{6}$/i.test(node.$value)) colors.push([path.map(snakeCase).join('_'), node.$value.slice(1).toUpperCase()]);
      return;
    }
    for (const [key, child] of Object.entries(node)) visit(child, [...path, key]);
  };
  visit(group, []);
}
collectGroup(tokens.Color.Primitive);
collectGroup(tokens.Color.Neutral);

writeIfChanged(
  process.argv[2],
  `// The colours of デジタル庁デザインシステム (DADS), @digital-go-jp/design-tokens ${version}, MIT. Made by scripts/design-tokens.mjs; do not edit.
#pragma once

#include "core/color.h"

namespace atlas::token {

${colors.map(([name, hex]) => `inline constexpr Color ${name} = rgb(0x${hex});`).join('\n')}

}  // namespace atlas::token
`,
);
