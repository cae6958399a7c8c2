// What the checks of references share: the known ids, and one message for a dangling one. Internal to links*.cpp.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bundle/decode.h"
#include "model/links.h"

namespace atlas::model {

struct LinkTarget {
    const char* kind;  ///< as the message calls it
    const char* kind_en;
    const char* where;   ///< where such ids are declared
    bool known = false;  ///< is the declaring bundle loaded?
    std::vector<std::string_view> ids;
};

class LinkChecker {
public:
    explicit LinkChecker(const char* bundle) : report_(bundle) {}

    void one(const std::string& id, const LinkTarget& target, const std::string& at);
    void all(const std::vector<std::string>& ids, const LinkTarget& target, const std::string& at);
    bundle::Report& report() { return report_; }

private:
    bundle::Report report_;
};

struct KnownIds {
    LinkTarget sources{"出典", "source", "sources.csv", false, {}};
    LinkTarget pillars{"柱", "pillar", "pillars.json", false, {}};
    LinkTarget measures{"施策", "measure", "pillars.json", false, {}};
    LinkTarget kpis{"KPI ", "KPI", "kpis.json", false, {}};
    LinkTarget series{"系列", "series", "observations.csv", false, {}};
    LinkTarget prefectures{"都道府県コード", "prefecture", "prefectures.csv", false, {}};
    LinkTarget municipalities{"市区町村コード", "municipality", "municipalities.csv", false, {}};
};
KnownIds known_ids(const Policy* policy, const Kpis* kpis, const Places* places);

/// "/list" and 3 → "/list/3".
std::string item(const std::string& list, size_t index);

}  // namespace atlas::model
