// Figures, eras and line breaking, as Japanese readers expect them.
#include "text/text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace atlas;
using namespace atlas::text;

namespace {

constexpr Words ja(Lang::ja), en(Lang::en);
const Font font{10};  // FixedMeasure: kanji and kana are 10 px wide, ASCII 5 px
const FixedMeasure fixed;

/// The lines with a bar between them, as a reader sees the breaks.
std::string barred(const std::vector<Line>& lines) {
    if (lines.empty()) return "no lines";
    std::string out(lines[0].text);
    for (size_t i = 1; i < lines.size(); ++i) out.append("|").append(lines[i].text);
    return out;
}
std::string broken(std::string_view text, float ems) { return barred(break_lines(text, font, fixed, ems * 10)); }
std::string balanced(std::string_view text, float ems) { return barred(balance_lines(text, font, fixed, ems * 10)); }

/// Counts the calls, to show that nothing is measured twice.
class CountingMeasure final : public TextMeasure {
public:
    float advance_px(char32_t code_point, Font f) const override { return ++calls, fixed.advance_px(code_point, f); }
    mutable int calls = 0;
};

}  // namespace

TEST_SUITE("numbers") {
    TEST_CASE("thousands are separated by commas") {
        CHECK(number(0) == "0");
        CHECK(number(999) == "999");
        CHECK(number(1000) == "1,000");
        CHECK(number(1234567) == "1,234,567");
        CHECK(number(4268.4, 1) == "4,268.4");
        CHECK(number(9007199254740991.0) == "9,007,199,254,740,991");
    }
    TEST_CASE("decimals are fixed") {
        CHECK(number(5, 2) == "5.00");
        CHECK(number(0.05, 1) == "0.1");
        CHECK(number(0.5, 3) == "0.500");
        CHECK(number(12, 99) == "12.000000");
        CHECK(number(12, -1) == "12");
    }
    TEST_CASE("halves are rounded away from zero, as the decimal figure reads") {
        CHECK(number(2.5) == "3");
        CHECK(number(9999.5) == "10,000");
        CHECK(number(-2.5) == "−3");
        CHECK(number(1.005, 2) == "1.01");  // stored as 1.00499999999999989…
        CHECK(number(2.675, 2) == "2.68");
        CHECK(number(1.15, 1) == "1.2");
        CHECK(number(0.4999, 0) == "0");
    }
    TEST_CASE("the minus sign is a true one, and zero has none") {
        CHECK(number(-1234.5, 1) == "−1,234.5");
        CHECK(number(-0.0) == "0");
        CHECK(number(-0.04, 1) == "0.0");
    }
    TEST_CASE("changes carry their sign") {
        CHECK(signed_number(3) == "+3");
        CHECK(signed_number(-3.25, 1) == "−3.3");
        CHECK(signed_number(0) == "±0");
        CHECK(signed_number(-0.0) == "±0");
        CHECK(signed_number(0.04, 1) == "±0.0");
    }
    TEST_CASE("what is no figure is a dash") {
        CHECK(number(std::nan("")) == "—");
        CHECK(signed_number(std::numeric_limits<double>::infinity()) == "—");
        CHECK(myriads(-std::numeric_limits<double>::infinity()) == "—");
    }
    TEST_CASE("figures too large to be true do no harm") {
        CHECK(number(1e18) == "1,000,000,000,000,000,000");
        CHECK(number(1e300).size() == 301 + 100);
        CHECK(number(1e300, 6).size() > 400);
        CHECK(myriads(1e300).size() > 300);
    }
    TEST_CASE("large figures are told in 万, 億 and 兆") {
        CHECK(myriads(12345678) == "1,235万");
        CHECK(myriads(12345) == "1.23万");
        CHECK(myriads(123456) == "12.3万");
        CHECK(myriads(120000) == "12万");
        CHECK(myriads(10000) == "1万");
        CHECK(myriads(123456789) == "1.23億");
        CHECK(myriads(100000000) == "1億");
        CHECK(myriads(1.5e12) == "1.5兆");
        CHECK(myriads(600e12) == "600兆");
        CHECK(myriads(-25000) == "−2.5万");
    }
    TEST_CASE("below 10,000 they stay as they are") {
        CHECK(myriads(0) == "0");
        CHECK(myriads(9999) == "9,999");
        CHECK(myriads(-250) == "−250");
        CHECK(myriads(0.25) == "0.25");
        CHECK(myriads(12.34) == "12.3");
        CHECK(myriads(0.001234) == "0.00123");
    }
    TEST_CASE("rounding may lift a figure into the next unit") {
        CHECK(myriads(9999.4) == "9,999");
        CHECK(myriads(9999.5) == "1万");
        CHECK(myriads(99999999) == "1億");
        CHECK(myriads(999999999999.0) == "1兆");
    }
    TEST_CASE("decimals that a value needs") {
        CHECK(decimals_of(0) == 0);
        CHECK(decimals_of(1234567) == 0);
        CHECK(decimals_of(0.1) == 1);
        CHECK(decimals_of(-4268.4) == 1);
        CHECK(decimals_of(1.005) == 3);
        CHECK(decimals_of(0.000001) == 6);
        CHECK(decimals_of(1.0 / 3) == 6);
        CHECK(decimals_of(std::nan("")) == 0);
    }
    TEST_CASE("years") {
        CHECK(year(2024) == "2024年");
        CHECK(year(2024, true) == "2024年度");
    }
    TEST_CASE("English counts in millions, billions and trillions, and in full below") {
        CHECK(large(Lang::en, 14178000) == "14.2 million");
        CHECK(large(Lang::en, 1e6) == "1 million");
        CHECK(large(Lang::en, 150e9) == "150 billion");
        CHECK(large(Lang::en, 15e12) == "15 trillion");
        CHECK(large(Lang::en, 123456) == "123,456");
        CHECK(large(Lang::en, 0.25) == "0.25");
        CHECK(large(Lang::en, 999999.7) == "1 million");
        CHECK(large(Lang::en, -2.5e6) == "−2.5 million");
        CHECK(large(Lang::en, std::nan("")) == "—");
        CHECK(large(Lang::ja, 14178000) == "1,418万");
    }
    TEST_CASE("a quantity carries its unit as each language writes it") {
        CHECK(quantity_text(ja, 4268.36, "万人") == "4,268.36万人");
        CHECK(quantity_text(en, 4268.36, "万人") == "42,683,600 people");  // four decimals would be a puzzle
        CHECK(quantity_text(en, 6000, "万人") == "60 million people");
        CHECK(quantity_text(en, 4000.5, "万人") == "40.005 million people");
        CHECK(quantity_text(en, 13000, "万人泊") == "130 million guest nights");
        CHECK(quantity_text(en, 150000, "億円") == "15 trillion yen");
        CHECK(quantity_text(en, 3000, "千円") == "3 million yen");
        CHECK(quantity_text(en, 1, "人") == "1 person");
        CHECK(quantity_text(en, 0, "人") == "0 people");
        CHECK(quantity_text(en, 12.3, "%") == "12.3%");
        CHECK(quantity_text(en, 10, "割") == "100%");
        CHECK(quantity_text(en, 18167874, "t-CO2") == "18,167,874 t-CO2");
        CHECK(quantity_text(en, 1.26, "") == "1.26");
    }
    TEST_CASE("number and unit are kept apart for typesetting") {
        const Quantity japanese = quantity(ja, 6000, "万人"), english = quantity(en, 6000, "万人");
        CHECK(japanese.number == "6,000");
        CHECK(japanese.unit == "万人");
        CHECK_FALSE(japanese.is_spaced);
        CHECK(english.number == "60");
        CHECK(english.unit == "million people");
        CHECK(english.is_spaced);
    }
    TEST_CASE("an unknown unit stays as it is") { CHECK(quantity_text(en, 3, "升") == "3 升"); }
    TEST_CASE("official texts write 15兆円 for 150,000億円") {
        CHECK(official_text(ja, 150000, "億円") == "15兆円");
        CHECK(official_text(ja, 4268.36, "万人") == "4,268.36万人");
        CHECK(official_text(en, 150000, "億円") == "15 trillion yen");
    }
    TEST_CASE("years, months and dates in both languages") {
        CHECK(year(ja, 2024, true) == "2024年度");
        CHECK(year(en, 2024) == "2024");
        CHECK(year(en, 2024, true) == "FY2024");
        CHECK(month(ja, 2025, 6) == "2025年6月");
        CHECK(month(en, 2025, 6) == "June 2025");
        CHECK(month(en, 2025, 13) == "2025");
        CHECK(date(ja, "2025-06-13") == "2025年6月13日");
        CHECK(date(en, "2025-06-13") == "13 June 2025");
        CHECK(date(en, "2025-12") == "December 2025");
        CHECK(date(ja, "2025") == "2025年");
        CHECK(date(en, "2025-99-01") == "2025");
        CHECK(date(en, "spring") == "spring");
    }
    TEST_CASE("lists and sentences are joined as each language joins them") {
        CHECK(listed(ja, {"一", "", "二"}) == "一、二");
        CHECK(listed(en, {"one", "", "two"}) == "one, two");
        std::string japanese = "一つ。", english = "One.";
        append_sentence(ja, japanese, "二つ。"), append_sentence(en, english, "Two.");
        CHECK(japanese == "一つ。二つ。");
        CHECK(english == "One. Two.");
    }
    TEST_CASE("a year has the era that it ended in") {
        CHECK(era_year(2025) == "令和7年");
        CHECK(era_year(2019) == "令和元年");
        CHECK(era_year(2018) == "平成30年");
        CHECK(era_year(1989) == "平成元年");
        CHECK(era_year(1988) == "昭和63年");
        CHECK(era_year(1926) == "昭和元年");
        CHECK(era_year(1925) == "大正14年");
        CHECK(era_year(1912) == "大正元年");
        CHECK(era_year(1911) == "明治44年");
        CHECK(era_year(1868) == "明治元年");
        CHECK(era_year(1867) == "");
    }
}

TEST_SUITE("line breaking") {
    TEST_CASE("a text that fits is one line with its width") {
        const std::vector<Line> lines = break_lines("地方創生", font, fixed, 40);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].text == "地方創生");
        CHECK(lines[0].width_px == 40);
    }
    TEST_CASE("the lines are slices of the input, and nothing but blanks is lost between them") {
        const std::string text =
            "地方創生2.0の「5本の柱」は、安心して働き、暮らせる地方の生活環境の創生などです。\nKPI 一覧";
        for (float width = 5; width < 400; width += 5) {
            CAPTURE(width);
            const std::vector<Line> lines = break_lines(text, font, fixed, width);
            size_t behind = 0;
            for (const Line& line : lines) {
                const auto begin = static_cast<size_t>(line.text.data() - text.data());
                REQUIRE(begin >= behind);
                for (; behind < begin; ++behind) CHECK((text[behind] == ' ' || text[behind] == '\n'));
                behind = begin + line.text.size();
                CHECK(line.width_px == doctest::Approx(fixed.width_px(line.text, font)));
            }
            CHECK(behind == text.size());
        }
    }
    TEST_CASE("a newline forces a break; the last one makes no empty line") {
        CHECK(broken("一\n\n二", 10) == "一||二");
        CHECK(broken("一\n", 10) == "一");
        CHECK(broken("一\r\n二", 10) == "一|二");
        CHECK(broken("\n", 10) == "");
    }
    TEST_CASE("no text has no lines, any other has") {
        CHECK(broken("", 10) == "no lines");
        CHECK(broken("   ", 1) == "");
        CHECK(broken("国", 0) == "国");
        CHECK(broken("国", -1) == "国");
        CHECK(broken("国家", std::numeric_limits<float>::quiet_NaN()) == "国|家");
    }
    TEST_CASE("spaces at a break take no room and vanish; an indent stays") {
        CHECK(broken("data and maps", 4) == "data and|maps");
        CHECK(broken("data     maps", 2) == "data|maps");
        CHECK(broken("　第一に国土", 4) == "　第一に|国土");
        CHECK(broken("　国", 1) == "　国");
    }

    TEST_CASE("kinsoku: marks that must not begin a line take the glyph before with them") {
        for (const char* mark : {"」", "）", "』", "】", "？", "！", "・", "：", "ー", "々", "ゃ", "っ", "ょ", "ァ",
                                 "ッ", "ヶ", "％", "〜", ")"}) {
            CAPTURE(mark);
            CHECK(broken(std::string("国土計画") + mark + "整備", 4) == std::string("国土計|画") + mark + "整備");
        }
    }
    TEST_CASE("kinsoku: opening marks must not end a line") {
        for (const char* mark : {"「", "（", "『", "【", "〈", "“", "￥"}) {
            CAPTURE(mark);
            CHECK(broken(std::string("国土計") + mark + "画整備", 4) == std::string("国土計|") + mark + "画整備");
        }
    }
    TEST_CASE("a comma or full stop that alone overflows hangs in the margin") {
        CHECK(broken("国土計画。整備", 4) == "国土計画。|整備");
        CHECK(broken("国土計画、整備", 4) == "国土計画、|整備");
        CHECK(break_lines("国土計画。", font, fixed, 40)[0].width_px == 50);
        INFO("but not when the mark behind it would begin the next line");
        CHECK(broken("国土計画。」整備", 4) == "国土計|画。」|整備");
    }
    TEST_CASE("words, numbers and their units are not cut") {
        CHECK(broken("国土は Digital に", 6) == "国土は|Digital に");
        CHECK(broken("国土計12,345.6万円", 8) == "国土|計12,345.6万円");
        CHECK(broken("国土人口1兆5,073億円", 8) == "国土人口|1兆5,073億円");
        CHECK(broken("国土人口3万人増", 6) == "国土人口|3万人増");
        CHECK(broken("国土計画2024年度", 7) == "国土計画|2024年度");
        CHECK(broken("国土計画は約3割", 6) == "国土計画は|約3割");
        CHECK(broken("国土計画は3か月", 6.5) == "国土計画は|3か月");
        CHECK(broken("国土計画は令和元年", 8) == "国土計画は|令和元年");
        CHECK(broken("国土計画は１，２００円", 8) == "国土計画は|１，２００円");
        CHECK(broken("国土は85.5%へ", 5) == "国土は|85.5%へ");
    }
    TEST_CASE("a run wider than the line is cut rather than clipped") {
        CHECK(broken("https://www.example.jp/", 4) == "https://|www.exam|ple.jp/");
        CHECK(broken("「国」", 1) == "「|国|」");
    }
    TEST_CASE("marks that combine stay with their base") {
        CHECK(broken("葛\U000E0100城市", 1) == "葛\U000E0100|城|市");
        CHECK(broken("か\u3099国", 1) == "か\u3099|国");
    }
    TEST_CASE("no break at a no-break space, and one at a zero-width space") {
        CHECK(broken("国土\u00A0計画", 3) == "国|土\u00A0計|画");
        CHECK(broken("abcdef\u200Bghi", 3) == "abcdef|ghi");
    }
    TEST_CASE("dashes and ellipses keep together") {
        CHECK(broken("国土計——画", 4) == "国土計|——画");
        CHECK(broken("国土計……画", 4) == "国土計|……画");
    }

    TEST_CASE("a line ends after a particle when one is near its end") {
        CHECK(broken("若者や女性にも選ばれる地方", 8) == "若者や女性にも|選ばれる地方");
        CHECK(broken("安心して働き暮らせる地方の生活環境", 12) == "安心して働き暮らせる|地方の生活環境");
    }
    TEST_CASE("a line ends before an opening bracket and after a mark rather than inside a word") {
        CHECK(broken("人口減少（国土計画）", 5) == "人口減少|（国土|計画）");
        CHECK(broken("教育・医療国土計画", 4) == "教育・|医療|国土計画");
    }
    TEST_CASE("no particle begins a line while another break is near") {
        CHECK(broken("地方創生の国土計画を進める", 9) == "地方創生の国土|計画を進める");
    }
    TEST_CASE("inflection between kanji is no phrase end") {
        CHECK(broken("地域の取り組み事例集", 5) == "地域の取り|組み事例集");
        CHECK(broken("国の見える化計画書", 5) == "国の見え|る化計画書");
        CHECK(broken("皆様へのお知らせ文", 5) == "皆様への|お知らせ文");
    }
    TEST_CASE("a phrase end outside the last quarter is not worth a short line") {
        CHECK(broken("国は地方創生総合戦略会議", 8) == "国は地方創生総合|戦略会議");
    }
    TEST_CASE("pairs of kanji stay together, and no last kanji of a word is left over") {
        CHECK(broken("町の総合振興計画に加わる", 7) == "町の総合振興|計画に加わる");
        CHECK(broken("自動運転と再エネの事業", 6) == "自動運転と|再エネの事業");
        CHECK(broken("統計は都道府県ごと", 6) == "統計は|都道府県ごと");
        CHECK(broken("市町村と産官学の輪", 5) == "市町村と|産官学の輪");
        CHECK(broken("基本構想3.政策の柱", 5) == "基本構想|3.政策の柱");
    }
    TEST_CASE("one or two characters do not stand alone on the last line") {
        CHECK(broken("町の古い統計を、出典つきでたどれます。", 17) == "町の古い統計を、|出典つきでたどれます。");
        CHECK(broken("地方の人口と割合", 6) == "地方の|人口と割合");
    }
    TEST_CASE("each code point is measured once") {
        CountingMeasure counting;
        std::string text;
        for (int i = 0; i < 100; ++i) text += "地方の暮らし";
        break_lines(text, font, counting, 55);
        CHECK(counting.calls == 600);
        counting.calls = 0;
        balance_lines("地方の暮らしを守り育てる", font, counting, 55);
        CHECK(counting.calls == 12);
    }
    TEST_CASE("malformed UTF-8 is broken like anything else") {
        CHECK(broken("\xFF\xFE国\xE5", 1) == "\xFF|\xFE|国|\xE5");
    }
}

TEST_SUITE("headings") {
    TEST_CASE("lines are even, their number as few as breaking needs") {
        CHECK(broken("地域の魅力を高める新しい経済圏", 13) == "地域の魅力を高める新しい|経済圏");
        CHECK(balanced("地域の魅力を高める新しい経済圏", 13) == "地域の魅力を高める|新しい経済圏");
    }
    TEST_CASE("a short last line is avoided") {
        CHECK(broken("若者や女性にも選ばれる地方へ", 13) == "若者や女性にも選ばれる|地方へ");
        CHECK(balanced("若者や女性にも選ばれる地方へ", 13) == "若者や女性にも|選ばれる地方へ");
    }
    TEST_CASE("each paragraph is balanced by itself") {
        CHECK(balanced("短い\n地域の魅力を高める新しい経済圏", 13) == "短い|地域の魅力を高める|新しい経済圏");
    }
    TEST_CASE("no line is wider than allowed, nor their number another than break_lines has") {
        const std::string text =
            "安心して働き、暮らせる地方の生活環境の創生と、付加価値創出型の新しい地方経済の創生（2025年度）";
        for (float width = 60; width < 500; width += 7) {
            CAPTURE(width);
            const auto lines = balance_lines(text, font, fixed, width);
            CHECK(lines.size() == break_lines(text, font, fixed, width).size());
            for (const Line& line : lines) {
                const float hanging = line.text.ends_with("、") ? 10.f : 0.f;
                CHECK(line.width_px <= width + hanging);
            }
        }
    }
    TEST_CASE("what cannot be balanced is broken as usual") {
        CHECK(balanced("https://www.example.jp/", 4) == broken("https://www.example.jp/", 4));
        CHECK(balanced("", 4) == "no lines");
        CHECK(balanced("\n", 4) == "");
    }
}

TEST_SUITE("ellipsis") {
    const auto cut = [](std::string_view text, float ems) { return ellipsize(text, font, fixed, ems * 10); };

    TEST_CASE("what fits stays, what does not ends in …") {
        CHECK(cut("地方創生", 4) == "地方創生");
        CHECK(cut("地方創生2.0", 4) == "地方創…");
        CHECK(cut("data and maps", 4) == "data a…");
    }
    TEST_CASE("no space before it, no half of a combined character") {
        CHECK(cut("data and maps", 3.5) == "data…");
        CHECK(cut("葛\U000E0100城市", 3) == "葛\U000E0100…");
    }
    TEST_CASE("one line only") { CHECK(cut("一\n二", 4) == "一 二"); }
    TEST_CASE("nothing where not even … fits") {
        CHECK(cut("地方", 0.5) == "");
        CHECK(cut("地方創生", 1) == "…");
    }
}
