// A deck, from data/briefings/<id>.json or from the bundle.
#include "core/strings.h"
#include "model/decode_records.h"
#include "model/load.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;

namespace {

constexpr int longest_slide_s = 3600, most_minutes = 600;

BriefingStep decode_step(ObjectReader& step) {
    BriefingStep out;
    const int kind = step.choice("do", {"caption", "highlight", "go", "play"});
    out.kind = static_cast<BriefingStep::Kind>(kind < 0 ? 0 : kind);
    const bool goes = out.kind == BriefingStep::Kind::go;
    out.route = step.text("route", goes ? Need::required : Need::optional, 400);
    return out;
}

Slide decode_slide(ObjectReader& slide) {
    Slide out;
    out.route = slide.text("route", Need::required, 400);
    out.title = slide.text("title", Need::required, 400);
    out.title_en = slide.text("title_en", Need::required, 400);
    out.caption = slide.text("caption", Need::optional, 800);
    out.caption_en = slide.text("caption_en", Need::optional, 800);
    out.note = slide.text("note", Need::optional);
    out.seconds = slide.integer("seconds", 5, longest_slide_s, Need::required);
    out.focus = slide.texts("focus");
    out.highlight = slide.texts("highlight");
    out.sources = slide.ids("sources");
    slide.each("steps", Need::optional, [&](ObjectReader& step) { out.steps.push_back(decode_step(step)); });
    slide.each("figures", Need::optional, [&](ObjectReader& figure) {
        QuotedFigure& f = out.figures.emplace_back();
        f.series = figure.id("series");
        f.year = figure.integer("year", 1868, 2200, Need::required);
        f.value = figure.number("value", Need::required).value_or(0);
    });
    if (!out.route.empty() && out.route.front() != '/')
        slide.error("route", {bundle::quoted(out.route) + " はアトラスのアドレスではありません",
                              "/ で始まる、# より後ろの部分を書いてください（例：/kpis）",
                              bundle::quoted(out.route) + " is not an address of the atlas",
                              "write what follows the #, beginning with / (for example /kpis)"});
    return out;
}

}  // namespace

void decode_briefing(ObjectReader& deck, Briefing& out) {
    out.id = deck.id("id");
    out.title = deck.text("title", Need::required, 400);
    out.title_en = deck.text("title_en", Need::required, 400);
    out.summary = deck.text("summary", Need::required, 1000);
    out.summary_en = deck.text("summary_en", Need::required, 1000);
    out.edition = deck.text("edition", Need::required, 40);
    out.minutes = deck.integer("minutes", 1, most_minutes, Need::required);
    if (!out.edition.empty() && (out.edition.size() != 10 || !is_iso_date(out.edition)))
        deck.error("edition", {bundle::quoted(out.edition) + " は日付ではありません", "2026-11-22 の形で書いてください",
                               bundle::quoted(out.edition) + " is not a date", "write it as 2026-11-22"});
    deck.each("slides", Need::required, [&](ObjectReader& slide) { out.slides.push_back(decode_slide(slide)); });
    if (out.slides.empty())
        deck.error("slides", {"スライドが1枚もありません", "slides に1枚以上書いてください", "the deck has no slides",
                              "write at least one into slides"});
}

Result<Briefing> load_deck(std::string_view bytes, std::string_view file) {
    const Result<bundle::Json> json = bundle::parse_json(bytes, file);
    if (!json) return json.problems();
    bundle::Report report(file);
    Briefing deck;
    {
        ObjectReader root(*json, report);
        root.integer("schema", 1, 1, Need::required);
        decode_briefing(root, deck);
    }
    if (report.has_errors()) return report.problems();
    return deck;
}

}  // namespace atlas::model
