// Keeps a copy of the semantic tree elsewhere (the DOM) in step by sending only differences: nothing when nothing changed.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>

#include "scene/scene.h"

namespace atlas::scene {

/// Operations are records separated by U+001E, fields by U+001F; the first field is the verb:
///   N key parent previous role layer x y w h flags level pos size id name value description href placeholder options lang
///       a new or changed node; parent and previous sibling are keys (0: root / the first child); flags as in Flag; options
///       "value\x1Dlabel\x1Dlang\x1D…"; lang is empty where it is the parent's
///   M key x y w h          moved or resized
///   O key parent previous   the same node in another place of the tree
///   D key                  gone, with its children
///   F key                  takes the focus (0: none)
/// Keys are small numbers that stay with a node id. Rectangles are relative to the layer, rounded to half a pixel.
class MirrorDiff {
public:
    enum Flag : uint32_t {
        focusable = 1,
        current = 2,
        selected = 4,
        pressed = 8,
        toggles = 16,
        expanded = 32,
        expands = 64,
        disabled = 128,
        tab_stop = 256,
        in_composite = 512,  ///< one of several of which only the tab stop is reached by Tab
    };

    /// `focus`: id that the application wants focused now, or empty to leave the focus alone. `focused`: where it is.
    std::string update(const Scene& scene, const std::string& focus, const std::string& focused = {});
    /// The operation that gives node `id` the focus at once; empty when it was not sent yet.
    std::string focus_operation(const std::string& id) const;
    /// Forgets what was sent, so that the next update sends all.
    void reset();

    /// Node id of a key from the other side; empty when unknown.
    const std::string& id_of(uint32_t key) const;

private:
    struct Sent {
        uint32_t key = 0, parent = 0, previous = 0;
        uint64_t content = 0;
        Rect rect;
        bool seen = false;
    };
    std::unordered_map<std::string, Sent> sent_;
    std::unordered_map<uint32_t, std::string> ids_;
    uint32_t next_key_ = 1;
};

}  // namespace atlas::scene
