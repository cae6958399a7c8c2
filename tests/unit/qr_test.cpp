// QR codes: what libqrencode makes, as few rectangles, drawn so that a phone reads them and said so that nobody needs to. That a
// reader's program reads them back is tests/e2e/desktop.test.mjs.
#include "core/qr.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ui/qr_code.h"

using namespace atlas;

namespace {

const std::string address = "https://example.org/atlas/#/kpis/inbound-visitors";
const FixedMeasure fixed;

struct Desk {
    ui::Environment env;
    ui::Interaction state;
    ui::Ui ui{env, fixed, state};
};

/// The modules that the rectangles cover, as rows of '#' and '.'.
std::string drawn(const QrCode& code, const std::vector<Rect>& rectangles) {
    std::string grid(static_cast<size_t>(code.modules * code.modules), '.');
    for (const Rect& r : rectangles)
        for (int y = 0; y < static_cast<int>(r.h); ++y)
            for (int x = 0; x < static_cast<int>(r.w); ++x)
                grid[static_cast<size_t>((static_cast<int>(r.y) + y) * code.modules + static_cast<int>(r.x) + x)] = '#';
    return grid;
}

}  // namespace

TEST_CASE("qr: the smallest code that holds the text, with its three finder patterns") {
    const auto code = qr_of("https://example.org/");
    REQUIRE(code);
    CHECK(code->modules == 25);  // version 2: 26 bytes at level M
    const int far = code->modules - 7;
    for (const auto& [x, y] : {std::pair{0, 0}, {far, 0}, {0, far}})
        for (int i = 0; i < 7; ++i) {
            CHECK(code->at(x + i, y));
            CHECK(code->at(x, y + i));
            CHECK(code->at(x + 3, y + 3));
            if (i >= 1 && i <= 5) CHECK(!code->at(x + i, y + 1));
        }
}

TEST_CASE("qr: letters outside ASCII are taken as UTF-8") { CHECK(qr_of("https://example.org/#/search?q=観光")); }

TEST_CASE("qr: no code of nothing, of a text with a NUL, of more than a code holds") {
    CHECK(!qr_of(""));
    CHECK(!qr_of(std::string("a\0b", 3)));
    CHECK(qr_of(std::string(2331, 'a')));
    CHECK(!qr_of(std::string(2332, 'a')));
}

TEST_CASE("qr: the rectangles cover the dark modules and no other, and are far fewer") {
    const auto code = qr_of(address);
    REQUIRE(code);
    std::string wanted;
    for (const bool dark : code->dark) wanted += dark ? '#' : '.';
    const std::vector<Rect> rectangles = qr_rectangles(*code);
    CHECK(drawn(*code, rectangles) == wanted);
    const auto dark = static_cast<size_t>(std::count(wanted.begin(), wanted.end(), '#'));
    CHECK(rectangles.size() * 2 < dark);
}

TEST_CASE("qr: black on white with four modules around it, on whole pixels, one image that says where it leads") {
    Desk desk;
    ui::qr_code(desk.ui, {10.3f, 20.7f, 200, 180}, address, "訪日外国人旅行者数");
    const scene::Scene& scene = desk.ui.scene;
    REQUIRE(scene.nodes.size() == 1);
    const scene::Node& node = scene.nodes.front();
    CHECK(node.role == scene::Role::image);
    CHECK(node.name == "QRコード：" + address);
    CHECK(node.description == "スマートフォンのカメラで読むと「訪日外国人旅行者数」が開きます。");

    const std::vector<scene::Mark>& marks = scene.layer(scene::Layer::document);
    const auto& tile = std::get<scene::RectMark>(marks.front());
    CHECK(tile.fill == rgb(0xFFFFFF));
    CHECK(tile.rect == node.rect);
    const float module_px = tile.rect.w / static_cast<float>(qr_of(address)->modules + 2 * qr_quiet_modules);
    CHECK(module_px == 4);
    for (size_t i = 1; i < marks.size(); ++i) {
        const auto& mark = std::get<scene::RectMark>(marks[i]);
        CHECK(mark.fill == rgb(0x000000));
        CHECK(mark.rect.x == std::round(mark.rect.x));
        CHECK(mark.rect.y == std::round(mark.rect.y));
        CHECK(tile.rect.grown(-4 * module_px).grown(0.01f).contains(mark.rect.center()));
    }
}

TEST_CASE("qr: an address that no code holds, or no room for it, is written out") {
    Desk desk;
    const std::string long_address = "https://example.org/#/" + std::string(2400, 'x');
    ui::qr_code(desk.ui, {0, 0, 200, 200}, long_address, "", "code");
    ui::qr_code(desk.ui, {0, 0, 20, 20}, address, "", "small");
    const scene::Node* words = desk.ui.scene.find("code");
    REQUIRE(words);
    CHECK(words->name == long_address);
    CHECK(words->role == scene::Role::paragraph);
    REQUIRE(desk.ui.scene.find("small"));
    CHECK(desk.ui.scene.find("small")->name == address);
}
