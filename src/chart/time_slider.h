// The years of an indicator: a track on which missing years are gaps, steps back and forth, a list of years, play and pause. State comes in,
// actions go out; what is announced while it plays is the app's decision.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/controls.h"

namespace atlas::chart {

struct TimeSliderOptions {
    std::string id = "time";
    std::string name;        ///< "年"
    std::vector<int> years;  ///< with values, ascending
    int year = 0;            ///< shown
    bool playing = false;
    std::function<std::string(int)> text;  ///< "2024年"
    std::function<Action(int)> choose;     ///< a year was chosen on the track or by a step
    std::string choose_target = "year";    ///< target of the list's Action::choose, whose text is the year
    Action play;                           ///< plays or pauses; none: no such button (reduced motion, one year only)
    std::string play_label, pause_label, previous_label, next_label;
    bool list = true;          ///< false: the years' list stands elsewhere; then all is in one row at any width
    std::string missing_note;  ///< "2023年は値がありません"; drawn under the track and read; "" = none
};

/// One row from 560 px on, two below: controls, then the track. Without a list the track lies between the steps. Returns the height.
float draw_time_slider(ui::Ui& ui, Vec2 top_left, float width_px, const TimeSliderOptions& options);

/// Where the track lies, and which year with values is nearest to a pointer on it: for dragging.
Rect time_track(const ui::Ui& ui, Vec2 top_left, float width_px, const TimeSliderOptions& options);
int year_at(const Rect& track, const TimeSliderOptions& options, float x);

/// The next year with values; unset at the end: playing stops.
std::optional<int> year_after(const std::vector<int>& years, int year);
std::optional<int> year_before(const std::vector<int>& years, int year);
/// Where playing begins: at the shown year, from the last one at the first.
int play_start(const std::vector<int>& years, int year);
/// Years between the first and the last that have no values.
std::vector<int> missing_years(const std::vector<int>& years);

}  // namespace atlas::chart
