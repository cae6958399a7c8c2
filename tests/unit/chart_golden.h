// One golden file a chart and state: its scene at 320, 768 and 1280 px, one after the other.
#pragma once
#include <functional>
#include <set>
#include <string>

#include "gallery/chart_words.h"
#include "golden.h"
#include "small_world.h"

namespace atlas::test {

/// Draws into an empty scene of this width, margins 16.
inline scene::Scene draw_chart(float width_px, const std::function<float(ui::Ui&, Vec2, float)>& draw,
                               const std::set<std::string>& open = {}, const std::string& hover = "") {
    static const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {width_px, 800};
    ui::Interaction interaction;
    interaction.open = open, interaction.hover = hover;
    ui::Ui ui(environment, measure, interaction);
    ui.scene.document_height = 32 + draw(ui, {16, 16}, width_px - 32);
    ui.finish();
    return std::move(ui.scene);
}

/// No mark beyond the margins, no id twice: what every chart keeps at every width.
inline void check_chart(const scene::Scene& scene) {
    static const FixedMeasure measure;
    std::set<std::string> ids;
    for (const scene::Node& node : scene.nodes) {
        CHECK_MESSAGE(ids.insert(node.id).second, node.id);
        if (node.roving) CHECK_MESSAGE(!node.name.empty(), node.id);
    }
    for (const scene::Mark& mark : scene.layer(scene::Layer::document))
        if (const auto* text = std::get_if<scene::TextMark>(&mark)) {
            const float right = text->baseline.x + measure.width_px(text->text, text->font);
            CHECK_MESSAGE(right <= scene.size.x, text->text << " ends at " << right);
            CHECK_MESSAGE(text->baseline.x >= 0, text->text);
            // A pillar's number is part of its mark.
            if (text->text.size() > 1) CHECK_MESSAGE(text->font.size_px >= 14, text->text);
        }
}

inline void golden_chart(const std::string& name, const std::function<float(ui::Ui&, Vec2, float)>& draw) {
    std::string all;
    for (const float width : {320.f, 768.f, 1280.f}) {
        const scene::Scene scene = draw_chart(width, draw);
        check_chart(scene);
        all += scene::dump(scene);
    }
    compare_golden("chart-" + name, all);
}

inline chart::FigureText figure_text(std::string id = "chart") {
    chart::FigureText text;
    text.id = std::move(id), text.title = "題名", text.subtitle = "何の値か", text.source = "統計";
    text.show_table = "表で見る", text.hide_table = "表を閉じる";
    return text;
}

inline model::Series series_of(std::initializer_list<double> values, const char* unit = "万人", int first = 2020) {
    model::Series series;
    series.id = "s", series.unit = unit;
    for (const double value : values) series.points.push_back(observed(first++, value, unit));
    return series;
}

}  // namespace atlas::test
