// A host and all bundles without a window: where scenes are made that leave as files.
#pragma once
#include <filesystem>

#include "app/desktop.h"
#include "app/loader.h"
#include "export/pdf.h"

namespace atlas::app {

/// Fetches every bundle, and says what is wrong with them.
Problems load_all(platform::DesktopHost& host, Loader& loader);

struct Studio {
    explicit Studio(const Session& session)
        : host(session.arguments.desktop, session.glyphs), loader(host, [] {}), measure(*session.glyphs) {
        loader.data().build_version = version, loader.data().public_url = session.arguments.desktop.base_url;
    }
    Problems load_all() { return app::load_all(host, loader); }
    page::Data& data() { return loader.data(); }
    /// Fetches the finest boundaries for what the map of that view shows.
    void want_details(const view::ViewState& state);

    platform::DesktopHost host;
    Loader loader;
    GlyphMeasure measure;
};

/// Fonts beside the program; `date` is the edition's.
exporting::PdfOptions pdf_options(const Session& session, const std::string& date);

inline std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }
/// A deck of the user's; unset: the console has been told why. Whether all that it names is there says page::deck_problems.
std::optional<model::Briefing> read_deck(const std::string& path);

// Each says on the console what cannot be written.
int failed(const std::string& sentence);
bool write_bytes(const std::string& path, const std::string& bytes);

}  // namespace atlas::app
