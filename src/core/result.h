// Errors are values. A Problem names the place, what is wrong there and how to mend it; a Result carries either a
// value or the problems that kept it from being made. Nothing in the project throws.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/lang.h"

namespace atlas {

enum class Severity { error, warning };

struct Problem {
    Severity severity = Severity::error;
    std::string file;     ///< file or bundle name, without folders of the machine
    std::string at;       ///< "/json/pointer" or "line 12" (1-based); empty = the whole file
    std::string what;     ///< what is wrong, with the offending value, in Japanese
    std::string remedy;   ///< what to do, in Japanese
    std::string what_en;  ///< the same in English; empty where only the reader's page shows it
    std::string remedy_en;
};

using Problems = std::vector<Problem>;

/// An error whose words stand in assets/i18n, in both languages.
Problem problem_of(std::string file, std::string at, Word what, Word remedy, std::initializer_list<Fill> fills = {});

/// "file:at: what — remedy" on one line.
std::string to_string(const Problem& problem);

template <class T>
class Result {
public:
    Result(T value) : value_(std::move(value)) {}
    Result(Problem problem) : problems_{std::move(problem)} {}
    Result(Problems problems) : problems_(std::move(problems)) {}

    explicit operator bool() const { return value_.has_value(); }
    const T& operator*() const { return *value_; }
    T& operator*() { return *value_; }
    const T* operator->() const { return &*value_; }
    T* operator->() { return &*value_; }
    const Problems& problems() const { return problems_; }

private:
    std::optional<T> value_;
    Problems problems_;
};

}  // namespace atlas
