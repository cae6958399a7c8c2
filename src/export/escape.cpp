#include "export/escape.h"

#include "core/strings.h"

namespace atlas::exporting {

std::string escaped(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
        const char32_t c = next_code_point(text, pos);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
            append_utf8(out, c);
    }
    return out;
}

}  // namespace atlas::exporting
