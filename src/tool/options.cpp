#include "tool/options.h"

#include <algorithm>
#include <ostream>

namespace atlas::tool {

Problem usage_problem(std::string what, std::string what_en) {
    return {Severity::error, "", "", std::move(what), "", std::move(what_en), ""};
}

Result<Options> parse_options(const std::vector<std::string>& arguments) {
    Options o;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string& a = arguments[i];
        const bool takes_value =
            a == "-o" || a == "--geo" || a == "--lang" || a == "--previous" || a == "--key" || a == "--name";
        if (takes_value && i + 1 == arguments.size())
            return usage_problem("値がありません: " + a, "a value is missing: " + a);
        if (a == "-o") {
            o.out = arguments[++i];
        } else if (a == "--geo") {
            o.geo = arguments[++i];
        } else if (a == "--previous") {
            o.previous = arguments[++i];
        } else if (a == "--key") {
            o.key = arguments[++i];
        } else if (a == "--name") {
            o.name = arguments[++i];
        } else if (a == "--lang") {
            o.english = arguments[++i] == "en";
            if (!o.english && arguments[i] != "ja")
                return usage_problem("--lang は ja か en です", "--lang takes ja or en");
        } else if (a.size() > 1 && a[0] == '-') {
            return usage_problem("知らない指定です: " + a, "unknown option: " + a);
        } else {
            o.plain.push_back(a);
        }
    }
    return o;
}

void print(const Problems& problems, bool english, std::ostream& out) {
    for (const Severity severity : {Severity::error, Severity::warning})
        for (Problem problem : problems) {
            if (problem.severity != severity) continue;
            if (english && !problem.what_en.empty()) problem.what = problem.what_en, problem.remedy = problem.remedy_en;
            if (severity == Severity::warning) problem.what = (english ? "warning: " : "警告: ") + problem.what;
            out << to_string(problem) << '\n';
        }
}

int conclude_faulty(const Problems& problems, bool english, std::ostream& out) {
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](auto& p) { return p.severity == Severity::error; });
    const auto warnings = static_cast<std::ptrdiff_t>(problems.size()) - errors;
    if (english)
        out << errors << " errors, " << warnings << " warnings\n";
    else
        out << "誤り " << errors << " 件、警告 " << warnings << " 件\n";
    return 1;
}

}  // namespace atlas::tool
