#include "tool/prefecture_boxes.h"

#include <cstdio>

#include "core/strings.h"

namespace atlas::tool {

namespace {

struct Box {
    int prefecture;
    double west, south, east, north;  // degrees
};

// The prefectures' polygons in ja_prefecture_area.json of the Digital Agency's policy-dashboard-assets 1.0.0 (commit a520c070a2c1,
// made from 国土数値情報 行政区域データ N03-2025, 国土交通省, CC BY 4.0): polygons whose boxes lie less than 0.5° apart share a
// box, rounded outward to 0.01°, the largest of a prefecture first. 沖ノ鳥島 (20.42° N, 136.08° E), too small for that file,
// was added by hand.
constexpr Box boxes[] = {
    {1, 139.33, 41.35, 148.90, 45.56},   // 北海道
    {2, 139.86, 40.21, 141.69, 41.56},   // 青森県
    {3, 140.65, 38.74, 142.08, 40.46},   // 岩手県
    {4, 140.27, 37.77, 141.68, 39.00},   // 宮城県
    {5, 139.69, 38.87, 141.00, 40.52},   // 秋田県
    {6, 139.52, 37.73, 140.65, 39.21},   // 山形県
    {7, 139.16, 36.79, 141.05, 37.98},   // 福島県
    {8, 139.68, 35.73, 140.86, 36.95},   // 茨城県
    {9, 139.32, 36.19, 140.30, 37.16},   // 栃木県
    {10, 138.39, 35.98, 139.67, 37.06},  // 群馬県
    {11, 138.71, 35.75, 139.90, 36.29},  // 埼玉県
    {12, 139.75, 34.90, 140.88, 36.11},  // 千葉県
    {13, 139.07, 33.85, 139.64, 34.80},  // 東京都
    {13, 138.94, 35.50, 139.92, 35.90},  // 東京都
    {13, 142.09, 26.54, 142.25, 27.73},  // 東京都
    {13, 139.67, 33.04, 139.86, 33.16},  // 東京都
    {13, 141.28, 24.74, 141.36, 24.82},  // 東京都
    {13, 139.75, 32.44, 139.79, 32.48},  // 東京都
    {13, 141.27, 25.41, 141.30, 25.45},  // 東京都
    {13, 140.86, 27.23, 140.90, 27.26},  // 東京都
    {13, 141.45, 24.22, 141.48, 24.25},  // 東京都
    {13, 136.06, 20.41, 136.09, 20.43},  // 東京都
    {13, 153.97, 24.28, 153.99, 24.30},  // 東京都
    {14, 138.91, 35.13, 139.80, 35.68},  // 神奈川県
    {15, 137.63, 36.73, 139.91, 38.56},  // 新潟県
    {16, 136.76, 36.27, 137.77, 36.98},  // 富山県
    {17, 136.24, 36.06, 137.37, 37.86},  // 石川県
    {18, 135.44, 35.34, 136.84, 36.30},  // 福井県
    {19, 138.18, 35.16, 139.14, 35.98},  // 山梨県
    {20, 137.32, 35.19, 138.74, 37.04},  // 長野県
    {21, 136.27, 35.13, 137.66, 36.47},  // 岐阜県
    {22, 137.47, 34.57, 139.18, 35.65},  // 静岡県
    {23, 136.67, 34.57, 137.84, 35.43},  // 愛知県
    {24, 135.85, 33.72, 136.99, 35.26},  // 三重県
    {25, 135.76, 34.79, 136.46, 35.71},  // 滋賀県
    {26, 134.85, 34.70, 136.06, 35.78},  // 京都府
    {27, 135.09, 34.27, 135.75, 35.06},  // 大阪府
    {28, 134.25, 34.15, 135.47, 35.68},  // 兵庫県
    {29, 135.53, 33.85, 136.23, 34.79},  // 奈良県
    {30, 135.00, 33.43, 136.02, 34.39},  // 和歌山県
    {31, 133.13, 35.05, 134.52, 35.62},  // 鳥取県
    {32, 131.66, 34.30, 133.39, 36.36},  // 島根県
    {32, 131.86, 37.23, 131.88, 37.25},  // 島根県
    {33, 133.26, 34.29, 134.42, 35.36},  // 岡山県
    {34, 132.03, 34.03, 133.48, 35.11},  // 広島県
    {35, 130.77, 33.71, 132.50, 34.80},  // 山口県
    {36, 133.66, 33.54, 134.82, 34.26},  // 徳島県
    {37, 133.44, 34.01, 134.45, 34.57},  // 香川県
    {38, 132.02, 32.90, 133.70, 34.31},  // 愛媛県
    {39, 132.48, 32.70, 134.32, 33.89},  // 高知県
    {40, 130.03, 33.00, 131.20, 34.25},  // 福岡県
    {41, 129.74, 32.95, 130.55, 33.62},  // 佐賀県
    {42, 128.34, 31.98, 130.38, 34.71},  // 長崎県
    {43, 129.96, 32.09, 131.33, 33.20},  // 熊本県
    {44, 130.82, 32.71, 132.09, 33.75},  // 大分県
    {45, 130.70, 31.36, 131.89, 32.84},  // 宮崎県
    {46, 128.39, 27.01, 131.21, 32.31},  // 鹿児島県
    {47, 123.56, 24.04, 125.47, 24.94},  // 沖縄県
    {47, 126.70, 26.07, 128.34, 27.10},  // 沖縄県
    {47, 123.45, 25.72, 123.69, 25.93},  // 沖縄県
    {47, 131.21, 25.81, 131.34, 25.97},  // 沖縄県
    {47, 122.94, 24.43, 123.04, 24.48},  // 沖縄県
    {47, 128.21, 27.86, 128.24, 27.89},  // 沖縄県
    {47, 131.18, 24.46, 131.20, 24.48},  // 沖縄県
};
constexpr double margin_deg = 0.05;

bool contains(const Box& box, geo::LonLat at) {
    return at.lon_deg >= box.west - margin_deg && at.lon_deg <= box.east + margin_deg &&
           at.lat_deg >= box.south - margin_deg && at.lat_deg <= box.north + margin_deg;
}

int number_of(std::string_view code) {
    int number = 0;
    return code.size() == 2 && parse_int(code, number) ? number : 0;
}

std::string range(double from, double to, const char* between) {
    char text[40];
    std::snprintf(text, sizeof text, "%.2f%s%.2f", from, between, to);
    return text;
}

}  // namespace

bool is_in_prefecture(std::string_view code, geo::LonLat position) {
    const int number = number_of(code);
    bool known = false;
    for (const Box& box : boxes) {
        if (box.prefecture != number) continue;
        if (contains(box, position)) return true;
        known = true;
    }
    return !known;
}

BoxWords largest_box(std::string_view code) {
    const int number = number_of(code);
    for (const Box& box : boxes)
        if (box.prefecture == number)
            return {
                "緯度 " + range(box.south, box.north, "〜") + "、経度 " + range(box.west, box.east, "〜"),
                "latitude " + range(box.south, box.north, " to ") + ", longitude " + range(box.west, box.east, " to ")};
    return {};
}

}  // namespace atlas::tool
