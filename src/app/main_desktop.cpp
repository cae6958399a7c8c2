// sosei-atlas: the atlas in a desktop window, or, with --screenshot or --dump-semantics, without any display; and, with
// --export site, the static pages of the whole site.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "app/app.h"
#include "app/edition.h"
#include "app/site.h"
#include "bundle/edition_file.h"
#include "bundle/encoding.h"
#include "core/strings.h"
#include "export/html.h"
#include "export/pdf.h"
#include "export/site.h"
#include "export/svg.h"
#include "model/readings.h"
#include "platform/desktop/freetype_glyphs.h"
#include "platform/desktop/host_desktop.h"
#include "text/phrases.h"

#ifndef ATLAS_VERSION
#define ATLAS_VERSION "0"
#endif

namespace {

using namespace atlas;

constexpr Words words;  // of the command line; a page says its own language in the route

constexpr const char *regular_font = "/fonts/NotoSansJP_400Regular.ttf",
                     *bold_font = "/fonts/NotoSansJP_700Bold.ttf";  // beside the program

constexpr const char* usage =
    "sosei-atlas [FILE.sosei] [--trust KEY.pub]... [--data DIR] [--route ROUTE] [--size WxH] [--dpr N] [--open FILE] "
    "[--fullscreen] [--dark] [--contrast]\n"
    "            [--screenshot FILE.png] [--dump-semantics FILE.json] [--dump-scene FILE.txt] [--export-svg FILE.svg] "
    "[--export-html FILE.html]\n"
    "            [--export-pdf FILE.pdf --route ROUTE [--route ROUTE]...]\n"
    "            [--export site -o DIR --shell web/index.html [--base-url URL] [--preload FILE]...]\n"
    "  --data DIR      folder with manifest.json (made by sosei-bundle build); default: data beside the program\n"
    "  --route ROUTE   page to open, such as \"/map?i=tfr\" or, in English, \"/en/kpis\"\n"
    "  FILE.sosei      a single-file edition (sosei-bundle pack) instead of the folder; a changed one is refused\n"
    "  --trust KEY.pub a key that you have checked; those in the folder keys beside the program count too\n"
    "  --open FILE     a CSV file of your own, drawn on the map; dropping it on the window does the same\n"
    "  --dark, --contrast   on a dark ground; with more contrast\n"
    "  --base-url URL  where the atlas is published: QR codes and copied links lead there\n"
    "  --export-pdf    the pages of all routes, each on one sheet of its own size, with text that can be selected\n"
    "  --export site   every page as HTML, with sitemap, feeds and CSV, into DIR\n"
    "  With one of the file options nothing is opened: no display is needed.\n";

struct Arguments {
    platform::DesktopOptions desktop;
    std::string own_file, edition_file;
    std::vector<std::string> known_keys;     ///< public keys
    std::shared_ptr<const page::Seal> seal;  ///< of edition_file
    std::string screenshot, semantics, scene, svg, html, pdf;
    std::vector<std::string> routes;  ///< all of them; the last one is what is opened
    std::string exported, shell;
    app::SiteOptions site;
    bool headless() const {
        return !screenshot.empty() || !semantics.empty() || !scene.empty() || !svg.empty() || !html.empty();
    }
};

/// Fault of what --export needs, or empty.
std::string export_fault(const Arguments& arguments) {
    const std::string& url = arguments.site.base_url;
    const bool is_address = url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
    if (!url.empty() && (!is_address || url.back() != '/')) return words(Word::desktop_bad_base_url, {{"value", url}});
    if (!arguments.pdf.empty() && arguments.routes.empty()) return words(Word::desktop_bad_pdf_route);
    if (arguments.exported.empty()) return {};
    if (arguments.exported != "site") return words(Word::desktop_unknown_export, {{"value", arguments.exported}});
    if (arguments.site.folder.empty()) return words(Word::desktop_export_needs_folder);
    if (arguments.shell.empty()) return words(Word::desktop_no_value, {{"option", "--shell"}});
    return {};
}

/// Adds the key of that file to those that are known. False when it holds none.
bool trust(Arguments& arguments, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const Result<bundle::Key> key = bundle::read_key(json, path.filename().string());
    if (key) arguments.known_keys.push_back(key->public_key);
    return static_cast<bool>(key);
}

void trust_folder(Arguments& arguments, const std::filesystem::path& folder) {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (!trust(arguments, entry.path()))
            std::fprintf(stderr, "%s\n", words(Word::desktop_trust_none, {{"file", entry.path().string()}}).c_str());
}

bool parse_size(std::string_view text, platform::DesktopOptions& out) {
    const std::vector<std::string> parts = split(text, 'x');
    return parts.size() == 2 && parse_int(parts[0], out.width) && parse_int(parts[1], out.height) && out.width >= 64 &&
           out.height >= 64 && out.width <= 16384 && out.height <= 16384;
}

/// Fault in words, or empty.
std::string parse(int argc, char** argv, Arguments& out) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--fullscreen") {
            out.desktop.fullscreen = true;
            continue;
        }
        if (name == "--dark" || name == "--contrast") {
            (name == "--dark" ? out.desktop.appearance.dark : out.desktop.appearance.more_contrast) = true;
            continue;
        }
        if (name.front() != '-' && app::is_edition_file(name)) {
            out.edition_file = name;
            continue;
        }
        if (i + 1 >= argc) return words(Word::desktop_no_value, {{"option", name}});
        const std::string value = argv[++i];
        double dpr = 0;
        if (name == "--data")
            out.desktop.data_dir = value;
        else if (name == "--route")
            out.routes.push_back(out.desktop.route = value);
        else if (name == "--open")
            (app::is_edition_file(value) ? out.edition_file : out.own_file) = value;
        else if (name == "--trust") {
            if (!trust(out, value)) return words(Word::desktop_trust_none, {{"file", value}});
        } else if (name == "--screenshot")
            out.screenshot = value;
        else if (name == "--dump-semantics")
            out.semantics = value;
        else if (name == "--dump-scene")
            out.scene = value;
        else if (name == "--export-svg")
            out.svg = value;
        else if (name == "--export-html")
            out.html = value;
        else if (name == "--export-pdf")
            out.pdf = value;
        else if (name == "--export")
            out.exported = value;
        else if (name == "-o")
            out.site.folder = value;
        else if (name == "--shell")
            out.shell = value;
        else if (name == "--base-url")
            out.desktop.base_url = out.site.base_url = value;
        else if (name == "--preload")
            out.site.preloads.push_back(value);
        else if (name == "--size") {
            if (!parse_size(value, out.desktop)) return words(Word::desktop_bad_size, {{"value", value}});
        } else if (name == "--dpr") {
            if (!parse_double(value, dpr) || dpr < 0.5 || dpr > 8)
                return words(Word::desktop_bad_dpr, {{"value", value}});
            out.desktop.dpr = static_cast<float>(dpr);
        } else
            return words(Word::desktop_unknown_option, {{"option", name}});
    }
    return export_fault(out);
}

/// A spreadsheet's bytes, in UTF-8 or Shift_JIS. What is neither is refused later, as no table.
std::string decode(std::string bytes) {
    Result<bundle::Text> text = bundle::decode_text(bytes, {});
    return text ? std::move(text->utf8) : std::move(bytes);
}

/// A single-file edition that is dropped on the window.
class EditionTaker final : public app::FileTaker {
public:
    EditionTaker(platform::DesktopHost& host, std::vector<std::string> known_keys)
        : host_(host), known_keys_(std::move(known_keys)) {}
    bool take(app::App& app, const std::string& name, const std::string& bytes) override {
        if (!app::is_edition_file(name)) return false;
        app::OpenedEdition opened = app::open_edition(name, bytes, known_keys_);
        if (opened.seal->problems.empty()) host_.read_from(std::move(opened.read));
        app.use_edition(std::move(opened.seal));
        return true;
    }

private:
    platform::DesktopHost& host_;
    std::vector<std::string> known_keys_;
};

std::unique_ptr<app::App> start_app(platform::Host& host, const Arguments& arguments) {
    auto app = std::make_unique<app::App>(host, app::Options{ATLAS_VERSION, false, decode});
    // Every platform without a browser is a DesktopHost.
    app->set_file_taker(
        std::make_unique<EditionTaker>(static_cast<platform::DesktopHost&>(host), arguments.known_keys));
    app->set_seal(arguments.seal);
    if (!arguments.headless()) app->set_field_editor(paint::make_field_editor());
    app->start();
    if (!arguments.own_file.empty()) platform::open_file(*app, arguments.own_file);
    return app;
}

int report(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
    return 1;
}

/// The file of the command line; false when it cannot be read at all. One that is refused shows its problems in the window.
bool take_edition_file(Arguments& arguments) {
    const std::filesystem::path path = arguments.edition_file;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
        std::fprintf(stderr, "%s\n", words(Word::desktop_cannot_read, {{"file", arguments.edition_file}}).c_str());
        return false;
    }
    app::OpenedEdition opened = app::open_edition(path.filename().string(), bytes, arguments.known_keys);
    arguments.seal = opened.seal, arguments.desktop.read = std::move(opened.read);
    if (!opened.seal->problems.empty()) report(opened.seal->problems);
    return opened.seal->problems.empty() || !(arguments.headless() || !arguments.pdf.empty());
}

/// All bundles, or what is wrong with them.
Problems load_all(platform::DesktopHost& host, app::Loader& loader) {
    loader.want({std::begin(model::all_bundles), std::end(model::all_bundles)});
    host.run_fetches();
    Problems problems;
    for (const page::Data::Part& part : loader.data().parts)
        if (part.state != page::Data::Part::State::ready)
            problems.insert(problems.end(), part.problems.begin(), part.problems.end());
    return problems;
}

int export_site(Arguments& arguments, const std::shared_ptr<GlyphSource>& glyphs) {
    std::ifstream file(arguments.shell, std::ios::binary);
    arguments.site.shell.assign(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        std::fprintf(stderr, "%s\n", words(Word::desktop_cannot_read, {{"file", arguments.shell}}).c_str());
        return 1;
    }
    if (const std::vector<std::string> missing = exporting::missing_marks(arguments.site.shell); !missing.empty()) {
        std::fprintf(stderr, "%s: %s\n", arguments.shell.c_str(), join(missing, " ").c_str());
        return 1;
    }
    platform::DesktopHost host(arguments.desktop, glyphs);
    app::Loader loader(host, [] {});
    if (const Problems problems = load_all(host, loader); !problems.empty()) return report(problems);
    loader.data().public_url = arguments.site.base_url;
    const GlyphMeasure measure(*glyphs);
    const app::SiteReport written = app::write_site(loader.data(), measure, arguments.site);
    for (const std::string& name : written.unwritten)
        std::fprintf(stderr, "%s\n", words(Word::desktop_cannot_write, {{"file", name}}).c_str());
    if (!written.unwritten.empty()) return 1;
    std::printf("  %s\n",
                words(Word::desktop_site_made, {{"pages", written.pages}, {"folder", arguments.site.folder}}).c_str());
    return 0;
}

bool write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (file) return true;
    std::fprintf(stderr, "%s\n", words(Word::desktop_cannot_write, {{"file", path}}).c_str());
    return false;
}

/// The page of `route` as it would stand in the window, with the finest boundaries for what its map shows.
scene::Scene scene_of(platform::DesktopHost& host, app::Loader& loader, const std::string& route,
                      const TextMeasure& measure) {
    ui::Environment environment;
    environment.window = host.window_px();
    const view::ViewState state = view::parse_route(route);
    loader.want_blocks();
    loader.want_details(page::details_of(loader.data(), state, environment));
    host.run_fetches();
    return page::build(loader.data(), state, environment, measure);
}

int export_pdf(const Arguments& arguments, const std::shared_ptr<GlyphSource>& glyphs, const std::string& fonts) {
    platform::DesktopHost host(arguments.desktop, glyphs);
    app::Loader loader(host, [] {});
    if (const Problems problems = load_all(host, loader); !problems.empty()) return report(problems);
    loader.data().build_version = ATLAS_VERSION, loader.data().public_url = arguments.desktop.base_url;
    const GlyphMeasure measure(*glyphs);
    std::vector<scene::Scene> scenes;
    scenes.reserve(arguments.routes.size());
    std::vector<exporting::PdfPage> pages;
    for (const std::string& route : arguments.routes)
        pages.push_back({&scenes.emplace_back(scene_of(host, loader, route, measure)), true});
    exporting::PdfOptions options;
    options.font_regular = fonts + regular_font, options.font_bold = fonts + bold_font;
    options.base_url = arguments.desktop.base_url;
    options.date = loader.data().policy->edition.edition;
    const Result<std::string> bytes = exporting::pdf(pages, options);
    if (!bytes) return report(bytes.problems());
    return write_text(arguments.pdf, *bytes) ? 0 : 1;
}

int run_without_display(const Arguments& arguments, const std::shared_ptr<GlyphSource>& glyphs,
                        std::unique_ptr<app::App>& app) {
    const Result<platform::Picture> picture =
        platform::run_headless(arguments.desktop, glyphs, [&](platform::Host& host) -> platform::Events& {
            app = start_app(host, arguments);
            return *app;
        });
    if (!picture) return report(picture.problems());
    const scene::Scene& scene = app->current_scene();
    bool ok = true;
    if (!arguments.screenshot.empty() && !platform::write_png(arguments.screenshot, *picture)) {
        std::fprintf(stderr, "%s\n",
                     words(Word::desktop_cannot_write_picture, {{"file", arguments.screenshot}}).c_str());
        ok = false;
    }
    if (!arguments.semantics.empty()) ok = write_text(arguments.semantics, scene::semantics_json(scene, 0)) && ok;
    if (!arguments.scene.empty()) ok = write_text(arguments.scene, scene::dump(scene)) && ok;
    if (!arguments.svg.empty()) ok = write_text(arguments.svg, exporting::to_svg(scene, {})) && ok;
    if (!arguments.html.empty()) ok = write_text(arguments.html, exporting::to_html(scene)) && ok;
    (void)app.release();  // its GL objects belong to a context that ends with the process
    return ok ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--help") {
            std::fputs(usage, stdout);
            return 0;
        }
    }
    if (const std::string fault = parse(argc, argv, arguments); !fault.empty()) {
        std::fprintf(stderr, "%s\n\n%s", fault.c_str(), usage);
        return 2;
    }
    text::use_phrases(text::linked_phrases()), model::use_readings(model::linked_readings());
    const std::string here = platform::program_dir();
    if (arguments.desktop.data_dir.empty()) arguments.desktop.data_dir = here + "/data";
    trust_folder(arguments, std::filesystem::path(here) / "keys");
    if (!arguments.edition_file.empty() && !take_edition_file(arguments)) return 1;
    auto glyphs = platform::load_fonts(here + regular_font, here + bold_font);
    if (!glyphs) return report(glyphs.problems());
    if (!arguments.pdf.empty()) return export_pdf(arguments, *glyphs, here);
    if (!arguments.exported.empty()) return export_site(arguments, *glyphs);
    std::unique_ptr<app::App> app;
    if (arguments.headless()) return run_without_display(arguments, *glyphs, app);
    const int code = platform::run_window(arguments.desktop, *glyphs, [&](platform::Host& host) -> platform::Events& {
        app = start_app(host, arguments);
        return *app;
    });
    (void)app.release();
    return code;
}
