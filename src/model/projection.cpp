#include "model/projection.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace atlas::model {
namespace {

struct Sample {
    double time, value;
    int year;
};

/// Middle of the period, as the progress method counts it: FY2024 lies at 2024.75.
double time_of(const Observation& point) {
    if (point.month > 0) return point.year + (point.month - 0.5) / 12;
    return point.year + (point.fiscal ? 0.75 : 0.5);
}

std::vector<Sample> comparable(const Series& series) {
    std::vector<Sample> samples;
    for (const Observation& point : series.points) {
        if (point.kind == "projection") continue;
        if (point.break_before) samples.clear();
        samples.push_back({time_of(point), point.value, point.year});
    }
    return samples;
}

std::vector<Sample> last_comparable(const Series& series, int most) {
    std::vector<Sample> samples = comparable(series);
    if (samples.size() > static_cast<size_t>(most)) samples.erase(samples.begin(), samples.end() - most);
    return samples;
}

/// The year of the first of the samples from `first` on that lies far behind one before it; 0 without.
int collapse_year(const std::vector<Sample>& samples, size_t first, bool better_when_larger) {
    double best = samples.front().value;
    for (size_t i = 1; i < samples.size(); ++i) {
        const double value = samples[i].value;
        const bool fell = better_when_larger ? best > 0 && value < best / 2 : value > best * 2;
        if (i >= first && fell) return samples[i].year;
        best = better_when_larger ? std::max(best, value) : std::min(best, value);
    }
    return 0;
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

TrendCheck check_trend(const Series& series, bool better_when_larger, double until) {
    constexpr size_t wanted = 5;
    constexpr double longest_gap = 3;
    const std::vector<Sample> samples = comparable(series);
    if (samples.size() < wanted) return {NoTrend::too_few, {}, 0};
    const size_t first = samples.size() - wanted;
    for (size_t i = first + 1; i < samples.size(); ++i)
        if (samples[i].time - samples[i - 1].time > longest_gap) return {NoTrend::gap, {}, samples[i].year};
    if (const int year = collapse_year(samples, first, better_when_larger)) return {NoTrend::collapse, {}, year};
    const std::optional<TrendLine> line = fit_trend(series, static_cast<int>(wanted));
    if (!line) return {NoTrend::too_few, {}, 0};
    const double end = line->at(until);
    double lowest = 0;
    for (const Sample& sample : samples) lowest = std::min(lowest, sample.value);
    if ((lowest >= 0 && end < 0) || (series.unit == "%" && end > 100)) return {NoTrend::impossible, {}, 0};
    return {NoTrend::none, line, 0};
}

}  // namespace atlas::model
