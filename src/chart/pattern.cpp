#include "chart/pattern.h"

#include <algorithm>

namespace atlas::chart {
namespace {

/// One family of parallel lines: along `direction`, `gap_px` apart; `dot_px` > 0: dots on them, `gap_px` apart too, every second line shifted.
struct Family {
    Vec2 direction;
    float gap_px = 6, stroke_px = 1, dot_px = 0;
};

constexpr float diagonal = 0.70710678f;
constexpr Vec2 rising{diagonal, -diagonal}, falling{diagonal, diagonal}, level{1, 0};

std::vector<Family> families(Pattern pattern) {
    switch (pattern) {
        case Pattern::none: return {};
        case Pattern::dots_sparse: return {{level, 9, 0, 1}};
        case Pattern::dots: return {{level, 7, 0, 1.15f}};
        case Pattern::dots_dense: return {{level, 5.5f, 0, 1.35f}};
        case Pattern::lines_sparse: return {{rising, 7.5f, 1, 0}};
        case Pattern::lines: return {{rising, 4.5f, 1.15f, 0}};
        case Pattern::lines_dense: return {{rising, 3.6f, 1.5f, 0}};
        case Pattern::cross: return {{rising, 4.5f, 1.5f, 0}, {falling, 4.5f, 1.5f, 0}};
        case Pattern::no_data: return {{falling, 6, 1, 0}};
    }
    return {};
}

float dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }

/// Liang and Barsky: the part of a segment inside a rectangle; false when there is none.
bool clip_segment(Vec2& a, Vec2& b, const Rect& r) {
    float t0 = 0, t1 = 1;
    const Vec2 d = b - a;
    const float p[] = {-d.x, d.x, -d.y, d.y}, q[] = {a.x - r.x, r.right() - a.x, a.y - r.y, r.bottom() - a.y};
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) return false;
            continue;
        }
        const float t = q[i] / p[i];
        if (p[i] < 0)
            t0 = std::max(t0, t);
        else
            t1 = std::min(t1, t);
    }
    if (t0 >= t1) return false;
    b = a + d * t1, a = a + d * t0;
    return true;
}

/// Where the lines of a family cross the outlines: along the line (u), one list a line.
class Scan {
public:
    Scan(const Family& family, const Rect& clip, Vec2 anchor)
        : family_(family), normal_{-family.direction.y, family.direction.x}, anchor_(anchor) {
        float low = 1e9f, high = -1e9f;
        for (const Vec2 corner : {Vec2{clip.x, clip.y}, Vec2{clip.right(), clip.y}, Vec2{clip.x, clip.bottom()},
                                  Vec2{clip.right(), clip.bottom()}}) {
            low = std::min(low, across(corner)), high = std::max(high, across(corner));
        }
        first_ = static_cast<int>(std::ceil(low));
        crossings_.resize(static_cast<size_t>(std::max(0, static_cast<int>(std::floor(high)) - first_ + 1)));
    }

    void add(const Ring& ring) {
        for (size_t i = 0; i < ring.size(); ++i) edge(ring[i], ring[(i + 1) % ring.size()]);
    }

    template <class Visit>
    void each_span(Visit visit) {
        for (size_t row = 0; row < crossings_.size(); ++row) {
            std::vector<float>& at = crossings_[row];
            std::sort(at.begin(), at.end());
            // A border shared by two areas of the set is crossed twice at one place: their spans are joined there.
            for (size_t i = 0; i + 1 < at.size();) {
                size_t end = i + 1;
                while (end + 2 < at.size() && at[end + 1] - at[end] < 0.01f) end += 2;
                visit(first_ + static_cast<int>(row), at[i], at[end]);
                i = end + 1;
            }
        }
    }

    Vec2 point(int line, float u) const {
        return anchor_ + family_.direction * u + normal_ * (static_cast<float>(line) * family_.gap_px);
    }

private:
    float across(Vec2 p) const { return dot(p - anchor_, normal_) / family_.gap_px; }
    float along(Vec2 p) const { return dot(p - anchor_, family_.direction); }

    void edge(Vec2 a, Vec2 b) {
        float va = across(a), vb = across(b);
        if (va == vb) return;
        if (va > vb) std::swap(va, vb), std::swap(a, b);
        // Half-open, so that a corner upon a line is crossed once.
        const int from = std::max(first_, static_cast<int>(std::ceil(va)));
        const int to = std::min(first_ + static_cast<int>(crossings_.size()), static_cast<int>(std::ceil(vb)));
        const float ua = along(a), ub = along(b);
        for (int line = from; line < to; ++line) {
            const float t = (static_cast<float>(line) - va) / (vb - va);
            crossings_[static_cast<size_t>(line - first_)].push_back(ua + (ub - ua) * t);
        }
    }

    Family family_;
    Vec2 normal_, anchor_;
    int first_ = 0;
    std::vector<std::vector<float>> crossings_;
};

void dots_on(std::vector<scene::Mark>& marks, const Scan& scan, const Family& family, int line, float from, float to,
             const Rect& clip, Color ink) {
    const float shift = line % 2 == 0 ? 0 : family.gap_px / 2;
    const float inner = family.dot_px + 0.5f;  // no dot across an outline
    for (float k = std::ceil((from + inner - shift) / family.gap_px); k * family.gap_px + shift <= to - inner; ++k) {
        scene::SymbolMark mark;
        mark.center = scan.point(line, k * family.gap_px + shift), mark.radius_px = family.dot_px, mark.fill = ink;
        if (clip.contains(mark.center)) marks.emplace_back(mark);
    }
}

Ring corners(const Rect& r) { return {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}; }

}  // namespace

std::vector<Pattern> sequential_patterns(size_t classes) {
    using P = Pattern;
    static const std::vector<P> by_count[] = {
        {P::none},
        {P::none, P::lines},
        {P::none, P::dots, P::lines_dense},
        {P::none, P::dots_sparse, P::lines, P::cross},
        {P::none, P::dots_sparse, P::dots_dense, P::lines, P::cross},
        {P::none, P::dots_sparse, P::dots, P::lines_sparse, P::lines, P::cross},
        {P::none, P::dots_sparse, P::dots, P::lines_sparse, P::lines, P::lines_dense, P::cross},
        {P::none, P::dots_sparse, P::dots, P::lines_sparse, P::dots_dense, P::lines, P::lines_dense, P::cross},
    };
    const size_t n = std::clamp(classes, size_t{1}, std::size(by_count));
    std::vector<Pattern> patterns = by_count[n - 1];
    patterns.resize(std::max(classes, size_t{1}), patterns.back());
    return patterns;
}

std::vector<Pattern> diverging_patterns(size_t below, bool middle, size_t above) {
    static constexpr Pattern low[] = {Pattern::lines_sparse, Pattern::lines, Pattern::lines_dense},
                             high[] = {Pattern::dots_sparse, Pattern::dots, Pattern::dots_dense};
    std::vector<Pattern> patterns;
    for (size_t i = below; i-- > 0;) patterns.push_back(low[std::min(i, size_t{2})]);
    if (middle) patterns.push_back(Pattern::none);
    for (size_t i = 0; i < above; ++i) patterns.push_back(high[std::min(i, size_t{2})]);
    return patterns;
}

std::vector<Pattern> class_patterns(const model::Classes& classes) {
    if (!classes.midpoint || classes.limits.empty()) return sequential_patterns(classes.size());
    const bool middle = !classes.midpoint_is_limit;
    const size_t below = classes.below + (middle ? 0 : 1);
    return diverging_patterns(below, middle, classes.size() - below - (middle ? 1 : 0));
}

void draw_pattern(std::vector<scene::Mark>& marks, const std::vector<Ring>& rings, Rect clip, Pattern pattern,
                  Color ink, Vec2 anchor) {
    if (clip.empty()) return;
    for (const Family& family : families(pattern)) {
        Scan scan(family, clip, anchor);
        for (const Ring& ring : rings) scan.add(ring);
        scan.each_span([&](int line, float from, float to) {
            if (family.dot_px > 0) return dots_on(marks, scan, family, line, from, to, clip, ink);
            Vec2 a = scan.point(line, from), b = scan.point(line, to);
            if (to - from < 1 || !clip_segment(a, b, clip)) return;
            scene::PathMark mark;
            mark.points = {a, b}, mark.stroke = ink, mark.stroke_px = family.stroke_px;
            marks.emplace_back(std::move(mark));
        });
    }
}

void draw_pattern(std::vector<scene::Mark>& marks, Rect rect, Pattern pattern, Color ink) {
    draw_pattern(marks, {corners(rect)}, rect, pattern, ink, {rect.x, rect.y});
}

void draw_patterns(std::vector<scene::Mark>& marks, const MapPatterns& map) {
    // One sweep over all areas that look alike: the lines run through their common borders without a break.
    struct Alike {
        Pattern pattern;
        Color ink;
        std::vector<size_t> features;
    };
    std::vector<Alike> looks;
    for (size_t f = 0; f < map.mesh.features() && f < map.patterns.size(); ++f) {
        if (map.patterns[f] == Pattern::none) continue;
        const Rect& b = map.mesh.feature_bounds[f];
        const Rect seen{b.x * map.scale + map.offset.x, b.y * map.scale + map.offset.y, b.w * map.scale,
                        b.h * map.scale};
        if (!seen.intersects(map.clip)) continue;
        const Color ink = f < map.inks.size() ? map.inks[f] : rgb(0);
        size_t at = 0;
        while (at < looks.size() && !(looks[at].pattern == map.patterns[f] && looks[at].ink == ink)) ++at;
        if (at == looks.size()) looks.push_back({map.patterns[f], ink, {}});
        looks[at].features.push_back(f);
    }
    for (const Alike& look : looks) {
        std::vector<Ring> rings;
        for (const size_t f : look.features)
            for (uint32_t r = map.mesh.feature_rings[f]; r < map.mesh.feature_rings[f + 1]; ++r) {
                Ring ring;
                for (uint32_t v = map.mesh.ring_first[r]; v < map.mesh.ring_first[r + 1]; ++v)
                    ring.push_back(map.mesh.vertices[v] * map.scale + map.offset);
                rings.push_back(std::move(ring));
            }
        draw_pattern(marks, rings, map.clip, look.pattern, look.ink, map.offset);
    }
}

}  // namespace atlas::chart
