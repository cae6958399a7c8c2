// The kiosk as a program: it stands between the window and the App, hears everything first, and lets through what a visitor may do. When what
// happens is decided by view::Kiosk; what is drawn by page/kiosk.h.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/desktop.h"
#include "app/kiosk_data.h"
#include "page/kiosk.h"
#include "view/kiosk.h"

namespace atlas::app {

/// Runs the kiosk in its window, or for one picture without any. Returns the process's exit code, or restart_code.
int run_kiosk(Session& session);
inline constexpr int restart_code = -1;  ///< the staff wants the program to begin anew

/// The machine's local time as strftime writes it; empty where the form asks for too much.
std::string local_time(const char* form);

class KioskProgram final : public platform::Events, public Keeper {
public:
    KioskProgram(platform::DesktopHost& host, const Session& session, Snapshot data);

    App& app() { return *app_; }
    bool wants_restart() const { return wants_restart_; }
    /// One of its screens, for a picture: see --kiosk-show.
    void show(const std::string& screen);

    // — Keeper —
    void make_room(ui::Environment& environment) override;
    void furnish(scene::Scene& scene) override;
    bool takes(const Action& action) override;

    // — Events —
    void frame(double now_ms) override;
    void resized() override { app_->resized(); }
    void scrolled() override { app_->scrolled(); }
    void pointer(const platform::PointerEvent& event) override;
    bool wheel(const platform::WheelEvent& event) override;
    bool key(const platform::KeyEvent& event) override;
    bool claims_touch(Vec2 window) override { return app_->claims_touch(window); }
    void node_focused(const std::string& id, bool by_keyboard) override { app_->node_focused(id, by_keyboard); }
    void node_activated(const std::string& id) override { app_->node_activated(id); }
    void node_changed(const std::string& id, const std::string& value) override { app_->node_changed(id, value); }
    void route_changed(const std::string&) override {}             // there is no address bar
    void file_opened(const std::string&, std::string) override {}  // nor a way to hand over a file
    void context_lost() override { app_->context_lost(); }
    void context_restored() override { app_->context_restored(); }
    void visible_again() override { app_->visible_again(); }

private:
    double time_ms() { return host_.now_ms() * options_.speed; }
    bool is_attract() const { return kiosk_.state() == view::Kiosk::State::attract; }
    bool touched();
    void pointer_down(const platform::PointerEvent& event);
    void pointer_up(const platform::PointerEvent& event);
    bool drags(const platform::PointerEvent& event);
    void glide();

    // what is due
    void take_signals();
    void next_slide();
    void look_for_edition();
    void take_edition();
    void start_over();
    void set_alarm();
    void count();
    void write_counts();
    void write_status();

    // what a button does
    void do_own(const std::string& target);
    bool do_with_text(const std::string& target);
    void do_staff(const std::string& target);
    void open_start();
    void open_page(const std::string& route);
    void go_back();
    void speak(Lang lang);
    void apply_choices();
    void press_digit(char digit);
    void edit_field(const std::string& text);
    const scene::Node* field();
    void end(bool restart);
    page::KioskView view();
    std::vector<std::string> status_lines();

    platform::DesktopHost& host_;
    GlyphMeasure measure_;  ///< remembers its letters from scene to scene
    const Session& session_;
    const KioskOptions& options_;
    std::unique_ptr<App> app_;
    view::Kiosk kiosk_;
    view::StaffCode code_;
    view::LongPress corner_;
    view::Usage usage_;
    Snapshot data_;
    std::optional<Snapshot> waiting_;  ///< checked, for the next idle moment
    EditionWatch watch_;
    std::string taken_at_;  ///< when the edition was last replaced
    page::KioskView::Screen screen_ = page::KioskView::Screen::start;
    page::KioskView::Sheet sheet_ = page::KioskView::Sheet::none;
    std::string address_, counted_, usage_file_;
    bool can_write_ = true, wants_restart_ = false, has_keys_ = false;
    int slide_ = -1, shown_slides_ = 0;  ///< of the tour; since the start
    int shown_wait_s_ = 0;
    bool swallows_ = false;  ///< until the hand is lifted
    struct Drag {
        Vec2 from;
        float scroll = 0;
        bool is_scrolling = false;
        double last_ms = 0;
        float last_y = 0, speed = 0;  ///< of the finger, px/ms
    };
    std::optional<Drag> drag_;
    double glide_speed_ = 0, glided_ms_ = 0, pretended_sleep_ms_ = 0, status_ms_ = 0;
};

}  // namespace atlas::app
