// Borders: four vertices a segment, widened on screen to a capsule, so that lines keep their width at every zoom and joins
// are round by construction. Not instanced: a software renderer (SwiftShader) begins anew for every instance, which cost
// 15 µs a segment.
layout(location = 0) in vec2 from_km;
layout(location = 1) in vec2 to_km;
layout(location = 2) in float part;         // 4 × kind of the line (0 coast, 1 inner, 2 outer) + corner: bit 0 end, bit 1 side
uniform vec4 transform;
uniform vec2 window_px;
uniform vec3 width_px;                      // by kind (device pixels)
uniform vec4 colours[3];                    // by kind
out vec2 v_position;
flat out vec4 v_segment;
flat out vec4 v_colour;
flat out float v_half_width;
void main() {
    int code = int(part + 0.5), kind = code / 4, corner = code - 4 * kind;
    v_half_width = 0.5 * width_px[kind];
    v_colour = colours[kind];
    // A line thinner than a pixel is a pixel wide and paler: thin lines neither vanish nor flicker.
    if (v_half_width < 0.5) {
        v_colour.a *= 2.0 * v_half_width;
        v_half_width = 0.5;
    }
    vec2 a = from_km * transform.x + transform.zw;
    vec2 b = to_km * transform.x + transform.zw;
    vec2 along = b - a;
    float len = max(length(along), 1e-4);
    along /= len;
    vec2 across = vec2(-along.y, along.x);
    float reach = v_half_width + 0.5;       // where coverage ends
    bool at_end = corner == 1 || corner == 3;
    vec2 p = (at_end ? b + along * reach : a - along * reach) + across * (corner < 2 ? -reach : reach);
    v_position = p;
    v_segment = vec4(a, b);
    gl_Position = vec4(p.x / window_px.x * 2.0 - 1.0, 1.0 - p.y / window_px.y * 2.0, 0.0, 1.0);
    if (v_colour.a == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
