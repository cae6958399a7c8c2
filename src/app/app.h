// The program: owns the data, the view state and the current scene, and turns events into actions and frames.
// App::frame reads as a table of contents; gestures.h, loader.h and the pages do the work.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/briefing.h"
#include "app/edition.h"
#include "app/files.h"
#include "app/gestures.h"
#include "app/loader.h"
#include "chart/map_camera.h"
#include "page/page.h"
#include "paint/painter.h"
#include "platform/host.h"
#include "scene/mirror.h"

namespace atlas::app {

struct Options {
    std::string build_version;
    bool projector = false;
    std::string (*decode)(std::string bytes) = nullptr;  ///< a file's bytes to UTF-8; null: the platform has done it
    MakePdf make_pdf{};                                  ///< empty: the platform prints
    std::vector<std::string> known_keys{};               ///< of signers whom somebody here has checked
    std::shared_ptr<const model::Briefing> deck{};       ///< beside those of the data, in place of one of its name
};

/// Stands between a visitor and the program: the desktop's kiosk. A browser has none, and nothing of it.
class Keeper {
public:
    virtual ~Keeper() = default;
    virtual void make_room(ui::Environment& environment) = 0;  ///< for what it draws on the window's edge
    virtual void furnish(scene::Scene& scene) = 0;             ///< with what it draws
    virtual bool takes(const Action& action) = 0;              ///< true: done, or not to be done here
};

class App final : public platform::WebEvents {
public:
    App(platform::Host& host, Options options);

    /// For platforms without text fields of their own.
    void set_field_editor(std::unique_ptr<paint::FieldEditor> editor) { painter_.set_field_editor(std::move(editor)); }
    /// What the single-file edition says of itself that the host reads from the start, or why it was refused.
    void set_seal(std::shared_ptr<const page::Seal> seal);
    /// The host reads another edition from now on. The page stays as it is.
    void replace_data(std::shared_ptr<const page::Seal> seal);
    void set_keeper(Keeper* keeper) { keeper_ = keeper; }
    /// Reads the address and starts loading; frames follow.
    void start();

    void frame(double now_ms) override;
    void resized() override;
    void scrolled() override;
    void pointer(const platform::PointerEvent& event) override;
    bool wheel(const platform::WheelEvent& event) override;
    bool key(const platform::KeyEvent& event) override;
    bool claims_touch(Vec2 window) override;
    void node_focused(const std::string& id, bool by_keyboard) override;
    void node_activated(const std::string& id) override;
    void node_changed(const std::string& id, const std::string& value) override;
    void route_changed(const std::string& route) override;
    void file_opened(const std::string& name, std::string text) override;
    void context_lost() override;
    void context_restored() override;
    void visible_again() override;
    void window_told(const std::string& message) override;
    const std::string& id_of(uint32_t mirror_key) override { return mirror_.id_of(mirror_key); }
    std::string printed() override;
    std::string semantics() override { return scene::semantics_json(current_scene(), host_.scroll_px()); }
    void go_to(const std::string& route) override { perform(go(route)); }
    bool map_complete() override;
    Vec2 window_of_place(double lon_deg, double lat_deg) override;
    std::string hover_points() override;
    std::string shown_tooltip() override;

    /// Everything that was asked for has arrived or failed.
    bool settled() const { return loader_.settled(); }
    /// The scene as it stands, rebuilt if the state changed since the last frame.
    const scene::Scene& current_scene();
    const page::Data& data() const { return loader_.data(); }
    const view::ViewState& state() const { return state_; }
    std::string route() const { return view::route_of(state_); }

private:
    // frame
    void advance_camera(double now_ms);
    void advance_play(double now_ms);
    void advance_briefing(double now_ms);
    void read_own_data();
    void read_own_deck();
    void read_own_edition();
    void use_edition(const OpenedEdition& edition);
    void leave_edition();
    void close_own(const std::string& deck);
    void edit_deck(const Action& action);
    void rebuild();
    void paint(double now_ms);
    void edit_focused_field(float scroll_px);
    void tell_platform(double now_ms);

    // input
    void perform(const Action& action);
    void change(view::ViewState next, bool push);
    void download(const Action& action);
    void click(Vec2 window);
    void hover(Vec2 window);
    void hover_after_scrolling(double now_ms);
    void travel(view::ViewState next, bool push);
    void pick(const Action& action);
    bool box_pointer(const platform::PointerEvent& event);
    bool focus_area(platform::Key key);
    void show_area(const scene::Node& node, const std::string& code);
    const scene::Node* neighbour(const scene::Node& from, platform::Key direction) const;
    const scene::Node* by_rank(const scene::Node& from, platform::Key key) const;
    void fly_to(const view::MapCamera& target);
    void set_camera(const view::MapCamera& camera);
    /// What acts: the state, or on a slide the page that stands on it.
    view::ViewState shown() const { return shown(state_); }
    view::ViewState shown(const view::ViewState& state) const;
    view::ViewState acted_on(const Action& action) const;
    bool briefing_key(const platform::KeyEvent& event);
    void hears_briefing(const platform::PointerEvent& event);
    bool in_briefing() const { return view::in_briefing(state_) && loader_.data().has_later_part(); }
    bool map_key(const platform::KeyEvent& event);
    bool page_key(const platform::KeyEvent& event);
    bool chart_key(const platform::KeyEvent& event);
    void move_focus(int step);
    bool list_key(const platform::KeyEvent& event);
    void set_focus(const std::string& id, bool visible);
    void reveal(const scene::Node& node);

    // the map in the current scene
    const scene::HitRegion* map_region() const;
    const scene::HitRegion* map_at(Vec2 window) const;
    std::string feature_at(Vec2 window) const;
    view::MapCamera camera() const;
    bool map_has_focus() const;

    ui::Environment environment() const;
    void invalidate();

    platform::Host& host_;
    Options options_;
    Keeper* keeper_ = nullptr;
    GlyphMeasure measure_;
    paint::Painter painter_;
    Loader loader_;
    view::ViewState state_;
    scene::Scene scene_;
    scene::MirrorDiff mirror_;
    Gestures gestures_;
    bool dirty_ = true;            ///< scene_ is older than state_ or the data
    bool mirror_pending_ = false;  ///< the tree changed since it was last sent
    bool told_ready_ = false;
    bool gl_lost_ = false;
    std::string wanted_focus_;    ///< node that the platform shall focus with the next frame
    std::string edited_field_;    ///< field that the painter's editor shows
    bool focus_heading_ = false;  ///< after navigation: the new page's h1
    std::string pressed_node_;
    Vec2 press_at_, last_click_at_, pointer_at_{-1, -1};
    double last_click_ms_ = 0;
    double scrolled_ms_ = 0;  ///< since when what lies under the pointer may be another thing; 0: it is known
    struct Flight {
        view::MapCamera from, to;
        double start_ms, duration_ms;
        std::shared_ptr<const view::ViewState> then{};  ///< a slide that it flies to
    };
    std::optional<Flight> flight_;
    std::optional<scene::Scene>
        before_;                       ///< what the view was before it changed, while things move to where they are now
    double moved_ms_ = 0;              ///< since when
    bool moves_ = false;               ///< the next scene shows where things went
    std::string own_file_, own_text_;  ///< opened, until the places are there that it is joined to
    std::shared_ptr<const page::Seal> first_seal_;  ///< of the data that an opened edition took the place of
    double camera_moved_ms_ = -1e9;                 ///< when the map's camera changed last
    BriefingLink briefing_;
    double next_step_ms_ = 0;  ///< when the map's next year is shown; 0: nothing plays
};

}  // namespace atlas::app
