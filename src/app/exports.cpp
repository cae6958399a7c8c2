#include "app/exports.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

#include "app/site.h"
#include "app/studio.h"
#include "core/strings.h"
#include "export/html.h"
#include "export/site.h"
#include "export/svg.h"

namespace atlas::app {
namespace {

constexpr Words words;  // of the console

}  // namespace

Problems load_all(platform::DesktopHost& host, Loader& loader) {
    loader.want({std::begin(model::all_bundles), std::end(model::all_bundles)});
    host.run_fetches();
    Problems problems;
    for (const page::Data::Part& part : loader.data().parts)
        if (part.state != page::Data::Part::State::ready)
            problems.insert(problems.end(), part.problems.begin(), part.problems.end());
    return problems;
}

void Studio::want_details(const view::ViewState& state) {
    ui::Environment environment;
    environment.window = host.window_px();
    loader.want_blocks();
    loader.want_details(page::details_of(data(), state, environment));
    host.run_fetches();
}

exporting::PdfOptions pdf_options(const Session& session, const std::string& date) {
    exporting::PdfOptions options;
    options.font_regular = session.folder + regular_font, options.font_bold = session.folder + bold_font;
    options.base_url = session.arguments.desktop.base_url;
    options.date = date;
    return options;
}

int failed(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 1;
}

bool write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (file) return true;
    failed(words(Word::desktop_cannot_write, {{"file", path}}));
    return false;
}

/// The page of `route` as it would stand in the window, without what is there to be operated.
static scene::Scene scene_of(Studio& studio, const std::string& route) {
    ui::Environment environment;
    environment.window = studio.host.window_px(), environment.on_paper = true;
    const view::ViewState state = view::parse_route(route);
    studio.want_details(state);
    return page::build(studio.data(), state, environment, studio.measure);
}

int export_page(const Session& session) {
    const Arguments& arguments = session.arguments;
    std::unique_ptr<App> app;
    const Result<platform::Picture> picture =
        platform::run_headless(arguments.desktop, session.glyphs, [&](platform::Host& host) -> platform::Events& {
            app = start_app(host, session);
            return *app;
        });
    if (!picture) return report(picture.problems());
    const scene::Scene& scene = app->current_scene();
    bool ok = true;
    if (!arguments.screenshot.empty() && !platform::write_png(arguments.screenshot, *picture)) {
        failed(words(Word::desktop_cannot_write_picture, {{"file", arguments.screenshot}}));
        ok = false;
    }
    if (!arguments.semantics.empty()) ok = write_bytes(arguments.semantics, scene::semantics_json(scene, 0)) && ok;
    if (!arguments.scene.empty()) ok = write_bytes(arguments.scene, scene::dump(scene)) && ok;
    if (!arguments.svg.empty()) ok = write_bytes(arguments.svg, exporting::to_svg(scene, {})) && ok;
    if (!arguments.html.empty()) ok = write_bytes(arguments.html, exporting::to_html(scene)) && ok;
    (void)app.release();  // its GL objects belong to a context that ends with the process
    return ok ? 0 : 1;
}

int export_pdf(const Session& session) {
    Studio studio(session);
    if (const Problems problems = studio.load_all(); !problems.empty()) return report(problems);
    std::vector<scene::Scene> scenes;
    scenes.reserve(session.arguments.routes.size());
    std::vector<exporting::PdfPage> pages;
    for (const std::string& route : session.arguments.routes)
        pages.push_back({&scenes.emplace_back(scene_of(studio, route)), true});
    const Result<std::string> bytes =
        exporting::pdf(pages, pdf_options(session, studio.data().policy->edition.edition));
    if (!bytes) return report(bytes.problems());
    return write_bytes(session.arguments.pdf, *bytes) ? 0 : 1;
}

int export_site(const Session& session) {
    const Arguments& arguments = session.arguments;
    SiteOptions site{arguments.output, {}, arguments.desktop.base_url, arguments.preloads};
    std::ifstream file(arguments.shell, std::ios::binary);
    site.shell.assign(std::istreambuf_iterator<char>(file), {});
    if (!file) return failed(words(Word::desktop_cannot_read, {{"file", arguments.shell}}));
    if (const std::vector<std::string> missing = exporting::missing_marks(site.shell); !missing.empty())
        return failed(arguments.shell + ": " + join(missing, " "));
    Studio studio(session);
    if (const Problems problems = studio.load_all(); !problems.empty()) return report(problems);
    const SiteReport written = write_site(studio.data(), studio.measure, site);
    for (const std::string& name : written.unwritten) failed(words(Word::desktop_cannot_write, {{"file", name}}));
    if (!written.unwritten.empty()) return 1;
    std::printf("  %s\n", words(Word::desktop_site_made, {{"pages", written.pages}, {"folder", site.folder}}).c_str());
    return 0;
}

}  // namespace atlas::app
