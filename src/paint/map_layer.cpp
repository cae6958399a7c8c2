#include "paint/map_layer.h"

#include <algorithm>
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

constexpr GLsizei point_stride = 3 * sizeof(float);

/// From which point on the segments are taken: an instance reads its point and the next one.
void segment_attributes(GLsizei first) {
    const size_t at = static_cast<size_t>(first) * static_cast<size_t>(point_stride);
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, point_stride, byte_offset(at));
    glVertexAttribPointer(2, 2, GL_FLOAT, GL_FALSE, point_stride, byte_offset(at + static_cast<size_t>(point_stride)));
}

}  // namespace

bool MapPrograms::make() {
    fill = link(shader::map_fill_vert, shader::map_fill_frag, "map_fill");
    line = link(shader::map_line_vert, shader::map_line_frag, "map_line");
    if (!fill || !line) return false;
    const auto in_fill = [this](const char* name) { return glGetUniformLocation(fill, name); };
    const auto in_line = [this](const char* name) { return glGetUniformLocation(line, name); };
    fill_at = {in_fill("transform"), in_fill("window_px"), in_fill("colours"), in_fill("dpr")};
    line_at = {in_line("transform"), in_line("window_px"), in_line("width_px"), in_line("colours")};
    return true;
}

MapLayer::MapLayer(const MapMesh& mesh) : feature_bounds_(mesh.feature_bounds), features_(mesh.features()) {
    GLuint arrays[2], buffers[4];
    glGenVertexArrays(2, arrays);
    glGenBuffers(4, buffers);
    area_array_ = arrays[0], line_array_ = arrays[1];
    area_vertices_ = buffers[0], area_indices_ = buffers[1], line_corners_ = buffers[2], line_points_ = buffers[3];
    make_areas(mesh);
    make_lines(mesh);
    glBindVertexArray(0);

    glGenTextures(1, &colours_);
    glBindTexture(GL_TEXTURE_2D, colours_);
    for (const auto& [name, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_MAG_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                      {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
}

void MapLayer::make_areas(const MapMesh& mesh) {
    glBindVertexArray(area_array_);
    fill_buffer(GL_ARRAY_BUFFER, area_vertices_, area_vertices(mesh));
    // The triangles stand in the order of their features: a feature is one range.
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, area_indices_, mesh.triangles);
    area_ranges_.resize(features_);
    for (size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        Range& own = area_ranges_[mesh.vertex_feature[mesh.triangles[i]]];
        if (own.count == 0) own.first = static_cast<GLsizei>(i);
        own.count = static_cast<GLsizei>(i + 3) - own.first;
    }
    constexpr GLsizei area_stride = 3 * sizeof(float);
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, area_stride, byte_offset(0));
    glEnableVertexAttribArray(1),
        glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, area_stride, byte_offset(2 * sizeof(float)));
}

void MapLayer::make_lines(const MapMesh& mesh) {
    std::vector<float> points;
    points.reserve(mesh.line_points.size() * 3 + 3);
    line_ranges_.resize(features_), foreign_lines_.resize(features_);
    for (const MapMesh::Line& line : mesh.lines) {
        const Range own{static_cast<GLsizei>(points.size() / 3), static_cast<GLsizei>(line.count)};
        for (uint32_t i = 0; i < line.count; ++i) {
            const Vec2 p = mesh.line_points[line.first + i];
            const bool is_last = i + 1 == line.count;
            points.insert(points.end(), {p.x, p.y, is_last ? -1.f : static_cast<float>(line.kind)});
        }
        if (line.right >= 0) foreign_lines_[static_cast<size_t>(line.right)].push_back(own);
        if (line.left < 0) continue;
        Range& left = line_ranges_[static_cast<size_t>(line.left)];  // its lines stand together
        if (left.count == 0) left.first = own.first;
        left.count = own.first + own.count - left.first;
    }
    points.insert(points.end(), {0, 0, -1});  // the last point of the last line is read as a beginning too
    glBindVertexArray(line_array_);
    fill_buffer(GL_ARRAY_BUFFER, line_corners_, std::vector<float>{0, -1, 0, 1, 1, -1, 1, 1});
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 2 * sizeof(float), byte_offset(0));
    fill_buffer(GL_ARRAY_BUFFER, line_points_, points);
    glEnableVertexAttribArray(1), glEnableVertexAttribArray(2);
    segment_attributes(0);
    glVertexAttribDivisor(1, 1), glVertexAttribDivisor(2, 1);
}

MapLayer::~MapLayer() {
    if (abandoned_) return;
    const GLuint arrays[] = {area_array_, line_array_};
    const GLuint buffers[] = {area_vertices_, area_indices_, line_corners_, line_points_};
    glDeleteVertexArrays(2, arrays);
    glDeleteBuffers(4, buffers);
    glDeleteTextures(1, &colours_);
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

MapLayer::Visible MapLayer::visible(const scene::MapMark& mark) const {
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
        const Vec2 corner = mark.to_window({feature_bounds_[f].x, feature_bounds_[f].y});
        const Rect r{corner.x, corner.y, feature_bounds_[f].w * mark.scale, feature_bounds_[f].h * mark.scale};
        if (!r.grown(4).intersects(mark.rect)) continue;
        add(shown.areas, area_ranges_[f]);
        add(shown.lines, line_ranges_[f]);
    }
    return shown;
}

void MapLayer::draw_areas(const std::vector<Range>& ranges) const {
    glBindVertexArray(area_array_);
    for (const Range& range : ranges)
        glDrawElements(GL_TRIANGLES, range.count, GL_UNSIGNED_INT,
                       byte_offset(static_cast<size_t>(range.first) * sizeof(uint32_t)));
}

void MapLayer::draw_lines(const std::vector<Range>& ranges) const {
    glBindVertexArray(line_array_);
    glBindBuffer(GL_ARRAY_BUFFER, line_points_);
    for (const Range& range : ranges) {
        segment_attributes(range.first);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, range.count);
    }
}

void MapLayer::draw(const MapPrograms& programs, const scene::MapMark& mark, Vec2 window_px, float dpr,
                    float shift_y_px, Rect clip) {
    if (!features_ || clip.empty()) return;
    glEnable(GL_SCISSOR_TEST);
    // Edges on the device pixels on which the rectangles around the map have theirs.
    const auto pixel = [](float v) { return static_cast<GLint>(std::lround(v)); };
    const GLint left = pixel(clip.x), top = pixel(clip.y), right = pixel(clip.right()), bottom = pixel(clip.bottom());
    glScissor(left, pixel(window_px.y) - bottom, right - left, bottom - top);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    const float scale = mark.scale * dpr, x = mark.offset.x * dpr, y = (mark.offset.y + shift_y_px) * dpr;

    const Visible shown = visible(mark);

    if (!shown.areas.empty()) {
        glUseProgram(programs.fill);
        upload_colours(mark);
        glUniform4f(programs.fill_at.transform, scale, 0, x, y);
        glUniform2f(programs.fill_at.window, window_px.x, window_px.y);
        glUniform1i(programs.fill_at.colours, 0);
        glUniform1f(programs.fill_at.dpr, dpr);
        draw_areas(shown.areas);
    }
    glUseProgram(programs.line);
    glUniform4f(programs.line_at.transform, scale, 0, x, y);
    glUniform2f(programs.line_at.window, window_px.x, window_px.y);
    if (!shown.lines.empty() && (mark.border.visible() || mark.coast.visible() || mark.outer.visible())) {
        set_pens(programs, {{mark.coast_px, mark.border_px, mark.outer_px}, {mark.coast, mark.border, mark.outer}},
                 dpr);
        draw_lines(shown.lines);
    }
    if (mark.emphasized >= 0 && static_cast<size_t>(mark.emphasized) < features_) {
        const auto feature = static_cast<size_t>(mark.emphasized);
        std::vector<Range> outline = foreign_lines_[feature];
        outline.push_back(line_ranges_[feature]);
        const auto draw_outline = [&](float width_px, Color color) {
            if (!color.visible()) return;
            set_pens(programs, {{width_px, width_px, width_px}, {color, color, color}}, dpr);
            draw_lines(outline);
        };
        draw_outline(mark.emphasis_px + 3, mark.emphasis_halo);
        draw_outline(mark.emphasis_px, mark.emphasis);
    }
    glBindVertexArray(0);
}

}  // namespace atlas::paint
