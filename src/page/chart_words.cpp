#include "page/chart_words.h"

namespace atlas::page {
namespace {

template <class Table>
struct Entry {
    std::string_view Table::*field;
    Word word;
};

template <class Table, size_t N>
void put(const Words& words, Table& table, const Entry<Table> (&entries)[N]) {
    for (const Entry<Table>& entry : entries) table.*entry.field = words(entry.word);
}

using chart::KindWords;
using chart::SeriesWords;
using chart::TrajectoryWords;

constexpr Entry<KindWords> kind_entries[] = {
    {&KindWords::preliminary, Word::chart_preliminary}, {&KindWords::estimate, Word::chart_estimate},
    {&KindWords::projection, Word::chart_projection},   {&KindWords::press, Word::chart_press},
    {&KindWords::secondary, Word::chart_secondary},     {&KindWords::joiner, Word::text_dot},
};
constexpr Entry<SeriesWords> series_entries[] = {
    {&SeriesWords::unit, Word::chart_unit},
    {&SeriesWords::no_data, Word::chart_no_values},
    {&SeriesWords::one_point, Word::series_one_point},
    {&SeriesWords::summary, Word::series_summary},
    {&SeriesWords::rose, Word::series_rose},
    {&SeriesWords::fell, Word::series_fell},
    {&SeriesWords::same, Word::series_same},
    {&SeriesWords::extremes, Word::series_extremes},
    {&SeriesWords::future, Word::series_future},
    {&SeriesWords::broken, Word::series_broken},
    {&SeriesWords::key_actual, Word::chart_key_official},
    {&SeriesWords::key_break, Word::chart_key_break},
    {&SeriesWords::key_gap, Word::chart_key_gap},
    {&SeriesWords::key_band, Word::series_key_band},
    {&SeriesWords::key_hollow, Word::series_key_hollow},
    {&SeriesWords::key_projection, Word::series_key_projection},
    {&SeriesWords::key_press, Word::series_key_press},
    {&SeriesWords::key_secondary, Word::series_key_secondary},
    {&SeriesWords::column_when, Word::chart_when},
    {&SeriesWords::column_value, Word::series_column_value},
    {&SeriesWords::column_note, Word::chart_kind},
    {&SeriesWords::labels_joiner, Word::text_separator},
    {&SeriesWords::events_title, Word::series_events},
};
constexpr Entry<TrajectoryWords> trajectory_entries[] = {
    {&TrajectoryWords::baseline, Word::trajectory_baseline},
    {&TrajectoryWords::target, Word::chart_target_when},
    {&TrajectoryWords::target_each_year, Word::trajectory_target_each_year},
    {&TrajectoryWords::trend, Word::trajectory_trend},
    {&TrajectoryWords::key_path, Word::chart_key_path},
    {&TrajectoryWords::key_trend, Word::trajectory_key_trend},
    {&TrajectoryWords::key_baseline, Word::trajectory_key_baseline},
    {&TrajectoryWords::path_summary, Word::trajectory_path_summary},
    {&TrajectoryWords::trend_summary, Word::trajectory_trend_summary},
};

}  // namespace

SeriesWords series_words(const Words& words) {
    SeriesWords table;
    put(words, table, series_entries);
    put(words, table.kinds, kind_entries);
    return table;
}

TrajectoryWords trajectory_words(const Words& words) {
    TrajectoryWords table;
    table.series = series_words(words);
    put(words, table, trajectory_entries);
    return table;
}

chart::FigureText figure_text_of(const Words& words, std::string id, std::string title, std::string subtitle,
                                 std::string source, bool with_table) {
    chart::FigureText text;
    text.id = std::move(id), text.title = std::move(title), text.subtitle = std::move(subtitle);
    text.source = std::move(source);
    if (with_table) text.show_table = words(Word::chart_open_table), text.hide_table = words(Word::chart_close_table);
    return text;
}

}  // namespace atlas::page
