// A whole data edition in one file (.sosei), to be handed over on a stick or by mail: what is in it, whether it is as it was made,
// and who signed it. The file is three lines and then the bytes of its files, one after another:
//
//   sosei-edition 1
//   {"edition":"2026-11-22","signer":"…","key":"<Ed25519, 64 hex digits>","files":[{"name":"…","bytes":…,"sha256":"…"},…]}
//   <signature of both lines above, 128 hex digits; "-": not signed>
//
// The same files, edition and key give the same bytes. The date is that of the edition: a clock would make each file another one.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::bundle {

inline constexpr const char* edition_file_suffix = ".sosei";

struct EditionFile {
    std::string edition;                       ///< ISO date
    std::string signer, key;                   ///< empty: not signed
    std::map<std::string, std::string> files;  ///< bytes by plain file name
};

/// Who signs. From a file that `sosei-bundle keygen` made, or its public half.
struct Key {
    std::string name, public_key, secret_key;  ///< secret_key is empty in the public half
};
Result<Key> read_key(std::string_view json, std::string_view file);
/// With the secret key or without.
std::string write_key(const Key& key, bool with_secret);
/// What people compare: the first 16 digits of the SHA-256 of the public key, in groups of four.
std::string fingerprint(std::string_view public_key);

/// `key` null: not signed. Fails only where nothing can be signed.
Result<std::string> write_edition_file(const EditionFile& edition, const Key* key);

/// What is signed in a file, by whom and how, as it says itself: nothing of it may be believed before it has been verified.
struct Claim {
    std::string message, signature,
        key;  ///< signature and key: lower-case hexadecimal digits; empty: nobody claims to have signed
    bool is_signed() const { return !key.empty(); }
};
Result<Claim> read_claim(std::string_view bytes, std::string_view file);
/// Checks everything: format, signature, length, the sum of each file. A Problem names `file`, the place in it, and the remedy.
/// `is_genuine`: what a platform has found of the claim; unset: this program verifies it itself.
Result<EditionFile> read_edition_file(std::string_view bytes, std::string_view file,
                                      std::optional<bool> is_genuine = {});

}  // namespace atlas::bundle
