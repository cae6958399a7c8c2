// sosei-bundle import: files of others into the project's tables and boundaries.
#include <filesystem>
#include <ostream>

#include "bundle/decode.h"
#include "tool/commands.h"
#include "tool/files.h"
#include "tool/import_boundaries.h"
#include "tool/import_ssdse.h"

namespace atlas::tool {

namespace {

namespace fs = std::filesystem;

struct Output {
    fs::path path;
    std::string bytes;
};

/// out.csv → out.indicators.csv
fs::path companion(fs::path out) {
    if (out.extension() == ".csv") out.replace_extension();
    return out += ".indicators.csv";
}

Problems write_all(const std::vector<Output>& outputs, const fs::path& input) {
    std::error_code error;
    for (const Output& output : outputs)
        if (fs::equivalent(output.path, input, error))
            return {{Severity::error, output.path.filename().string(), "", "入力ファイルを上書きしてしまいます",
                     "別の名前を -o で指定してください", "this would overwrite the input",
                     "name another file with -o"}};
    Problems problems;
    for (const Output& output : outputs) {
        fs::create_directories(output.path.parent_path(), error);
        if (auto fault = write_file(output.path, output.bytes)) problems.push_back(std::move(*fault));
    }
    return problems;
}

/// The common end: faults, or the files written, what there was to say about them, and their sizes.
int conclude(const Options& o, const Problems& problems, const std::string& summary, const std::vector<Output>& outputs,
             std::ostream& out) {
    print(problems, o.english, out);
    if (bundle::has_errors(problems)) return conclude_faulty(problems, o.english, out);
    const Problems unwritten = write_all(outputs, o.plain[0]);
    print(unwritten, o.english, out);
    if (!unwritten.empty()) return conclude_faulty(unwritten, o.english, out);
    out << summary << '\n';
    for (const Output& output : outputs) out << output.path.string() << "  " << output.bytes.size() << " bytes\n";
    return 0;
}

std::string file_name(const Options& o) { return fs::path(o.plain[0]).filename().string(); }

}  // namespace

int import_ssdse(const Options& o, std::ostream& out) {
    const Result<std::string> bytes = read_file(o.plain[0]);
    if (!bytes) return conclude(o, bytes.problems(), "", {}, out);
    const Result<SsdseImport> read = read_ssdse(*bytes, file_name(o));
    if (!read) return conclude(o, read.problems(), "", {}, out);
    return conclude(o, {}, summary(*read, o.english),
                    {{o.out, read->values_csv}, {companion(o.out), read->indicators_csv}}, out);
}

int import_boundaries(const Options& o, std::ostream& out) {
    const Result<std::string> bytes = read_file(o.plain[0]);
    if (!bytes) return conclude(o, bytes.problems(), "", {}, out);
    const Result<BoundariesImport> read = read_foreign_boundaries(*bytes, file_name(o));
    if (!read) return conclude(o, read.problems(), "", {}, out);
    return conclude(o, read->warnings, summary(*read, o.english), {{o.out, bundle::write_json(read->root) + "\n"}},
                    out);
}

}  // namespace atlas::tool
