// Pages: functions from the model and the state to a scene. One file a page; `build` puts the frame (top bar, tab bar,
// footer) around it.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "model/load.h"
#include "model/lookup.h"
#include "model/progress.h"
#include "scene/scene.h"
#include "ui/ui.h"
#include "view/view.h"

namespace atlas::page {

struct OwnData;      // page/own_data.h
struct DeckEditing;  // page/briefing_editor.h

/// Target of the Action::Kind::close_file that brings back what an opened edition took the place of. No deck can have this id.
inline constexpr const char* close_edition = "edition:";

/// What a single-file edition says of itself, checked: its bytes are those of its manifest. See bundle/edition_file.h.
struct Seal {
    std::string file, edition;
    std::string signer, fingerprint;  ///< empty: not signed
    bool is_known = false;            ///< the key is among those that this program was given as known
    size_t files = 0;
    Problems problems;  ///< why it was refused; then nothing else is set
};

/// What has arrived so far. A null part is loading or failed; `problems` says which.
struct Data {
    struct Part {
        enum class State { loading, ready, failed } state = State::loading;
        Problems problems;
    };
    std::shared_ptr<const model::Policy> policy;
    std::shared_ptr<const model::Stories> stories;
    std::shared_ptr<const model::Kpis> kpis;
    std::shared_ptr<const model::Places> places;
    std::shared_ptr<const model::Indicators> indicators;
    std::shared_ptr<const model::LogicModel> logic;
    std::shared_ptr<const model::Roadmap> roadmap;
    std::shared_ptr<const model::Background> background;
    std::shared_ptr<const model::Trends> trends;
    std::shared_ptr<const model::Briefings> briefings;
    std::shared_ptr<const model::Municipalities> municipalities;
    std::shared_ptr<const model::Indicators> municipal_indicators;
    MapMeshPtr map;            ///< 47 prefectures
    MapMeshPtr block_map;      ///< 8 regional blocks, made of them when first wanted
    MapMeshPtr municipal_map;  ///< 1,741 municipalities at the national scale
    std::map<model::DetailKey, MapMeshPtr>
        details;                              ///< municipalities of single prefectures, finer; null: not to be had
    std::string map_source;                   ///< "N03-2025" or "natural-earth"
    Part parts[model::bundle_count];          ///< by model::BundleName
    Part later_part{Part::State::ready, {}};  ///< of the program: in a browser it follows the first picture
    Part words{Part::State::ready, {}};       ///< English texts, likewise
    Problems link_problems;                   ///< dangling ids found once everything was there
    std::string build_version;
    std::string public_url;            ///< where readers find this atlas, as far as the "#"; empty: nobody has said it
    std::shared_ptr<const Seal> seal;  ///< of a single-file edition; null: the data is a folder or a site
    std::shared_ptr<const Seal> refused;  ///< the one that was opened last, where it was refused
    bool is_replaced = false;  ///< shown in place of what the program began with, which there is a way back to
    std::shared_ptr<const model::PreviousEdition>
        previous;                        ///< null while its part is ready: this is the first edition
    std::shared_ptr<const OwnData> own;  ///< the reader's own table; stays on the device
    std::string deck_file;  ///< of a deck that was opened last: why it was refused, or that it cannot be kept
    Problems deck_problems;
    std::shared_ptr<const DeckEditing> editing;  ///< what has been done to a deck of the reader's own in this window

    bool has_later_part() const { return later_part.state == Part::State::ready; }
    const Part& part(model::BundleName name) const { return parts[static_cast<size_t>(name)]; }
};

/// True for pages whose program a browser fetches after the first picture; see scripts/split.mjs.
bool is_later(view::Page page);
/// What a page draws from: only these are fetched when it is opened.
std::vector<model::BundleName> bundles_of(const view::ViewState& state);
/// Finer boundaries of what the map shows now.
std::vector<model::DetailKey> details_of(const Data& data, const view::ViewState& state,
                                         const ui::Environment& environment);

/// The map of the reader's own table: its first column, at the level that it has values for.
void show_own_data(const Data& data, view::ViewState& state);

/// Years of the map: where playing begins (from the last one at the first), and the next; 0 at the end or without any.
int first_played_year(const Data& data, const view::ViewState& state);
int year_after(const Data& data, const view::ViewState& state);

struct Context {
    const Data& data;
    const view::ViewState& state;
    ui::Ui& ui;
    int today_year = 2026;  ///< for "time elapsed" wordings only; judgements use observation dates

    // Set by build(): the space of the page's own content.
    float left = 0, width = 0, top = 0;
    float bottom = 0;  ///< pages set it: where their content ended
};

/// The whole scene of the page in `state`.
scene::Scene build(const Data& data, const view::ViewState& state, const ui::Environment& environment,
                   const TextMeasure& measure);

/// The part of the window that the interactive map of the map page takes.
Rect map_rect(const ui::Environment& environment);

// The pages. Each starts at ctx.top, keeps within ctx.left/width and sets ctx.bottom, ui.scene.title and .description.
void overview(Context& ctx);
void map(Context& ctx);
void pillars(Context& ctx);  ///< all five
void pillar(Context& ctx);
void stories(Context& ctx);
void story(Context& ctx);
void kpis(Context& ctx);
void kpi(Context& ctx);
void logic(Context& ctx);    ///< the logic model as a diagram
void output(Context& ctx);   ///< one output (a … r) or the state's role
void roadmap(Context& ctx);  ///< 工程表
void trends(Context& ctx);   ///< national trends
void trend(Context& ctx);
void compare(Context& ctx);    ///< 新結合: what the stories join; 1.0 → 2.0
void history(Context& ctx);    ///< events, older lists of pillars, roles, surveys
void search(Context& ctx);     ///< one search over everything
void changes(Context& ctx);    ///< what differs from the data edition before
void briefings(Context& ctx);  ///< the decks for briefings
void deck_editor(Context& ctx);
void about(Context& ctx);
void not_found(Context& ctx);

/// True when all `needed` parts are there; otherwise draws what is loading or wrong (file, place, remedy, retry) and returns false.
bool require(Context& ctx, std::initializer_list<model::BundleName> needed);

}  // namespace atlas::page
