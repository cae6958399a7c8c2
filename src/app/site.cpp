#include "app/site.h"

#include <filesystem>
#include <fstream>

#include "app/files.h"
#include "app/site_pages.h"

namespace atlas::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* preview_file = "preview.png";  // 1200 × 630, made by scripts/prerender.mjs

class Folder {
public:
    explicit Folder(fs::path root) : root_(std::move(root)) {}
    void write(const std::string& name, const std::string& bytes) {
        const fs::path path = root_ / name;
        std::error_code ignored;  // a folder that could not be made shows when the file is written
        fs::create_directories(path.parent_path(), ignored);
        std::ofstream file(path, std::ios::binary);
        file << bytes;
        if (!file) unwritten_.push_back(path.generic_string());
    }
    const std::vector<std::string>& unwritten() const { return unwritten_; }

private:
    fs::path root_;
    std::vector<std::string> unwritten_;
};

/// The picture that stands for a page where it is linked: its own, else that of the page above it; empty without any.
std::string preview_of(const fs::path& root, std::string folder) {
    while (true) {
        std::error_code ignored;
        if (fs::exists(root / (folder + preview_file), ignored)) return folder + preview_file;
        if (folder.empty()) return {};
        const size_t slash = folder.rfind('/', folder.size() - 2);
        folder.resize(slash == std::string::npos ? 0 : slash + 1);
    }
}

}  // namespace

SiteReport write_site(const page::Data& data, const TextMeasure& measure, const SiteOptions& options) {
    std::vector<exporting::SitePage> pages = site_pages(data, measure, options.base_url);
    Folder folder(options.folder);
    for (exporting::SitePage& page : pages) {
        const std::string at = exporting::site_folder(page.route);
        page.image = preview_of(options.folder, at);
        if (page.route == "/") page.preloads = options.preloads;
        folder.write(at + "index.html", exporting::site_document(options.shell, page, options.base_url));
        if (page.csv.empty()) continue;
        const view::ViewState state = view::parse_route(page.route);
        if (const std::optional<File> file = file_of(data, state, {}, measure, "csv"))
            folder.write(at + page.csv, file->bytes);
    }
    folder.write("robots.txt", exporting::robots_txt(options.base_url));
    if (!options.base_url.empty()) {
        folder.write("sitemap.xml", exporting::sitemap_xml(pages, options.base_url));
        for (const Lang lang : {Lang::ja, Lang::en})
            folder.write(std::string(lang == Lang::ja ? "" : "en/") + exporting::feed_file,
                         exporting::feed_xml(site_feed(data, lang, options.base_url)));
    }
    return {pages.size(), folder.unwritten()};
}

}  // namespace atlas::app
