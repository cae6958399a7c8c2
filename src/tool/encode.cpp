#include "tool/encode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "bundle/topojson.h"
#include "core/sha256.h"
#include "core/strings.h"
#include "model/lookup.h"
#include "tool/files.h"
#include "tool/json_parts.h"

namespace atlas::tool {

namespace {

using model::BundleName;

/// Copies all members but those that the header has, or that only the source form knows.
void add_members(Json& root, const Json& from) {
    for (const auto& [key, value] : from.members)
        if (key != "schema" && !root.find(key)) add(root, key, value);
}

Json without_schema(const Json& from) {
    Json out = object();
    add_members(out, from);
    return out;
}

/// The ids of all sources that `tree` points to, as "doc", "source" or "sources".
void collect_sources(const Json& tree, std::set<std::string>& ids) {
    for (const Json& item : tree.items) collect_sources(item, ids);
    for (const auto& [key, value] : tree.members) {
        if ((key == "doc" || key == "source") && value.is(Json::Kind::string)) ids.insert(value.string);
        if (key == "sources")
            for (const Json& id : value.items)
                if (id.is(Json::Kind::string)) ids.insert(id.string);
        collect_sources(value, ids);
    }
}

Json encode_source(const model::Source& source) {
    Json out = object();
    add(out, "id", text(source.id));
    add(out, "kind", text(source.kind));
    add(out, "title", text(source.title));
    add(out, "publisher", text(source.publisher));
    if (!source.date.empty()) add(out, "date", text(source.date));
    if (!source.url.empty()) add(out, "url", text(source.url));
    add(out, "licence", text(source.licence));
    add(out, "attribution", text(source.attribution));
    return out;
}

/// Observations cite pages of their own, which travel with the bundle of the KPIs; all other sources stand here.
Json encode_policy(const SourceSet& s) {
    std::set<std::string> used, cited;
    for (const auto* tree :
         {&s.vision, &s.pillars, &s.stories, &s.kpis, &s.indicators, &s.logic, &s.roadmap, &s.framework, &s.trends})
        collect_sources(**tree, used);
    for (const SourceSet::Deck& deck : s.decks) collect_sources(*deck.json, used);
    for (const model::PreviousKpi& kpi : s.background.previous) used.insert(kpi.source.doc);
    for (const model::Series& series : s.kpi_set.series)
        for (const model::Observation& o : series.points) cited.insert(o.source.doc);
    Json list = array();
    for (const model::Source& source : s.policy.sources)
        if (used.count(source.id) || !cited.count(source.id)) list.items.push_back(encode_source(source));
    Json root = header("policy", s.policy.edition.edition);
    add_members(root, *s.edition);
    add(root, "sources", std::move(list));
    add(root, "vision", without_schema(*s.vision));
    add_members(root, *s.pillars);
    return root;
}

Json encode_tree(const char* name, const Json& tree, const std::string& edition) {
    Json root = header(name, edition);
    add_members(root, tree);
    return root;
}

Json encode_stories(const SourceSet& s) {
    Json root = header("stories", s.policy.edition.edition);
    add_members(root, *s.stories);
    for (auto& [key, list] : root.members) {
        if (key != "stories") continue;
        for (size_t i = 0; i < list.items.size(); ++i) {
            const auto position = story_position(s.story_set.stories[i], s.places);
            if (!position || list.items[i].find("position")) continue;
            Json pair = array();
            pair.items = {number(rounded(position->lon_deg)), number(rounded(position->lat_deg))};
            add(list.items[i], "position", std::move(pair));
        }
    }
    return root;
}

/// How a source is cited beside a figure: its publisher and title.
std::string citation_title(const model::Source& source) {
    return source.publisher.empty() || source.title.find(source.publisher) != std::string::npos
               ? source.title
               : source.publisher + "「" + source.title + "」";
}

/// Adds the members columns, citations and series: those of `all` that `wanted` chooses.
class SeriesWriter {
public:
    explicit SeriesWriter(const SourceSet& sources) : sources_(sources) {}

    template <class Wanted>
    void write(Json& root, Wanted wanted) {
        for (const model::Series& series : sources_.kpi_set.series)
            if (wanted(series)) list_.items.push_back(series_of(series));
        add(root, "columns",
            texts({"year", "fiscal", "month", "value", "kind", "grade", "break_before", "definition", "note",
                   "citation", "section"}));
        add(root, "citations", std::move(citations_));
        add(root, "series", std::move(list_));
    }

private:
    Json series_of(const model::Series& series) {
        Json entry = object();
        add(entry, "id", text(series.id));
        if (!series.kpi.empty()) add(entry, "kpi", text(series.kpi));
        if (!series.unit.empty()) add(entry, "unit", text(series.unit));
        if (!series.definition.empty()) add(entry, "definition", text(series.definition));
        Json rows = array();
        for (const model::Observation& o : series.points)
            rows.items.push_back(
                texts({std::to_string(o.year), o.fiscal ? "1" : "0", o.month ? std::to_string(o.month) : "",
                       spelled(o.value), o.kind, std::string(1, o.grade), o.break_before ? "1" : "", o.definition,
                       o.note, std::to_string(citation_of(o.source.doc)), o.source.section}));
        add(entry, "rows", std::move(rows));
        return entry;
    }

    size_t citation_of(const std::string& id) {
        const auto [entry, is_new] = index_.emplace(id, citations_.items.size());
        if (!is_new) return entry->second;
        for (const model::Source& source : sources_.policy.sources) {
            if (source.id != id) continue;
            Json& citation = citations_.items.emplace_back(object());
            add(citation, "id", text(id));
            add(citation, "title", text(citation_title(source)));
            if (!source.url.empty()) add(citation, "url", text(source.url));
        }
        return entry->second;
    }

    const SourceSet& sources_;
    Json citations_ = array(), list_ = array();
    std::map<std::string, size_t> index_;
};

Json encode_kpis(const SourceSet& s) {
    Json root = header("kpis", s.policy.edition.edition);
    add_members(root, *s.kpis);
    SeriesWriter(s).write(root, [&](const model::Series& series) { return !s.is_trend(series); });
    return root;
}

Json encode_trends(const SourceSet& s) {
    Json root = encode_tree("trends", *s.trends, s.policy.edition.edition);
    SeriesWriter(s).write(root, [&](const model::Series& series) { return s.is_trend(series); });
    return root;
}

Json encode_background(const SourceSet& s) {
    Json root = encode_tree("background", *s.framework, s.policy.edition.edition), rows = array();
    for (const model::PreviousKpi& kpi : s.background.previous)
        rows.items.push_back(texts({std::to_string(kpi.number), kpi.name, join(kpi.successors, ";"), kpi.relation,
                                    kpi.note, kpi.source.doc, kpi.source.page ? std::to_string(kpi.source.page) : ""}));
    add(root, "previous",
        table({"number", "name", "successors", "relation", "note", "source", "page"}, std::move(rows)));
    return root;
}

/// All decks in one bundle: a few kilobytes, which only who opens them fetches.
Json encode_briefings(const SourceSet& s) {
    Json root = header("briefings", s.policy.edition.edition), decks = array();
    for (const SourceSet::Deck& deck : s.decks) decks.items.push_back(without_schema(*deck.json));
    add(root, "briefings", std::move(decks));
    return root;
}

Json encode_places(const SourceSet& s) {
    std::set<std::string> named;
    for (const model::Story& story : s.story_set.stories)
        named.insert(story.municipalities.begin(), story.municipalities.end());
    Json prefectures = array(), municipalities = array();
    for (const model::Prefecture& p : s.places.prefectures)
        prefectures.items.push_back(
            texts({p.code, p.name, p.kana, p.romaji, p.block, spelled(p.label.lat_deg), spelled(p.label.lon_deg)}));
    for (const model::Municipality& m : s.places.municipalities)
        if (named.count(m.code))
            municipalities.items.push_back(
                texts({m.code, m.name, m.kana, m.romaji, m.name_en, m.pref, spelled(rounded(m.position.lat_deg)),
                       spelled(rounded(m.position.lon_deg)), std::to_string(m.population_2020), m.kind}));
    Json root = header("places", s.policy.edition.edition);
    add(root, "prefectures", table({"code", "name", "kana", "romaji", "block", "lat", "lon"}, std::move(prefectures)));
    add(root, "municipalities",
        table({"code", "name", "kana", "romaji", "name_en", "pref", "lat", "lon", "population_2020", "kind"},
              std::move(municipalities)));
    return root;
}

Json encode_indicators(const SourceSet& s) {
    Json root = header("indicators", s.policy.edition.edition);
    add_members(root, *s.indicators);
    for (auto& [key, list] : root.members) {
        if (key != "indicators") continue;
        for (size_t i = 0; i < list.items.size(); ++i) {
            const model::Indicator& indicator = s.indicator_set.indicators[i];
            Json years = array(), values = array();
            for (size_t y = 0; y < indicator.years.size(); ++y) {
                years.items.push_back(number(indicator.years[y]));
                Json& row = values.items.emplace_back(array());
                for (const std::optional<double>& value : indicator.values[y])
                    row.items.push_back(value ? number(*value) : Json{});
            }
            add(list.items[i], "years", std::move(years));
            add(list.items[i], "values", std::move(values));
        }
    }
    return root;
}

/// "<name>-<10 hexadecimal digits>.json".
bool is_hashed_bundle(const std::string& file) {
    constexpr std::string_view suffix = ".json";
    constexpr size_t digits = 10;
    if (file.size() < digits + 1 + suffix.size()) return false;
    const size_t behind = file.size() - suffix.size(), hash = behind - digits;
    if (file.substr(behind) != suffix || file[hash - 1] != '-' ||
        file.substr(hash, digits).find_first_not_of("0123456789abcdef") != std::string::npos)
        return false;
    const std::string name = file.substr(0, hash - 1);
    for (const BundleName bundle : model::all_bundles)
        if (name == model::to_string(bundle)) return true;
    for (const model::DetailKey& key : model::all_details())
        if (name == key.name()) return true;
    return false;
}

void remove_stale(const std::filesystem::path& folder, const model::Manifest& manifest) {
    std::error_code ignored;
    std::vector<std::filesystem::path> stale;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string file = entry.path().filename().string();
        const auto is_it = [&](const auto& built) { return built.file == file; };
        const bool current = std::any_of(manifest.bundles.begin(), manifest.bundles.end(), is_it) ||
                             std::any_of(manifest.details.begin(), manifest.details.end(), is_it);
        if (!current && is_hashed_bundle(file)) stale.push_back(entry.path());
    }
    for (const auto& path : stale) std::filesystem::remove(path, ignored);
}

template <class Entry>
Json encode_entry(const Entry& entry) {
    Json json = object();
    add(json, "file", text(entry.file));
    add(json, "sha256", text(entry.sha256));
    add(json, "bytes", number(static_cast<double>(entry.bytes)));
    return json;
}

Json encode_manifest(const model::Manifest& manifest) {
    Json bundles = object(), details = object();
    for (const model::ManifestEntry& entry : manifest.bundles)
        add(bundles, model::to_string(entry.name), encode_entry(entry));
    for (const model::DetailEntry& entry : manifest.details) add(details, entry.key.name(), encode_entry(entry));
    Json root = header("manifest", manifest.edition);
    add(root, "bundles", std::move(bundles));
    if (!manifest.details.empty()) add(root, "details", std::move(details));
    return root;
}

/// Writes `bytes` as "<name>-<hash>.json" and fills the entry's file, sum and size. Nothing when it went well.
template <class Entry>
std::optional<Problem> write_hashed(const std::filesystem::path& folder, const std::string& name,
                                    const std::string& bytes, Entry& entry) {
    entry.sha256 = sha256_hex(bytes), entry.bytes = bytes.size();
    entry.file = name + "-" + entry.sha256.substr(0, 10) + ".json";
    return write_file(folder / entry.file, bytes);
}

}  // namespace

std::optional<geo::LonLat> story_position(const model::Story& story, const model::Places& places) {
    std::vector<geo::LonLat> points;
    for (const std::string& code : story.municipalities)
        if (const auto* m = model::find_municipality(places, code)) points.push_back(m->position);
    if (points.empty())
        for (const std::string& code : story.prefectures)
            if (const auto* p = model::find_prefecture(places, code)) points.push_back(p->label);
    if (points.empty()) return {};
    geo::LonLat mean;
    for (const geo::LonLat& point : points) {
        mean.lon_deg += point.lon_deg / static_cast<double>(points.size());
        mean.lat_deg += point.lat_deg / static_cast<double>(points.size());
    }
    return mean;
}

std::vector<BuiltBundle> encode_bundles(const SourceSet& sources) {
    const std::string& edition = sources.policy.edition.edition;
    std::vector<BuiltBundle> bundles{
        {BundleName::policy, bundle::write_json(encode_policy(sources))},
        {BundleName::stories, bundle::write_json(encode_stories(sources))},
        {BundleName::kpis, bundle::write_json(encode_kpis(sources))},
        {BundleName::places, bundle::write_json(encode_places(sources))},
        {BundleName::indicators, bundle::write_json(encode_indicators(sources))},
        {BundleName::logic, bundle::write_json(encode_tree("logic", *sources.logic, edition))},
        {BundleName::roadmap, bundle::write_json(encode_tree("roadmap", *sources.roadmap, edition))},
        {BundleName::background, bundle::write_json(encode_background(sources))},
        {BundleName::trends, bundle::write_json(encode_trends(sources))}};
    if (!sources.decks.empty())
        bundles.push_back({BundleName::briefings, bundle::write_json(encode_briefings(sources))});
    return bundles;
}

Result<model::Manifest> write_bundles(const std::vector<BuiltBundle>& bundles, const std::vector<BuiltDetail>& details,
                                      const std::string& edition, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    model::Manifest manifest{edition, {}, {}};
    for (const BuiltBundle& built : bundles) {
        model::ManifestEntry& entry = manifest.bundles.emplace_back(model::ManifestEntry{built.name, {}, {}, 0});
        if (auto fault = write_hashed(folder, model::to_string(built.name), built.bytes, entry))
            return std::move(*fault);
    }
    for (const BuiltDetail& built : details) {
        model::DetailEntry& entry = manifest.details.emplace_back(model::DetailEntry{built.key, {}, {}, 0});
        if (auto fault = write_hashed(folder, built.key.name(), built.bytes, entry)) return std::move(*fault);
    }
    if (auto fault = write_file(folder / "manifest.json", bundle::write_json(encode_manifest(manifest)) + "\n"))
        return std::move(*fault);
    remove_stale(folder, manifest);
    return manifest;
}

}  // namespace atlas::tool
