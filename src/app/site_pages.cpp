#include "app/site_pages.h"

#include <algorithm>
#include <unordered_map>

#include "app/paper.h"
#include "export/html.h"
#include "page/downloads.h"
#include "page/names.h"
#include "text/text.h"

namespace atlas::app {

using exporting::SitePage;
using view::Page;

namespace {

std::string route_to(Page page, const std::string& id) {
    view::ViewState state;
    state.page = page, state.id = id;
    return view::route_of(state);
}

void add_outputs(const model::LogicModel& logic, std::vector<std::string>& routes) {
    for (const model::LogicImpact& impact : logic.impacts)
        for (const model::LogicOutcome& outcome : impact.outcomes)
            for (const model::LogicOutput& output : outcome.outputs)
                routes.push_back(route_to(Page::output, output.id));
    if (!logic.state_role.id.empty()) routes.push_back(route_to(Page::output, logic.state_role.id));
}

}  // namespace

std::vector<std::string> site_routes(const page::Data& data) {
    std::vector<std::string> routes;
    for (const Page page :
         {Page::overview, Page::map, Page::pillars, Page::logic, Page::roadmap, Page::compare, Page::history,
          Page::stories, Page::kpis, Page::trends, Page::changes, Page::briefings, Page::about})
        routes.push_back(route_to(page, ""));
    if (data.policy)
        for (const model::Pillar& pillar : data.policy->pillars) routes.push_back(route_to(Page::pillar, pillar.id));
    if (data.stories)
        for (const model::Story& story : data.stories->stories) routes.push_back(route_to(Page::story, story.id));
    if (data.kpis)
        for (const model::Kpi& kpi : data.kpis->kpis) routes.push_back(route_to(Page::kpi, kpi.id));
    if (data.logic) add_outputs(*data.logic, routes);
    if (data.trends)
        for (const model::Trend& trend : data.trends->trends) routes.push_back(route_to(Page::trend, trend.id));
    if (data.places)
        for (const model::Prefecture& prefecture : data.places->prefectures)
            routes.push_back("/map?p=" + prefecture.code);
    return routes;
}

namespace {

const model::Prefecture* chosen_prefecture(const page::Data& data, const view::ViewState& state) {
    if (state.page != Page::map || !data.places) return nullptr;
    return model::find_prefecture(*data.places, state.prefecture);
}

/// Which page of a kind comes before and after: of stories, KPIs, …, not from one kind to the next.
bool are_neighbours(const std::string& a, const std::string& b) {
    const view::ViewState one = view::parse_route(a), other = view::parse_route(b);
    return one.page == other.page && (!one.id.empty() || !one.prefecture.empty()) &&
           one.prefecture.empty() == other.prefecture.empty();
}

// ---- JSON-LD -------------------------------------------------------------------------------------------------------

std::string member(std::string_view name, std::string_view text) {
    return text.empty() ? "" : "," + exporting::json_string(name) + ":" + exporting::json_string(text);
}

/// Places and years that the figures are of.
struct Coverage {
    std::string place = "Japan";
    int first = 0, last = 0;
    void add(int year) {
        first = first ? std::min(first, year) : year;
        last = std::max(last, year);
    }
};

void add_points(const page::Data& data, const std::string& series_id, Coverage& coverage) {
    const auto add_from = [&](const std::vector<model::Series>& all) {
        for (const model::Series& series : all)
            if (series.id == series_id)
                for (const model::Observation& point : series.points) coverage.add(point.year);
    };
    add_from(data.kpis->series);
    if (data.trends) add_from(data.trends->series);
}

std::optional<Coverage> coverage_of(const page::Data& data, const view::ViewState& state) {
    if (!data.kpis) return std::nullopt;
    Coverage coverage;
    if (state.page == Page::kpi) {
        const model::Kpi* kpi = model::find_kpi(*data.kpis, state.id);
        if (!kpi) return std::nullopt;
        for (const std::string& id : kpi->series) add_points(data, id, coverage);
        return coverage;
    }
    if (state.page == Page::trend && data.trends) {
        for (const model::Trend& trend : data.trends->trends)
            if (trend.id == state.id)
                for (const model::TrendSeries& series : trend.series) add_points(data, series.id, coverage);
        return coverage;
    }
    if (state.page == Page::map && data.indicators) {
        const model::Prefecture* prefecture = chosen_prefecture(data, state);
        if (prefecture) coverage.place = prefecture->romaji + ", Japan";
        for (const model::Indicator& indicator : data.indicators->indicators)
            for (const int year : indicator.years) coverage.add(year);
        return coverage;
    }
    return std::nullopt;
}

/// schema.org's Dataset, for pages of figures.
std::string dataset(const page::Data& data, const view::ViewState& state, const SitePage& page,
                    const std::string& base_url) {
    const std::optional<Coverage> coverage = coverage_of(data, state);
    if (!coverage) return {};
    std::string years;
    if (coverage->first)
        years = std::to_string(coverage->first) +
                (coverage->last > coverage->first ? "/" + std::to_string(coverage->last) : "");
    const std::string address = base_url.empty() ? "" : base_url + exporting::site_folder(page.route);
    std::string out = R"({"@context":"https://schema.org","@type":"Dataset")" + member("name", page.title) +
                      member("description", page.description) + member("inLanguage", to_string(page.lang)) +
                      member("url", address) + member("spatialCoverage", coverage->place) +
                      member("temporalCoverage", years) + member("dateModified", page.edition) +
                      R"(,"isAccessibleForFree":true)" + R"(,"creator":{"@type":"Organization","name":)" +
                      exporting::json_string(Words(page.lang)(Word::app_name)) + "}";
    if (!page.csv.empty() && !address.empty())
        out += R"(,"distribution":[{"@type":"DataDownload","encodingFormat":"text/csv","contentUrl":)" +
               exporting::json_string(address + page.csv) + "}]";
    return out + "}";
}

// ---- pages ---------------------------------------------------------------------------------------------------------

class SiteWriter {
public:
    SiteWriter(const page::Data& data, const TextMeasure& measure, const std::string& base_url)
        : data_(data), measure_(measure), base_url_(base_url), routes_(site_routes(data)) {
        for (const std::string& route : routes_)
            for (const Lang lang : {Lang::ja, Lang::en})
                known_.insert(exporting::site_folder(view::route_in(lang, route)));
    }

    std::vector<SitePage> write() {
        std::vector<SitePage> pages;
        for (const Lang lang : {Lang::ja, Lang::en})
            for (const std::string& route : routes_) pages.push_back(page(lang, route));
        for (size_t i = 0; i < pages.size(); ++i) {
            const size_t at = i % routes_.size();
            if (at > 0 && are_neighbours(routes_[at - 1], routes_[at]))
                pages[i].previous = {pages[i - 1].route, heading_of(pages[i - 1])};
            if (at + 1 < routes_.size() && are_neighbours(routes_[at], routes_[at + 1]))
                pages[i].next = {pages[i + 1].route, heading_of(pages[i + 1])};
        }
        return pages;
    }

private:
    SitePage page(Lang lang, const std::string& route) {
        const Words words(lang);
        SitePage page;
        page.route = view::route_in(lang, route), page.other_route = view::route_in(other_than(lang), route);
        page.lang = lang;
        const view::ViewState state = view::parse_route(page.route);
        const scene::Scene scene = unfolded(data_, state, measure_);
        page.title = scene.title, page.description = scene.description;
        if (const model::Prefecture* prefecture = chosen_prefecture(data_, state)) {
            const std::string name = page::name_of(words, *prefecture);
            page.title = words(Word::text_labelled, {{"label", name}, {"text", page.title}});
            page.description = words(Word::text_labelled, {{"label", name}, {"text", told_of_place(scene, page)}});
        }
        if (data_.policy) page.edition = data_.policy->edition.edition;
        if (page::download_table(data_, state)) page.csv = csv_file;
        exporting::HtmlOptions options;
        options.link = [this, own = page.route](std::string_view target) { return link(own, std::string(target)); };
        options.pictures = {"map:legend"};
        page.body = exporting::to_html(scene, options);
        page.json_ld = dataset(data_, state, page, base_url_);
        if (state.page == Page::map && state.prefecture.empty()) list_prefectures(words, page);
        return page;
    }

    /// Of a prefecture's page: how it stands, instead of who stands first and last.
    static std::string told_of_place(const scene::Scene& scene, const SitePage& page) {
        const scene::Node* value = scene.find("map:chosen-value");
        const scene::Node* told = scene.find("map:against-median");
        return value && told ? value->name + " " + told->name : page.description;
    }

    void list_prefectures(const Words& words, SitePage& page) const {
        if (!data_.places) return;
        page.more_title = words(Word::site_prefectures);
        for (const model::Prefecture& prefecture : data_.places->prefectures)
            page.more.push_back(
                {view::route_in(page.lang, "/map?p=" + prefecture.code), page::name_of(words, prefecture)});
    }

    /// To the static page that comes nearest; what it cannot show stands behind "#", for the application.
    std::string link(const std::string& own, const std::string& target) const {
        const std::string from = exporting::site_folder(own);
        if (target.rfind('/', 0) != 0) return exporting::site_link(from, "") + target;  // a file of the site
        std::string to = exporting::site_folder(target);
        if (!known_.count(to)) to = view::parse_route(target).lang == Lang::en ? "en/" : "";
        const bool is_whole = is_page(target);
        return exporting::site_link(from, to) + (is_whole ? "" : "#" + target);
    }

    /// Whether a static page shows just this.
    bool is_page(const std::string& target) const {
        for (const std::string& route : routes_)
            for (const Lang lang : {Lang::ja, Lang::en})
                if (view::route_in(lang, route) == target) return true;
        return false;
    }

    /// A title without the site's name behind it.
    static std::string heading_of(const SitePage& page) {
        const Words words(page.lang);
        const std::string behind = words(Word::app_title, {{"page", ""}});
        const bool ends = page.title.size() > behind.size() &&
                          page.title.compare(page.title.size() - behind.size(), behind.size(), behind) == 0;
        return ends ? page.title.substr(0, page.title.size() - behind.size()) : page.title;
    }

    static constexpr const char* csv_file = "values.csv";

    const page::Data& data_;
    const TextMeasure& measure_;
    const std::string& base_url_;
    std::vector<std::string> routes_;
    std::set<std::string> known_;  ///< folders
};

}  // namespace

std::vector<SitePage> site_pages(const page::Data& data, const TextMeasure& measure, const std::string& base_url) {
    return SiteWriter(data, measure, base_url).write();
}

exporting::Feed site_feed(const page::Data& data, Lang lang, const std::string& base_url) {
    const Words words(lang);
    exporting::Feed feed;
    const std::string home = exporting::site_folder(view::route_in(lang, "/"));
    feed.title = words(Word::text_labelled, {{"label", words(Word::app_name)}, {"text", words(Word::site_feed)}});
    feed.description = words(Word::site_feed_about), feed.lang = lang;
    feed.link = base_url + home, feed.address = base_url + home + exporting::feed_file;
    if (data.policy) feed.date = data.policy->edition.edition;
    if (!data.kpis) return feed;
    struct Latest {
        const model::Kpi* kpi;
        const model::Observation* point;
    };
    std::vector<Latest> all;
    for (const model::Kpi& kpi : data.kpis->kpis)
        if (const model::Series* series = kpi.series.empty() ? nullptr : model::find_series(*data.kpis, kpi.series[0]);
            series && !series->points.empty())
            all.push_back({&kpi, &series->points.back()});
    std::stable_sort(all.begin(), all.end(), [](const Latest& a, const Latest& b) {
        return std::pair(a.point->year, a.point->month) > std::pair(b.point->year, b.point->month);
    });
    for (const auto& [kpi, point] : all) {
        const std::string when = point->month > 0 ? text::month(words, point->year, point->month)
                                                  : text::year(words, point->year, point->fiscal);
        const std::string folder = exporting::site_folder(view::route_in(lang, route_to(Page::kpi, kpi->id)));
        feed.items.push_back(
            {words(Word::site_feed_item, {{"name", page::name_of(words, *kpi)},
                                          {"when", when},
                                          {"value", text::quantity_text(words, point->value, point->unit)}}),
             base_url + folder, words(Word::ui_source, {{"text", point->source_title}}),
             kpi->id + "#" + std::to_string(point->year) + "-" + std::to_string(point->month) + "=" +
                 text::number(point->value, text::decimals_of(point->value))});
    }
    return feed;
}

}  // namespace atlas::app
