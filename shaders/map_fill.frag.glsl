uniform sampler2D colours;   // row 0: fill of each feature; row 1: r > 0.5 marks "no data"
uniform float dpr;
flat in int v_feature;
out vec4 colour;
void main() {
    colour = texelFetch(colours, ivec2(v_feature, 0), 0);
    if (texelFetch(colours, ivec2(v_feature, 1), 0).r > 0.5) {
        // Diagonal hatch, 6 px apart and 1 px thick, antialiased, the same on every map and at every zoom.
        float d = abs(fract((gl_FragCoord.x + gl_FragCoord.y) / (6.0 * dpr)) - 0.5) * 6.0 * dpr * 0.7071;
        vec3 line = vec3(dot(colour.rgb, vec3(0.3, 0.6, 0.1)) > 0.4 ? 0.6 : 0.5);
        colour.rgb = mix(line, colour.rgb, smoothstep(0.0, 1.0, d - 0.35 * dpr));
    }
}
