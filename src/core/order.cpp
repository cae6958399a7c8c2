#include "core/order.h"

#include <algorithm>
#include <cstring>

namespace atlas {

std::vector<uint32_t> ascending(const std::vector<uint32_t>& keys) {
    std::vector<uint64_t> packed;
    packed.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) packed.push_back(static_cast<uint64_t>(keys[i]) << 32 | i);
    std::sort(packed.begin(), packed.end());
    std::vector<uint32_t> order;
    order.reserve(keys.size());
    for (const uint64_t entry : packed) order.push_back(static_cast<uint32_t>(entry));
    return order;
}

uint32_t descending_key(float value) {
    // The bits of positive floats stand in the order of their values (IEEE 754).
    uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return ~bits;
}

}  // namespace atlas
