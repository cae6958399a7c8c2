// Text forms of a scene: for golden tests, for the command line and for scripts in the page.
#include <cstdio>

#include "scene/scene.h"

namespace atlas::scene {
namespace {

std::string num(float v) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", static_cast<double>(v) + 0.0);
    std::string text = buffer;
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}
std::string str(const Rect& r) { return num(r.x) + "," + num(r.y) + " " + num(r.w) + "x" + num(r.h); }
std::string str(Vec2 v) { return num(v.x) + "," + num(v.y); }
std::string str(Color c) {
    if (!c.visible()) return "none";
    char buffer[16];
    if (c.a == 255)
        std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x", c.r, c.g, c.b);
    else
        std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    return buffer;
}

struct Describe {
    std::string operator()(const RectMark& m) const {
        return "rect " + str(m.rect) + " fill " + str(m.fill) + (m.stroke_px > 0 ? " stroke " + str(m.stroke) : "") +
               (m.radius_px > 0 ? " radius " + num(m.radius_px) : "");
    }
    std::string operator()(const TextMark& m) const {
        return "text " + str(m.baseline) + " " + num(m.font.size_px) + (m.font.weight == Weight::bold ? "b " : " ") +
               str(m.color) + " \"" + m.text + "\"";
    }
    std::string operator()(const PathMark& m) const {
        std::string line = m.closed ? "shape" : "path";
        for (const Vec2 p : m.points) line += " " + str(p);
        if (m.fill.visible()) line += " fill " + str(m.fill);
        if (m.stroke.visible()) line += " stroke " + str(m.stroke) + " " + num(m.stroke_px);
        return line + (m.dash_px > 0 ? " dash " + num(m.dash_px) : "");
    }
    std::string operator()(const SymbolMark& m) const {
        static constexpr const char* shapes[] = {"circle", "square", "diamond", "triangle", "hexagon"};
        return std::string(shapes[static_cast<size_t>(m.shape)]) + " " + str(m.center) + " r " + num(m.radius_px) +
               " fill " + str(m.fill) + (m.stroke_px > 0 ? " stroke " + str(m.stroke) : "");
    }
    std::string operator()(const MapMark& m) const {
        std::string line = "map " + str(m.rect) + " features " + std::to_string(m.fills.size()) + " fills";
        if (m.outer.visible()) line += " outer " + str(m.outer);
        for (size_t i = 0; i < m.fills.size(); ++i)
            line += " " + (i < m.hatched.size() && m.hatched[i] ? std::string("hatch") : str(m.fills[i]));
        return line;
    }
    std::string operator()(const ClipMark& m) const { return "clip " + str(m.rect); }
    std::string operator()(const ClipEnd&) const { return "end-clip"; }
};

void append_flags(std::string& line, const Node& node) {
    if (node.level) line += " level=" + std::to_string(node.level);
    if (!node.value.empty()) line += " value=\"" + node.value + "\"";
    if (node.current) line += " current";
    if (node.selected) line += " selected";
    if (node.toggles) line += node.pressed ? " pressed" : " not-pressed";
    if (node.expands) line += node.expanded ? " expanded" : " collapsed";
    if (node.disabled) line += " disabled";
    if (node.roving) line += " mark";
    if (node.lang) line += std::string(" lang=") + to_string(*node.lang);
    if (!node.href.empty()) line += " → " + node.href;
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\', out += c;
        } else if (byte < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x", byte);
            out += buffer;
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_field(std::string& out, const char* key, std::string_view value) {
    if (value.empty()) return;
    out += ",\"", out += key, out += "\":";
    append_json_string(out, value);
}

}  // namespace

std::string dump(const Scene& scene) {
    std::string out = "scene " + num(scene.size.x) + "x" + num(scene.size.y) + " document " +
                      num(scene.document_height) + " \"" + scene.title + "\"";
    out += scene.lang == Lang::ja ? "\n" : std::string(" lang=") + to_string(scene.lang) + "\n";
    for (const Layer layer : all_layers) {
        if (scene.layer(layer).empty()) continue;
        out += std::string("layer ") + to_string(layer) + "\n";
        for (const Mark& mark : scene.layer(layer)) out += "  " + std::visit(Describe{}, mark) + "\n";
    }
    out += "semantics\n" + dump_semantics(scene);
    return out;
}

std::string dump_semantics(const Scene& scene) {
    std::string out;
    std::vector<int> depth(scene.nodes.size(), 1);
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        const Node& node = scene.nodes[i];
        if (node.parent >= 0) depth[i] = depth[static_cast<size_t>(node.parent)] + 1;
        std::string line(static_cast<size_t>(depth[i]) * 2, ' ');
        line += std::string(to_string(node.role)) + " " + node.id;
        if (!node.name.empty()) line += " \"" + node.name + "\"";
        append_flags(line, node);
        out += line + "\n";
    }
    return out;
}

std::string semantics_json(const Scene& scene, float scroll_px) {
    std::string out = "{\"title\":";
    append_json_string(out, scene.title);
    append_field(out, "description", scene.description);
    append_field(out, "lang", to_string(scene.lang));
    out += ",\"scroll\":" + num(scroll_px) + ",\"nodes\":[";
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        const Node& node = scene.nodes[i];
        out += i ? ",\n{\"id\":" : "\n{\"id\":";
        append_json_string(out, node.id);
        if (node.parent >= 0) append_field(out, "parent", scene.nodes[static_cast<size_t>(node.parent)].id);
        append_field(out, "role", to_string(node.role));
        append_field(out, "name", node.name);
        append_field(out, "value", node.value);
        append_field(out, "description", node.description);
        append_field(out, "href", node.href);
        append_field(out, "layer", to_string(node.layer));
        if (node.lang) append_field(out, "lang", to_string(*node.lang));
        out += ",\"rect\":[" + num(node.rect.x) + "," + num(node.rect.y) + "," + num(node.rect.w) + "," +
               num(node.rect.h) + "]";
        if (node.level) out += ",\"level\":" + std::to_string(node.level);
        if (node.focusable()) out += ",\"focusable\":true";
        if (node.current) out += ",\"current\":true";
        if (node.selected) out += ",\"selected\":true";
        if (node.toggles) out += node.pressed ? ",\"pressed\":true" : ",\"pressed\":false";
        if (node.expands) out += node.expanded ? ",\"expanded\":true" : ",\"expanded\":false";
        if (node.disabled) out += ",\"disabled\":true";
        out += "}";
    }
    return out + "\n]}\n";
}

}  // namespace atlas::scene
