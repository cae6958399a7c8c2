#include "tool/run.h"

#include <filesystem>
#include <ostream>

#include "tool/commands.h"

namespace atlas::tool {

namespace {

constexpr const char* usage =
    "sosei-bundle check DIR [--lang en]\n"
    "    データ（または作成済みのバンドル）の誤りをすべて挙げる / report all faults\n"
    "sosei-bundle build DIR -o OUT [--geo GEODIR] [--previous DIR|FILE]\n"
    "    実行時のバンドルと manifest.json を書き出す。--previous は前の版（「変わったこと」で比べる） / "
    "write the runtime bundles; --previous names the edition to compare with\n"
    "sosei-bundle audit DIR [-o FILE.csv]\n"
    "    KPI ごとに、判定とその根拠の数値を CSV で書き出す / each KPI's status and the figures behind it, as CSV\n"
    "sosei-bundle stats DIR\n"
    "    件数を数える / count what is there\n"
    "sosei-bundle pack DIR -o FILE.sosei [--key FILE] [--geo GEODIR]\n"
    "    バンドルのフォルダー（またはデータ）を1つのファイルにし、--key の鍵で署名する / "
    "an edition as one file, signed with the key\n"
    "sosei-bundle keygen -o FILE --name NAME\n"
    "    署名する鍵 FILE と、読む人に渡す FILE.pub を作る / a key to sign with, and its public half\n"
    "sosei-bundle verify FILE.sosei [--key FILE.pub]\n"
    "    1ファイル版が作られたときのままか、だれが署名したかを調べる / is it as it was made, and who signed it\n"
    "sosei-bundle import ssdse FILE.csv -o OUT.csv\n"
    "    統計センターの SSDSE-A・-B・-E を指標の値の表にし、項目の一覧を OUT.indicators.csv に書き出す / "
    "indicator values from an SSDSE file, its items in OUT.indicators.csv\n"
    "sosei-bundle import boundaries FILE -o OUT\n"
    "    都道府県か市区町村の TopoJSON・GeoJSON（N03、デジタル庁、code）を地物を残らず読み替える / "
    "areas of a TopoJSON or GeoJSON file, every feature kept\n";

struct Command {
    const char* name;   // one word, or two
    size_t operands;    // how many arguments that are no options
    bool reads_folder;  // the operand is a folder that must exist
    bool needs_out;
    int (*run)(const Options&, std::ostream&);
};
constexpr Command commands[] = {
    {"check", 1, true, false, check},
    {"build", 1, true, true, build},
    {"audit", 1, true, false, audit},
    {"stats", 1, true, false, stats},
    {"pack", 1, true, true, pack},
    {"keygen", 0, false, true, keygen},
    {"verify", 1, false, false, verify},
    {"import ssdse", 1, false, true, import_ssdse},
    {"import boundaries", 1, false, true, import_boundaries},
};

/// What is wrong with the arguments of `command`, or nothing.
std::string wrong_usage(const Command& command, const Options& o) {
    if (o.plain.size() != command.operands)
        return "引数の数が違います / wrong number of arguments for " + std::string(command.name);
    if (command.needs_out && o.out.empty())
        return "出力先 -o がありません / " + std::string(command.name) + " needs -o OUT";
    std::error_code error;
    if (command.reads_folder && !std::filesystem::is_directory(o.plain[0], error))
        return "フォルダーがありません / no such folder: " + o.plain[0];
    return "";
}

}  // namespace

int run_bundle_tool(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    const auto refuse = [&](const std::string& wrong) {
        err << wrong << "\n\n" << usage;
        return 2;
    };
    if (arguments.empty()) return refuse("命令がありません / no command");
    std::string name = arguments[0];
    auto operands = arguments.begin() + 1;
    if (name == "import" && operands != arguments.end()) name += " " + *operands++;
    for (const Command& command : commands) {
        if (name != command.name) continue;
        const Result<Options> options = parse_options({operands, arguments.end()});
        if (!options) return refuse(options.problems()[0].what + " / " + options.problems()[0].what_en);
        const std::string wrong = wrong_usage(command, *options);
        return wrong.empty() ? command.run(*options, out) : refuse(wrong);
    }
    return refuse("知らない命令です / unknown command: " + name);
}

}  // namespace atlas::tool
