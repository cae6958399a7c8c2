#include "geo/triangulate.h"

#include <tuple>

// earcut.hpp is not ours: its stray semicolons must not fail our warnings.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra-semi"
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <mapbox/earcut.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

template <>
struct mapbox::util::nth<0, atlas::Vec2> {
    static double get(const atlas::Vec2& p) { return static_cast<double>(p.x); }
};
template <>
struct mapbox::util::nth<1, atlas::Vec2> {
    static double get(const atlas::Vec2& p) { return static_cast<double>(p.y); }
};

namespace atlas::geo {

std::vector<uint32_t> triangulate(const Rings& rings) { return mapbox::earcut<uint32_t>(rings); }

}  // namespace atlas::geo
