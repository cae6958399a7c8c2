// The mirror's protocol, checked by the only thing that matters: a reader who applies the operations as web/lib/mirror.js
// does must end up with the tree of the scene, and must be left alone when nothing changed.
#include "scene/mirror.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/strings.h"

using namespace atlas;
using namespace atlas::scene;

namespace {

Node make(std::string id, Role role = Role::text, int32_t parent = -1, std::string name = "") {
    Node out;
    out.id = std::move(id), out.role = role, out.parent = parent, out.name = std::move(name);
    out.rect = {0, 0, 10, 10};
    return out;
}

Scene scene_of(std::vector<Node> nodes) {
    Scene scene;
    scene.nodes = std::move(nodes);
    return scene;
}

/// Flat scene from a word: one node a letter.
Scene letters(const std::string& word) {
    Scene scene;
    for (const char c : word) scene.nodes.push_back(make(std::string(1, c)));
    return scene;
}

using Fields = std::vector<std::string>;
std::vector<Fields> records(const std::string& operations) {
    std::vector<Fields> out;
    for (const std::string& record : split(operations, '\x1e'))
        if (!record.empty()) out.push_back(split(record, '\x1f'));
    return out;
}
/// The verbs in order: "NNOD".
std::string verbs(const std::string& operations) {
    std::string out;
    for (const Fields& record : records(operations)) out += record[0];
    return out;
}

/// What web/lib/mirror.js keeps: elements with children in order.
class Dom {
public:
    void apply(const std::string& operations) {
        std::vector<std::string> orphans;
        for (const Fields& f : records(operations)) {
            if (f[0] == "N") {
                CHECK(f.size() == 22);
                ids_[f[1]] = f[14];
                names_[f[1]] = f[15];
                insert(f[1], f[2], f[3]);
            } else if (f[0] == "O") {
                REQUIRE(ids_.count(f[1]));
                insert(f[1], f[2], f[3]);
            } else if (f[0] == "M") {
                CHECK(ids_.count(f[1]));
            } else if (f[0] == "D") {
                CHECK(ids_.count(f[1]));
                orphans.push_back(f[1]);
            } else if (f[0] == "F") {
                CHECK(ids_.count(f[1]));
                focus = ids_[f[1]];
            }
        }
        for (const std::string& key : orphans) {
            detach(key);
            ids_.erase(key);
        }
    }
    /// "a(b c) d": the tree by ids.
    std::string tree(const std::string& parent = "0") const {
        std::string out;
        const auto it = children_.find(parent);
        if (it == children_.end()) return out;
        for (const std::string& key : it->second) {
            out += (out.empty() ? "" : " ") + ids_.at(key);
            const std::string below = tree(key);
            if (!below.empty()) out += "(" + below + ")";
        }
        return out;
    }
    std::string focus;

private:
    void detach(const std::string& key) {
        for (auto& [parent, list] : children_) list.erase(std::remove(list.begin(), list.end(), key), list.end());
    }
    void insert(const std::string& key, const std::string& parent, const std::string& previous) {
        detach(key);
        std::vector<std::string>& list = children_[parent];
        const auto after = std::find(list.begin(), list.end(), previous);
        list.insert(after == list.end() ? list.begin() : after + 1, key);
    }
    std::map<std::string, std::string> ids_, names_;
    std::map<std::string, std::vector<std::string>> children_;
};

std::string tree_of(const Scene& scene, int32_t parent = -1) {
    std::string out;
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        if (scene.nodes[i].parent != parent) continue;
        out += (out.empty() ? "" : " ") + scene.nodes[i].id;
        const std::string below = tree_of(scene, static_cast<int32_t>(i));
        if (!below.empty()) out += "(" + below + ")";
    }
    return out;
}

}  // namespace

TEST_SUITE("mirror") {
    TEST_CASE("a new tree is sent whole: one N a node, with all its fields") {
        MirrorDiff mirror;
        Node link = make("nav:map", Role::link, 0, "地図");
        link.href = "/map", link.action = go("/map"), link.description = "説明", link.current = true,
        link.layer = Layer::chrome, link.lang = Lang::en;
        link.rect = {1.24f, 2.26f, 30, 44}, link.pos_in_set = 2, link.set_size = 6;
        const auto sent = records(mirror.update(scene_of({make("nav", Role::navigation), link}), ""));
        REQUIRE(sent.size() == 2);
        CHECK(sent[0][0] == "N");
        CHECK(sent[1] == Fields{"N", "2", "1", "0",       "link", "chrome", "1",    "2.5",  "30", "44", "259",
                                "0", "2", "6", "nav:map", "地図", "",       "説明", "/map", "",   "",   "en"});
        CHECK(mirror.id_of(2) == "nav:map");
        CHECK(mirror.id_of(99).empty());
    }
    TEST_CASE("nothing is sent when nothing changed") {
        MirrorDiff mirror;
        const Scene scene = scene_of({make("main", Role::main), make("h", Role::heading, 0, "題")});
        mirror.update(scene, "");
        CHECK(mirror.update(scene, "").empty());
        Scene jitter = scene;
        jitter.nodes[1].rect.x += 0.1f;  // less than half a pixel
        CHECK(mirror.update(jitter, "").empty());
    }
    TEST_CASE("M: moved or resized") {
        MirrorDiff mirror;
        Scene scene = letters("ab");
        mirror.update(scene, "");
        scene.nodes[1].rect.y = 100;
        CHECK(records(mirror.update(scene, "")) == std::vector<Fields>{{"M", "2", "0", "100", "10", "10"}});
    }
    TEST_CASE("N again for every change of what a node says or can do") {
        const auto changed = [](auto change) {
            MirrorDiff mirror;
            Scene scene = scene_of({make("x", Role::combobox, -1, "年")});
            mirror.update(scene, "");
            change(scene.nodes[0]);
            return verbs(mirror.update(scene, ""));
        };
        CHECK(changed([](Node& n) { n.name = "指標"; }) == "N");
        CHECK(changed([](Node& n) { n.value = "2024"; }) == "N");
        CHECK(changed([](Node& n) { n.description = "d"; }) == "N");
        CHECK(changed([](Node& n) { n.href = "/"; }) == "N");
        CHECK(changed([](Node& n) { n.placeholder = "p"; }) == "N");
        CHECK(changed([](Node& n) { n.options = {{"1", "一"}}; }) == "N");
        CHECK(changed([](Node& n) { n.lang = Lang::en; }) == "N");
        CHECK(changed([](Node& n) { n.role = Role::button; }) == "N");
        CHECK(changed([](Node& n) { n.layer = Layer::chrome; }) == "N");
        CHECK(changed([](Node& n) { n.level = 2; }) == "N");
        CHECK(changed([](Node& n) { n.action = go("/"); }) == "N");
        CHECK(changed([](Node& n) { n.pressed = true; }) == "N");
        CHECK(changed([](Node& n) { n.expanded = true; }) == "N");
        CHECK(changed([](Node& n) { n.selected = true; }) == "N");
        CHECK(changed([](Node& n) { n.current = true; }) == "N");
        CHECK(changed([](Node& n) { n.disabled = true; }) == "N");
        CHECK(changed([](Node& n) { n.set_size = 3; }) == "N");
    }
    TEST_CASE("fields do not run into each other: the same letters in other fields are another node") {
        MirrorDiff mirror;
        Scene scene = scene_of({make("x", Role::text, -1, "ab")});
        mirror.update(scene, "");
        scene.nodes[0].name = "a", scene.nodes[0].value = "b";
        CHECK(verbs(mirror.update(scene, "")) == "N");
        scene.nodes[0].options = {{"a", "b"}};
        CHECK(verbs(mirror.update(scene, "")) == "N");
        scene.nodes[0].options = {{"ab", ""}};
        CHECK(verbs(mirror.update(scene, "")) == "N");
        scene.nodes[0].options[0].lang = Lang::ja;
        CHECK(verbs(mirror.update(scene, "")) == "N");
    }
    TEST_CASE("D: gone, each of its descendants too, and its key is forgotten") {
        MirrorDiff mirror;
        mirror.update(scene_of({make("a", Role::group), make("b", Role::text, 0), make("c")}), "");
        const std::string sent = mirror.update(scene_of({make("c")}), "");
        CHECK(std::count(sent.begin(), sent.end(), 'D') == 2);
        CHECK(mirror.id_of(1).empty());
        CHECK(mirror.id_of(3) == "c");
    }
    TEST_CASE("keys stay with their id, and a key is never used for another id") {
        MirrorDiff mirror;
        mirror.update(letters("ab"), "");
        mirror.update(letters("b"), "");
        mirror.update(letters("ba"), "");
        CHECK(mirror.id_of(2) == "b");
        CHECK(mirror.id_of(1).empty());
        CHECK(mirror.id_of(3) == "a");
    }
    TEST_CASE("F: the focus goes to a node that is there, and is left alone otherwise") {
        MirrorDiff mirror;
        CHECK(records(mirror.update(letters("ab"), "b")).back() == Fields{"F", "2"});
        CHECK(mirror.update(letters("ab"), "").empty());
        CHECK(mirror.update(letters("ab"), "zzz").empty());
    }
    TEST_CASE("the focus comes last: its node is there by then") {
        MirrorDiff mirror;
        CHECK(verbs(mirror.update(letters("abc"), "a")) == "NNNF");
    }
    TEST_CASE("after reset everything is sent again") {
        MirrorDiff mirror;
        mirror.update(letters("ab"), "");
        mirror.reset();
        CHECK(verbs(mirror.update(letters("ab"), "")) == "NN");
    }
    TEST_CASE("a doubled id counts once, and what stands below the double stays in the tree") {
        MirrorDiff mirror;
        const Scene doubled = scene_of({make("a", Role::group), make("a", Role::group), make("b", Role::text, 1)});
        Dom dom;
        dom.apply(mirror.update(doubled, ""));
        CHECK(dom.tree() == "a(b)");
        CHECK(mirror.update(doubled, "").empty());
    }
    TEST_CASE("separators inside a text cannot forge a record or a field") {
        MirrorDiff mirror;
        Scene scene = scene_of({make("a", Role::combobox, -1,
                                     "x\x1e"
                                     "D\x1f"
                                     "1")});
        scene.nodes[0].options = {{"1\x1d"
                                   "2",
                                   "一\x1d二"},
                                  {"3", "三"}};
        const auto sent = records(mirror.update(scene, ""));
        REQUIRE(sent.size() == 1);
        REQUIRE(sent[0].size() == 22);
        CHECK(sent[0][15] == "xD1");
        CHECK(split(sent[0][20], '\x1d').size() == 7);  // two options of three parts, each ended
    }
}

TEST_SUITE("mirror: order") {
    const auto moved = [](const std::string& before, const std::string& after) {
        MirrorDiff mirror;
        Dom dom;
        dom.apply(mirror.update(letters(before), ""));
        dom.apply(mirror.update(letters(after), ""));
        return dom.tree();
    };
    const auto spaced = [](const std::string& word) {
        std::string out;
        for (const char c : word) out += (out.empty() ? "" : " ") + std::string(1, c);
        return out;
    };
    TEST_CASE("siblings end in the scene's order") {
        for (const std::pair<std::string, std::string>& change :
             std::vector<std::pair<std::string, std::string>>{{"abc", "acb"},
                                                              {"abc", "cab"},
                                                              {"abc", "bc"},
                                                              {"abc", "xabc"},
                                                              {"abc", "axbyc"},
                                                              {"abc", ""},
                                                              {"", "abc"},
                                                              {"abcd", "dcba"},
                                                              {"abcdef", "fbd"}}) {
            const std::string &before = change.first, &after = change.second;
            CAPTURE(before);
            CAPTURE(after);
            CHECK(moved(before, after) == spaced(after));
        }
    }
    TEST_CASE("two blocks change places: neighbours that stay neighbours must move too") {
        CHECK(moved("abcd", "cdab") == "c d a b");
        CHECK(moved("abcdef", "efabcd") == "e f a b c d");
    }
    TEST_CASE("what only grew or shrank moves nothing that was there") {
        MirrorDiff mirror;
        mirror.update(letters("abc"), "");
        CHECK(verbs(mirror.update(letters("abcd"), "")) == "N");
        const std::string shrunk = verbs(mirror.update(letters("abc"), ""));
        CHECK(shrunk == "D");
    }
    TEST_CASE("a node may change its parent, even when its old one goes") {
        MirrorDiff mirror;
        Dom dom;
        dom.apply(
            mirror.update(scene_of({make("p", Role::group), make("q", Role::group), make("x", Role::text, 0)}), ""));
        const Scene other = scene_of({make("q", Role::group), make("x", Role::text, 0)});
        dom.apply(mirror.update(other, ""));
        CHECK(dom.tree() == "q(x)");
    }
    TEST_CASE("any tree becomes any other tree") {
        std::mt19937 random(7);
        MirrorDiff mirror;
        Dom dom;
        for (int round = 0; round < 300; ++round) {
            std::string ids = "abcdefghijkl";
            std::shuffle(ids.begin(), ids.end(), random);
            ids.resize(random() % (ids.size() + 1));
            Scene scene;
            for (const char c : ids) {
                const auto count = static_cast<int32_t>(scene.nodes.size());
                const int32_t parent =
                    count == 0 ? -1 : static_cast<int32_t>(random() % static_cast<uint32_t>(count + 1)) - 1;
                scene.nodes.push_back(
                    make(std::string(1, c), Role::group, parent, random() % 4 ? "" : std::to_string(round)));
            }
            dom.apply(mirror.update(scene, ""));
            REQUIRE(dom.tree() == tree_of(scene));
            REQUIRE(mirror.update(scene, "").empty());
        }
    }
}

TEST_SUITE("mirror: tab stops") {
    const auto stops = [](const Scene& scene, const std::string& focus) {
        MirrorDiff mirror;
        std::string out;
        for (const Fields& f : records(mirror.update(scene, focus)))
            if (f[0] == "N" && (std::stoul(f[10]) & MirrorDiff::tab_stop)) out += (out.empty() ? "" : " ") + f[14];
        return out;
    };
    const auto map = [] {
        Scene scene =
            scene_of({make("nav", Role::link), make("map", Role::group), make("pref:01", Role::map_feature, 1),
                      make("pref:13", Role::map_feature, 1), make("pref:47", Role::map_feature, 1), make("text")});
        for (const size_t i : std::initializer_list<size_t>{0, 2, 3, 4}) scene.nodes[i].action = go("/");
        for (const size_t i : std::initializer_list<size_t>{2, 3, 4}) scene.nodes[i].composite = "map";
        return scene;
    };
    TEST_CASE("the map is one stop: the first of its features") { CHECK(stops(map(), "") == "nav pref:01"); }
    TEST_CASE("the chosen feature, when one is chosen") {
        Scene scene = map();
        scene.nodes[3].selected = true;
        CHECK(stops(scene, "") == "nav pref:13");
    }
    TEST_CASE("the focused feature before the chosen one") {
        Scene scene = map();
        scene.nodes[3].selected = true;
        CHECK(stops(scene, "pref:47") == "nav pref:47");
    }
    TEST_CASE("each chart is one stop: the focused mark, else the selected, else the first") {
        Scene scene = scene_of({make("a", Role::group), make("a:1", Role::image, 0), make("a:2", Role::image, 0),
                                make("b", Role::group), make("b:1", Role::image, 3), make("b:2", Role::image, 3)});
        for (const size_t i : std::initializer_list<size_t>{1, 2, 4, 5})
            scene.nodes[i].roving = true, scene.nodes[i].composite = i < 3 ? "a" : "b";
        CHECK(stops(scene, "") == "a:1 b:1");
        CHECK(stops(scene, "b:2") == "a:1 b:2");
        scene.nodes[2].selected = true;
        CHECK(stops(scene, "") == "a:2 b:1");
    }
    TEST_CASE("the stop stays with the focus when something else changes later") {
        Scene scene = map();
        MirrorDiff mirror;
        mirror.update(scene, "pref:47");
        scene.nodes[5].name = "another text";
        const std::vector<Fields> changes = records(mirror.update(scene, "", "pref:47"));
        REQUIRE(changes.size() == 1);
        CHECK(changes[0][14] == "text");
    }
}
