#include "page/own_data.h"

#include <algorithm>

#include "core/lang.h"
#include "page/page.h"

namespace atlas::page {

namespace {

/// As many decimals as its values are written with, up to three.
int decimals_of(const std::map<std::string, double>& values) {
    int most = 0;
    for (const auto& [code, value] : values)
        for (double scale = 1; most < 3; scale *= 10) {
            const double shifted = value * scale, rest = shifted - static_cast<double>(static_cast<long long>(shifted));
            if (rest < 1e-6 && rest > -1e-6) break;
            if (scale >= 1000) break;
            most = std::max(most, scale < 10 ? 1 : scale < 100 ? 2 : 3);
        }
    return most;
}

template <class Places>
std::vector<std::optional<double>> row_of(const model::UserSeries& series, const Places& places, size_t& found) {
    std::vector<std::optional<double>> row;
    for (const auto& place : places) {
        const auto at = series.values.find(place.code);
        row.push_back(at == series.values.end() ? std::nullopt : std::optional<double>(at->second));
        found += row.back().has_value();
    }
    return row;
}

/// The indicator of a series: years of one name are one indicator.
model::Indicator& indicator_for(std::vector<model::Indicator>& all, const model::UserSeries& series, const OwnData& own,
                                const Words& words) {
    std::string name = series.name.empty() ? words(Word::map_own_value) : series.name;
    const bool flows = own.result.table.to_column.has_value();
    if (flows) name = words(Word::map_flows_name, {{"what", name}});
    for (model::Indicator& indicator : all)
        if (indicator.name == name && indicator.unit == series.unit && series.year > 0) return indicator;
    model::Indicator made;
    made.key = std::string(own_key) + std::to_string(all.size());
    made.name = made.name_en = name, made.unit = series.unit, made.scale = flows ? "diverging" : "sequential";
    made.attribution = words(Word::map_own_attribution, {{"file", own.file}});
    all.push_back(std::move(made));
    return all.back();
}

template <class Places>
std::shared_ptr<const model::Indicators> indicators_of(const OwnData& own, const Places& places, const Words& words) {
    auto made = std::make_shared<model::Indicators>();
    for (const model::UserSeries& series : own.result.table.series) {
        size_t found = 0;
        std::vector<std::optional<double>> row = row_of(series, places, found);
        if (!found) continue;
        model::Indicator& indicator = indicator_for(made->indicators, series, own, words);
        indicator.years.push_back(series.year), indicator.values.push_back(std::move(row));
        indicator.decimals = std::max(indicator.decimals, decimals_of(series.values));
        // Values on both sides of zero: zero is what they are measured from.
        for (const auto& [code, value] : series.values)
            if (value < 0) indicator.scale = "diverging";
    }
    return made;
}

}  // namespace

std::shared_ptr<const OwnData> own_data(const std::string& file, std::string_view text, const model::Places& places,
                                        const model::Municipalities& municipalities, const Words& words) {
    auto own = std::make_shared<OwnData>();
    own->file = file;
    own->result = model::read_user_table(text, model::PlaceIndex(places.prefectures, municipalities.all));
    own->prefectures = indicators_of(*own, places.prefectures, words);
    own->municipalities = indicators_of(*own, municipalities.all, words);
    return own;
}

void show_own_data(const Data& data, view::ViewState& state) {
    const bool prefectures = !data.own->prefectures->indicators.empty();
    if (!prefectures && data.own->municipalities->indicators.empty()) return;
    view::choose_indicator(state, std::string(own_key) + "0");
    state.prefecture.clear(), state.municipality.clear(), state.block.clear(), state.camera.reset();
    if (data.own->result.table.to_column) state.look.form = view::MapLook::Form::flows;
    state.level = prefectures ? view::Level::automatic : view::Level::municipality;
}

}  // namespace atlas::page
