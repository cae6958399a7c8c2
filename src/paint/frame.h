// One frame of Dear ImGui's drawing parts — font atlas, draw list, renderer — without its windows and input. The web build
// links nothing else of ImGui (a quarter of the program's bytes); only the desktop's field editor runs a full ImGui frame.
#pragma once
#include "imgui.h"

namespace atlas::paint {

/// Readies atlas and shared data for a frame of this many device pixels. Not to be called in a frame that NewFrame() began.
void begin_draw_frame(ImVec2 display_px);

/// An empty list, clipped to the display, ready for marks.
void begin_list(ImDrawList& list, ImVec2 display_px);

/// Uploads what the atlas gained and draws the list into the bound framebuffer.
void render_list(ImDrawList& list, ImVec2 display_px);

}  // namespace atlas::paint
