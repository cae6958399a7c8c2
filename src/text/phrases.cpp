#include "text/phrases.h"

#include <cstdint>
#include <memory>
#include <vector>

#include "core/strings.h"

namespace atlas::text {
namespace {

constexpr std::string_view mark = "phrases 1";
constexpr size_t groups = 13;
constexpr int before = 3;  // characters before the possible beginning

/// One group of scores looks at `length` characters from `first` on, counted from the possible beginning.
struct Group {
    int first = 0, length = 0;
};

/// A hash table with open addressing, for keys above 0; what is not in it is 0.
template <class Value, size_t slots>
class Table {
public:
    Value at(uint64_t key) const {
        for (size_t i = slot_of(key); table_[i].key != 0; i = (i + 1) % slots)
            if (table_[i].key == key) return table_[i].value;
        return 0;
    }
    /// False when it is more than half full.
    bool add(uint64_t key, Value value) {
        if (2 * ++used_ > slots) return false;
        size_t i = slot_of(key);
        while (table_[i].key != 0) i = (i + 1) % slots;
        table_[i] = {key, value};
        return true;
    }

private:
    struct Slot {
        uint64_t key = 0;
        Value value = 0;
    };
    static size_t slot_of(uint64_t key) { return static_cast<size_t>((key * 0x9E3779B97F4A7C15ull) >> 32) % slots; }

    std::vector<Slot> table_ = std::vector<Slot>(slots);
    size_t used_ = 0;
};

/// Scores of one character in an array by its number, of two and three in a table that is only asked where the model knows each of them: most
/// kanji it does not.
class Model {
public:
    static std::unique_ptr<Model> read(std::string_view bytes) {
        const std::vector<std::string> lines = split(bytes, '\n');
        if (lines.size() != 2 + 3 * groups || lines[0] != mark) return nullptr;
        auto model = std::make_unique<Model>();
        for (size_t group = 0; group < groups; ++group)
            if (!model->read_group(group, &lines[1 + 3 * group])) return nullptr;
        return model;
    }

    uint16_t letter(char32_t code_point) const { return letters_.at(code_point); }

    bool begins_phrase(const uint16_t (&around)[6]) const {
        int doubled = -total_;
        for (size_t group = 0; group < groups; ++group) {
            const Group& one = groups_[group];
            const uint16_t* text = around + before + one.first;
            if (one.length == 1)
                doubled += 2 * single_[group][*text];
            else if (text[0] && text[1] && (one.length == 2 || text[2]))
                doubled += 2 * several_.at(key_of(group, text, one.length));
        }
        return doubled > 0;
    }

private:
    static constexpr size_t most_letters = 1024;  // the model knows 480

    static uint64_t key_of(size_t group, const uint16_t* text, int length) {
        uint64_t key = group + 1;
        for (int i = 0; i < length; ++i) key = key << 10 | text[i];
        return key;
    }

    /// Three lines: "first length count", the keys without anything between them, the scores.
    bool read_group(size_t group, const std::string* lines) {
        const std::vector<std::string> head = split(lines[0], ' '), scores = split(lines[2], ' ');
        Group& out = groups_[group];
        int count = 0;
        if (head.size() != 3 || !parse_int(head[0], out.first) || !parse_int(head[1], out.length) ||
            !parse_int(head[2], count))
            return false;
        const bool in_window =
            out.first >= -before && out.length >= 1 && out.length <= 3 && out.first + out.length <= 3;
        if (!in_window || count < 1 || scores.size() != static_cast<size_t>(count)) return false;
        if (out.length == 1) single_[group].assign(most_letters, 0);
        size_t at = 0;
        for (const std::string& text : scores) {
            uint16_t key[3] = {};
            for (int i = 0; i < out.length; ++i) {
                if (at >= lines[1].size()) return false;
                key[i] = number_of(next_code_point(lines[1], at));
                if (key[i] == 0) return false;
            }
            int score = 0;
            if (!parse_int(text, score)) return false;
            total_ += score;
            if (out.length == 1)
                single_[group][key[0]] = score;
            else if (!several_.add(key_of(group, key, out.length), score))
                return false;
        }
        return at == lines[1].size();
    }

    /// A number of its own for each character; 0 when there are too many.
    uint16_t number_of(char32_t code_point) {
        if (const uint16_t known = letters_.at(code_point)) return known;
        const auto number = static_cast<uint16_t>(++letter_count_);
        return code_point != 0 && number < most_letters && letters_.add(code_point, number) ? number : uint16_t{0};
    }

    Group groups_[groups];
    Table<uint16_t, 2 * most_letters> letters_;
    std::vector<int> single_[groups];  ///< by letter, for groups of one character
    Table<int, 4096> several_;
    int total_ = 0, letter_count_ = 0;
};

std::unique_ptr<Model>& model() {
    static std::unique_ptr<Model> kept;
    return kept;
}

}  // namespace

bool use_phrases(std::string_view bytes) {
    std::unique_ptr<Model> read = Model::read(bytes);
    if (!read && !bytes.empty()) return false;
    model() = std::move(read);
    return true;
}

bool has_phrases() { return model() != nullptr; }

uint16_t phrase_letter(char32_t code_point) { return has_phrases() ? model()->letter(code_point) : uint16_t{0}; }

bool begins_phrase(const uint16_t (&around)[6]) { return has_phrases() && model()->begins_phrase(around); }

}  // namespace atlas::text
