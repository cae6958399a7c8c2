// The chapters of the about page that are long enough for a file of their own. Internal to the about page.
#pragma once
#include <string>
#include <vector>

#include "page/page.h"

namespace atlas::page {

/// Rows of the same columns: a table where there is room, else a list with the column's name before each text.
struct Rows {
    std::string id, caption;
    std::vector<std::string> columns;
    std::vector<float> shares;  ///< of the width, one a column
    std::vector<std::vector<std::string>> rows;
};
float draw_rows(Context& ctx, Vec2 top_left, float width_px, const Rows& rows);

/// How progress is judged, what 判定不可 means, how sure the figures are. Needs nothing; counts are shown where data.kpis is there.
float about_method(Context& ctx, float y);
/// Every source with its attribution and licence. Needs data.policy.
float about_sources(Context& ctx, float y);
/// Who signed the single-file edition, or why it was refused. Needs data.seal.
float about_seal(Context& ctx, float y);
/// How the atlas works without a network, and the QR code of data.public_url.
float about_offline(Context& ctx, float y);

}  // namespace atlas::page
