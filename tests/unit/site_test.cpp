// The static site: every page of it, in both languages, out of the atlas's own data. What a search engine, a feed reader and a
// reader without the program get.
#include "export/site.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "app/paper.cpp"       // NOLINT(bugprone-suspicious-include)
#include "app/site_pages.cpp"  // NOLINT(bugprone-suspicious-include)
#include "map_mesh_fixture.h"
#include "page/map_facts.h"
#include "real_world.h"

using namespace atlas;
using exporting::SitePage;

namespace {

constexpr const char* base = "https://example.org/atlas/";
constexpr const char* shell =
    "<html lang=\"{{lang}}\" data-route=\"{{route}}\" data-root=\"{{root}}\" "
    "data-base=\"{{base}}\"><title>{{title}}</title>{{description}}"
    "{{head}}<body>{{loading}}{{page}}{{lost}}{{no_script}}{{data_json}}</body></html>";

/// With the indicators of the prefectures; on a small country, since the boundaries are not among the sources.
const page::Data& world() {
    static const page::Data data = [] {
        page::Data all = test::real_world();
        tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
        all.indicators = std::make_shared<model::Indicators>(std::move(sources.indicator_set));
        all.map = test::small_country();
        all.map_source = "N03-2025";
        return all;
    }();
    return data;
}

const std::vector<SitePage>& pages() {
    static const FixedMeasure measure;
    static const std::vector<SitePage> all = app::site_pages(world(), measure, base);
    return all;
}

const SitePage& page_at(const std::string& route) {
    const auto found =
        std::find_if(pages().begin(), pages().end(), [&](const SitePage& page) { return page.route == route; });
    REQUIRE_MESSAGE(found != pages().end(), route);
    return *found;
}

size_t count(const std::string& text, const std::string& part) {
    size_t n = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

/// The texts of the cells of a page's tables, as they stand in its HTML.
std::set<std::string> cells(const std::string& html) {
    std::set<std::string> out;
    static const std::regex cell("<td[^>]*>([^<]*)</td>");
    for (std::sregex_iterator at(html.begin(), html.end(), cell), end; at != end; ++at) out.insert((*at)[1]);
    return out;
}

std::vector<std::string> attributes(const std::string& html, const std::string& name) {
    std::vector<std::string> out;
    const std::string open = " " + name + "=\"";
    for (size_t at = html.find(open); at != std::string::npos; at = html.find(open, at + 1)) {
        const size_t from = at + open.size();
        out.push_back(html.substr(from, html.find('"', from) - from));
    }
    return out;
}

/// Where a relative link leads from a folder.
std::string resolved(std::string folder, std::string link) {
    link = link.substr(0, link.find('#'));
    while (link.rfind("../", 0) == 0) {
        link.erase(0, 3);
        const size_t slash = folder.empty() ? std::string::npos : folder.rfind('/', folder.size() - 2);
        folder = slash == std::string::npos ? "" : folder.substr(0, slash + 1);
    }
    if (link.rfind("./", 0) == 0) link.erase(0, 2);
    return folder + link;
}

}  // namespace

TEST_CASE("site: folders of routes, and the way from one to another") {
    CHECK(exporting::site_folder("/") == "");
    CHECK(exporting::site_folder("/en") == "en/");
    CHECK(exporting::site_folder("/kpis/visitors") == "kpis/visitors/");
    CHECK(exporting::site_folder("/kpis?pillar=2") == "kpis/");
    CHECK(exporting::site_folder("/map?i=tfr&p=32") == "map/32/");
    CHECK(exporting::site_folder("/en/map?p=32525&l=m") == "en/map/32/");
    CHECK(exporting::site_link("kpis/visitors/", "kpis/visitors/") == "./");
    CHECK(exporting::site_link("kpis/visitors/", "") == "../../");
    CHECK(exporting::site_link("", "map/32/") == "map/32/");
    CHECK(exporting::site_link("kpis/a/", "kpis/b/") == "../b/");
    CHECK(exporting::site_link("kpis/a/", "kpis/") == "../");
    CHECK(exporting::site_link("map/", "map/32/") == "32/");
}

TEST_CASE("site: JSON in a page cannot end its script") {
    CHECK(exporting::json_string("a \"b\" \\ </script>\n") == R"("a \"b\" \\ \u003c/script>\u000a")");
}

TEST_CASE("site: a shell that lost a mark is named") {
    CHECK(exporting::missing_marks(shell).empty());
    CHECK(exporting::missing_marks("{{lang}}{{page}}").size() == 10);
}

TEST_CASE("site: every record has its page, in both languages") {
    const std::vector<std::string> routes = app::site_routes(world());
    CHECK(pages().size() == 2 * routes.size());
    const std::set<std::string> all(routes.begin(), routes.end());
    CHECK(all.size() == routes.size());
    for (const model::Kpi& kpi : world().kpis->kpis) CHECK(all.count("/kpis/" + kpi.id));
    for (const model::Story& story : world().stories->stories) CHECK(all.count("/stories/" + story.id));
    for (const model::Pillar& pillar : world().policy->pillars) CHECK(all.count("/pillars/" + pillar.id));
    for (const model::Prefecture& prefecture : world().places->prefectures)
        CHECK(all.count("/map?p=" + prefecture.code));
    for (const std::string& route : routes) {
        const SitePage& japanese = page_at(route);
        CHECK(page_at(japanese.other_route).other_route == route);
    }
}

TEST_CASE("site: one h1, one main, landmarks, and a title and a description of its own") {
    std::set<std::string> titles;
    for (const SitePage& page : pages()) {
        CAPTURE(page.route);
        CHECK(count(page.body, "<h1") == 1);
        CHECK(count(page.body, "<main id=\"main\"") == 1);
        CHECK(count(page.body, "<header") == 1);
        CHECK(count(page.body, "<footer") == 1);
        CHECK_MESSAGE(titles.insert(page.title).second, page.title);
        CHECK_FALSE(page.description.empty());
        CHECK(exporting::site_document(shell, page, base).find("{{") == std::string::npos);
    }
}

TEST_CASE("site: links lead to pages that there are, and no id stands twice") {
    std::set<std::string> folders;
    for (const SitePage& page : pages()) folders.insert(exporting::site_folder(page.route));
    for (const SitePage& page : pages()) {
        CAPTURE(page.route);
        const std::string html = exporting::site_document(shell, page, base);
        for (const std::string& href : attributes(page.body, "href")) {
            if (href.rfind("http", 0) == 0 || href.rfind('#', 0) == 0) continue;
            const std::string target = resolved(exporting::site_folder(page.route), href);
            const bool is_offline_page = target == "offline.html" || target == "offline.en.html";  // in web/
            CHECK_MESSAGE((is_offline_page || folders.count(target)), href);
        }
        const std::vector<std::string> ids = attributes(html, "id");
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        // The strict CSP: nothing inline but data.
        CHECK(html.find(" style=") == std::string::npos);
        CHECK(html.find("<style") == std::string::npos);
        CHECK(count(html, "<script") == (page.json_ld.empty() ? 0 : 1));
    }
}

TEST_CASE("site: every value of every KPI stands in a table of its page, in both languages") {
    size_t values = 0;
    for (const Lang lang : {Lang::ja, Lang::en}) {
        const Words words(lang);
        for (const model::Kpi& kpi : world().kpis->kpis) {
            const std::set<std::string> shown = cells(page_at(view::route_in(lang, "/kpis/" + kpi.id)).body);
            for (const std::string& id : kpi.series) {
                const model::Series* series = model::find_series(*world().kpis, id);
                REQUIRE(series != nullptr);
                for (const model::Observation& point : series->points) {
                    const std::string value = text::quantity_text(words, point.value, point.unit);
                    CHECK_MESSAGE(shown.count(value), kpi.id << " " << point.year << " " << value);
                    ++values;
                }
            }
        }
    }
    CHECK(values > 100);
}

TEST_CASE("site: a prefecture's page tells its own value, all 47 in a table, and its other figures") {
    const model::Indicators& indicators = *world().indicators;
    const std::optional<page::MapFacts> facts = page::map_facts(indicators, "", 0);
    REQUIRE(facts.has_value());
    const model::Indicator& shown = *facts->indicator;
    for (size_t p = 0; p < world().places->prefectures.size(); ++p) {
        const model::Prefecture& prefecture = world().places->prefectures[p];
        const SitePage& page = page_at("/map?p=" + prefecture.code);
        CAPTURE(prefecture.name);
        CHECK(page.title.rfind(prefecture.name + "：", 0) == 0);
        CHECK(page.description.find(page::figure_of(Words(), shown, *facts->values[p]).text()) != std::string::npos);
        const std::set<std::string> values = cells(page.body);
        for (const auto& value : facts->values) CHECK(values.count(page::exact_number(Words(), shown, *value)));
        for (const model::Indicator& other : indicators.indicators) {
            const std::optional<page::LatestValue> latest = page::latest_value(other, p);
            if (!latest || &other == &shown) continue;
            const std::string told = other.name + " " + page::figure_of(Words(), other, latest->value).text() + "（" +
                                     text::year(latest->year, page::is_fiscal(other)) + "）";
            CHECK_MESSAGE(page.body.find(told) != std::string::npos, told);
        }
    }
}

TEST_CASE("site: charts and maps are pictures with a name, not all marks of the page in each") {
    const SitePage& page = page_at("/kpis/inbound-visitors");
    CHECK(count(page.body, "<svg") >= 2);
    CHECK(count(page.body, "<svg") == count(page.body, "role=\"img\""));
    CHECK(page.body.size() < 60'000);
    const std::string& map = page_at("/map").body;
    CHECK(map.find("<title>凡例：") != std::string::npos);
}

TEST_CASE("site: the document says where it stands and what it holds") {
    const SitePage& page = page_at("/en/kpis/inbound-visitors");
    const std::string html = exporting::site_document(shell, page, base);
    for (const char* part :
         {"<html lang=\"en\" data-route=\"/en/kpis/inbound-visitors\" data-root=\"../../../\" "
          "data-base=\"https://example.org/atlas/\">",
          "<link rel=\"canonical\" href=\"https://example.org/atlas/en/kpis/inbound-visitors/\">",
          "<link rel=\"alternate\" href=\"https://example.org/atlas/kpis/inbound-visitors/\" hreflang=\"ja\">",
          "<meta property=\"og:title\" content=\"Inbound visitors to Japan | Sosei Atlas\">", "\"@type\":\"Dataset\"",
          "\"temporalCoverage\":\"2013/2025\"", "<time datetime=\"", "rel=\"prev\"", "rel=\"next\"",
          "<a href=\"values.csv\" download>", "Source (in Japanese)"})
        CHECK_MESSAGE(html.find(part) != std::string::npos, part);
    // Without an address nothing is claimed to stand at one.
    const std::string anywhere = exporting::site_document(shell, page, "");
    CHECK(anywhere.find("canonical") == std::string::npos);
    CHECK(anywhere.find("og:url") == std::string::npos);
    CHECK(anywhere.find("hreflang") == std::string::npos);  // taken as absolute addresses only
}

TEST_CASE("site: a link to what no static page shows keeps its route for the application") {
    const std::string& body = page_at("/").body;
    CHECK(body.find("href=\"#/search\"") == std::string::npos);
    CHECK(body.find("href=\"./#/search\"") != std::string::npos);
    CHECK(page_at("/kpis/inbound-visitors").body.find("href=\"../../#/search\"") != std::string::npos);
}

TEST_CASE("site: sitemap, robots and feed") {
    const std::string sitemap = exporting::sitemap_xml(pages(), base);
    CHECK(count(sitemap, "<url>") == pages().size());
    CHECK(exporting::robots_txt(base).find("Sitemap: https://example.org/atlas/sitemap.xml") != std::string::npos);
    CHECK(exporting::robots_txt("").find("Sitemap") == std::string::npos);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        const exporting::Feed feed = app::site_feed(world(), lang, base);
        size_t with_values = 0;
        for (const model::Kpi& kpi : world().kpis->kpis) with_values += !kpi.series.empty();
        CHECK(feed.items.size() == with_values);
        std::set<std::string> ids;
        for (const exporting::FeedItem& item : feed.items) CHECK(ids.insert(item.id).second);
        const std::string xml = exporting::feed_xml(feed);
        CHECK(xml.find("<language>" + std::string(to_string(lang)) + "</language>") != std::string::npos);
        CHECK(count(xml, "<item>") == feed.items.size());
    }
    exporting::Feed feed;
    feed.date = "2026-11-22";
    CHECK(exporting::feed_xml(feed).find("Sun, 22 Nov 2026 00:00:00 +0900") != std::string::npos);
}

TEST_CASE("On paper stands what the state shows, unfolded, with the address and the date of the edition") {
    const FixedMeasure measure;
    const std::string all = app::printed_page(world(), view::parse_route("/kpis"), measure, "https://a.example/#/kpis");
    const std::string some =
        app::printed_page(world(), view::parse_route("/kpis?s=behind"), measure, "https://a.example/?<b>");
    CHECK(all.find("<h1") != std::string::npos);
    CHECK(all.find("https://a.example/#/kpis") != std::string::npos);
    CHECK(all.find(world().policy->edition.edition) != std::string::npos);
    CHECK(all.find("<svg") != std::string::npos);
    CHECK(some.size() < all.size());  // the filter is kept
    CHECK(some.find("?&lt;b&gt;") != std::string::npos);
    CHECK(some.find("<b>") == std::string::npos);
    const std::string map = app::printed_page(world(), view::parse_route("/map"), measure, "");
    CHECK(map.find("<table") != std::string::npos);
}
