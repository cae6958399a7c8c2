#include "view/kiosk.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas::view {

double reading_ms(std::string_view text) {
    constexpr double look_ms = 4000, wide_ms = 1000.0 / 4, narrow_ms = 1000.0 / 12, least_ms = 8000, most_ms = 45'000;
    double sum = look_ms;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) sum += narrow_ms;
        if (code >= 0xE0) sum += wide_ms;  // begins a letter of three bytes or more: kana, kanji and their punctuation
    }
    return std::clamp(sum, least_ms, most_ms);
}

bool Kiosk::touch(double now_ms) {
    const bool was_in_use = state_ == State::in_use;
    if (state_ == State::attract) begun_ms_ = now_ms;
    state_ = State::in_use;
    touched_ms_ = now_ms;
    return !was_in_use;
}

Kiosk::Turn Kiosk::tick(double now_ms, double slept_ms) {
    constexpr double nap_ms = 1000;
    const bool has_slept = slept_ms - slept_ms_ > nap_ms;
    slept_ms_ = slept_ms;
    if (state_ == State::attract) return now_ms >= slide_until_ms_ || has_slept ? Turn::next_slide : Turn::none;
    const double idle = now_ms - touched_ms_;
    if (has_slept || idle >= rules_.idle_ms) {
        reset();
        return Turn::reset;
    }
    if (state_ == State::in_use && idle >= rules_.idle_ms - rules_.warning_ms()) {
        state_ = State::warning;
        return Turn::warn;
    }
    return Turn::none;
}

void Kiosk::reset() {
    if (state_ != State::attract) ended_ = Visit{touched_ms_ - begun_ms_};
    state_ = State::attract;
    slide_until_ms_ = 0;
    choices = {};
    choices.lang = rules_.languages.front();
}

double Kiosk::due_ms() const {
    switch (state_) {
        case State::attract: return slide_until_ms_;
        case State::in_use: return touched_ms_ + rules_.idle_ms - rules_.warning_ms();
        case State::warning: break;
    }
    return touched_ms_ + rules_.idle_ms;
}

std::optional<Kiosk::Visit> Kiosk::take_visit() { return std::exchange(ended_, std::nullopt); }

bool StaffCode::is_code(std::string_view text) {
    return text.size() >= least_digits && text.size() <= most_digits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

StaffCode::Answer StaffCode::digit(char digit, double now_ms) {
    constexpr double first_wait_ms = 5000, longest_wait_ms = 300'000;
    constexpr int most_doublings = 10;
    if (wait_ms(now_ms) > 0 || !exists()) return Answer::waits;
    typed_ += digit;
    if (typed_.size() < code_.size()) return Answer::more;
    const bool is_right = typed_ == code_;
    typed_.clear();
    if (is_right) {
        wrong_ = 0;
        return Answer::right;
    }
    wait_until_ms_ = now_ms + std::min(longest_wait_ms, first_wait_ms * std::pow(2, std::min(wrong_, most_doublings)));
    ++wrong_;
    return Answer::wrong;
}

bool LongPress::take(double now_ms) {
    if (!is_down() || now_ms < due_ms()) return false;
    up();
    return true;
}

void Usage::count_visit(const std::string& day, double duration_ms) {
    Day& counted = days_[day];
    ++counted.visits;
    counted.duration_ms += duration_ms;
}

int Usage::views() const {
    int sum = 0;
    for (const auto& [date, day] : days_)
        for (const auto& [page, count] : day.views) sum += count;
    return sum;
}

int Usage::visits() const {
    int sum = 0;
    for (const auto& [date, day] : days_) sum += day.visits;
    return sum;
}

double Usage::mean_visit_s() const {
    double sum_ms = 0;
    for (const auto& [date, day] : days_) sum_ms += day.duration_ms;
    return visits() > 0 ? sum_ms / visits() / 1000 : 0;
}

std::string Usage::csv(const Names& names) const {
    std::string text = "\xEF\xBB\xBF" + names.columns + "\r\n";
    for (const auto& [date, day] : days_) {
        const auto seconds = day.visits > 0 ? std::lround(day.duration_ms / day.visits / 1000) : 0;
        text.append(date).append(",").append(names.visits).append(",").append(std::to_string(day.visits));
        text.append(",").append(std::to_string(seconds)).append("\r\n");
        for (const auto& [page, count] : day.views)
            text.append(date)
                .append(",")
                .append(names.of_page(page))
                .append(",")
                .append(std::to_string(count))
                .append(",\r\n");
    }
    return text;
}

}  // namespace atlas::view
