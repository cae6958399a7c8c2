#include "core/result.h"

namespace atlas {

Problem problem_of(std::string file, std::string at, Word what, Word remedy, std::initializer_list<Fill> fills) {
    constexpr Words ja(Lang::ja), en(Lang::en);
    return {Severity::error, std::move(file), std::move(at), ja(what, fills), ja(remedy), en(what, fills), en(remedy)};
}

std::string to_string(const Problem& problem) {
    std::string line = problem.file;
    if (!problem.at.empty()) line += (line.empty() ? "" : ":") + problem.at;
    if (!line.empty()) line += ": ";
    line += problem.what;
    if (!problem.remedy.empty()) line += " — " + problem.remedy;
    return line;
}

}  // namespace atlas
