// Where each prefecture lies, roughly: does a position belong to it? Independent of data/, which is checked with it.
// Internal to sosei-bundle.
#pragma once
#include <string>
#include <string_view>

#include "geo/geo.h"

namespace atlas::tool {

/// Is the position within 0.05° (about 5 km) of a box around one of the prefecture's parts? True for a code that is none of "01" … "47":
/// that is another fault.
bool is_in_prefecture(std::string_view code, geo::LonLat position);

/// The prefecture's largest box in words: "緯度 43.20〜45.56、経度 …" / "latitude …"; "" for an unknown code.
struct BoxWords {
    std::string ja, en;
};
BoxWords largest_box(std::string_view code);

}  // namespace atlas::tool
