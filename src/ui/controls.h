// Things one can operate. Each draws its marks, emits its semantic node and its hit region, and returns the space it took.
// On paper (Environment::on_paper) nobody operates them: links and what says which of several is chosen stay, a select is its value in
// letters, and buttons and empty fields are not drawn.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace atlas::ui {

/// Inline text link with an underline; `href` is a route ("/kpis/…") or an outside address ("https://…", drawn with an
/// icon). The target is at least 24 px high. Returns the width.
float link(Ui& ui, std::string id, Vec2 baseline, std::string_view text, std::string href,
           TextStyle style = style::body);

/// "次へ →": a link with a chevron, bold, 44 px high around its baseline. Returns the width.
/// In smaller letters where it would be wider than `most_px` (0: it never is).
float arrow_link(Ui& ui, std::string id, Vec2 baseline, std::string_view text, std::string href, float most_px = 0);

enum class ButtonKind { primary, secondary, quiet };

struct ButtonSpec {
    std::string id, label;
    Action action;
    ButtonKind kind = ButtonKind::secondary;
    bool has_icon = false;
    Icon icon = Icon::plus;
    bool icon_only = false;  ///< the label is read, not drawn
    bool disabled = false;
    bool toggles = false, pressed = false;
    bool expands = false, expanded = false;
    std::string href;  ///< set: a link that looks like a button
};
/// Fills `rect` (at least 44 px high for thumbs).
void button(Ui& ui, Rect rect, ButtonSpec spec);
/// Width that a button of this label wants.
float button_width(const Ui& ui, std::string_view label, bool has_icon = false);

/// A filter that is on or off: rounded, 36 px high inside a 44 px target. `href` is the route after the click.
/// Returns the width taken.
float chip(Ui& ui, std::string id, Vec2 top_left, std::string_view text, std::string href, bool selected,
           std::string_view pillar = "");

struct ChipSpec {
    std::string id, text, href;
    bool selected = false;
    std::string pillar;  ///< draws the pillar's mark before the text
};
/// Chips side by side, wrapped; a group with a name. Returns the height.
float chip_group(Ui& ui, std::string id, std::string_view name, Vec2 top_left, float width_px,
                 const std::vector<ChipSpec>& chips);

/// A white card that is one link. Draw the content on top afterwards, inside the returned scope's node.
/// Hover raises it. The node's name is `name`.
void card(Ui& ui, std::string id, Rect rect, std::string_view name, std::string href,
          std::string_view description = "");

/// Text field with its label above. `target` is the Action::set_text target. Height 44 + label. The field itself is drawn by
/// the platform (HTML input, ImGui); its frame is ours. Returns the height taken.
float search_field(Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view label,
                   std::string_view value, std::string_view placeholder, std::string target);

/// The same without the magnifying glass: what is written is no search.
float text_field(Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view label, std::string_view value,
                 std::string target);

/// A field of several lines, at least `lines` high; it grows with what is written. On the desktop a long line goes on beyond the
/// edge while it is being written.
float text_area(Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view label, std::string_view value,
                std::string target, int lines);

/// One of several: label above, face below; the list is the browser's own there, and ours on the desktop. Without a label
/// (inside a sentence) `name` is what is read.
float select(Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view label, std::string_view value,
             const std::vector<scene::Option>& options, std::string target, std::string_view name = "");

/// Pillar number in its shape (circle, square, …), radius as SymbolMark. Marks only.
void pillar_mark(Ui& ui, Vec2 center, float radius_px, std::string_view pillar, bool with_number = true);

/// A key figure: the number large, the unit at 0.6 of it on the same baseline. Marks only. Returns the width.
float figure(Ui& ui, Vec2 baseline, std::string_view number, std::string_view unit, float size_px,
             Color color = ink::text);

struct TableColumn {
    std::string header;
    float width_px = 0;  ///< 0: shares what is left
    Align align = Align::left;
};
struct TableSpec {
    std::string id, caption;
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;
    bool first_column_is_header = true;
};
/// A real table with hairlines; cells wrap. Returns the height.
float table(Ui& ui, Vec2 top_left, float width_px, const TableSpec& spec);

/// A bordered message (warning or error) with optional retry. Returns the height.
float notice(Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view title, std::string_view body,
             const ButtonSpec* button = nullptr);

/// 出典 line: "出典：…" as small text. Returns the height.
float source_line(Ui& ui, Vec2 top_left, float width_px, std::string_view text);

}  // namespace atlas::ui
