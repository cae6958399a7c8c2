#include "app/bundle_tool.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/bundle_tool_build.h"
#include "app/bundle_tool_built.h"
#include "app/bundle_tool_source.h"
#include "bundle/decode.h"
#include "model/lookup.h"

namespace atlas::app {

namespace {

constexpr const char* usage =
    "sosei-bundle check DIR [--lang en]              データ（または作成済みのバンドル）の誤りをすべて挙げる / report "
    "all faults\n"
    "sosei-bundle build DIR -o OUT [--geo GEODIR]    実行時のバンドルと manifest.json を書き出す / write the runtime "
    "bundles\n"
    "sosei-bundle stats DIR                          件数を数える / count what is there\n";

struct Options {
    std::string command, folder, out, geo;
    bool english = false;
    std::string wrong;  // what is wrong with the arguments
};

Options parse(const std::vector<std::string>& arguments) {
    Options o;
    std::vector<std::string> plain;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string& a = arguments[i];
        const bool takes_value = a == "-o" || a == "--geo" || a == "--lang";
        if (takes_value && i + 1 == arguments.size()) {
            o.wrong = "値がありません / a value is missing: " + a;
        } else if (a == "-o") {
            o.out = arguments[++i];
        } else if (a == "--geo") {
            o.geo = arguments[++i];
        } else if (a == "--lang") {
            o.english = arguments[++i] == "en";
            if (!o.english && arguments[i] != "ja") o.wrong = "--lang は ja か en です / --lang takes ja or en";
        } else if (a.size() > 1 && a[0] == '-') {
            o.wrong = "知らない指定です / unknown option: " + a;
        } else {
            plain.push_back(a);
        }
    }
    if (plain.size() == 2) o.command = plain[0], o.folder = plain[1];
    const bool known = o.command == "check" || o.command == "build" || o.command == "stats";
    if (o.wrong.empty() && !known)
        o.wrong = "命令とフォルダーを一つずつ指定してください / give one command and one folder";
    if (o.wrong.empty() && o.command == "build" && o.out.empty())
        o.wrong = "出力先 -o がありません / build needs -o OUT";
    std::error_code error;
    if (o.wrong.empty() && !std::filesystem::is_directory(o.folder, error))
        o.wrong = "フォルダーがありません / no such folder: " + o.folder;
    return o;
}

/// One line a problem, errors first; warnings say so.
void print(const Problems& problems, bool english, std::ostream& out) {
    for (const Severity severity : {Severity::error, Severity::warning})
        for (Problem problem : problems) {
            if (problem.severity != severity) continue;
            if (english && !problem.what_en.empty()) problem.what = problem.what_en, problem.remedy = problem.remedy_en;
            if (severity == Severity::warning) problem.what = (english ? "warning: " : "警告: ") + problem.what;
            out << to_string(problem) << '\n';
        }
}

/// The last line when there were faults. Returns the exit code.
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

struct Count {
    const char *name, *name_en;
    size_t count;
};

std::vector<Count> counts_of(const SourceSet& s) {
    size_t measures = 0, targets = 0, points = 0, values = 0;
    for (const model::Pillar& pillar : s.policy.pillars) {
        measures += pillar.measures.size();
        for (const model::Measure& measure : pillar.measures) targets += measure.targets.size();
    }
    for (const model::Series& series : s.kpi_set.series) points += series.points.size();
    for (const model::Indicator& indicator : s.indicator_set.indicators)
        for (const auto& year : indicator.values) values += model::present(year).size();
    return {{"柱", "pillars", s.policy.pillars.size()},
            {"施策", "measures", measures},
            {"施策の数値目標", "measure targets", targets},
            {"目指す姿", "vision areas", s.policy.vision.areas.size()},
            {"基本姿勢", "stances", s.policy.vision.stances.size()},
            {"好事例", "stories", s.story_set.stories.size()},
            {"KPI", "KPIs", s.kpi_set.kpis.size()},
            {"系列", "series", s.kpi_set.series.size()},
            {"観測値", "observations", points},
            {"指標", "indicators", s.indicator_set.indicators.size()},
            {"指標の値", "indicator values", values},
            {"都道府県", "prefectures", s.places.prefectures.size()},
            {"市区町村", "municipalities", s.places.municipalities.size()},
            {"出典", "sources", s.policy.sources.size()}};
}

void print_summary(const SourceSet& s, const Options& o, std::ostream& out) {
    out << (o.english ? "no errors" : "誤りはありません") << " (" << s.policy.edition.edition << ")";
    for (const Count& count : counts_of(s)) {
        out << (count.name == counts_of(s).front().name ? ": " : ", ") << (o.english ? count.name_en : count.name)
            << ' ' << count.count;
    }
    out << '\n';
}

int check(const Options& o, std::ostream& out) {
    if (std::filesystem::exists(std::filesystem::path(o.folder) / "manifest.json")) {
        const BuiltCheck built = check_built(o.folder);
        print(built.problems, o.english, out);
        if (bundle::has_errors(built.problems)) return conclude_faulty(built.problems, o.english, out);
        out << (o.english ? "no errors" : "誤りはありません") << " (" << built.manifest.edition << ")";
        for (const model::ManifestEntry& entry : built.manifest.bundles)
            out << ' ' << model::to_string(entry.name) << ' ' << entry.bytes;
        out << '\n';
        return 0;
    }
    const SourceSet sources = read_sources(o.folder);
    print(sources.problems, o.english, out);
    if (bundle::has_errors(sources.problems)) return conclude_faulty(sources.problems, o.english, out);
    print_summary(sources, o, out);
    return 0;
}

/// The boundaries bundle, or a warning why there is none.
void add_boundaries(const Options& o, const std::string& edition, std::vector<BuiltBundle>& bundles,
                    Problems& problems) {
    if (o.geo.empty()) {
        problems.push_back({Severity::warning, "boundaries", "", "境界データなしで作りました（地図は描けません）",
                            "--geo で prefectures.topojson のあるフォルダーを指定してください",
                            "built without boundaries (there will be no map)",
                            "name the folder of prefectures.topojson with --geo"});
        return;
    }
    const std::filesystem::path path = std::filesystem::path(o.geo) / "prefectures.topojson";
    const Result<std::string> bytes = read_file(path);
    if (!bytes) {
        problems.insert(problems.end(), bytes.problems().begin(), bytes.problems().end());
        return;
    }
    Result<BuiltBundle> built = encode_boundaries(*bytes, path.filename().string(), edition);
    if (built)
        bundles.push_back(std::move(*built));
    else
        problems.insert(problems.end(), built.problems().begin(), built.problems().end());
}

int build(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.folder);
    Problems problems = sources.problems;
    std::vector<BuiltBundle> bundles;
    if (!bundle::has_errors(problems)) {
        bundles = encode_bundles(sources);
        add_boundaries(o, sources.policy.edition.edition, bundles, problems);
    }
    print(problems, o.english, out);
    if (bundle::has_errors(problems)) return conclude_faulty(problems, o.english, out);
    const Result<model::Manifest> manifest = write_bundles(bundles, sources.policy.edition.edition, o.out);
    if (!manifest) {
        print(manifest.problems(), o.english, out);
        return 1;
    }
    // What was just written must read as what a browser will accept.
    const BuiltCheck written = check_built(o.out);
    print(written.problems, o.english, out);
    for (const model::ManifestEntry& entry : manifest->bundles) out << entry.file << "  " << entry.bytes << " bytes\n";
    return bundle::has_errors(written.problems) ? 1 : 0;
}

int stats(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.folder);
    for (const Count& count : counts_of(sources))
        out << (o.english ? count.name_en : count.name) << '\t' << count.count << '\n';
    const model::StatusCounts statuses = model::count_statuses(sources.kpi_set);
    for (const model::Status status : {model::Status::achieved, model::Status::on_course, model::Status::accelerate,
                                       model::Status::behind, model::Status::reversing, model::Status::not_judged})
        out << "KPI " << model::status_word(status) << '\t' << statuses.of(status) << '\n';
    for (const model::Gap gap :
         {model::Gap::baseline_pending, model::Gap::no_actual, model::Gap::too_little_data, model::Gap::qualitative})
        out << "KPI " << model::status_word(model::Status::not_judged) << "：" << model::gap_word(gap) << '\t'
            << statuses.of(gap) << '\n';
    return bundle::has_errors(sources.problems) ? conclude_faulty(sources.problems, o.english, out) : 0;
}

}  // namespace

int run_bundle_tool(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    const Options options = parse(arguments);
    if (!options.wrong.empty()) {
        err << options.wrong << "\n\n" << usage;
        return 2;
    }
    if (options.command == "check") return check(options, out);
    if (options.command == "build") return build(options, out);
    return stats(options, out);
}

}  // namespace atlas::app
