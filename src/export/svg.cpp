#include "export/svg.h"

#include <cstdio>

#include "core/strings.h"
#include "export/escape.h"
#include "export/outlines.h"
#include "scene/symbol.h"

namespace atlas::exporting {
namespace {

using scene::Layer;

/// At most one decimal, without a trailing ".0".
std::string num(float v) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", static_cast<double>(v) + 0.0);
    std::string text = buffer;
    if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string hex(Color c) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x", c.r, c.g, c.b);
    return buffer;
}

std::string paint(const char* attribute, Color c) {
    std::string out = std::string(" ") + attribute + "=\"" + (c.visible() ? hex(c) : "none") + "\"";
    if (!c.visible() || c.a == 255) return out;
    char opacity[16];
    std::snprintf(opacity, sizeof opacity, "%.2f", c.a / 255.0);
    return out + " " + attribute + "-opacity=\"" + opacity + "\"";
}

std::string stroke(Color c, float width_px) {
    if (!c.visible() || width_px <= 0) return {};
    return paint("stroke", c) + " stroke-width=\"" + num(width_px) + "\"";
}

/// "M1 2L3 4…"; empty when fewer than `least` points remain.
std::string path_data(const std::vector<Vec2>& points, bool closed, size_t least) {
    std::string out;
    const std::vector<Vec2> kept = thinned(points, closed);
    if (kept.size() < least) return {};
    for (size_t i = 0; i < kept.size(); ++i) out += (i == 0 ? "M" : "L") + num(kept[i].x) + " " + num(kept[i].y);
    return closed ? out + "Z" : out;
}

class Writer {
public:
    Writer(const SvgOptions& options, Lang lang) : options_(options), lang_(lang) {}

    std::string write(const scene::Scene& scene);

    void operator()(const scene::RectMark& m);
    void operator()(const scene::TextMark& m);
    void operator()(const scene::PathMark& m);
    void operator()(const scene::SymbolMark& m);
    void operator()(const scene::MapMark& m);
    void operator()(const scene::ClipMark& m) { open_clip(m.rect), ++open_clips_; }
    void operator()(const scene::ClipEnd&) {
        if (open_clips_ > 0) body_ += "</g>\n", --open_clips_;
    }

private:
    void open_clip(const Rect& rect);
    void map_areas(const scene::MapMark& m);
    void map_borders(const scene::MapMark& m);
    std::string feature_path(const scene::MapMark& m, size_t feature) const;
    void layer(const scene::Scene& scene, Layer which, float shift_px);

    const SvgOptions& options_;
    Lang lang_;
    std::string body_, defs_;
    int clips_ = 0, open_clips_ = 0;
    bool has_hatch_ = false;
};

void Writer::operator()(const scene::RectMark& m) {
    const float inset = m.stroke.visible() ? m.stroke_px / 2 : 0;
    const Rect r = m.rect.grown(-inset);
    if (r.w <= 0 || r.h <= 0) return;
    body_ +=
        "<rect x=\"" + num(r.x) + "\" y=\"" + num(r.y) + "\" width=\"" + num(r.w) + "\" height=\"" + num(r.h) + "\"";
    if (m.radius_px > 0)
        body_ += " rx=\"" + num(std::max(0.f, std::min(m.radius_px - inset, std::min(r.w, r.h) / 2))) + "\"";
    body_ += paint("fill", m.fill) + stroke(m.stroke, m.stroke_px);
    if (m.shadow) body_ += " filter=\"drop-shadow(0 2px 6px rgb(0 0 0 / 0.2))\"";
    body_ += "/>\n";
}

void Writer::operator()(const scene::TextMark& m) {
    if (m.text.empty()) return;
    body_ += "<text x=\"" + num(m.baseline.x) + "\" y=\"" + num(m.baseline.y) + "\" font-size=\"" +
             num(m.font.size_px) + "\"";
    if (m.font.weight == Weight::bold) body_ += " font-weight=\"700\"";
    // Without it an English picture may show kanji in Chinese shapes.
    if (lang_ != Lang::ja && has_japanese(m.text)) body_ += " lang=\"ja\"";
    body_ += paint("fill", m.color);
    if (m.halo.visible()) body_ += stroke(m.halo, 3) + " stroke-linejoin=\"round\" paint-order=\"stroke\"";
    body_ += ">" + escaped(m.text) + "</text>\n";
}

void Writer::operator()(const scene::PathMark& m) {
    const std::string data = path_data(m.points, m.closed, 2);
    if (data.empty()) return;
    body_ += "<path d=\"" + data + "\"" + paint("fill", m.fill) + stroke(m.stroke, m.stroke_px);
    if (m.dash_px > 0) body_ += " stroke-dasharray=\"" + num(m.dash_px) + "\"";
    body_ += " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n";
}

void Writer::operator()(const scene::SymbolMark& m) {
    const std::string look = paint("fill", m.fill) + stroke(m.stroke, m.stroke_px);
    if (m.shape == scene::Shape::circle) {
        body_ += "<circle cx=\"" + num(m.center.x) + "\" cy=\"" + num(m.center.y) + "\" r=\"" + num(m.radius_px) +
                 "\"" + look + "/>\n";
        return;
    }
    body_ += "<path d=\"" + path_data(symbol_outline(m), true, 3) + "\"" + look + " stroke-linejoin=\"round\"/>\n";
}

void Writer::operator()(const scene::MapMark& m) {
    if (!m.mesh || m.rect.empty()) return;
    open_clip(m.rect);
    map_areas(m);
    map_borders(m);
    if (m.emphasized >= 0 && static_cast<size_t>(m.emphasized) < m.mesh->features() && m.emphasis.visible()) {
        const std::string data = feature_path(m, static_cast<size_t>(m.emphasized));
        if (!data.empty()) {
            if (m.emphasis_halo.visible())
                body_ += "<path d=\"" + data + "\" fill=\"none\"" + stroke(m.emphasis_halo, m.emphasis_px + 3) +
                         " stroke-linejoin=\"round\"/>\n";
            body_ += "<path d=\"" + data + "\" fill=\"none\"" + stroke(m.emphasis, m.emphasis_px) +
                     " stroke-linejoin=\"round\"/>\n";
        }
    }
    body_ += "</g>\n";
}

void Writer::open_clip(const Rect& r) {
    const std::string id = options_.id_prefix + "clip" + std::to_string(++clips_);
    defs_ += "<clipPath id=\"" + id + "\"><rect x=\"" + num(r.x) + "\" y=\"" + num(r.y) + "\" width=\"" + num(r.w) +
             "\" height=\"" + num(r.h) + "\"/></clipPath>\n";
    body_ += "<g clip-path=\"url(#" + id + ")\">\n";
}

std::string Writer::feature_path(const scene::MapMark& m, size_t feature) const {
    std::string data;
    for (const std::vector<Vec2>& ring : feature_rings(m, feature)) data += path_data(ring, true, 3);
    return data;
}

void Writer::map_areas(const scene::MapMark& m) {
    const MapMesh& mesh = *m.mesh;
    for (size_t f = 0; f < mesh.features(); ++f) {
        if (!shows_feature(m, f)) continue;
        const std::string data = feature_path(m, f);
        if (data.empty()) continue;
        const Color fill = f < m.fills.size() ? m.fills[f] : transparent;
        body_ += "<path d=\"" + data + "\"" + paint("fill", fill) + " fill-rule=\"evenodd\"/>\n";
        if (f >= m.hatched.size() || !m.hatched[f]) continue;
        if (!has_hatch_)
            defs_ += "<pattern id=\"" + options_.id_prefix +
                     "hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                     "patternTransform=\"rotate(45)\">"
                     "<path d=\"M0 0V6\" stroke=\"#999999\" stroke-width=\"2\"/></pattern>\n";
        has_hatch_ = true;
        body_ += "<path d=\"" + data + "\" fill=\"url(#" + options_.id_prefix + "hatch)\" fill-rule=\"evenodd\"/>\n";
    }
}

void Writer::map_borders(const scene::MapMark& m) {
    for (const Borders& borders : borders_of(m)) {
        std::string data;
        for (const std::vector<Vec2>& line : borders.lines) data += path_data(line, false, 2);
        if (!data.empty())
            body_ += "<path d=\"" + data + "\" fill=\"none\"" + stroke(borders.color, borders.width_px) +
                     " stroke-linejoin=\"round\"/>\n";
    }
}

void Writer::layer(const scene::Scene& scene, Layer which, float shift_px) {
    if (options_.only && *options_.only != which) return;
    const std::vector<scene::Mark>& marks = scene.layer(which);
    if (marks.empty()) return;
    body_ += "<g id=\"" + options_.id_prefix + scene::to_string(which) + "\">\n";
    bool shifted = false;
    for (const scene::Mark& mark : marks) {
        // A window opened to the whole document: what hangs at its lower edge goes down with the edge.
        const bool low = shift_px > 0 && scene::bounds(mark).y > scene.size.y / 2;
        if (open_clips_ == 0 && low != shifted)
            body_ += low ? "<g transform=\"translate(0 " + num(shift_px) + ")\">\n" : "</g>\n", shifted = low;
        std::visit(*this, mark);
    }
    for (; open_clips_ > 0; --open_clips_) body_ += "</g>\n";
    if (shifted) body_ += "</g>\n";
    body_ += "</g>\n";
}

std::string Writer::write(const scene::Scene& scene) {
    const float height = options_.whole_document ? std::max(scene.document_height, scene.size.y) : scene.size.y;
    const Rect view = options_.area ? *options_.area : Rect{0, 0, scene.size.x, height};
    for (const Layer which : scene::all_layers)
        layer(scene, which, which == Layer::chrome || which == Layer::overlay ? height - scene.size.y : 0);
    const std::string& title = options_.title.empty() ? scene.title : options_.title;
    const std::string& description = options_.description.empty() ? scene.description : options_.description;
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + num(view.w) + "\" height=\"" +
                      num(view.h) + "\" viewBox=\"" + num(view.x) + " " + num(view.y) + " " + num(view.w) + " " +
                      num(view.h) + "\" role=\"img\" lang=\"" + to_string(scene.lang) +
                      "\" font-family=\"'Noto Sans JP','Noto Sans CJK JP',sans-serif\" "
                      "font-kerning=\"none\">\n";
    if (!title.empty()) out += "<title>" + escaped(title) + "</title>\n";
    if (!description.empty()) out += "<desc>" + escaped(description) + "</desc>\n";
    if (!defs_.empty()) out += "<defs>\n" + defs_ + "</defs>\n";
    if (options_.ground)
        out += "<rect x=\"" + num(view.x) + "\" y=\"" + num(view.y) + "\" width=\"" + num(view.w) + "\" height=\"" +
               num(view.h) + "\" fill=\"#ffffff\"/>\n";
    return out + body_ + "</svg>\n";
}

}  // namespace

std::string to_svg(const scene::Scene& scene, const SvgOptions& options) {
    Writer writer(options, scene.lang);
    return writer.write(scene);
}

}  // namespace atlas::exporting
