#include "export/html.h"

#include "export/escape.h"
#include "export/svg.h"

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

class Writer {
public:
    explicit Writer(const scene::Scene& scene) : scene_(scene), children_(scene.nodes.size()) {
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

    void figure(const Node& n) {
        SvgOptions options;
        options.area = n.rect;
        options.only = n.layer;
        options.ground = false;
        options.title = n.name, options.description = n.description;
        out_ += "<figure>" + to_svg(scene_, options) + "</figure>\n";
    }

    void node(size_t index) {
        const Node& n = scene_.nodes[index];
        if (n.role == Role::image || shows_map(n)) return figure(n);
        const std::string tag = tag_of(n);
        if (tag.empty()) return;
        out_ += "<" + tag;
        if (n.role == Role::link)
            out_ += " href=\"" + escaped(n.href.rfind('/', 0) == 0 ? "#" + n.href : n.href) + "\"";
        if (n.role == Role::columnheader) out_ += " scope=\"col\"";
        if (n.role == Role::rowheader) out_ += " scope=\"row\"";
        if (n.lang) out_ += std::string(" lang=\"") + to_string(*n.lang) + "\"";
        if (n.current) out_ += " aria-current=\"page\"";
        if (is_structure(n.role) && !n.name.empty() && n.role != Role::table)
            out_ += " aria-label=\"" + escaped(n.name) + "\"";
        out_ += ">";
        if (n.role == Role::table && !n.name.empty()) out_ += "<caption>" + escaped(n.name) + "</caption>";
        if (!is_structure(n.role)) out_ += escaped(n.name);
        if (n.role == Role::link && !n.description.empty()) out_ += "<small>" + escaped(n.description) + "</small>";
        for (const size_t child : children_[index]) node(child);
        out_ += "</" + tag + ">\n";
    }

    const scene::Scene& scene_;
    std::vector<std::vector<size_t>> children_;
    std::vector<size_t> roots_;
    std::string out_;
};

}  // namespace

std::string to_html(const scene::Scene& scene) { return Writer(scene).write(); }

}  // namespace atlas::exporting
