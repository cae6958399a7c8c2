#include "export/outlines.h"

namespace atlas::exporting {

std::vector<Vec2> thinned(const std::vector<Vec2>& points, bool closed) {
    std::vector<Vec2> kept;
    kept.reserve(points.size());
    for (size_t i = 0; i < points.size(); ++i) {
        const bool is_end = !closed && i + 1 == points.size();
        if (kept.empty() || is_end || length(points[i] - kept.back()) >= 0.3f) kept.push_back(points[i]);
    }
    return kept;
}

bool shows_feature(const scene::MapMark& m, size_t feature) {
    const Rect plane = m.mesh->feature_bounds[feature];
    const Vec2 corner = m.to_window({plane.x, plane.y});
    if (!m.rect.intersects({corner.x, corner.y, plane.w * m.scale, plane.h * m.scale})) return false;
    return !m.hides(feature) || feature < m.hatched.size();
}

std::vector<std::vector<Vec2>> feature_rings(const scene::MapMark& m, size_t feature) {
    const MapMesh& mesh = *m.mesh;
    std::vector<std::vector<Vec2>> rings;
    for (uint32_t ring = mesh.feature_rings[feature]; ring < mesh.feature_rings[feature + 1]; ++ring) {
        std::vector<Vec2>& points = rings.emplace_back();
        for (uint32_t v = mesh.ring_first[ring]; v < mesh.ring_first[ring + 1]; ++v)
            points.push_back(m.to_window(mesh.vertices[v]));
    }
    return rings;
}

std::vector<Borders> borders_of(const scene::MapMark& m) {
    const MapMesh& mesh = *m.mesh;
    std::vector<Borders> all;
    const auto add = [&](MapMesh::LineKind kind, Color color, float width_px) {
        if (!color.visible()) return;
        Borders borders{color, width_px, {}};
        for (const MapMesh::Line& line : mesh.lines) {
            if (line.kind != kind || (line.left >= 0 && m.hides(static_cast<size_t>(line.left)))) continue;
            std::vector<Vec2> points;
            Rect reach;
            for (uint32_t i = 0; i < line.count; ++i) {
                points.push_back(m.to_window(mesh.line_points[line.first + i]));
                reach = united(reach, Rect{points.back().x - 1, points.back().y - 1, 2, 2});
            }
            if (m.rect.intersects(reach)) borders.lines.push_back(std::move(points));
        }
        if (!borders.lines.empty()) all.push_back(std::move(borders));
    };
    add(MapMesh::LineKind::inner, m.border, m.border_px);
    add(MapMesh::LineKind::outer, m.outer, m.outer_px);
    add(MapMesh::LineKind::coast, m.coast, m.coast_px);
    return all;
}

}  // namespace atlas::exporting
