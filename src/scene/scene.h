// A page as plain data: marks to draw, regions to hit, nodes to read. Everything a person meets — the GPU picture, the
// DOM mirror, SVG and HTML, the tests — is made from a Scene; nothing may draw without saying what it means.
// Units are CSS pixels, y downwards. Knows neither ImGui nor GL nor the model.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/action.h"
#include "core/color.h"
#include "core/font.h"
#include "core/geometry.h"
#include "core/lang.h"
#include "core/map_mesh.h"

namespace atlas::scene {

/// Drawn in this order. `document` scrolls with the page; the others stay where the window is.
enum class Layer : uint8_t { backdrop, document, chrome, overlay };
inline constexpr Layer all_layers[] = {Layer::backdrop, Layer::document, Layer::chrome, Layer::overlay};
const char* to_string(Layer layer);

// ---- marks -------------------------------------------------------------------------------------------------------

struct RectMark {
    Rect rect;
    Color fill = transparent, stroke = transparent;
    float stroke_px = 0, radius_px = 0;  ///< the stroke lies inside the rectangle
    bool shadow = false;                 ///< elevation of what floats
};
struct TextMark {
    Vec2 baseline;     ///< left end of the baseline
    std::string text;  ///< one line
    Font font;
    Color color;
    Color halo = transparent;  ///< drawn behind, for labels on maps
};
struct PathMark {
    std::vector<Vec2> points;
    bool closed = false;
    Color fill = transparent;  ///< convex outlines only; use several marks for others
    Color stroke = transparent;
    float stroke_px = 1;
    float dash_px = 0;  ///< 0 = solid; else dash and gap are both this long
};
enum class Shape : uint8_t { circle, square, diamond, triangle, hexagon };
struct SymbolMark {
    Vec2 center;
    float radius_px = 4;  ///< of the circle with the same visual weight
    Shape shape = Shape::circle;
    Color fill = transparent, stroke = transparent;
    float stroke_px = 0;
};
/// A window on map geometry. plane → window: p * scale + offset. Main map and insets are one mark each, over one mesh.
struct MapMark {
    Rect rect;  ///< clip
    MapMeshPtr mesh;
    float scale = 1;            ///< pixels per plane unit (km)
    Vec2 offset;                ///< window position of the plane's origin
    std::vector<Color> fills;   ///< one a feature; of what is transparent the borders are not drawn either
    std::vector<bool> hatched;  ///< one a feature or empty: "no data"
    Color border = transparent, coast = transparent;
    float border_px = 1, coast_px = 1;
    Color outer = transparent;  ///< borders between prefectures, where the features are municipalities
    float outer_px = 1;
    int32_t emphasized = -1;  ///< feature drawn with `emphasis` outline
    Color emphasis = transparent;
    Color emphasis_halo = transparent;  ///< 1.5 px on both sides of it, so that it shows on any fill
    float emphasis_px = 2;

    Vec2 to_window(Vec2 plane) const { return plane * scale + offset; }
    Vec2 to_plane(Vec2 window) const { return (window - offset) * (1 / scale); }
    /// Nothing of it shows: another mark draws this feature.
    bool hides(size_t feature) const { return feature < fills.size() && !fills[feature].visible(); }
};
/// Everything after it, up to the matching ClipEnd of the same layer, shows only inside `rect`.
struct ClipMark {
    Rect rect;
};
struct ClipEnd {};

using Mark = std::variant<RectMark, TextMark, PathMark, SymbolMark, MapMark, ClipMark, ClipEnd>;

/// Where a mark may leave ink (without shadows); ClipEnd and empty paths give an empty rectangle.
Rect bounds(const Mark& mark);

// ---- hit regions -------------------------------------------------------------------------------------------------

enum class Cursor : uint8_t { arrow, hand, text, grab, none };

struct HitRegion {
    Layer layer = Layer::document;
    Rect rect;
    std::string node;  ///< id of the semantic node that it stands for
    Action action;
    Cursor cursor = Cursor::hand;
    bool is_map = false;  ///< takes drags, wheel and pinch; features are found through the MapMark
};

// ---- semantics ---------------------------------------------------------------------------------------------------

enum class Role : uint8_t {
    banner,
    navigation,
    main,
    complementary,
    contentinfo,
    region,
    group,
    search,
    heading,
    paragraph,
    text,
    link,
    button,
    searchbox,
    textbox,
    textarea,  ///< a text box of several lines
    combobox,
    list,
    listitem,
    table,
    caption,
    row,
    columnheader,
    rowheader,
    cell,
    image,
    status,
    alert,
    map_feature,
    separator,
};
const char* to_string(Role role);
inline bool is_text_field(Role role) {
    return role == Role::searchbox || role == Role::textbox || role == Role::textarea;
}

struct Option {
    std::string value, label;
    std::optional<Lang> lang{};  ///< as Node::lang
};

struct Node {
    std::string id;       ///< stable semantic key: "pref:13", "nav:map"; unique in the scene
    int32_t parent = -1;  ///< index of the parent node; parents come before children
    Role role = Role::group;
    std::string name;   ///< accessible name, or the text itself
    std::string value;  ///< text field content, chosen option
    std::string description;
    Rect rect;  ///< in the coordinates of `layer`
    Layer layer = Layer::document;
    Action action;     ///< what Enter or a click does
    std::string href;  ///< links: route, or an outside address
    std::string placeholder;
    std::optional<Lang> lang;     ///< of its texts, where it is not the parent's (at the root: the scene's)
    std::vector<Option> options;  ///< combobox
    uint8_t level = 0;            ///< heading
    bool current = false;         ///< the page one is on
    bool selected = false, pressed = false;
    bool toggles = false;  ///< a button with a pressed state
    bool expanded = false, expands = false;
    bool disabled = false;
    bool roving = false;  ///< a mark of a chart: its parent is the composite, arrow keys go to the mark that lies there
    int32_t pos_in_set = 0, set_size = 0;
    std::string composite;  ///< name of the widget that it is a part of: one tab stop, arrows move inside (APG)

    bool focusable() const { return (static_cast<bool>(action) || roving) && !disabled; }
};

// ---- the scene ---------------------------------------------------------------------------------------------------

struct Scene {
    std::string title;        ///< of the window or tab
    std::string description;  ///< one sentence, for <meta> and previews
    Lang lang = Lang::ja;     ///< of whatever says nothing else
    Vec2 size;                ///< of the window
    Color ground = rgb(0xFFFFFF);
    float document_height = 0;
    std::vector<Mark> marks[4];      ///< by Layer
    std::vector<HitRegion> regions;  ///< later ones lie above earlier ones of the same layer
    std::vector<Node> nodes;
    /// Marks that are one thing: where it went is shown when the view changes (transition.h).
    struct Part {
        std::string id;
        Layer layer = Layer::document;
        size_t first = 0, count = 0;  ///< of the layer's marks
        bool keeps_colours = false;   ///< in every scheme, such as a code that machines read
    };
    std::vector<Part> parts;
    float safe_top_px = 0, safe_bottom_px = 0;  ///< covered by bars: scrolling into view keeps clear of them

    std::vector<Mark>& layer(Layer l) { return marks[static_cast<size_t>(l)]; }
    const std::vector<Mark>& layer(Layer l) const { return marks[static_cast<size_t>(l)]; }
    const Node* find(std::string_view id) const;
};

/// Finds the nodes of an English scene that speak Japanese, and those of them whose children do not, and says so in Node::lang. What was
/// set before stays.
void mark_languages(Scene& scene);

/// Topmost region under a window point, with the page scrolled by `scroll_px`; nullptr if there is none.
const HitRegion* hit(const Scene& scene, Vec2 window, float scroll_px);

/// The mark that an arrow key reaches from the mark `from` among those of the same parent: the nearest within 60° of
/// `direction` (a unit vector), else the nearest on that side; nullptr at the edge.
const Node* neighbour_mark(const Scene& scene, const Node& from, Vec2 direction);

/// The scene as text, one mark or node a line, numbers rounded to 0.1: golden tests compare this.
std::string dump(const Scene& scene);
/// The nodes only, indented by depth: what a screen reader gets.
std::string dump_semantics(const Scene& scene);
/// The nodes as JSON, the form of `--dump-semantics` and window.__atlas.semantics().
std::string semantics_json(const Scene& scene, float scroll_px);

}  // namespace atlas::scene
