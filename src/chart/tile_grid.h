// The 47 prefectures as equal tiles: small ones are seen as well as Hokkaidō, and a value has room to be written.
//
// The layout is geofacet's jp_prefs_grid1 (github.com/hafen/grid-designer), the one most used for Japan, because the country's bow is still
// recognised in it. Two changes: 栃木, 群馬 and 茨城 stand there in each other's places and are put right; the outermost columns, which held
// 北海道 and 沖縄 alone, are folded in, so that a tile on a phone of 320 px is 24 px wide (WCAG 2.2, 2.5.8).
#pragma once
#include <string>
#include <vector>

#include "chart/pattern.h"
#include "ui/ui.h"

namespace atlas::chart {

struct TilePlace {
    const char* code;
    int column, row;  ///< from 0, left and top
};
inline constexpr int tile_columns = 13, tile_rows = 12;
/// In code order (JIS X 0401), which runs from north-east to south-west: the order in which every Japanese list stands.
const std::vector<TilePlace>& tile_places();

enum class Direction : unsigned char { left, right, up, down };
/// The tile that an arrow key leads to: the nearest in that direction, over gaps too; "" at the edge or for an unknown code.
std::string tile_neighbour(std::string_view code, Direction direction);

struct Tile {
    std::string code;        ///< "13"
    std::string short_name;  ///< "東京": set upright in narrow tiles
    std::string value;       ///< short, as on the map: "1.20"; "" without
    std::string name;        ///< what is read: "東京都 0.96（全国47位）"
    Color fill = transparent;
    Pattern pattern = Pattern::none;  ///< no_data for missing values
};
struct TileGridOptions {
    std::string id = "tiles";
    std::string name, description;  ///< of the group
    std::vector<Tile> tiles;        ///< in any order; unknown codes are left out
    std::string selected, hovered;
    bool dim_others = false;  ///< with `lit`: the legend filters
    std::vector<std::string> lit;
};

/// Height that tiles of this width take.
float tile_grid_height(float width_px);
/// Tiles are ids "pref:13" with Action::pick_feature, as the areas of the map. Returns the height.
float draw_tile_grid(ui::Ui& ui, Vec2 top_left, float width_px, const TileGridOptions& options);

}  // namespace atlas::chart
