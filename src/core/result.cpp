#include "core/result.h"

namespace atlas {

std::string to_string(const Problem& problem) {
    std::string line = problem.file;
    if (!problem.at.empty()) line += (line.empty() ? "" : ":") + problem.at;
    if (!line.empty()) line += ": ";
    line += problem.what;
    if (!problem.remedy.empty()) line += " — " + problem.remedy;
    return line;
}

}  // namespace atlas
