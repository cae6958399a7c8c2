#include "chart/words.h"

#include "chart/charts.h"
#include "chart/scale.h"
#include "text/text.h"

namespace atlas::chart {

std::string fill(std::string_view pattern, std::initializer_list<Blank> blanks) {
    std::string out;
    size_t at = 0;
    while (at < pattern.size()) {
        const size_t open = pattern.find('{', at);
        if (open == std::string_view::npos) break;
        const size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) break;
        out += pattern.substr(at, open - at);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        bool known = false;
        for (const Blank& blank : blanks)
            if (blank.name == name) out += blank.text, known = true;
        if (!known) out += pattern.substr(open, close - open + 1);
        at = close + 1;
    }
    return out += pattern.substr(at);
}

const Formats& japanese_formats() {
    static constexpr Formats formats{
        [](double value, std::string_view unit) { return value_text(value, unit); },
        [](double value, std::string_view unit, double step) { return tick_text(value, split_unit(unit), step); },
        [](std::string_view unit) { return split_unit(unit).base; },
        [](const model::Observation& observation) { return when_text(observation); },
        [](int year, bool fiscal) { return text::year(year, fiscal); },
        [](int year, int month) {
            model::Observation date;
            date.year = year, date.month = month;
            return when_text(date);
        },
        [](double value, int decimals) { return text::number(value, decimals); },
        [](double value, int decimals) { return text::signed_number(value, decimals); },
    };
    return formats;
}

std::string plain_figure(double value) { return text::number(value, text::decimals_of(value)); }

}  // namespace atlas::chart
