// A reader's own table on the map: its columns as indicators of prefectures and municipalities, and what of it could not be used.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "core/lang.h"
#include "model/user_table.h"

namespace atlas::page {

struct OwnData {
    std::string file;  ///< its name
    model::UserResult result;
    std::shared_ptr<const model::Indicators> prefectures,
        municipalities;  ///< without indicators where it has no values
};

/// `text` in UTF-8. `words`: for a column without a name.
std::shared_ptr<const OwnData> own_data(const std::string& file, std::string_view text, const model::Places& places,
                                        const model::Municipalities& municipalities, const Words& words);

inline constexpr std::string_view own_key = "own.";  ///< the keys of its indicators begin so
/// Whether an indicator of this key is one of the reader's own.
inline bool is_own(std::string_view key) { return key.substr(0, own_key.size()) == own_key; }

}  // namespace atlas::page
