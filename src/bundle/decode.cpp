#include "bundle/decode.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "core/strings.h"

namespace atlas::bundle {

namespace {

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 80 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

bool is_digits(std::string_view text, size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    });
}

std::string plain(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

std::string spelled(const Json& value) {
    switch (value.kind) {
        case Json::Kind::string: return quoted(value.string);
        case Json::Kind::number: return plain(value.number);
        case Json::Kind::boolean: return value.boolean ? "true" : "false";
        default: return kind_name(value.kind);
    }
}

const char* kind_name_en(Json::Kind kind) {
    switch (kind) {
        case Json::Kind::null: return "null";
        case Json::Kind::boolean: return "true or false";
        case Json::Kind::number: return "a number";
        case Json::Kind::string: return "a text";
        case Json::Kind::array: return "an array";
        case Json::Kind::object: return "an object";
    }
    return "";
}

Words wrong_kind(const Json& value, Json::Kind expected) {
    const bool has_parts = value.is(Json::Kind::array) || value.is(Json::Kind::object);
    const std::string value_en = has_parts ? kind_name_en(value.kind) : spelled(value);
    Words words{spelled(value) + " は" + kind_name(expected) + "ではありません",
                std::string(kind_name(expected)) + "を書いてください", value_en + " is not " + kind_name_en(expected),
                std::string("write ") + kind_name_en(expected)};
    if (value.is(Json::Kind::null)) {
        words.remedy = "値が無いときはキーごと消してください";
        words.remedy_en = "where there is no value delete the key";
    } else if (value.is(Json::Kind::string) && expected == Json::Kind::number) {
        words.remedy = "引用符を外し、半角の数字で書いてください";
        words.remedy_en = "write it without quotes, in ASCII digits";
    }
    return words;
}

Words bad_id(std::string_view id) {
    return {quoted(id) + " は id に使えません", "半角の英小文字・数字・ハイフンだけで、80文字以内にしてください",
            quoted(id) + " cannot be an id", "use lower-case ASCII letters, digits and hyphens, at most 80"};
}

Words bad_code(std::string_view code, size_t digits) {
    const std::string count = std::to_string(digits);
    Words words{quoted(code) + " は " + count + " 桁のコードではありません", count + " 桁の数字で書いてください",
                quoted(code) + " is not a code of " + count + " digits", "write " + count + " digits"};
    if (is_digits(code, digits - 1)) {
        words.remedy =
            "先頭の 0 が消えています。「0" + std::string(code) + "」とし、表計算ソフトではセルを文字列にしてください";
        words.remedy_en = "the leading 0 was lost: write 0" + std::string(code) + " and format the cells as text";
    }
    return words;
}

Words out_of_range(const std::string& value, double min, double max) {
    return {value + " は範囲の外です", plain(min) + " から " + plain(max) + " までの値にしてください",
            value + " is out of range", "write a value from " + plain(min) + " to " + plain(max)};
}

Words not_allowed(std::string_view value, const std::vector<std::string_view>& allowed) {
    std::vector<std::string> words(allowed.begin(), allowed.end());
    const std::string_view near = nearest(value, allowed);
    const std::string hint = near.empty() ? "" : "「" + std::string(near) + "」ではありませんか。";
    const std::string hint_en = near.empty() ? "" : "did you mean \"" + std::string(near) + "\"? ";
    return {quoted(value) + " は使えません", hint + join(words, "・") + " のいずれかにしてください",
            quoted(value) + " is not allowed", hint_en + "use one of \"" + join(words, "\", \"") + "\""};
}

size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

void Report::add(Severity severity, std::string at, Words words) {
    problems_.push_back({severity, file_, std::move(at), std::move(words.what), std::move(words.remedy),
                         std::move(words.what_en), std::move(words.remedy_en)});
}

bool Report::has_errors() const { return bundle::has_errors(problems_); }

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(), [](auto& p) { return p.severity == Severity::error; });
}

std::string quoted(std::string_view value) {
    constexpr size_t longest = 40;
    size_t pos = 0, count = 0;
    while (pos < value.size() && count < longest) next_code_point(value, pos), ++count;
    return "「" + std::string(value.substr(0, pos)) + (pos < value.size() ? "…" : "") + "」";
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    size_t least = std::max<size_t>(2, word.size() / 3) + 1;
    if (word.size() > 80) return best;
    for (const std::string_view candidate : candidates) {
        const size_t distance = edit_distance(word, candidate);
        if (distance < least && distance < candidate.size()) least = distance, best = candidate;
    }
    return best;
}

ObjectReader::ObjectReader(const Json& root, Report& report)
    : json_(root), report_(report), is_object_(root.is(Json::Kind::object)) {
    if (!is_object_) report_.error("", wrong_kind(root, Json::Kind::object));
}

ObjectReader::ObjectReader(const Json& json, const ObjectReader& parent, std::string_view key,
                           std::optional<size_t> index)
    : json_(json),
      parent_(&parent),
      key_(key),
      index_(index),
      report_(parent.report_),
      is_object_(json.is(Json::Kind::object)) {
    if (!is_object_) add(Severity::error, pointer(), json.line, wrong_kind(json, Json::Kind::object));
}

ObjectReader::~ObjectReader() {
    if (is_object_) warn_of_unknown_keys();
}

void ObjectReader::warn_of_unknown_keys() {
    for (const auto& [key, value] : json_.members) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        const std::string_view near = nearest(key, asked_);
        Words words{"知らないキー " + quoted(key) + " があります（読み飛ばしました）", "消すか、綴りを確かめてください",
                    "unknown key " + quoted(key) + " (skipped)", "delete it or check its spelling"};
        if (!near.empty()) {
            words.remedy = "「" + std::string(near) + "」ではありませんか";
            words.remedy_en = "did you mean \"" + std::string(near) + "\"?";
        }
        add(Severity::warning, pointer(key), value.line, std::move(words));
    }
}

std::string ObjectReader::pointer() const {
    if (!parent_) return "";
    return parent_->pointer(key_) + (index_ ? "/" + std::to_string(*index_) : "");
}

std::string ObjectReader::pointer(std::string_view key) const { return pointer_to(pointer(), key); }

void ObjectReader::add(Severity severity, const std::string& at, uint32_t line, Words words) {
    // In a bundle everything stands on line 1; in a source the line is what an editor jumps to.
    if (line > 1) {
        words.what += "（" + std::to_string(line) + "行目）";
        words.what_en += " (line " + std::to_string(line) + ")";
    }
    report_.add(severity, at, std::move(words));
}

void ObjectReader::error(std::string_view key, Words words) {
    const Json* value = json_.find(key);
    add(Severity::error, pointer(key), value ? value->line : json_.line, std::move(words));
}

void ObjectReader::warning(std::string_view key, Words words) {
    const Json* value = json_.find(key);
    add(Severity::warning, pointer(key), value ? value->line : json_.line, std::move(words));
}

const Json* ObjectReader::raw(std::string_view key, Need need) {
    asked_.push_back(key);
    const Json* value = json_.find(key);
    if (!value && need == Need::required && is_object_)
        error(key,
              {"必要な項目「" + std::string(key) + "」がありません", "「" + std::string(key) + "」を書き足してください",
               "the member \"" + std::string(key) + "\" is missing", "add \"" + std::string(key) + "\""});
    return value;
}

const Json* ObjectReader::take(std::string_view key, Json::Kind kind, Need need) {
    const Json* value = raw(key, need);
    if (!value || value->is(kind)) return value;
    error(key, wrong_kind(*value, kind));
    return nullptr;
}

const Json* ObjectReader::array(std::string_view key, Need need) { return take(key, Json::Kind::array, need); }

bool ObjectReader::check_text(const std::string& at, const Json& value, size_t max_bytes, bool may_be_empty) {
    const std::string& text = value.string;
    if (text.size() > max_bytes) {
        const std::string size = std::to_string(text.size()), limit = std::to_string(max_bytes);
        add(Severity::error, at, value.line,
            {"文字列が長すぎます（" + size + " バイト、" + quoted(text) + "）", limit + " バイト以内にしてください",
             "the text is too long (" + size + " bytes)", "keep it within " + limit + " bytes"});
        return false;
    }
    if (has_control(text)) {
        add(Severity::error, at, value.line,
            {"制御文字が含まれています " + quoted(text), "見えない文字を消してください",
             "the text holds control characters", "delete the invisible characters"});
        return false;
    }
    if (text.empty() && !may_be_empty) {
        add(Severity::error, at, value.line,
            {"空の文字列です", "内容を書いてください", "the text is empty", "write its content"});
        return false;
    }
    return true;
}

std::string ObjectReader::text(std::string_view key, Need need, size_t max_bytes) {
    const Json* value = take(key, Json::Kind::string, need);
    if (!value || !check_text(pointer(key), *value, max_bytes, need == Need::optional)) return "";
    return value->string;
}

std::vector<std::string> ObjectReader::list_of(std::string_view key, Need need, size_t digits, bool ids) {
    std::vector<std::string> out;
    const Json* list = array(key, need);
    for (size_t i = 0; list && i < list->items.size(); ++i) {
        const Json& item = list->items[i];
        const std::string at = pointer(key) + "/" + std::to_string(i);
        std::string text;
        if (!item.is(Json::Kind::string))
            add(Severity::error, at, item.line, wrong_kind(item, Json::Kind::string));
        else if (digits > 0 && !is_digits(item.string, digits))
            add(Severity::error, at, item.line, bad_code(item.string, digits));
        else if (ids && !is_id(item.string))
            add(Severity::error, at, item.line, bad_id(item.string));
        else if (check_text(at, item, max_text_bytes, false))
            text = item.string;
        out.push_back(std::move(text));
    }
    return out;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) { return list_of(key, need, 0, false); }
std::vector<std::string> ObjectReader::ids(std::string_view key, Need need) { return list_of(key, need, 0, true); }
std::vector<std::string> ObjectReader::codes(std::string_view key, size_t digits, Need need) {
    return list_of(key, need, digits, false);
}

std::string ObjectReader::id(std::string_view key, Need need) {
    const Json* value = take(key, Json::Kind::string, need);
    if (!value) return "";
    if (is_id(value->string)) return value->string;
    error(key, bad_id(value->string));
    return "";
}

int ObjectReader::integer(std::string_view key, int min, int max, Need need) {
    const Json* value = take(key, Json::Kind::number, need);
    if (!value) return 0;
    if (value->number >= min && value->number <= max) {
        const int whole = static_cast<int>(value->number);
        if (static_cast<double>(whole) == value->number) return whole;
        error(key, {plain(value->number) + " は整数ではありません", "整数にしてください",
                    plain(value->number) + " is not an integer", "write an integer"});
    } else {
        error(key, out_of_range(plain(value->number), min, max));
    }
    return 0;
}

std::vector<int> ObjectReader::integers(std::string_view key, int min, int max, Need need) {
    std::vector<int> out;
    const Json* list = array(key, need);
    for (size_t i = 0; list && i < list->items.size(); ++i) {
        const Json& item = list->items[i];
        const std::string at = pointer(key) + "/" + std::to_string(i);
        if (!item.is(Json::Kind::number))
            add(Severity::error, at, item.line, wrong_kind(item, Json::Kind::number));
        else if (item.number < min || item.number > max || item.number != std::floor(item.number))
            add(Severity::error, at, item.line, out_of_range(plain(item.number), min, max));
        else
            out.push_back(static_cast<int>(item.number));
    }
    return out;
}

std::optional<double> ObjectReader::number(std::string_view key, Need need) {
    const Json* value = take(key, Json::Kind::number, need);
    if (!value) return {};
    return value->number;
}

bool ObjectReader::flag(std::string_view key) {
    const Json* value = take(key, Json::Kind::boolean, Need::optional);
    return value && value->boolean;
}

int ObjectReader::choice(std::string_view key, std::initializer_list<std::string_view> allowed, Need need) {
    const Json* value = take(key, Json::Kind::string, need);
    if (!value) return -1;
    const auto found = std::find(allowed.begin(), allowed.end(), value->string);
    if (found != allowed.end()) return static_cast<int>(found - allowed.begin());
    error(key, not_allowed(value->string, allowed));
    return -1;
}

std::string_view RowReader::cell(std::string_view column) const {
    const size_t index = table_.column(column);
    const auto& cells = table_.rows[row_].cells;
    return index < cells.size() ? trim(cells[index]) : std::string_view{};
}

void RowReader::error(std::string_view column, Words words) {
    words.what = "列「" + std::string(column) + "」：" + words.what;
    words.what_en = "column \"" + std::string(column) + "\": " + words.what_en;
    report_.error(at(), std::move(words));
}

bool RowReader::missing(std::string_view column, Need need) {
    if (!blank(column)) return false;
    if (need == Need::required) error(column, {"値がありません", "値を書いてください", "no value", "write a value"});
    return true;
}

std::string RowReader::text(std::string_view column, Need need) {
    if (missing(column, need)) return "";
    const std::string_view value = cell(column);
    if (value.size() > max_text_bytes) {
        const std::string size = std::to_string(value.size()), limit = std::to_string(max_text_bytes);
        error(column, {"文字列が長すぎます（" + size + " バイト）", limit + " バイト以内にしてください",
                       "the text is too long (" + size + " bytes)", "keep it within " + limit + " bytes"});
        return "";
    }
    if (has_control(value)) {
        error(column, {"制御文字が含まれています " + quoted(value), "見えない文字を消してください",
                       "the text holds control characters", "delete the invisible characters"});
        return "";
    }
    return std::string(value);
}

std::string RowReader::id(std::string_view column, Need need) {
    if (missing(column, need)) return "";
    if (is_id(cell(column))) return std::string(cell(column));
    error(column, bad_id(cell(column)));
    return "";
}

std::string RowReader::code(std::string_view column, size_t digits, Need need) {
    if (missing(column, need)) return "";
    std::string code = fold_digits(cell(column));
    if (is_digits(code, digits)) return code;
    error(column, bad_code(cell(column), digits));
    return "";
}

int RowReader::integer(std::string_view column, int min, int max, Need need) {
    if (missing(column, need)) return 0;
    int value = 0;
    if (!parse_int(fold_digits(cell(column)), value)) {
        error(column, {quoted(cell(column)) + " は整数ではありません", "半角の整数で書いてください",
                       quoted(cell(column)) + " is not an integer", "write an integer"});
        return 0;
    }
    if (value >= min && value <= max) return value;
    error(column, out_of_range(std::to_string(value), min, max));
    return 0;
}

std::optional<double> RowReader::number(std::string_view column, double min, double max, Need need) {
    if (missing(column, need)) return {};
    double value = 0;
    if (!parse_double(fold_digits(cell(column)), value)) {
        error(column, {quoted(cell(column)) + " は数値ではありません",
                       "半角の数字で、単位や桁区切りのコンマを付けずに書いてください（値が無いときは行ごと消します）",
                       quoted(cell(column)) + " is not a number",
                       "write digits without unit or thousands separators (delete the row where there is no value)"});
        return {};
    }
    if (value >= min && value <= max) return value;
    error(column, out_of_range(plain(value), min, max));
    return {};
}

int RowReader::choice(std::string_view column, std::initializer_list<std::string_view> allowed) {
    if (missing(column, Need::required)) return -1;
    const auto found = std::find(allowed.begin(), allowed.end(), cell(column));
    if (found != allowed.end()) return static_cast<int>(found - allowed.begin());
    error(column, not_allowed(cell(column), allowed));
    return -1;
}

bool check_columns(const Table& table, std::initializer_list<std::string_view> columns, Report& report) {
    bool complete = true;
    const std::string at = table.pointer.empty() ? "line 1" : table.pointer;
    for (const std::string_view name : columns) {
        if (table.column(name) < table.columns.size()) continue;
        complete = false;
        report.error(at, {"列「" + std::string(name) + "」がありません",
                          "一行目に「" + std::string(name) + "」の列を足してください",
                          "the column \"" + std::string(name) + "\" is missing", "add it to the first line"});
    }
    for (const std::string& name : table.columns) {
        if (std::find(columns.begin(), columns.end(), name) != columns.end()) continue;
        const std::string_view near = nearest(name, columns);
        const std::string hint =
            near.empty() ? "消すか、綴りを確かめてください" : "「" + std::string(near) + "」ではありませんか";
        const std::string hint_en =
            near.empty() ? "delete it or check its spelling" : "did you mean \"" + std::string(near) + "\"?";
        report.warning(at, {"知らない列 " + quoted(name) + " があります（読み飛ばしました）", hint,
                            "unknown column " + quoted(name) + " (skipped)", hint_en});
    }
    return complete;
}

Words duplicate_id(std::string_view id) {
    return {"id " + quoted(id) + " が二度使われています", "どちらかを別の id にするか、重複した行を消してください",
            "the id " + quoted(id) + " stands twice", "rename one of them or delete the duplicate"};
}

}  // namespace atlas::bundle
