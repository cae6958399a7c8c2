// BudouX's model: the phrases are those of BudouX's own parser, and lines end where they do.
#include "text/phrases.h"

#include <doctest/doctest.h>

#include "core/strings.h"
#include "text/text.h"

using namespace atlas;
using namespace atlas::text;

namespace {

/// Other tests know of no model: their lines break by kinsoku and script alone.
struct WithPhrases {
    WithPhrases() { REQUIRE(use_phrases(linked_phrases())); }
    ~WithPhrases() { use_phrases({}); }
};

std::string phrases_of(std::string_view text) {
    std::vector<char32_t> characters(3, 0);
    for (size_t at = 0; at < text.size();) characters.push_back(next_code_point(text, at));
    characters.insert(characters.end(), 2, 0);
    std::string out;
    for (size_t i = 3; i + 2 < characters.size(); ++i) {
        uint16_t around[6];
        for (size_t j = 0; j < 6; ++j) around[j] = phrase_letter(characters[i - 3 + j]);
        if (i > 3 && begins_phrase(around)) out += '|';
        append_utf8(out, characters[i]);
    }
    return out;
}

std::string lines_of(const std::vector<Line>& lines) {
    std::string out;
    for (const Line& line : lines) out.append(out.empty() ? "" : "|").append(line.text);
    return out;
}
const FixedMeasure fixed;
std::string broken(std::string_view text, float ems) { return lines_of(break_lines(text, {10}, fixed, ems * 10)); }
std::string balanced(std::string_view text, float ems) { return lines_of(balance_lines(text, {10}, fixed, ems * 10)); }

}  // namespace

TEST_SUITE("phrases") {
    TEST_CASE("they begin where BudouX's own parser lets them begin") {
        const WithPhrases with;
        for (const char* expected : {
                 "今日は|天気です。",
                 "あなたに|寄り添う|最先端の|テクノロジー",
                 "地方創生2.0の|実現に|向けて、|地域の|力を|引き出します。",
                 "東京圏への|過度な|一極集中を|是正する",
                 "若者や|女性にも|選ばれる|地方を|つくります",
                 "関係|人口を|10年間で|延べ1億人に|する|ことを|目指しています",
                 "AIや|デジタルなどの|新技術を|徹底的に|活用する",
                 "訪日外国人旅行者数",
             }) {
            std::string text = expected;
            for (size_t bar = 0; (bar = text.find('|')) != std::string::npos;) text.erase(bar, 1);
            CHECK(phrases_of(text) == expected);
        }
    }
    TEST_CASE("without a model there are none, and a faulty file changes nothing") {
        CHECK_FALSE(has_phrases());
        CHECK(phrases_of("今日は天気です。") == "今日は天気です。");
        const WithPhrases with;
        const std::string whole(linked_phrases());
        for (const std::string& faulty :
             {std::string("phrases 1\n"), whole.substr(0, whole.size() / 2), "x" + whole, whole + "1 2 3\n",
              std::string("phrases 1\n-4 1 1\nあ\n5\n") + whole.substr(whole.find('\n') + 1)})
            CHECK_FALSE(use_phrases(faulty));
        CHECK(phrases_of("今日は天気です。") == "今日は|天気です。");
    }
    TEST_CASE("a line ends with a phrase where one ends near enough") {
        CHECK(broken("体験をきっかけにした移住", 8) == "体験をきっかけに|した移住");  // guessed from scripts
        const WithPhrases with;
        CHECK(broken("東京圏への過度な一極集中を是正する", 11) == "東京圏への過度な|一極集中を是正する");
        CHECK(broken("若者や女性にも選ばれる地方をつくります", 12) == "若者や女性にも選ばれる|地方をつくります");
        CHECK(balanced("関係人口を10年間で延べ1億人にすることを目指しています", 20) ==
              "関係人口を10年間で延べ1億人に|することを目指しています");
    }
    TEST_CASE("inside a run of kanji the pairs are asked, not the model") {
        const WithPhrases with;
        CHECK(phrases_of("中小企業の賃上げ") == "中|小企業の|賃上げ");
        CHECK(broken("中小企業の賃上げ", 7) == "中小企業の|賃上げ");
    }
    TEST_CASE("kinsoku stands above phrases") {
        const WithPhrases with;
        for (const char* text :
             {"地方創生2.0の実現に向けて、（国の）力を引き出します。", "1億人、3か月、令和元年度のこと"})
            for (float ems = 8; ems < 20; ++ems)
                for (const Line& line : break_lines(text, {10}, fixed, ems * 10)) {
                    size_t first = 0;
                    const char32_t begins = next_code_point(line.text, first);
                    CHECK(std::u32string_view(U"、。）年").find(begins) == std::u32string_view::npos);
                }
    }
}
