// The pages of the static site out of the same scenes as the application: which there are, and what stands in each.
#pragma once
#include <string>
#include <vector>

#include "export/site.h"
#include "page/page.h"

namespace atlas::app {

/// Every page that has an address of its own, in the order of the site, without a language: the main pages, then pillars,
/// stories, KPIs, outputs, trends and prefectures ("/map?p=01").
std::vector<std::string> site_routes(const page::Data& data);

/// All pages in both languages, in the order of site_routes, Japanese first.
std::vector<exporting::SitePage> site_pages(const page::Data& data, const TextMeasure& measure,
                                            const std::string& base_url);

/// The latest value of each KPI, the newest first.
exporting::Feed site_feed(const page::Data& data, Lang lang, const std::string& base_url);

}  // namespace atlas::app
