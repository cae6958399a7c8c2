// Borders: one instance a segment, widened on screen to a capsule, so that lines keep their width at every zoom and joins
// are round by construction.
layout(location = 0) in vec2 corner;        // (0|1, -1|1): along and across the segment
layout(location = 1) in vec4 segment_km;    // x0 y0 x1 y1
layout(location = 2) in vec2 sides;         // features left and right; right < 0: a coast
uniform vec4 transform;
uniform vec2 window_px;
uniform vec2 width_px;                      // of borders, of coasts (device pixels)
uniform vec4 border_colour;
uniform vec4 coast_colour;
out vec2 v_position;
flat out vec4 v_segment;
flat out vec4 v_colour;
flat out float v_half_width;
void main() {
    bool coast = sides.y < 0.0;
    v_half_width = 0.5 * (coast ? width_px.y : width_px.x);
    v_colour = coast ? coast_colour : border_colour;
    vec2 a = segment_km.xy * transform.x + transform.zw;
    vec2 b = segment_km.zw * transform.x + transform.zw;
    vec2 along = b - a;
    float len = max(length(along), 1e-4);
    along /= len;
    vec2 across = vec2(-along.y, along.x);
    float reach = v_half_width + 1.0;
    vec2 p = (corner.x < 0.5 ? a - along * reach : b + along * reach) + across * corner.y * reach;
    v_position = p;
    v_segment = vec4(a, b);
    gl_Position = vec4(p.x / window_px.x * 2.0 - 1.0, 1.0 - p.y / window_px.y * 2.0, 0.0, 1.0);
    if (v_colour.a == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
