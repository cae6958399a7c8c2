// Ed25519 signatures (RFC 8032), by libsodium: src/bundle/sodium, or src/bundle/plain where there is none.
#pragma once
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::bundle {

/// Lower-case hexadecimal digits: 64 and 128 of them.
struct KeyPair {
    std::string public_key, secret_key;
};

bool can_sign();  ///< whether this program has libsodium; everything below fails without it
Result<KeyPair> new_key_pair();
/// 128 hexadecimal digits; the same for the same message and key.
Result<std::string> sign(std::string_view message, std::string_view secret_key);
bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key);

}  // namespace atlas::bundle
