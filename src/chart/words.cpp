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

namespace {

template <Lang L>
constexpr Formats formats_in{
    [](double value, std::string_view unit) { return text::quantity_text(Words(L), value, unit); },
    [](double value, std::string_view unit, double step) { return tick_text(L, value, text::split_unit(unit), step); },
    [](std::string_view unit) { return text::unit_word(Words(L), text::split_unit(unit).base); },
    [](const model::Observation& observation) { return when_text(Words(L), observation); },
    [](int year, bool fiscal) { return text::year(Words(L), year, fiscal); },
    [](int year, int month) { return text::month(Words(L), year, month); },
    [](double value, int decimals) { return text::number(value, decimals); },
    [](double value, int decimals) { return text::signed_number(value, decimals); },
};

}  // namespace

const Formats& formats_of(Lang lang) { return lang == Lang::en ? formats_in<Lang::en> : formats_in<Lang::ja>; }

std::string plain_figure(double value) { return text::number(value, text::decimals_of(value)); }

}  // namespace atlas::chart
