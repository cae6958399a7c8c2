#include "core/lang.h"

#include <algorithm>
#include <memory>

namespace atlas {
namespace {

constexpr char form_end = '\x1f';  // between singular and plural

/// Where each text of a language begins: the tables are one string, so that the program carries no addresses for them.
class Index {
public:
    explicit Index(const char* texts) {
        for (const char*& text : at_) {
            text = texts;
            texts += std::string_view(texts).size() + 1;
        }
    }
    const char* operator[](Word word) const { return at_[static_cast<size_t>(word)]; }

private:
    const char* at_[word_count];
};

/// What a table of English texts begins with: the mark of the build and its NUL.
std::string_view mark() { return {words_mark, sizeof words_mark}; }

class English {
public:
    English() { take(linked_english()); }
    bool fetched(std::string bytes) {
        if (index_) return true;
        bytes_ = std::move(bytes);
        return take(bytes_);
    }
    const Index* index() const { return index_.get(); }

private:
    bool take(std::string_view table) {
        if (!is_english_file(table)) return false;
        index_ = std::make_unique<Index>(table.data() + mark().size());
        return true;
    }

    std::string bytes_;
    std::unique_ptr<Index> index_;
};

English& english() {
    static English texts;
    return texts;
}

const char* text_of(Lang lang, Word word) {
    static const Index japanese(words_ja);
    const Index* texts = lang == Lang::en ? english().index() : nullptr;
    return (texts ? *texts : japanese)[word];
}

std::string_view form_of(std::string_view text, std::initializer_list<Fill> fills) {
    const size_t end = text.find(form_end);
    if (end == std::string_view::npos) return text;
    bool is_one = false;
    for (const Fill& fill : fills)
        if (std::string_view(fill.name) == "n")
            is_one = fill.words ? std::string_view(fill.words, fill.length) == "1" : fill.number == 1;
    return is_one ? text.substr(0, end) : text.substr(end + 1);
}

}  // namespace

const char* to_string(Lang lang) { return lang == Lang::ja ? "ja" : "en"; }

bool has_words(Lang lang) { return lang == Lang::ja || english().index(); }

bool is_english_file(std::string_view bytes) {
    if (bytes.substr(0, mark().size()) != mark()) return false;
    return static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0')) > word_count;
}

bool use_english(std::string bytes) { return english().fetched(std::move(bytes)); }

const char* Words::operator()(Word word) const { return text_of(lang_, word); }

std::string Words::operator()(Word word, std::initializer_list<Fill> fills) const {
    const std::string_view text = form_of(text_of(lang_, word), fills);
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const size_t open = text.find('{', at), close = text.find('}', open);
        if (close == std::string_view::npos) return out += text.substr(at);
        out += text.substr(at, open - at);
        for (const Fill& fill : fills) {
            if (text.substr(open + 1, close - open - 1) != fill.name) continue;
            fill.words ? out.append(fill.words, fill.length) : out += std::to_string(fill.number);
        }
        at = close + 1;
    }
    return out;
}

}  // namespace atlas
