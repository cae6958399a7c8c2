#include "app/desktop.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/edition.h"
#include "app/studio.h"
#include "bundle/edition_file.h"
#include "bundle/encoding.h"

namespace atlas::app {
namespace {

constexpr Words words;  // of the console

/// Adds the key of that file to those that are known. False when it holds none.
bool trust(Session& session, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const Result<bundle::Key> key = bundle::read_key(json, path.filename().string());
    if (key) session.known_keys.push_back(key->public_key);
    return static_cast<bool>(key);
}

/// A spreadsheet's bytes, in UTF-8 or Shift_JIS. What is neither is refused later, as no table.
std::string decode(std::string bytes) {
    Result<bundle::Text> text = bundle::decode_text(bytes, {});
    return text ? std::move(text->utf8) : std::move(bytes);
}

}  // namespace

int report(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
    return 1;
}

std::string take_keys(Session& session) {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(session.folder) / "keys", none))
        if (!trust(session, entry.path()))
            std::fprintf(stderr, "%s\n", words(Word::desktop_trust_none, {{"file", entry.path().string()}}).c_str());
    for (const std::string& file : session.arguments.key_files)
        if (!trust(session, file)) return words(Word::desktop_trust_none, {{"file", file}});
    return {};
}

bool take_edition(Session& session) {
    Arguments& arguments = session.arguments;
    if (arguments.edition_file.empty()) return true;
    const std::filesystem::path path = arguments.edition_file;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
        std::fprintf(stderr, "%s\n", words(Word::desktop_cannot_read, {{"file", arguments.edition_file}}).c_str());
        return false;
    }
    OpenedEdition opened = open_edition(path.filename().string(), bytes, session.known_keys);
    session.seal = opened.seal, arguments.desktop.read = std::move(opened.read);
    if (!opened.seal->problems.empty()) report(opened.seal->problems);
    return opened.seal->problems.empty() || arguments.opens_window();
}

std::unique_ptr<App> start_app(platform::Host& host, const Session& session) {
    Options options{version, false, decode};
    options.known_keys = session.known_keys;
    options.make_pdf = [&session](const std::vector<exporting::PdfPage>& pages, const std::string& title,
                                  const std::string& date) {
        exporting::PdfOptions pdf = pdf_options(session, date);
        pdf.title = title;
        return exporting::pdf(pages, pdf);
    };
    auto app = std::make_unique<App>(host, std::move(options));
    app->set_seal(session.seal);
    if (session.arguments.opens_window()) app->set_field_editor(paint::make_field_editor());
    app->start();
    if (!session.arguments.own_file.empty()) platform::open_file(*app, session.arguments.own_file);
    return app;
}

}  // namespace atlas::app
