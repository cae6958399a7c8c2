// `sosei-atlas --export site`: the pages, their CSV files, sitemap, robots.txt and feeds, as files of a folder.
#pragma once
#include <string>
#include <vector>

#include "page/page.h"

namespace atlas::app {

struct SiteOptions {
    std::string folder;                 ///< of the finished site; it holds data/ and the program already
    std::string shell;                  ///< text of web/index.html with its marks
    std::string base_url;               ///< where the site is published, with a slash at its end; may be empty
    std::vector<std::string> preloads;  ///< of the first page, seen from the folder
};

struct SiteReport {
    size_t pages = 0;
    std::vector<std::string> unwritten;  ///< files that could not be written
};
/// Writes all. `data` must be complete.
SiteReport write_site(const page::Data& data, const TextMeasure& measure, const SiteOptions& options);

}  // namespace atlas::app
