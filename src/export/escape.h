// Text into markup: the one place where a name from the data becomes safe inside SVG and HTML.
#pragma once
#include <string>
#include <string_view>

namespace atlas::exporting {

/// For text and for quoted attribute values. Control characters, which XML 1.0 forbids, are left out.
std::string escaped(std::string_view text);

}  // namespace atlas::exporting
