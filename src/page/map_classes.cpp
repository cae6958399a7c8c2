// Classes of the map as the reader wants them: by another method, without limits between them, or with limits of the reader's own.
#include <algorithm>
#include <cmath>

#include "chart/palette.h"
#include "core/strings.h"
#include "model/classify.h"
#include "model/lookup.h"
#include "model/user_table.h"
#include "page/map_look.h"

namespace atlas::page {

using view::MapLook;

namespace {

/// Natural breaks cost the square of the number of values: of many, as many as this stand for all, evenly by rank. The limits are rounded
/// afterwards, so that the others would change nothing that one sees.
constexpr size_t enough = 400;
std::vector<double> thinned(std::vector<double> values) {
    if (values.size() <= enough) return values;
    std::sort(values.begin(), values.end());
    std::vector<double> out;
    for (size_t i = 0; i < enough; ++i) out.push_back(values[i * (values.size() - 1) / (enough - 1)]);
    return out;
}

/// A ramp as classes too narrow to be told apart.
chart::ClassScale ramp(const std::vector<double>& values, const std::optional<double>& midpoint) {
    constexpr int steps = 48;
    const model::RampDomain domain = model::ramp_domain(values, midpoint);
    chart::ClassScale scale;
    double low = domain.low, high = domain.high;
    if (midpoint) {
        const double reach = std::max(high - *midpoint, *midpoint - low);
        low = *midpoint - reach, high = *midpoint + reach;
    }
    for (int i = 0; i < steps; ++i) {
        if (i > 0) scale.breaks.push_back(low + (high - low) * i / steps);
        const double t = (i + 0.5) / steps;
        scale.colors.push_back(midpoint ? chart::diverging_color(t) : chart::sequential_color(t));
    }
    return scale;
}

model::ClassMethod method_of(MapLook::Classes classes) {
    return classes == MapLook::Classes::equal     ? model::ClassMethod::equal
           : classes == MapLook::Classes::natural ? model::ClassMethod::natural
                                                  : model::ClassMethod::quantile;
}

/// "1.5万" → 15,000. Nothing for what is no number.
std::optional<double> number_in(std::string text) {
    struct Myriads {
        std::string_view word;
        double factor;
    };
    double factor = 1, value = 0;
    for (const Myriads& unit : {Myriads{"万", 1e4}, Myriads{"億", 1e8}, Myriads{"兆", 1e12}})  // not a text
        if (text.size() > unit.word.size() &&
            text.compare(text.size() - unit.word.size(), unit.word.size(), unit.word) == 0) {
            text.resize(text.size() - unit.word.size()), factor = unit.factor;
            break;
        }
    if (model::read_number(text, value) != model::CellKind::number || !std::isfinite(value)) return std::nullopt;
    return value * factor;
}

std::vector<std::string> tokens_of(std::string_view text) {
    std::string spaced(text);
    for (const std::string_view mark : {"、", "，", "；", ";", "　", "\t", "／"})  // not a text
        for (size_t at = spaced.find(mark); at != std::string::npos; at = spaced.find(mark, at + 1))
            spaced.replace(at, mark.size(), 1, ' ');
    std::vector<std::string> tokens;
    const bool alone = std::string(trim(spaced)).find(' ') == std::string::npos;
    for (const std::string& token : split(spaced, ' ')) {
        // Commas part thousands where something else parts the numbers, and the numbers where nothing does.
        const bool thousands = !alone && number_in(token);
        for (const std::string& part : thousands ? std::vector<std::string>{token} : split(token, ','))
            if (const auto text = trim(part); !text.empty()) tokens.emplace_back(text);
    }
    return tokens;
}

/// Diverging as far as there are colours for it: three classes on each side of the midpoint.
std::vector<Color> colors_for(const model::Classes& classes) {
    if (classes.midpoint) {
        const size_t middle = classes.midpoint_is_limit ? 0 : 1,
                     below = classes.below + (classes.midpoint_is_limit ? 1 : 0);
        if (std::max(below, classes.size() - below - middle) > 3) return chart::sequential_colors(classes.size());
    }
    return chart::class_colors(classes);
}

}  // namespace

Limits parse_limits(std::string_view text) {
    Limits limits;
    for (const std::string& token : tokens_of(text)) {
        const std::optional<double> value = number_in(token);
        if (!value)
            limits.unreadable = limits.unreadable.empty() ? token : limits.unreadable;
        else if (std::find(limits.values.begin(), limits.values.end(), *value) != limits.values.end())
            continue;
        else if (limits.values.size() < most_limits)
            limits.values.push_back(*value);
        else
            limits.too_many = true;
    }
    std::sort(limits.values.begin(), limits.values.end());
    return limits;
}

void reclassify(MapFacts& facts, const MapLook& look, const Values& pooled) {
    if (look.classes == MapLook::Classes::automatic) {
        facts.scale = chart::class_scale(*facts.indicator, pooled);
        return;
    }
    std::vector<double> values = model::present(pooled);
    if (values.empty()) return;
    const model::Indicator& indicator = *facts.indicator;
    std::optional<double> midpoint;
    if (indicator.scale == "diverging") midpoint = indicator.midpoint;
    if (look.classes == MapLook::Classes::continuous) {
        facts.scale = ramp(values, midpoint);
        facts.continuous = true;
        return;
    }
    model::ClassRequest request;
    request.method = method_of(look.classes);
    request.classes = midpoint ? 6 : 5;
    request.midpoint = midpoint;
    request.decimals = indicator.decimals;
    if (look.classes == MapLook::Classes::manual) {
        // As they are told on the legend, so that no class says what it is not.
        const double scale = std::pow(10.0, indicator.decimals);
        for (const double limit : parse_limits(look.limits).values)
            request.limits.push_back(std::round(limit * scale) / scale);
        if (request.limits.empty()) return;
        request.method = model::ClassMethod::manual;
    }
    if (request.method == model::ClassMethod::natural) values = thinned(std::move(values));
    const model::Classes classes = model::classify(values, request);
    facts.scale = {classes.limits, colors_for(classes)};
}

}  // namespace atlas::page
