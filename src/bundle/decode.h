// From a JSON tree or a CSV table to typed fields, gathering every fault instead of stopping at the first: each names the
// place (JSON pointer or line), the value, what is expected and how to mend it, in Japanese and English.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/csv.h"
#include "bundle/json.h"
#include "core/result.h"

namespace atlas::bundle {

/// Longest text that a field may hold, in bytes; the longest official text is a tenth of it.
inline constexpr size_t max_text_bytes = 20'000;

struct Words {
    std::string what, remedy, what_en, remedy_en;
};

/// The faults of one file.
class Report {
public:
    explicit Report(std::string_view file) : file_(file) {}
    void add(Severity severity, std::string at, Words words);
    void error(std::string at, Words words) { add(Severity::error, std::move(at), std::move(words)); }
    void warning(std::string at, Words words) { add(Severity::warning, std::move(at), std::move(words)); }
    void add(const Problems& problems) { problems_.insert(problems_.end(), problems.begin(), problems.end()); }

    bool has_errors() const;
    const std::string& file() const { return file_; }
    const Problems& problems() const { return problems_; }

private:
    std::string file_;
    Problems problems_;
};

bool has_errors(const Problems& problems);

/// 「value」 cut to a length that a message can bear.
std::string quoted(std::string_view value);

/// The candidate that a typing error could have come from (edit distance at most a third of its length), or "".
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

enum class Need { required, optional };

/// Reads the members of one object. A getter whose member is absent, of another type or out of range reports that and
/// returns the type's empty value. When the reader ends its life it warns about members that nobody asked for.
class ObjectReader {
public:
    ObjectReader(const Json& root, Report& report);
    ObjectReader(const Json& json, const ObjectReader& parent, std::string_view key, std::optional<size_t> index = {});
    ~ObjectReader();
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    bool has(std::string_view key) const { return json_.find(key) != nullptr; }
    /// Not empty when required; no control characters but \n and \t.
    std::string text(std::string_view key, Need need = Need::required, size_t max_bytes = max_text_bytes);
    std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
    /// Lower-case ASCII letters, digits, '-', '_' and '.', at most 80.
    std::string id(std::string_view key, Need need = Need::required);
    std::vector<std::string> ids(std::string_view key, Need need = Need::optional);
    /// Exactly `digits` decimal digits, as a string (leading zeros count).
    std::vector<std::string> codes(std::string_view key, size_t digits, Need need = Need::optional);
    /// 0 when absent.
    int integer(std::string_view key, int min, int max, Need need = Need::optional);
    std::optional<double> number(std::string_view key, Need need = Need::optional);
    /// Whole numbers from `min` to `max`; a faulty one is reported and left out.
    std::vector<int> integers(std::string_view key, int min, int max, Need need = Need::optional);
    bool flag(std::string_view key);
    /// Index of the member's text in `allowed`, or -1.
    int choice(std::string_view key, std::initializer_list<std::string_view> allowed, Need need = Need::required);
    /// The member as it stands, whatever its kind; nullptr when absent.
    const Json* raw(std::string_view key, Need need = Need::optional);
    const Json* array(std::string_view key, Need need = Need::required);

    /// Calls `read(ObjectReader&)` for each element of an array of objects, for faulty elements too (they read as empty),
    /// so that the index in the result stays that of the file.
    template <class F>
    void each(std::string_view key, Need need, F&& read) {
        const Json* list = array(key, need);
        for (size_t i = 0; list && i < list->items.size(); ++i) {
            ObjectReader item(list->items[i], *this, key, i);
            read(item);
        }
    }
    /// Calls `read(ObjectReader&)` when the member is there.
    template <class F>
    void child(std::string_view key, Need need, F&& read) {
        const Json* member = take(key, Json::Kind::object, need);
        if (!member) return;
        ObjectReader inner(*member, *this, key);
        read(inner);
    }

    std::string pointer() const;
    std::string pointer(std::string_view key) const;  ///< of a member; ~ and / escaped (RFC 6901)
    uint32_t line() const { return json_.line; }
    Report& report() { return report_; }
    void error(std::string_view key, Words words);
    void warning(std::string_view key, Words words);

private:
    const Json* take(std::string_view key, Json::Kind kind, Need need);
    std::vector<std::string> list_of(std::string_view key, Need need, size_t digits, bool ids);
    bool check_text(const std::string& at, const Json& value, size_t max_bytes, bool may_be_empty);
    void add(Severity severity, const std::string& at, uint32_t line, Words words);
    void warn_of_unknown_keys();

    const Json& json_;
    const ObjectReader* parent_ = nullptr;
    std::string_view key_;
    std::optional<size_t> index_;
    Report& report_;
    bool is_object_;
    std::vector<std::string_view> asked_;
};

/// Reads the cells of one row, by column name. Full-width digits are taken as digits.
class RowReader {
public:
    RowReader(const Table& table, size_t row, Report& report) : table_(table), row_(row), report_(report) {}

    bool blank(std::string_view column) const { return cell(column).empty(); }
    std::string text(std::string_view column, Need need = Need::optional);
    std::string id(std::string_view column, Need need = Need::required);
    /// Exactly `digits` digits; names the spreadsheet's habit of dropping leading zeros.
    std::string code(std::string_view column, size_t digits, Need need = Need::required);
    int integer(std::string_view column, int min, int max, Need need = Need::required);
    std::optional<double> number(std::string_view column, double min, double max, Need need = Need::required);
    int choice(std::string_view column, std::initializer_list<std::string_view> allowed);

    std::string at() const { return table_.place(row_); }
    void error(std::string_view column, Words words);

private:
    std::string_view cell(std::string_view column) const;
    bool missing(std::string_view column, Need need);

    const Table& table_;
    size_t row_;
    Report& report_;
};

/// Reports what `table` lacks of `columns`, and which of its columns are unknown; false when one is lacking.
bool check_columns(const Table& table, std::initializer_list<std::string_view> columns, Report& report);

/// Words for an id that stands twice.
Words duplicate_id(std::string_view id);

}  // namespace atlas::bundle
