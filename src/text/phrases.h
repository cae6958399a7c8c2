// Where a phrase (文節) of Japanese begins, after BudouX (npm budoux, Apache 2.0): a line that ends there is read without stumbling.
// The model is a file made by scripts/phrases.mjs; without it lines keep to kinsoku and to the changes of script alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace atlas::text {

/// The model, in programs that carry it: all but the browser's, which fetches `phrases_file`. Their main says that it is used.
std::string_view linked_phrases();
/// The file beside the browser's program that holds it.
inline constexpr const char* phrases_file = "phrases.ja.txt";

/// Takes the model, for all text from now on. False when it is none: nothing is changed then. An empty one takes the last one away.
bool use_phrases(std::string_view bytes);
bool has_phrases();

/// The model's number of a character; 0 for one that it does not know, and for what is before the text's beginning and behind its end.
uint16_t phrase_letter(char32_t code_point);
/// Six characters by their numbers, of which the fourth would begin a phrase. False without a model. Source: the sum of scores of BudouX's
/// parser (google/budoux, parser.ts).
bool begins_phrase(const uint16_t (&around)[6]);

}  // namespace atlas::text
