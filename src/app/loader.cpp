#include "app/loader.h"

#include "model/links.h"

namespace atlas::app {

using model::BundleName;
using State = page::Data::Part::State;

void Loader::start() {
    started_ = true;
    ++pending_;
    host_.fetch("manifest.json", [this](Result<std::string> bytes) { take_manifest(std::move(bytes)); });
}

void Loader::retry() {
    // Others may still be on their way: they are left alone.
    bool any = false;
    for (page::Data::Part& part : data_.parts)
        if (part.state == State::failed) part = {}, any = true;
    if (any) start();
    changed_();
}

void Loader::fail(BundleName name, Problems problems) {
    page::Data::Part& part = data_.parts[static_cast<size_t>(name)];
    part.state = State::failed;
    part.problems = std::move(problems);
}

void Loader::take_manifest(Result<std::string> bytes) {
    --pending_;
    Result<model::Manifest> manifest =
        bytes ? model::load_manifest(*bytes, "manifest.json") : Result<model::Manifest>(bytes.problems());
    for (const BundleName name : model::all_bundles) {
        if (data_.part(name).state != State::loading || in_flight_[static_cast<size_t>(name)]) continue;
        if (!manifest) {
            fail(name, manifest.problems());
            continue;
        }
        const model::ManifestEntry* found = nullptr;
        for (const model::ManifestEntry& entry : manifest->bundles)
            if (entry.name == name) found = &entry;
        if (!found) {
            fail(name, {{Severity::error,
                         "manifest.json",
                         std::string("/bundles/") + model::to_string(name),
                         "このデータは目録に載っていません",
                         "データを作り直して、もう一度公開してください",
                         {},
                         {}}});
            continue;
        }
        ++pending_;
        in_flight_[static_cast<size_t>(name)] = true;
        host_.fetch(found->file, [this, name, file = found->file](Result<std::string> body) {
            --pending_;
            in_flight_[static_cast<size_t>(name)] = false;
            take(name, file, std::move(body));
            if (pending_ == 0) link_up();
            changed_();
        });
    }
    changed_();
}

namespace {
template <class T>
bool keep(Result<T> result, std::shared_ptr<const T>& slot, Problems& problems) {
    problems = result.problems();
    if (!result) return false;
    slot = std::make_shared<const T>(std::move(*result));
    return true;
}
}  // namespace

void Loader::take(BundleName name, const std::string& file, Result<std::string> bytes) {
    if (!bytes) return fail(name, bytes.problems());
    Problems problems;
    bool ok = false;
    switch (name) {
        case BundleName::policy: ok = keep(model::load_policy(*bytes, file), data_.policy, problems); break;
        case BundleName::stories: ok = keep(model::load_stories(*bytes, file), data_.stories, problems); break;
        case BundleName::kpis: ok = keep(model::load_kpis(*bytes, file), data_.kpis, problems); break;
        case BundleName::places: ok = keep(model::load_places(*bytes, file), data_.places, problems); break;
        case BundleName::indicators: ok = keep(model::load_indicators(*bytes, file), data_.indicators, problems); break;
        case BundleName::boundaries: {
            Result<geo::FeatureSet> set = model::load_boundaries(*bytes, file);
            problems = set.problems();
            ok = static_cast<bool>(set);
            if (!ok) break;
            data_.map_source = set->source;
            data_.map = std::make_shared<const MapMesh>(geo::make_mesh(*set));
            hits_ = std::make_unique<geo::HitIndex>(data_.map);
            break;
        }
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
