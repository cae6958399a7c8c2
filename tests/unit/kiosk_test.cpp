// The kiosk: its states over time, the staff's code, how long a slide stands, what is counted.
#include <doctest/doctest.h>

#include "view/kiosk.h"

using namespace atlas;
using view::Kiosk;
using view::StaffCode;
using State = Kiosk::State;
using Turn = Kiosk::Turn;

namespace {

constexpr double second = 1000;

Kiosk kiosk() { return Kiosk({60 * second, {Lang::ja, Lang::en}}); }

StaffCode::Answer enter(StaffCode& code, std::string_view digits, double now_ms) {
    StaffCode::Answer answer = StaffCode::Answer::more;
    for (const char digit : digits) answer = code.digit(digit, now_ms);
    return answer;
}

}  // namespace

TEST_SUITE("kiosk") {
    TEST_CASE("the loop goes on from slide to slide, each for its time") {
        Kiosk kiosk = ::kiosk();
        CHECK(kiosk.state() == State::attract);
        CHECK(kiosk.tick(0, 0) == Turn::next_slide);
        kiosk.begin_slide(0, 10 * second);
        CHECK(kiosk.tick(9.9 * second, 0) == Turn::none);
        CHECK(kiosk.due_ms() == 10 * second);
        CHECK(kiosk.tick(10 * second, 0) == Turn::next_slide);
    }

    TEST_CASE("a touch begins a visit and does nothing else; the next ones act") {
        Kiosk kiosk = ::kiosk();
        CHECK(kiosk.touch(second));
        CHECK(kiosk.state() == State::in_use);
        CHECK_FALSE(kiosk.touch(2 * second));
    }

    TEST_CASE("left alone it warns before it starts over, and a touch in time keeps everything") {
        Kiosk kiosk = ::kiosk();
        kiosk.touch(0);
        kiosk.choices = {Lang::en, 2, true};
        CHECK(kiosk.tick(49 * second, 0) == Turn::none);
        CHECK(kiosk.tick(50 * second, 0) == Turn::warn);
        CHECK(kiosk.state() == State::warning);
        CHECK_MESSAGE(kiosk.touch(55 * second), "the touch that answers the warning must not press what lies under it");
        CHECK(kiosk.state() == State::in_use);
        CHECK(kiosk.choices.lang == Lang::en);
        CHECK(kiosk.tick(60 * second, 0) == Turn::none);
    }

    TEST_CASE("starting over takes language, letters and contrast back, and counts the visit up to its last touch") {
        Kiosk kiosk = ::kiosk();
        kiosk.touch(10 * second);
        kiosk.choices = {Lang::en, 2, true};
        kiosk.touch(40 * second);
        CHECK(kiosk.tick(99 * second, 0) == Turn::warn);
        CHECK(kiosk.tick(100 * second, 0) == Turn::reset);
        CHECK(kiosk.state() == State::attract);
        CHECK(kiosk.choices.lang == Lang::ja);
        CHECK(kiosk.choices.letters == 0);
        CHECK_FALSE(kiosk.choices.contrast);
        const auto visit = kiosk.take_visit();
        REQUIRE(visit);
        CHECK(visit->duration_ms == 30 * second);
        CHECK_FALSE(kiosk.take_visit());
        CHECK_MESSAGE(kiosk.tick(100 * second, 0) == Turn::next_slide, "the loop begins at once");
    }

    TEST_CASE("a suspended machine wakes up on the first screen, and its sleep is nobody's visit") {
        Kiosk kiosk = ::kiosk();
        kiosk.touch(0);
        kiosk.touch(5 * second);
        CHECK(kiosk.tick(6 * second, 3600 * second) == Turn::reset);
        CHECK(kiosk.take_visit()->duration_ms == 5 * second);
        kiosk.begin_slide(7 * second, 10 * second);
        CHECK(kiosk.tick(8 * second, 3600 * second) == Turn::none);
        CHECK_MESSAGE(kiosk.tick(9 * second, 7200 * second) == Turn::next_slide, "what stood overnight goes at once");
    }

    TEST_CASE("a short idle time still leaves five seconds for the answer") {
        CHECK(view::KioskRules{60 * second}.warning_ms() == 10 * second);
        CHECK(view::KioskRules{10 * second}.warning_ms() == 5 * second);
    }

    TEST_CASE("letters come in three sizes") {
        CHECK(view::letter_scale(0) == 1.f);
        CHECK(view::letter_scale(1) == 1.25f);
        CHECK(view::letter_scale(2) == 1.5f);
    }
}

TEST_SUITE("reading time") {
    TEST_CASE("a slide stands for as long as its letters take: 4 Japanese ones or 12 others a second, and a look") {
        std::string japanese, english(120, 'a');
        for (int i = 0; i < 40; ++i) japanese += "あ";
        CHECK(view::reading_ms(japanese) == doctest::Approx(14 * second));
        CHECK(view::reading_ms(english) == doctest::Approx(14 * second));
    }
    TEST_CASE("never shorter than a look around, never so long that the loop seems to stand still") {
        CHECK(view::reading_ms("") == 8 * second);
        CHECK(view::reading_ms(std::string(10'000, 'a')) == 45 * second);
    }
}

TEST_SUITE("the staff's code") {
    TEST_CASE("opens with the right digits") {
        StaffCode code("2468");
        CHECK(code.digit('2', 0) == StaffCode::Answer::more);
        CHECK(code.typed() == 1);
        CHECK(enter(code, "468", 0) == StaffCode::Answer::right);
        CHECK(code.typed() == 0);
    }
    TEST_CASE("wrong ones wait longer each time, and what is typed meanwhile does not count") {
        StaffCode code("2468");
        CHECK(enter(code, "1111", 0) == StaffCode::Answer::wrong);
        CHECK(code.wait_ms(0) == 5 * second);
        CHECK(enter(code, "2468", 4 * second) == StaffCode::Answer::waits);
        CHECK(enter(code, "2222", 5 * second) == StaffCode::Answer::wrong);
        CHECK(code.wait_ms(5 * second) == 10 * second);
        double now = 15 * second;
        for (int i = 0; i < 12; ++i) enter(code, "3333", now), now += code.wait_ms(now);
        CHECK(enter(code, "4444", now) == StaffCode::Answer::wrong);
        CHECK(code.wait_ms(now) == 300 * second);
        now += 300 * second;
        CHECK(enter(code, "2468", now) == StaffCode::Answer::right);
        CHECK_MESSAGE(enter(code, "9999", now) == StaffCode::Answer::wrong, "from the beginning again");
        CHECK(code.wait_ms(now) == 5 * second);
    }
    TEST_CASE("without one there is no way in") {
        StaffCode none("");
        CHECK_FALSE(none.exists());
        CHECK(none.digit('1', 0) == StaffCode::Answer::waits);
    }
    TEST_CASE("is four to eight digits") {
        CHECK(StaffCode::is_code("0000"));
        CHECK(StaffCode::is_code("12345678"));
        for (const char* text : {"", "123", "123456789", "12a4", "１２３４"}) CHECK_FALSE(StaffCode::is_code(text));
    }
    TEST_CASE("the press that asks for it takes three seconds, and counts once") {
        view::LongPress press;
        CHECK_FALSE(press.take(9e9));
        press.down(second);
        CHECK_FALSE(press.take(3.9 * second));
        CHECK(press.take(4 * second));
        CHECK_FALSE(press.take(5 * second));
        press.down(6 * second), press.up();
        CHECK_FALSE(press.take(20 * second));
    }
}

TEST_SUITE("what a kiosk counts") {
    TEST_CASE("views by page and visits by day, as a table that a spreadsheet opens") {
        view::Usage usage;
        usage.count_view("2026-11-23", "map");
        usage.count_view("2026-11-23", "kpis");
        usage.count_view("2026-11-23", "map");
        usage.count_visit("2026-11-23", 30 * second);
        usage.count_visit("2026-11-23", 91 * second);
        usage.count_visit("2026-11-24", 10 * second);
        CHECK(usage.views() == 3);
        CHECK(usage.visits() == 3);
        CHECK(usage.mean_visit_s() == doctest::Approx(131.0 / 3));
        const view::Usage::Names names{"date,item,count,seconds", "visits",
                                       [](const std::string& page) { return "page " + page; }};
        CHECK(usage.csv(names) ==
              "\xEF\xBB\xBF"
              "date,item,count,seconds\r\n"
              "2026-11-23,visits,2,61\r\n"
              "2026-11-23,page kpis,1,\r\n"
              "2026-11-23,page map,2,\r\n"
              "2026-11-24,visits,1,10\r\n");
    }
    TEST_CASE("a clock that was set back makes rows of an earlier day, and loses none") {
        view::Usage usage;
        usage.count_visit("2026-11-24", second);
        usage.count_visit("2026-11-23", second);
        CHECK(usage.visits() == 2);
        CHECK(usage.mean_visit_s() == 1);
    }
}
