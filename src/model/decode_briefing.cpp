// A deck, from data/briefings/<id>.json or from the bundle.
#include "core/strings.h"
#include "model/decode_records.h"
#include "model/load.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;

namespace {

BriefingStep decode_step(ObjectReader& step) {
    BriefingStep out;
    const int kind = step.choice("do", {"caption", "highlight", "go", "play"});
    out.kind = static_cast<BriefingStep::Kind>(kind < 0 ? 0 : kind);
    const bool goes = out.kind == BriefingStep::Kind::go;
    out.route = step.text("route", goes ? Need::required : Need::optional, 400);
    return out;
}

/// A text in two languages. Who writes for one hall writes in one: that text is then shown in both.
void read_text(ObjectReader& from, const char* key, const char* key_en, size_t most_bytes, Languages languages,
               std::string& ja, std::string& en) {
    const Need need = languages == Languages::both ? Need::required : Need::optional;
    ja = from.text(key, need, most_bytes);
    en = from.text(key_en, need, most_bytes);
    if (languages == Languages::both) return;
    if (ja.empty() && en.empty())
        from.error(key, {"空の文字列です", "内容を書いてください", "the text is empty", "write its content"});
    if (ja.empty()) ja = en;
    if (en.empty()) en = ja;
}

Slide decode_slide(ObjectReader& slide, Languages languages) {
    Slide out;
    out.route = slide.text("route", Need::required, 400);
    read_text(slide, "title", "title_en", most_title_bytes, languages, out.title, out.title_en);
    out.caption = slide.text("caption", Need::optional, most_caption_bytes);
    out.caption_en = slide.text("caption_en", Need::optional, most_caption_bytes);
    if (languages == Languages::one_is_enough && out.caption.empty()) out.caption = out.caption_en;
    out.note = slide.text("note", Need::optional, most_note_bytes);
    out.seconds = slide.integer("seconds", shortest_slide_s, longest_slide_s, Need::required);
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

void decode_briefing(ObjectReader& deck, Briefing& out, Languages languages) {
    out.id = deck.id("id");
    read_text(deck, "title", "title_en", most_title_bytes, languages, out.title, out.title_en);
    read_text(deck, "summary", "summary_en", most_summary_bytes, languages, out.summary, out.summary_en);
    out.edition = deck.text("edition", Need::required, 40);
    out.minutes = deck.integer("minutes", 1, most_minutes, Need::required);
    if (!out.edition.empty() && (out.edition.size() != 10 || !is_iso_date(out.edition)))
        deck.error("edition", {bundle::quoted(out.edition) + " は日付ではありません", "2026-11-22 の形で書いてください",
                               bundle::quoted(out.edition) + " is not a date", "write it as 2026-11-22"});
    deck.each("slides", Need::required,
              [&](ObjectReader& slide) { out.slides.push_back(decode_slide(slide, languages)); });
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
        decode_briefing(root, deck, Languages::one_is_enough);
    }
    if (report.has_errors()) return report.problems();
    return deck;
}

}  // namespace atlas::model
