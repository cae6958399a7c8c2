#include "ui/style.h"

namespace atlas::ui {

PillarStyle pillar_style(std::string_view pillar) {
    using scene::Shape;
    // Chosen among DADS primitives so that the worst pair stays apart for normal, protan, deutan and tritan eyes.
    if (pillar == "1") return {token::green_1000, token::green_1000, token::green_50, Shape::circle};
    if (pillar == "2") return {token::yellow_900, token::yellow_1000, token::yellow_50, Shape::square};
    if (pillar == "3") return {token::magenta_900, token::magenta_900, token::magenta_50, Shape::diamond};
    if (pillar == "4") return {token::blue_700, token::blue_700, token::blue_50, Shape::triangle};
    if (pillar == "5") return {token::cyan_600, token::cyan_900, token::cyan_50, Shape::hexagon};
    return {token::solid_gray_536, token::solid_gray_600, token::solid_gray_50, Shape::circle};
}

}  // namespace atlas::ui
