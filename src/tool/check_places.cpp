// Positions outside their prefecture: latitude and longitude exchanged within Japan, a digit mistyped, another town's point.
#include <cstdio>

#include "model/lookup.h"
#include "tool/checks.h"
#include "tool/prefecture_boxes.h"

namespace atlas::tool {

namespace {

std::string spelled(geo::LonLat at) {
    char text[60];
    std::snprintf(text, sizeof text, "%.4f, %.4f", at.lat_deg, at.lon_deg);
    return text;
}

std::string prefecture_name(const SourceSet& s, const std::string& code) {
    const model::Prefecture* prefecture = model::find_prefecture(s.places, code);
    return prefecture ? prefecture->name : code;
}

/// `whose` is what lies outside the prefecture of `code`.
bundle::Words outside(const SourceSet& s, const std::string& whose, const std::string& code, geo::LonLat at) {
    const std::string where = bundle::quoted(prefecture_name(s, code));
    const BoxWords box = largest_box(code);
    return {
        bundle::quoted(whose) + "の位置（緯度, 経度）" + spelled(at) + " は" + where + "の外です",
        "緯度と経度の入れ違いや打ち間違いがないか確かめてください（主な部分はおよそ " + box.ja + "）",
        "the position (latitude, longitude) " + spelled(at) + " of " + bundle::quoted(whose) + " lies outside " + where,
        "look for exchanged or mistyped figures (its main part: " + box.en + ")"};
}

/// A position that could not be read is 0, 0; its decoder has said so.
bool is_read(geo::LonLat at) { return at.lat_deg > 0 && at.lon_deg > 0; }

Problems check_prefectures(const SourceSet& s) {
    bundle::Report report("prefectures.csv");
    for (size_t i = 0; i < s.places.prefectures.size(); ++i) {
        const model::Prefecture& p = s.places.prefectures[i];
        if (is_read(p.label) && !is_in_prefecture(p.code, p.label))
            report.error(s.prefectures->place(i), outside(s, p.name, p.code, p.label));
    }
    return report.problems();
}

Problems check_municipalities(const SourceSet& s) {
    bundle::Report report("municipalities.csv");
    for (size_t i = 0; i < s.places.municipalities.size(); ++i) {
        const model::Municipality& m = s.places.municipalities[i];
        if (is_read(m.position) && !is_in_prefecture(m.pref, m.position))
            report.error(s.municipalities->place(i), outside(s, m.name, m.pref, m.position));
    }
    return report.problems();
}

Problems check_stories(const SourceSet& s) {
    JsonReport report("stories.json", s.stories);
    for (size_t i = 0; i < s.story_set.stories.size(); ++i) {
        const model::Story& story = s.story_set.stories[i];
        std::vector<std::string> codes = story.prefectures;
        for (const std::string& code : story.municipalities) codes.push_back(code.substr(0, 2));
        if (!story.position || codes.empty()) continue;
        bool inside = false;
        for (const std::string& code : codes) inside = inside || is_in_prefecture(code, *story.position);
        if (!inside)
            report.error("/stories/" + std::to_string(i) + "/position",
                         outside(s, story.title, codes.front(), *story.position));
    }
    return report.problems();
}

}  // namespace

Problems check_places(const SourceSet& s) {
    return joined(joined(check_prefectures(s), check_municipalities(s)), check_stories(s));
}

}  // namespace atlas::tool
