// SHA-256 (FIPS 180-4), for the names and sums of bundles; sixty lines instead of a dependency on a crypto library.
#pragma once
#include <string>
#include <string_view>

namespace atlas {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace atlas
