// Fetches the manifest and the bundles, decodes each on its own and keeps what arrived; a faulty one costs only itself.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/geo.h"
#include "page/page.h"
#include "platform/host.h"

namespace atlas::app {

class Loader {
public:
    Loader(platform::Host& host, std::function<void()> changed) : host_(host), changed_(std::move(changed)) {
        if (host_.awaits_later_part()) data_.later_part = {};
    }

    /// Asks for these as far as nobody has yet; the manifest first. A page wants its bundles each time it is built.
    void want(const std::vector<model::BundleName>& names);
    /// The same for finer boundaries of single prefectures. One that fails costs nothing but its fineness.
    void want_details(const std::vector<model::DetailKey>& keys);
    /// The program of the pages that are not drawn first; see page::is_later.
    void want_later_part();
    /// The texts of a language: true when there is nothing to wait for (they are there, or cannot be had).
    bool want_words(Lang lang);
    /// Where the phrases of Japanese begin: true when there is nothing to wait for. Lines break by simpler rules where it cannot be had.
    bool want_phrases();
    /// How words are read, for pages that search: nothing waits for it.
    void want_readings();
    /// Stands with the decks of every edition from now on, in place of one of its name.
    void give_deck(std::shared_ptr<const model::Briefing> deck) { deck_ = std::move(deck); }
    /// Makes the regional blocks' map once prefectures and boundaries are there.
    void want_blocks();
    /// Forgets all data and begins with another manifest: the host reads from somewhere else now, and has dropped what of it was on
    /// its way.
    void start_over();
    /// Again, for everything that failed (the manifest too: an edition may have moved on).
    void retry();

    const page::Data& data() const { return data_; }
    page::Data& data() { return data_; }
    /// Of a mesh that this loader has made, else nullptr.
    const geo::HitIndex* hit_index(const MapMesh& mesh) const;
    /// Something was asked for, and nothing is on its way any more.
    bool settled() const { return asked_manifest_ && pending_ + pending_data_ == 0; }

private:
    void ask_manifest();
    void take_manifest(Result<std::string> bytes);
    void ask_wanted();
    void ask(const model::ManifestEntry& entry);
    void take(model::BundleName name, const std::string& file, Result<std::string> bytes);
    void take_waiting();
    void fail(model::BundleName name, Problems problems);
    void link_up();
    void ask_details();
    bool take_areas(Result<geo::FeatureSet> set, MapMeshPtr& mesh, Problems& problems);
    MapMeshPtr keep_mesh(const geo::FeatureSet& set);

    platform::Host& host_;
    std::function<void()> changed_;
    page::Data data_;
    struct Hits {
        uint64_t mesh_id;
        std::unique_ptr<geo::HitIndex> index;
    };
    std::vector<Hits> hits_;
    std::unique_ptr<geo::FeatureSet> prefectures_;  ///< kept for want_blocks
    std::vector<model::DetailKey> wanted_details_;  ///< not asked for yet
    std::optional<Result<model::Manifest>> manifest_;
    std::shared_ptr<const model::Briefing> deck_;
    struct Waiting {
        model::BundleName name;
        std::string file;
        Result<std::string> bytes;
    };
    std::vector<Waiting> waiting_;  ///< arrived before the program that reads them
    bool asked_later_part_ = false, asked_words_ = false, asked_phrases_ = false, awaits_phrases_ = false,
         asked_readings_ = false;
    int pending_ = 0;                        ///< files of the program on their way
    int pending_data_ = 0;                   ///< files of data
    bool wanted_[model::bundle_count] = {};  ///< by BundleName
    bool asked_[model::bundle_count] = {};   ///< on its way or done: neither a retry nor the next frame must ask twice
    bool asked_manifest_ = false;
};

}  // namespace atlas::app
