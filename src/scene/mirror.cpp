#include "scene/mirror.h"

#include <cmath>
#include <cstdio>
#include <unordered_set>
#include <vector>

#include "core/strings.h"

namespace atlas::scene {
namespace {

constexpr char record_end = '\x1e', field_end = '\x1f', option_end = '\x1d';

Rect rounded(const Rect& r) {
    const auto half = [](float v) { return std::round(v * 2) / 2; };
    return {half(r.x), half(r.y), half(r.w), half(r.h)};
}

std::string number(float v) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%g", static_cast<double>(v));
    return buffer;
}

class Record {
public:
    explicit Record(std::string& out, char verb) : out_(out) { out_ += verb; }
    ~Record() { out_ += record_end; }
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;
    Record& add(std::string_view text) {
        out_ += field_end;
        for (const char c : text)
            if (c != record_end && c != field_end) out_ += c;
        return *this;
    }
    Record& add(uint32_t value) { return add(std::to_string(value)); }
    Record& add(const Rect& r) { return add(number(r.x)).add(number(r.y)).add(number(r.w)).add(number(r.h)); }

private:
    std::string& out_;
};

uint32_t flags_of(const Node& node, bool tab_stop) {
    using Flag = MirrorDiff::Flag;
    uint32_t flags = 0;
    if (tab_stop) flags |= Flag::tab_stop;
    if (!node.composite.empty()) flags |= Flag::in_composite;
    if (node.focusable()) flags |= Flag::focusable;
    if (node.current) flags |= Flag::current;
    if (node.selected) flags |= Flag::selected;
    if (node.pressed) flags |= Flag::pressed;
    if (node.toggles) flags |= Flag::toggles;
    if (node.expanded) flags |= Flag::expanded;
    if (node.expands) flags |= Flag::expands;
    if (node.disabled) flags |= Flag::disabled;
    return flags;
}

const char* tag_of(const std::optional<Lang>& lang) { return lang ? atlas::to_string(*lang) : ""; }

std::string options_of(const Node& node) {
    std::string out;
    for (const Option& option : node.options) {
        for (const std::string* part : {&option.value, &option.label}) {
            for (const char c : *part)
                if (c != option_end) out += c;
            out += option_end;
        }
        out += tag_of(option.lang);
        out += option_end;
    }
    return out;
}

uint64_t content_hash(const Node& node, uint32_t flags) {
    uint64_t h = hash_bytes(node.name);
    for (const std::string* part : {&node.value, &node.description, &node.href, &node.placeholder})
        h = hash_bytes(*part, h * 31 + 7);
    h = hash_bytes(tag_of(node.lang), h * 31 + 7);
    for (const Option& option : node.options)
        for (const std::string_view part :
             {std::string_view(option.value), std::string_view(option.label), std::string_view(tag_of(option.lang))})
            h = hash_bytes(part, h * 31 + 7);
    const uint64_t rest[] = {
        static_cast<uint64_t>(node.role),       static_cast<uint64_t>(node.layer),   flags, node.level,
        static_cast<uint64_t>(node.pos_in_set), static_cast<uint64_t>(node.set_size)};
    for (const uint64_t value : rest) h = (h ^ value) * 0x100000001b3ull;
    return h;
}

/// A composite has one tab stop: of its parts the focused one, else the chosen one, else the first.
struct TabStop {
    const std::string* composite;
    const Node* node;
    int claim;  // 2 focused, 1 chosen
};
std::vector<TabStop> tab_stops(const Scene& scene, const std::string& focus) {
    std::vector<TabStop> stops;  // a page has a few
    for (const Node& node : scene.nodes) {
        if (node.composite.empty()) continue;
        const int claim = node.id == focus ? 2 : node.selected || node.pressed ? 1 : 0;
        bool known = false;
        for (TabStop& stop : stops) {
            if (*stop.composite != node.composite) continue;
            known = true;
            if (claim > stop.claim) stop.node = &node, stop.claim = claim;
        }
        if (!known) stops.push_back({&node.composite, &node, claim});
    }
    return stops;
}

}  // namespace

void MirrorDiff::reset() {
    sent_.clear();
    ids_.clear();
}

const std::string& MirrorDiff::id_of(uint32_t key) const {
    static const std::string none;
    const auto it = ids_.find(key);
    return it == ids_.end() ? none : it->second;
}

std::string MirrorDiff::focus_operation(const std::string& id) const {
    std::string out;
    const auto it = sent_.find(id);
    if (it != sent_.end()) Record(out, 'F').add(it->second.key);
    return out;
}

std::string MirrorDiff::update(const Scene& scene, const std::string& focus, const std::string& focused) {
    std::string out;
    for (auto& [id, sent] : sent_) sent.seen = false;
    const auto stops = tab_stops(scene, focus.empty() ? focused : focus);
    std::vector<uint32_t> keys(scene.nodes.size(), 0);
    std::unordered_map<uint32_t, uint32_t> last_child;  // parent → previous sibling
    std::unordered_set<uint32_t> reordered;             // parents some of whose children changed places
    std::string changes;
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        const Node& node = scene.nodes[i];
        Sent& sent = sent_[node.id];
        if (sent.seen) {  // a doubled id is a fault of the page: unit tests look for it; its children go to the first
            keys[i] = sent.key;
            continue;
        }
        const bool is_new = sent.key == 0;
        if (is_new) {
            sent.key = next_key_++;
            ids_[sent.key] = node.id;
        }
        sent.seen = true;
        keys[i] = sent.key;
        const uint32_t parent = node.parent >= 0 ? keys[static_cast<size_t>(node.parent)] : 0;
        const uint32_t previous = last_child[parent];
        last_child[parent] = sent.key;
        bool is_tab_stop = node.focusable() && node.composite.empty();
        for (const TabStop& stop : stops) is_tab_stop = is_tab_stop || stop.node == &node;
        const uint32_t flags = flags_of(node, is_tab_stop);
        const uint64_t content = content_hash(node, flags);
        const Rect rect = rounded(node.rect);
        // Once one child went elsewhere, the following ones are sent too: neighbours that stayed neighbours moved with it.
        const bool has_moved =
            !is_new && (parent != sent.parent || previous != sent.previous || reordered.count(parent) > 0);
        if (has_moved) reordered.insert(parent);
        if (is_new || content != sent.content) {
            Record(changes, 'N')
                .add(sent.key)
                .add(parent)
                .add(previous)
                .add(to_string(node.role))
                .add(to_string(node.layer))
                .add(rect)
                .add(flags)
                .add(uint32_t{node.level})
                .add(static_cast<uint32_t>(node.pos_in_set))
                .add(static_cast<uint32_t>(node.set_size))
                .add(node.id)
                .add(node.name)
                .add(node.value)
                .add(node.description)
                .add(node.href)
                .add(node.placeholder)
                .add(options_of(node))
                .add(tag_of(node.lang));
        } else {
            if (has_moved) Record(changes, 'O').add(sent.key).add(parent).add(previous);
            if (!(rect == sent.rect)) Record(changes, 'M').add(sent.key).add(rect);
        }
        sent.parent = parent, sent.previous = previous, sent.content = content, sent.rect = rect;
    }
    for (auto it = sent_.begin(); it != sent_.end();) {
        if (it->second.seen) {
            ++it;
            continue;
        }
        Record(out, 'D').add(it->second.key);
        ids_.erase(it->second.key);
        it = sent_.erase(it);
    }
    out += changes;
    if (!focus.empty()) {
        const auto it = sent_.find(focus);
        if (it != sent_.end()) Record(out, 'F').add(it->second.key);
    }
    return out;
}

}  // namespace atlas::scene
