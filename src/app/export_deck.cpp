// --export-deck: a deck as PDF, or as one picture a slide.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/exports.h"
#include "app/own_decks.h"
#include "app/studio.h"
#include "core/strings.h"
#include "page/briefing.h"

namespace atlas::app {
namespace {

namespace fs = std::filesystem;
constexpr Words words;  // of the console

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The deck of that name among those that ship, or out of a file of the user's. nullptr: the console has been told why.
const model::Briefing* find_deck(Studio& studio, const std::string& wanted) {
    page::Data& data = studio.data();
    if (!is_deck_file(wanted)) {
        if (const model::Briefing* deck = data.briefings->find(wanted)) return deck;
        std::vector<std::string> ids;
        for (const model::Briefing& deck : data.briefings->all) ids.push_back(deck.id);
        failed(words(Word::desktop_unknown_deck, {{"id", wanted}, {"ids", join(ids, " ")}}));
        return nullptr;
    }
    std::optional<model::Briefing> deck = read_deck(wanted);
    if (!deck) return nullptr;
    if (const Problems problems = page::deck_problems(data, *deck, file_name(wanted), studio.measure);
        !problems.empty()) {
        report(problems);
        return nullptr;
    }
    // It takes the place of one of the same name.
    auto all = std::make_shared<model::Briefings>();
    all->all.push_back(std::move(*deck));
    data.briefings = std::move(all);
    return &data.briefings->all.front();
}

int made(size_t pages, const std::string& where) {
    std::printf("  %s\n", words(Word::desktop_deck_made, {{"pages", pages}, {"file", where}}).c_str());
    return 0;
}

int write_pdf(const Session& session, Studio& studio, const model::Briefing& deck,
              const std::vector<page::Sheet>& sheets) {
    std::vector<exporting::PdfPage> pages;
    for (const page::Sheet& sheet : sheets) pages.push_back({&sheet.scene, false});
    exporting::PdfOptions options = pdf_options(session, studio.data().policy->edition.edition);
    options.title = session.arguments.lang == Lang::en ? deck.title_en : deck.title;
    const Result<std::string> bytes = exporting::pdf(pages, options);
    if (!bytes) return report(bytes.problems());
    return write_bytes(session.arguments.output, *bytes) ? made(pages.size(), session.arguments.output) : 1;
}

/// "out-%d.png" → "out-03.png": two digits keep the slides in order in every list of files.
std::string picture_name(const std::string& output, int number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%02d", number);
    const size_t mark = output.find("%d");
    if (mark == std::string::npos) return (fs::path(output) / (std::string("slide-") + digits + ".png")).string();
    return output.substr(0, mark) + digits + output.substr(mark + 2);
}

int write_pictures(const Session& session, Studio& studio, const model::Briefing& deck) {
    const Arguments& arguments = session.arguments;
    if (const Problems problems = platform::start_offscreen(); !problems.empty()) return report(problems);
    if (arguments.output.find("%d") == std::string::npos) {
        std::error_code ignored;  // a folder that could not be made shows when the file is written
        fs::create_directories(arguments.output, ignored);
    }
    const int width = arguments.has_size ? arguments.desktop.width : 1920,
              height = arguments.has_size ? arguments.desktop.height : 1080;
    ui::Environment environment;
    environment.window = {static_cast<float>(width), static_cast<float>(height)}, environment.on_paper = true;
    const platform::OffscreenTarget target(width, height);
    paint::Painter painter(*session.glyphs);
    const int count = static_cast<int>(deck.slides.size());
    for (int number = 1; number <= count; ++number) {
        const view::ViewState state = view::parse_route(page::sheet_route(deck, number, arguments.lang));
        scene::Scene slide = page::build(studio.data(), state, environment, studio.measure);
        scene::apply(slide, arguments.desktop.appearance);
        if (target.complete()) painter.draw(slide, 0, width, height, 1);
        const std::string name = picture_name(arguments.output, number);
        if (!target.complete() || !platform::write_png(name, target.read()))
            return failed(words(Word::desktop_cannot_write_picture, {{"file", name}}));
    }
    return made(deck.slides.size(), arguments.output);
}

}  // namespace

std::optional<model::Briefing> read_deck(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
        failed(words(Word::desktop_cannot_read, {{"file", path}}));
        return std::nullopt;
    }
    Result<model::Briefing> deck = model::load_deck(bytes, file_name(path));
    if (deck) return std::move(*deck);
    report(deck.problems());
    return std::nullopt;
}

int export_deck(const Session& session) {
    const Arguments& arguments = session.arguments;
    Studio studio(session);
    if (const Problems problems = studio.load_all(); !problems.empty()) return report(problems);
    const model::Briefing* deck = find_deck(studio, arguments.deck);
    if (!deck) return 1;
    for (int number = 1; number <= static_cast<int>(deck->slides.size()); ++number)
        studio.want_details(
            page::shown_on_stage(studio.data(), view::parse_route(page::sheet_route(*deck, number, arguments.lang))));
    if (!ends_with(arguments.output, ".pdf")) return write_pictures(session, studio, *deck);
    return write_pdf(session, studio, *deck,
                     page::deck_sheets(studio.data(), *deck, arguments.lang, studio.measure, arguments.with_notes));
}

}  // namespace atlas::app
