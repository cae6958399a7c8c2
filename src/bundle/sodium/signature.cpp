#include "bundle/signature.h"

#include <sodium.h>

#include <array>

namespace atlas::bundle {
namespace {

using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using SecretKey = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

template <size_t bytes>
std::string hex(const std::array<unsigned char, bytes>& value) {
    std::array<char, bytes * 2 + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), value.data(), value.size());
    return digits.data();
}

template <size_t bytes>
bool read_hex(std::string_view digits, std::array<unsigned char, bytes>& out) {
    size_t length = 0;
    const int fault = sodium_hex2bin(out.data(), out.size(), digits.data(), digits.size(), nullptr, &length, nullptr);
    return fault == 0 && length == bytes && digits.size() == 2 * bytes;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool is_ready() { return sodium_init() >= 0; }  // 1: it was before

Problem failure() { return problem_of({}, {}, Word::problem_key_none, Word::problem_key_none_remedy); }

}  // namespace

bool can_sign() { return is_ready(); }

Result<KeyPair> new_key_pair() {
    PublicKey public_key{};
    SecretKey secret_key{};
    if (!is_ready() || crypto_sign_keypair(public_key.data(), secret_key.data()) != 0) return failure();
    KeyPair pair{hex(public_key), hex(secret_key)};
    sodium_memzero(secret_key.data(), secret_key.size());
    return pair;
}

Result<std::string> sign(std::string_view message, std::string_view secret_key) {
    SecretKey key{};
    Signature signature{};
    if (!is_ready() || !read_hex(secret_key, key)) return failure();
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), key.data());
    sodium_memzero(key.data(), key.size());
    return hex(signature);
}

bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key) {
    PublicKey key{};
    Signature given{};
    return is_ready() && read_hex(public_key, key) && read_hex(signature, given) &&
           crypto_sign_verify_detached(given.data(), bytes_of(message), message.size(), key.data()) == 0;
}

}  // namespace atlas::bundle
