#include "paint/map_picture.h"

#include <cmath>
#include <string_view>
#include <utility>

#include "core/strings.h"

namespace atlas::paint {
namespace {

constexpr float margin_share = 0.25f;  ///< beyond each edge of a moving map: what comes into sight next
constexpr float softest = 1.6f;        ///< stretched further, borders look smeared
constexpr float largest_px = 4096;     ///< of a texture that every device can hold

template <class T>
uint64_t hash_of(const std::vector<T>& items, uint64_t hash) {
    return hash_bytes({reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)}, hash);
}

/// Everything of the maps but their camera and outlines.
uint64_t content_of(const MapStack& stack) {
    uint64_t hash = 1;
    if (stack.ground) hash = hash_bytes({reinterpret_cast<const char*>(&*stack.ground), sizeof *stack.ground}, hash);
    for (const MapStack::Item& item : stack.items) {
        const scene::MapMark& m = *item.mark;
        const float numbers[] = {stack.dpr, m.border_px, m.coast_px, m.outer_px, static_cast<float>(m.hatched.size())};
        const Color colours[] = {m.border, m.coast, m.outer};
        hash = hash_bytes({reinterpret_cast<const char*>(&m.mesh->id), sizeof m.mesh->id}, hash);
        hash = hash_bytes({reinterpret_cast<const char*>(numbers), sizeof numbers}, hash);
        hash = hash_bytes({reinterpret_cast<const char*>(colours), sizeof colours}, hash);
        hash = hash_of(m.fills, hash);
        hash = hash_of(std::vector<char>(m.hatched.begin(), m.hatched.end()), hash);
    }
    return hash;
}

bool contains(Rect outer, Rect inner) {
    constexpr float slack_px = 0.51f;
    return outer.x <= inner.x + slack_px && outer.y <= inner.y + slack_px &&
           outer.right() >= inner.right() - slack_px && outer.bottom() >= inner.bottom() - slack_px;
}

Rect on_pixels(Rect r) {
    const float x = std::floor(r.x), y = std::floor(r.y);
    return {x, y, std::ceil(r.right()) - x, std::ceil(r.bottom()) - y};
}

bool is_whole(float v) { return std::abs(v - std::round(v)) < 1.f / 64; }

}  // namespace

MapPicture::MapPicture(MapPicture&& other) noexcept
    : texture_(std::exchange(other.texture_, 0)),
      framebuffer_(std::exchange(other.framebuffer_, 0)),
      covered_(other.covered_),
      scale_(other.scale_),
      offset_(other.offset_),
      content_(other.content_),
      exact_(other.exact_) {}

MapPicture::~MapPicture() {
    if (!texture_) return;
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
}

/// Where what it covered is now.
Rect MapPicture::place(const MapStack& stack) const {
    const float k = stack.scale() / scale_;
    const Vec2 at = Vec2{covered_.x, covered_.y} * k + stack.offset() - offset_ * k;
    return {at.x, at.y, covered_.w * k, covered_.h * k};
}

bool MapPicture::fits(const MapStack& stack, bool moving) const {
    if (!texture_ || scale_ <= 0) return false;
    const Rect now = place(stack);
    if (!contains(now, stack.clip)) return false;
    if (stack.scale() == scale_ && is_whole(now.x) && is_whole(now.y)) return true;
    const float k = stack.scale() / scale_;
    return moving && k < softest && k > 1 / softest;
}

void MapPicture::prepare(const MapPrograms& programs, const MapStack& stack, bool moving) {
    const uint64_t content = content_of(stack);
    if (content != content_ || !fits(stack, moving)) {
        const scene::MapMark& mark = *stack.items.front().mark;
        const Rect whole = on_pixels({mark.rect.x * stack.dpr, (mark.rect.y + stack.shift_y_px) * stack.dpr,
                                      mark.rect.w * stack.dpr, mark.rect.h * stack.dpr});
        Rect covered = whole;
        // The first picture is of a map that has not moved yet.
        if (moving && content == content_) {
            const float x = std::round(whole.w * margin_share), y = std::round(whole.h * margin_share);
            covered = {whole.x - x, whole.y - y, whole.w + 2 * x, whole.h + 2 * y};
        }
        if (covered.w > largest_px || covered.h > largest_px) covered = on_pixels(stack.clip);
        content_ = content;
        make(programs, stack, covered);
    }
    const Rect now = place(stack);
    exact_ = stack.scale() == scale_ && is_whole(now.x) && is_whole(now.y);
}

void MapPicture::make(const MapPrograms& programs, const MapStack& stack, Rect covered) {
    const bool resized = !texture_ || covered.w != covered_.w || covered.h != covered_.h;
    covered_ = covered, scale_ = stack.scale(), offset_ = stack.offset();
    const auto width = static_cast<GLsizei>(covered.w), height = static_cast<GLsizei>(covered.h);
    if (!texture_) glGenTextures(1, &texture_), glGenFramebuffers(1, &framebuffer_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    if (resized) {
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    if (resized) glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    const auto channel = [](uint8_t v) { return static_cast<float>(v) / 255.f; };
    const Color below = stack.ground.value_or(transparent);
    glClearColor(channel(below.r), channel(below.g), channel(below.b), channel(below.a));
    glClear(GL_COLOR_BUFFER_BIT);
    const MapTarget target{
        {covered.w, covered.h}, {0, 0, covered.w, covered.h}, scale_, offset_ - Vec2{covered.x, covered.y}, stack.dpr};
    for (const MapStack::Item& item : stack.items) item.layer->draw(programs, *item.mark, target);
}

void MapPicture::draw(const MapPrograms& programs, const MapStack& stack, Vec2 window_px) const {
    if (stack.clip.empty()) return;
    const MapTarget target{window_px, stack.clip, stack.scale(), stack.offset(), stack.dpr};
    clip_to(target);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    // On one colour nothing shines through. (Blitting looked dearer than this rectangle on SwiftShader.)
    if (stack.ground) glDisable(GL_BLEND);
    glUseProgram(programs.picture);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_);
    // Only moved: pixel by pixel, which is sharp and costs half.
    const bool same_size = stack.scale() == scale_;
    for (const GLenum filter : {GLenum{GL_TEXTURE_MAG_FILTER}, GLenum{GL_TEXTURE_MIN_FILTER}})
        glTexParameteri(GL_TEXTURE_2D, filter, same_size ? GL_NEAREST : GL_LINEAR);
    Rect at = place(stack);
    if (same_size) at.x = std::round(at.x), at.y = std::round(at.y);
    glUniform4f(programs.picture_at.at, at.x, at.y, at.w, at.h);
    glUniform2f(programs.picture_at.window, window_px.x, window_px.y);
    glUniform1i(programs.picture_at.picture, 0);
    glBindVertexArray(programs.no_vertices);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glEnable(GL_BLEND);
    for (const MapStack::Item& item : stack.items) item.layer->draw_outline(programs, *item.mark, target);
    glBindVertexArray(0);
}

}  // namespace atlas::paint
