// A map drawn once into a texture: while the camera moves the texture is moved and stretched, and drawn anew when it no
// longer fills the map or would look soft. What costs time in a map is its geometry, and on a machine without a GPU all of
// it: 12,000 triangles took 60 ms of SwiftShader a frame, a textured rectangle takes 4.
#pragma once
#include <optional>
#include <vector>

#include "atlas_gl.h"
#include "paint/map_layer.h"

namespace atlas::paint {

/// Maps that lie over each other with one camera: the country's, and finer ones of what is near.
struct MapStack {
    struct Item {
        MapLayer* layer;
        const scene::MapMark* mark;
    };
    std::vector<Item> items;  ///< at least one; the camera is that of the first
    float dpr = 1, shift_y_px = 0;
    Rect clip;  ///< device pixels of the window
    /// The one colour that lies below all of `clip`: with it the picture is opaque and need not be blended.
    std::optional<Color> ground;

    float scale() const { return items.front().mark->scale * dpr; }
    Vec2 offset() const {
        const Vec2 at = items.front().mark->offset;
        return Vec2{at.x, at.y + shift_y_px} * dpr;
    }
};

class MapPicture {
public:
    MapPicture() = default;
    ~MapPicture();
    MapPicture(MapPicture&& other) noexcept;
    MapPicture& operator=(MapPicture&&) = delete;
    void forget() { texture_ = framebuffer_ = 0; }  ///< the context is gone

    /// Draws it anew if needed; binds a framebuffer of its own then. `moving`: the camera is on its way, a picture that is
    /// nearly right will do.
    void prepare(const MapPrograms& programs, const MapStack& stack, bool moving);
    /// Onto the bound framebuffer of `window_px`, with the outlines of emphasised areas.
    void draw(const MapPrograms& programs, const MapStack& stack, Vec2 window_px) const;
    bool is_made() const { return texture_ != 0; }
    /// What draw() shows is the map to the pixel.
    bool is_exact() const { return exact_; }

private:
    void make(const MapPrograms& programs, const MapStack& stack, Rect covered);
    bool fits(const MapStack& stack, bool moving) const;
    Rect place(const MapStack& stack) const;

    GLuint texture_ = 0, framebuffer_ = 0;
    Rect covered_;  ///< what the picture showed when it was made: whole device pixels of the window
    float scale_ = 0;
    Vec2 offset_;
    uint64_t content_ = 0;
    bool exact_ = false;
};

}  // namespace atlas::paint
