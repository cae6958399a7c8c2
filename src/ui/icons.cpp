#include "ui/icons.h"

#include <cmath>
#include <string_view>

namespace atlas::ui {
namespace {

// Strokes on a 24 × 24 grid. "M x y x y …" starts a polyline, "Z" closes it, "O cx cy r" is a circle, "D cx cy r" a dotted one.
const char* strokes(Icon icon) {
    switch (icon) {
        case Icon::home: return "M 3 11.5 12 4 21 11.5 M 5.5 9.5 5.5 20 18.5 20 18.5 9.5 M 10 20 10 14 14 14 14 20";
        case Icon::map: return "M 3 6 9 3.5 15 6 21 3.5 21 18 15 20.5 9 18 3 20.5 Z M 9 3.5 9 18 M 15 6 15 20.5";
        case Icon::pillars: return "M 3 20.5 21 20.5 M 3 9 12 3.5 21 9 Z M 6 9 6 20.5 M 12 9 12 20.5 M 18 9 18 20.5";
        case Icon::stories: return "M 12 6.5 12 20 M 12 6.5 9 4.5 3 4.5 3 18 9 18 12 20 15 18 21 18 21 4.5 15 4.5 Z";
        case Icon::kpis: return "M 3 20.5 21 20.5 M 6 20 6 13 M 11 20 11 9 M 16 20 16 11 M 4.5 8 10 4 15 7 20 3";
        case Icon::info: return "O 12 12 9 M 12 11 12 16.5 M 12 7.2 12 7.8";
        case Icon::search: return "O 10.5 10.5 6.5 M 15.5 15.5 20.5 20.5";
        case Icon::plus: return "M 12 5 12 19 M 5 12 19 12";
        case Icon::minus: return "M 5 12 19 12";
        case Icon::reset: return "M 4 9 4 4 9 4 M 20 9 20 4 15 4 M 4 15 4 20 9 20 M 20 15 20 20 15 20";
        case Icon::close: return "M 6 6 18 18 M 18 6 6 18";
        case Icon::check: return "M 4.5 12.5 10 18 19.5 7";
        case Icon::trend_up: return "M 5 18 18 6 M 9 6 18 6 18 15";
        case Icon::arrow_right: return "M 4 12 20 12 M 14 6 20 12 14 18";
        case Icon::trend_down: return "M 5 6 18 18 M 18 9 18 18 9 18";
        case Icon::arrow_down: return "M 12 4 12 20 M 6 14 12 20 18 14";
        case Icon::circle_dotted: return "D 12 12 8";
        case Icon::chevron_right: return "M 9 5 16 12 9 19";
        case Icon::chevron_left: return "M 15 5 8 12 15 19";
        case Icon::chevron_down: return "M 5 9 12 16 19 9";
        case Icon::chevron_up: return "M 5 15 12 8 19 15";
        case Icon::external: return "M 10 5 5 5 5 19 19 19 19 14 M 13 4 20 4 20 11 M 20 4 11 13";
        case Icon::warning: return "M 12 3.5 22 20.5 2 20.5 Z M 12 10 12 15 M 12 17.4 12 18";
        case Icon::list: return "M 8 6 21 6 M 8 12 21 12 M 8 18 21 18 M 3.5 6 4.5 6 M 3.5 12 4.5 12 M 3.5 18 4.5 18";
        case Icon::share: return "M 12 15 12 3 M 7.5 7.5 12 3 16.5 7.5 M 5 12 5 20.5 19 20.5 19 12";
        case Icon::filter: return "M 3 5 21 5 M 6.5 12 17.5 12 M 10 19 14 19";
        case Icon::download: return "M 12 3.5 12 15 M 7.5 10.5 12 15 16.5 10.5 M 4.5 16 4.5 20.5 19.5 20.5 19.5 16";
    }
    return "";
}

class StrokeReader {
public:
    explicit StrokeReader(const char* text) : rest_(text) {}
    std::string_view next() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        const std::string_view token = rest_.substr(0, rest_.find(' '));
        rest_.remove_prefix(token.size());
        return token;
    }

private:
    std::string_view rest_;
};

float parse(std::string_view token) {
    float whole = 0, scale = 0;
    for (const char c : token) {
        if (c == '.') {
            scale = 1;
        } else if (scale > 0) {
            scale /= 10, whole += static_cast<float>(c - '0') * scale;
        } else {
            whole = whole * 10 + static_cast<float>(c - '0');
        }
    }
    return whole;
}

std::vector<Vec2> circle(float cx, float cy, float r, int from, int to, int of) {
    std::vector<Vec2> points;
    for (int i = from; i < to; ++i) {
        const float a = 6.2831853f * static_cast<float>(i) / static_cast<float>(of);
        points.push_back({cx + r * std::cos(a), cy + r * std::sin(a)});
    }
    return points;
}

}  // namespace

void draw_icon(std::vector<scene::Mark>& marks, Icon icon, Vec2 center, float size_px, Color color) {
    const float k = size_px / 24, line = std::max(1.5f, size_px / 12);
    const Vec2 origin = center - Vec2{12, 12} * k;
    const auto emit = [&](std::vector<Vec2> points, bool closed) {
        for (Vec2& p : points) p = origin + p * k;
        scene::PathMark path;
        path.points = std::move(points), path.closed = closed, path.stroke = color, path.stroke_px = line;
        marks.emplace_back(std::move(path));
    };
    StrokeReader reader(strokes(icon));
    std::vector<Vec2> points;
    for (std::string_view token = reader.next(); !token.empty(); token = reader.next()) {
        if (token == "M") {
            if (!points.empty()) emit(std::move(points), false);
            points.clear();
        } else if (token == "Z") {
            emit(std::move(points), true);
            points.clear();
        } else if (token == "O" || token == "D") {
            const float cx = parse(reader.next()), cy = parse(reader.next()), r = parse(reader.next());
            if (token == "O") {
                emit(circle(cx, cy, r, 0, 32, 32), true);
            } else {
                for (int dot = 0; dot < 8; ++dot) emit(circle(cx, cy, r, dot * 4, dot * 4 + 3, 32), false);
            }
        } else {
            points.push_back({parse(token), parse(reader.next())});
        }
    }
    if (!points.empty()) emit(std::move(points), false);
}

}  // namespace atlas::ui
