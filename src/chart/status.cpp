// The six states of a KPI and how they look: label, filter keys, and the strip of all KPIs.
#include <algorithm>
#include <cmath>

#include "chart/charts.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::chart {

using model::Gap;
using model::Status;
using scene::Node;
using scene::Role;
using ui::Ui;

StatusStyle status_style(Status status) {
    using ui::Icon;
    switch (status) {
        case Status::achieved: return {token::green_800, token::green_900, Icon::check};
        case Status::on_course: return {token::green_600, token::green_800, Icon::trend_up};
        case Status::accelerate: return {token::yellow_900, token::yellow_1000, Icon::arrow_right};
        case Status::behind: return {token::orange_800, token::orange_900, Icon::trend_down};
        case Status::reversing: return {token::red_800, token::red_900, Icon::arrow_down};
        case Status::not_judged: break;
    }
    return {token::solid_gray_600, token::solid_gray_600, Icon::circle_dotted};
}

const std::vector<std::string_view>& status_keys() {
    static const std::vector<std::string_view> keys = {"achieved",        "on_course",  "accelerate",       "behind",
                                                       "reversing",       "not_judged", "baseline_pending", "no_actual",
                                                       "too_little_data", "qualitative"};
    return keys;
}

const char* status_key(Status status) {
    static constexpr const char* keys[] = {"achieved", "on_course", "accelerate", "behind", "reversing", "not_judged"};
    return keys[static_cast<size_t>(status)];
}

const char* gap_key(Gap gap) {
    static constexpr const char* keys[] = {"", "baseline_pending", "no_actual", "too_little_data", "qualitative"};
    return keys[static_cast<size_t>(gap)];
}

bool passes_status(const model::Progress& progress, std::string_view key) {
    bool known = false;
    for (const std::string_view candidate : status_keys()) known = known || candidate == key;
    return !known || key == status_key(progress.status) || key == gap_key(progress.gap);
}

const char* status_word(const Words& words, Status status) {
    constexpr Word names[] = {Word::status_achieved, Word::status_on_course, Word::status_accelerate,
                              Word::status_behind,   Word::status_reversing, Word::status_not_judged};
    return words(names[static_cast<size_t>(status)]);
}

const char* gap_word(const Words& words, Gap gap) {
    constexpr Word names[] = {Word::gap_baseline_pending, Word::gap_no_actual, Word::gap_too_little_data,
                              Word::gap_qualitative};
    return gap == Gap::none ? "" : words(names[static_cast<size_t>(gap) - 1]);
}

const char* gap_meaning(const Words& words, Gap gap) {
    constexpr Word meanings[] = {Word::method_gap_baseline, Word::method_gap_actual, Word::method_gap_data,
                                 Word::method_gap_number};
    return gap == Gap::none ? "" : words(meanings[static_cast<size_t>(gap) - 1]);
}

std::string status_text(const Words& words, const model::Progress& progress) {
    const char* status = status_word(words, progress.status);
    if (progress.gap == Gap::none) return status;
    return words(Word::text_with_note, {{"text", status}, {"note", gap_word(words, progress.gap)}});
}

namespace {

constexpr float label_icon_px = 18, label_gap_px = 8;

ui::TextStyle word_style(Status status) { return ui::with_color(ui::style::bold, status_style(status).text_color); }

}  // namespace

float status_label(Ui& ui, Vec2 at, float width_px, const model::Progress& progress, std::string id) {
    const StatusStyle look = status_style(progress.status);
    ui.icon(look.icon, {at.x + label_icon_px / 2, at.y - 6}, label_icon_px, look.color);
    constexpr float indent = label_icon_px + label_gap_px;
    float w = indent, down = 0;
    w += ui.glyphs({at.x + w, at.y}, status_word(ui.words, progress.status), word_style(progress.status));
    if (progress.gap != Gap::none) {
        const char* gap = gap_word(ui.words, progress.gap);
        const float gap_w = ui.width(gap, ui::style::note);
        if (w + label_gap_px + gap_w <= width_px) {
            ui.glyphs({at.x + w + label_gap_px, at.y}, gap, ui::style::note);
            w += label_gap_px + gap_w;
        } else {
            down = status_line_px;
            ui.glyphs({at.x + indent, at.y + down}, gap, ui::style::note);
            w = std::max(w, indent + gap_w);
        }
    }
    Node node;
    node.id = std::move(id), node.role = Role::text, node.name = status_text(ui.words, progress),
    node.rect = {at.x, at.y - 16, w, 22 + down};
    ui.add(std::move(node));
    return down;
}

// ---- the strip ---------------------------------------------------------------------------------------------------

namespace {

constexpr float bar_px = 32, leader_px = 28, label_px = 60;

struct Segment {
    const StatusShare* share = nullptr;
    Rect bar;    ///< empty when the count is 0
    Rect label;  ///< where the link is
};

/// Edges lie on whole pixels, so that the hairlines between the units are equally sharp.
std::vector<Segment> segments_of(const std::vector<StatusShare>& shares, Vec2 at, float width_px, int total) {
    std::vector<Segment> segments;
    int before = 0;
    const auto edge = [&](int count) {
        return std::round(width_px * static_cast<float>(count) / static_cast<float>(std::max(1, total)));
    };
    for (const StatusShare& share : shares) {
        Segment segment;
        segment.share = &share;
        const float x0 = edge(before), x1 = edge(before + share.count);
        segment.bar = {at.x + x0, at.y, std::max(0.f, x1 - x0), bar_px};
        before += share.count;
        segments.push_back(segment);
    }
    return segments;
}

void draw_dotted_ground(Ui& ui, Rect r) {
    ui.rect(r, ui::ink::ground_second);
    const Color stroke = token::solid_gray_600;
    const Vec2 corners[] = {
        {r.x + 1, r.y + 1}, {r.right() - 1, r.y + 1}, {r.right() - 1, r.bottom() - 1}, {r.x + 1, r.bottom() - 1}};
    for (size_t i = 0; i < 4; ++i) ui.line(corners[i], corners[(i + 1) % 4], stroke, 1.5f, 3);
}

void draw_bar(Ui& ui, const Segment& segment, float unit_px) {
    if (segment.bar.empty()) return;
    const StatusStyle look = status_style(segment.share->status);
    const Rect r{segment.bar.x, segment.bar.y, segment.bar.w - 2, segment.bar.h};
    if (segment.share->status == Status::not_judged) {
        draw_dotted_ground(ui, r);
        return;
    }
    ui.rect(r, look.color);
    // One cell a KPI, where the cells are wide enough to be counted.
    if (unit_px < 8) return;
    for (int i = 1; i < segment.share->count; ++i)
        ui.rect({std::round(segment.bar.x + unit_px * static_cast<float>(i)) - 1, r.y, 1, r.h}, ui::ink::ground);
}

float label_width(const Ui& ui, const StatusShare& share) {
    const float number = ui.width(std::to_string(share.count), {ui::size::heading, Weight::bold});
    return std::max(number + 4 + ui.width(ui.words(Word::status_unit, {{"n", share.count}}), ui::style::note),
                    22 + ui.width(status_word(ui.words, share.status), ui::style::note_bold));
}

void draw_label(Ui& ui, const Segment& segment, const std::string& id) {
    const StatusShare& share = *segment.share;
    const StatusStyle look = status_style(share.status);
    const bool is_empty = share.count == 0;
    const Rect r = segment.label;
    const std::string node_id = id + ":" + status_key(share.status);
    const bool hover = ui.hovered(node_id) && !share.href.empty();
    const Color ink = is_empty ? ui::ink::soft : hover ? ui::ink::link : ui::ink::text;
    ui::figure(ui, {r.x, r.y + 26}, std::to_string(share.count), ui.words(Word::status_unit, {{"n", share.count}}),
               ui::size::heading, ink);
    ui.icon(look.icon, {r.x + 8, r.y + 44}, 16, look.color);
    const float word_w =
        ui.glyphs({r.x + 22, r.y + 49}, status_word(ui.words, share.status), ui::with_color(ui::style::note_bold, ink));
    if (hover) ui.rect({r.x + 22, r.y + 53, word_w, 2}, ui::ink::link);
    Node node;
    node.id = node_id, node.role = share.href.empty() ? Role::text : Role::link;
    node.name = ui.words(Word::status_count, {{"status", status_word(ui.words, share.status)}, {"n", share.count}});
    node.rect = r;
    node.href = share.href;
    if (!share.href.empty()) {
        node.action = go(share.href);
        ui.region(r, node_id, node.action);
        if (!segment.bar.empty()) ui.region(segment.bar, node_id, node.action);
    }
    ui.add(std::move(node));
}

/// Labels in one row below the bar, each as near to its segment as its neighbours allow; false when they do not fit.
bool place_in_row(const Ui& ui, std::vector<Segment>& segments, Vec2 at, float width_px) {
    constexpr float gap = 24;
    float needed = -gap;
    for (const Segment& segment : segments) needed += label_width(ui, *segment.share) + gap;
    if (needed > width_px) return false;
    float x = at.x;
    for (Segment& segment : segments) {
        const float w = label_width(ui, *segment.share);
        segment.label = {std::max(x, segment.bar.x), at.y + bar_px + leader_px, w, label_px};
        x = segment.label.right() + gap;
    }
    // What the wish for nearness pushed over the edge comes back from the right.
    float limit = at.x + width_px;
    for (size_t i = segments.size(); i-- > 0;) {
        segments[i].label.x = std::min(segments[i].label.x, limit - segments[i].label.w);
        limit = segments[i].label.x - gap;
    }
    return true;
}

/// The point of the segment nearest to its label, a little inside the ends.
float leader_start(const Segment& segment) {
    const float inset = std::min(8.f, (segment.bar.w - 2) / 2);
    return std::clamp(segment.label.x + 8, segment.bar.x + inset, segment.bar.right() - 2 - inset);
}

float place_in_grid(std::vector<Segment>& segments, Vec2 at, float width_px, float widest) {
    const int columns = std::max(2, static_cast<int>(width_px / (widest + 16)));
    const float column_w = width_px / static_cast<float>(columns);
    int i = 0;
    float bottom = at.y;
    for (Segment& segment : segments) {
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        segment.label = {at.x + column * column_w, at.y + bar_px + 12 + row * (label_px + 8),
                         std::min(widest, column_w), label_px};
        bottom = segment.label.bottom();
        ++i;
    }
    return bottom;
}

}  // namespace

float status_strip(Ui& ui, std::string id, Vec2 at, float width_px, const std::vector<StatusShare>& shares) {
    int total = 0;
    float widest = 0;
    std::vector<std::string> parts;
    for (const StatusShare& share : shares) {
        total += share.count;
        widest = std::max(widest, label_width(ui, share));
        parts.push_back(
            ui.words(Word::status_strip_part, {{"status", status_word(ui.words, share.status)}, {"n", share.count}}));
    }
    Node group;
    group.id = id, group.role = Role::group,
    group.name = ui.words(Word::status_strip, {{"n", total}, {"summary", text::listed(ui.words, parts)}});
    Ui::Scope scope(ui, std::move(group));
    std::vector<Segment> segments = segments_of(shares, at, width_px, total);
    const float unit_px = width_px / static_cast<float>(std::max(1, total));
    for (const Segment& segment : segments) draw_bar(ui, segment, unit_px);
    float bottom = at.y + bar_px + leader_px + label_px;
    if (place_in_row(ui, segments, at, width_px)) {
        for (const Segment& segment : segments)
            if (!segment.bar.empty())
                ui.line({leader_start(segment), segment.bar.bottom() + 4}, {segment.label.x + 8, segment.label.y},
                        ui::ink::hairline, 1);
    } else {
        bottom = place_in_grid(segments, at, width_px, widest);
    }
    for (const Segment& segment : segments) draw_label(ui, segment, id);
    return bottom - at.y;
}

}  // namespace atlas::chart
