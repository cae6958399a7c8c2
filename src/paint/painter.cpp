#include "paint/painter.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "atlas_gl.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "paint/frame.h"
#include "paint/map_layer.h"
#include "paint/map_picture.h"
#include "paint/shapes.h"

namespace atlas::paint {
namespace {

/// What a map needs when its turn in the draw list comes.
struct MapCall {
    MapStack stack;
    const MapPicture* picture = nullptr;
    const MapPrograms* programs;
    Vec2 window_px;
};

void draw_map_call(const ImDrawList*, const ImDrawCmd* command) {
    const auto& call = *static_cast<const MapCall*>(command->UserCallbackData);
    call.picture->draw(*call.programs, call.stack, call.window_px);
}

bool same_camera(const scene::MapMark& a, const scene::MapMark& b) {
    return a.rect == b.rect && a.scale == b.scale && a.offset == b.offset;
}

bool holds(Rect outer, Rect inner) {
    return outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() &&
           outer.bottom() >= inner.bottom();
}

/// The one colour on which the map at `index` is drawn, if there is one. `clip`: CSS pixels of the layer.
std::optional<Color> ground_below(const scene::Scene& scene, scene::Layer which, size_t index, Rect clip) {
    const auto& marks = scene.layer(which);
    int closed = 0;  // groups with a clip of their own, which ended before the map
    for (size_t i = index; i-- > 0;) {
        const scene::Mark& mark = marks[i];
        if (std::holds_alternative<scene::ClipEnd>(mark)) ++closed;
        if (std::holds_alternative<scene::ClipMark>(mark)) closed = std::max(0, closed - 1);
        const auto* rect = std::get_if<scene::RectMark>(&mark);
        const Rect inked = scene::bounds(mark).grown(rect && rect->shadow ? shadow_reach_px : 0);
        if (!inked.intersects(clip) || std::holds_alternative<scene::ClipMark>(mark)) continue;
        if (rect && !rect->fill.visible() && !rect->stroke.visible()) continue;
        const bool is_ground = rect && closed == 0 && rect->fill.a == 255 &&
                               holds(rect->rect.grown(-std::max(rect->radius_px, rect->stroke_px)), clip);
        return is_ground ? std::optional(rect->fill) : std::nullopt;
    }
    for (const scene::Layer lower : scene::all_layers) {
        if (lower == which) break;
        if (!scene.layer(lower).empty()) return std::nullopt;
    }
    return scene.ground;
}

Rect scaled(Rect r, float k) { return {r.x * k, r.y * k, r.w * k, r.h * k}; }

}  // namespace

struct Painter::Impl {
    ImGuiContext* context = nullptr;  ///< a window's own: of two windows each has its painter
    Fonts fonts;
    MapPrograms programs;
    bool gl_ready = false;
    std::unordered_map<uint64_t, std::unique_ptr<MapLayer>> layers;
    std::unordered_map<uint64_t, std::weak_ptr<const MapMesh>> meshes;
    std::unique_ptr<FieldEditor> editor;
    std::optional<TextField> field;
    std::function<void(std::string)> field_changed;
    std::deque<MapCall> calls;  ///< of the frame being drawn; addresses stay valid
    struct Kept {
        Rect rect;  ///< of the map on the page: its name from frame to frame
        MapPicture picture;
    };
    std::deque<Kept> pictures;  ///< one a call; while a camera moves those of a moment ago too

    bool ensure_gl() {
        if (gl_ready) return true;
        if (!ImGui_ImplOpenGL3_Init(gl::glsl_version)) return false;
        gl_ready = programs.make();
        if (!gl_ready) ImGui_ImplOpenGL3_Shutdown();  // the context was lost meanwhile: tried again when it is back
        return gl_ready;
    }

    MapLayer& layer_for(const MapMeshPtr& mesh) {
        for (auto it = meshes.begin(); it != meshes.end();) {
            const bool gone = it->second.expired();
            if (gone) layers.erase(it->first);
            it = gone ? meshes.erase(it) : std::next(it);
        }
        auto& layer = layers[mesh->id];
        if (!layer) {
            layer = std::make_unique<MapLayer>(*mesh);
            meshes[mesh->id] = mesh;
        }
        return *layer;
    }

    /// Makes the maps' pictures before anything is drawn on the window. True when all are exact.
    bool prepare_maps(bool moving) {
        if (calls.empty()) return pictures.clear(), true;
        const GLuint window = gl::bound_framebuffer();
        std::deque<Kept> before = std::exchange(pictures, {});
        bool exact = true;
        for (MapCall& call : calls) {
            const Rect rect = call.stack.items.front().mark->rect;
            const auto known =
                std::find_if(before.begin(), before.end(), [&](const Kept& k) { return k.rect == rect; });
            pictures.push_back({rect, known == before.end() ? MapPicture() : std::move(known->picture)});
            MapPicture& picture = pictures.back().picture;
            picture.prepare(programs, call.stack, moving);
            call.picture = &picture;
            exact = exact && picture.is_exact();
        }
        // An inset goes while the map is moved, and comes back with it.
        for (Kept& kept : before)
            if (moving && kept.picture.is_made()) pictures.push_back(std::move(kept));
        glBindFramebuffer(GL_FRAMEBUFFER, window);
        return exact;
    }

    void draw_layer(ImDrawList& list, const scene::Scene& scene, scene::Layer which, Placement placement,
                    Vec2 window_px);
};

void Painter::Impl::draw_layer(ImDrawList& list, const scene::Scene& scene, scene::Layer which, Placement placement,
                               Vec2 window_px) {
    ShapeWriter shapes(list, fonts, placement);
    std::vector<Rect> clips{{0, 0, window_px.x, window_px.y}};
    const scene::MapMark* map_below = nullptr;  // the mark before, if it was a map
    for (const scene::Mark& mark : scene.layer(which)) {
        if (const auto* clip = std::get_if<scene::ClipMark>(&mark)) {
            const Rect r = intersection(scaled(clip->rect.moved(0, placement.shift_y_px), placement.dpr), clips.back());
            clips.push_back(r);
            map_below = nullptr;
            list.PushClipRect({std::round(r.x), std::round(r.y)}, {std::round(r.right()), std::round(r.bottom())},
                              true);
            continue;
        }
        if (std::holds_alternative<scene::ClipEnd>(mark)) {
            map_below = nullptr;
            if (clips.size() > 1) clips.pop_back(), list.PopClipRect();
            continue;
        }
        // Culling: a long page costs only what the window shows of it.
        const Rect seen =
            scaled(scene::bounds(mark).moved(0, placement.shift_y_px), placement.dpr).grown(16 * placement.dpr);
        if (!seen.intersects(clips.back())) continue;
        const scene::MapMark* below = std::exchange(map_below, nullptr);
        if (const auto* map = std::get_if<scene::MapMark>(&mark)) {
            if (!map->mesh) continue;
            map_below = map;
            const MapStack::Item item{&layer_for(map->mesh), map};
            if (below && same_camera(*below, *map)) {
                calls.back().stack.items.push_back(item);
                continue;
            }
            const Rect clip =
                intersection(scaled(map->rect.moved(0, placement.shift_y_px), placement.dpr), clips.back());
            const auto index = static_cast<size_t>(&mark - scene.layer(which).data());
            calls.push_back(
                {{{item}, placement.dpr, placement.shift_y_px, clip, ground_below(scene, which, index, map->rect)},
                 nullptr,
                 &programs,
                 window_px});
            list.AddCallback(draw_map_call, &calls.back());
            list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
            continue;
        }
        std::visit(
            [&shapes](const auto& m) {
                if constexpr (requires { shapes(m); }) shapes(m);
            },
            mark);
    }
    while (clips.size() > 1) clips.pop_back(), list.PopClipRect();
}

Painter::Painter(GlyphSource& glyphs) : impl_(std::make_unique<Impl>()) {
    IMGUI_CHECKVERSION();
    impl_->context = ImGui::CreateContext();
    ImGui::SetCurrentContext(impl_->context);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    impl_->fonts = add_fonts(glyphs);
}

Painter::~Painter() {
    ImGui::SetCurrentContext(impl_->context);
    impl_->pictures.clear();
    impl_->layers.clear();
    if (impl_->gl_ready) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void Painter::context_lost() {
    ImGui::SetCurrentContext(impl_->context);
    for (auto& kept : impl_->pictures) kept.picture.forget();
    impl_->pictures.clear();
    for (auto& [id, layer] : impl_->layers) layer->forget();
    impl_->layers.clear();
    impl_->meshes.clear();
    if (!impl_->gl_ready) return;
    // Deleting names of a dead context does nothing, so the ordinary shutdown is safe. The atlas keeps its pixels: its
    // textures only have to be made anew.
    ImGui_ImplOpenGL3_Shutdown();
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
    impl_->gl_ready = false;
}

void Painter::set_field_editor(std::unique_ptr<FieldEditor> editor) { impl_->editor = std::move(editor); }

void Painter::edit(const TextField* field, std::function<void(std::string)> changed) {
    impl_->field = field ? std::optional(*field) : std::nullopt;
    impl_->field_changed = std::move(changed);
}

bool Painter::draw(const scene::Scene& scene, float scroll_px, int width, int height, float dpr, bool moving) {
    ImGui::SetCurrentContext(impl_->context);
    if (width <= 0 || height <= 0 || !impl_->ensure_gl()) return true;
    const ImVec2 display{static_cast<float>(width), static_cast<float>(height)};
    ImGui_ImplOpenGL3_NewFrame();
    if (impl_->editor)
        impl_->editor->begin_frame(display);
    else
        begin_draw_frame(display);
    // Made with the frame: its settings come from the shared data that the lines above filled.
    ImDrawList list(ImGui::GetDrawListSharedData());
    begin_list(list, display);
    impl_->calls.clear();
    const Vec2 window_px{display.x, display.y};
    for (const scene::Layer layer : scene::all_layers)
        impl_->draw_layer(list, scene, layer, {dpr, layer == scene::Layer::document ? -scroll_px : 0}, window_px);
    const bool exact = impl_->prepare_maps(moving);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    const auto part = [](uint8_t byte) { return static_cast<float>(byte) / 255; };
    glClearColor(part(scene.ground.r), part(scene.ground.g), part(scene.ground.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    render_list(list, display);
    if (impl_->editor)
        impl_->editor->end_frame(impl_->field ? &*impl_->field : nullptr, impl_->fonts, dpr, impl_->field_changed);
    return exact;
}

}  // namespace atlas::paint
