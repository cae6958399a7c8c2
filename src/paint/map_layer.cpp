#include "paint/map_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

#include "core/strings.h"
#include "paint/shaders.h"

namespace atlas::paint {
namespace {

GLuint compile(GLenum kind, std::string_view body, const char* name) {
    const GLuint shader = glCreateShader(kind);
    const char* parts[] = {gl::glsl_header, body.data()};
    const GLint lengths[] = {-1, static_cast<GLint>(body.size())};
    glShaderSource(shader, 2, parts, lengths);
    glCompileShader(shader);
    GLint ok = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (ok) return shader;
    char log[1024];
    glGetShaderInfoLog(shader, sizeof log, nullptr, log);
    std::fprintf(stderr, "shader %s: %s\n", name, log);
    glDeleteShader(shader);
    return 0;
}

GLuint link(std::string_view vertex, std::string_view fragment, const char* name) {
    const GLuint vs = compile(GL_VERTEX_SHADER, vertex, name), fs = compile(GL_FRAGMENT_SHADER, fragment, name);
    if (!vs || !fs) return 0;
    const GLuint program = glCreateProgram();
    glAttachShader(program, vs), glAttachShader(program, fs);
    glLinkProgram(program);
    glDeleteShader(vs), glDeleteShader(fs);
    GLint ok = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &ok);
    if (ok) return program;
    char log[1024];
    glGetProgramInfoLog(program, sizeof log, nullptr, log);
    std::fprintf(stderr, "program %s: %s\n", name, log);
    return 0;
}

/// Widths and colours of coasts, inner and outer borders.
struct Pens {
    float width_px[3];
    Color color[3];
};

void set_pens(const MapPrograms& programs, const Pens& pens, float dpr) {
    float colours[12];
    for (size_t i = 0; i < 3; ++i) {
        const Color c = pens.color[i];
        const uint8_t channels[] = {c.r, c.g, c.b, c.a};
        for (size_t k = 0; k < 4; ++k) colours[i * 4 + k] = static_cast<float>(channels[k]) / 255.f;
    }
    glUniform3f(programs.line_at.width, pens.width_px[0] * dpr, pens.width_px[1] * dpr, pens.width_px[2] * dpr);
    glUniform4fv(programs.line_at.colours, 3, colours);
}

void use_lines(const MapPrograms& programs, const MapTarget& target) {
    glUseProgram(programs.line);
    glUniform4f(programs.line_at.transform, target.scale, 0, target.offset.x, target.offset.y);
    glUniform2f(programs.line_at.window, target.size_px.x, target.size_px.y);
}

template <class T>
void fill_buffer(GLenum target, GLuint buffer, const std::vector<T>& data) {
    glBindBuffer(target, buffer);
    glBufferData(target, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(), GL_STATIC_DRAW);
}

const void* byte_offset(size_t bytes) { return reinterpret_cast<const void*>(bytes); }

std::vector<float> area_vertices(const MapMesh& mesh) {
    std::vector<float> data;
    data.reserve(mesh.vertices.size() * 3);
    for (size_t i = 0; i < mesh.vertices.size(); ++i) {
        data.push_back(mesh.vertices[i].x), data.push_back(mesh.vertices[i].y);
        data.push_back(static_cast<float>(mesh.vertex_feature[i]));
    }
    return data;
}

/// Parts of the index buffer of a vertex array; `indices` of one element: a corner, or a segment's capsule.
template <class Ranges>
void draw_ranges(GLuint array, const Ranges& ranges, GLsizei indices) {
    glBindVertexArray(array);
    for (const auto& range : ranges)
        glDrawElements(GL_TRIANGLES, range.count * indices, GL_UNSIGNED_INT,
                       byte_offset(static_cast<size_t>(range.first) * static_cast<size_t>(indices) * sizeof(uint32_t)));
}

}  // namespace

bool MapPrograms::make() {
    fill = link(shader::map_fill_vert, shader::map_fill_frag, "map_fill");
    line = link(shader::map_line_vert, shader::map_line_frag, "map_line");
    picture = link(shader::map_picture_vert, shader::map_picture_frag, "map_picture");
    if (!fill || !line || !picture) return false;
    const auto in_fill = [this](const char* name) { return glGetUniformLocation(fill, name); };
    const auto in_picture = [this](const char* name) { return glGetUniformLocation(picture, name); };
    const auto in_line = [this](const char* name) { return glGetUniformLocation(line, name); };
    fill_at = {in_fill("transform"), in_fill("window_px"), in_fill("colours"), in_fill("dpr")};
    line_at = {in_line("transform"), in_line("window_px"), in_line("width_px"), in_line("colours")};
    picture_at = {in_picture("at_px"), in_picture("window_px"), in_picture("picture")};
    glGenVertexArrays(1, &no_vertices);
    return true;
}

void clip_to(const MapTarget& target) {
    const auto pixel = [](float v) { return static_cast<GLint>(std::lround(v)); };
    const Rect& clip = target.clip;
    const GLint left = pixel(clip.x), top = pixel(clip.y), right = pixel(clip.right()), bottom = pixel(clip.bottom());
    glEnable(GL_SCISSOR_TEST);
    glScissor(left, pixel(target.size_px.y) - bottom, right - left, bottom - top);
}

MapLayer::MapLayer(const MapMesh& mesh) : feature_bounds_(mesh.feature_bounds), features_(mesh.features()) {
    GLuint buffers[2];
    glGenBuffers(2, buffers);
    area_vertices_ = buffers[0], line_corners_ = buffers[1];
    fill_buffer(GL_ARRAY_BUFFER, area_vertices_, area_vertices(mesh));
    add_form(mesh, 0, mesh.triangles, mesh.line_points, mesh.lines);
    for (const MapMesh::Coarser& coarser : mesh.coarser)
        add_form(mesh, coarser.tolerance_km, coarser.triangles, coarser.line_points, coarser.lines);
    glBindVertexArray(0);

    glGenTextures(1, &colours_);
    glBindTexture(GL_TEXTURE_2D, colours_);
    for (const auto& [name, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_MAG_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                      {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
}

void MapLayer::add_form(const MapMesh& mesh, float tolerance_km, const std::vector<uint32_t>& triangles,
                        const std::vector<Vec2>& points, const std::vector<MapMesh::Line>& lines) {
    GLuint arrays[2], buffers[2];
    glGenVertexArrays(2, arrays);
    glGenBuffers(2, buffers);
    Form& form = forms_.emplace_back();
    form.tolerance_km = tolerance_km;
    form.area_array = arrays[0], form.line_array = arrays[1];
    form.area_indices = buffers[0], form.line_vertices = buffers[1];
    make_areas(form, mesh, triangles);
    const size_t segments = make_lines(form, points, lines);
    // The mesh itself comes first and has the most segments; all forms share the corners of its capsules.
    if (forms_.size() == 1) make_corners(segments);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, line_corners_);
}

void MapLayer::make_areas(Form& form, const MapMesh& mesh, const std::vector<uint32_t>& triangles) const {
    glBindVertexArray(form.area_array);
    glBindBuffer(GL_ARRAY_BUFFER, area_vertices_);
    // The triangles stand in the order of their features: a feature is one range.
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, form.area_indices, triangles);
    form.areas.resize(features_);
    for (size_t i = 0; i + 2 < triangles.size(); i += 3) {
        Range& own = form.areas[mesh.vertex_feature[triangles[i]]];
        if (own.count == 0) own.first = static_cast<GLsizei>(i);
        own.count = static_cast<GLsizei>(i + 3) - own.first;
    }
    constexpr GLsizei stride = 3 * sizeof(float);
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, byte_offset(0));
    glEnableVertexAttribArray(1),
        glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, stride, byte_offset(2 * sizeof(float)));
}

size_t MapLayer::make_lines(Form& form, const std::vector<Vec2>& points,
                            const std::vector<MapMesh::Line>& lines) const {
    constexpr GLsizei floats = 5;  // of a vertex
    std::vector<float> vertices;
    vertices.reserve(points.size() * 4 * floats);
    form.lines.resize(features_), form.foreign_lines.resize(features_);
    GLsizei segments = 0;
    for (const MapMesh::Line& line : lines) {
        if (line.count < 2) continue;
        const Range own{segments, static_cast<GLsizei>(line.count) - 1};
        segments += own.count;
        for (uint32_t i = line.first; i + 1 < line.first + line.count; ++i)
            for (int corner = 0; corner < 4; ++corner)
                vertices.insert(vertices.end(), {points[i].x, points[i].y, points[i + 1].x, points[i + 1].y,
                                                 static_cast<float>(4 * static_cast<int>(line.kind) + corner)});
        if (line.right >= 0) form.foreign_lines[static_cast<size_t>(line.right)].push_back(own);
        if (line.left < 0) continue;
        Range& left = form.lines[static_cast<size_t>(line.left)];  // its lines stand together
        if (left.count == 0) left.first = own.first;
        left.count = own.first + own.count - left.first;
    }
    glBindVertexArray(form.line_array);
    fill_buffer(GL_ARRAY_BUFFER, form.line_vertices, vertices);
    constexpr GLsizei stride = floats * sizeof(float);
    for (const auto& [at, size, first] : {std::array{0, 2, 0}, {1, 2, 2}, {2, 1, 4}}) {
        const auto index = static_cast<GLuint>(at);
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, size, GL_FLOAT, GL_FALSE, stride,
                              byte_offset(static_cast<size_t>(first) * sizeof(float)));
    }
    return static_cast<size_t>(segments);
}

/// Two triangles a segment.
void MapLayer::make_corners(size_t segments) const {
    std::vector<uint32_t> corners;
    corners.reserve(segments * 6);
    for (uint32_t first = 0; first < 4 * segments; first += 4)
        corners.insert(corners.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, line_corners_, corners);
}

MapLayer::~MapLayer() {
    if (abandoned_) return;
    for (const Form& form : forms_) {
        const GLuint arrays[] = {form.area_array, form.line_array};
        const GLuint buffers[] = {form.area_indices, form.line_vertices};
        glDeleteVertexArrays(2, arrays);
        glDeleteBuffers(2, buffers);
    }
    const GLuint buffers[] = {area_vertices_, line_corners_};
    glDeleteBuffers(2, buffers);
    glDeleteTextures(1, &colours_);
}

/// The coarsest one that looks the same.
const MapLayer::Form& MapLayer::form_for(float px_per_km) const {
    constexpr float unseen_px = 0.5f;
    const Form* best = &forms_.front();
    for (const Form& form : forms_)
        if (form.tolerance_km * px_per_km <= unseen_px) best = &form;
    return *best;
}

void MapLayer::upload_colours(const scene::MapMark& mark) {
    std::vector<uint8_t> texels(features_ * 8, 255);
    for (size_t f = 0; f < features_; ++f) {
        const Color c = f < mark.fills.size() ? mark.fills[f] : Color{238, 238, 238, 255};
        const bool hatch = f < mark.hatched.size() && mark.hatched[f];
        uint8_t* fill = &texels[f * 4];
        fill[0] = c.r, fill[1] = c.g, fill[2] = c.b, fill[3] = c.a;
        texels[(features_ + f) * 4] = hatch ? 255 : 0;
    }
    const uint64_t hash = hash_bytes({reinterpret_cast<const char*>(texels.data()), texels.size()});
    glBindTexture(GL_TEXTURE_2D, colours_);
    if (hash == colour_hash_) return;
    colour_hash_ = hash;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, static_cast<GLsizei>(features_), 2, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 texels.data());
}

MapLayer::Visible MapLayer::visible(const Form& form, const scene::MapMark& mark, const MapTarget& target) const {
    // An inset, or a map zoomed in, shows a few features: drawing only those spares most of the vertices. A line that
    // can be seen has a feature on its left that can be seen too.
    Visible shown;
    const auto add = [](std::vector<Range>& ranges, Range next) {
        if (next.count == 0) return;
        if (!ranges.empty() && ranges.back().first + ranges.back().count == next.first)
            ranges.back().count += next.count;
        else
            ranges.push_back(next);
    };
    for (size_t f = 0; f < features_; ++f) {
        if (mark.hides(f)) continue;
        const Vec2 corner = Vec2{feature_bounds_[f].x, feature_bounds_[f].y} * target.scale + target.offset;
        const Rect r{corner.x, corner.y, feature_bounds_[f].w * target.scale, feature_bounds_[f].h * target.scale};
        if (!r.grown(4).intersects(target.clip)) continue;
        add(shown.areas, form.areas[f]);
        add(shown.lines, form.lines[f]);
    }
    return shown;
}

void MapLayer::draw(const MapPrograms& programs, const scene::MapMark& mark, const MapTarget& target) {
    if (!features_ || target.clip.empty()) return;
    clip_to(target);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    const Form& form = form_for(target.scale);
    const Visible shown = visible(form, mark, target);
    if (!shown.areas.empty()) {
        glUseProgram(programs.fill);
        upload_colours(mark);
        glUniform4f(programs.fill_at.transform, target.scale, 0, target.offset.x, target.offset.y);
        glUniform2f(programs.fill_at.window, target.size_px.x, target.size_px.y);
        glUniform1i(programs.fill_at.colours, 0);
        glUniform1f(programs.fill_at.dpr, target.dpr);
        draw_ranges(form.area_array, shown.areas, 1);
    }
    if (!shown.lines.empty() && (mark.border.visible() || mark.coast.visible() || mark.outer.visible())) {
        use_lines(programs, target);
        set_pens(programs, {{mark.coast_px, mark.border_px, mark.outer_px}, {mark.coast, mark.border, mark.outer}},
                 target.dpr);
        draw_ranges(form.line_array, shown.lines, 6);
    }
    glBindVertexArray(0);
}

void MapLayer::draw_outline(const MapPrograms& programs, const scene::MapMark& mark, const MapTarget& target) const {
    if (mark.emphasized < 0 || static_cast<size_t>(mark.emphasized) >= features_ || target.clip.empty()) return;
    clip_to(target);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    use_lines(programs, target);
    const Form& form = form_for(target.scale);
    const auto feature = static_cast<size_t>(mark.emphasized);
    std::vector<Range> outline = form.foreign_lines[feature];
    outline.push_back(form.lines[feature]);
    const auto trace = [&](float width_px, Color color) {
        if (!color.visible()) return;
        set_pens(programs, {{width_px, width_px, width_px}, {color, color, color}}, target.dpr);
        draw_ranges(form.line_array, outline, 6);
    };
    trace(mark.emphasis_px + 3, mark.emphasis_halo);
    trace(mark.emphasis_px, mark.emphasis);
}

}  // namespace atlas::paint
