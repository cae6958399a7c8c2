// Over every page of the atlas's own data, in both languages and at three widths: whatever can be clicked or focused has a node
// with a name where it is drawn, and what is drawn in words is said in words.
#include <doctest/doctest.h>

#include <map>

#include "app/site_pages.h"
#include "core/strings.h"
#include "real_world.h"

using namespace atlas;
using scene::Node;
using scene::Role;
using scene::Scene;

namespace {

struct Window {
    Vec2 size;
    bool touch;
};
// The letters of FixedMeasure are wider than those of any font: 360 stands for 320.
constexpr Window windows[] = {{{360, 568}, true}, {{1280, 800}, false}, {{1920, 1080}, false}};

/// Calls `look` with each page's scene.
template <class Look>
void over_all_pages(Look look) {
    const page::Data& data = test::real_world();
    static const FixedMeasure measure;
    for (const Window& window : windows)
        for (const std::string& route : app::site_routes(data))
            for (const Lang lang : {Lang::ja, Lang::en}) {
                ui::Environment environment;
                environment.window = window.size, environment.touch = window.touch, environment.native_fields = true;
                const std::string address = view::route_in(lang, route);
                const Scene scene = page::build(data, view::parse_route(address), environment, measure);
                look(address + " at " + std::to_string(static_cast<int>(window.size.x)), scene);
            }
}

/// The target is where the node is, or holds it: a mark's is larger than the mark, and may take its label in.
bool covers(const Rect& target, const Rect& node) {
    constexpr float most = 2;
    const bool holds = node.x >= target.x - most && node.y >= target.y - most &&
                       node.right() <= target.right() + most && node.bottom() <= target.bottom() + most;
    return length(target.center() - node.center()) <= most || holds;
}

/// Without spaces and what stands between the parts of a list: "a × b" is said as "a、b".
std::string letters_of(const std::string& text) {
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const size_t from = at;
        const char32_t letter = next_code_point(text, at);
        if (letter > U' ' && letter != U'\u3000' && letter != U'×' && letter != U'、' && letter != U'・' &&
            letter != U',')
            out += text.substr(from, at - from);
    }
    return out;
}

bool has_figure(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

}  // namespace

TEST_CASE("access: what can be focused has a name and a place, on every page at every width") {
    size_t looked_at = 0;
    std::string faults;
    over_all_pages([&](const std::string& where, const Scene& scene) {
        for (const Node& node : scene.nodes) {
            if (!node.focusable()) continue;
            ++looked_at;
            if (node.name.empty()) faults += where + ": " + node.id + " has no name\n";
            if (node.rect.empty()) faults += where + ": " + node.id + " has no place\n";
            if (node.role != Role::map_feature && (node.rect.x < -1 || node.rect.right() > scene.size.x + 1))
                faults += where + ": " + node.id + " reaches out of the window\n";
        }
    });
    CHECK_MESSAGE(faults.empty(), faults.substr(0, 2000));
    CHECK(looked_at > 10'000);
}

TEST_CASE("access: what answers to the pointer has its node within 2 px of where it answers") {
    std::string faults;
    over_all_pages([&](const std::string& where, const Scene& scene) {
        std::map<std::string, const Node*, std::less<>> by_id;
        for (const Node& node : scene.nodes) by_id[node.id] = &node;
        // A node may answer at several places: a state at its part of the strip and at its word below.
        std::map<std::string, bool, std::less<>> in_place;
        for (const scene::HitRegion& region : scene.regions) {
            if (!region.action || region.node.empty() || region.is_map) continue;
            const auto found = by_id.find(region.node);
            if (found == by_id.end())
                faults += where + ": nothing says what " + region.node + " is\n";
            else
                in_place[region.node] |=
                    found->second->layer == region.layer && covers(region.rect, found->second->rect);
        }
        for (const auto& [id, is_there] : in_place)
            if (!is_there) faults += where + ": " + id + " is said to be elsewhere than it answers\n";
    });
    CHECK_MESSAGE(faults.empty(), faults.substr(0, 2000));
}

TEST_CASE("access: every page has one h1, skips no level of headings, and its images say what they are") {
    std::string faults;
    over_all_pages([&](const std::string& where, const Scene& scene) {
        int level = 0, first = 0;
        for (const Node& node : scene.nodes) {
            if (node.role == Role::image && node.name.empty())
                faults += where + ": the image " + node.id + " says nothing\n";
            if (node.role != Role::heading) continue;
            first += node.level == 1;
            if (node.level > level + 1 && level > 0)
                faults += where + ": from h" + std::to_string(level) + " to h" + std::to_string(node.level) + " " +
                          node.name + "\n";
            level = node.level;
        }
        if (first != 1) faults += where + ": " + std::to_string(first) + " h1\n";
    });
    CHECK_MESSAGE(faults.empty(), faults.substr(0, 2000));
}

TEST_CASE("access: whatever stands in words on a page is said in words") {
    // Figures are set in parts, number and unit, and axes belong to pictures: sentences and names are looked at.
    constexpr size_t shortest = 24;  // bytes: eight kanji
    // A text that is cut to fit is said whole; what a picture shows is told by its name, its description and its table.
    std::string faults;
    over_all_pages([&](const std::string& where, const Scene& scene) {
        // Small multiples: the axes of their panels, which are links, not pictures; a table below tells every value.
        if (where.find("/trends at") != std::string::npos) return;
        std::vector<Rect> pictures;
        // The head of a column of bars: each bar says of what it is, and where there is none a sentence says why.
        std::string said = Words(scene.lang)(Word::kpis_column_bar);
        for (const Node& node : scene.nodes) {
            said += node.name + " " + node.value + " " + node.description + " " + node.placeholder + "\n";
            for (const scene::Option& option : node.options) said += option.label + "\n";
            if (node.role == Role::image || node.roving || node.role == Role::map_feature)
                pictures.push_back(node.rect.grown(60));
        }
        const std::string packed = letters_of(said);
        for (const scene::Mark& mark : scene.layer(scene::Layer::document)) {
            const auto* text = std::get_if<scene::TextMark>(&mark);
            if (!text || has_figure(text->text) || text->text.size() < shortest) continue;
            const Rect ink = scene::bounds(mark);
            if (std::any_of(pictures.begin(), pictures.end(), [&](const Rect& r) { return r.intersects(ink); }))
                continue;
            const std::string wanted = letters_of(text->text.substr(0, text->text.find("…")));
            if (packed.find(wanted) == std::string::npos) faults += where + ": " + text->text + "\n";
        }
    });
    CHECK_MESSAGE(faults.empty(), faults.substr(0, 3000));
}
