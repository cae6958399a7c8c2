// The marks of a scene as cairo draws them into a PDF. The same order and the same looks as ../svg.cpp.
#include "export/pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "export/cairo/pdf_fonts.h"
#include "export/outlines.h"
#include "scene/symbol.h"

namespace atlas::exporting {
namespace {

using scene::Layer;

constexpr double points_per_px = 0.75, longest_page_pt = 14400;
constexpr Color hatch_color = rgb(0x999999);

cairo_status_t append(void* out, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

class Writer {
public:
    Writer(cairo_t* cairo, const PdfFonts& fonts, const PdfOptions& options)
        : cairo_(cairo), fonts_(fonts), options_(options) {}

    void write(const scene::Scene& scene, float height_px);

    void operator()(const scene::RectMark& m);
    void operator()(const scene::TextMark& m);
    void operator()(const scene::PathMark& m);
    void operator()(const scene::SymbolMark& m);
    void operator()(const scene::MapMark& m);
    void operator()(const scene::ClipMark& m) { clip(m.rect), ++open_clips_; }
    void operator()(const scene::ClipEnd&) {
        if (open_clips_ > 0) cairo_restore(cairo_), --open_clips_;
    }

private:
    void color(Color c) { cairo_set_source_rgba(cairo_, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0); }
    void clip(const Rect& r);
    void outline(const std::vector<Vec2>& points, bool closed);
    void rounded(const Rect& r, float radius_px);
    void shadow(const Rect& r, float radius_px);
    void fill_and_stroke(Color fill, Color stroke, float stroke_px);
    void map_area(const scene::MapMark& m, size_t feature);
    void hatch(const Rect& area);
    void layer(const scene::Scene& scene, Layer which, float shift_px);
    void links(const scene::Scene& scene, float shift_px);

    cairo_t* cairo_;
    const PdfFonts& fonts_;
    const PdfOptions& options_;
    int open_clips_ = 0;
};

void Writer::clip(const Rect& r) {
    cairo_save(cairo_);
    cairo_rectangle(cairo_, r.x, r.y, r.w, r.h);
    cairo_clip(cairo_);
}

void Writer::outline(const std::vector<Vec2>& points, bool closed) {
    cairo_new_sub_path(cairo_);  // without it the first point is joined to the outline before
    for (const Vec2 p : points) cairo_line_to(cairo_, p.x, p.y);
    if (closed) cairo_close_path(cairo_);
}

void Writer::rounded(const Rect& r, float radius_px) {
    const double radius = std::min({radius_px, r.w / 2, r.h / 2});
    if (radius <= 0) return cairo_rectangle(cairo_, r.x, r.y, r.w, r.h);
    constexpr double quarter = std::numbers::pi / 2;
    const double left = r.x + radius, top = r.y + radius, right = r.right() - radius, bottom = r.bottom() - radius;
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, right, top, radius, -quarter, 0);
    cairo_arc(cairo_, right, bottom, radius, 0, quarter);
    cairo_arc(cairo_, left, bottom, radius, quarter, 2 * quarter);
    cairo_arc(cairo_, left, top, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo_);
}

/// A PDF has no blur: a few pale rings, each a little larger.
void Writer::shadow(const Rect& r, float radius_px) {
    constexpr int rings = 6;
    for (int ring = rings; ring > 0; --ring) {
        Rect grown = r.grown(static_cast<float>(ring) - 1);
        grown.y += 2;
        rounded(grown, radius_px + static_cast<float>(ring));
        color({0, 0, 0, 8});
        cairo_fill(cairo_);
    }
}

void Writer::fill_and_stroke(Color fill, Color stroke, float stroke_px) {
    const bool strokes = stroke.visible() && stroke_px > 0;
    if (fill.visible()) {
        color(fill);
        strokes ? cairo_fill_preserve(cairo_) : cairo_fill(cairo_);
    }
    if (strokes) {
        color(stroke);
        cairo_set_line_width(cairo_, stroke_px);
        cairo_stroke(cairo_);
    }
    cairo_new_path(cairo_);
}

void Writer::operator()(const scene::RectMark& m) {
    const float inset = m.stroke.visible() ? m.stroke_px / 2 : 0;
    const Rect r = m.rect.grown(-inset);
    if (r.w <= 0 || r.h <= 0) return;
    if (m.shadow) shadow(m.rect, m.radius_px);
    rounded(r, std::max(0.f, m.radius_px - inset));
    fill_and_stroke(m.fill, m.stroke, m.stroke_px);
}

void Writer::operator()(const scene::TextMark& m) {
    if (m.text.empty()) return;
    const GlyphRun run = fonts_.run(m.text, m.font, m.baseline);
    const int count = static_cast<int>(run.glyphs.size());
    cairo_set_font_face(cairo_, fonts_.face(m.font.weight));
    cairo_set_font_size(cairo_, m.font.size_px);
    if (m.halo.visible()) {
        cairo_glyph_path(cairo_, run.glyphs.data(), count);
        color(m.halo);
        cairo_set_line_width(cairo_, 3);
        cairo_stroke(cairo_);
    }
    color(m.color);
    cairo_show_text_glyphs(cairo_, run.text.data(), static_cast<int>(run.text.size()), run.glyphs.data(), count,
                           run.clusters.data(), static_cast<int>(run.clusters.size()), {});
}

void Writer::operator()(const scene::PathMark& m) {
    const std::vector<Vec2> points = thinned(m.points, m.closed);
    if (points.size() < 2) return;
    outline(points, m.closed);
    const double dash = m.dash_px;
    if (dash > 0) cairo_set_dash(cairo_, &dash, 1, 0);
    fill_and_stroke(m.fill, m.stroke, m.stroke_px);
    cairo_set_dash(cairo_, nullptr, 0, 0);
}

void Writer::operator()(const scene::SymbolMark& m) {
    cairo_new_path(cairo_);
    if (m.shape == scene::Shape::circle)
        cairo_arc(cairo_, m.center.x, m.center.y, m.radius_px, 0, 2 * std::numbers::pi);
    else
        outline(symbol_outline(m), true);
    fill_and_stroke(m.fill, m.stroke, m.stroke_px);
}

/// Diagonals 6 px apart, as on the GPU and in SVG, inside the clip of the area.
void Writer::hatch(const Rect& area) {
    constexpr float step_px = 6 * std::numbers::sqrt2_v<float>;
    color(hatch_color);
    cairo_set_line_width(cairo_, 2);
    for (float x = std::floor((area.x - area.h) / step_px) * step_px; x < area.right(); x += step_px) {
        cairo_move_to(cairo_, x, area.bottom());
        cairo_line_to(cairo_, x + area.h, area.y);
    }
    cairo_stroke(cairo_);
}

void Writer::map_area(const scene::MapMark& m, size_t feature) {
    Rect reach;
    for (const std::vector<Vec2>& ring : feature_rings(m, feature)) {
        const std::vector<Vec2> points = thinned(ring, true);
        if (points.size() < 3) continue;
        outline(points, true);
        for (const Vec2 p : points) reach = united(reach, Rect{p.x, p.y, 0.01f, 0.01f});
    }
    if (feature < m.fills.size()) color(m.fills[feature]);
    if (feature < m.fills.size() && m.fills[feature].visible()) cairo_fill_preserve(cairo_);
    if (feature < m.hatched.size() && m.hatched[feature] && !reach.empty()) {
        cairo_save(cairo_);
        cairo_clip(cairo_);
        hatch(intersection(reach, m.rect));
        cairo_restore(cairo_);
    }
    cairo_new_path(cairo_);
}

void Writer::operator()(const scene::MapMark& m) {
    if (!m.mesh || m.rect.empty()) return;
    clip(m.rect);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    for (size_t f = 0; f < m.mesh->features(); ++f)
        if (shows_feature(m, f)) map_area(m, f);
    for (const Borders& borders : borders_of(m)) {
        for (const std::vector<Vec2>& line : borders.lines) outline(thinned(line, false), false);
        fill_and_stroke(transparent, borders.color, borders.width_px);
    }
    if (m.emphasized >= 0 && static_cast<size_t>(m.emphasized) < m.mesh->features() && m.emphasis.visible())
        for (const auto& [ink, width_px] :
             {std::pair{m.emphasis_halo, m.emphasis_px + 3}, std::pair{m.emphasis, m.emphasis_px}}) {
            for (const std::vector<Vec2>& ring : feature_rings(m, static_cast<size_t>(m.emphasized)))
                outline(thinned(ring, true), true);
            fill_and_stroke(transparent, ink, width_px);
        }
    cairo_restore(cairo_);
}

void Writer::layer(const scene::Scene& scene, Layer which, float shift_px) {
    for (const scene::Mark& mark : scene.layer(which)) {
        // A window opened to the whole document: what hangs at its lower edge goes down with the edge.
        const bool low = open_clips_ == 0 && shift_px > 0 && scene::bounds(mark).y > scene.size.y / 2;
        if (low) cairo_translate(cairo_, 0, shift_px);
        std::visit(*this, mark);
        if (low) cairo_translate(cairo_, 0, -shift_px);
    }
    for (; open_clips_ > 0; --open_clips_) cairo_restore(cairo_);
}

/// cairo takes a link's attributes as text: name='value', with \ before what would end it.
void Writer::links(const scene::Scene& scene, float shift_px) {
    for (const scene::Node& node : scene.nodes) {
        if (node.role != scene::Role::link || node.rect.empty()) continue;
        const bool is_route = node.href.rfind('/', 0) == 0, is_outside = node.href.find(':') < node.href.find('/');
        if (node.href.empty() || (!is_outside && (options_.base_url.empty() || !is_route))) continue;
        std::string uri;
        for (const char c : is_route ? options_.base_url + "#" + node.href : node.href) {
            if (c == '\'' || c == '\\') uri += '\\';
            uri += c;
        }
        const bool moves =
            (node.layer == Layer::chrome || node.layer == Layer::overlay) && node.rect.y > scene.size.y / 2;
        const Rect& r = node.rect;
        const std::string attributes = "rect=[" + std::to_string(r.x) + " " +
                                       std::to_string(r.y + (moves ? shift_px : 0)) + " " + std::to_string(r.w) + " " +
                                       std::to_string(r.h) + "] uri='" + uri + "'";
        cairo_tag_begin(cairo_, CAIRO_TAG_LINK, attributes.c_str());
        cairo_tag_end(cairo_, CAIRO_TAG_LINK);
    }
}

void Writer::write(const scene::Scene& scene, float height_px) {
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    const float shift = height_px - scene.size.y;
    for (const Layer which : scene::all_layers)
        layer(scene, which, which == Layer::chrome || which == Layer::overlay ? shift : 0);
    links(scene, shift);
}

void describe(cairo_surface_t* surface, std::span<const PdfPage> pages, const PdfOptions& options) {
    const std::string& title = options.title.empty() ? pages.front().scene->title : options.title;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   Words(pages.front().scene->lang)(Word::app_name));
    if (options.date.empty()) return;
    const std::string time = options.date + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
}

Problem failure(const char* what) {
    return problem_of({}, {}, Word::problem_pdf_failed, Word::problem_pdf_failed_remedy, {{"what", what}});
}

}  // namespace

Result<std::string> pdf(std::span<const PdfPage> pages, const PdfOptions& options) {
    PdfFonts fonts;
    if (!fonts.open(options.font_regular, options.font_bold)) return failure(options.font_regular.c_str());
    if (pages.empty()) return failure("0");
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1), &cairo_surface_destroy);
    describe(surface.get(), pages, options);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo(cairo_create(surface.get()), &cairo_destroy);
    for (const PdfPage& page : pages) {
        const scene::Scene& scene = *page.scene;
        const float height = page.whole_document ? std::max(scene.document_height, scene.size.y) : scene.size.y;
        const double scale = std::min(points_per_px, longest_page_pt / std::max(scene.size.x, height));
        cairo_pdf_surface_set_size(surface.get(), scene.size.x * scale, height * scale);
        cairo_save(cairo.get());
        cairo_scale(cairo.get(), scale, scale);
        Writer(cairo.get(), fonts, options).write(scene, height);
        cairo_restore(cairo.get());
        const std::string here = "page=" + std::to_string(&page - pages.data() + 1) + " pos=[0 0]";
        cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, scene.title.c_str(), here.c_str(), {});
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    for (const cairo_status_t status : {cairo_status(cairo.get()), cairo_surface_status(surface.get())})
        if (status != CAIRO_STATUS_SUCCESS) return failure(cairo_status_to_string(status));
    return bytes;
}

}  // namespace atlas::exporting
