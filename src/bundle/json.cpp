// JSON text → checked tree. nlohmann/json's parser is driven through its SAX interface, which neither throws nor builds
// its own tree; the iterator below lets us know how far it has read, and so the line of every value.
#include "bundle/json.h"

#define JSON_NOEXCEPTION
#define JSON_NO_IO
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "core/strings.h"

namespace atlas::bundle {

namespace {

constexpr size_t max_depth = 64;
constexpr size_t max_bytes = 64u << 20;  // no bundle comes near it; a runaway download must not eat the tab's memory

struct Progress {
    const char* begin = nullptr;
    const char* at = nullptr;  // behind the last byte that the parser took
    bool asked_beyond_end = false;
};

/// Input iterator over the bytes that reports its progress. The parser copies it, hence the shared state.
struct WatchedBytes {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char* end = nullptr;
    Progress* progress = nullptr;

    reference operator*() const { return *at; }
    WatchedBytes& operator++() {
        ++at;
        progress->at = at;
        return *this;
    }
    WatchedBytes operator++(int) {
        WatchedBytes before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const WatchedBytes& a, const WatchedBytes& b) {
        const bool same = a.at == b.at;
        if (same && a.at == a.end) a.progress->asked_beyond_end = true;
        return same;
    }
    friend bool operator!=(const WatchedBytes& a, const WatchedBytes& b) { return !(a == b); }
};

std::string line_place(size_t line) { return "line " + std::to_string(line); }

class TreeBuilder {
public:
    using string_t = std::string;

    TreeBuilder(std::string_view bytes, std::string_view file, const Progress& progress)
        : bytes_(bytes), file_(file), progress_(progress), counted_(bytes.data()) {}

    bool null() { return put(Json::Kind::null) != nullptr; }
    bool boolean(bool value) {
        put(Json::Kind::boolean)->boolean = value;
        return true;
    }
    bool number_integer(int64_t value) { return put_number(static_cast<double>(value)); }
    bool number_unsigned(uint64_t value) { return put_number(static_cast<double>(value)); }
    bool number_float(double value, const std::string&) { return put_number(value); }
    bool string(std::string& value) {
        put(Json::Kind::string)->string = std::move(value);
        return true;
    }
    template <class Binary>
    bool binary(Binary&) {
        return false;
    }  // not in JSON text
    bool key(std::string& name) {
        open_.back()->members.emplace_back(std::move(name), Json{});
        return true;
    }
    bool start_object(size_t) { return open(Json::Kind::object); }
    bool start_array(size_t) { return open(Json::Kind::array); }
    bool end_array() {
        open_.pop_back();
        return true;
    }
    bool end_object() {
        const Json& object = *open_.back();
        open_.pop_back();
        return has_unique_keys(object);
    }
    bool parse_error(size_t, const std::string&, const nlohmann::detail::exception& fault) {
        describe(fault.id == 406);
        return false;
    }

    Json root;
    Problem problem;

private:
    bool put_number(double value) {
        put(Json::Kind::number)->number = value;
        return true;
    }

    Json* put(Json::Kind kind) {
        Json* place = &root;
        if (!open_.empty()) {
            Json& parent = *open_.back();
            place = parent.is(Json::Kind::array) ? &parent.items.emplace_back() : &parent.members.back().second;
        }
        place->kind = kind;
        place->line = static_cast<uint32_t>(line());
        return place;
    }

    bool open(Json::Kind kind) {
        if (open_.size() >= max_depth) {
            fail("入れ子が 64 段を超えています", "かっこの対応を確かめてください", "nested deeper than 64 levels",
                 "check that the brackets match");
            return false;
        }
        open_.push_back(put(kind));
        return true;
    }

    bool has_unique_keys(const Json& object) {
        std::set<std::string_view> names;
        const auto twice = std::find_if(object.members.begin(), object.members.end(),
                                        [&](auto& member) { return !names.insert(member.first).second; });
        if (twice == object.members.end()) return true;
        const std::string& name = twice->first;
        fail("キー「" + name + "」が同じ { } の中に二つあります", "どちらか一方を消してください",
             "the key \"" + name + "\" stands twice in the same object", "delete one of the two");
        problem.at = line_place(twice->second.line);
        return false;
    }

    /// Line of the token that was read last. A number is known to have ended only when the byte after it was read, and
    /// that may be the line's end; it does not count.
    size_t line() {
        const char* stop = progress_.at > progress_.begin ? progress_.at - 1 : progress_.begin;
        if (stop > counted_) {
            line_ += static_cast<size_t>(std::count(counted_, stop, '\n'));
            counted_ = stop;
        }
        return line_;
    }

    void fail(std::string what, std::string remedy, std::string what_en, std::string remedy_en) {
        problem = {Severity::error,   std::string(file_), line_place(line()),  std::move(what),
                   std::move(remedy), std::move(what_en), std::move(remedy_en)};
    }

    void describe(bool overflow) {
        const size_t read = static_cast<size_t>(progress_.at - progress_.begin);
        const std::string_view rest = bytes_.substr(read > 0 ? read - 1 : 0);
        const std::string_view start = trim(bytes_.substr(0, 200));
        if (overflow)
            return fail("数値が大きすぎます", "値を確かめてください", "a number is too large", "check the value");
        if (progress_.asked_beyond_end)
            return fail("途中で切れています（" + std::to_string(bytes_.size()) + " バイトで終わっています）",
                        "ファイルを取り直すか、最後のかっこまであるか確かめてください",
                        "truncated (ends after " + std::to_string(bytes_.size()) + " bytes)",
                        "fetch the file again, or check that the closing brackets are there");
        if (start.substr(0, 1) == "<")
            return fail("JSON ではなく HTML か XML が届きました",
                        "ファイルの置き場所とサーバーの設定を確かめてください", "HTML or XML instead of JSON",
                        "check the file's address and the server's settings");
        for (const std::string_view word : {"NaN", "nan", "Inf", "inf"})
            if (rest.substr(0, 3) == word)
                return fail("数値でない値（NaN・Infinity）があります", "値が無いときはキーごと消してください",
                            "NaN or Infinity is not a JSON value", "where there is no value delete the key");
        fail("JSON として読めません（「" + excerpt(read) + "」の付近）",
             "この行と直前の行のコンマ・引用符・かっこを確かめてください", "not JSON (near \"" + excerpt(read) + "\")",
             "check commas, quotes and brackets in this line and the one before");
    }

    /// The last few characters that were read, in whole code points and without line ends.
    std::string excerpt(size_t read) const {
        size_t first = read > 24 ? read - 24 : 0;
        while (first < read && (static_cast<unsigned char>(bytes_[first]) & 0xC0) == 0x80) ++first;
        size_t last = read;
        while (last < bytes_.size() && (static_cast<unsigned char>(bytes_[last]) & 0xC0) == 0x80) ++last;
        std::string text(trim(bytes_.substr(first, last - first)));
        std::replace_if(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        return text;
    }

    std::string_view bytes_;
    std::string_view file_;
    const Progress& progress_;
    const char* counted_;
    size_t line_ = 1;
    std::vector<Json*> open_;
};

Problem invalid_utf8(std::string_view bytes, std::string_view file) {
    size_t pos = 0;
    while (pos < bytes.size()) {
        const size_t start = pos;
        if (next_code_point(bytes, pos) == U'\uFFFD' && bytes.substr(start, 3) != "\xEF\xBF\xBD") break;
    }
    const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(pos), '\n') + 1;
    return {Severity::error,
            std::string(file),
            line_place(static_cast<size_t>(lines)),
            "UTF-8 として正しくない文字があります",
            "文字コードを UTF-8 にして保存し直してください",
            "not valid UTF-8",
            "save the file as UTF-8"};
}

void write_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\', out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", byte);
            out += escape;
        } else {
            out += c;
        }
    }
    out += '"';
}

void write(std::string& out, const Json& value) {
    switch (value.kind) {
        case Json::Kind::null: out += "null"; break;
        case Json::Kind::boolean: out += value.boolean ? "true" : "false"; break;
        case Json::Kind::number: out += spell_number(value.number); break;
        case Json::Kind::string: write_string(out, value.string); break;
        case Json::Kind::array:
            out += '[';
            for (size_t i = 0; i < value.items.size(); ++i) {
                if (i > 0) out += ',';
                write(out, value.items[i]);
            }
            out += ']';
            break;
        case Json::Kind::object:
            out += '{';
            for (size_t i = 0; i < value.members.size(); ++i) {
                if (i > 0) out += ',';
                write_string(out, value.members[i].first);
                out += ':';
                write(out, value.members[i].second);
            }
            out += '}';
            break;
    }
}

}  // namespace

Json::Json() = default;

const Json* Json::find(std::string_view key) const {
    for (const auto& [name, value] : members)
        if (name == key) return &value;
    return nullptr;
}

const char* kind_name(Json::Kind kind) {
    switch (kind) {
        case Json::Kind::null: return "null";
        case Json::Kind::boolean: return "真偽値";
        case Json::Kind::number: return "数値";
        case Json::Kind::string: return "文字列";
        case Json::Kind::array: return "配列";
        case Json::Kind::object: return "オブジェクト";
    }
    return "";
}

Result<Json> parse_json(std::string_view bytes, std::string_view file) {
    if (trim(bytes).empty())
        return Problem{
            Severity::error,     std::string(file),     "", "ファイルが空です", "ファイルを取り直してください",
            "the file is empty", "fetch the file again"};
    if (bytes.size() > max_bytes)
        return Problem{Severity::error,
                       std::string(file),
                       "",
                       "ファイルが大きすぎます（" + std::to_string(bytes.size()) + " バイト）",
                       "64 MB 以下にしてください",
                       "the file is too large (" + std::to_string(bytes.size()) + " bytes)",
                       "keep it below 64 MB"};
    if (!is_valid_utf8(bytes)) return invalid_utf8(bytes, file);

    Progress progress{bytes.data(), bytes.data(), false};
    const char* end = bytes.data() + bytes.size();
    TreeBuilder builder(bytes, file, progress);
    const bool good = nlohmann::json::sax_parse(WatchedBytes{bytes.data(), end, &progress},
                                                WatchedBytes{end, end, &progress}, &builder);
    if (!good) return std::move(builder.problem);
    return std::move(builder.root);
}

std::string pointer_to(std::string at, std::string_view key) {
    at += '/';
    for (const char c : key) {
        if (c == '~')
            at += "~0";
        else if (c == '/')
            at += "~1";
        else
            at += c;
    }
    return at;
}

std::string spell_number(double value) {
    if (!std::isfinite(value)) return "null";
    // Floating to_chars is not in every libc++ we build with; 17 digits always suffice, and mostly 15 do.
    char text[40];
    for (const int digits : {15, 16, 17}) {
        std::snprintf(text, sizeof text, "%.*g", digits, value);
        double back = 0;
        if (parse_double(text, back) && back == value) break;
    }
    return text;
}

std::string write_json(const Json& value) {
    std::string out;
    write(out, value);
    return out;
}

}  // namespace atlas::bundle
