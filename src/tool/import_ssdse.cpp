#include "tool/import_ssdse.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

#include "bundle/csv.h"
#include "bundle/decode.h"
#include "core/strings.h"
#include "text/text.h"

namespace atlas::tool {

namespace {

using bundle::quoted;
using bundle::Table;
using bundle::Words;

constexpr size_t most_faults = 50;  // a file of the wrong kind is wrong in every cell
constexpr const char* code_key = "地域コード";
constexpr const char* year_key = "年度";

bool is_key(std::string_view name) {
    return name == code_key || name == year_key || name == "都道府県" || name == "市区町村";
}

/// The published "no value": 該当なし, 不詳, 秘匿, データなし or an empty cell. Takes a cell with folded digits.
bool is_missing_mark(std::string_view cell) {
    if (cell.find_first_not_of('*') == std::string_view::npos) return true;
    constexpr std::string_view marks[] = {"-", "―", "‐", "…", "‥", "...", "X", "x", "Ｘ", "＊＊＊"};
    return std::find(std::begin(marks), std::end(marks), cell) != std::end(marks);
}

/// The number as it was published, without separators of thousands; nothing when it is none.
std::optional<std::string> plain_number(const std::string& cell) {
    const size_t point = std::min(cell.find('.'), cell.size());
    const std::vector<std::string> groups = split(cell.substr(0, point), ',');
    const size_t sign = groups[0].find_first_not_of("+-") == 1 ? 1 : 0, leading = groups[0].size() - sign;
    if (groups.size() > 1 && (leading < 1 || leading > 3)) return {};
    for (size_t i = 1; i < groups.size(); ++i)
        if (groups[i].size() != 3) return {};
    std::string number = join(groups, "") + cell.substr(point);
    double value = 0;
    if (!parse_double(number, value)) return {};
    return number;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

class SsdseReader {
public:
    explicit SsdseReader(const Table& table) : table_(table) {}

    Result<SsdseImport> read() {
        out_.title = table_.columns[0];
        out_.encoding = table_.encoding;
        out_.blank_rows = table_.blank_rows;
        if (!is_known_set() || !find_names() || !read_items()) return finish();
        out_.values_csv = "code,indicator,year,value\n";
        for (size_t r = names_row_ + 1; r < table_.rows.size(); ++r) read_row(r);
        if (faults_.empty() && areas_.empty())
            fault("", {"地域の行がありません", "公表されたままのファイルを指定してください",
                       "there is no row of an area", "give the file as published"});
        describe_items();
        return finish();
    }

private:
    struct Item {
        std::string id, name;
        int year = 0;  // 0: the row's
    };
    struct Count {
        size_t values = 0, missing = 0;
    };

    std::string cell(size_t row, size_t column) const { return bundle::fold_digits(table_.rows[row].cells[column]); }

    void fault(std::string at, Words words) {
        if (++fault_count_ > most_faults) return;
        faults_.push_back({Severity::error, table_.file, std::move(at), std::move(words.what), std::move(words.remedy),
                           std::move(words.what_en), std::move(words.remedy_en)});
    }
    void cell_fault(size_t row, size_t column, Words words) {
        const std::string& name = table_.columns[column];
        words.what = "列「" + name + "」：" + words.what;
        words.what_en = "column \"" + name + "\": " + words.what_en;
        fault(table_.place(row), std::move(words));
    }

    Result<SsdseImport> finish() {
        if (faults_.empty()) return std::move(out_);
        if (fault_count_ > most_faults) {
            const std::string rest = std::to_string(fault_count_ - most_faults);
            faults_.push_back({Severity::error, table_.file, "", "同様の誤りがほかに " + rest + " 件あります",
                               "先に表示された誤りから直してください", "there are " + rest + " more such faults",
                               "mend those shown first"});
        }
        return std::move(faults_);
    }

    bool is_known_set() {
        for (const char* set : {"SSDSE-A-", "SSDSE-B-", "SSDSE-E-"})
            if (out_.title.rfind(set, 0) == 0) return true;
        fault("line 1",
              {"左上が " + quoted(out_.title) + " です", "SSDSE-A、-B、-E のファイルを、公表されたまま指定してください",
               "the first cell is " + quoted(out_.title), "give an SSDSE-A, -B or -E file as published"});
        return false;
    }

    /// Where the names stand and which columns are keys. One row before them are the years, unless 年度 is a key.
    bool find_names() {
        while (names_row_ < std::min<size_t>(table_.rows.size(), 2) && !holds_code_key(names_row_)) ++names_row_;
        if (names_row_ >= table_.rows.size() || !holds_code_key(names_row_)) {
            fault("line 2", {"見出しに「地域コード」の行がありません", "公表されたままの見出しの行を残してください",
                             "no header row holds 地域コード", "keep the header rows as published"});
            return false;
        }
        while (first_item_ < table_.columns.size() && is_key(cell(names_row_, first_item_))) {
            if (cell(names_row_, first_item_) == code_key) code_column_ = first_item_;
            if (cell(names_row_, first_item_) == year_key) year_column_ = first_item_;
            ++first_item_;
        }
        if (code_column_ && names_row_ == (year_column_ ? 0u : 1u)) return true;
        fault(table_.place(names_row_),
              {"見出しの並びが公表されたものと違います",
               "SSDSE-A、-E は項目コード・年度・項目名の3行、-B は項目コード・項目名の2行です",
               "the header rows are not as published",
               "SSDSE-A and -E have three (codes, years, names), -B has two (codes, names)"});
        return false;
    }
    bool holds_code_key(size_t row) const {
        for (size_t c = 0; c < table_.columns.size(); ++c)
            if (cell(row, c) == code_key) return true;
        return false;
    }

    bool read_items() {
        std::set<std::string> ids;
        for (size_t c = first_item_; c < table_.columns.size(); ++c) {
            Item item{table_.columns[c], std::string(trim(table_.rows[names_row_].cells[c])), 0};
            bool good = !item.id.empty();
            for (char& letter : item.id) {
                if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
                good = good && ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'));
            }
            if (!good || !ids.insert(item.id).second)
                fault("line 1", {"項目コード " + quoted(table_.columns[c]) + "（" + std::to_string(c + 1) +
                                     " 列目）が空か、英数字でないか、二つあります",
                                 "公表されたままの項目コードにしてください",
                                 "the item code " + quoted(table_.columns[c]) + " (column " + std::to_string(c + 1) +
                                     ") is empty, not alphanumeric or stands twice",
                                 "write the item code as published"});
            if (!year_column_) item.year = read_year(0, c);
            items_.push_back(std::move(item));
        }
        out_.items = items_.size();
        if (items_.empty())
            fault("line 1", {"項目の列がありません", "公表されたままのファイルを指定してください",
                             "there is no column of an item", "give the file as published"});
        return faults_.empty();
    }

    /// 0 after a complaint.
    int read_year(size_t row, size_t column) {
        int year = 0;
        if (parse_int(cell(row, column), year) && year >= 1900 && year <= 2200) return year;
        cell_fault(row, column,
                   {quoted(cell(row, column)) + " は年ではありません", "西暦4桁の数字にしてください",
                    quoted(cell(row, column)) + " is not a year", "write a year of four digits"});
        return 0;
    }

    /// "13", "01100", "00" for the whole country; empty after a complaint.
    std::string read_code(size_t row) {
        const std::string published = cell(row, *code_column_), digits = published.substr(published.empty() ? 0 : 1);
        const bool formed =
            published.size() == 6 && published[0] == 'R' && digits.find_first_not_of("0123456789") == std::string::npos;
        const std::string prefecture = digits.substr(0, 2);
        if (formed && digits == "00000") return "00";
        if (formed && prefecture >= "01" && prefecture <= "47") return digits.substr(2) == "000" ? prefecture : digits;
        fault(table_.place(row),
              {"知らない地域コード " + quoted(published) + " です",
               "R と5桁の数字（R13000、R01100 など。都道府県は 01 から 47）にするか、地域でない行なら消してください",
               "unknown area code " + quoted(published),
               "write R and five digits (R13000, R01100; prefectures are 01 to 47), or delete a row that is no area"});
        return "";
    }

    void read_row(size_t row) {
        const std::string code = read_code(row);
        const int year = year_column_ ? read_year(row, *year_column_) : 0;
        if (code.empty() || (year_column_ && year == 0)) return;
        const auto [first, is_new] = rows_.emplace(std::pair{code, year}, row);
        if (!is_new) {
            const std::string line = std::to_string(table_.rows[first->second].line);
            return fault(table_.place(row),
                         {"地域コード " + quoted(cell(row, *code_column_)) + " が " + line + " 行目にもあります",
                          "どちらかの行を消してください",
                          "the area code " + quoted(cell(row, *code_column_)) + " stands in line " + line + " too",
                          "delete one of the rows"});
        }
        if (code == "00") {
            ++out_.national_rows;
            return;
        }
        if (areas_.insert(code).second) ++(code.size() == 2 ? out_.prefectures : out_.municipalities);
        for (size_t i = 0; i < items_.size(); ++i) read_value(row, i, code, year_column_ ? year : items_[i].year);
    }

    void read_value(size_t row, size_t i, const std::string& code, int year) {
        const std::string folded = cell(row, first_item_ + i);
        Count& count = counts_[{i, year}];
        if (is_missing_mark(folded)) {
            ++count.missing;
            ++marks_[folded];
            return;
        }
        const std::optional<std::string> value = plain_number(folded);
        if (!value)
            return cell_fault(row, first_item_ + i,
                              {quoted(folded) + " は数値ではありません",
                               "数字にするか、値が無いときは公表どおりの記号（-、…、X、***）にしてください",
                               quoted(folded) + " is not a number",
                               "write digits, or where there is no value the published mark (-, …, X, ***)"});
        ++count.values;
        ++out_.values;
        out_.values_csv += code + "," + items_[i].id + "," + std::to_string(year) + "," + *value + "\n";
    }

    void describe_items() {
        out_.indicators_csv = "indicator,name,year,values,missing\n";
        std::vector<size_t> missing(items_.size());
        for (const auto& [key, count] : counts_) {
            const auto& [i, year] = key;
            missing[i] += count.missing;
            out_.indicators_csv += items_[i].id + "," + csv_cell(items_[i].name) + "," + std::to_string(year) + "," +
                                   std::to_string(count.values) + "," + std::to_string(count.missing) + "\n";
        }
        for (size_t i = 0; i < items_.size(); ++i)
            if (missing[i] > 0) out_.missing_by_item.push_back({items_[i].id, missing[i]});
        for (const auto& [mark, count] : marks_) out_.missing_by_mark.push_back({mark, count});
    }

    const Table& table_;
    SsdseImport out_;
    Problems faults_;
    size_t fault_count_ = 0;

    size_t names_row_ = 0, first_item_ = 0;
    std::optional<size_t> code_column_, year_column_;
    std::vector<Item> items_;
    std::set<std::string> areas_;
    std::map<std::pair<std::string, int>, size_t> rows_;  // (code, year) → its row
    std::map<std::pair<size_t, int>, Count> counts_;      // (item, year)
    std::map<std::string, size_t> marks_;
};

std::string grouped(size_t count) { return text::number(static_cast<double>(count)); }

/// "a1101 2、a1102 1、ほか 3": the first ten; the companion file has them all.
std::string listed(const std::vector<SsdseImport::Missing>& list, bool english) {
    constexpr size_t shown = 10;
    std::vector<std::string> parts;
    for (size_t i = 0; i < std::min(shown, list.size()); ++i) {
        const std::string empty = english ? "empty" : "空欄";
        parts.push_back((list[i].name.empty() ? empty : list[i].name) + " " + grouped(list[i].count));
    }
    if (list.size() > shown) parts.push_back((english ? "others " : "ほか ") + grouped(list.size() - shown));
    return join(parts, english ? ", " : "、");
}

}  // namespace

size_t SsdseImport::missing() const {
    return std::accumulate(missing_by_mark.begin(), missing_by_mark.end(), size_t{0},
                           [](size_t sum, const Missing& mark) { return sum + mark.count; });
}

Result<SsdseImport> read_ssdse(std::string_view bytes, std::string_view file) {
    const Result<Table> table = bundle::parse_csv(bytes, file);
    if (!table) return table.problems();
    return SsdseReader(*table).read();
}

std::string summary(const SsdseImport& s, bool english) {
    const bool cp932 = s.encoding == bundle::Encoding::cp932;
    const std::string rows = grouped(s.national_rows), blanks = grouped(s.blank_rows);
    const std::string skipped = grouped(s.national_rows + s.blank_rows), missing = grouped(s.missing());
    std::string areas, left_out, lacking;
    if (s.prefectures > 0)
        areas += english ? "prefectures " + grouped(s.prefectures) + ", " : grouped(s.prefectures) + " 都道府県、";
    if (s.municipalities > 0)
        areas +=
            english ? "municipalities " + grouped(s.municipalities) + ", " : grouped(s.municipalities) + " 市区町村、";
    if (s.national_rows + s.blank_rows > 0)
        left_out = english ? " (whole country " + rows + ", blank " + blanks + ")"
                           : "（全国 " + rows + "、空行 " + blanks + "）";
    if (s.missing() > 0)
        lacking = english ? " (marks: " + listed(s.missing_by_mark, english) +
                                "; items: " + listed(s.missing_by_item, english) + ")"
                          : "（記号別：" + listed(s.missing_by_mark, english) + "。項目別：" +
                                listed(s.missing_by_item, english) + "）";
    if (english)
        return s.title + ": " + areas + "items " + grouped(s.items) + ", values " + grouped(s.values) +
               "; rows left out: " + skipped + left_out + "; missing: " + missing + lacking +
               (cp932 ? "; read as cp932" : "");
    return s.title + "：" + areas + grouped(s.items) + " 項目、" + grouped(s.values) + " 値。読み飛ばし：" + skipped +
           " 行" + left_out + "。欠測：" + missing + lacking + (cp932 ? "。文字コードは cp932" : "") + "。";
}

}  // namespace atlas::tool
