// The languages of the interface and the way to its words. Every text that a reader sees stands in assets/i18n/*.json;
// scripts/i18n.mjs checks them and makes core/words.h (the names of the texts) and their tables.
#pragma once
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/words.h"

namespace atlas {

enum class Lang : uint8_t { ja, en };

/// The BCP 47 tag: "ja", "en".
const char* to_string(Lang lang);
constexpr Lang other_than(Lang lang) { return lang == Lang::ja ? Lang::en : Lang::ja; }

/// Whether the texts of a language are there: Japanese always, English as soon as a program has them.
bool has_words(Lang lang);
/// The English texts that the program itself carries; none in the browser, which fetches them when a page is asked for in
/// English. Each program says it: by linking words_en.cpp, or in its main.
std::string_view linked_english();
/// The file beside the program with all texts of a language. In the browser the Japanese ones of the later pages are empty until it has
/// come with the second part of the program.
inline std::string words_file(Lang lang) { return std::string("words.") + to_string(lang) + ".txt"; }
/// Whether its texts are those of this build: neither another one's nor cut short.
bool is_words_file(std::string_view bytes);
/// Takes it. False when it is none: nothing is changed then.
bool use_words(Lang lang, std::string bytes);

/// What takes the place of "{name}" in a text. Refers to its words: it lives in the call alone.
struct Fill {
    const char* name;
    const char* words;  ///< nullptr: the number
    size_t length;
    long number;

    Fill(const char* placeholder, std::string_view text)
        : name(placeholder), words(text.empty() ? "" : text.data()), length(text.size()), number(0) {}
    Fill(const char* placeholder, const std::string& text) : Fill(placeholder, std::string_view(text)) {}
    Fill(const char* placeholder, const char* text) : Fill(placeholder, std::string_view(text)) {}
    Fill(const char* placeholder, std::integral auto count)
        : name(placeholder), words(nullptr), length(0), number(static_cast<long>(count)) {}
};

/// The texts of one language. scripts/check-words.mjs holds the placeholders of each call against those of the text.
class Words {
public:
    explicit constexpr Words(Lang lang = Lang::ja) : lang_(lang) {}
    constexpr Lang lang() const { return lang_; }

    /// A text without placeholders. Lives for ever. Japanese while English is not there.
    const char* operator()(Word word) const;
    /// A text with its placeholders filled in by name. Where English has two forms, "n" chooses: "1" takes the singular.
    std::string operator()(Word word, std::initializer_list<Fill> fills) const;

private:
    Lang lang_;
};

}  // namespace atlas
