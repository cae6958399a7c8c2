// The tables of assets/i18n as the program reads them: what scripts/i18n.mjs checks in the files is not checked again here.
#include <doctest/doctest.h>

#include <set>

#include "core/lang.h"
#include "core/result.h"
#include "core/strings.h"

using namespace atlas;

namespace {

constexpr Words ja(Lang::ja), en(Lang::en);

std::string filled(const Words& words, const char* n) { return words(Word::stories_count, {{"n", n}}); }

}  // namespace

TEST_SUITE("words") {
    TEST_CASE("both tables hold every text, in the language that they say") {
        for (size_t i = 0; i < word_count; ++i) {
            const auto word = static_cast<Word>(i);
            CAPTURE(ja(word));
            CHECK_FALSE(std::string(ja(word)).empty());
            CHECK_FALSE(std::string(en(word)).empty());
            CHECK(is_valid_utf8(ja(word)));
            CHECK(is_valid_utf8(en(word)));
            if (word != Word::nav_other_language) CHECK_FALSE(has_japanese(en(word)));
        }
        CHECK(std::string(ja(Word::app_name)) == "創生アトラス");
        CHECK(std::string(en(Word::app_name)) == "Sosei Atlas");
        CHECK(std::string(ja(Word::nav_other_language)) == "English");
        CHECK(std::string(en(Word::nav_other_language)) == "日本語");
    }
    TEST_CASE("a file of texts is taken only when it is this build's and whole") {
        const std::string whole(linked_english());
        CHECK(has_words(Lang::en));
        CHECK(is_words_file(whole));
        CHECK_FALSE(is_words_file(whole.substr(0, whole.size() / 2)));
        std::string other = whole;
        other[0] = other[0] == '0' ? '1' : '0';
        CHECK_FALSE(is_words_file(other));
        CHECK_FALSE(is_words_file(""));
        CHECK_FALSE(use_words(Lang::ja, other));
        CHECK(std::string(ja(Word::app_name)) == "創生アトラス");
        CHECK_FALSE(is_words_file("<!doctype html><title>404</title>"));
    }
    TEST_CASE("placeholders are filled by name, wherever a language puts them") {
        const std::initializer_list<Fill> fills = {{"total", 75}, {"shown", 3}};
        CHECK(ja(Word::kpis_filtered, fills) == "75件のうち3件を表示");
        CHECK(en(Word::kpis_filtered, fills) == "3 of 75 shown");
    }
    TEST_CASE("a filled-in text is not read again: braces in names do no harm") {
        CHECK(en(Word::stories_marker, {{"place", "{title}"}, {"title", "{place}"}}) == "{title}: {place}");
        CHECK(en(Word::text_quoted, {{"text", "{"}}) == "\"{\"");
    }
    TEST_CASE("one and many: the number itself decides, Japanese has one form") {
        CHECK(filled(en, "1") == "1 good practice");
        CHECK(filled(en, "0") == "0 good practices");
        CHECK(filled(en, "21") == "21 good practices");
        CHECK(filled(en, "1,000") == "1,000 good practices");
        CHECK(filled(ja, "1") == "1件の事例");
        CHECK(en(Word::load_more, {{"n", 1}}) == "There is one more.");
    }
    TEST_CASE("a form may choose by a number that it does not show") {
        CHECK(en(Word::unit_person, {{"n", 1}}) == "person");
        CHECK(en(Word::unit_person, {{"n", 2}}) == "people");
        CHECK(ja(Word::unit_person, {{"n", 2}}) == "人");
    }
    TEST_CASE("units are told apart by their Japanese word") {
        std::set<std::string> units;
        for (auto word = first_unit; word <= last_unit; word = static_cast<Word>(static_cast<int>(word) + 1))
            CHECK_MESSAGE(units.insert(ja(word)).second, ja(word));
        CHECK(units.count("人") == 1);
    }
    TEST_CASE("a problem is told in both languages") {
        const Problem problem =
            problem_of("kpis.json", "", Word::problem_http, Word::problem_no_answer_remedy, {{"status", 404}});
        CHECK(problem.what == "ファイルを取得できません（HTTP 404）");
        CHECK(problem.what_en == "cannot fetch the file (HTTP 404)");
        CHECK_FALSE(problem.remedy.empty());
        CHECK_FALSE(problem.remedy_en.empty());
    }
    TEST_CASE("languages have tags, and each other") {
        CHECK(std::string(to_string(Lang::ja)) == "ja");
        CHECK(std::string(to_string(Lang::en)) == "en");
        CHECK(other_than(Lang::ja) == Lang::en);
        CHECK(other_than(Lang::en) == Lang::ja);
    }
}
