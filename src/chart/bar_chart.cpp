#include "chart/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "chart/place_labels.h"
#include "chart/plot.h"
#include "text/text.h"

namespace atlas::chart {

using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float axis_px = 28;

double total_of(const BarChartOptions& options, size_t category) {
    double total = 0;
    for (const BarSeries& series : options.series)
        if (series.values[category]) total += std::abs(*series.values[category]);
    return total;
}

/// What is drawn: the value, or its share of the category in %.
std::optional<double> drawn_value(const BarChartOptions& options, size_t series, size_t category) {
    const std::optional<double>& value = options.series[series].values[category];
    if (!value || !options.as_shares) return value;
    // A share of a whole that is not known whole would be wrong.
    for (const BarSeries& part : options.series)
        if (!part.values[category]) return std::nullopt;
    const double total = total_of(options, category);
    return total > 0 ? std::optional<double>(*value / total * 100) : std::nullopt;
}

std::string value_words(const BarChartOptions& options, size_t series, size_t category) {
    const std::optional<double>& value = options.series[series].values[category];
    if (!value) return std::string(options.words->missing);
    std::string said = options.formats->value(*value, options.unit);
    if (options.as_shares && drawn_value(options, series, category))
        said += " " + options.formats->number(*drawn_value(options, series, category), 1) + "%";
    if (category < options.tentative.size() && options.tentative[category])
        said += " " + std::string(options.words->tentative);
    return said;
}

struct Bars {
    Rect area;
    ValueScale y;
    BandScale x;
    std::string unit;
};

Bars lay_bars(const Ui& ui, const BarChartOptions& options, Rect outer, float right_px) {
    Extent value;
    value.add(0);
    for (size_t c = 0; c < options.categories.size(); ++c) {
        double up = 0, down = 0;
        for (size_t s = 0; s < options.series.size(); ++s) {
            const double v = drawn_value(options, s, c).value_or(0);
            value.add(v), (v > 0 ? up : down) += v;
        }
        if (options.stacked) value.add(up), value.add(down);
    }
    if (options.as_shares) value = {0, 100, true};
    Bars bars;
    bars.unit = options.as_shares ? "%" : options.unit;
    const float top = outer.y + 28, bottom = outer.bottom() - axis_px;
    bars.y = value_scale(value.from, value.to, false, bottom - top > 260 ? 5 : 4, bottom, top);
    float left = 0;
    for (const double tick : bars.y.ticks)
        left = std::max(left, ui.width(options.formats->tick(tick, bars.unit, bars.y.step), style::note));
    left += 8;
    bars.area = {outer.x + left, top, outer.w - left - right_px, bottom - top};
    bars.x = {bars.area.x, bars.area.right(), static_cast<int>(options.categories.size()), 0.3f};
    return bars;
}

void draw_axes(Ui& ui, const Bars& bars, const BarChartOptions& options) {
    float widest = 0;
    for (const double tick : bars.y.ticks) {
        const float y = std::round(bars.y(tick));
        ui.hline(bars.area.x, bars.area.right(), y, token::solid_gray_100);
        widest =
            std::max(widest, ui.glyphs({bars.area.x - 8, y + 5}, options.formats->tick(tick, bars.unit, bars.y.step),
                                       style::note, Align::right));
    }
    ui.glyphs({bars.area.x - 8 - widest, bars.area.y - 14},
              fill(options.words->unit, {{"unit", options.formats->base_unit(bars.unit)}}), style::note);
    float free_from = bars.area.x - 24;
    for (size_t c = 0; c < options.categories.size(); ++c) {
        const float w = ui.width(options.categories[c], style::note), x = bars.x.center(static_cast<int>(c)) - w / 2;
        if (x < free_from) continue;
        ui.glyphs({x, bars.area.bottom() + 21}, options.categories[c], style::note);
        free_from = x + w + 8;
    }
}

Rect bar_rect(const Bars& bars, float x, float width, double from, double to) {
    const float a = std::round(bars.y(from)), b = std::round(bars.y(to));
    return {std::round(x), std::min(a, b), std::max(1.f, std::round(width)), std::max(1.f, std::abs(b - a))};
}

/// Tones of a stack from dark to pale, so that it reads in gray too; bars side by side take the series colours.
Color bar_color(const BarChartOptions& options, size_t series) {
    static constexpr Color stack[] = {token::blue_1000, token::light_blue_700, token::blue_200, token::solid_gray_600,
                                      token::solid_gray_200};
    return options.stacked && series < std::size(stack) ? stack[series] : series_color(series);
}

void draw_bar(Ui& ui, Rect r, Color color, bool tentative) {
    if (tentative)
        ui.frame(r, color, 2, 0, pale(color));
    else if (contrast_ratio(color, ui::ink::ground) < 3)
        ui.frame(r, token::solid_gray_600, 1, 0, color);
    else
        ui.rect(r, color);
    // A white hairline parts neighbours in a stack.
    ui.rect({r.x, r.y, r.w, 1}, ui::ink::ground);
}

void draw_value_inside(Ui& ui, Rect r, Color color, bool tentative, const std::string& text) {
    if (r.h < 22 || ui.width(text, style::note_bold) > r.w - 6) return;
    const bool dark = !tentative && contrast_ratio(color, ui::ink::ground) >= 4.5;
    ui.glyphs({r.center().x, r.center().y + 5}, text,
              ui::with_color(style::note_bold, dark ? ui::ink::on_dark : ui::ink::text), Align::center);
}

void draw_bars(Ui& ui, const Bars& bars, const BarChartOptions& options) {
    const auto lanes = options.stacked ? size_t{1} : options.series.size();
    const float lane_px = bars.x.width() / static_cast<float>(lanes ? lanes : 1);
    for (size_t c = 0; c < options.categories.size(); ++c) {
        double up = 0, down = 0;
        const bool tentative = c < options.tentative.size() && options.tentative[c];
        for (size_t s = 0; s < options.series.size(); ++s) {
            const std::optional<double> value = drawn_value(options, s, c);
            double& from = value.value_or(0) >= 0 ? up : down;
            const double base = options.stacked ? from : 0;
            const float x = bars.x.start(static_cast<int>(c)) + (options.stacked ? 0 : lane_px * static_cast<float>(s));
            const float w = options.stacked ? lane_px : std::max(1.f, lane_px - 1);
            Rect r = bar_rect(bars, x, w, base, base + value.value_or(0));
            const std::string id = options.text.id + ":" + std::to_string(s) + ":" + std::to_string(c);
            if (value) {
                draw_bar(ui, r, bar_color(options, s), tentative);
                if (options.stacked)
                    draw_value_inside(ui, r, bar_color(options, s), tentative,
                                      options.formats->tick(*value, bars.unit, options.as_shares ? 0.1 : 1));
                from += *value;
            } else if (options.stacked && !options.as_shares) {
                // The stack is not complete: an open top says so.
                r = {r.x, bars.y(up) - 18, r.w, 17};
                for (const float side : {r.x + 0.5f, r.right() - 0.5f})
                    ui.line({side, r.y}, {side, r.bottom()}, token::solid_gray_536, 1, 2);
                ui.line({r.x, r.y}, {r.right(), r.y}, token::solid_gray_536, 1, 2);
                if (ui.width(options.words->missing, style::note) < r.w - 4)
                    ui.glyphs({r.center().x, r.y - 5}, options.words->missing, style::note, Align::center);
            } else if (options.as_shares && s == 0) {
                r = {r.x, bars.y(0) - 24, r.w, 24};
                if (ui.width(options.words->missing, style::note) < r.w + 16)
                    ui.glyphs({r.center().x, r.bottom() - 7}, options.words->missing, style::note, Align::center);
            } else if (!options.stacked && r.w >= 4) {
                ui.line({r.x, bars.y(0) - 4}, {r.x + r.w, bars.y(0) - 4}, token::solid_gray_420, 2, 2);
                r = {r.x, bars.y(0) - 10, r.w, 10};
            }
            if (value || !options.as_shares || s == 0) {
                add_mark(ui, id, options.categories[c] + " " + options.series[s].label, value_words(options, s, c), r);
                ui.region(r, id, {}, scene::Cursor::arrow);
            }
        }
    }
    ui.hline(bars.area.x, bars.area.right(), std::round(bars.y(0)), ui::ink::text);
}

float right_width(const Ui& ui, const BarChartOptions& options) {
    float widest = 0;
    for (const BarSeries& series : options.series) widest = std::max(widest, ui.width(series.label, style::note_bold));
    return widest + 20;
}

/// Names of a stack's parts beside its last bar, at the height of their segments.
void draw_stack_labels(Ui& ui, const Bars& bars, const BarChartOptions& options) {
    size_t last = options.categories.size();
    const auto is_whole = [&](size_t category) {
        return std::all_of(options.series.begin(), options.series.end(),
                           [&](const BarSeries& series) { return series.values[category].has_value(); });
    };
    while (last > 0 && !is_whole(last - 1)) --last;
    if (last == 0) return;
    std::vector<LabelWish> wishes;
    double base = 0;
    for (size_t s = 0; s < options.series.size(); ++s) {
        const double value = drawn_value(options, s, last - 1).value_or(0);
        wishes.push_back({bars.y(base + value / 2), 20}), base += value;
    }
    const std::vector<float> centers = spread_labels(wishes, bars.area.y, bars.area.bottom(), 2);
    const float x = bars.area.right() + 12;
    for (size_t s = 0; s < options.series.size(); ++s) {
        ui.rect({x - 8, centers[s] - 6, 4, 12}, bar_color(options, s));
        ui.glyphs({x, centers[s] + 5}, options.series[s].label, style::note_bold);
    }
}

float draw_key(Ui& ui, Vec2 at, float width_px, const BarChartOptions& options, bool names) {
    KeyFlow key(ui, at, width_px);
    for (size_t s = 0; names && s < options.series.size(); ++s)
        key.entry(options.series[s].label, [&](Vec2 c) { ui.rect({c.x - 8, c.y - 7, 16, 14}, bar_color(options, s)); });
    const bool has_tentative =
        std::find(options.tentative.begin(), options.tentative.end(), true) != options.tentative.end();
    if (has_tentative)
        key.entry(options.words->key_tentative, [&](Vec2 c) {
            ui.frame({c.x - 8, c.y - 7, 16, 14}, bar_color(options, 0), 2, 0, pale(bar_color(options, 0)));
        });
    return key.height();
}

void draw_tooltip(Ui& ui, const Bars& bars, const Rect& bounds, const BarChartOptions& options) {
    for (size_t s = 0; s < options.series.size(); ++s)
        for (size_t c = 0; c < options.categories.size(); ++c) {
            if (!is_pointed(ui, options.text.id + ":" + std::to_string(s) + ":" + std::to_string(c))) continue;
            const double value = drawn_value(options, s, c).value_or(0);
            tooltip(ui, {bars.x.start(static_cast<int>(c)) + bars.x.width(), bars.y(value)}, bounds,
                    {{text::listed(ui.words, {options.categories[c], options.series[s].label}, Word::text_dot), false},
                     {value_words(options, s, c), true}});
            return;
        }
}

float draw_plot(Ui& ui, Vec2 at, float width_px, const BarChartOptions& options) {
    const bool beside = options.stacked && width_px >= 600;
    float y = at.y;
    const float key_px = draw_key(ui, at, width_px, options, !beside && options.series.size() > 1);
    if (key_px > 0) y += key_px + 8;
    const float plot_px = options.plot_px > 0 ? options.plot_px : std::clamp(width_px * 0.4f, 220.f, 360.f);
    const Rect outer{at.x, y, width_px, plot_px + 56};
    const Bars bars = lay_bars(ui, options, outer, beside ? right_width(ui, options) : 4);
    draw_axes(ui, bars, options);
    draw_bars(ui, bars, options);
    if (beside) draw_stack_labels(ui, bars, options);
    draw_tooltip(ui, bars, {at.x, at.y, width_px, outer.bottom() - at.y}, options);
    return outer.bottom() - at.y;
}

ui::TableSpec table_of(const BarChartOptions& options) {
    ui::TableSpec table;
    table.columns.push_back({std::string(options.words->column_category), 112, Align::left});
    for (const BarSeries& series : options.series)
        table.columns.push_back(
            {fill(options.words->column_value, {{"label", series.label}, {"unit", options.unit}}), 0, Align::right});
    for (size_t c = 0; c < options.categories.size(); ++c) {
        std::vector<std::string> row{options.categories[c]};
        for (const BarSeries& series : options.series)
            row.push_back(series.values[c] ? plain_figure(*series.values[c]) : std::string());
        table.rows.push_back(std::move(row));
    }
    return table;
}

bool has_values(const BarChartOptions& options) {
    for (const BarSeries& series : options.series)
        for (const auto& value : series.values)
            if (value) return true;
    return false;
}

}  // namespace

std::string bar_summary(const BarChartOptions& options) {
    for (size_t c = options.categories.size(); c-- > 0;) {
        std::string parts;
        for (size_t s = 0; s < options.series.size(); ++s) {
            if (!options.series[s].values[c]) continue;
            if (!parts.empty()) parts += options.words->joiner;
            parts +=
                fill(options.words->part, {{"label", options.series[s].label}, {"value", value_words(options, s, c)}});
        }
        if (!parts.empty())
            return fill(options.words->summary, {{"category", options.categories[c]}, {"parts", parts}});
    }
    return std::string(options.words->no_data);
}

float bar_chart(Ui& ui, Vec2 at, float width_px, const BarChartOptions& options) {
    FigureText text = options.text;
    if (text.summary.empty()) text.summary = bar_summary(options);
    if (!has_values(options))
        return figure(
            ui, at, width_px, text,
            [&](Vec2 top_left) { return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body); },
            nullptr);
    return figure(
        ui, at, width_px, text, [&](Vec2 top_left) { return draw_plot(ui, top_left, width_px, options); },
        [&] { return table_of(options); });
}

}  // namespace atlas::chart
