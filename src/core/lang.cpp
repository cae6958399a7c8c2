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

/// What a file of texts begins with: the mark of the build and its NUL.
std::string_view mark() { return {words_mark, sizeof words_mark}; }

/// The texts of a language: those that are linked, until a file with all of them is there.
class Table {
public:
    explicit Table(const char* texts) {
        if (texts) index_ = std::make_unique<Index>(texts);
    }
    bool fetched(std::string bytes) {
        if (!is_words_file(bytes)) return false;
        bytes_ = std::move(bytes);
        index_ = std::make_unique<Index>(bytes_.data() + mark().size());
        return true;
    }
    const Index* index() const { return index_.get(); }

private:
    std::string bytes_;
    std::unique_ptr<Index> index_;
};

Table& table_of(Lang lang) {
    static Table japanese(words_ja);
    static Table english(is_words_file(linked_english()) ? linked_english().data() + mark().size() : nullptr);
    return lang == Lang::en ? english : japanese;
}

const char* text_of(Lang lang, Word word) {
    const Index* texts = table_of(lang).index();
    return (texts ? *texts : *table_of(Lang::ja).index())[word];
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

bool has_words(Lang lang) { return table_of(lang).index(); }

bool is_words_file(std::string_view bytes) {
    if (bytes.substr(0, mark().size()) != mark()) return false;
    return static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0')) > word_count;
}

bool use_words(Lang lang, std::string bytes) { return table_of(lang).fetched(std::move(bytes)); }

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
