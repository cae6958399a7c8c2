// Stories bundle.
#include <set>

#include "model/decode_records.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;

namespace {

/// [longitude, latitude], put in when the bundle is built.
std::optional<geo::LonLat> decode_position(ObjectReader& story) {
    const bundle::Json* pair = story.array("position", Need::optional);
    if (!pair) return {};
    const bool numbers = pair->items.size() == 2 && pair->items[0].is(bundle::Json::Kind::number) &&
                         pair->items[1].is(bundle::Json::Kind::number);
    if (numbers) {
        const geo::LonLat at{pair->items[0].number, pair->items[1].number};
        if (at.lon_deg > 120 && at.lon_deg < 155 && at.lat_deg > 19 && at.lat_deg < 47) return at;
    }
    story.error("position", {"日本の中の位置ではありません", "[経度, 緯度] を度で書いてください",
                             "not a position in Japan", "write [longitude, latitude] in degrees"});
    return {};
}

}  // namespace

void decode_stories(ObjectReader& root, std::vector<Story>& out) {
    std::set<std::string> ids;
    root.each("stories", Need::required, [&](ObjectReader& story) {
        Story& s = out.emplace_back();
        s.id = story.id("id");
        s.title = story.text("title");
        s.place = story.text("place");
        s.region = story.text("region", Need::optional);
        const int pillar = story.choice("pillar", {"1", "2", "3", "4", "5"});
        s.pillar = pillar < 0 ? "" : std::to_string(pillar + 1);
        s.pillar_basis = story.text("pillar_basis", Need::optional);
        s.edition = story.text("edition");
        s.theme = story.text("theme");
        s.summary = story.text("summary");
        s.prefectures = story.codes("prefectures", 2);
        s.municipalities = story.codes("municipalities", 5);
        s.elements = story.texts("elements");
        s.actors = story.texts("actors");
        s.measures = story.ids("measures");
        s.kpis = story.ids("kpis");
        s.position = decode_position(story);
        s.source = decode_source(story);
        if (!s.id.empty() && !ids.insert(s.id).second) story.error("id", bundle::duplicate_id(s.id));
    });
}

}  // namespace atlas::model
