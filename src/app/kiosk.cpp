#include "app/kiosk.h"

#include <cmath>
#include <csignal>

#include "core/strings.h"
#include "page/briefing.h"
#include "scene/scene.h"

namespace atlas::app {

using page::KioskView;
using platform::PointerEvent;
using Screen = KioskView::Screen;
using Sheet = KioskView::Sheet;
using State = view::Kiosk::State;

namespace {

constexpr float corner_px = 96;

/// For the soak test only: what cannot be done to a machine from a script. Nobody listens unless --speed is given.
volatile std::sig_atomic_t wants_context_loss = 0, wants_sleep = 0;
void on_signal(int signal) { (signal == SIGUSR1 ? wants_context_loss : wants_sleep) = 1; }

}  // namespace

KioskProgram::KioskProgram(platform::DesktopHost& host, const Session& session, Snapshot data)
    : host_(host),
      measure_(host.glyphs()),
      session_(session),
      options_(session.arguments.kiosk),
      app_(std::make_unique<App>(host, Options{version, false, nullptr, {}, {}, session.deck})),
      kiosk_({options_.idle_ms, options_.languages}),
      code_(options_.code),
      data_(std::move(data)),
      watch_(session) {
    if (data_.read) host_.read_from(data_.read);
    app_->set_seal(data_.seal);
    app_->set_keeper(this);
    app_->start();
    if (options_.speed > 1) std::signal(SIGUSR1, on_signal), std::signal(SIGUSR2, on_signal);
}

// ---- what is drawn -------------------------------------------------------------------------------------------------

KioskView KioskProgram::view() {
    KioskView view;
    view.screen = is_attract() ? Screen::attract : screen_, view.sheet = sheet_;
    view.languages = options_.languages, view.choices = kiosk_.choices;
    view.can_go_back = screen_ != Screen::start;
    view.has_keys = has_keys_, view.address = address_;
    view.typed = code_.typed(), view.slide = shown_slides_;
    view.wait_s = static_cast<int>(std::ceil(code_.wait_ms(time_ms()) / 1000));
    if (sheet_ == Sheet::staff) view.status = status_lines();
    return view;
}

void KioskProgram::make_room(ui::Environment& environment) {
    environment.touch = true;
    environment.on_paper = is_attract();  // one touch anywhere ends the tour: nothing on it is operated
    environment.window.y -= page::kiosk_bar_px(view(), environment.window);
}

void KioskProgram::furnish(scene::Scene& scene) {
    const view::ViewState& state = app_->state();
    const ui::Interaction interaction{state.hover, state.focus, state.focus_visible, {}};
    page::draw_kiosk(scene, app_->data(), view(), interaction, host_.window_px(), measure_);
}

// ---- hands and keys ------------------------------------------------------------------------------------------------

/// True when the touch belongs to the kiosk alone.
bool KioskProgram::touched() {
    const bool was_attract = is_attract();
    const bool only_begins = kiosk_.touch(time_ms());
    if (was_attract) open_start();
    if (only_begins) sheet_ = Sheet::none, app_->resized();
    return only_begins;
}

void KioskProgram::pointer(const PointerEvent& given) {
    PointerEvent event = given;
    event.touch = true;
    host_.request_frame();
    switch (event.kind) {
        case PointerEvent::Kind::down: return pointer_down(event);
        case PointerEvent::Kind::move:
            if (swallows_ || !drag_ || drags(event)) return;
            return app_->pointer(event);
        case PointerEvent::Kind::up: return pointer_up(event);
        case PointerEvent::Kind::cancel:
        case PointerEvent::Kind::leave: break;
    }
    corner_.up(), drag_.reset();
    app_->pointer(event);
}

void KioskProgram::pointer_down(const PointerEvent& event) {
    const Vec2 window = host_.window_px();
    if (code_.exists() && sheet_ == Sheet::none && event.window.x > window.x - corner_px && event.window.y < corner_px)
        corner_.down(time_ms());
    glide_speed_ = 0;
    // The loop is left when the hand is lifted: until then it may be the staff's long press.
    if (is_attract()) return void(swallows_ = true);
    swallows_ = touched();
    if (swallows_) return;
    drag_ = Drag{event.window, host_.scroll_px(), false, host_.now_ms(), event.window.y, 0};
    app_->pointer(event);
}

void KioskProgram::pointer_up(const PointerEvent& event) {
    corner_.up();
    if (is_attract()) touched();
    const bool was_scrolling = drag_ && drag_->is_scrolling;
    if (was_scrolling && !host_.reduced_motion()) glide_speed_ = -drag_->speed, glided_ms_ = host_.now_ms();
    const bool is_known = drag_.has_value();
    drag_.reset();
    if (std::exchange(swallows_, false) || was_scrolling || !is_known) return;
    app_->pointer(event);
}

/// A finger scrolls what is no map, as on a phone.
bool KioskProgram::drags(const PointerEvent& event) {
    constexpr float slack_px = 12;
    kiosk_.touch(time_ms());
    const Vec2 moved = event.window - drag_->from;
    if (length(moved) > slack_px) corner_.up();
    if (!drag_->is_scrolling) {
        if (std::abs(moved.y) < slack_px || app_->claims_touch(drag_->from) || screen_ != Screen::page) return false;
        drag_->is_scrolling = true;
        PointerEvent cancel = event;
        cancel.kind = PointerEvent::Kind::cancel;
        app_->pointer(cancel);
    }
    const double now = host_.now_ms(), passed = std::max(1.0, now - drag_->last_ms);
    drag_->speed = 0.7f * drag_->speed + 0.3f * (event.window.y - drag_->last_y) / static_cast<float>(passed);
    drag_->last_ms = now, drag_->last_y = event.window.y;
    host_.scroll_to(drag_->scroll - moved.y);
    app_->scrolled();
    return true;
}

void KioskProgram::glide() {
    constexpr double rest = 0.03, decay_ms = 325;
    if (std::abs(glide_speed_) < rest) return;
    const double now = host_.now_ms(), passed = now - glided_ms_;
    glided_ms_ = now;
    host_.scroll_to(host_.scroll_px() + static_cast<float>(glide_speed_ * passed));
    glide_speed_ *= std::exp(-passed / decay_ms);
    host_.request_frame();
}

bool KioskProgram::wheel(const platform::WheelEvent& event) {
    if (is_attract() || screen_ != Screen::page || sheet_ != Sheet::none) return true;
    kiosk_.touch(time_ms());
    return app_->wheel(event);
}

bool KioskProgram::key(const platform::KeyEvent& event) {
    if (touched() || event.key == platform::Key::escape || event.ctrl) return true;
    if (const scene::Node* node = field(); node && sheet_ == Sheet::none) {
        if (event.character) return edit_field(node->value + event.character), true;
        if (event.key == platform::Key::backspace) return edit_field(page::without_last(node->value)), true;
    }
    return app_->key(event);
}

const scene::Node* KioskProgram::field() {
    if (is_attract() || screen_ != Screen::page) return nullptr;
    const scene::Node* node = app_->current_scene().find(app_->state().focus);
    return node && scene::is_text_field(node->role) ? node : nullptr;
}

void KioskProgram::edit_field(const std::string& text) {
    constexpr size_t most_bytes = 90;
    const scene::Node* node = field();
    if (!node || text.size() > most_bytes) return;
    const std::string id = node->id;
    app_->node_changed(id, text);
}

// ---- what is due ---------------------------------------------------------------------------------------------------

void KioskProgram::frame(double now_ms) {
    take_signals();
    glide();
    if (corner_.take(time_ms())) {
        touched();
        drag_.reset();
        swallows_ = true, sheet_ = Sheet::code, code_.erase();
        kiosk_.choices.letters = 0;  // the menu needs all of the window
        apply_choices();
    }
    switch (kiosk_.tick(time_ms(), platform::slept_ms() + pretended_sleep_ms_)) {
        case view::Kiosk::Turn::none: break;
        case view::Kiosk::Turn::next_slide: next_slide(); break;
        case view::Kiosk::Turn::warn: sheet_ = Sheet::warning, app_->resized(); break;
        case view::Kiosk::Turn::reset:
            start_over();
            next_slide();
            break;
    }
    // The seconds to wait are counted down, one picture each.
    if (const int wait_s = view().wait_s; std::exchange(shown_wait_s_, wait_s) != wait_s) app_->resized();
    const bool has_keys = field() != nullptr;
    const bool opens_keys = has_keys && !has_keys_;
    if (has_keys != has_keys_) has_keys_ = has_keys, app_->resized();
    app_->frame(now_ms);
    // What is typed must stand above the keys.
    if (const scene::Node* node = opens_keys ? field() : nullptr)
        host_.scroll_to(node->rect.y - app_->current_scene().safe_top_px - 40);
    count();
    write_status();
    set_alarm();
}

void KioskProgram::set_alarm() {
    double due = kiosk_.due_ms();
    if (corner_.is_down()) due = std::min(due, corner_.due_ms());
    if (sheet_ == Sheet::code && code_.wait_ms(time_ms()) > 0) due = std::min(due, time_ms() + 1000);
    host_.alarm_at(due / options_.speed);
}

void KioskProgram::take_signals() {
    if (std::exchange(wants_context_loss, 0)) host_.lose_context();
    if (std::exchange(wants_sleep, 0)) pretended_sleep_ms_ += 3600'000;
}

/// The tour goes from stop to stop: a slide, and each of its steps.
void KioskProgram::next_slide() {
    constexpr double until_loaded_ms = 500;
    look_for_edition();
    take_edition();
    host_.forget_history();
    const model::Briefing* deck = app_->data().briefings ? app_->data().briefings->find(options_.deck) : nullptr;
    const Lang lang = kiosk_.choices.lang;
    std::string route = "/briefing/" + options_.deck;
    double stands_ms = until_loaded_ms;
    if (deck && !deck->slides.empty()) {
        int stops = 0, wanted = ++slide_;
        for (const model::Slide& slide : deck->slides) stops += 1 + static_cast<int>(slide.steps.size());
        wanted %= stops;
        size_t at = 0;
        for (; wanted > static_cast<int>(deck->slides[at].steps.size()); ++at)
            wanted -= 1 + static_cast<int>(deck->slides[at].steps.size());
        const model::Slide& slide = deck->slides[at];
        route += "?slide=" + std::to_string(at + 1) + (wanted > 0 ? "." + std::to_string(wanted) : "");
        stands_ms =
            view::reading_ms(lang == Lang::en ? slide.title_en + slide.caption_en : slide.title + slide.caption);
        ++shown_slides_;
        // Light and dark by turns: no part of the screen has the same ground all day.
        host_.set_appearance({(slide_ / stops) % 2 == 1, false});
    }
    app_->go_to(view::route_in(lang, route));
    host_.forget_history();
    app_->resized();
    kiosk_.begin_slide(time_ms(), stands_ms);
}

/// Nothing of the visitor remains: language, letters, contrast, what was typed and opened, where the page was scrolled to.
void KioskProgram::start_over() {
    if (const auto visit = kiosk_.take_visit()) {
        usage_.count_visit(local_time("%Y-%m-%d"), visit->duration_ms);
        write_counts();
    }
    sheet_ = Sheet::none, screen_ = Screen::start;
    address_.clear(), counted_.clear(), code_.erase();
    corner_.up(), drag_.reset(), glide_speed_ = 0, has_keys_ = false;
    apply_choices();
    app_->node_focused({}, false);
    app_->route_changed(view::route_in(kiosk_.choices.lang, "/briefing/" + options_.deck));
    host_.set_route(app_->route(), false);
    host_.forget_history();
    host_.scroll_to(0);
}

void KioskProgram::look_for_edition() {
    Snapshot found;
    if (watch_.look(waiting_ ? waiting_->mark : data_.mark, found) == EditionWatch::News::fresh)
        waiting_ = std::move(found);
}

void KioskProgram::take_edition() {
    if (!waiting_ || !is_attract()) return;
    data_ = std::move(*waiting_);
    waiting_.reset();
    host_.read_from(data_.read);
    app_->replace_data(data_.seal);
    platform::return_memory();  // two editions were there for a moment: the room of one goes back to the machine
    taken_at_ = local_time("%Y-%m-%d %H:%M");
}

// ---- what a button does --------------------------------------------------------------------------------------------

bool KioskProgram::takes(const Action& action) {
    using Answer = page::KioskAnswer;
    const bool is_own = action.kind == Action::Kind::toggle && action.target.rfind("kiosk:", 0) == 0;
    const Answer answer = page::kiosk_answer(action, is_attract());
    if (is_own) do_own(action.target);
    if (answer == Answer::is_elsewhere) {
        const bool is_site = action.kind == Action::Kind::open_url;
        sheet_ = Sheet::link, address_ = is_site ? action.target : host_.address_of(action.target);
    }
    if (answer == Answer::no_files) sheet_ = Sheet::no_files, address_ = host_.address_of(app_->route());
    const bool is_taken = is_own || answer != Answer::is_done;
    if (is_taken) app_->resized();
    return is_taken;
}

void KioskProgram::do_own(const std::string& target) {
    namespace act = page::kiosk_action;
    if (do_with_text(target)) return;
    if (target == act::home) return open_start();
    if (target == act::back) return go_back();
    if (target == act::places) return void(screen_ = Screen::places);
    if (target == act::go_on || target == act::close) return void(sheet_ = Sheet::none);
    if (target == act::letters) kiosk_.choices.letters = (kiosk_.choices.letters + 1) % 3, apply_choices();
    if (target == act::contrast) kiosk_.choices.contrast = !kiosk_.choices.contrast, apply_choices();
    if (target == act::done) app_->node_focused({}, false);
    if (const scene::Node* node = field()) {
        const std::string value = node->value;
        if (target == act::erase) edit_field(page::without_last(value));
        if (target == act::voiced)
            edit_field(page::with_next_form(value, Words(kiosk_.choices.lang)(Word::kiosk_kana_next)));
    }
    do_staff(target);
}

/// Buttons whose action says more than its name.
bool KioskProgram::do_with_text(const std::string& target) {
    namespace act = page::kiosk_action;
    const auto after = [&target](std::string_view name) -> std::optional<std::string> {
        if (target.rfind(name, 0) != 0) return std::nullopt;
        return target.substr(name.size());
    };
    if (const auto route = after(act::open)) return open_page(*route), true;
    if (const auto tag = after(act::language)) return speak(*tag == to_string(Lang::en) ? Lang::en : Lang::ja), true;
    if (const auto digit = after(act::digit)) return press_digit(digit->empty() ? '0' : digit->front()), true;
    if (const auto letter = after(act::key)) {
        if (const scene::Node* node = field()) edit_field(node->value + *letter);
        return true;
    }
    return false;
}

void KioskProgram::do_staff(const std::string& target) {
    namespace act = page::kiosk_action;
    if (sheet_ != Sheet::staff) return;
    if (target == act::reload) look_for_edition();
    if (target == act::restart) end(true);
    if (target == act::exit) end(false);
}

void KioskProgram::open_start() {
    screen_ = Screen::start, sheet_ = Sheet::none;
    app_->node_focused({}, false);
    // What lies below is not seen, but what it needs is what a visitor asks for first.
    app_->route_changed(view::route_in(kiosk_.choices.lang, "/map"));
    host_.set_route(app_->route(), false);
    host_.forget_history();
    counted_.clear();
    apply_choices();
}

void KioskProgram::open_page(const std::string& route) {
    screen_ = Screen::page;
    app_->route_changed(view::route_in(kiosk_.choices.lang, route));
    host_.set_route(app_->route(), false);
    host_.forget_history();
    host_.scroll_to(0);
    app_->resized();
}

void KioskProgram::go_back() {
    if (screen_ == Screen::places) return void(screen_ = Screen::start);
    const std::string route = host_.history_step(-1);
    if (route.empty()) return open_start();
    app_->route_changed(route);
}

void KioskProgram::speak(Lang lang) {
    kiosk_.choices.lang = lang;
    view::ViewState state = view::parse_route(app_->route());
    state.lang = lang;
    app_->route_changed(view::route_of(state));
    host_.set_route(app_->route(), false);
}

void KioskProgram::apply_choices() {
    host_.set_zoom(view::letter_scale(kiosk_.choices.letters));
    host_.set_appearance({false, kiosk_.choices.contrast});
    app_->resized();
}

void KioskProgram::press_digit(char digit) {
    if (sheet_ != Sheet::code) return;
    if (code_.digit(digit, time_ms()) == view::StaffCode::Answer::right) sheet_ = Sheet::staff;
}

void KioskProgram::end(bool restart) {
    wants_restart_ = restart;
    write_counts();
    host_.quit();
}

void KioskProgram::show(const std::string& screen) {
    kiosk_.touch(time_ms());
    open_start();
    if (screen == "places") screen_ = Screen::places;
    if (screen == "warning" || screen == "link") open_page("/kpis");
    if (screen.front() == '/') open_page(screen);
    if (screen == "warning") sheet_ = Sheet::warning;
    if (screen == "link") sheet_ = Sheet::link, address_ = "https://www.chisou.go.jp/";
    if (screen == "keys") open_page("/search"), app_->node_focused("search:query", false);
    if (screen == "code") sheet_ = Sheet::code;
    if (screen == "staff") sheet_ = Sheet::staff;
    app_->resized();
}

}  // namespace atlas::app
