// The languages of the interface and the way to its words. Every text that a reader sees stands in assets/i18n/*.json;
// scripts/i18n.mjs checks them and makes core/words.h (the names of the texts) and core/words.cpp (both tables).
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

    /// A text without placeholders. Lives for ever.
    const char* operator()(Word word) const;
    /// A text with its placeholders filled in by name. Where English has two forms, "n" chooses: "1" takes the singular.
    std::string operator()(Word word, std::initializer_list<Fill> fills) const;

private:
    Lang lang_;
};

}  // namespace atlas
