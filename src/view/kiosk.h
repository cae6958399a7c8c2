// What a kiosk does when: the loop that attracts, a visit, the warning before it is cleared away, and the staff's code. Pure: all times are
// arguments, in milliseconds of a clock that only goes forward, so that a test has hours in no time.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang.h"

namespace atlas::view {

/// How long a slide stands that nobody clicks on: time to look at the figure, and to read all its letters once at a slow reader's pace. The
/// constants are ours: 4 kana or kanji, or 12 other letters, a second, between 8 and 45 seconds in all.
double reading_ms(std::string_view text);

struct KioskRules {
    double idle_ms = 60'000;
    /// Of the idle time the last part, with the question on the screen: a sixth of it, at least 5 s.
    double warning_ms() const { return idle_ms / 6 < 5000 ? 5000 : idle_ms / 6; }
    std::vector<Lang> languages{Lang::ja};  ///< the first is the one of the attract loop
};

/// The choices of a visitor: all of them are gone with the visit.
struct KioskChoices {
    Lang lang = Lang::ja;
    int letters = 0;  ///< 0 … 2: see letter_scale
    bool contrast = false;
};
constexpr float letter_scale(int letters) { return letters == 2 ? 1.5f : letters == 1 ? 1.25f : 1.f; }

class Kiosk {
public:
    enum class State : unsigned char { attract, in_use, warning };
    /// What the caller has to do now.
    enum class Turn : unsigned char { none, next_slide, warn, reset };
    /// A visit that has ended: from the first touch to the last, the idle time after it not counted.
    struct Visit {
        double duration_ms = 0;
    };

    explicit Kiosk(KioskRules rules) : rules_(std::move(rules)) { choices.lang = rules_.languages.front(); }

    State state() const { return state_; }
    const KioskRules& rules() const { return rules_; }
    KioskChoices choices;

    /// A hand is on the screen. True when the touch only begins a visit or answers the warning: nothing else may come of it.
    bool touch(double now_ms);
    /// What is due. `slept_ms`: how long the machine has been suspended since it started; when that grows, the visitor of before is gone.
    Turn tick(double now_ms, double slept_ms);
    /// A slide of the attract loop stands from now on for that long.
    void begin_slide(double now_ms, double duration_ms) { slide_until_ms_ = now_ms + duration_ms; }
    /// Ends the visit at once: "start over" with nobody there, or the staff.
    void reset();
    /// When the next turn comes.
    double due_ms() const;
    /// The visit that ended with the last reset, once.
    std::optional<Visit> take_visit();

private:
    KioskRules rules_;
    State state_ = State::attract;
    double begun_ms_ = 0, touched_ms_ = 0, slide_until_ms_ = 0, slept_ms_ = 0;
    std::optional<Visit> ended_;
};

/// The staff's code on digits of the screen. Each wrong one makes the next try wait twice as long, from 5 seconds to 5 minutes, whoever tries.
class StaffCode {
public:
    enum class Answer : unsigned char { more, right, wrong, waits };
    static constexpr size_t least_digits = 4, most_digits = 8;
    static bool is_code(std::string_view text);

    explicit StaffCode(std::string code) : code_(std::move(code)) {}
    bool exists() const { return !code_.empty(); }
    Answer digit(char digit, double now_ms);
    void erase() { typed_.clear(); }
    size_t typed() const { return typed_.size(); }
    double wait_ms(double now_ms) const { return wait_until_ms_ > now_ms ? wait_until_ms_ - now_ms : 0; }

private:
    std::string code_, typed_;
    int wrong_ = 0;
    double wait_until_ms_ = 0;
};

/// A press that stays in one place for three seconds.
class LongPress {
public:
    static constexpr double needed_ms = 3000;
    void down(double now_ms) { since_ms_ = now_ms; }
    void up() { since_ms_ = -1; }
    bool is_down() const { return since_ms_ >= 0; }
    double due_ms() const { return since_ms_ + needed_ms; }
    /// True once, when it has been long enough.
    bool take(double now_ms);

private:
    double since_ms_ = -1;
};

/// Anonymous counts of a run: how often pages were opened, how many visits there were and how long they took, by day. Nothing else is kept.
class Usage {
public:
    void count_view(const std::string& day, const std::string& page) { ++days_[day].views[page]; }
    void count_visit(const std::string& day, double duration_ms);
    int views() const;
    int visits() const;
    double mean_visit_s() const;

    struct Names {
        std::string columns, visits;
        std::string (*of_page)(const std::string& page);
    };
    /// UTF-8 with a byte order mark, so that spreadsheets read it as Japanese.
    std::string csv(const Names& names) const;

private:
    struct Day {
        std::map<std::string, int> views;
        int visits = 0;
        double duration_ms = 0;
    };
    std::map<std::string, Day> days_;
};

}  // namespace atlas::view
