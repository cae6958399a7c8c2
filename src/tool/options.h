// The arguments of sosei-bundle, and how faults are printed. Internal to the tool.
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

#include "core/result.h"

namespace atlas::tool {

struct Options {
    std::vector<std::string> plain;  ///< what is not an option: the command's operands
    std::string out;                 ///< -o
    std::string geo;                 ///< --geo
    std::string previous;            ///< --previous
    std::string key, name;           ///< --key: a file of keygen; --name: who signs
    bool english = false;            ///< --lang en
};

/// Parses everything behind the command's name. A Problem says which argument is wrong.
Result<Options> parse_options(const std::vector<std::string>& arguments);

/// One line a problem, errors first; warnings say so.
void print(const Problems& problems, bool english, std::ostream& out);

/// The last line when there were faults. Returns the exit code, 1.
int conclude_faulty(const Problems& problems, bool english, std::ostream& out);

/// Wrong usage in both languages, without a place.
Problem usage_problem(std::string what, std::string what_en);

}  // namespace atlas::tool
