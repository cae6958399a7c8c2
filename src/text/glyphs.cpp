// Kinsoku after JIS X 4051:2004 and W3C's "Requirements for Japanese Text Layout" (JLReq) 3.1.7–3.1.10; phrase bounds by
// BudouX's model (phrases.h) or, without it, by the script changes of Japanese, which needs no dictionary: a run of hiragana
// mostly ends a phrase (bunsetsu).
#include "text/glyphs.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/strings.h"
#include "text/phrases.h"

namespace atlas::text {
namespace {

enum class Kind : uint8_t {
    newline,
    space,
    glue,
    joiner,
    opening,  // must not end a line (JLReq cl-01, cl-12)
    closing,  // must not begin a line (cl-02 to cl-07, cl-09 to cl-11)
    latin,    // letters, digits and their ASCII punctuation: unbreakable among themselves
    digit,
    hiragana,
    katakana,
    other,  // kanji, symbols
};

constexpr std::u32string_view openings = U"（［｛「『【〈《〔〖〘｟〝“‘«([{｢￥＄￡¥$£€№＃#−±＋－▲△";
constexpr std::u32string_view closings =
    U"、。，．・：；！？‼⁇⁈⁉」』】〉》〕〗〙｠〟”’»）］｝)]}｣､｡･,.:;!?"
    U"ーｰ〜～‐–゠ヽヾゝゞ々〻％‰℃°′″"
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

/// Units that stay with their number, also in chains (3万人, 5年間, 2024年度).
constexpr std::u32string_view units =
    U"万億兆千百年月日時分秒円人件社名回歳位倍割点台棟戸校度間号期次条項章節個箇種類本冊枚団域都道府県市区町村％㎡㎞"
    U"㎢㌫";
/// Characters that lead a number: 第2期, 約3割, 令和6年, 平成元年.
constexpr std::u32string_view leads = U"第約計全各毎和成正治";
/// Kanji that end a word rather than begin one (見える化, まちづくり型).
constexpr std::u32string_view suffixes = U"化的性型等者";
/// A single hiragana between kanji ends a phrase if it is one of these; others are inflection (取り組み, 引き上げ).
constexpr std::u32string_view phrase_ends = U"をはがにのとでもへやかうくすつぬむるぐぶいたなてだ";

constexpr bool in(std::u32string_view set, char32_t c) {
    for (const char32_t member : set)
        if (member == c) return true;
    return false;
}

/// Kinds of U+3000 … U+30FF and U+FF00 … U+FFFF, where nearly all lookups fall, made at compile time.
using Block = std::array<Kind, 256>;

constexpr Kind kind_by_range(char32_t c) {
    if (in(openings, c)) return Kind::opening;
    if (in(closings, c)) return Kind::closing;
    if (c == U'\u3000') return Kind::space;
    if (c == U'\u3099' || c == U'\u309A' || (c >= U'\uFE00' && c <= U'\uFE0F')) return Kind::joiner;
    if (c >= U'\u3041' && c <= U'\u309F') return Kind::hiragana;
    if ((c >= U'\u30A1' && c <= U'\u30FF') || (c >= U'\uFF66' && c <= U'\uFF9F')) return Kind::katakana;
    if (c >= U'\uFF10' && c <= U'\uFF19') return Kind::digit;
    if ((c >= U'\uFF21' && c <= U'\uFF3A') || (c >= U'\uFF41' && c <= U'\uFF5A')) return Kind::latin;
    return Kind::other;
}

constexpr Block block_from(char32_t first) {
    Block block{};
    for (char32_t i = 0; i < 256; ++i) block[i] = kind_by_range(first + i);
    return block;
}

constexpr Kind ascii_kind(char32_t c) {
    if (c == U'\n') return Kind::newline;
    if (c <= U' ') return Kind::space;
    if (c >= U'0' && c <= U'9') return Kind::digit;
    if (in(openings, c)) return Kind::opening;
    if (in(closings, c)) return Kind::closing;
    return Kind::latin;
}

Kind kind_of(char32_t c) {
    static constexpr Block kana = block_from(U'\u3000'), full_width = block_from(U'\uFF00');
    if (c < 0x80) return ascii_kind(c);
    if (c >= 0x4E00 && c < 0xA000) return c == U'々' ? Kind::closing : Kind::other;
    if (c >= 0x3000 && c < 0x3100) return kana[c - 0x3000];
    if (c >= 0xFF00 && c <= 0xFFFF) return full_width[c - 0xFF00];
    if (c == 0xA0 || c == 0x202F || c == 0x2060 || c == 0xFEFF) return Kind::glue;
    if (c == 0x200B) return Kind::space;
    const bool combining =
        (c >= 0x300 && c < 0x370) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    if (combining || (c >= 0x1F3FB && c <= 0x1F3FF)) return Kind::joiner;  // the latter: skin tones
    if (in(openings, c)) return Kind::opening;
    if (in(closings, c)) return Kind::closing;
    const bool letter = (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c < 0x530);
    return letter ? Kind::latin : Kind::other;
}

bool is_word(Kind kind) { return kind == Kind::latin || kind == Kind::digit; }

bool is_kanji(char32_t c) { return c >= 0x4E00 && c < 0xA000; }

/// What the rules look at around a possible break: the glyph before it, the one after, and one more on each side.
/// Combining marks are passed over, so that 葛 with a variation selector is still 葛.
struct Context {
    char32_t previous = 0, current = 0, next = 0;
    Kind before_previous_kind = Kind::other, previous_kind = Kind::other, current_kind = Kind::other;
    Kind next_kind = Kind::other;
    bool in_quantity = false;  // the previous glyph is a digit, or a unit or separator behind one
    int kanji_run = 0;         // kanji in a row up to and with the previous glyph; units behind a number do not count

    /// Moves on by one glyph; the caller then reads the new `next`.
    void shift() {
        const bool first_year = current == U'元' && next == U'年' && in(U"和成正治", previous);  // 令和元年
        const bool goes_on = in(units, current) || in(U",.，．かヶヵカ箇", current);
        in_quantity = current_kind == Kind::digit || first_year || (in_quantity && goes_on);
        kanji_run = is_kanji(current) && !in_quantity ? kanji_run + 1 : 0;
        before_previous_kind = previous_kind;
        previous = current, previous_kind = current_kind;
        current = next, current_kind = next_kind;
    }
};

/// 3か月, 5ヶ所, 2カ国: the counter between a number and its noun.
bool is_counter(char32_t c, char32_t next) { return in(U"かヶヵカ箇", c) && in(U"月所国年村町", next); }

bool is_era(char32_t first, char32_t second) {
    constexpr std::u32string_view eras = U"令和平成昭和大正明治";
    for (size_t i = 0; i < eras.size(); i += 2)
        if (eras[i] == first && eras[i + 1] == second) return true;
    return false;
}

/// Set expressions of this subject that are one word: 都道府県, 市区町村, 産官学.
bool in_set_expression(char32_t first, char32_t second) {
    constexpr std::u32string_view pairs = U"都道道府府県市町区町町村産官官学学官";
    for (size_t i = 0; i < pairs.size(); i += 2)
        if (pairs[i] == first && pairs[i + 1] == second) return true;
    return false;
}

bool is_forbidden(const Context& c) {
    const Kind before = c.previous_kind, after = c.current_kind;
    if (after == Kind::space || after == Kind::newline || after == Kind::joiner || after == Kind::closing) return true;
    if (before == Kind::glue || after == Kind::glue || before == Kind::opening) return true;
    if (before == Kind::space) return false;
    if (c.previous < 0x80 && c.current < 0x80) return true;  // "KPI(Key", "/path", "5.0"
    if (is_word(before) && is_word(after)) return true;
    if (after == Kind::digit && in(leads, c.previous)) return true;
    if (c.in_quantity && (in(units, c.current) || is_counter(c.current, c.next))) return true;
    if (c.in_quantity && after == Kind::digit && (before == Kind::closing || in(U"万億兆", c.previous)))
        return true;  // １，２３４; 1兆5,073億円
    if (c.current == U'元' && c.next == U'年' && in(U"和成正治", c.previous)) return true;
    if (in_set_expression(c.previous, c.current)) return true;
    if (c.previous == U'.' && c.before_previous_kind == Kind::digit) return true;  // 3.政策の5本柱
    if (is_era(c.previous, c.current) || (c.current == U'化' && before == Kind::hiragana)) return true;  // 見える化
    return c.previous == c.current && in(U"—…‥―─", c.current);  // cl-08, inseparable
}

/// Most compounds are made of pairs: 総合|振興|計画. A pair is not parted, nor its last kanji left over (都道府|県).
Break between_kanji(const Context& c) {
    const bool parts_a_pair = c.kanji_run % 2 == 1, leaves_one = !is_kanji(c.next);
    return parts_a_pair || leaves_one ? Break::poor : Break::fair;
}

Break before_kana_or_kanji(const Context& c) {
    const Kind before = c.previous_kind, after = c.current_kind;
    if (in(suffixes, c.current)) return Break::poor;
    const bool honorific_next = in(U"おご", c.current) && c.next_kind == Kind::other;  // …への|お知らせ
    if (before == Kind::hiragana && after == Kind::hiragana)
        return c.previous == U'を' || honorific_next ? Break::phrase : Break::poor;
    if (after == Kind::hiragana) return Break::poor;
    if (before == Kind::hiragana) {
        if (in(U"おご", c.previous)) return Break::poor;
        const bool alone = c.before_previous_kind != Kind::hiragana && c.before_previous_kind != Kind::closing;
        return alone && !in(phrase_ends, c.previous) ? Break::fair : Break::phrase;
    }
    if (is_kanji(c.previous) && is_kanji(c.current)) return between_kanji(c);
    if (before == after) return before == Kind::katakana ? Break::poor : Break::fair;
    return c.kanji_run == 1 && after == Kind::katakana ? Break::poor : Break::good;  // 再|エネ
}

Break break_before(const Context& c) {
    if (c.previous_kind == Kind::newline) return Break::forced;
    if (is_forbidden(c)) return Break::never;
    if (c.previous_kind == Kind::space || c.current_kind == Kind::opening) return Break::phrase;
    if (c.previous_kind != Kind::closing) return before_kana_or_kanji(c);
    if (in(U"、。，．！？・：；／」』】〉》〕）］｝)]},.:;!?”’", c.previous))
        return c.current_kind == Kind::hiragana && !in(U"、。，．！？", c.previous) ? Break::poor : Break::phrase;
    // Small kana, ー and 々 belong to the word before them.
    if (c.current_kind == Kind::hiragana || in(U"ヶヵ", c.previous)) return Break::poor;
    const bool katakana_word = c.previous >= 0x30A0 && c.previous < 0x3100;
    if (katakana_word) return c.current_kind == Kind::katakana ? Break::poor : Break::good;
    return c.previous >= 0x3041 && c.previous < 0x30A0 ? Break::phrase : Break::fair;
}

/// Whether marks say how well a line may begin here; else it is told from the scripts, or by the model.
bool is_told_by_marks(const Context& c) {
    return c.previous_kind == Kind::space || c.current_kind == Kind::opening ||
           in(U"、。，．！？・：；／」』】〉》〕）］｝)]},.:;!?”’", c.previous);
}

/// Moves with each glyph over the text and asks the model about it, once three more characters are known.
class PhraseMarker {
public:
    explicit PhraseMarker(std::vector<Glyph>& glyphs) : glyphs_(glyphs), is_used_(has_phrases()) {}
    /// `guessed`: its break is the scripts' guess, at glyphs_[index].
    void add(char32_t code_point, size_t index, bool guessed) {
        if (is_used_) push({index, phrase_letter(code_point), is_kanji(code_point), guessed});
    }
    void finish() {
        for (int i = 0; is_used_ && i < 2; ++i) push({});
    }

private:
    struct Entry {
        size_t index = 0;
        uint16_t letter = 0;
        bool kanji = false, guessed = false;
    };

    void push(Entry entry) {
        std::move(std::begin(window_) + 1, std::end(window_), std::begin(window_));
        window_[5] = entry;
        if (!window_[3].guessed) return;
        uint16_t around[6];
        for (size_t i = 0; i < 6; ++i) around[i] = window_[i].letter;
        Break& before = glyphs_[window_[3].index].before;
        // Inside a run of kanji the model knows too few words (中|小企業, 転入超|過): pairs are the better guess there.
        const bool in_kanji = window_[2].kanji && window_[3].kanji;
        if (!begins_phrase(around))
            before = before == Break::phrase ? Break::fair : std::min(before, Break::inside);
        else if (!in_kanji)
            before = Break::phrase;
    }

    std::vector<Glyph>& glyphs_;
    bool is_used_;
    Entry window_[6];
};

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view utf8, Font font, const TextMeasure& measure) {
    std::vector<Glyph> glyphs;
    glyphs.reserve(utf8.size() / 2 + 2);
    double x_px = 0;
    Context c;
    bool after_zero_width_joiner = false;
    size_t behind = 0;  // of the glyph that c.next holds
    PhraseMarker phrases(glyphs);
    const auto read_next = [&] {
        c.next = behind < utf8.size() ? next_code_point(utf8, behind) : U'\0';
        c.next_kind = kind_of(c.next);
    };
    read_next();
    for (size_t byte = 0; byte < utf8.size();) {
        const size_t next_byte = behind;
        const char32_t code_point = c.next;
        Glyph glyph{};
        glyph.byte = static_cast<uint32_t>(byte);
        glyph.x_px = x_px;
        glyph.joined = !glyphs.empty() && (c.next_kind == Kind::joiner || after_zero_width_joiner);
        after_zero_width_joiner = code_point == 0x200D;
        if (glyph.joined) {
            read_next();
        } else {
            c.shift();
            read_next();
            glyph.before = glyphs.empty() ? Break::forced : break_before(c);
            glyph.blank = c.current_kind == Kind::space || c.current_kind == Kind::newline;
            glyph.hangs = in(U"、。，．", code_point);
            const bool may_break = glyph.before != Break::never && glyph.before != Break::forced;
            phrases.add(code_point, glyphs.size(), may_break && !is_told_by_marks(c));
        }
        glyphs.push_back(glyph);
        const bool invisible = code_point == U'\n' || code_point == U'\r' || code_point == 0x200B;
        if (!invisible) x_px += static_cast<double>(measure.advance_px(code_point == U'\t' ? U' ' : code_point, font));
        byte = next_byte;
    }
    phrases.finish();
    Glyph end{};
    end.byte = static_cast<uint32_t>(utf8.size());
    end.before = Break::forced;
    end.x_px = x_px;
    glyphs.push_back(end);
    return glyphs;
}

}  // namespace atlas::text
