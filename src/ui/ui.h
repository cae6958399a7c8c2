// The pen with which pages are written. A Ui holds the scene under construction, the place in the semantic tree and the
// layer; every drawing function adds marks and the nodes that say what they mean. Widgets return actions inside the
// scene (hit regions and nodes), never by value: a page is drawn once and then only asked.
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "core/font.h"
#include "core/lang.h"
#include "scene/scene.h"
#include "ui/icons.h"
#include "ui/style.h"

namespace atlas::ui {

/// What the window is like.
struct Environment {
    Vec2 window{1280, 800};      ///< CSS pixels
    bool touch = false;          ///< the main pointer is coarse
    bool native_fields = false;  ///< the platform draws text fields and selects itself (browser)
    bool projector = false;
    bool on_paper =
        false;  ///< a sheet, a picture or a PDF: what is there only to be operated is not drawn and takes no room
    float safe_bottom_px = 0;  ///< home indicator of phones
};

/// What the pointer and the keyboard are on.
struct Interaction {
    std::string hover, focus;
    bool focus_visible = false;
    std::set<std::string> open;
};

enum class Align { left, center, right };

class Ui {
public:
    Ui(const Environment& environment, const TextMeasure& measure, const Interaction& interaction,
       Lang lang = Lang::ja);

    scene::Scene scene;
    const Environment& env;
    const TextMeasure& measure;
    const Interaction& interaction;
    const Words words;  ///< the interface's texts in the page's language
    scene::Layer layer = scene::Layer::document;

    bool phone() const { return env.window.x < 768; }
    bool hovered(std::string_view id) const { return interaction.hover == id; }
    bool focused(std::string_view id) const { return interaction.focus == id; }
    bool is_open(const std::string& name) const { return interaction.open.count(name) > 0; }

    // — marks —
    std::vector<scene::Mark>& marks() { return scene.layer(layer); }
    void rect(Rect r, Color fill, float radius_px = 0);
    void frame(Rect r, Color stroke, float stroke_px = 1, float radius_px = 0, Color fill = transparent);
    void hline(float x0, float x1, float y, Color color = ink::hairline);
    void line(Vec2 a, Vec2 b, Color color, float width_px = 1, float dash_px = 0);
    void symbol(Vec2 center, float radius_px, scene::Shape shape, Color fill, Color stroke = transparent,
                float stroke_px = 0);
    void icon(Icon icon, Vec2 center, float size_px, Color color);
    /// One line of text, marks only: the caller adds the node. Returns its width.
    float glyphs(Vec2 baseline, std::string_view text, const TextStyle& style, Align align = Align::left);
    /// Wrapped lines, marks only. Returns the height.
    float glyph_block(Vec2 top_left, float width_px, std::string_view text, const TextStyle& style, int max_lines = 0);
    float width(std::string_view text, const TextStyle& style) const { return measure.width_px(text, style.font()); }
    /// Height that glyph_block would return.
    float height(std::string_view text, const TextStyle& style, float width_px, int max_lines = 0) const;
    /// Where a line begins that opens with a full-width bracket: that far to the left (≤ 0), so that the bracket's ink and
    /// not the blank half of its square stands on the edge (天付き).
    static float bracket_px(std::string_view line, const TextStyle& style);
    /// Baseline of the first line of a block whose upper edge is at `top`.
    static float baseline(float top, const TextStyle& style) {
        return top + (style.line_px() - style.size_px) / 2 + style.size_px * 0.88f;
    }

    // — semantics —
    /// Adds a node under the open parent; returns its index. An empty id is made from the parent's and a running number.
    int add(scene::Node node);
    /// Adds a node and makes it the parent until close(). A rect left empty becomes the union of its children.
    int open(scene::Node node);
    void close();
    int open_count() const { return static_cast<int>(parents_.size()); }

    /// Closes itself at the end of the C++ scope.
    class Scope {
    public:
        Scope(Ui& ui, scene::Node node) : ui_(ui), index(ui.open(std::move(node))) {}
        ~Scope() { ui_.close(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Ui& ui_;

    public:
        const int index;
    };

    /// What is drawn in it is one thing that may move when the view changes: a row, a circle.
    class Part {
    public:
        Part(Ui& ui, std::string id, bool keeps_colours = false)
            : ui_(ui), id_(std::move(id)), layer_(ui.layer), first_(ui.marks().size()), keeps_colours_(keeps_colours) {}
        ~Part();
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;

    private:
        Ui& ui_;
        std::string id_;
        scene::Layer layer_;
        size_t first_;
        bool keeps_colours_;
    };

    /// As Scope, but at the top of the tree wherever one is: a landmark that is drawn inside another part of the page.
    class RootScope {
    public:
        RootScope(Ui& ui, scene::Node node)
            : ui_(ui), parents_(std::move(ui.parents_)), children_(std::move(ui.children_)) {
            ui.parents_.clear(), ui.children_.clear();
            ui.open(std::move(node));
        }
        ~RootScope() {
            ui_.close();
            ui_.parents_ = std::move(parents_), ui_.children_ = std::move(children_);
        }
        RootScope(const RootScope&) = delete;
        RootScope& operator=(const RootScope&) = delete;

    private:
        Ui& ui_;
        std::vector<int> parents_, children_;
    };

    /// A place that can be clicked, for the node of the same id.
    void region(Rect r, std::string node, Action action, scene::Cursor cursor = scene::Cursor::hand);

    /// What was drawn in this layer since `first_mark` and `first_region` will lie above everything that follows in it:
    /// an open list over the content below its field.
    void raise(size_t first_mark, size_t first_region);

    /// Open lists, focus ring, languages of the nodes; then the scene is complete.
    void finish();

private:
    struct Raised {
        scene::Layer layer;
        std::vector<scene::Mark> marks;
        std::vector<scene::HitRegion> regions;
    };
    std::vector<Raised> raised_;
    std::vector<int> parents_;
    std::vector<int> children_;  ///< running numbers for automatic ids, one an open parent
    int root_children_ = 0;
};

// — text with meaning; each returns its height —
float heading(Ui& ui, Vec2 top_left, float width_px, std::string_view text, int level, const TextStyle& style,
              std::string id = "");
float paragraph(Ui& ui, Vec2 top_left, float width_px, std::string_view text, const TextStyle& style = style::body,
                std::string id = "");
/// "出典：…": a label and a text as one paragraph; as two where the text is Japanese and the page is not, so that each is read in
/// its own voice. `pattern` holds "{text}"; `id` is that of the text.
float labelled(Ui& ui, Vec2 top_left, float width_px, Word pattern, std::string_view text,
               const TextStyle& style = style::body, std::string id = "");
/// One line with a node of role `text`; returns the width.
float label(Ui& ui, Vec2 baseline, std::string_view text, const TextStyle& style, Align align = Align::left,
            std::string id = "");

/// A column being filled from above.
struct Flow {
    Ui& ui;
    float x = 0, y = 0, width = 0;

    void space(float px) { y += px; }
    void heading(std::string_view text, int level, const TextStyle& style, std::string id = "") {
        y += ui::heading(ui, {x, y}, width, text, level, style, std::move(id));
    }
    void paragraph(std::string_view text, const TextStyle& style = style::body, std::string id = "") {
        y += ui::paragraph(ui, {x, y}, width, text, style, std::move(id));
    }
    void rule() { ui.hline(x, x + width, y), y += 1; }
};

}  // namespace atlas::ui
