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
    GLuint fill = 0, line = 0, picture = 0;
    GLuint no_vertices = 0;  ///< vertex array of what is drawn from the vertex number alone
    struct {
        GLint transform, window, colours, dpr;
    } fill_at{};
    struct {
        GLint transform, window, width, colours;
    } line_at{};
    struct {
        GLint at, window, picture;
    } picture_at{};
};

/// Where a map is drawn: a framebuffer and the camera, in its pixels.
struct MapTarget {
    Vec2 size_px;
    Rect clip;
    float scale;  ///< pixels a km
    Vec2 offset;  ///< of the plane's origin
    float dpr;
};
/// Edges on the pixels on which the rectangles around the map have theirs.
void clip_to(const MapTarget& target);

class MapLayer {
public:
    explicit MapLayer(const MapMesh& mesh);
    ~MapLayer();
    MapLayer(const MapLayer&) = delete;
    MapLayer& operator=(const MapLayer&) = delete;
    void forget() { abandoned_ = true; }  ///< the context is gone: do not delete its objects

    /// Areas and borders.
    void draw(const MapPrograms& programs, const scene::MapMark& mark, const MapTarget& target);
    /// The outline of the emphasised area.
    void draw_outline(const MapPrograms& programs, const scene::MapMark& mark, const MapTarget& target) const;

private:
    /// Part of a buffer that belongs to one feature.
    struct Range {
        GLsizei first = 0, count = 0;
    };
    /// What of the mesh the clip shows, features that stand together as one range.
    struct Visible {
        std::vector<Range> areas, lines;
    };
    /// The mesh, or one of its coarser forms.
    struct Form {
        float tolerance_km = 0;
        GLuint area_array = 0, area_indices = 0, line_array = 0, line_vertices = 0;
        std::vector<Range> areas;                       ///< indices, one a feature
        std::vector<Range> lines;                       ///< segments that have the feature on their left, one a feature
        std::vector<std::vector<Range>> foreign_lines;  ///< those that have it on their right
    };
    void add_form(const MapMesh& mesh, float tolerance_km, const std::vector<uint32_t>& triangles,
                  const std::vector<Vec2>& points, const std::vector<MapMesh::Line>& lines);
    void make_areas(Form& form, const MapMesh& mesh, const std::vector<uint32_t>& triangles) const;
    size_t make_lines(Form& form, const std::vector<Vec2>& points, const std::vector<MapMesh::Line>& lines) const;
    void make_corners(size_t segments) const;
    void upload_colours(const scene::MapMark& mark);
    const Form& form_for(float px_per_km) const;
    Visible visible(const Form& form, const scene::MapMark& mark, const MapTarget& target) const;
    GLuint area_vertices_ = 0, line_corners_ = 0, colours_ = 0;
    std::vector<Form> forms_;  ///< the mesh itself, then coarser ones
    std::vector<Rect> feature_bounds_;
    uint64_t colour_hash_ = 0;
    size_t features_ = 0;
    bool abandoned_ = false;
};

}  // namespace atlas::paint
