// Bytes of a text file that people saved → UTF-8: byte order mark off, cp932 (Excel's "CSV") converted.
#pragma once
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::bundle {

enum class Encoding : unsigned char { utf8, cp932 };

struct Text {
    std::string utf8;
    Encoding encoding = Encoding::utf8;  ///< what the bytes were
};

/// Valid UTF-8 is kept; what is not is read as cp932. Bytes that are neither, and a UTF-8 file with damaged places (which
/// would mostly pass as cp932, as nonsense), are a Problem with the line.
Result<Text> decode_text(std::string_view bytes, std::string_view file);

}  // namespace atlas::bundle
