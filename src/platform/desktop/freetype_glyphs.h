// Letters from TTF files, through FreeType: two weights of one family, whole files, every glyph they hold.
#pragma once
#include <memory>
#include <string>

#include "core/glyphs.h"
#include "core/result.h"

namespace atlas::platform {

/// `regular` and `bold` are paths of TTF or OTF files. A missing or broken file is a Problem with its name.
Result<std::shared_ptr<GlyphSource>> load_fonts(const std::string& regular, const std::string& bold);

}  // namespace atlas::platform
