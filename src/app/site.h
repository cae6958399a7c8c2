// `sosei-atlas --export site`: the pages, their CSV files, sitemap, robots.txt and feeds, as files of a folder.
#pragma once
#include <string>

#include "core/result.h"
#include "page/page.h"

namespace atlas::app {

struct SiteOptions {
    std::string folder;                 ///< of the finished site; it holds data/ and the program already
    std::string shell;                  ///< text of web/index.html with its marks
    std::string base_url;               ///< where the site is published, with a slash at its end; may be empty
    std::vector<std::string> preloads;  ///< of the first page, seen from the folder
};

/// Writes all; how many pages there are. `data` must be complete.
Result<size_t> write_site(const page::Data& data, const TextMeasure& measure, const SiteOptions& options);

}  // namespace atlas::app
