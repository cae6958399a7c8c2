// Widgets: whatever can be clicked can be read, focused and hit by a thumb. Text: what is drawn is said.
#include "ui/ui.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ui/controls.h"

using namespace atlas;
using namespace atlas::ui;
using scene::HitRegion;
using scene::Layer;
using scene::Node;
using scene::Role;

namespace {

const FixedMeasure fixed;

/// A Ui with its surroundings.
struct Desk {
    Environment env;
    Interaction state;
    Ui ui{env, fixed, state};

    const Node& node(const std::string& id) const {
        const Node* found = ui.scene.find(id);
        REQUIRE_MESSAGE(found, "no node " << id);
        return *found;
    }
    const HitRegion& region(const std::string& id) const {
        for (const HitRegion& region : ui.scene.regions)
            if (region.node == id) return region;
        FAIL("no region " << id);
        return ui.scene.regions.front();
    }
    /// The words drawn, in order.
    std::string drawn() const {
        std::string out;
        for (const Layer layer : scene::all_layers)
            for (const scene::Mark& mark : ui.scene.layer(layer))
                if (const auto* text = std::get_if<scene::TextMark>(&mark)) out += text->text;
        return out;
    }
};

bool same(const Action& a, const Action& b) {
    return a.kind == b.kind && a.target == b.target && a.text == b.text && a.value == b.value;
}

const std::vector<scene::Option> years = {{"2024", "2024年"}, {"2023", "2023年"}, {"2022", "2022年"}};

struct Widget {
    const char* name;
    const char* id;
    Role role;
    float least_height_px;
    std::function<void(Ui&)> draw;
};
const std::vector<Widget> widgets = {
    {"link in a text", "w", Role::link, 24,
     [](Ui& ui) {
         link(ui, "w", {100, 100}, "地図", "/map");
     }},
    {"arrow link", "w", Role::link, 44,
     [](Ui& ui) {
         arrow_link(ui, "w", {100, 100}, "次へ", "/map");
     }},
    {"button", "w", Role::button, 44,
     [](Ui& ui) {
         ButtonSpec spec;
         spec.id = "w", spec.label = "押す", spec.action = {Action::Kind::toggle, "x", {}, 0};
         button(ui, {100, 100, button_width(ui, spec.label), target_px}, spec);
     }},
    {"icon button", "w", Role::button, 44,
     [](Ui& ui) {
         ButtonSpec spec;
         spec.id = "w", spec.label = "拡大", spec.icon_only = true, spec.action = {Action::Kind::map_zoom, {}, {}, 1};
         button(ui, {100, 100, target_px, target_px}, spec);
     }},
    {"link that looks like a button", "w", Role::link, 44,
     [](Ui& ui) {
         ButtonSpec spec;
         spec.id = "w", spec.label = "見る", spec.href = "/kpis";
         button(ui, {100, 100, 200, target_px}, spec);
     }},
    {"chip", "w", Role::button, 44,
     [](Ui& ui) {
         chip(ui, "w", {100, 100}, "産業", "/stories?pillar=2", false, "2");
     }},
    {"card", "w", Role::link, 44,
     [](Ui& ui) {
         card(ui, "w", {100, 100, 300, 200}, "海士町", "/stories/a");
     }},
    {"search field", "w", Role::searchbox, 44,
     [](Ui& ui) {
         search_field(ui, "w", {100, 100}, 300, "言葉", "", "例：交通", "query");
     }},
    {"text area", "w", Role::textarea, 44,
     [](Ui& ui) {
         text_area(ui, "w", {100, 100}, 300, "話すこと", "行1\n行2", "note", 2);
     }},
    {"select", "w", Role::combobox, 44,
     [](Ui& ui) {
         select(ui, "w", {100, 100}, 300, "年", "2023", years, "year");
     }},
};

}  // namespace

TEST_SUITE("widgets") {
    TEST_CASE("a line that begins with a full-width bracket has the bracket's ink on the edge") {
        CHECK(Ui::bracket_px("「強い」経済", {20}) == -10);
        CHECK(Ui::bracket_px("経済「強い」", {20}) == 0);
    }
    TEST_CASE("a field of several lines is as high as it is told, and grows with what is written") {
        Desk desk;
        const float few = text_area(desk.ui, "a", {0, 0}, 300, "話すこと", "", "a", 3);
        CHECK(text_area(desk.ui, "b", {0, 0}, 300, "話すこと", "行", "b", 3) == few);
        CHECK(text_area(desk.ui, "c", {0, 0}, 300, "話すこと", "1\n2\n3\n4\n5", "c", 3) == few + 2 * 24);
        CHECK(desk.node("c").value == "1\n2\n3\n4\n5");
    }
    TEST_CASE("each has a node and a hit region of the same id and action, with a name, large enough for a thumb") {
        for (const Widget& widget : widgets) {
            CAPTURE(widget.name);
            Desk desk;
            widget.draw(desk.ui);
            const Node& node = desk.node(widget.id);
            const HitRegion& region = desk.region(widget.id);
            CHECK(node.role == widget.role);
            CHECK_FALSE(node.name.empty());
            CHECK(node.focusable());
            CHECK(same(node.action, region.action));
            CHECK(node.layer == region.layer);
            CHECK(region.rect.h >= widget.least_height_px);
            CHECK(region.rect.w >= 24);
            CHECK(region.rect.grown(0.5f).contains({node.rect.x, node.rect.y}));
            CHECK(region.rect.grown(0.5f).contains({node.rect.right(), node.rect.bottom()}));
            CHECK(scene::hit(desk.ui.scene, region.rect.center(), 0) == &region);
        }
    }
    TEST_CASE("on paper a button that only does something is not there; what leads on, or says what is chosen, is") {
        const auto on_paper = [](const std::function<void(Ui&)>& draw) {
            Desk desk;
            desk.env.on_paper = true;
            draw(desk.ui);
            return std::pair{desk.ui.scene.find("w") != nullptr, desk.drawn()};
        };
        for (const Widget& widget : widgets) {
            CAPTURE(widget.name);
            const std::string name = widget.name;
            const bool only_operates = name == "button" || name == "icon button" || name == "search field";
            CHECK(on_paper(widget.draw).first == !only_operates);
            CHECK(on_paper(widget.draw).second.empty() == (only_operates || name == "card"));
        }
        const auto button_with = [&](const std::function<void(ButtonSpec&)>& say) {
            return on_paper([&](Ui& ui) {
                       ButtonSpec spec;
                       spec.id = "w", spec.label = "表", spec.action = {Action::Kind::toggle, "x", {}, 0};
                       say(spec);
                       button(ui, {100, 100, 200, target_px}, spec);
                   })
                .first;
        };
        CHECK(button_with([](ButtonSpec& spec) { spec.toggles = spec.pressed = true; }));
        CHECK_FALSE(button_with([](ButtonSpec& spec) { spec.toggles = true; }));
        CHECK(button_with([](ButtonSpec& spec) { spec.expands = spec.expanded = true; }));
        CHECK_FALSE(button_with([](ButtonSpec& spec) { spec.expands = true; }));
    }
    TEST_CASE("each answers to the pointer: hovered looks different, but takes the same place") {
        for (const Widget& widget : widgets) {
            CAPTURE(widget.name);
            Desk calm, hovered;
            hovered.state.hover = widget.id;
            widget.draw(calm.ui);
            widget.draw(hovered.ui);
            CHECK(scene::dump(calm.ui.scene) != scene::dump(hovered.ui.scene));
            CHECK(scene::dump_semantics(calm.ui.scene) == scene::dump_semantics(hovered.ui.scene));
            CHECK(calm.region(widget.id).rect == hovered.region(widget.id).rect);
        }
    }
    TEST_CASE("each goes to the layer that is open") {
        for (const Widget& widget : widgets) {
            CAPTURE(widget.name);
            Desk desk;
            desk.ui.layer = Layer::chrome;
            widget.draw(desk.ui);
            CHECK(desk.node(widget.id).layer == Layer::chrome);
            CHECK(desk.ui.scene.layer(Layer::document).empty());
        }
    }
    TEST_CASE("the size of a widget does not hang on its state") {
        CHECK([] {
            Desk desk;
            return chip(desk.ui, "c", {0, 0}, "産業", "/", false);
        }() ==
              [] {
                  Desk desk;
                  return chip(desk.ui, "c", {0, 0}, "産業", "/", true);
              }());
    }
}

TEST_SUITE("links") {
    TEST_CASE("a route is followed here; an outside address is opened, and said to be outside") {
        Desk desk;
        link(desk.ui, "in", {0, 20}, "地図", "/map");
        link(desk.ui, "out", {0, 60}, "内閣官房", "https://www.cas.go.jp/");
        CHECK(same(desk.node("in").action, go("/map")));
        CHECK(desk.node("in").description.empty());
        CHECK(desk.node("out").action.kind == Action::Kind::open_url);
        CHECK(desk.node("out").href == "https://www.cas.go.jp/");
        CHECK(desk.node("out").description == "外部サイト");
    }
    TEST_CASE("a link is underlined: colour is not all that tells it from text") {
        Desk desk;
        link(desk.ui, "in", {10, 20}, "地図", "/map");
        bool underlined = false;
        for (const scene::Mark& mark : desk.ui.scene.layer(Layer::document))
            if (const auto* rect = std::get_if<scene::RectMark>(&mark))
                underlined = underlined || (rect->rect.w == 32 && rect->rect.y > 20);
        CHECK(underlined);
    }
}

TEST_SUITE("buttons") {
    TEST_CASE("a disabled button is said to be one and cannot be hit") {
        Desk desk;
        ButtonSpec spec;
        spec.id = "b", spec.label = "縮小", spec.disabled = true, spec.action = {Action::Kind::map_zoom, {}, {}, -1};
        button(desk.ui, {0, 0, 44, 44}, spec);
        CHECK(desk.node("b").disabled);
        CHECK_FALSE(desk.node("b").focusable());
        CHECK(desk.ui.scene.regions.empty());
    }
    TEST_CASE("an icon button's label is read, not drawn") {
        Desk desk;
        ButtonSpec spec;
        spec.id = "b", spec.label = "拡大", spec.icon_only = true;
        button(desk.ui, {0, 0, 44, 44}, spec);
        CHECK(desk.node("b").name == "拡大");
        CHECK(desk.drawn().empty());
    }
    TEST_CASE("button_width leaves room for label, icon and padding") {
        Desk desk;
        CHECK(button_width(desk.ui, "押す") == 2 * 16 + 32);
        CHECK(button_width(desk.ui, "押す", true) == 2 * 16 + 32 + 28);
    }
    TEST_CASE("a chip says whether it is on") {
        Desk desk;
        chip(desk.ui, "on", {0, 0}, "産業", "/stories", true);
        chip(desk.ui, "off", {200, 0}, "暮らし", "/stories?pillar=1", false);
        CHECK(desk.node("on").toggles);
        CHECK(desk.node("on").pressed);
        CHECK_FALSE(desk.node("off").pressed);
        CHECK(same(desk.node("off").action, adjust("/stories?pillar=1")));
    }
    TEST_CASE("chips wrap within their width, none overlaps another, all stand in a named group") {
        Desk desk;
        std::vector<ChipSpec> chips;
        for (int i = 0; i < 12; ++i)
            chips.push_back({"c" + std::to_string(i), "選択肢その" + std::to_string(i), "/stories", i == 3, ""});
        const float h = chip_group(desk.ui, "group", "テーマ", {16, 100}, 328, chips);
        std::vector<Rect> rects;
        for (const HitRegion& region : desk.ui.scene.regions) rects.push_back(region.rect);
        REQUIRE(rects.size() == 12);
        for (size_t a = 0; a < rects.size(); ++a) {
            CHECK(rects[a].x >= 16);
            CHECK(rects[a].right() <= 16 + 328);
            CHECK(rects[a].bottom() <= 100 + h + 0.5f);
            for (size_t b = a + 1; b < rects.size(); ++b) CHECK_FALSE(rects[a].intersects(rects[b]));
        }
        CHECK(desk.node("group").role == Role::group);
        CHECK(desk.node("group").name == "テーマ");
        CHECK(desk.node("c5").parent == 0);
    }
}

TEST_SUITE("fields") {
    TEST_CASE("a search field has its label, its content and its target") {
        Desk desk;
        const float h = search_field(desk.ui, "q", {0, 0}, 300, "言葉で探す", "交通", "例：農業", "query");
        const Node& node = desk.node("q");
        CHECK(node.name == "言葉で探す");
        CHECK(node.value == "交通");
        CHECK(node.placeholder == "例：農業");
        CHECK(node.action.kind == Action::Kind::set_text);
        CHECK(node.action.target == "query");
        CHECK(h >= 44 + 14);
        CHECK(desk.drawn() == "言葉で探す交通");
    }
    TEST_CASE("without content the placeholder is drawn; the field that is written in draws both itself") {
        Desk desk, browser;
        browser.env.native_fields = true;
        browser.state.focus = "q";
        search_field(desk.ui, "q", {0, 0}, 300, "", "", "例：農業", "query");
        search_field(browser.ui, "q", {0, 0}, 300, "", "交通", "例：農業", "query");
        CHECK(desk.drawn() == "例：農業");
        CHECK(browser.drawn().empty());
        CHECK(browser.node("q").name == "例：農業");
    }
    TEST_CASE("a select shows the chosen option; an unknown value shows the first") {
        Desk desk;
        select(desk.ui, "y", {0, 0}, 200, "年", "2023", years, "year");
        CHECK(desk.drawn() == "年2023年");
        CHECK(desk.node("y").options.size() == 3);
        CHECK(desk.node("y").value == "2023");
        Desk other;
        select(other.ui, "y", {0, 0}, 200, "", "1900", years, "year", "年");
        CHECK(other.drawn() == "2024年");
        CHECK(other.node("y").name == "年");
    }
    TEST_CASE("a select without options draws its value and does not fail") {
        Desk desk;
        select(desk.ui, "y", {0, 0}, 200, "年", "2023", {}, "year");
        CHECK(desk.drawn() == "年2023");
    }
    TEST_CASE("in the browser a select is the browser's: choosing is its action, it never opens ours") {
        Desk desk;
        desk.env.native_fields = true;
        desk.state.open = {"select:year"};
        select(desk.ui, "y", {0, 0}, 200, "年", "2023", years, "year");
        CHECK(desk.node("y").action.kind == Action::Kind::choose);
        CHECK_FALSE(desk.node("y").expands);
        CHECK(desk.ui.scene.regions.size() == 1);
    }
    TEST_CASE(
        "on the desktop it opens a list: one button an option, the chosen one marked, nothing outside the window") {
        std::vector<scene::Option> prefectures;
        for (int i = 1; i <= 47; ++i) prefectures.push_back({std::to_string(i), "都道府県" + std::to_string(i)});
        for (const Vec2 window : {Vec2{1280, 800}, Vec2{1920, 1080}, Vec2{800, 600}}) {
            CAPTURE(window.x);
            Desk desk;
            desk.env.window = window;
            desk.state.open = {"select:prefecture"};
            select(desk.ui, "p", {window.x - 260, 200}, 240, "都道府県", "13", prefectures, "prefecture");
            desk.ui.finish();
            CHECK(desk.node("p").expands);
            CHECK(desk.node("p").expanded);
            CHECK(same(desk.node("p").action, {Action::Kind::toggle, "select:prefecture", {}, 0}));
            std::vector<Rect> rows;
            float lowest = 1e9f;
            for (int i = 1; i <= 47; ++i) {
                const std::string id = "p:" + std::to_string(i);
                const Node& option = desk.node(id);
                CHECK(option.role == Role::button);
                CHECK(option.selected == (i == 13));
                CHECK(same(option.action, {Action::Kind::choose, "prefecture", std::to_string(i), 0}));
                const Rect r = desk.region(id).rect;
                lowest = std::min(lowest, r.h);
                CHECK(r.x >= 0);
                CHECK(r.right() <= window.x);
                CHECK(r.bottom() <= window.y);
                for (const Rect& other : rows) CHECK_FALSE(r.grown(-0.01f).intersects(other));
                rows.push_back(r);
            }
            CHECK(lowest >= target_px);
        }
    }
    TEST_CASE("an open list lies above what is drawn after it") {
        Desk desk;
        desk.state.open = {"select:year"};
        select(desk.ui, "y", {0, 0}, 200, "年", "2023", years, "year");
        card(desk.ui, "card", {0, 0, 600, 600}, "札", "/");
        desk.ui.finish();
        const Vec2 option = desk.region("y:2022").rect.center();
        CHECK(scene::hit(desk.ui.scene, option, 0)->node == "y:2022");
    }
}

TEST_SUITE("tables and notices") {
    TEST_CASE("a table is one: rows of cells with headers, every cell's words drawn") {
        Desk desk;
        TableSpec spec;
        spec.id = "t", spec.caption = "値の一覧";
        spec.columns = {{"年", 80, Align::left}, {"値", 0, Align::right}};
        spec.rows = {{"2023年", "1.20"}, {"2024年", "1.15"}};
        const float h = table(desk.ui, {0, 0}, 300, spec);
        CHECK(scene::dump_semantics(desk.ui.scene) ==
              "  table t \"値の一覧\"\n"
              "    row t:head\n"
              "      columnheader t:head/0 \"年\"\n"
              "      columnheader t:head/1 \"値\"\n"
              "    row t:0\n"
              "      rowheader t:0/0 \"2023年\"\n"
              "      cell t:0/1 \"1.20\"\n"
              "    row t:1\n"
              "      rowheader t:1/0 \"2024年\"\n"
              "      cell t:1/1 \"1.15\"\n");
        CHECK(desk.drawn() == "年値2023年1.202024年1.15");
        CHECK(desk.node("t").rect == Rect{0, 0, 300, h});
        CHECK(desk.node("t:1/1").rect.right() == 300);
    }
    TEST_CASE("long cells wrap inside their column, and the row grows") {
        Desk desk;
        TableSpec spec;
        spec.id = "t", spec.columns = {{"項目", 100, Align::left}, {"値", 0, Align::left}};
        spec.rows = {{"起点", "今後の調査で基準値が定まるため、まだありません。"}, {"目標", "短い"}};
        table(desk.ui, {0, 0}, 220, spec);
        CHECK(desk.node("t:0/1").rect.h > desk.node("t:1/1").rect.h);
        for (const scene::Mark& mark : desk.ui.scene.layer(Layer::document))
            if (const auto* text = std::get_if<scene::TextMark>(&mark))
                CHECK(text->baseline.x + fixed.width_px(text->text, text->font) <= 220.5f);
    }
    TEST_CASE("a row with cells missing or too many is drawn as far as there are columns") {
        Desk desk;
        TableSpec spec;
        spec.id = "t", spec.columns = {{"年", 80, Align::left}, {"値", 0, Align::left}};
        spec.rows = {{"2023年"}, {"2024年", "1", "2"}, {}};
        table(desk.ui, {0, 0}, 300, spec);
        CHECK_FALSE(desk.ui.scene.find("t:0/1"));
        CHECK_FALSE(desk.ui.scene.find("t:1/2"));
    }
    TEST_CASE("a notice is an alert with its words and its way out inside") {
        Desk desk;
        ButtonSpec retry;
        retry.id = "retry", retry.label = "再読み込み", retry.action = {Action::Kind::retry, "kpis", {}, 0};
        const float h = notice(desk.ui, "problem", {16, 100}, 328, "読み込めませんでした",
                               "ファイル：kpis.json\n直し方：作り直してください", &retry);
        const Node& alert = desk.node("problem");
        CHECK(alert.role == Role::alert);
        CHECK(alert.rect == Rect{16, 100, 328, h});
        CHECK(desk.node("retry").parent == 0);
        const Rect r = desk.region("retry").rect;
        CHECK(alert.rect.contains({r.x, r.y}));
        CHECK(r.bottom() < alert.rect.bottom());
        CHECK(desk.drawn() == "読み込めませんでしたファイル：kpis.json直し方：作り直してください再読み込み");
    }
    TEST_CASE("a source line begins with 出典") {
        Desk desk;
        source_line(desk.ui, {0, 0}, 600, "人口動態統計（厚生労働省）");
        CHECK(desk.drawn() == "出典：人口動態統計（厚生労働省）");
    }
}

TEST_SUITE("the pen") {
    TEST_CASE("heading and paragraph: the words are drawn and said, the height is that of the lines") {
        Desk desk;
        const float a = heading(desk.ui, {0, 0}, 600, "題", 2, style::section, "h");
        const float b =
            paragraph(desk.ui, {0, a}, 160, "十文字ずつで折り返す長い文である。そうである。", style::body, "p");
        CHECK(desk.node("h").level == 2);
        CHECK(a == doctest::Approx(style::section.line_px()));
        CHECK(b >= 2 * style::body.line_px());
        CHECK(desk.node("p").rect.h == b);
        CHECK(desk.node("p").name == "十文字ずつで折り返す長い文である。そうである。");
        CHECK(desk.drawn() == "題" + desk.node("p").name);
    }
    TEST_CASE("an empty paragraph takes no room and says nothing") {
        Desk desk;
        CHECK(paragraph(desk.ui, {0, 0}, 100, "") == 0);
        CHECK(desk.ui.scene.nodes.empty());
    }
    TEST_CASE("height() foretells glyph_block()") {
        Desk desk;
        for (const char* text :
             {"", "短い", "改行\nのある\n文", "とても長い文がここに入って、幅が足りないので何行かに分かれる。",
              "English words wrap at spaces, too."})
            for (const float width : {40.f, 120.f, 400.f})
                for (const int lines : {0, 1, 2}) {
                    CAPTURE(text);
                    CHECK(desk.ui.height(text, style::body, width, lines) ==
                          doctest::Approx(desk.ui.glyph_block({0, 0}, width, text, style::body, lines)));
                }
    }
    TEST_CASE("with a limit of lines the last one ends in an ellipsis, within the width") {
        Desk desk;
        desk.ui.glyph_block({0, 0}, 160, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", style::body,
                            2);
        CHECK(desk.drawn().find("…") != std::string::npos);
        for (const scene::Mark& mark : desk.ui.scene.layer(Layer::document))
            CHECK(fixed.width_px(std::get<scene::TextMark>(mark).text, style::body.font()) <= 160);
    }
    TEST_CASE("ids: given ones are kept, others are made from the parent's, unique among each other") {
        Desk desk;
        {
            Node list;
            list.id = "list", list.role = Role::list;
            Ui::Scope scope(desk.ui, list);
            paragraph(desk.ui, {0, 0}, 100, "一");
            paragraph(desk.ui, {0, 30}, 100, "二");
        }
        paragraph(desk.ui, {0, 60}, 100, "三");
        std::set<std::string> ids;
        for (const Node& node : desk.ui.scene.nodes) ids.insert(node.id);
        CHECK(ids.size() == 4);
        CHECK(ids.count("list/1"));
        CHECK(desk.ui.scene.nodes[1].parent == 0);
        CHECK(desk.ui.scene.nodes[3].parent == -1);
        CHECK(desk.ui.open_count() == 0);
    }
    TEST_CASE("a scope without a rectangle gets that of its children") {
        Desk desk;
        {
            Node group;
            group.id = "g", group.role = Role::group;
            Ui::Scope scope(desk.ui, group);
            paragraph(desk.ui, {10, 10}, 100, "一");
            paragraph(desk.ui, {10, 50}, 200, "二");
        }
        const Rect r = desk.node("g").rect;
        CHECK(r.x == 10);
        CHECK(r.y == 10);
        CHECK(r.w == 200);
    }
    TEST_CASE("the focus ring: black and yellow, around the control, inside the window, only for the keyboard") {
        Desk desk;
        desk.state.focus = "b", desk.state.focus_visible = true;
        ButtonSpec spec;
        spec.id = "b", spec.label = "押す", spec.action = go("/");
        button(desk.ui, {0, 0, 200, 44}, spec);
        desk.ui.finish();
        int rings = 0;
        for (const scene::Mark& mark : desk.ui.scene.layer(Layer::document))
            if (const auto* rect = std::get_if<scene::RectMark>(&mark);
                rect && (rect->stroke == ink::focus_outer || rect->stroke == ink::focus_inner)) {
                ++rings;
                CHECK(rect->rect.x >= 0);
                CHECK(rect->rect.y >= 0);
            }
        CHECK(rings == 2);

        Desk mouse;
        mouse.state.focus = "b";
        button(mouse.ui, {0, 0, 200, 44}, spec);
        const size_t marks = mouse.ui.scene.layer(Layer::document).size();
        mouse.ui.finish();
        CHECK(mouse.ui.scene.layer(Layer::document).size() == marks);
    }
    TEST_CASE("the focus ring of a field goes around its face, not around the letters within") {
        Desk desk;
        desk.state.focus = "f", desk.state.focus_visible = true;
        text_field(desk.ui, "f", {100, 100}, 300, "題", "人口", "title");
        desk.ui.finish();
        const Rect face = desk.region("f").rect;
        CHECK(desk.node("f").rect.x > face.x);
        int rings = 0;
        for (const scene::Mark& mark : desk.ui.scene.layer(Layer::document))
            if (const auto* rect = std::get_if<scene::RectMark>(&mark); rect && rect->stroke == ink::focus_outer) {
                ++rings;
                CHECK(rect->rect.x == face.x - 6);
                CHECK(rect->rect.right() == face.right() + 6);
            }
        CHECK(rings == 1);
    }
    TEST_CASE("a focus on what is not there any more draws nothing") {
        Desk desk;
        desk.state.focus = "gone", desk.state.focus_visible = true;
        desk.ui.finish();
        CHECK(desk.ui.scene.layer(Layer::document).empty());
    }
    TEST_CASE("every icon leaves ink, within its square") {
        for (int icon = 0; icon <= static_cast<int>(Icon::filter); ++icon) {
            CAPTURE(icon);
            std::vector<scene::Mark> marks;
            draw_icon(marks, static_cast<Icon>(icon), {50, 50}, 24, ink::text);
            CHECK_FALSE(marks.empty());
            for (const scene::Mark& mark : marks) {
                const Rect r = scene::bounds(mark);
                CHECK(r.x >= 50 - 12 - 3);
                CHECK(r.right() <= 50 + 12 + 3);
                CHECK(r.y >= 50 - 12 - 3);
                CHECK(r.bottom() <= 50 + 12 + 3);
            }
        }
    }
}
