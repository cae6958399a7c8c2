// What is being looked at: the ViewState, its address, and how an Action changes it.
// Everything that a copied link must restore is in the route; hover, focus and open lists are not.
#pragma once
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/action.h"
#include "core/lang.h"
#include "geo/geo.h"

namespace atlas::view {

enum class Page {
    overview,
    map,
    pillars,
    pillar,
    stories,
    story,
    kpis,
    kpi,
    logic,
    output,
    roadmap,
    trends,
    trend,
    compare,
    history,
    search,
    changes,
    about,
    briefings,    ///< the decks
    briefing,     ///< a slide on the stage
    notes,        ///< the presenter's view of it
    deck_editor,  ///< the slides of one of the reader's own decks, to be changed
    not_found
};

/// Camera of the national map. zoom 1 shows the whole country in the window at hand, whatever its size.
struct MapCamera {
    geo::LonLat center;
    double zoom = 1;
};
inline constexpr double min_zoom = 1, max_zoom = 40;
/// From here on the map shows municipalities by itself, where the indicator has values for them.
inline constexpr double municipal_zoom = 4.5;

/// What the map's areas are. Automatic: prefectures, close to municipalities.
enum class Level { automatic, block, prefecture, municipality };

/// How the map draws its figures.
struct MapLook {
    enum class Form : unsigned char { areas, symbols, tiles, flows };
    enum class Classes : unsigned char { automatic, quantile, equal, natural, continuous, manual };
    Form form = Form::areas;
    Classes classes = Classes::automatic;
    std::string limits;         ///< of manual classes, as the reader wrote them: page::parse_limits
    bool same_classes = false;  ///< limits of all years together, so that years can be compared
    bool patterns = false;      ///< classes differ by hatches and dots too
    std::string shown;          ///< filter: numbers of classes, low to high, "n" for no data ("04n"); empty = all
    int earlier = 0;            ///< > 0: the year shown less this one
    std::string second;         ///< another indicator with it, in the same areas; "" = none
    int second_year = 0;        ///< 0 = its latest
    bool beside = false;        ///< on a map of its own beside the first, with the same camera
};

/// Whether the areas are drawn otherwise than by themselves.
inline bool is_chosen(const MapLook& look) {
    return look.form != MapLook::Form::areas || look.classes != MapLook::Classes::automatic || look.same_classes ||
           look.patterns || look.earlier > 0 || !look.second.empty();
}

/// What happens while a deck is shown and no address holds: times, pointer and pen, a number being typed.
struct Presenting {
    struct Ink {
        std::vector<Vec2> points;
    };
    std::optional<Vec2> laser;  ///< on the stage, 0 … 1 across and down
    std::vector<Ink> ink;
    bool draws = false;                     ///< the presenter's pointer is the pen
    bool is_down = false;                   ///< and touches the picture
    std::string shown;                      ///< slide that slide_ms belongs to
    std::string typed;                      ///< digits of a slide's number
    std::string audience;                   ///< presenter's view: the address that the stage shows
    double started_ms = -1, slide_ms = -1;  ///< when the deck and this slide were first shown, as Host::now_ms
    double now_ms = 0, clock_ms = 0;        ///< that time, and the time of day
};

struct ViewState {
    // — in the route —
    Lang lang = Lang::ja;  ///< "/en" in front: English
    Page page = Page::overview;
    std::string id;                    ///< pillar, story or KPI
    std::string indicator;             ///< map; empty = the first
    int year = 0;                      ///< map; 0 = the latest. 工程表: the first of the fiscal years shown; 0 = all
    std::string prefecture;            ///< map: chosen area; stories: filter. "01" … "47"
    std::string municipality;          ///< map: chosen area in that prefecture, "32525"
    std::string block;                 ///< map: chosen regional block, by name
    Level level = Level::automatic;    ///< map
    std::optional<MapCamera> camera;   ///< unset: whole country
    bool markers = true;               ///< story markers on the map
    MapLook look;                      ///< map
    bool as_table = false;             ///< the map's figures as a table in code order instead of a ranking
    std::string query, pillar, theme;  ///< story filters; query: the search, the KPI board and the logic model as well
    std::string status;  ///< KPI filter: a key of status_keys(); history: how KPIs of the strategy before go on
    std::string
        node;  ///< logic model: the item in focus; 工程表: the impact or output that is shown; KPI filter: what they serve
    std::string kpi_level;    ///< KPI filter: one of kpi_levels
    std::string order;        ///< KPIs: one of kpi_orders; empty = as in the strategy
    bool with_value = false;  ///< KPI filter: those that have an observation
    bool as_cards = false;    ///< KPIs: small multiples instead of rows
    std::string deck;         ///< this view was reached from a slide of that deck: it stays on the stage
    int slide = 1,
        step =
            0;  ///< of the deck: 1 …; steps that have been done. Editor: the slide that is open to be written, 0: none
    std::string added,
        added_focus;  ///< decks: address of a view that shall become a slide, and the node of it that the slide is about

    // — transient —
    std::set<std::string> open;    ///< expanded parts: "sheet", "select:prefecture"
    std::string hover, focus;      ///< node ids
    bool focus_visible = false;    ///< the focus came by keyboard
    std::string hover_feature;     ///< map feature code under the pointer
    std::optional<Rect> zoom_box;  ///< being drawn on the map, window pixels
    struct Saved {
        enum class What : unsigned char { file, no_file, no_picture, link, no_link } what = What::file;
        std::string name;   ///< of the file, or on the desktop its path; of a link the address
        std::string group;  ///< Action::text: whose buttons asked for it
    };
    std::optional<Saved> saved;  ///< what this page has just handed out
    std::shared_ptr<const Presenting> presenting;
};

/// A slide, or what was reached from one: drawn for the hall, without bars.
inline bool on_stage(const ViewState& state) { return state.page == Page::briefing || !state.deck.empty(); }
/// The stage or the presenter's view.
inline bool in_briefing(const ViewState& state) { return on_stage(state) || state.page == Page::notes; }
/// What shows slides, or lists them: none of it can be a slide.
inline bool is_of_decks(const ViewState& state) {
    return in_briefing(state) || state.page == Page::briefings || state.page == Page::deck_editor;
}
/// The page of the decks, asking into which of them this view shall go as a slide; `focus`: the node that it is about, empty: the page.
std::string route_to_add(const ViewState& state, std::string_view focus = {});
/// Values of ViewState::kpi_level and ::order; others are not read from an address.
inline constexpr std::string_view kpi_levels[] = {"impact", "outcome", "output", "state-role"};
inline constexpr std::string_view kpi_orders[] = {"status", "gap", "year"};

/// What municipalities need has to be fetched for this view.
bool wants_municipalities(const ViewState& state);
/// One step up: municipality → its prefecture → the country; a block → the country. Unchanged at the top.
ViewState one_level_up(const ViewState& state);
/// Another indicator on the map, in its latest year. Classes chosen on the legend and the year compared with were the other's.
void choose_indicator(ViewState& state, const std::string& key);
/// Flag in ViewState::open: the map's years go by by themselves.
inline constexpr const char* playing = "map:playing";
inline constexpr const char* time_node = "map:time";  ///< semantic id of the map's time slider
/// Semantic id of a map area, and back; areas are named by their codes ("32", "32525") or a block's name.
std::string feature_node(std::string_view code);
std::string feature_of_node(std::string_view node);  ///< "" when it is none

/// "/map?i=tfr&y=2024&p=32&c=135.21,35.02,4" → state; "/en/map?…" is the same in English. Unknown pages give Page::not_found, unknown or malformed
/// parameters are ignored. `route` starts with "/", without "#".
ViewState parse_route(std::string_view route);

/// The shortest route that parse_route turns into the same state.
std::string route_of(const ViewState& state);

/// The state with one field changed, as an address: hrefs of links and filters.
template <class Change>
std::string route_with(ViewState state, Change change) {
    change(state);
    return route_of(state);
}

/// A route in a language: pages name each other without one ("/kpis"), and what leaves a page gets the page's own.
std::string route_in(Lang lang, std::string_view route);

/// Next state. Navigation drops transient fields. Map actions need the current camera in `state.camera` (App fills it in).
ViewState reduce(const ViewState& state, const Action& action);

}  // namespace atlas::view
