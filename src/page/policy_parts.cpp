#include "page/policy_parts.h"

#include "ui/controls.h"

namespace atlas::page {

std::string pillar_counts(const Data& data, const model::Pillar& pillar) {
    std::string text = "施策 " + std::to_string(pillar.measures.size());
    if (data.kpis) text += "・関係する目標 " + std::to_string(model::kpis_of_pillar(*data.kpis, pillar.id).size());
    if (data.stories) text += "・好事例 " + std::to_string(model::stories_of_pillar(*data.stories, pillar.id).size());
    return text;
}

float draw_attribution(Context& ctx, Vec2 at, float width_px, const model::SourceRef& source) {
    constexpr std::string_view prefix = "出典：";
    std::string text = model::attribution(*ctx.data.policy, source);
    if (std::string_view(text).substr(0, prefix.size()) == prefix) text.erase(0, prefix.size());
    if (source.page > 0)
        text += "　" + std::to_string(source.page) + "ページ";
    else if (!source.section.empty())
        text += "　「" + source.section + "」";
    return ui::source_line(ctx.ui, at, width_px, text);
}

}  // namespace atlas::page
