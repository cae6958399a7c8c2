// The 47 prefectures as equal tiles: small ones are seen as well as Hokkaidō, and a value has room to be written.
//
// The layout is geofacet's jp_prefs_grid1 (github.com/hafen/grid-designer), the one most used for Japan, because the country's bow is still
// recognised in it. Two changes: 栃木, 群馬 and 茨城 stand there in each other's places and are put right; columns that held little
// (北海道 and 沖縄 alone; one between 島根 and 兵庫) are folded in, so that two characters of 14 px fit side by side on a phone of 360 px.
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
inline constexpr int tile_columns = 12, tile_rows = 12;
/// In code order (JIS X 0401), which runs from north-east to south-west: the order in which every Japanese list stands.
const std::vector<TilePlace>& tile_places();

enum class Direction : unsigned char { left, right, up, down };
/// The tile that an arrow key leads to: the nearest in that direction, over gaps too; "" at the edge or for an unknown code.
std::string tile_neighbour(std::string_view code, Direction direction);

struct Tile {
    std::string code;        ///< "13"
    std::string short_name;  ///< "東京"; of three characters the last stands below in narrow tiles
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

/// Below this width names do not fit.
inline constexpr float least_tile_grid_px = 347;
/// Height that tiles of this width take.
float tile_grid_height(float width_px);
/// Tiles are ids "pref:13" with Action::pick_feature, as the areas of the map. Returns the height.
float draw_tile_grid(ui::Ui& ui, Vec2 top_left, float width_px, const TileGridOptions& options);

}  // namespace atlas::chart
