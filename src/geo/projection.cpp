// Lambert conformal conic, spherical form: Snyder (USGS PP 1395, 1987), pp. 104–107, equations 15-1 to 15-5.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/geo.h"

namespace atlas::geo {
namespace {

constexpr double earth_radius_km = 6371.0088;  // mean radius of GRS 80 (IUGG)
constexpr double radians_per_deg = std::numbers::pi / 180;
constexpr double central_meridian_deg = 137;
constexpr double furthest_lat_deg = 89.9;  // the cone has no end towards the south pole: keep every result finite

/// ln tan(π/4 + φ/2), the isometric latitude: as atanh(sin φ) one call cheaper, and exact at the equator.
double isometric(double lat_deg) { return std::atanh(std::sin(lat_deg * radians_per_deg)); }

struct Cone {
    double n;        // ratio of the angle at the cone's tip to the difference of longitude (15-3)
    double rf_km;    // R·F (15-2)
    double rho0_km;  // distance of the origin from the tip (15-1a)
};

const Cone& cone() {
    static const Cone made = [] {
        constexpr double first_deg = 33, second_deg = 44, origin_deg = 38;
        const double cos1 = std::cos(first_deg * radians_per_deg), cos2 = std::cos(second_deg * radians_per_deg);
        Cone c{};
        c.n = std::log(cos1 / cos2) / (isometric(second_deg) - isometric(first_deg));
        c.rf_km = earth_radius_km * cos1 * std::exp(c.n * isometric(first_deg)) / c.n;
        c.rho0_km = c.rf_km * std::exp(-c.n * isometric(origin_deg));
        return c;
    }();
    return made;
}

}  // namespace

Vec2 project(LonLat position) {
    const Cone& c = cone();
    const double lat_deg = std::clamp(position.lat_deg, -furthest_lat_deg, furthest_lat_deg);
    const double rho = c.rf_km * std::exp(-c.n * isometric(lat_deg));
    const double theta = c.n * (position.lon_deg - central_meridian_deg) * radians_per_deg;
    return {static_cast<float>(rho * std::sin(theta)), static_cast<float>(rho * std::cos(theta) - c.rho0_km)};
}

LonLat unproject(Vec2 plane_km) {
    const Cone& c = cone();
    const double x = static_cast<double>(plane_km.x), from_tip = static_cast<double>(plane_km.y) + c.rho0_km;
    const double rho = std::max(std::hypot(x, from_tip), 1e-9);
    const double isometric_lat = std::log(c.rf_km / rho) / c.n;
    return {central_meridian_deg + std::atan2(x, from_tip) / c.n / radians_per_deg,
            std::asin(std::tanh(isometric_lat)) / radians_per_deg};
}

}  // namespace atlas::geo
