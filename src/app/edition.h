// A single-file edition opened by the desktop viewer: its files instead of the data folder, and what is said about it.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/edition_file.h"
#include "page/page.h"

namespace atlas::app {

struct OpenedEdition {
    std::shared_ptr<const page::Seal> seal;
    std::function<Result<std::string>(const std::string& name)> read;  ///< of a refused one: what is wrong with it
};

inline bool is_edition_file(std::string_view name) {
    constexpr std::string_view suffix = bundle::edition_file_suffix;
    return name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}
/// `known_keys`: public keys that this machine's keepers have checked. An edition with a changed byte is refused.
OpenedEdition open_edition(const std::string& name, std::string_view bytes, const std::vector<std::string>& known_keys);

}  // namespace atlas::app
