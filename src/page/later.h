// How the first part of the program calls what comes with the later one; see scripts/split.mjs.
#pragma once

namespace atlas::page {

/// The function as a pointer that no compiler sees through: a direct call would tie it to the first part. To be called only
/// when Data::has_later_part; its name stands in the list `gates` of scripts/split.mjs.
template <auto function>
auto* later() {
    static decltype(function) volatile pointer = function;
    return pointer;
}

}  // namespace atlas::page
