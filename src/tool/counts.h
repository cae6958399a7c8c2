// How many records of each kind a source folder holds. Internal to sosei-bundle.
#pragma once
#include <cstddef>
#include <vector>

#include "tool/sources.h"

namespace atlas::tool {

struct Count {
    const char *name, *name_en;
    size_t count;
};
std::vector<Count> counts_of(const SourceSet& sources);

}  // namespace atlas::tool
