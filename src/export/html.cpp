#include "export/html.h"

#include <algorithm>

#include "export/escape.h"
#include "export/svg.h"
#include "text/text.h"

namespace atlas::exporting {
namespace {

using scene::Node;
using scene::Role;

/// Element for a role; empty for what needs the program.
std::string tag_of(const Node& node) {
    switch (node.role) {
        case Role::banner: return "header";
        case Role::navigation: return "nav";
        case Role::main: return "main";
        case Role::complementary: return "aside";
        case Role::contentinfo: return "footer";
        case Role::region: return "section";
        case Role::group: return "div";
        case Role::heading: return "h" + std::to_string(std::max<int>(1, node.level));
        case Role::paragraph:
        case Role::alert:
        case Role::status: return "p";
        case Role::text: return "span";
        case Role::link: return "a";
        case Role::list: return "ul";
        case Role::listitem: return "li";
        case Role::table: return "table";
        case Role::caption: return "caption";
        case Role::row: return "tr";
        case Role::columnheader:
        case Role::rowheader: return "th";
        case Role::cell: return "td";
        case Role::image: return "figure";
        case Role::button:
        case Role::searchbox:
        case Role::textbox:
        case Role::textarea:
        case Role::combobox:
        case Role::search:
        case Role::map_feature:
        case Role::separator: break;
    }
    return {};
}

bool is_structure(Role role) {
    switch (role) {
        case Role::banner:
        case Role::navigation:
        case Role::main:
        case Role::complementary:
        case Role::contentinfo:
        case Role::region:
        case Role::group:
        case Role::list:
        case Role::listitem:
        case Role::table:
        case Role::row: return true;
        default: return false;
    }
}

/// What is left of a part of the page without what needs the program.
constexpr bool may_be_empty(Role role) {
    return role == Role::cell || role == Role::columnheader || role == Role::rowheader || role == Role::row;
}

class Writer {
public:
    Writer(const scene::Scene& scene, const HtmlOptions& options)
        : scene_(scene), options_(options), children_(scene.nodes.size()) {
        for (size_t i = 0; i < scene.nodes.size(); ++i) {
            const int32_t parent = scene.nodes[i].parent;
            (parent < 0 ? roots_ : children_[static_cast<size_t>(parent)]).push_back(i);
        }
    }
    std::string write() {
        for (const size_t root : roots_) node(root);
        return std::move(out_);
    }

private:
    bool shows_map(const Node& n) const {
        if (n.role != Role::group) return false;
        for (const scene::Mark& mark : scene_.layer(n.layer))
            if (const auto* map = std::get_if<scene::MapMark>(&mark);
                map && n.rect.grown(1).contains(map->rect.center()) && map->rect.w > n.rect.w / 2)
                return true;
        return false;
    }

    /// The plot of a chart: its marks are one tab stop.
    bool shows_chart(size_t index) const {
        const std::vector<size_t>& children = children_[index];
        return std::any_of(children.begin(), children.end(), [&](size_t child) { return scene_.nodes[child].roving; });
    }

    bool is_picture(const Node& n) const {
        const std::vector<std::string>& ids = options_.pictures;
        return std::find(ids.begin(), ids.end(), n.id) != ids.end();
    }

    std::string told_by_parts(size_t index) const {
        std::vector<std::string> names;
        for (const size_t child : children_[index])
            if (!scene_.nodes[child].name.empty()) names.push_back(scene_.nodes[child].name);
        return text::listed(Words(scene_.lang), names);
    }

    /// A button in a picture would ask to be pressed.
    bool is_of_button(const Node& n, const Rect& mark) const {
        if (is_picture(n)) return false;
        return std::any_of(scene_.nodes.begin(), scene_.nodes.end(), [&](const Node& other) {
            return other.role == Role::button && other.layer == n.layer && !other.roving &&
                   intersection(other.rect.grown(2), mark) == mark;
        });
    }

    void figure(size_t index) {
        const Node& n = scene_.nodes[index];
        scene::Scene part;
        part.lang = scene_.lang, part.size = scene_.size;
        for (const scene::Mark& mark : scene_.layer(n.layer)) {
            const bool is_clip =
                std::holds_alternative<scene::ClipMark>(mark) || std::holds_alternative<scene::ClipEnd>(mark);
            const Rect ink = scene::bounds(mark);
            if (is_clip || (ink.intersects(n.rect) && !is_of_button(n, ink))) part.layer(n.layer).push_back(mark);
        }
        SvgOptions options;
        options.area = n.rect;
        options.only = n.layer;
        options.ground = false;
        options.title = n.name, options.description = is_picture(n) ? told_by_parts(index) : n.description;
        options.id_prefix = "f" + std::to_string(++figures_) + "-";
        out_ += "<figure>" + to_svg(part, options) + "</figure>\n";
    }

    std::string address(const std::string& href) const {
        if (href.find(':') < href.find('/')) return href;  // "https:", "mailto:"
        if (options_.link) return options_.link(href);
        return href.rfind('/', 0) == 0 ? "#" + href : href;
    }

    void attributes(const Node& n) {
        if (n.role == Role::link) out_ += " href=\"" + escaped(address(n.href)) + "\"";
        if (n.role == Role::columnheader) out_ += " scope=\"col\"";
        if (n.role == Role::rowheader) out_ += " scope=\"row\"";
        if (n.role == Role::main) out_ += " id=\"main\"";
        if (n.lang) out_ += std::string(" lang=\"") + to_string(*n.lang) + "\"";
        if (n.current) out_ += " aria-current=\"page\"";
        if (!is_structure(n.role) || n.name.empty() || n.role == Role::table || n.role == Role::listitem) return;
        if (n.role == Role::group) out_ += " role=\"group\"";
        out_ += " aria-label=\"" + escaped(n.name) + "\"";
    }

    void node(size_t index) {
        const Node& n = scene_.nodes[index];
        if (n.role == Role::image || is_picture(n) || shows_map(n) || shows_chart(index)) return figure(index);
        const std::string tag = tag_of(n);
        if (tag.empty() || (!is_structure(n.role) && n.name.empty() && !may_be_empty(n.role))) return;
        const size_t before = out_.size();
        out_ += "<" + tag;
        attributes(n);
        out_ += ">";
        const size_t opened = out_.size();
        if (n.role == Role::table && !n.name.empty()) out_ += "<caption>" + escaped(n.name) + "</caption>";
        if (!is_structure(n.role)) out_ += escaped(n.name);
        if (n.role == Role::link && !n.description.empty()) out_ += "<small>" + escaped(n.description) + "</small>";
        for (const size_t child : children_[index]) node(child);
        if (out_.size() == opened && is_structure(n.role) && !may_be_empty(n.role))
            out_.resize(before);
        else
            out_ += "</" + tag + ">\n";
    }

    const scene::Scene& scene_;
    const HtmlOptions& options_;
    std::vector<std::vector<size_t>> children_;
    std::vector<size_t> roots_;
    std::string out_;
    int figures_ = 0;
};

}  // namespace

std::string to_html(const scene::Scene& scene, const HtmlOptions& options) { return Writer(scene, options).write(); }

}  // namespace atlas::exporting
