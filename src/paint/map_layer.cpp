#include "paint/map_layer.h"

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

std::vector<float> line_segments(const MapMesh& mesh) {
    std::vector<float> data;
    data.reserve(mesh.line_points.size() * 6);
    for (const MapMesh::Line& line : mesh.lines) {
        for (uint32_t i = 0; i + 1 < line.count; ++i) {
            const Vec2 a = mesh.line_points[line.first + i], b = mesh.line_points[line.first + i + 1];
            for (const float v : {a.x, a.y, b.x, b.y, static_cast<float>(line.left), static_cast<float>(line.right)})
                data.push_back(v);
        }
    }
    return data;
}

}  // namespace

bool MapPrograms::make() {
    fill = link(shader::map_fill_vert, shader::map_fill_frag, "map_fill");
    line = link(shader::map_line_vert, shader::map_line_frag, "map_line");
    if (!fill || !line) return false;
    const auto in_fill = [this](const char* name) { return glGetUniformLocation(fill, name); };
    const auto in_line = [this](const char* name) { return glGetUniformLocation(line, name); };
    fill_at = {in_fill("transform"), in_fill("window_px"), in_fill("colours"), in_fill("dpr")};
    line_at = {in_line("transform"),     in_line("window_px"),    in_line("width_px"),
               in_line("border_colour"), in_line("coast_colour"), in_line("only_feature")};
    return true;
}

MapLayer::MapLayer(const MapMesh& mesh) : features_(mesh.features()) {
    glGenVertexArrays(1, &area_array_), glGenVertexArrays(1, &line_array_);
    GLuint buffers[4];
    glGenBuffers(4, buffers);
    area_vertices_ = buffers[0], area_indices_ = buffers[1], line_corners_ = buffers[2], line_segments_ = buffers[3];

    glBindVertexArray(area_array_);
    fill_buffer(GL_ARRAY_BUFFER, area_vertices_, area_vertices(mesh));
    fill_buffer(GL_ELEMENT_ARRAY_BUFFER, area_indices_, mesh.triangles);
    index_count_ = static_cast<GLsizei>(mesh.triangles.size());
    constexpr GLsizei area_stride = 3 * sizeof(float);
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, area_stride, byte_offset(0));
    glEnableVertexAttribArray(1),
        glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, area_stride, byte_offset(2 * sizeof(float)));

    glBindVertexArray(line_array_);
    fill_buffer(GL_ARRAY_BUFFER, line_corners_, std::vector<float>{0, -1, 0, 1, 1, -1, 1, 1});
    glEnableVertexAttribArray(0), glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 2 * sizeof(float), byte_offset(0));
    const std::vector<float> segments = line_segments(mesh);
    fill_buffer(GL_ARRAY_BUFFER, line_segments_, segments);
    segment_count_ = static_cast<GLsizei>(segments.size() / 6);
    constexpr GLsizei line_stride = 6 * sizeof(float);
    glEnableVertexAttribArray(1), glVertexAttribPointer(1, 4, GL_FLOAT, GL_FALSE, line_stride, byte_offset(0));
    glEnableVertexAttribArray(2),
        glVertexAttribPointer(2, 2, GL_FLOAT, GL_FALSE, line_stride, byte_offset(4 * sizeof(float)));
    glVertexAttribDivisor(1, 1), glVertexAttribDivisor(2, 1);
    glBindVertexArray(0);

    glGenTextures(1, &colours_);
    glBindTexture(GL_TEXTURE_2D, colours_);
    for (const auto& [name, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_MAG_FILTER, GL_NEAREST},
                                      {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                      {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
}

MapLayer::~MapLayer() {
    if (abandoned_) return;
    glDeleteVertexArrays(1, &area_array_), glDeleteVertexArrays(1, &line_array_);
    const GLuint buffers[] = {area_vertices_, area_indices_, line_corners_, line_segments_};
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

    glUseProgram(programs.fill);
    upload_colours(mark);
    glUniform4f(programs.fill_at.transform, scale, 0, x, y);
    glUniform2f(programs.fill_at.window, window_px.x, window_px.y);
    glUniform1i(programs.fill_at.colours, 0);
    glUniform1f(programs.fill_at.dpr, dpr);
    glBindVertexArray(area_array_);
    glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);

    glUseProgram(programs.line);
    glUniform4f(programs.line_at.transform, scale, 0, x, y);
    glUniform2f(programs.line_at.window, window_px.x, window_px.y);
    glBindVertexArray(line_array_);
    const auto lines = [&](float border_px, float coast_px, Color border, Color coast, float only) {
        glUniform2f(programs.line_at.width, border_px * dpr, coast_px * dpr);
        uniform_colour(programs.line_at.border, border);
        uniform_colour(programs.line_at.coast, coast);
        glUniform1f(programs.line_at.only, only);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, segment_count_);
    };
    lines(mark.border_px, mark.coast_px, mark.border, mark.coast, -1);
    if (mark.emphasized < 0) return glBindVertexArray(0);
    const float halo_px = mark.emphasis_px + 3;
    if (mark.emphasis_halo.visible())
        lines(halo_px, halo_px, mark.emphasis_halo, mark.emphasis_halo, static_cast<float>(mark.emphasized));
    lines(mark.emphasis_px, mark.emphasis_px, mark.emphasis, mark.emphasis, static_cast<float>(mark.emphasized));
    glBindVertexArray(0);
}

}  // namespace atlas::paint
