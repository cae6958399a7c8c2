// Sorting by a key, once for the whole program: every other instantiation of std::sort costs the browser a kilobyte.
#pragma once
#include <cstdint>
#include <vector>

namespace atlas {

/// The indices of `keys` by ascending key; equal keys keep their order.
std::vector<uint32_t> ascending(const std::vector<uint32_t>& keys);

/// Key that puts larger values first. `value` must not be negative.
uint32_t descending_key(float value);

}  // namespace atlas
