#include "app/loader.h"

#include <algorithm>

#include "app/own_decks.h"
#include "model/links.h"
#include "model/readings.h"
#include "page/later.h"
#include "text/phrases.h"

namespace atlas::app {

using model::BundleName;
using State = page::Data::Part::State;

void Loader::want(const std::vector<BundleName>& names) {
    bool any = false;
    for (const BundleName name : names)
        if (bool& wanted = wanted_[static_cast<size_t>(name)]; !wanted) wanted = any = true;
    if (!any) return;
    if (!asked_manifest_) return ask_manifest();
    ask_wanted();
}

void Loader::want_details(const std::vector<model::DetailKey>& keys) {
    for (const model::DetailKey& key : keys)
        if (!data_.details.count(key)) wanted_details_.push_back(key);
    if (!wanted_details_.empty()) ask_details();
}

/// Once there is a manifest to say under which name; the map goes on with what it has.
void Loader::ask_details() {
    if (!manifest_ || !*manifest_) return;
    for (const model::DetailEntry& entry : (*manifest_)->details) {
        const bool wanted =
            std::find(wanted_details_.begin(), wanted_details_.end(), entry.key) != wanted_details_.end();
        if (!wanted || data_.details.count(entry.key)) continue;
        data_.details[entry.key] = nullptr;  // asked for
        ++pending_data_;
        host_.fetch(entry.file, [this, key = entry.key, file = entry.file](Result<std::string> body) {
            --pending_data_;
            Problems problems;
            if (body) take_areas(model::load_detail(*body, file), data_.details[key], problems);
            changed_();
        });
    }
    wanted_details_.clear();
}

void Loader::want_later_part() {
    if (asked_later_part_) return;
    asked_later_part_ = true;
    data_.later_part = {};
    ++pending_;
    host_.load_later_part([this](Result<std::string> loaded) {
        --pending_;
        const bool whole = loaded && (loaded->empty() || use_words(Lang::ja, std::move(*loaded)));
        data_.later_part = {whole ? State::ready : State::failed, loaded.problems()};
        take_waiting();
        if (pending_data_ == 0) link_up();
        changed_();
    });
}

bool Loader::want_words(Lang lang) {
    // Back to a language that is there: what failed is no longer missed, and may be asked for again.
    if (lang == Lang::ja && data_.words.state == State::failed) data_.words = {}, asked_words_ = false;
    if (has_words(lang)) return true;
    if (asked_words_) return data_.words.state == State::failed;
    asked_words_ = true;
    data_.words = {};
    ++pending_;
    host_.fetch("../" + words_file(lang), [this, lang](Result<std::string> bytes) {
        --pending_;
        if (bytes && use_words(lang, std::move(*bytes)))
            data_.words.state = State::ready;
        else
            data_.words = {State::failed, bytes.problems()};
        changed_();
    });
    return false;
}

bool Loader::want_phrases() {
    if (asked_phrases_ || text::has_phrases()) return !awaits_phrases_;
    asked_phrases_ = awaits_phrases_ = true;
    ++pending_;
    host_.fetch(std::string("../") + text::phrases_file, [this](Result<std::string> bytes) {
        --pending_;
        awaits_phrases_ = false;
        if (bytes) text::use_phrases(*bytes);
        changed_();
    });
    return false;
}

void Loader::want_readings() {
    if (asked_readings_ || !host_.awaits_later_part() || !data_.has_later_part()) return;
    asked_readings_ = true;
    ++pending_;
    host_.fetch(std::string("../") + model::readings_file, [this](Result<std::string> bytes) {
        --pending_;
        if (bytes) page::later<model::use_readings>()(*bytes);
        changed_();
    });
}

void Loader::take_waiting() {
    std::vector<Waiting> waiting = std::move(waiting_);
    waiting_.clear();
    for (Waiting& one : waiting) take(one.name, one.file, std::move(one.bytes));
}

void Loader::want_blocks() {
    if (data_.block_map || !prefectures_ || !data_.places) return;
    std::vector<std::string> codes;
    std::vector<size_t> block_of;
    for (const geo::Feature& feature : prefectures_->features) {
        const model::Prefecture* prefecture = model::find_prefecture(*data_.places, feature.code);
        const std::string block = prefecture ? prefecture->block : feature.code;
        const auto found = std::find(codes.begin(), codes.end(), block);
        block_of.push_back(static_cast<size_t>(found - codes.begin()));
        if (found == codes.end()) codes.push_back(block);
    }
    data_.block_map = keep_mesh(geo::dissolve(*prefectures_, block_of, codes));
}

MapMeshPtr Loader::keep_mesh(const geo::FeatureSet& set) {
    auto mesh = std::make_shared<const MapMesh>(geo::make_mesh(set));
    hits_.push_back({mesh->id, std::make_unique<geo::HitIndex>(mesh)});
    return mesh;
}

bool Loader::take_areas(Result<geo::FeatureSet> set, MapMeshPtr& mesh, Problems& problems) {
    problems = set.problems();
    if (!set) return false;
    mesh = keep_mesh(*set);
    return true;
}

const geo::HitIndex* Loader::hit_index(const MapMesh& mesh) const {
    for (const Hits& hits : hits_)
        if (hits.mesh_id == mesh.id) return hits.index.get();
    return nullptr;
}

void Loader::start_over() {
    page::Data fresh;
    fresh.later_part = data_.later_part, fresh.words = data_.words;
    fresh.build_version = data_.build_version, fresh.public_url = data_.public_url;
    data_ = std::move(fresh);
    hits_.clear(), waiting_.clear(), wanted_details_.clear();
    prefectures_.reset(), manifest_.reset();
    asked_manifest_ = false, pending_data_ = 0;
    std::fill(std::begin(wanted_), std::end(wanted_), false);
    std::fill(std::begin(asked_), std::end(asked_), false);
    changed_();
}

void Loader::retry() {
    // Others may still be on their way: they are left alone.
    bool any = false;
    for (size_t i = 0; i < model::bundle_count; ++i)
        if (data_.parts[i].state == State::failed) data_.parts[i] = {}, asked_[i] = false, any = true;
    if (any) ask_manifest();
    if (data_.words.state == State::failed) data_.words = {}, asked_words_ = false;
    if (data_.later_part.state == State::failed) {
        asked_later_part_ = false;
        want_later_part();
    }
    changed_();
}

void Loader::ask_manifest() {
    asked_manifest_ = true;
    ++pending_data_;
    host_.fetch("manifest.json", [this](Result<std::string> bytes) {
        --pending_data_;
        take_manifest(std::move(bytes));
    });
}

void Loader::take_manifest(Result<std::string> bytes) {
    manifest_ = bytes ? model::load_manifest(*bytes, "manifest.json") : Result<model::Manifest>(bytes.problems());
    ask_wanted();
    if (!wanted_details_.empty()) ask_details();
    changed_();
}

/// Asks for every wanted bundle that nobody has asked for, once there is a manifest to say under which name.
void Loader::ask_wanted() {
    if (!manifest_) return;
    for (const BundleName name : model::all_bundles) {
        const size_t index = static_cast<size_t>(name);
        if (!wanted_[index] || asked_[index]) continue;
        asked_[index] = true;
        if (!*manifest_) {
            fail(name, manifest_->problems());
            continue;
        }
        const model::ManifestEntry* found = nullptr;
        for (const model::ManifestEntry& entry : (*manifest_)->bundles)
            if (entry.name == name) found = &entry;
        if (found) {
            ask(*found);
            continue;
        }
        if (model::is_optional(name)) {
            data_.parts[index].state = State::ready;
            continue;
        }
        fail(name, {problem_of("manifest.json", std::string("/bundles/") + model::to_string(name),
                               Word::problem_not_in_manifest, Word::problem_not_in_manifest_remedy)});
    }
}

void Loader::ask(const model::ManifestEntry& entry) {
    ++pending_data_;
    host_.fetch(entry.file, [this, name = entry.name, file = entry.file](Result<std::string> body) {
        --pending_data_;
        take(name, file, std::move(body));
        if (pending_data_ == 0) link_up();
        changed_();
    });
}

void Loader::fail(BundleName name, Problems problems) {
    page::Data::Part& part = data_.parts[static_cast<size_t>(name)];
    part.state = State::failed;
    part.problems = std::move(problems);
}

namespace {
template <class T>
bool keep(Result<T> result, std::shared_ptr<const T>& slot, Problems& problems) {
    problems = result.problems();
    if (!result) return false;
    slot = std::make_shared<const T>(std::move(*result));
    return true;
}

bool is_read_later(BundleName name) {
    return name == BundleName::logic || name == BundleName::roadmap || name == BundleName::background ||
           name == BundleName::trends || name == BundleName::previous || name == BundleName::briefings;
}

void put(model::Briefings& decks, const model::Briefing& given) {
    const auto is_it = [&given](const model::Briefing& deck) { return deck.id == given.id; };
    decks.all.erase(std::remove_if(decks.all.begin(), decks.all.end(), is_it), decks.all.end());
    decks.all.push_back(given);
}

bool read_later(BundleName name, const std::string& bytes, const std::string& file, page::Data& data,
                Problems& problems, platform::Host& host, const model::Briefing* given) {
    if (name == BundleName::logic) return keep(model::load_logic(bytes, file), data.logic, problems);
    if (name == BundleName::roadmap) return keep(model::load_roadmap(bytes, file), data.roadmap, problems);
    if (name == BundleName::background) return keep(model::load_background(bytes, file), data.background, problems);
    if (name == BundleName::previous) return keep(model::load_previous(bytes, file), data.previous, problems);
    if (name == BundleName::briefings) {
        Result<model::Briefings> decks = model::load_briefings(bytes, file);
        if (decks && given) put(*decks, *given);
        if (decks) add_own_decks(host, *decks);
        return keep(std::move(decks), data.briefings, problems);
    }
    return keep(model::load_trends(bytes, file), data.trends, problems);
}
}  // namespace

void Loader::take(BundleName name, const std::string& file, Result<std::string> bytes) {
    if (!bytes) return fail(name, bytes.problems());
    if (is_read_later(name) && data_.later_part.state != State::ready) {
        waiting_.push_back({name, file, std::move(bytes)});
        return;
    }
    Problems problems;
    bool ok = false;
    switch (name) {
        case BundleName::policy: ok = keep(model::load_policy(*bytes, file), data_.policy, problems); break;
        case BundleName::stories: ok = keep(model::load_stories(*bytes, file), data_.stories, problems); break;
        case BundleName::kpis: ok = keep(model::load_kpis(*bytes, file), data_.kpis, problems); break;
        case BundleName::places: ok = keep(model::load_places(*bytes, file), data_.places, problems); break;
        case BundleName::indicators: ok = keep(model::load_indicators(*bytes, file), data_.indicators, problems); break;
        case BundleName::logic:
        case BundleName::roadmap:
        case BundleName::background:
        case BundleName::trends:
        case BundleName::briefings:
        case BundleName::previous:
            ok = page::later<read_later>()(name, *bytes, file, data_, problems, host_, deck_.get());
            break;
        case BundleName::boundaries: {
            Result<geo::FeatureSet> set = model::load_boundaries(*bytes, file);
            problems = set.problems();
            ok = static_cast<bool>(set);
            if (!ok) break;
            data_.map_source = set->source;
            data_.map = keep_mesh(*set);
            prefectures_ = std::make_unique<geo::FeatureSet>(std::move(*set));
            break;
        }
        case BundleName::municipalities:
            ok = keep(model::load_municipalities(*bytes, file), data_.municipalities, problems);
            break;
        case BundleName::municipal_indicators:
            ok = keep(model::load_municipal_indicators(*bytes, file), data_.municipal_indicators, problems);
            break;
        case BundleName::municipal_boundaries:
            ok = take_areas(model::load_municipal_boundaries(*bytes, file), data_.municipal_map, problems);
            break;
    }
    if (!ok) return fail(name, std::move(problems));
    page::Data::Part& part = data_.parts[static_cast<size_t>(name)];
    part.state = State::ready;
    part.problems = std::move(problems);  // warnings
}

void Loader::link_up() {
    data_.link_problems =
        model::check_links(data_.policy.get(), data_.stories.get(), data_.kpis.get(), data_.places.get());
}

}  // namespace atlas::app
