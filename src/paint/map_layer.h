// One map's GPU objects: uploaded once for a mesh, drawn many times; a new indicator is one small texture upload and a
// new camera one uniform.
#pragma once
#include <vector>

#include "atlas_gl.h"
#include "scene/scene.h"

namespace atlas::paint {

/// Compiled programs shared by all map layers of a context.
class MapPrograms {
public:
    bool make();  ///< false if the driver refused a shader; its log goes to stderr
    GLuint fill = 0, line = 0;
    struct {
        GLint transform, window, colours, dpr;
    } fill_at{};
    struct {
        GLint transform, window, width, colours;
    } line_at{};
};

class MapLayer {
public:
    explicit MapLayer(const MapMesh& mesh);
    ~MapLayer();
    MapLayer(const MapLayer&) = delete;
    MapLayer& operator=(const MapLayer&) = delete;
    void forget() { abandoned_ = true; }  ///< the context is gone: do not delete its objects

    /// `window_px` of the framebuffer, `clip` in device pixels.
    void draw(const MapPrograms& programs, const scene::MapMark& mark, Vec2 window_px, float dpr, float shift_y_px,
              Rect clip);

private:
    /// Part of a buffer that belongs to one feature.
    struct Range {
        GLsizei first = 0, count = 0;
    };
    /// What of the mesh the clip shows, features that stand together as one range.
    struct Visible {
        std::vector<Range> areas, lines;
    };
    void make_areas(const MapMesh& mesh);
    void make_lines(const MapMesh& mesh);
    void upload_colours(const scene::MapMark& mark);
    Visible visible(const scene::MapMark& mark) const;
    void draw_areas(const std::vector<Range>& ranges) const;
    void draw_lines(const std::vector<Range>& ranges) const;
    GLuint area_array_ = 0, area_vertices_ = 0, area_indices_ = 0;
    GLuint line_array_ = 0, line_corners_ = 0, line_points_ = 0, colours_ = 0;
    std::vector<Rect> feature_bounds_;
    std::vector<Range> area_ranges_;                 ///< indices, one a feature
    std::vector<Range> line_ranges_;                 ///< segments that have the feature on their left, one a feature
    std::vector<std::vector<Range>> foreign_lines_;  ///< those that have it on their right
    uint64_t colour_hash_ = 0;
    size_t features_ = 0;
    bool abandoned_ = false;
};

}  // namespace atlas::paint
