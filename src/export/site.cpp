#include "export/site.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/strings.h"
#include "export/escape.h"

namespace atlas::exporting {
namespace {

constexpr std::string_view marks[] = {"lang", "route", "root",    "base", "title",     "description",
                                      "head", "page",  "loading", "lost", "no_script", "data_json"};

std::string mark(std::string_view name) { return "{{" + std::string(name) + "}}"; }

std::string element(std::string_view name, std::string_view attributes) {
    return "<" + std::string(name) + " " + std::string(attributes) + ">\n";
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(name) + "=\"" + escaped(value) + "\"";
}

std::string meta(std::string_view kind, std::string_view name, std::string_view content) {
    return content.empty() ? "" : element("meta", attribute(kind, name) + " " + attribute("content", content));
}

std::string link_element(std::string_view rel, std::string_view href, std::string_view more = {}) {
    return element(
        "link", attribute("rel", rel) + " " + attribute("href", href) + (more.empty() ? "" : " " + std::string(more)));
}

const char* locale_of(Lang lang) { return lang == Lang::ja ? "ja_JP" : "en_GB"; }

Lang other_lang(const SitePage& page) { return other_than(page.lang); }

/// Search engines take absolute addresses only; a reader's way to the other language is a link of the page.
std::string alternates(const SitePage& page, const std::string& base_url) {
    if (base_url.empty()) return {};
    const auto there = [&](const std::string& route) { return base_url + site_folder(route); };
    const std::string& japanese = page.lang == Lang::ja ? page.route : page.other_route;
    return link_element("alternate", there(page.route), attribute("hreflang", to_string(page.lang))) +
           link_element("alternate", there(page.other_route), attribute("hreflang", to_string(other_lang(page)))) +
           link_element("alternate", there(japanese), attribute("hreflang", "x-default"));
}

std::string head(const SitePage& page, const std::string& base_url) {
    const Words words(page.lang);
    const std::string folder = site_folder(page.route);
    const std::string root = site_link(folder, "");
    std::string out;
    if (!base_url.empty()) out += link_element("canonical", base_url + folder);
    out += alternates(page, base_url);
    if (!page.previous.route.empty()) out += link_element("prev", site_link(folder, site_folder(page.previous.route)));
    if (!page.next.route.empty()) out += link_element("next", site_link(folder, site_folder(page.next.route)));
    if (!base_url.empty()) {
        const std::string feed = root + (page.lang == Lang::ja ? "" : "en/") + feed_file;
        out +=
            link_element("alternate", feed,
                         attribute("type", "application/rss+xml") + " " + attribute("title", words(Word::site_feed)));
    }
    out += meta("property", "og:type", folder.empty() ? "website" : "article") +
           meta("property", "og:site_name", words(Word::app_name)) + meta("property", "og:title", page.title) +
           meta("property", "og:description", page.description) + meta("property", "og:locale", locale_of(page.lang)) +
           meta("property", "og:locale:alternate", locale_of(other_lang(page)));
    if (!base_url.empty()) {
        out += meta("property", "og:url", base_url + folder);
        if (!page.image.empty())
            out += meta("property", "og:image", base_url + page.image) + meta("property", "og:image:width", "1200") +
                   meta("property", "og:image:height", "630") + meta("name", "twitter:card", "summary_large_image");
    }
    // web/start.js asks for them once the page itself is there: what is read comes before what will draw it anew.
    for (const std::string& file : page.preloads) out += meta("name", "atlas:preload", root + file);
    if (!page.json_ld.empty()) out += "<script type=\"application/ld+json\">" + page.json_ld + "</script>\n";
    return out;
}

std::string anchor(std::string_view href, std::string_view text, std::string_view more = {}) {
    return "<a " + attribute("href", href) + (more.empty() ? "" : " " + std::string(more)) + ">" + escaped(text) +
           "</a>";
}

/// The language of a title that the page's own does not hold.
std::string title_lang(const SitePage& page, std::string_view text) {
    return page.lang != Lang::ja && has_japanese(text) ? " lang=\"ja\"" : "";
}

std::string list_of(const SitePage& page, const std::string& folder) {
    if (page.more.empty()) return {};
    std::string out = "<nav class=\"more\" " + attribute("aria-label", page.more_title) + "><h2>" +
                      escaped(page.more_title) + "</h2><ul>\n";
    for (const SitePage::Neighbour& one : page.more)
        out += "<li" + title_lang(page, one.title) + ">" +
               anchor(site_link(folder, site_folder(one.route)), one.title) + "</li>\n";
    return out + "</ul></nav>\n";
}

std::string neighbours(const SitePage& page, const std::string& folder) {
    if (page.previous.route.empty() && page.next.route.empty()) return {};
    const Words words(page.lang);
    std::string out = "<nav class=\"neighbours\" " + attribute("aria-label", words(Word::site_neighbours)) + ">\n";
    for (const bool is_next : {false, true}) {
        const SitePage::Neighbour& one = is_next ? page.next : page.previous;
        if (one.route.empty()) continue;
        const std::string label = words(is_next ? Word::site_next : Word::site_previous, {{"title", one.title}});
        out += anchor(site_link(folder, site_folder(one.route)), label,
                      std::string("rel=\"") + (is_next ? "next" : "prev") + "\"" + title_lang(page, one.title)) +
               "\n";
    }
    return out + "</nav>\n";
}

/// Address, edition, files: what a printed page must say of itself too.
std::string colophon(const SitePage& page, const std::string& folder, const std::string& base_url) {
    const Words words(page.lang);
    std::string out = "<section class=\"colophon\" " + attribute("aria-label", words(Word::site_about_page)) + ">\n";
    if (!base_url.empty())
        out +=
            "<p>" + escaped(words(Word::site_address)) + " " + anchor(base_url + folder, base_url + folder) + "</p>\n";
    if (!page.edition.empty()) {
        constexpr const char* slot = "@";
        std::string text = escaped(words(Word::footer_edition, {{"edition", slot}}));
        text.replace(text.find(slot), 1,
                     "<time " + attribute("datetime", page.edition) + ">" + escaped(page.edition) + "</time>");
        out += "<p>" + text + "</p>\n";
    }
    if (!page.csv.empty()) out += "<p>" + anchor(page.csv, words(Word::site_csv), "download") + "</p>\n";
    out += "<p>" + anchor(site_link(folder, "") + "data/manifest.json", words(Word::site_data_json)) + "</p>\n";
    if (!base_url.empty()) {
        const std::string home = page.lang == Lang::ja ? "" : "en/";
        out += "<p>" + anchor(site_link(folder, home) + feed_file, words(Word::site_feed)) + "</p>\n";
    }
    return out + "</section>\n";
}

std::string filled(std::string_view shell, const std::vector<std::pair<std::string_view, std::string>>& values) {
    std::string out;
    size_t at = 0;
    while (true) {
        const size_t open = shell.find("{{", at), close = shell.find("}}", open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        out += shell.substr(at, open - at);
        const std::string_view name = shell.substr(open + 2, close - open - 2);
        const auto found =
            std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == name; });
        out += found == values.end() ? shell.substr(open, close + 2 - open) : std::string_view(found->second);
        at = close + 2;
    }
    return out += shell.substr(at);
}

}  // namespace

std::string site_folder(std::string_view route) {
    const size_t question = route.find('?');
    std::string_view path = route.substr(0, question);
    while (!path.empty() && path.front() == '/') path.remove_prefix(1);
    while (!path.empty() && path.back() == '/') path.remove_suffix(1);
    std::string folder = path.empty() ? "" : std::string(path) + "/";
    if (question == std::string_view::npos || (path != "map" && path != "en/map")) return folder;
    for (const std::string& pair : split(route.substr(question + 1), '&'))
        if (pair.size() >= 4 && pair.compare(0, 2, "p=") == 0) folder += pair.substr(2, 2) + "/";
    return folder;
}

std::string site_link(std::string_view from, std::string_view to) {
    if (from == to) return "./";
    // What both begin with need not be left and entered again.
    size_t common = 0;
    for (size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i)
        if (from[i] == '/') common = i + 1;
    std::string out;
    for (const char c : from.substr(common))
        if (c == '/') out += "../";
    out += to.substr(common);
    return out.empty() ? "./" : out;
}

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\', out += c;
        } else if (c == '<' || static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            out += code.data();
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::vector<std::string> missing_marks(std::string_view shell) {
    std::vector<std::string> missing;
    for (const std::string_view name : marks)
        if (shell.find(mark(name)) == std::string_view::npos) missing.push_back(mark(name));
    return missing;
}

std::string site_document(std::string_view shell, const SitePage& page, const std::string& base_url) {
    const Words words(page.lang);
    const std::string folder = site_folder(page.route);
    const std::string content = "<a class=\"skip\" href=\"#main\">" + escaped(words(Word::nav_skip)) + "</a>\n" +
                                page.body + list_of(page, folder) + neighbours(page, folder) +
                                colophon(page, folder, base_url);
    return filled(shell, {{"lang", to_string(page.lang)},
                          {"route", escaped(page.route)},
                          {"root", site_link(folder, "")},
                          {"base", escaped(base_url)},
                          {"title", escaped(page.title)},
                          {"description", escaped(page.description)},
                          {"head", head(page, base_url)},
                          {"page", content},
                          {"loading", escaped(words(Word::site_loading))},
                          {"lost", escaped(words(Word::site_lost))},
                          {"no_script", escaped(words(Word::site_no_script))},
                          {"data_json", escaped(words(Word::site_data_json))}});
}

std::string sitemap_xml(const std::vector<SitePage>& pages, const std::string& base_url) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (const SitePage& page : pages) {
        out += "<url><loc>" + escaped(base_url + site_folder(page.route)) + "</loc>";
        if (!page.edition.empty()) out += "<lastmod>" + escaped(page.edition) + "</lastmod>";
        const std::pair<Lang, std::string> versions[] = {{page.lang, page.route}, {other_lang(page), page.other_route}};
        for (const auto& [lang, route] : versions)
            out += "<xhtml:link rel=\"alternate\" " + attribute("hreflang", to_string(lang)) + " " +
                   attribute("href", base_url + site_folder(route)) + "/>";
        out += "</url>\n";
    }
    return out + "</urlset>\n";
}

std::string robots_txt(const std::string& base_url) {
    return "User-agent: *\nAllow: /\n" + (base_url.empty() ? "" : "\nSitemap: " + base_url + "sitemap.xml\n");
}

namespace {

/// "2026-11-22" → "Sun, 22 Nov 2026 00:00:00 +0900" (RFC 822); empty for what is no whole date.
std::string rfc822(const std::string& date) {
    if (date.size() != 10 || !is_iso_date(date)) return {};
    int year = 0, month = 0, day = 0;
    if (!parse_int(date.substr(0, 4), year) || !parse_int(date.substr(5, 2), month) ||
        !parse_int(date.substr(8, 2), day))
        return {};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    // Sakamoto's method.
    constexpr int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int y = month < 3 ? year - 1 : year;
    const int weekday = (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %d 00:00:00 +0900", days[weekday], day, months[month - 1],
                  year);
    return text.data();
}

std::string tagged(std::string_view tag, std::string_view text) {
    return text.empty() ? "" : "<" + std::string(tag) + ">" + escaped(text) + "</" + std::string(tag) + ">\n";
}

}  // namespace

std::string feed_xml(const Feed& feed) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
        "xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n" +
        tagged("title", feed.title) + tagged("link", feed.link) + tagged("description", feed.description) +
        tagged("language", to_string(feed.lang)) + tagged("lastBuildDate", rfc822(feed.date)) +
        "<atom:link rel=\"self\" type=\"application/rss+xml\" " + attribute("href", feed.address) + "/>\n";
    for (const FeedItem& item : feed.items)
        out += "<item>\n" + tagged("title", item.title) + tagged("link", item.link) +
               tagged("description", item.description) + "<guid isPermaLink=\"false\">" + escaped(item.id) +
               "</guid>\n</item>\n";
    return out + "</channel>\n</rss>\n";
}

}  // namespace atlas::exporting
