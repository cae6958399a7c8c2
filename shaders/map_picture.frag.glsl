uniform sampler2D picture;   // alpha is multiplied in
in vec2 v_uv;
out vec4 colour;
void main() { colour = texture(picture, v_uv); }
