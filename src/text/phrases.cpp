#include "text/phrases.h"

#include <cstdint>
#include <memory>
#include <vector>

#include "core/strings.h"

namespace atlas::text {
namespace {

constexpr std::string_view mark = "phrases 1";
constexpr int groups = 13, before = 3;  // characters before the possible beginning

/// One group of scores looks at `length` characters from `first` on, counted from the possible beginning.
struct Group {
    int first = 0, length = 0;
};

/// Scores of one to three characters in one hash table with open addressing: thirteen questions a character.
class Model {
public:
    static std::unique_ptr<Model> read(std::string_view bytes) {
        const std::vector<std::string> lines = split(bytes, '\n');
        if (lines.size() != 2 + 3 * groups || lines[0] != mark) return nullptr;
        auto model = std::make_unique<Model>();
        for (int group = 0; group < groups; ++group)
            if (!model->read_group(group, &lines[static_cast<size_t>(1 + 3 * group)])) return nullptr;
        return model;
    }

    bool begins_phrase(const char32_t (&around)[6]) const {
        int doubled = -total_;
        for (int group = 0; group < groups; ++group) {
            const Group& one = groups_[group];
            doubled += 2 * score_of(key_of(group, around + before + one.first, one.length));
        }
        return doubled > 0;
    }

private:
    struct Slot {
        uint64_t key = 0;
        int score = 0;
    };
    static constexpr size_t slots = 4096;  // the model has 1,630 entries

    static uint64_t key_of(int group, const char32_t* text, int length) {
        // Exact for the characters that the model knows; beyond U+FFFFF bits would meet, and nobody writes there.
        uint64_t key = 0;
        for (int i = 0; i < length; ++i) key = key << 20 ^ text[i];
        return key << 4 | static_cast<uint64_t>(group + 1);
    }
    static size_t slot_of(uint64_t key) { return static_cast<size_t>(key * 0x9E3779B97F4A7C15ull >> 52); }

    int score_of(uint64_t key) const {
        for (size_t at = slot_of(key); table_[at].key != 0; at = (at + 1) % slots)
            if (table_[at].key == key) return table_[at].score;
        return 0;
    }

    /// Three lines: "first length count", the keys without anything between them, the scores.
    bool read_group(int group, const std::string* lines) {
        const std::vector<std::string> head = split(lines[0], ' '), scores = split(lines[2], ' ');
        Group& out = groups_[group];
        int count = 0;
        if (head.size() != 3 || !parse_int(head[0], out.first) || !parse_int(head[1], out.length) ||
            !parse_int(head[2], count))
            return false;
        const bool in_window =
            out.first >= -before && out.length >= 1 && out.length <= 3 && out.first + out.length <= 3;
        if (!in_window || count < 1 || used_ + static_cast<size_t>(count) > slots / 2 ||
            scores.size() != static_cast<size_t>(count))
            return false;
        size_t at = 0;
        for (const std::string& text : scores) {
            char32_t key[3] = {};
            for (int i = 0; i < out.length; ++i) {
                if (at >= lines[1].size()) return false;
                key[i] = next_code_point(lines[1], at);
            }
            int score = 0;
            if (!parse_int(text, score)) return false;
            add(key_of(group, key, out.length), score);
        }
        return at == lines[1].size();
    }

    void add(uint64_t key, int score) {
        size_t at = slot_of(key);
        while (table_[at].key != 0) at = (at + 1) % slots;
        table_[at] = {key, score};
        total_ += score, ++used_;
    }

    Group groups_[groups];
    std::vector<Slot> table_ = std::vector<Slot>(slots);
    int total_ = 0;
    size_t used_ = 0;
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

bool begins_phrase(const char32_t (&around)[6]) { return has_phrases() && model()->begins_phrase(around); }

}  // namespace atlas::text
