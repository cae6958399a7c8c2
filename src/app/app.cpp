#include "app/app.h"

#include <cmath>
#include <utility>

#include "app/files.h"
#include "app/paper.h"
#include "page/later.h"
#include "scene/appearance.h"
#include "scene/transition.h"

namespace atlas::app {

App::App(platform::Host& host, Options options)
    : host_(host),
      options_(std::move(options)),
      measure_(host.glyphs()),
      painter_(host.glyphs()),
      loader_(host, [this] { invalidate(); }) {
    loader_.data().build_version = options_.build_version;
    loader_.data().public_url = host_.public_url();
    loader_.give_deck(options_.deck);
}

void App::start() {
    state_ = view::parse_route(host_.initial_route());
    invalidate();
}

void App::invalidate() {
    dirty_ = true;
    host_.request_frame();
}

ui::Environment App::environment() const {
    ui::Environment env;
    env.window = host_.window_px();
    env.touch = host_.coarse_pointer();
    env.native_fields = host_.native_fields();
    env.projector = options_.projector;
    if (keeper_) keeper_->make_room(env);
    return env;
}

void App::frame(double now_ms) {
    advance_camera(now_ms);
    advance_play(now_ms);
    read_own_data();
    hover_after_scrolling(host_.now_ms());
    if (in_briefing()) advance_briefing(now_ms);
    if (dirty_) rebuild();
    paint(now_ms);
    tell_platform(now_ms);
}

void App::advance_camera(double now_ms) {
    if (flight_) {
        const double t = std::min(1.0, (now_ms - flight_->start_ms) / flight_->duration_ms);
        const double eased = 1 - std::pow(1 - t, 3);
        const Flight flight = *flight_;
        if (t >= 1) flight_.reset();
        set_camera(chart::interpolate(flight.from, flight.to, eased));
        if (t >= 1 && flight.then) change(*flight.then, false);
    }
    if (const std::optional<MapStep> step = gestures_.coast(now_ms)) {
        if (const scene::HitRegion* map = map_region()) set_camera(chart::panned(camera(), map->rect, step->pan_px));
    }
}

void App::rebuild() {
    if (page::is_later(state_.page) || view::is_chosen(state_.look)) loader_.want_later_part();
    loader_.want(page::bundles_of(state_));
    if (!state_.query.empty() || state_.page == view::Page::search) loader_.want_readings();
    if (state_.level == view::Level::block) loader_.want_blocks();
    if (in_briefing() || (state_.page == view::Page::deck_editor && loader_.data().has_later_part()))
        loader_.want(page::later<page::bundles_of_deck>()(loader_.data(), state_));
    loader_.want_details(page::details_of(loader_.data(), shown(), environment()));
    // A page waits for the words of its language, and the first one for the breaks of its lines; the one before stays meanwhile.
    const bool knows_words = loader_.want_words(state_.lang), knows_phrases = loader_.want_phrases();
    if (!knows_words || !knows_phrases) return;
    view::ViewState shown = state_;
    if (!has_words(shown.lang)) shown.lang = Lang::ja;
    if (std::exchange(moves_, false) && !host_.reduced_motion() && loader_.data().has_later_part())
        before_ = std::move(scene_), moved_ms_ = host_.now_ms();
    scene_ = page::build(loader_.data(), shown, environment(), measure_);
    if (keeper_) keeper_->furnish(scene_);
    scene::apply(scene_, host_.appearance());
    dirty_ = false;
    mirror_pending_ = true;
    if (focus_heading_) {
        for (const scene::Node& node : scene_.nodes) {
            if (node.role != scene::Role::heading || node.level != 1) continue;
            wanted_focus_ = state_.focus = node.id;
            focus_heading_ = false;
            break;
        }
    }
    host_.set_page(scene_.title, scene_.description, scene_.lang, scene_.document_height);
}

const scene::Scene& App::current_scene() {
    if (dirty_) rebuild();
    return scene_;
}

void App::paint(double now_ms) {
    if (gl_lost_) return;
    const Vec2 window = host_.window_px();
    const float dpr = host_.dpr(), scroll = host_.scroll_px();
    const int width = static_cast<int>(std::lround(window.x * dpr)),
              height = static_cast<int>(std::lround(window.y * dpr));
    if (!host_.native_fields()) edit_focused_field(scroll);
    // While the camera moves its last picture may do; at rest it must be the map itself.
    constexpr double rest_ms = 120;
    const bool moving = now_ms - camera_moved_ms_ < rest_ms;
    constexpr double transition_ms = 200;
    const double moved = (host_.now_ms() - moved_ms_) / transition_ms;
    if (before_ && (moved >= 1 || before_->size != scene_.size)) before_.reset();
    bool exact = true;
    if (before_) {
        const auto eased = static_cast<float>(1 - std::pow(1 - std::max(0.0, moved), 3));
        exact =
            painter_.draw(page::later<scene::between>()(*before_, scene_, eased), scroll, width, height, dpr, moving);
        host_.request_frame();
    } else {
        exact = painter_.draw(scene_, scroll, width, height, dpr, moving);
    }
    if (!exact) host_.request_frame_in(rest_ms);
    host_.frame_drawn();
}

void App::edit_focused_field(float scroll_px) {
    const scene::Node* node = scene_.find(state_.focus);
    if (!node || !scene::is_text_field(node->role)) {
        edited_field_.clear();
        return painter_.edit(nullptr, {});
    }
    // The editor takes the keyboard one frame after it has appeared.
    if (edited_field_ != node->id) edited_field_ = node->id, host_.request_frame();
    paint::TextField field;
    field.window_rect = node->layer == scene::Layer::document ? node->rect.moved(0, -scroll_px) : node->rect;
    field.value = node->value, field.placeholder = node->placeholder;
    field.has_lines = node->role == scene::Role::textarea;
    field.ink = host_.appearance().dark ? scene::on_dark_ground(field.ink) : field.ink;
    const std::string target = node->action.target;
    painter_.edit(&field, [this, target](std::string text) {
        perform({Action::Kind::set_text, target, std::move(text), 0});
    });
}

void App::tell_platform(double now_ms) {
    const bool moving = flight_.has_value() || gestures_.coasting();
    if (mirror_pending_ && !moving && !gestures_.dragging()) {
        mirror_pending_ = false;
        const std::string operations = mirror_.update(scene_, wanted_focus_, state_.focus);
        wanted_focus_.clear();
        if (!operations.empty()) host_.mirror(operations);
    }
    if (!told_ready_ && loader_.settled()) {
        told_ready_ = true;
        host_.announce_ready(now_ms);
        loader_.want_later_part();  // the first picture stands: the next page should not have to wait
    }
    if (moving) host_.request_frame();
}

void App::change(view::ViewState next, bool push) {
    const bool other_page = next.page != state_.page || next.id != state_.id;
    const std::string before = view::route_of(state_), after = view::route_of(next);
    // A camera that moves takes everything with it.
    view::ViewState still = next;
    still.camera = state_.camera;
    moves_ = !other_page && before != after && view::route_of(still) == after;
    state_ = std::move(next);
    if (other_page) {
        before_.reset();
        flight_.reset();
        gestures_.cancel();
        focus_heading_ = push;
    }
    if (before != after) host_.set_route(after, push);
    invalidate();
}

std::string App::printed() {
    if (!loader_.data().has_later_part()) return {};
    return page::later<printed_page>()(loader_.data(), state_, measure_, host_.address_of(view::route_of(state_)));
}

void App::download(const Action& action) {
    const ui::Environment env = environment();
    page::later<hand_out>()({host_, loader_.data(), state_, env, measure_, options_.make_pdf,
                             [this](const scene::Scene& picture, int width, int height, float dpr) {
                                 painter_.draw(picture, 0, width, height, dpr);
                             },
                             [this](view::ViewState::Saved saved) {
                                 state_.saved = std::move(saved);
                                 invalidate();
                             }},
                            action);
}

void App::perform(const Action& action) {
    using Kind = Action::Kind;
    if (keeper_ && keeper_->takes(action)) return;
    if (in_briefing())
        if (std::optional<view::ViewState> next = page::later<after_button>()(loader_.data(), state_, action, host_))
            return change(std::move(*next), false);
    switch (action.kind) {
        case Kind::none: return;
        case Kind::retry: return loader_.retry();
        case Kind::open_url: return host_.open_url(action.target);
        case Kind::open_file: return host_.choose_file();
        case Kind::close_file: return close_own(action.target);
        case Kind::copy_link: {
            const std::string address = host_.address_of(route());
            return host_.copy_text(address, [this, address, group = action.text](bool copied) {
                using What = view::ViewState::Saved::What;
                state_.saved = {copied ? What::link : What::no_link, address, group};
                invalidate();
            });
        }
        case Kind::download: return download(action);
        case Kind::edit_deck: return edit_deck(action);
        case Kind::scroll_to:
            if (const scene::Node* node = scene_.find(action.target)) {
                // Reading goes on there, at once: "skip to the text" would be of no use otherwise.
                const std::string id = node->id;
                reveal(*node);
                set_focus(id, false);
                host_.mirror(mirror_.focus_operation(id));
            }
            return;
        case Kind::map_zoom:
            if (const scene::HitRegion* map = map_region())
                fly_to(chart::zoomed(camera(), map->rect, std::pow(1.6, action.value), map->rect.center()));
            return;
        case Kind::map_reset:
            if (const scene::HitRegion* map = map_region(); map && shown().camera)
                fly_to(chart::home_camera(map->rect));
            return;
        case Kind::map_pan:
            if (const scene::HitRegion* map = map_region()) {
                const float a = static_cast<float>(action.value) * 1.5707963f;
                fly_to(chart::panned(camera(), map->rect, {-120 * std::cos(a), -120 * std::sin(a)}));
            }
            return;
        case Kind::go: return travel(view::reduce(state_, action), true);
        case Kind::adjust: return travel(view::reduce(state_, action), false);
        case Kind::pick_feature: return pick(action);
        case Kind::set_text:
        case Kind::choose:
            if (state_.page == view::Page::deck_editor) edit_deck(action);
            [[fallthrough]];
        case Kind::toggle: return change(view::reduce(acted_on(action), action), false);
    }
}

}  // namespace atlas::app
