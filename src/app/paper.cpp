#include "app/paper.h"

#include <algorithm>

#include "export/html.h"

namespace atlas::app {

namespace {

// The overview keeps the window that the application is likely to open in; what it covers is covered by the same picture. The
// others are set for a narrow one: on paper and on phones their charts are scaled, and must stay legible.
constexpr Vec2 wide{1280, 800}, narrow{640, 900};

/// Folds that hold nothing but controls.
constexpr std::string_view only_controls[] = {"map:look", "map:own"};

bool is_only_controls(std::string_view flag) {
    return std::find(std::begin(only_controls), std::end(only_controls), flag) != std::end(only_controls);
}

/// What folds on this page: its flags in ViewState::open that are not set yet.
std::vector<std::string> folded(const scene::Scene& scene, const std::set<std::string>& open) {
    std::vector<std::string> flags;
    for (const scene::Node& node : scene.nodes)
        if (node.expands && !node.expanded && node.action.kind == Action::Kind::toggle &&
            !open.count(node.action.target) && !is_only_controls(node.action.target))
            flags.push_back(node.action.target);
    return flags;
}

/// The text as a paragraph; what is marked up in it shows as it is written.
std::string paragraph(const std::string& text) {
    scene::Scene alone;
    scene::Node node;
    node.id = "p", node.role = scene::Role::paragraph, node.name = text;
    alone.nodes.push_back(std::move(node));
    return exporting::to_html(alone);
}

}  // namespace

scene::Scene unfolded(const page::Data& data, view::ViewState state, const TextMeasure& measure) {
    state.as_table = state.page == view::Page::map;
    ui::Environment environment;
    environment.window = state.page == view::Page::overview ? wide : narrow;
    environment.native_fields = true;
    scene::Scene scene = page::build(data, state, environment, measure);
    // What was folded may hold more that folds; a page that offers new folds for ever would be a fault of its own.
    constexpr int most_passes = 4;
    for (int pass = 0; pass < most_passes; ++pass) {
        const std::vector<std::string> flags = folded(scene, state.open);
        if (flags.empty()) break;
        state.open.insert(flags.begin(), flags.end());
        scene = page::build(data, state, environment, measure);
    }
    return scene;
}

std::string printed_page(const page::Data& data, const view::ViewState& state, const TextMeasure& measure,
                         const std::string& address) {
    const Words words(state.lang);
    exporting::HtmlOptions options;
    options.pictures = {"map:legend"};
    std::string html = exporting::to_html(unfolded(data, state, measure), options);
    html += "<section class=\"colophon\">\n" + paragraph(std::string(words(Word::site_address)) + " " + address);
    if (data.policy) html += paragraph(words(Word::footer_edition, {{"edition", data.policy->edition.edition}}));
    return html + "</section>\n";
}

}  // namespace atlas::app
