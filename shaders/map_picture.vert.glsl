// A map's picture where its place is on the screen now.
uniform vec4 at_px;          // x, y, width, height (device pixels)
uniform vec2 window_px;
out vec2 v_uv;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 p = at_px.xy + corner * at_px.zw;
    v_uv = vec2(corner.x, 1.0 - corner.y);
    gl_Position = vec4(p.x / window_px.x * 2.0 - 1.0, 1.0 - p.y / window_px.y * 2.0, 0.0, 1.0);
}
