// The edition before this one, for the page of changes: its KPIs and observations as a bundle of their own. Internal to sosei-bundle.
#pragma once
#include "tool/encode.h"

namespace atlas::tool {

/// `where`: a folder of sources, a folder of built bundles, or a bundle of KPIs. A Problem says what is wrong with it; an edition that
/// is not older than `edition` is one.
Result<BuiltBundle> encode_previous(const std::filesystem::path& where, const std::string& edition);

}  // namespace atlas::tool
