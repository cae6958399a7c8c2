// sosei-bundle: checks the sources in data/, builds the runtime bundles from them, counts what they hold, and imports
// files of others. Native only.
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace atlas::tool {

/// Runs the tool with the arguments behind the program's name. Faults and summaries go to `out`, wrong usage to `err`.
/// Returns the exit code: 0 = good, 1 = faults in the data, 2 = wrong usage.
int run_bundle_tool(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace atlas::tool
