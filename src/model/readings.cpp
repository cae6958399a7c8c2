#include "model/readings.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "core/strings.h"
#include "model/search.h"

namespace atlas::model {

namespace {

constexpr std::string_view mark = "readings 1";

struct Reading {
    std::string written, kana, latin;  ///< the latter two as search keys
};

class Readings {
public:
    static std::unique_ptr<Readings> read(std::string_view bytes) {
        std::vector<std::string> lines = split(bytes, '\n');
        if (lines.empty() || lines.front() != mark || !lines.back().empty()) return nullptr;
        auto readings = std::make_unique<Readings>();
        for (size_t i = 1; i + 1 < lines.size(); ++i)
            if (!readings->add(lines[i])) return nullptr;
        readings->sort();
        return readings;
    }

    /// The longest word at the beginning of `text`; nullptr for none.
    const Reading* at_beginning(std::string_view text, char32_t first) const {
        const auto found = by_first_.find(first);
        if (found == by_first_.end()) return nullptr;
        for (const size_t index : found->second)
            if (text.compare(0, all_[index].written.size(), all_[index].written) == 0) return &all_[index];
        return nullptr;
    }
    const std::vector<Reading>& all() const { return all_; }

private:
    bool add(const std::string& line) {
        const size_t tab = line.find('\t');
        if (tab == std::string::npos || tab == 0 || tab + 1 == line.size()) return false;
        size_t behind = 0;
        const char32_t first = next_code_point(line, behind);
        // The commonest reading stands first: it is the one that reading_of takes.
        for (const std::string& kana : split(std::string_view(line).substr(tab + 1), ' ')) {
            by_first_[first].push_back(all_.size());
            all_.push_back({line.substr(0, tab), search_key(kana), search_key(latin_of(kana))});
        }
        return true;
    }
    void sort() {
        for (auto& [first, indices] : by_first_)
            std::stable_sort(indices.begin(), indices.end(),
                             [this](size_t a, size_t b) { return all_[a].written.size() > all_[b].written.size(); });
    }

    std::vector<Reading> all_;
    std::unordered_map<char32_t, std::vector<size_t>> by_first_;
};

std::unique_ptr<Readings>& readings() {
    static std::unique_ptr<Readings> kept;
    return kept;
}

bool is_hiragana(char32_t cp) { return cp >= U'ぁ' && cp <= U'ゖ'; }

/// Consonant and vowel of each hiragana from ぁ on, in Hepburn's spelling; small ya, yu, yo are joined by latin_of.
constexpr std::string_view syllables[] = {
    "a",  "a",  "i",  "i",  "u",   "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku",  "gu", "ke", "ge",
    "ko", "go", "sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "chi", "ji", "",   "tsu",
    "zu", "te", "de", "to", "do",  "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi",  "pi", "fu", "bu",
    "pu", "he", "be", "pe", "ho",  "bo", "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu",  "yu", "yo", "yo",
    "ra", "ri", "ru", "re", "ro",  "wa", "wa", "i",  "e",  "o",  "n",  "vu", "ka", "ke"};

bool begins_with(const std::string& text, std::string_view part) { return text.compare(0, part.size(), part) == 0; }

}  // namespace

bool use_readings(std::string_view bytes) {
    std::unique_ptr<Readings> read = Readings::read(bytes);
    if (!read && !bytes.empty()) return false;
    readings() = std::move(read);
    return true;
}

std::string reading_of(std::string_view text) {
    const Readings* known = readings().get();
    if (!known) return {};
    std::string out;
    bool any = false;
    for (size_t at = 0; at < text.size();) {
        size_t behind = at;
        const char32_t cp = next_code_point(text, behind);
        if (const Reading* word = known->at_beginning(text.substr(at), cp)) {
            out += word->kana;
            at += word->written.size();
            any = true;
            continue;
        }
        out += search_key(text.substr(at, behind - at));
        at = behind;
    }
    return any ? out : std::string();
}

std::string latin_of(std::string_view kana) {
    std::string out;
    bool doubled = false;  // after っ
    for (size_t at = 0; at < kana.size();) {
        const char32_t cp = next_code_point(kana, at);
        if (cp == U'っ') {
            doubled = true;
            continue;
        }
        if (!is_hiragana(cp)) {
            if (cp == U'ー' && !out.empty())
                out += out.back();
            else
                append_utf8(out, cp);
            continue;
        }
        std::string_view syllable = syllables[cp - U'ぁ'];
        const bool small_y = cp == U'ゃ' || cp == U'ゅ' || cp == U'ょ';
        if (small_y && !out.empty() && out.back() == 'i') {
            // きゃ → kya, しゃ → sha, じゃ → ja
            out.pop_back();
            const bool swallows_y = !out.empty() && (out.back() == 'h' || out.back() == 'j');
            out += swallows_y ? syllable.substr(1) : syllable;
            continue;
        }
        // っち → tchi, っか → kka
        if (std::exchange(doubled, false) && !syllable.empty()) out += syllable.front() == 'c' ? 't' : syllable.front();
        out += syllable;
    }
    return out;
}

std::vector<std::string> written_forms(std::string_view key) {
    constexpr size_t kana_bytes = 3;
    const bool is_latin = !key.empty() && static_cast<unsigned char>(key.front()) < 0x80;
    const bool begins_enough = key.size() >= (is_latin ? 5 : 3 * kana_bytes);
    std::vector<std::string> forms;
    if (!readings() || key.empty()) return forms;
    for (const Reading& reading : readings()->all()) {
        const std::string& read = is_latin ? reading.latin : reading.kana;
        if (begins_with(read, key) && (begins_enough || read.size() == key.size()))
            forms.push_back(search_key(reading.written));
    }
    return forms;
}

}  // namespace atlas::model
