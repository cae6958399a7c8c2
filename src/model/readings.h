// How the policy's common words are read: who types かんこう or "kankou" means 観光. Names of places have readings of their own in
// the data; for everything else there is only this list.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace atlas::model {

/// The written forms whose reading begins with `key` (a search_key in kana or Latin letters), as search_keys themselves. Empty for fewer
/// than two kana or four letters, which begin too many words.
std::vector<std::string> written_forms(std::string_view key);

}  // namespace atlas::model
