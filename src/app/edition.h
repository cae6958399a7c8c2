// A single-file edition that was opened: its files instead of the data that the program began with, and what is said about it.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/edition_file.h"
#include "page/page.h"
#include "platform/host.h"

namespace atlas::app {

struct OpenedEdition {
    std::shared_ptr<const page::Seal> seal;
    platform::DataReader read;  ///< of a refused one: what is wrong with it
};

inline bool is_edition_file(std::string_view name) {
    constexpr std::string_view suffix = bundle::edition_file_suffix;
    return name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}
/// `known_keys`: public keys that this machine's keepers have checked. An edition with a changed byte is refused. `is_genuine` as for
/// bundle::read_edition_file.
OpenedEdition open_edition(const std::string& name, std::string_view bytes, const std::vector<std::string>& known_keys,
                           std::optional<bool> is_genuine = {});
/// The same with a signature that the platform verifies where it can, as a browser does, and the program itself otherwise: `done` hears of
/// it now or later. What nobody can verify is refused.
void check_edition(platform::Host& host, const std::string& name, std::string bytes,
                   const std::vector<std::string>& known_keys, std::function<void(const OpenedEdition&)> done);

}  // namespace atlas::app
