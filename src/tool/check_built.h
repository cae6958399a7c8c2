// Checks a folder of built bundles the way the browser will read them. Internal to sosei-bundle.
#pragma once
#include <filesystem>

#include "model/load.h"

namespace atlas::tool {

struct BuiltCheck {
    model::Manifest manifest;
    Problems problems;
};

/// Presence, size and SHA-256 of every bundle that manifest.json names, their content, and the references between them.
BuiltCheck check_built(const std::filesystem::path& folder);

}  // namespace atlas::tool
