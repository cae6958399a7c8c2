// Starting and ending a kiosk, and what it writes down: counts for the staff, and for the soak test what it uses of the machine.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "app/kiosk.h"
#include "app/studio.h"
#include "core/strings.h"
#include "page/frame.h"
#include "paint/gl_objects.h"

namespace atlas::app {

namespace fs = std::filesystem;

namespace {

constexpr Words words;  // of the console, and of the staff's files

/// Of the user, where programs keep what they noted and nobody set (XDG base directory specification).
fs::path usage_folder(const KioskOptions& options) {
    if (!options.usage_folder.empty()) return options.usage_folder;
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state) return fs::path(state) / "sosei-atlas";
    const char* home = std::getenv("HOME");
    return fs::path(home ? home : ".") / ".local/state/sosei-atlas";
}

/// Whole or not at all: a reader, or a power cut, never meets half a file.
bool write_whole(const fs::path& path, const std::string& bytes) {
    const fs::path next = path.string() + ".new";
    std::ofstream file(next, std::ios::binary);
    file << bytes;
    file.close();
    std::error_code fault;
    if (file) fs::rename(next, path, fault);
    return file && !fault;
}

/// Pages by their first address: nothing that a visitor typed or chose is in it.
std::string page_key(view::Page page) {
    view::ViewState state;
    state.page = page;
    return view::route_of(state);
}
std::string page_of_key(const std::string& key) { return words(page::page_name(view::parse_route(key).page)); }

size_t entries_of(const char* folder) {
    std::error_code fault;
    size_t count = 0;
    for (fs::directory_iterator it(folder, fault), end; it != end; it.increment(fault)) ++count;
    return count;
}

/// Everything at the start that a kiosk cannot do without. The exit code, or 0.
int refuse_start(const Session& session, const Snapshot& data) {
    const KioskOptions& options = session.arguments.kiosk;
    if (!data.read) return 0;  // the page says what is wrong with the data
    if (const Problems faults = faults_of(data, session); !faults.empty()) {
        report(faults);
        // Of data that cannot be read the page says what is wrong; a deck of one's own that names what is not there is mended at once.
        if (session.deck && faults.front().file == file_name(options.deck_file)) return 2;
    }
    if (session.deck) return 0;
    const Result<std::string> bytes = data.read("manifest.json");
    const Result<model::Manifest> manifest = bytes ? model::load_manifest(*bytes, {}) : bytes.problems();
    if (!manifest) return 0;
    for (const model::ManifestEntry& entry : manifest->bundles) {
        if (entry.name != model::BundleName::briefings) continue;
        const Result<std::string> file = data.read(entry.file);
        const Result<model::Briefings> decks = file ? model::load_briefings(*file, entry.file) : file.problems();
        if (!decks || decks->find(options.deck)) return 0;
    }
    std::fprintf(stderr, "%s\n", words(Word::kiosk_bad_deck, {{"deck", options.deck}}).c_str());
    return 2;
}

int picture_of_kiosk(const Session& session, const Snapshot& data) {
    std::unique_ptr<KioskProgram> kiosk;
    const auto make = [&](platform::Host& host) -> platform::Events& {
        kiosk = std::make_unique<KioskProgram>(static_cast<platform::DesktopHost&>(host), session, data);
        if (const std::string& screen = session.arguments.kiosk.shown; !screen.empty()) kiosk->show(screen);
        return *kiosk;
    };
    const Result<platform::Picture> picture = platform::run_headless(session.arguments.desktop, session.glyphs, make);
    if (!picture) return report(picture.problems());
    const Arguments& arguments = session.arguments;
    bool ok = arguments.screenshot.empty() || platform::write_png(arguments.screenshot, *picture);
    if (!arguments.semantics.empty())
        ok = write_whole(arguments.semantics, scene::semantics_json(kiosk->app().current_scene(), 0)) && ok;
    (void)kiosk.release();  // its GL objects belong to a context that ends with the process
    return ok ? 0 : 1;
}

}  // namespace

std::string local_time(const char* form) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    char text[64];
    return std::strftime(text, sizeof text, form, localtime_r(&now, &local)) ? text : "";
}

int run_kiosk(Session& session) {
    Arguments& arguments = session.arguments;
    arguments.desktop.is_kiosk = true;
    arguments.desktop.fullscreen = !arguments.has_size;
    if (!arguments.kiosk.deck_file.empty()) {
        std::optional<model::Briefing> deck = read_deck(arguments.kiosk.deck_file);
        if (!deck) return 2;
        session.deck = std::make_shared<const model::Briefing>(std::move(*deck));
        arguments.kiosk.deck = session.deck->id;
    }
    arguments.desktop.route = view::route_in(arguments.kiosk.languages.front(), "/briefing/" + arguments.kiosk.deck);
    Result<Snapshot> data = take_snapshot(session);
    if (!data) report(data.problems());
    const Snapshot first = data ? std::move(*data) : Snapshot{};
    if (const int code = refuse_start(session, first); code != 0) return code;
    if (arguments.is_headless()) return picture_of_kiosk(session, first);
    if (arguments.kiosk.code.empty())
        std::fprintf(stderr, "%s\n", words(Word::kiosk_no_code, {{"pid", static_cast<long>(getpid())}}).c_str());
    std::unique_ptr<KioskProgram> kiosk;
    const auto make = [&](platform::Host& host) -> platform::Events& {
        kiosk = std::make_unique<KioskProgram>(static_cast<platform::DesktopHost&>(host), session, first);
        if (const std::string& screen = arguments.kiosk.shown; !screen.empty()) kiosk->show(screen);
        return *kiosk;
    };
    const int code = platform::run_window(arguments.desktop, session.glyphs, make);
    const bool restarts = kiosk && kiosk->wants_restart();
    (void)kiosk.release();
    return restarts ? restart_code : code;
}

// ---- what it writes down -------------------------------------------------------------------------------------------

void KioskProgram::count() {
    if (is_attract() || screen_ != page::KioskView::Screen::page) return;
    const view::ViewState& state = app_->state();
    const std::string key = page_key(state.page), shown = key + " " + state.id;
    if (shown == counted_) return;
    counted_ = shown;
    usage_.count_view(local_time("%Y-%m-%d"), key);
}

void KioskProgram::write_counts() {
    const fs::path folder = usage_folder(options_);
    std::error_code fault;
    fs::create_directories(folder, fault);
    // A file a start: nothing is ever added to one that another program may have open.
    if (usage_file_.empty()) {
        const std::string name = "usage-" + local_time("%Y%m%d-%H%M%S");
        fs::path path = folder / (name + ".csv");
        for (int i = 2; fs::exists(path, fault); ++i) path = folder / (name + "-" + std::to_string(i) + ".csv");
        usage_file_ = path.string();
    }
    const view::Usage::Names names{words(Word::kiosk_usage_columns), words(Word::kiosk_usage_sessions), page_of_key};
    can_write_ = write_whole(usage_file_, usage_.csv(names));
}

std::vector<std::string> KioskProgram::status_lines() {
    const Words said(kiosk_.choices.lang);
    const auto minutes = static_cast<long>(host_.now_ms() / 60'000);
    const std::string folder = usage_folder(options_).string();
    std::vector<std::string> lines{
        said(Word::kiosk_staff_build, {{"build", version}}),
        said(Word::kiosk_staff_edition, {{"edition", data_.edition}}),
        said(Word::kiosk_staff_data, {{"folder", watch_.place()}}),
        said(Word::kiosk_staff_uptime, {{"hours", minutes / 60}, {"minutes", minutes % 60}}),
        said(
            Word::kiosk_staff_use,
            {{"n", usage_.visits()}, {"seconds", static_cast<long>(usage_.mean_visit_s())}, {"views", usage_.views()}}),
        said(can_write_ ? Word::kiosk_staff_usage : Word::kiosk_staff_no_usage, {{"folder", folder}})};
    if (!watch_.faults().empty())
        lines.push_back(said(Word::kiosk_staff_faulty, {{"problem", to_string(watch_.faults().front())}}));
    else if (waiting_)
        lines.emplace_back(said(Word::kiosk_staff_waits));
    else if (!taken_at_.empty())
        lines.push_back(said(Word::kiosk_staff_taken, {{"time", taken_at_}}));
    else
        lines.emplace_back(said(Word::kiosk_staff_fresh));
    return lines;
}

void KioskProgram::write_status() {
    constexpr double every_ms = 10'000;
    if (options_.status_file.empty() || host_.now_ms() < status_ms_) return;
    const bool is_first = status_ms_ == 0;
    status_ms_ = host_.now_ms() + every_ms;
    std::ofstream file(options_.status_file, is_first ? std::ios::trunc : std::ios::app);
    if (is_first)
        file << "seconds,rss_kb,heap_kb,gl_textures,gl_buffers,gl_framebuffers,open_files,frames,visits,edition,"
                "faults\n";
    const paint::GlObjects objects = paint::count_gl_objects();
    const platform::Memory memory = platform::memory();
    file << static_cast<long>(host_.now_ms() / 1000) << "," << memory.resident_kb << "," << memory.held_kb << ","
         << objects.textures << "," << objects.buffers << "," << objects.framebuffers << ","
         << entries_of("/proc/self/fd") << "," << host_.frames() << "," << usage_.visits() << "," << data_.edition
         << "," << watch_.faults().size() << "\n";
}

}  // namespace atlas::app
