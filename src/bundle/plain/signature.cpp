// Where there is no libsodium, as in the browser's program: CMakeLists.txt chooses between this file and ../sodium/signature.cpp.
#include "bundle/signature.h"

namespace atlas::bundle {
namespace {

Problem no_library() {
    return problem_of({}, {}, Word::problem_edition_no_check, Word::problem_edition_no_check_remedy);
}

}  // namespace

bool can_sign() { return false; }
Result<KeyPair> new_key_pair() { return no_library(); }
Result<std::string> sign(std::string_view, std::string_view) { return no_library(); }
bool is_signed(std::string_view, std::string_view, std::string_view) { return false; }

}  // namespace atlas::bundle
