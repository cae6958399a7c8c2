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

void uniform_colour(GLint at, Color c) {
    glUniform4f(at, static_cast<float>(c.r) / 255.f, static_cast<float>(c.g) / 255.f, static_cast<float>(c.b) / 255.f,
                static_cast<float>(c.a) / 255.f);
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

void append_line(std::vector<float>& out, const MapMesh& mesh, const MapMesh::Line& line) {
    for (uint32_t i = 0; i + 1 < line.count; ++i) {
        const Vec2 a = mesh.line_points[line.first + i], b = mesh.line_points[line.first + i + 1];
        for (const float v : {a.x, a.y, b.x, b.y, static_cast<float>(line.left), static_cast<float>(line.right)})
            out.push_back(v);
    }
}

constexpr GLsizei floats_per_segment = 6, segment_stride = floats_per_segment * sizeof(float);

void segment_attributes(size_t first_segment) {
    const size_t at = first_segment * static_cast<size_t>(segment_stride);
    glVertexAttribPointer(1, 4, GL_FLOAT, GL_FALSE, segment_stride, byte_offset(at));
    glVertexAttribPointer(2, 2, GL_FLOAT, GL_FALSE, segment_stride, byte_offset(at + 4 * sizeof(float)));
}

void line_attributes(GLuint array, GLuint corners, GLuint segments) {
    glBindVertexArray(array);
    glBindBuffer(GL_ARRAY_BUFFER, corners);
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 2 * sizeof(float), byte_offset(0));
    glBindBuffer(GL_ARRAY_BUFFER, segments);
    glEnableVertexAttribArray(1), glEnableVertexAttribArray(2);
    segment_attributes(0);
    glVertexAttribDivisor(1, 1), glVertexAttribDivisor(2, 1);
}

}  // namespace

bool MapPrograms::make() {
    fill = link(shader::map_fill_vert, shader::map_fill_frag, "map_fill");
    line = link(shader::map_line_vert, shader::map_line_frag, "map_line");
    if (!fill || !line) return false;
    const auto in_fill = [this](const char* name) { return glGetUniformLocation(fill, name); };
    const auto in_line = [this](const char* name) { return glGetUniformLocation(line, name); };
    fill_at = {in_fill("transform"), in_fill("window_px"), in_fill("colours"), in_fill("dpr")};
    line_at = {in_line("transform"), in_line("window_px"), in_line("width_px"), in_line("border_colour"),
               in_line("coast_colour")};
    return true;
}

MapLayer::MapLayer(const MapMesh& mesh) : features_(mesh.features()) {
    GLuint arrays[3], buffers[5];
    glGenVertexArrays(3, arrays);
    glGenBuffers(5, buffers);
    area_array_ = arrays[0], line_array_ = arrays[1], outline_array_ = arrays[2];
    area_vertices_ = buffers[0], area_indices_ = buffers[1], line_corners_ = buffers[2];
    line_segments_ = buffers[3], outline_segments_ = buffers[4];
    make_areas(mesh);
    make_lines(mesh);
    glBindVertexArray(0);
    for (const Rect& r : mesh.feature_bounds) feature_bounds_.push_back(r);

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
    // Triangles in the order of their features, so that a feature is one range.
    std::vector<std::vector<uint32_t>> by_feature(features_);
    for (size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        std::vector<uint32_t>& own = by_feature[mesh.vertex_feature[mesh.triangles[i]]];
        own.insert(own.end(), {mesh.triangles[i], mesh.triangles[i + 1], mesh.triangles[i + 2]});
    }
    std::vector<uint32_t> indices;
    indices.reserve(mesh.triangles.size());
    for (const std::vector<uint32_t>& own : by_feature) {
        area_ranges_.push_back({static_cast<GLsizei>(indices.size()), static_cast<GLsizei>(own.size())});
        indices.insert(indices.end(), own.begin(), own.end());
    }
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, area_indices_, indices);
    index_count_ = static_cast<GLsizei>(indices.size());
    constexpr GLsizei area_stride = 3 * sizeof(float);
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, area_stride, byte_offset(0));
    glEnableVertexAttribArray(1),
        glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, area_stride, byte_offset(2 * sizeof(float)));
}

void MapLayer::make_lines(const MapMesh& mesh) {
    fill_buffer(GL_ARRAY_BUFFER, line_corners_, std::vector<float>{0, -1, 0, 1, 1, -1, 1, 1});
    // Once each for the whole map; and once a feature, by feature, for outlines and for a few features alone.
    std::vector<float> segments, outlines;
    std::vector<std::vector<const MapMesh::Line*>> by_feature(features_);
    for (const MapMesh::Line& line : mesh.lines) {
        append_line(segments, mesh, line);
        for (const int32_t side : {line.left, line.right})
            if (side >= 0) by_feature[static_cast<size_t>(side)].push_back(&line);
    }
    for (const std::vector<const MapMesh::Line*>& own : by_feature) {
        const auto first = static_cast<GLsizei>(outlines.size()) / floats_per_segment;
        for (const MapMesh::Line* line : own) append_line(outlines, mesh, *line);
        outline_ranges_.push_back({first, static_cast<GLsizei>(outlines.size()) / floats_per_segment - first});
    }
    fill_buffer(GL_ARRAY_BUFFER, line_segments_, segments);
    fill_buffer(GL_ARRAY_BUFFER, outline_segments_, outlines);
    segment_count_ = static_cast<GLsizei>(segments.size()) / floats_per_segment;
    line_attributes(line_array_, line_corners_, line_segments_);
    line_attributes(outline_array_, line_corners_, outline_segments_);
}

MapLayer::~MapLayer() {
    if (abandoned_) return;
    const GLuint arrays[] = {area_array_, line_array_, outline_array_};
    const GLuint buffers[] = {area_vertices_, area_indices_, line_corners_, line_segments_, outline_segments_};
    glDeleteVertexArrays(3, arrays);
    glDeleteBuffers(5, buffers);
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
    // An inset, or a map zoomed in, shows a few features: drawing only those spares most of the vertices.
    Visible shown;
    for (size_t f = 0; f < features_; ++f) {
        const Vec2 corner = mark.to_window({feature_bounds_[f].x, feature_bounds_[f].y});
        const Rect r{corner.x, corner.y, feature_bounds_[f].w * mark.scale, feature_bounds_[f].h * mark.scale};
        if (r.grown(4).intersects(mark.rect)) shown.features.push_back(f);
    }
    shown.all = shown.features.size() * 3 > features_;
    return shown;
}

void MapLayer::draw_areas(const Visible& shown) const {
    glBindVertexArray(area_array_);
    if (shown.all) return glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);
    for (const size_t f : shown.features)
        glDrawElements(GL_TRIANGLES, area_ranges_[f].count, GL_UNSIGNED_INT,
                       byte_offset(static_cast<size_t>(area_ranges_[f].first) * sizeof(uint32_t)));
}

void MapLayer::draw_borders(const Visible& shown) const {
    if (!shown.all) {
        for (const size_t f : shown.features) draw_outline(f);
        return;
    }
    glBindVertexArray(line_array_);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, segment_count_);
}

void MapLayer::draw_outline(size_t feature) const {
    glBindVertexArray(outline_array_);
    glBindBuffer(GL_ARRAY_BUFFER, outline_segments_);
    segment_attributes(static_cast<size_t>(outline_ranges_[feature].first));
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, outline_ranges_[feature].count);
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

    const auto is_visible = [](Color c) { return c.visible(); };
    if (mark.fills.empty() || std::any_of(mark.fills.begin(), mark.fills.end(), is_visible)) {
        glUseProgram(programs.fill);
        upload_colours(mark);
        glUniform4f(programs.fill_at.transform, scale, 0, x, y);
        glUniform2f(programs.fill_at.window, window_px.x, window_px.y);
        glUniform1i(programs.fill_at.colours, 0);
        glUniform1f(programs.fill_at.dpr, dpr);
        draw_areas(shown);
    }
    glUseProgram(programs.line);
    glUniform4f(programs.line_at.transform, scale, 0, x, y);
    glUniform2f(programs.line_at.window, window_px.x, window_px.y);
    const auto pen = [&](float border_px, float coast_px, Color border, Color coast) {
        glUniform2f(programs.line_at.width, border_px * dpr, coast_px * dpr);
        uniform_colour(programs.line_at.border, border);
        uniform_colour(programs.line_at.coast, coast);
    };
    if (mark.border.visible() || mark.coast.visible()) {
        pen(mark.border_px, mark.coast_px, mark.border, mark.coast);
        draw_borders(shown);
    }
    if (mark.emphasized >= 0 && static_cast<size_t>(mark.emphasized) < features_) {
        const auto feature = static_cast<size_t>(mark.emphasized);
        const float halo_px = mark.emphasis_px + 3;
        if (mark.emphasis_halo.visible())
            pen(halo_px, halo_px, mark.emphasis_halo, mark.emphasis_halo), draw_outline(feature);
        pen(mark.emphasis_px, mark.emphasis_px, mark.emphasis, mark.emphasis);
        draw_outline(feature);
    }
    glBindVertexArray(0);
}

}  // namespace atlas::paint
