// The static site as files: where each route of the atlas stands, the document around a page's content, and what search
// engines and feed readers ask for. Knows neither the pages nor the data; src/app/site.h puts both together.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lang.h"
#include "core/result.h"

namespace atlas::exporting {

/// Folder of a route's page: "/kpis/visitors" → "kpis/visitors/", "/en" → "en/", "/map?p=32" → "map/32/", "/" → "". Of
/// parameters only the map's prefecture has pages of its own; the others are left out.
std::string site_folder(std::string_view route);
/// The way from one folder to another, "./" to itself: ("kpis/visitors/", "map/") → "../../map/".
std::string site_link(std::string_view from, std::string_view to);

/// What the document says of itself besides its content.
struct SitePage {
    std::string route;        ///< with its language: "/en/kpis/visitors"
    std::string other_route;  ///< the same page in the other language
    Lang lang = Lang::ja;
    std::string title, description;     ///< plain texts, as everything here
    std::string edition;                ///< ISO date of the data
    std::string body;                   ///< HTML: landmarks and their content
    std::string image;                  ///< of previews: file beside index.html of the site, or empty
    std::string json_ld;                ///< JSON, or empty
    std::string csv;                    ///< file beside the page with its values, or empty
    std::vector<std::string> preloads;  ///< files that the program will ask for, seen from the site's root
    struct Neighbour {
        std::string route, title;
    };
    Neighbour previous, next;     ///< route empty: none
    std::vector<Neighbour> more;  ///< further pages that this one leads to
    std::string more_title;
};

/// A page of the site out of `shell`, web/index.html, whose marks {{…}} are filled in. `base_url` ends with a slash; empty:
/// nothing that must be an absolute address is said.
std::string site_document(std::string_view shell, const SitePage& page, const std::string& base_url);
/// The marks that site_document fills in and `shell` lacks.
std::vector<std::string> missing_marks(std::string_view shell);

/// Text as a JSON string, with its quotes; "<" is escaped too, so that it may stand in a <script>.
std::string json_string(std::string_view text);

std::string sitemap_xml(const std::vector<SitePage>& pages, const std::string& base_url);
std::string robots_txt(const std::string& base_url);

struct FeedItem {
    std::string title, link, description, id;  ///< link: absolute
};
struct Feed {
    std::string title, link, description, address;  ///< of the site, and of the feed itself; both absolute
    Lang lang = Lang::ja;
    std::string date;  ///< ISO date of the edition
    std::vector<FeedItem> items;
};
/// RSS 2.0.
std::string feed_xml(const Feed& feed);
inline constexpr const char* feed_file = "feed.xml";

}  // namespace atlas::exporting
