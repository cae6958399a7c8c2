#include "page/policy_parts.h"

#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

std::string pillar_counts(const Words& words, const Data& data, const model::Pillar& pillar) {
    std::vector<std::string> counts = {words(Word::pillar_measures, {{"n", pillar.measures.size()}})};
    if (data.kpis)
        counts.push_back(words(Word::pillar_kpis, {{"n", model::kpis_of_pillar(*data.kpis, pillar.id).size()}}));
    if (data.stories)
        counts.push_back(
            words(Word::pillar_stories, {{"n", model::stories_of_pillar(*data.stories, pillar.id).size()}}));
    return text::listed(words, counts, Word::text_dot);
}

float draw_attribution(Context& ctx, Vec2 at, float width_px, const model::SourceRef& source) {
    const Words& words = ctx.ui.words;
    std::string text = model::attribution(*ctx.data.policy, source);
    // The data write it out: "出典：…".
    constexpr Words japanese;
    const std::string prefix = japanese(Word::ui_source, {{"text", ""}});
    if (text.compare(0, prefix.size(), prefix) == 0) text.erase(0, prefix.size());
    if (source.page > 0)
        text = words(Word::source_page, {{"text", text}, {"page", source.page}});
    else if (!source.section.empty())
        text = words(Word::source_section, {{"text", text}, {"section", source.section}});
    return ui::source_line(ctx.ui, at, width_px, text);
}

}  // namespace atlas::page
