// Areas of a map: one vertex buffer for all features, colours looked up by feature number.
layout(location = 0) in vec2 plane_km;
layout(location = 1) in float feature;
uniform vec4 transform;      // scale, unused, offset x, offset y (device pixels)
uniform vec2 window_px;      // device pixels
flat out int v_feature;
void main() {
    vec2 p = plane_km * transform.x + transform.zw;
    gl_Position = vec4(p.x / window_px.x * 2.0 - 1.0, 1.0 - p.y / window_px.y * 2.0, 0.0, 1.0);
    v_feature = int(feature + 0.5);
}
