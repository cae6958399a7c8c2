#include "model/projection.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace atlas::model {
namespace {

struct Sample {
    double time, value;
};

/// Middle of the period, as the progress method counts it: FY2024 lies at 2024.75.
double time_of(const Observation& point) {
    if (point.month > 0) return point.year + (point.month - 0.5) / 12;
    return point.year + (point.fiscal ? 0.75 : 0.5);
}

std::vector<Sample> last_comparable(const Series& series, int most) {
    std::vector<Sample> samples;
    for (const Observation& point : series.points) {
        if (point.kind == "projection") continue;
        if (point.break_before) samples.clear();
        samples.push_back({time_of(point), point.value});
    }
    if (samples.size() > static_cast<size_t>(most)) samples.erase(samples.begin(), samples.end() - most);
    return samples;
}

/// 90 % quantile of Student's t, so that 80 % lie between −q and q (NIST/SEMATECH e-Handbook 1.3.6.7.2).
double student_90(int degrees) {
    constexpr double table[] = {3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372};
    return degrees < 1 ? 0 : degrees <= 10 ? table[degrees - 1] : 1.282 + 0.9 / degrees;
}

}  // namespace

double TrendLine::margin(double time) const {
    const double away = time - mean_time;
    return quantile * residual * std::sqrt(1 + 1.0 / count + away * away / time_squares);
}

std::optional<TrendLine> fit_trend(const Series& series, int most) {
    const std::vector<Sample> samples = last_comparable(series, most);
    const auto n = static_cast<double>(samples.size());
    if (samples.size() < 3) return std::nullopt;
    TrendLine line;
    line.count = static_cast<int>(samples.size());
    line.first_time = samples.front().time, line.last_time = samples.back().time;
    for (const Sample& s : samples) line.mean_time += s.time / n, line.mean_value += s.value / n;
    double products = 0, squares = 0;
    for (const Sample& s : samples) {
        const double dt = s.time - line.mean_time;
        line.time_squares += dt * dt, products += dt * (s.value - line.mean_value);
    }
    if (!(line.time_squares > 0)) return std::nullopt;
    line.slope = products / line.time_squares;
    for (const Sample& s : samples) squares += (s.value - line.at(s.time)) * (s.value - line.at(s.time));
    line.residual = std::sqrt(squares / (n - 2));
    line.quantile = student_90(line.count - 2);
    return line;
}

}  // namespace atlas::model
