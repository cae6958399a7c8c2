#include "scene/transition.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace atlas::scene {
namespace {

struct Step {
    float t;

    float of(float a, float b) const { return a + (b - a) * t; }
    Vec2 of(Vec2 a, Vec2 b) const { return {of(a.x, b.x), of(a.y, b.y)}; }
    Rect of(const Rect& a, const Rect& b) const { return {of(a.x, b.x), of(a.y, b.y), of(a.w, b.w), of(a.h, b.h)}; }
    /// What is not there on one side has no colour to come from.
    Color of(Color a, Color b) const { return a.visible() && b.visible() ? mix(a, b, t) : b; }

    void move(const RectMark& from, RectMark& to) const {
        to.rect = of(from.rect, to.rect), to.fill = of(from.fill, to.fill), to.stroke = of(from.stroke, to.stroke);
    }
    void move(const TextMark& from, TextMark& to) const {
        if (from.text == to.text || from.baseline.y != to.baseline.y) to.baseline = of(from.baseline, to.baseline);
    }
    void move(const PathMark& from, PathMark& to) const {
        if (from.points.size() != to.points.size()) return;
        for (size_t i = 0; i < to.points.size(); ++i) to.points[i] = of(from.points[i], to.points[i]);
        to.fill = of(from.fill, to.fill), to.stroke = of(from.stroke, to.stroke);
    }
    void move(const SymbolMark& from, SymbolMark& to) const {
        to.center = of(from.center, to.center), to.radius_px = of(from.radius_px, to.radius_px);
        to.fill = of(from.fill, to.fill), to.stroke = of(from.stroke, to.stroke);
    }
    void move(const ClipMark& from, ClipMark& to) const { to.rect = of(from.rect, to.rect); }
    template <class Other>
    void move(const Other&, Other&) const {}
};

bool are_alike(const std::vector<Mark>& a, const Scene::Part& in_a, const std::vector<Mark>& b,
               const Scene::Part& in_b) {
    if (in_a.count != in_b.count || in_a.layer != in_b.layer) return false;
    for (size_t i = 0; i < in_a.count; ++i)
        if (a[in_a.first + i].index() != b[in_b.first + i].index()) return false;
    return true;
}

}  // namespace

Scene between(const Scene& from, const Scene& to, float t) {
    Scene shown = to;
    std::unordered_map<std::string_view, const Scene::Part*> before;
    for (const Scene::Part& part : from.parts) before.emplace(part.id, &part);
    const Step step{std::clamp(t, 0.f, 1.f)};
    for (const Scene::Part& part : to.parts) {
        const auto at = before.find(part.id);
        if (at == before.end()) continue;
        const std::vector<Mark>& old_marks = from.layer(at->second->layer);
        std::vector<Mark>& marks = shown.layer(part.layer);
        if (!are_alike(old_marks, *at->second, marks, part)) continue;
        for (size_t i = 0; i < part.count; ++i)
            std::visit(
                [&](auto& mark) {
                    step.move(std::get<std::decay_t<decltype(mark)>>(old_marks[at->second->first + i]), mark);
                },
                marks[part.first + i]);
    }
    return shown;
}

}  // namespace atlas::scene
