#include "tool/checks.h"

#include "core/strings.h"

namespace atlas::tool {

namespace {

/// Line of the value at `pointer`, or of the innermost one that is there.
uint32_t line_at(const bundle::Json& root, const std::string& pointer) {
    const bundle::Json* value = &root;
    for (const std::string& step : split(pointer, '/')) {
        if (step.empty()) continue;
        const bundle::Json* inner = value->find(step);
        int index = 0;
        if (value->is(bundle::Json::Kind::array) && parse_int(step, index) && index >= 0 &&
            static_cast<size_t>(index) < value->items.size())
            inner = &value->items[static_cast<size_t>(index)];
        if (!inner) break;
        value = inner;
    }
    return value->line;
}

}  // namespace

void JsonReport::add(Severity severity, const std::string& pointer, bundle::Words words) {
    if (root_) {
        const std::string line = std::to_string(line_at(*root_, pointer));
        words.what += "（" + line + "行目）";
        words.what_en += " (line " + line + ")";
    }
    report_.add(severity, pointer, std::move(words));
}

Problems joined(Problems first, const Problems& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

}  // namespace atlas::tool
