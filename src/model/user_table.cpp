#include "model/user_table.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/order.h"
#include "core/strings.h"

namespace atlas::model {
namespace {

using Row = bundle::LooseTable::Row;

const std::string& cell_of(const Row& row, size_t column) {
    static const std::string none;
    return column < row.cells.size() ? row.cells[column] : none;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    const std::string folded = normal_place_name(text);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return folded.find(word) != std::string::npos; });
}

bool is_code_header(std::string_view header) {
    return contains_any(header, {"コード", "code", "Code", "CODE", "番号", "JIS"});
}

/// How well a column says where its rows are.
struct PlaceColumn {
    size_t column = 0;
    bool is_code = false, six_digits = false;
    int rank = 0;  ///< 0: it does not
    size_t prefectures = 0, known = 0, filled = 0;
};

/// What a column is, is decided on the first rows; fewer for the place, which takes the most looking up.
constexpr size_t sample_rows = 2'000, place_rows = 400;

class Reader {
public:
    Reader(const std::vector<Row>& rows, const PlaceIndex& places) : rows_(rows), places_(places) {
        for (const Row& row : rows) width_ = std::max(width_, row.cells.size());
    }
    UserResult read();

private:
    PlaceMatch match(const Row& row) const { return match(row, place_); }
    PlaceMatch match(const Row& row, const PlaceColumn& column) const;
    bool known_in(const PlaceColumn& column, const Row& row) const;
    PlaceColumn judge(size_t column, bool is_code, bool six_digits) const;
    PlaceColumn best_of(size_t column) const;
    bool find_flow();
    bool find_place();
    void find_header();
    bool looks_like_header(size_t row) const;
    void find_keys();
    void find_values();
    void join();
    bool join_row(const Row& row, const PlaceMatch& match);
    bool join_flow(const Row& row);
    void put_flow(const Row& row, size_t column, const std::string& prefecture, double sign);
    size_t series_of(const Row& row, size_t column);
    void put(const Row& row, size_t column, const PlaceMatch& match);
    void finish();

    const std::vector<Row>& rows_;
    const PlaceIndex& places_;
    size_t width_ = 0, first_data_ = 0, header_width_ = 0;
    PlaceColumn place_, to_;
    UserTable table_;
    std::vector<int> column_years_;
    std::map<std::tuple<size_t, std::string, int>, size_t> series_;                // column, indicator, year → index
    std::map<std::pair<size_t, std::string>, std::pair<uint32_t, double>> first_;  // series, code → line, value
};

PlaceMatch Reader::match(const Row& row, const PlaceColumn& column) const {
    const std::string& text = cell_of(row, column.column);
    if (column.is_code) return places_.by_code(text, column.six_digits);
    std::string prefecture;
    if (table_.prefecture_column) {
        const std::string& hint = cell_of(row, *table_.prefecture_column);
        PlaceMatch found = places_.by_name(hint);
        if (!found) found = places_.by_code(hint);
        if (found) prefecture = found.code.substr(0, 2);
        // "東京都", "" is the prefecture's own row.
        if (trim(text).empty() && found) return found;
    }
    return places_.by_name(text, prefecture);
}

bool is_known(const PlaceMatch& match) {
    return match || match.fault == PlaceFault::ambiguous_name || match.fault == PlaceFault::ward ||
           match.fault == PlaceFault::nation;
}

PlaceColumn Reader::judge(size_t column, bool is_code, bool six_digits) const {
    PlaceColumn judged{column, is_code, six_digits, 0, 0, 0, 0};
    size_t longest = 0;
    bool padded = false;
    std::string header;
    for (size_t r = 0; r < std::min(rows_.size(), place_rows); ++r) {
        const std::string& text = cell_of(rows_[r], column);
        if (r == 0) header = text;
        if (text.empty()) continue;
        ++judged.filled;
        const PlaceMatch found = is_code ? places_.by_code(text, six_digits) : places_.by_name(text);
        if (!is_known(found)) continue;
        ++judged.known;
        longest = std::max(longest, text.size());
        padded = padded || (text.size() == 2 && text[0] == '0');
        if (found && found.code.size() == 2) ++judged.prefectures;
    }
    // The header counts as filled; rows of other kinds (sums, notes) are common too.
    const bool enough = judged.known > 0 && judged.known * 2 + 1 >= judged.filled;
    if (!enough) return judged;
    const bool prefectures_only = judged.prefectures == judged.known;
    if (!is_code)
        judged.rank = prefectures_only ? 4 : 6;
    else if (!prefectures_only || longest > 2)
        judged.rank = is_code_header(header) ? 8 : 7;
    else if (is_code_header(header) || padded)
        judged.rank = 5;
    else if (contains_any(header, {"都道府県", "地域", "pref", "Pref"}))
        judged.rank = 3;
    else
        judged.rank = column == 0 ? 1 : 0;  // ranks and small counts look like this too
    return judged;
}

PlaceColumn Reader::best_of(size_t column) const {
    PlaceColumn best = judge(column, true, false);
    const PlaceColumn six = judge(column, true, true);
    if (six.known > best.known) best = six;
    const PlaceColumn name = judge(column, false, false);
    return name.rank > best.rank ? name : best;
}

/// Headers of columns that say where something comes from, or goes; not of columns that count it.
bool is_end_header(std::string_view header, std::initializer_list<std::string_view> words,
                   std::initializer_list<std::string_view> whole) {
    if (contains_any(header, {"数", "者", "率", "計", "超過"})) return false;
    const std::string folded = normal_place_name(header);
    return contains_any(header, words) || std::find(whole.begin(), whole.end(), folded) != whole.end();
}

/// Two columns of places, one named as where something comes from and one as where it goes.
bool Reader::find_flow() {
    for (size_t column = 0; column < width_; ++column) {
        const std::string& header = cell_of(rows_.front(), column);
        const bool from = is_end_header(
            header, {"転出元", "転出地", "移動前", "前住地", "出発", "発地", "origin", "Origin"}, {"from", "From"});
        const bool to = is_end_header(
            header, {"転入先", "転入地", "移動後", "現住地", "到着", "着地", "destination", "Destination"},
            {"to", "To"});
        if (from == to) continue;
        PlaceColumn best = best_of(column);
        // The header says that its numbers are codes.
        if (best.rank == 0 && best.known * 2 + 1 >= best.filled && best.known > 0) best.rank = 1;
        PlaceColumn& found = from ? place_ : to_;
        if (best.rank > found.rank) found = best;
    }
    if (place_.rank > 0 && to_.rank > 0) return true;
    place_ = to_ = {};
    return false;
}

bool Reader::find_place() {
    if (find_flow()) {
        table_.place_column = place_.column, table_.place_is_code = place_.is_code, table_.to_column = to_.column;
        return true;
    }
    for (size_t column = 0; column < width_; ++column) {
        const PlaceColumn best = best_of(column);
        if (best.rank > place_.rank || (best.rank == place_.rank && best.known > place_.known)) place_ = best;
    }
    if (place_.rank == 0) return false;
    table_.place_column = place_.column, table_.place_is_code = place_.is_code;
    if (place_.is_code || place_.rank == 4) return true;
    // Municipalities by name: a column of their prefectures tells 府中市 from 府中市.
    for (size_t column = 0; column < width_; ++column) {
        if (column == place_.column) continue;
        const PlaceColumn name = judge(column, false, false), code = judge(column, true, false);
        if (name.rank != 4 && code.rank != 5) continue;
        table_.prefecture_column = column;
        break;
    }
    return true;
}

bool Reader::looks_like_header(size_t index) const {
    const Row& row = rows_[index];
    if (is_known(match(row))) return false;
    const std::string& place = cell_of(row, place_.column);
    if (is_code_header(place) || contains_any(place, {"都道府県", "市区町村", "市町村", "自治体", "地域", "団体",
                                                      "名称", "pref", "Pref", "name", "Name", "SSDSE", "area", "Area"}))
        return true;
    for (size_t column = 0; column < row.cells.size(); ++column) {
        double value = 0;
        if (column == place_.column || read_year(row.cells[column]) > 0) continue;
        if (read_number(row.cells[column], value) == CellKind::number) return false;
    }
    return true;
}

void Reader::find_header() {
    constexpr size_t most_header_rows = 10;
    size_t rows = 0;
    while (rows < rows_.size() && rows < most_header_rows && looks_like_header(rows)) ++rows;
    first_data_ = rows;
    table_.columns.assign(width_, "");
    column_years_.assign(width_, 0);
    for (size_t r = 0; r < rows; ++r) {
        table_.header_lines.push_back(rows_[r].line);
        header_width_ = std::max(header_width_, rows_[r].cells.size());
        for (size_t column = 0; column < rows_[r].cells.size(); ++column) {
            const std::string& text = rows_[r].cells[column];
            const int year = read_year(text);
            // Lower rows are nearer to the figures: SSDSE has codes, then years, then names.
            if (year > 0) column_years_[column] = year;
            if (!text.empty() && (year == 0 || table_.columns[column].empty())) table_.columns[column] = text;
        }
    }
}

void Reader::find_keys() {
    for (size_t column = 0; column < width_; ++column) {
        if (column == place_.column || column == table_.prefecture_column || column == table_.to_column) continue;
        const std::string& header = table_.columns[column];
        size_t filled = 0, years = 0;
        for (size_t r = first_data_; r < std::min(rows_.size(), first_data_ + sample_rows); ++r) {
            const std::string& text = cell_of(rows_[r], column);
            if (!text.empty()) ++filled, years += read_year(text) > 0;
        }
        const bool named_year =
            header == "年" || contains_any(header, {"年度", "年次", "西暦", "調査年", "year", "Year", "YEAR"});
        const bool named_indicator =
            contains_any(header, {"指標", "項目", "indicator", "Indicator", "variable", "系列"});
        if (!table_.year_column && named_year && filled > 0 && years * 10 >= filled * 9)
            table_.year_column = column;
        else if (!table_.indicator_column && named_indicator && read_year(header) == 0)
            table_.indicator_column = column;
    }
}

void Reader::find_values() {
    for (size_t column = 0; column < width_; ++column) {
        if (column == place_.column || column == table_.prefecture_column || column == table_.to_column ||
            column == table_.year_column || column == table_.indicator_column)
            continue;
        size_t texts = 0, numbers = 0;
        for (size_t r = first_data_; r < std::min(rows_.size(), first_data_ + sample_rows); ++r) {
            double value = 0;
            const CellKind kind = read_number(cell_of(rows_[r], column), value);
            texts += kind == CellKind::text, numbers += kind == CellKind::number;
        }
        const bool is_value = numbers > 0 && numbers >= texts && !is_code_header(table_.columns[column]);
        (is_value ? table_.value_columns : table_.text_columns).push_back(column);
    }
}

size_t Reader::series_of(const Row& row, size_t column) {
    const std::string indicator = table_.indicator_column ? cell_of(row, *table_.indicator_column) : "";
    const int year = table_.year_column ? read_year(cell_of(row, *table_.year_column)) : column_years_[column];
    const auto [at, is_new] = series_.try_emplace({column, indicator, year}, table_.series.size());
    if (is_new) {
        UserSeries made;
        const HeaderParts header = split_header(table_.columns[column]);
        const HeaderParts own = split_header(indicator);
        // A long table's only value column is called "value" or 値: the indicator says more.
        const bool alone = table_.value_columns.size() == 1 && !indicator.empty();
        const bool only_year = column_years_[column] > 0 && read_year(header.name) > 0;
        made.name = alone               ? own.name
                    : indicator.empty() ? (only_year ? "" : header.name)
                                        : own.name + " " + header.name;
        made.unit = own.unit.empty() ? header.unit : own.unit;
        made.year = year;
        table_.series.push_back(std::move(made));
    }
    return at->second;
}

void Reader::put(const Row& row, size_t column, const PlaceMatch& match) {
    double value = 0;
    const CellKind kind = read_number(cell_of(row, column), value);
    if (kind == CellKind::missing) {
        ++table_.missing_cells;
        return;
    }
    if (kind == CellKind::text) {
        table_.unreadable.push_back({row.line, column, cell_of(row, column)});
        return;
    }
    const size_t index = series_of(row, column);
    const auto [at, is_new] = first_.try_emplace({index, match.code}, row.line, value);
    if (!is_new) {
        table_.duplicates.push_back({at->second.first, row.line, column, match.code, at->second.second, value});
        return;
    }
    table_.series[index].values[match.code] = value;
    ++table_.values;
}

bool Reader::join_row(const Row& row, const PlaceMatch& found) {
    const size_t allowed = header_width_ > 0 ? header_width_ : width_;
    UserRowIssue issue{row.line, UserRowIssue::Kind::place, found.fault, cell_of(row, place_.column), found.candidates};
    if (row.cells.size() > allowed)
        issue.kind = UserRowIssue::Kind::too_many_cells;
    else if (!found && first_data_ > 0 && row.cells == rows_[first_data_ - 1].cells)
        issue.kind = UserRowIssue::Kind::repeated_header;
    else if (!found && row.cells.size() <= place_.column)
        issue.kind = UserRowIssue::Kind::too_few_cells;
    else if (found) {
        for (const size_t column : table_.value_columns) put(row, column, found);
        return true;
    }
    // The country's row is listed, for it is no place of the map, and kept: maps are compared with it.
    if (issue.kind == UserRowIssue::Kind::place && found.fault == PlaceFault::nation)
        for (const size_t column : table_.value_columns) {
            double value = 0;
            if (read_number(cell_of(row, column), value) != CellKind::number) continue;
            std::optional<double>& nation = table_.series[series_of(row, column)].nation;
            if (!nation) nation = value;
        }
    table_.unmatched.push_back(std::move(issue));
    return false;
}

bool in_tokyo_area(std::string_view code) {
    return std::find(std::begin(tokyo_area), std::end(tokyo_area), code.substr(0, 2)) != std::end(tokyo_area);
}

void Reader::put_flow(const Row& row, size_t column, const std::string& prefecture, double sign) {
    double value = 0;
    const CellKind kind = read_number(cell_of(row, column), value);
    if (kind == CellKind::missing)
        ++table_.missing_cells;
    else if (kind == CellKind::text)
        table_.unreadable.push_back({row.line, column, cell_of(row, column)});
    else
        table_.series[series_of(row, column)].values[prefecture] += sign * value;
}

bool Reader::join_flow(const Row& row) {
    const PlaceMatch from = match(row, place_), to = match(row, to_);
    const size_t allowed = header_width_ > 0 ? header_width_ : width_;
    if (row.cells.size() > allowed || !from || !to) {
        const bool place = row.cells.size() <= allowed;
        const PlaceMatch& wrong = from ? to : from;
        table_.unmatched.push_back({row.line, place ? UserRowIssue::Kind::place : UserRowIssue::Kind::too_many_cells,
                                    wrong.fault, cell_of(row, from ? to_.column : place_.column), wrong.candidates});
        return false;
    }
    const bool arrives = in_tokyo_area(to.code), leaves = in_tokyo_area(from.code);
    if (arrives == leaves) {
        ++table_.rows_beside;
        return true;
    }
    for (const size_t column : table_.value_columns)
        put_flow(row, column, (arrives ? from : to).code.substr(0, 2), arrives ? 1 : -1);
    return true;
}

void Reader::join() {
    for (size_t r = first_data_; r < rows_.size(); ++r) {
        ++table_.data_rows;
        if (table_.to_column ? join_flow(rows_[r]) : join_row(rows_[r], match(rows_[r]))) ++table_.joined_rows;
    }
    if (table_.to_column)
        for (const UserSeries& series : table_.series) table_.values += series.values.size();
}

void Reader::finish() {
    // Years ascending within a name; names in order of appearance.
    std::map<std::string, size_t> order;
    for (const UserSeries& series : table_.series) order.try_emplace(series.name + '\n' + series.unit, order.size());
    std::vector<uint32_t> keys;  // years have four digits
    for (const UserSeries& series : table_.series)
        keys.push_back(static_cast<uint32_t>(order[series.name + '\n' + series.unit]) * 10'000 +
                       static_cast<uint32_t>(series.year));
    std::vector<UserSeries> sorted;
    for (const uint32_t i : ascending(keys)) sorted.push_back(std::move(table_.series[i]));
    table_.series = std::move(sorted);
    std::set<std::string> places;
    for (const UserSeries& series : table_.series)
        for (const auto& [code, value] : series.values) places.insert(code);
    for (const std::string& code : places) ++(code.size() == 2 ? table_.prefectures : table_.municipalities);
}

UserResult Reader::read() {
    UserResult result;
    if (!find_place()) {
        table_.columns = rows_.front().cells;
        result.fault = UserFault::no_place_column;
    } else {
        find_header();
        find_keys();
        find_values();
        if (table_.value_columns.empty()) result.fault = UserFault::no_value_column;
        join();
        finish();
    }
    result.table = std::move(table_);
    return result;
}

}  // namespace

UserResult read_user_table(std::string_view bytes, const PlaceIndex& places, const bundle::TableLimits& limits) {
    const bundle::LooseTable loose = bundle::read_loose_csv(bytes, limits);
    if (loose.fault != bundle::TableFault::none) {
        UserResult result;
        result.fault = UserFault::file, result.file_fault = loose.fault, result.line = loose.fault_line;
        if (!loose.rows.empty()) result.table.columns = loose.rows.front().cells;
        return result;
    }
    return Reader(loose.rows, places).read();
}

}  // namespace atlas::model
