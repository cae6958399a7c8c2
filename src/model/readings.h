// How Japanese words are read, so that who types かんこう or "kankou" finds 観光. The words are a file (assets/readings.tsv); a name of a place has a
// reading of its own in the data.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace atlas::model {

/// The words that programs other than the browser's carry; the browser fetches `readings_file` with the first page that searches.
std::string_view linked_readings();
inline constexpr const char* readings_file = "readings.ja.txt";
/// Takes the words, for every search from now on. False when it is no such file: nothing is changed then. An empty one takes the last away.
bool use_readings(std::string_view bytes);

/// The hiragana of a text by the longest words that are known, kana and Latin letters as search_key leaves them. What has no reading stays as
/// it is: no query in kana can match it by accident. Empty without words, or where no kanji could be read.
std::string reading_of(std::string_view text);
/// Hepburn letters of hiragana, a long vowel as its kana are written: こうつう → "koutsuu". What is no hiragana stays.
std::string latin_of(std::string_view kana);

/// The written forms that are read so: `key` is a search_key in kana or Latin letters; from three kana or five letters on also those whose
/// reading only begins with it.
std::vector<std::string> written_forms(std::string_view key);

}  // namespace atlas::model
