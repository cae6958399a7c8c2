// sosei-bundle audit.
#include "tool/audit.h"

#include <filesystem>
#include <fstream>
#include <ostream>

#include "bundle/csv.h"
#include "bundle/decode.h"
#include "core/strings.h"
#include "model/lookup.h"
#include "tool/commands.h"

namespace atlas::tool {

namespace {

using bundle::CsvCell;

struct Column {
    const char* name;
    CsvCell cell;
};

std::string source_words(const model::Policy& policy, const model::SourceRef& ref) {
    const model::Source* source = model::find_source(policy, ref.doc);
    std::string words = source ? source->title : ref.doc;
    if (ref.page > 0) words += " " + std::to_string(ref.page) + "ページ";
    if (!ref.section.empty()) words += " " + ref.section;
    if (source && !source->url.empty()) words += " " + source->url;
    return words;
}

/// The observation whose figure is the start of the way; null where the source alone states it.
const model::Observation* point_of_start(const SourceSet& s, const model::Kpi& kpi, const model::KpiBaseline& start) {
    for (const std::string& id : kpi.series)
        if (const model::Series* series = model::find_series(s.kpi_set, id))
            for (const model::Observation& o : series->points)
                if (o.year == start.year && o.fiscal == start.fiscal && o.value == start.value) return &o;
    return nullptr;
}

struct BaselineWords {
    const char* stated = "";
    std::string source;
};

BaselineWords baseline_words(const SourceSet& s, const model::Kpi& kpi, const model::Progress& p) {
    if (p.start_kind == model::StartKind::none) return {};
    if (p.start_kind == model::StartKind::period) return {"period-start", source_words(s.policy, kpi.source)};
    if (p.start_kind == model::StartKind::stated) return {"stated", source_words(s.policy, p.start->source)};
    const model::Observation* point = point_of_start(s, kpi, *p.start);
    return {"first-point", point ? source_words(s.policy, point->source) : ""};
}

CsvCell year_cell(int year) { return year > 0 ? CsvCell(year) : CsvCell(); }
/// Empty where there is no year to be said about.
CsvCell fiscal_cell(int year, bool fiscal) { return year > 0 ? CsvCell(fiscal ? 1 : 0) : CsvCell(); }

std::string missing_words(const model::Progress& p) {
    std::vector<std::string> words;
    for (const model::Missing missing : p.missing) words.push_back(model::missing_word(missing));
    return join(words, "、");
}

std::vector<Column> columns_of(const SourceSet& s, const model::Kpi& kpi) {
    const model::Progress p = model::judge(kpi, s.kpi_set);
    const model::KpiTarget& target = kpi.target;
    const bool of_period = p.start_kind == model::StartKind::period;
    const model::KpiBaseline start = p.start.value_or(model::KpiBaseline{});
    const int start_year = of_period ? target.period_start : start.year;
    const bool start_fiscal = of_period ? target.fiscal : start.fiscal;
    const BaselineWords baseline = baseline_words(s, kpi, p);
    const bool has_latest = p.latest.has_value();
    const model::Observation latest = p.latest.value_or(model::Observation{});
    return {
        {"id", kpi.id},
        {"name", kpi.name},
        {"level", kpi.level},
        {"code", kpi.code},
        {"rule", p.rule},
        {"target_text", target.text},
        {"target_value", target.value},
        {"target_unit", target.unit},
        {"target_year", year_cell(target.year)},
        {"target_fiscal", fiscal_cell(target.year, target.fiscal)},
        {"baseline_value", p.start ? CsvCell(start.value) : CsvCell()},
        {"baseline_year", year_cell(start_year)},
        {"baseline_fiscal", fiscal_cell(start_year, start_fiscal)},
        {"baseline_stated", baseline.stated},
        {"baseline_source", baseline.source},
        {"latest_value", has_latest ? CsvCell(latest.value) : CsvCell()},
        {"latest_unit", latest.unit},
        {"latest_year", year_cell(latest.year)},
        {"latest_fiscal", fiscal_cell(latest.year, latest.fiscal)},
        {"latest_month", year_cell(latest.month)},
        {"latest_kind", latest.kind},
        {"latest_grade", has_latest ? CsvCell(std::string(1, latest.grade)) : CsvCell()},
        {"latest_source", source_words(s.policy, latest.source)},
        {"elapsed", p.elapsed},
        {"share", p.share},
        {"ratio", p.ratio},
        {"status", model::status_word(p.status)},
        {"gap", model::gap_word(p.gap)},
        {"missing", missing_words(p)},
        {"reason", p.reason},
    };
}

bool write_with_mark(const std::filesystem::path& path, const std::string& csv) {
    std::ofstream file(path, std::ios::binary);
    file << bundle::utf8_byte_order_mark << csv;
    file.close();
    return !file.fail();
}

}  // namespace

std::string audit_csv(const SourceSet& sources) {
    std::string csv;
    // A KPI that says nothing still has the names of all columns.
    std::vector<CsvCell> header;
    for (const Column& column : columns_of(sources, {})) header.emplace_back(column.name);
    csv += bundle::write_csv_row(header);
    for (const model::Kpi& kpi : sources.kpi_set.kpis) {
        std::vector<CsvCell> row;
        for (Column& column : columns_of(sources, kpi)) row.push_back(std::move(column.cell));
        csv += bundle::write_csv_row(row);
    }
    return csv;
}

int audit(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.plain[0]);
    if (bundle::has_errors(sources.problems)) {
        print(sources.problems, o.english, out);
        return conclude_faulty(sources.problems, o.english, out);
    }
    const std::string csv = audit_csv(sources);
    if (o.out.empty()) {
        out << csv;
        return 0;
    }
    if (!write_with_mark(o.out, csv)) {
        print({{Severity::error, std::filesystem::path(o.out).filename().string(), "", "書き込めません",
                "フォルダーがあるか、書き込めるかを確かめてください", "cannot be written",
                "check that the folder exists and can be written to"}},
              o.english, out);
        return 1;
    }
    const size_t kpis = sources.kpi_set.kpis.size();
    out << o.out << (o.english ? ": KPIs " : ": KPI ") << kpis << '\n';
    return 0;
}

}  // namespace atlas::tool
