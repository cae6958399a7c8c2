// The two-byte characters of cp932 (Windows-31J, the Shift_JIS that Japanese spreadsheets write) as Windows maps them.
// A table of our own, because no iconv can be relied on: musl's, which the tests have as WASM, knows neither ① nor 髙 and
// takes ～ for 〜; glibc's SHIFT_JIS reads a backslash as ¥; and its CP932 is an optional package on some systems.
#pragma once
#include <cstdint>

namespace atlas::bundle {

/// The character of a lead byte (81–9F, E0–FC) and its trail byte; 0 where there is none. NEC's row 13 and IBM's extensions
/// are in it; the user-defined area (F040–F9FC) comes as private-use characters (U+E000 …).
/// Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP932.TXT
char16_t cp932_character(uint8_t lead, uint8_t trail);

}  // namespace atlas::bundle
