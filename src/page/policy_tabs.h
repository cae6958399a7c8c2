// The rows of tabs under a title: the pages about the policy's build-up (5本柱 | ロジックモデル | 工程表 | 新結合 | 歩み), and those
// about how far it has come (目標 | 全国の動き | 変わったこと).
#pragma once
#include "page/page.h"

namespace atlas::page {

/// Links to the pages, the one that is open underlined; wraps where they do not fit. Returns the height, with the space below.
float policy_tabs(Context& ctx, Vec2 at, float width);
float progress_tabs(Context& ctx, Vec2 at, float width);

}  // namespace atlas::page
