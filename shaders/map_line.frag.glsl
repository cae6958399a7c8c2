in vec2 v_position;
flat in vec4 v_segment;
flat in vec4 v_colour;
flat in float v_half_width;
out vec4 colour;
void main() {
    // Distance to the segment decides coverage: analytic antialiasing, no MSAA needed.
    vec2 ab = v_segment.zw - v_segment.xy, ap = v_position - v_segment.xy;
    float t = clamp(dot(ap, ab) / max(dot(ab, ab), 1e-6), 0.0, 1.0);
    float coverage = clamp(v_half_width + 0.5 - length(ap - ab * t), 0.0, 1.0);
    colour = vec4(v_colour.rgb, v_colour.a * coverage);
}
