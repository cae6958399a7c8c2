#include "chart/time_slider.h"

#include <algorithm>
#include <cmath>

namespace atlas::chart {
namespace {

constexpr ui::TextStyle small = ui::style::note;
constexpr float one_row_px = 560, control_px = ui::target_px, gap_px = 8, list_px = 132, track_px = 56;

float play_width(const TimeSliderOptions& options) { return options.play ? control_px + gap_px : 0; }

float controls_width(const TimeSliderOptions& options) {
    return play_width(options) + control_px + 4 + list_px + 4 + control_px;
}

float x_of(const Rect& track, const TimeSliderOptions& options, int year) {
    const int first = options.years.front(), last = options.years.back();
    if (first == last) return track.center().x;
    const float inset = 14;
    return track.x + inset +
           (track.w - 2 * inset) * static_cast<float>(year - first) / static_cast<float>(last - first);
}

void draw_play(ui::Ui& ui, const TimeSliderOptions& options, const Rect& r) {
    const std::string id = options.id + ":play";
    const Vec2 c = r.center();
    ui.symbol(c, 20, scene::Shape::circle, ui.hovered(id) ? ui::ink::link_hover : ui::ink::link);
    if (options.playing) {
        ui.rect({c.x - 7, c.y - 8, 5, 16}, ui::ink::on_dark);
        ui.rect({c.x + 2, c.y - 8, 5, 16}, ui::ink::on_dark);
    } else {
        scene::PathMark mark;
        mark.points = {{c.x - 5, c.y - 9}, {c.x + 10, c.y}, {c.x - 5, c.y + 9}};
        mark.closed = true, mark.fill = ui::ink::on_dark;
        ui.marks().emplace_back(std::move(mark));
    }
    scene::Node node;
    node.id = id, node.role = scene::Role::button, node.rect = r, node.action = options.play;
    node.name = options.playing ? options.pause_label : options.play_label;
    ui.region(r, id, options.play);
    ui.add(std::move(node));
}

void draw_step(ui::Ui& ui, const TimeSliderOptions& options, const Rect& r, bool forward) {
    const std::optional<int> to =
        forward ? year_after(options.years, options.year) : year_before(options.years, options.year);
    ui::ButtonSpec spec;
    spec.id = options.id + (forward ? ":next" : ":previous");
    spec.label = forward ? options.next_label : options.previous_label;
    spec.kind = ui::ButtonKind::quiet, spec.has_icon = spec.icon_only = true;
    spec.icon = forward ? ui::Icon::chevron_right : ui::Icon::chevron_left;
    spec.disabled = !to;
    if (to) spec.action = options.choose(*to);
    ui::button(ui, r, spec);
}

void draw_controls(ui::Ui& ui, Vec2 at, float width_px, const TimeSliderOptions& options) {
    float x = at.x;
    if (options.play) {
        draw_play(ui, options, {x, at.y, control_px, control_px});
        x += control_px + gap_px;
    }
    draw_step(ui, options, {x, at.y, control_px, control_px}, false);
    x += control_px + 4;
    if (!options.list)
        return draw_step(ui, options, {at.x + width_px - control_px, at.y, control_px, control_px}, true);
    std::vector<scene::Option> list;
    for (auto year = options.years.rbegin(); year != options.years.rend(); ++year)
        list.push_back({std::to_string(*year), options.text(*year)});
    ui::select(ui, options.id + ":year", {x, at.y}, list_px, "", std::to_string(options.year), list,
               options.choose_target, options.name);
    draw_step(ui, options, {x + list_px + 4, at.y, control_px, control_px}, true);
}

void draw_line(ui::Ui& ui, const Rect& track, const TimeSliderOptions& options) {
    const float y = track.y + 16;
    const auto line = [&](float x0, float x1, Color color) { ui.rect({x0, y - 2, x1 - x0, 4}, color, 2); };
    for (size_t i = 0; i + 1 < options.years.size(); ++i) {
        const int from = options.years[i], to = options.years[i + 1];
        const float x0 = x_of(track, options, from), x1 = x_of(track, options, to);
        const Color color = to <= options.year ? ui::ink::link : token::solid_gray_420;
        if (to - from == 1) {
            line(x0, x1, color);
            continue;
        }
        // Missing years: the line breaks off, and a cross stands where each would be.
        for (int year = from + 1; year < to; ++year) {
            const Vec2 c{x_of(track, options, year), y};
            ui.line({c.x - 3, c.y - 3}, {c.x + 3, c.y + 3}, ui::ink::soft, 1.5f);
            ui.line({c.x - 3, c.y + 3}, {c.x + 3, c.y - 3}, ui::ink::soft, 1.5f);
        }
    }
}

void draw_years(ui::Ui& ui, const Rect& track, const TimeSliderOptions& options) {
    const float y = track.y + 16;
    // Close together they are small, so that missing years between them are still seen.
    const int span = options.years.back() - options.years.front();
    const bool dense = span > 0 && track.w / static_cast<float>(span) < 16;
    const float dot_px = dense ? 2.5f : 4, current_px = dense ? 7.f : 10.f;
    std::vector<Rect> taken;
    const auto label = [&](int year, const ui::TextStyle& style) {
        const std::string text = options.text(year);
        const float w = ui.width(text, style);
        const float x = std::clamp(x_of(track, options, year) - w / 2, track.x, std::max(track.x, track.right() - w));
        const Rect box{x, track.y + 30, w, 18};
        for (const Rect& other : taken)
            if (other.grown(6).intersects(box)) return;
        taken.push_back(box);
        ui.glyphs({x, track.y + 45}, text, style);
    };
    for (const int year : options.years) {
        const float x = x_of(track, options, year);
        const bool current = year == options.year;
        if (!current)
            ui.symbol({x, y}, dot_px, scene::Shape::circle, year < options.year ? ui::ink::link : ui::ink::ground,
                      year < options.year ? ui::ink::link : ui::ink::field, 1.5f);
    }
    if (std::find(options.years.begin(), options.years.end(), options.year) != options.years.end()) {
        ui.symbol({x_of(track, options, options.year), y}, current_px, scene::Shape::circle, ui::ink::link,
                  ui::ink::ground, 2);
        label(options.year, ui::style::note_bold);
    }
    label(options.years.front(), small);
    label(options.years.back(), small);
}

void add_regions(ui::Ui& ui, const Rect& track, const TimeSliderOptions& options) {
    for (size_t i = 0; i < options.years.size(); ++i) {
        const float x = x_of(track, options, options.years[i]);
        const float left = i == 0 ? track.x : (x + x_of(track, options, options.years[i - 1])) / 2;
        const float right =
            i + 1 == options.years.size() ? track.right() : (x + x_of(track, options, options.years[i + 1])) / 2;
        // Where the list of years stands elsewhere on the page, that says what is chosen here.
        ui.region({left, track.y, right - left, ui::target_px}, options.list ? options.id + ":year" : "",
                  options.choose(options.years[i]));
    }
}

}  // namespace

std::optional<int> year_after(const std::vector<int>& years, int year) {
    const auto at = std::upper_bound(years.begin(), years.end(), year);
    if (at == years.end()) return {};
    return *at;
}

std::optional<int> year_before(const std::vector<int>& years, int year) {
    const auto at = std::lower_bound(years.begin(), years.end(), year);
    if (at == years.begin()) return {};
    return *std::prev(at);
}

int play_start(const std::vector<int>& years, int year) {
    if (years.empty()) return year;
    return year >= years.back() ? years.front() : year;
}

std::vector<int> missing_years(const std::vector<int>& years) {
    std::vector<int> missing;
    for (size_t i = 0; i + 1 < years.size(); ++i)
        for (int year = years[i] + 1; year < years[i + 1]; ++year) missing.push_back(year);
    return missing;
}

Rect time_track(const ui::Ui&, Vec2 at, float width_px, const TimeSliderOptions& options) {
    if (!options.list) {
        const float left = play_width(options) + control_px;
        return {at.x + left, at.y + 6, width_px - left - control_px, track_px};
    }
    const float controls = controls_width(options);
    if (width_px >= one_row_px) return {at.x + controls + 16, at.y + 6, width_px - controls - 16, track_px};
    return {at.x, at.y + control_px + 8, width_px, track_px};
}

int year_at(const Rect& track, const TimeSliderOptions& options, float x) {
    int best = options.year;
    float nearest = 1e9f;
    for (const int year : options.years) {
        const float distance = std::abs(x_of(track, options, year) - x);
        if (distance < nearest) nearest = distance, best = year;
    }
    return best;
}

float draw_time_slider(ui::Ui& ui, Vec2 at, float width_px, const TimeSliderOptions& options) {
    if (options.years.empty() || ui.env.on_paper) return 0;  // what is shown says of which year it is
    scene::Node group;
    group.id = options.id, group.role = scene::Role::group, group.name = options.name;
    ui::Ui::Scope scope(ui, std::move(group));
    const Rect track = time_track(ui, at, width_px, options);
    draw_controls(ui, at, width_px, options);
    draw_line(ui, track, options);
    draw_years(ui, track, options);
    add_regions(ui, track, options);
    float bottom = track.bottom();
    if (!options.missing_note.empty())
        bottom += options.list ? ui::paragraph(ui, {track.x, bottom}, track.w, options.missing_note, small)
                               : ui::paragraph(ui, {at.x, bottom}, width_px, options.missing_note, small);
    return bottom - at.y;
}

}  // namespace atlas::chart
