// Every observation points to its source.
#include <algorithm>

#include "tool/checks.h"

namespace atlas::tool {

Problems check_citations(const SourceSet& s) {
    bundle::Report report("observations.csv");
    if (!s.observations || !s.sources) return {};
    std::vector<std::string_view> known;
    for (const model::Source& source : s.policy.sources) known.push_back(source.id);
    for (size_t i = 0; i < s.observations->rows.size(); ++i) {
        bundle::Report ignored("");  // a malformed id was told when it was decoded
        bundle::RowReader row(*s.observations, i, ignored);
        const std::string id = row.id("source");
        if (id.empty() || std::find(known.begin(), known.end(), id) != known.end()) continue;
        const std::string near(bundle::nearest(id, known));
        report.error(row.at(), {"出典" + bundle::quoted(id) + " はありません",
                                near.empty() ? "sources.csv に足すか、綴りを確かめてください"
                                             : "「" + near + "」ではありませんか（sources.csv）",
                                "there is no source " + bundle::quoted(id),
                                near.empty() ? "add it to sources.csv, or check its spelling"
                                             : "did you mean \"" + near + "\" (sources.csv)?"});
    }
    return report.problems();
}

}  // namespace atlas::tool
