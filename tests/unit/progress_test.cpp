// The progress method, row by row of the table in model/progress.h, at and around its cut-offs.
#include <doctest/doctest.h>

#include "model/progress.h"
#include "unit/fixture.h"

using namespace atlas::model;
using atlas::test::contains;

namespace {

Observation at(int year, double value) {
    Observation o;
    o.year = year;
    o.value = value;
    o.kind = "actual";
    return o;
}
Observation fiscal(int year, double value) {
    Observation o = at(year, value);
    o.fiscal = true;
    return o;
}
Observation month(int year, int number, double value) {
    Observation o = at(year, value);
    o.month = number;
    return o;
}
/// As the strategy states it.
KpiBaseline base(int year, double value) { return {value, "", year, false, {"strategy", 0, ""}}; }

struct Setup {
    Kpi kpi;
    Kpis all;
    explicit Setup(TargetKind kind, std::vector<Observation> points = {}) {
        kpi.id = "k";
        kpi.target.kind = kind;
        if (!points.empty()) add("s", std::move(points));
    }
    void add(const char* id, std::vector<Observation> points) {
        kpi.series.push_back(id);
        all.series.push_back({id, "k", "", "", std::move(points)});
    }
    Progress judge() const { return atlas::model::judge(kpi, all); }
};

/// 100 in 2020, target 200 in 2030: on the straight line 140 in 2024.
Setup level(double latest, int year = 2024) {
    Setup s(TargetKind::level, {at(year, latest)});
    s.kpi.target.value = 200;
    s.kpi.target.year = 2030;
    s.kpi.baseline = base(2020, 100);
    return s;
}

}  // namespace

TEST_CASE("progress: level by year, at and around the cut-offs .95, .60 and 0") {
    CHECK(level(138.1).judge().status == Status::on_course);
    CHECK(level(138).judge().status == Status::on_course);  // R = .95
    CHECK(level(137.9).judge().status == Status::accelerate);
    CHECK(level(124.1).judge().status == Status::accelerate);
    CHECK(level(124).judge().status == Status::accelerate);  // R = .60
    CHECK(level(123.9).judge().status == Status::behind);
    CHECK(level(100.1).judge().status == Status::behind);
    CHECK(level(100).judge().status == Status::behind);  // R = 0
    CHECK(level(99.9).judge().status == Status::reversing);
    CHECK(level(199.9).judge().status == Status::on_course);
    CHECK(level(200).judge().status == Status::achieved);
    CHECK(level(201).judge().status == Status::achieved);
}

TEST_CASE("progress: 'at least' by a year is judged as a level") {
    for (const double latest : {90.0, 100.0, 124.0, 138.0, 199.0, 200.0}) {
        Setup s = level(latest);
        s.kpi.target.kind = TargetKind::at_least;
        CHECK(s.judge().status == level(latest).judge().status);
        CHECK(s.judge().rule == "level-by-year");
    }
}

TEST_CASE("progress: level by year tells ratio, share, latest value, start and rule") {
    const Progress p = level(120).judge();
    CHECK(*p.ratio == doctest::Approx(0.5));
    CHECK(*p.share == doctest::Approx(0.2));
    CHECK(*p.elapsed == doctest::Approx(0.4));
    CHECK(p.missing.empty());
    CHECK(p.latest->value == 120);
    CHECK(p.start->value == 100);
    CHECK(p.start_kind == StartKind::stated);
    CHECK(p.rule == "level-by-year");
    CHECK(p.reason ==
          "2024年の実績は120で、基準の100（2020年）から目標の200（2030年）へ一定の速さで進む場合の0.50倍の速さです。");
}

TEST_CASE("progress: decreasing targets") {
    const auto falling = [](double latest) {
        Setup s(TargetKind::level, {at(2024, latest)});
        s.kpi.target = {"", TargetKind::level, 100, "", 2030, false, 0, false, {}};
        s.kpi.baseline = base(2020, 200);
        return s.judge().status;
    };
    CHECK(falling(162) == Status::on_course);
    CHECK(falling(162.1) == Status::accelerate);
    CHECK(falling(176) == Status::accelerate);
    CHECK(falling(176.1) == Status::behind);
    CHECK(falling(200) == Status::behind);
    CHECK(falling(200.1) == Status::reversing);
    CHECK(falling(100.1) == Status::on_course);
    CHECK(falling(100) == Status::achieved);
    CHECK(falling(99) == Status::achieved);
}

TEST_CASE("progress: a baseline of zero and a target of zero need no division by them") {
    Setup from_zero(TargetKind::level, {at(2024, 40)});
    from_zero.kpi.target.value = 100;
    from_zero.kpi.target.year = 2030;
    from_zero.kpi.baseline = base(2020, 0);
    CHECK(*from_zero.judge().ratio == doctest::Approx(1));
    CHECK(from_zero.judge().status == Status::on_course);

    Setup to_zero(TargetKind::level, {at(2024, 60)});
    to_zero.kpi.target = {"", TargetKind::level, 0, "", 2030, false, 0, false, {}};
    to_zero.kpi.baseline = base(2020, 100);
    CHECK(*to_zero.judge().ratio == doctest::Approx(1));
    to_zero.all.series[0].points[0].value = 0;
    CHECK(to_zero.judge().status == Status::achieved);
    CHECK(*to_zero.judge().share == doctest::Approx(1));
}

TEST_CASE("progress: zero as baseline or target of the other kinds") {
    Setup counted(TargetKind::cumulative, {at(2024, 40)});
    counted.kpi.target.value = 100, counted.kpi.target.year = 2030;
    counted.kpi.baseline = base(2020, 0);
    CHECK(*counted.judge().share == doctest::Approx(0.4));
    CHECK(counted.judge().status == Status::on_course);

    Setup none_left(TargetKind::each_year, {at(2023, 3), at(2024, 1)});
    none_left.kpi.target.value = 0, none_left.kpi.target.up = false;
    CHECK(none_left.judge().status == Status::accelerate);
    none_left.all.series[0].points[1].value = 0;
    CHECK(none_left.judge().status == Status::achieved);

    Setup kept_at_zero(TargetKind::maintain, {at(2024, 0)});
    kept_at_zero.kpi.target.text = "維持", kept_at_zero.kpi.target.up = false;
    kept_at_zero.kpi.baseline = base(2020, 0);
    CHECK(kept_at_zero.judge().status == Status::achieved);
    kept_at_zero.all.series[0].points[0].value = 1;
    CHECK(kept_at_zero.judge().status == Status::behind);

    Setup from_zero(TargetKind::direction, {at(2023, 0), at(2024, 1)});
    CHECK(from_zero.judge().status == Status::on_course);

    Setup below_zero = level(-3);  // a balance that is to rise from −5 to 0
    below_zero.kpi.baseline = base(2020, -5);
    below_zero.kpi.target.value = 0;
    CHECK(*below_zero.judge().share == doctest::Approx(0.4));
    CHECK(below_zero.judge().status == Status::on_course);
}

TEST_CASE("progress: a target equal to the baseline is kept or lost") {
    Setup s = level(200);
    s.kpi.baseline = base(2020, 200);
    CHECK(s.judge().status == Status::achieved);
    s.all.series[0].points[0].value = 199;
    CHECK(s.judge().status == Status::reversing);
    CHECK_FALSE(s.judge().ratio);
}

TEST_CASE("progress: fiscal and calendar years lie on one axis") {
    // FY2020 at 2020.75, FY2030 at 2030.75, calendar 2025 at 2025.5: 4.75 of 10 years.
    Setup s(TargetKind::level, {at(2025, 147.5)});
    s.kpi.target = {"", TargetKind::level, 200, "", 2030, true, 0, true, {}};
    s.kpi.baseline = {100, "", 2020, true, {"strategy", 0, ""}};
    CHECK(*s.judge().ratio == doctest::Approx(1));
    // A date in a month: September 2025 at 2025 + 8.5/12.
    s.all.series[0].points = {month(2025, 9, 150)};
    CHECK(*s.judge().ratio == doctest::Approx(0.5 / ((2025 + 8.5 / 12 - 2020.75) / 10)));
    CHECK(contains(s.judge().reason, "2025年9月時点の実績は150"));
}

TEST_CASE("progress: fiscal and calendar years in the other rows") {
    // Counted from the beginning of FY2025 (April) to the end of FY2029; the end of calendar 2026 lies 1.75 of 5 years in.
    Setup counted(TargetKind::cumulative, {at(2026, 35)});
    counted.kpi.target = {"", TargetKind::cumulative, 100, "", 2029, true, 2025, true, {}};
    CHECK(*counted.judge().elapsed == doctest::Approx(0.35));
    CHECK(*counted.judge().ratio == doctest::Approx(1));
    counted.all.series[0].points = {month(2026, 3, 20)};  // the end of FY2025
    CHECK(*counted.judge().elapsed == doctest::Approx(0.2));
    counted.all.series[0].points = {month(2025, 3, 20)};  // the month before the period
    CHECK(counted.judge().gap == Gap::no_actual);

    // Calendar 2025 is not over when FY2024's baseline ends, FY2024 is not behind calendar 2024.
    Setup after = level(140);
    after.kpi.baseline = {100, "", 2024, true, {"strategy", 0, ""}};
    after.all.series[0].points = {at(2024, 140)};
    CHECK(after.judge().gap == Gap::no_actual);
    after.all.series[0].points = {at(2025, 140)};
    CHECK(after.judge().status == Status::on_course);

    // Changes are told by the year: a fall of 1 in the quarter between the middles of 2023 and FY2023 is as steep as a rise
    // of 3 in the nine months after it.
    Setup turning(TargetKind::direction, {at(2023, 10), fiscal(2023, 9), at(2024, 12)});
    CHECK(turning.judge().status == Status::behind);
    turning.all.series[0].points[2].value = 12.1;
    CHECK(turning.judge().status == Status::on_course);
}

TEST_CASE("progress: a target year that has gone by unmet is behind, however near") {
    CHECK(level(199, 2030).judge().status == Status::behind);
    CHECK(level(199, 2031).judge().status == Status::behind);
    CHECK(level(90, 2031).judge().status == Status::reversing);
    CHECK(level(200, 2031).judge().status == Status::achieved);
    CHECK(level(199, 2029).judge().status == Status::on_course);
    CHECK(*level(199, 2030).judge().elapsed == doctest::Approx(1));
    CHECK(*level(199, 2031).judge().elapsed == doctest::Approx(1.1));
    CHECK(*level(200, 2031).judge().elapsed == doctest::Approx(1.1));
    CHECK(contains(level(199, 2030).judge().reason, "達していません"));
}

TEST_CASE("progress: without a stated baseline the first point after the last break counts") {
    Setup s(TargetKind::level, {at(2015, 500), at(2020, 100), at(2024, 140)});
    s.all.series[0].points[1].break_before = true;
    s.kpi.target.value = 200;
    s.kpi.target.year = 2030;
    const Progress p = s.judge();
    CHECK(p.start->value == 100);
    CHECK(p.start_kind == StartKind::first_point);
    CHECK(*p.ratio == doctest::Approx(1));
    CHECK(contains(p.reason, "最初の値の100"));
}

TEST_CASE("progress: a break behind the stated baseline is told") {
    Setup s = level(140);
    s.all.series[0].points[0].break_before = true;
    CHECK(contains(s.judge().reason, "数え方が変わっています"));
}

TEST_CASE("progress: projections are no progress") {
    Setup s = level(140);
    s.all.series[0].points.push_back(at(2029, 300));
    s.all.series[0].points.back().kind = "projection";
    CHECK(s.judge().latest->year == 2024);
}

TEST_CASE("progress: cumulative counts, share delivered against share of time") {
    const auto cumulative = [](double delivered, int year) {
        Setup s(TargetKind::cumulative, {fiscal(year, delivered)});
        s.kpi.target = {"", TargetKind::cumulative, 100, "", 2029, true, 2025, true, {}};
        return s;
    };
    // End of FY2026: two of five years.
    CHECK(*cumulative(40, 2026).judge().ratio == doctest::Approx(1));
    CHECK(cumulative(38.1, 2026).judge().status == Status::on_course);
    CHECK(cumulative(38, 2026).judge().status == Status::on_course);  // .95
    CHECK(cumulative(37.9, 2026).judge().status == Status::accelerate);
    CHECK(cumulative(24.1, 2026).judge().status == Status::accelerate);
    CHECK(cumulative(24, 2026).judge().status == Status::accelerate);  // .60
    CHECK(cumulative(23.9, 2026).judge().status == Status::behind);
    CHECK(cumulative(0.1, 2026).judge().status == Status::behind);
    CHECK(cumulative(0, 2026).judge().status == Status::behind);
    CHECK(cumulative(-0.1, 2026).judge().status == Status::reversing);  // a net count
    CHECK(cumulative(99.9, 2026).judge().status == Status::on_course);
    CHECK(cumulative(100, 2026).judge().status == Status::achieved);
    CHECK(cumulative(99, 2029).judge().status == Status::behind);  // the period is over
    CHECK(cumulative(-1, 2029).judge().status == Status::reversing);
    CHECK(cumulative(100, 2030).judge().status == Status::achieved);
    CHECK(*cumulative(40, 2026).judge().share == doctest::Approx(0.4));
    CHECK(*cumulative(40, 2026).judge().elapsed == doctest::Approx(0.4));
    CHECK(*cumulative(99, 2029).judge().elapsed == doctest::Approx(1));
    CHECK(cumulative(40, 2026).judge().start_kind == StartKind::period);
    CHECK_FALSE(cumulative(40, 2026).judge().start);
    CHECK(cumulative(40, 2024).judge().gap == Gap::no_actual);  // before the period
    CHECK(contains(cumulative(40, 2026).judge().reason, "目標の100（2029年度）の40%です。期間は40%が過ぎました。"));
}

TEST_CASE("progress: a cumulative target without period starts from its baseline, or cannot be judged") {
    Setup s(TargetKind::cumulative, {at(2024, 140)});
    s.kpi.target.value = 200;
    s.kpi.target.year = 2030;
    CHECK(s.judge().gap == Gap::too_little_data);
    s.kpi.baseline = base(2020, 100);
    CHECK(*s.judge().ratio == doctest::Approx(1));
    CHECK(s.judge().start_kind == StartKind::stated);
    // Counted down: 100 in 2020, 0 by 2030.
    s.kpi.target.value = 0, s.kpi.target.up = false;
    s.all.series[0].points[0].value = 60;
    CHECK(*s.judge().ratio == doctest::Approx(1));
    s.all.series[0].points[0].value = 101;
    CHECK(s.judge().status == Status::reversing);
}

TEST_CASE("progress: each year: met, not met but nearing, neither") {
    const auto yearly = [](std::vector<Observation> points) {
        Setup s(TargetKind::each_year, std::move(points));
        s.kpi.target.value = 80;
        return s.judge();
    };
    CHECK(yearly({at(2024, 80)}).status == Status::achieved);
    CHECK(yearly({at(2024, 80.1)}).status == Status::achieved);
    CHECK(yearly({at(2023, 79.8), at(2024, 79.9)}).status == Status::accelerate);
    CHECK(yearly({at(2023, 79.9), at(2024, 79.9)}).status == Status::behind);  // neither met nor moving
    CHECK(yearly({at(2023, 90), at(2024, 79)}).status == Status::behind);
    CHECK(contains(yearly({at(2023, 90), at(2024, 79)}).reason, "未達"));
    CHECK(yearly({at(2023, 70), at(2024, 79)}).status == Status::accelerate);
    CHECK(contains(yearly({at(2023, 70), at(2024, 79)}).reason, "注意"));
    CHECK(yearly({at(2024, 79)}).status == Status::behind);
    CHECK(yearly({at(2024, 79)}).rule == "each-year");
}

TEST_CASE("progress: a yearly target that is to stay below, and one whose last year has gone by") {
    Setup s(TargetKind::each_year, {at(2023, 6), at(2024, 5)});
    s.kpi.target.value = 5, s.kpi.target.up = false;
    CHECK(s.judge().status == Status::achieved);
    s.all.series[0].points[1].value = 5.1;
    CHECK(s.judge().status == Status::accelerate);
    s.all.series[0].points[1].value = 6.1;
    CHECK(s.judge().status == Status::behind);
    s.kpi.target.year = 2023;
    CHECK(s.judge().status == Status::behind);
    CHECK_FALSE(s.judge().elapsed);  // there is no way to go, only a bar to keep
}

TEST_CASE("progress: a yearly target whose period has not begun awaits its first value") {
    Setup s(TargetKind::each_year, {fiscal(2024, 20)});
    s.kpi.target = {"", TargetKind::each_year, 14, "", 2027, true, 2025, true, {}};
    CHECK(s.judge().gap == Gap::no_actual);
    s.all.series[0].points.push_back(fiscal(2025, 13));
    CHECK(s.judge().status == Status::behind);
}

TEST_CASE("progress: maintain keeps the baseline, or last year's value where the target says so") {
    Setup s(TargetKind::maintain, {at(2023, 60), at(2024, 65)});
    s.kpi.baseline = base(2020, 68);
    s.kpi.target.text = "維持";
    CHECK(s.judge().status == Status::accelerate);
    s.all.series[0].points[1].value = 68;
    CHECK(s.judge().status == Status::achieved);
    s.all.series[0].points[1].value = 59;
    CHECK(s.judge().status == Status::behind);
    s.kpi.target.text = "毎年前年度以上";
    CHECK(s.judge().status == Status::behind);
    s.all.series[0].points[1].value = 60;
    CHECK(s.judge().status == Status::achieved);
}

TEST_CASE("progress: maintain a stated value, from above or from below") {
    Setup s(TargetKind::maintain, {at(2023, 81), at(2024, 80)});
    s.kpi.target.value = 80;
    CHECK(s.judge().status == Status::achieved);
    CHECK(s.judge().rule == "maintain");
    s.all.series[0].points[1].value = 79.9;
    CHECK(s.judge().status == Status::behind);
    s.all.series[0].points[0].value = 79;
    CHECK(s.judge().status == Status::accelerate);
    s.kpi.target.up = false;
    CHECK(s.judge().status == Status::achieved);
    // Without value and baseline the first point is what is to be kept.
    Setup first(TargetKind::maintain, {at(2023, 60), at(2024, 60)});
    first.kpi.target.text = "維持";
    CHECK(first.judge().status == Status::achieved);
    CHECK(first.judge().start_kind == StartKind::first_point);
}

TEST_CASE("progress: maintain without anything to compare with is not judged") {
    Setup s(TargetKind::maintain, {at(2025, 68)});
    s.kpi.target.text = "毎年前年度以上";
    CHECK(s.judge().gap == Gap::too_little_data);
    s.kpi.target.text = "維持";
    CHECK(s.judge().gap == Gap::too_little_data);
    s.kpi.baseline = base(2025, 68);
    CHECK(s.judge().gap == Gap::no_actual);
}

TEST_CASE("progress: direction, four grades of mean and last change") {
    const auto direction = [](std::vector<double> values, bool up = true) {
        std::vector<Observation> points;
        for (size_t i = 0; i < values.size(); ++i) points.push_back(at(2015 + static_cast<int>(i), values[i]));
        Setup s(TargetKind::direction, std::move(points));
        s.kpi.target.up = up;
        return s.judge();
    };
    CHECK(direction({10, 11, 12}).status == Status::on_course);
    CHECK(direction({10, 14, 13}).status == Status::accelerate);
    CHECK(direction({14, 10, 11}).status == Status::behind);
    CHECK(direction({14, 12, 11}).status == Status::reversing);
    CHECK(direction({10, 10, 10}).status == Status::behind);
    CHECK(direction({14, 12, 11}, false).status == Status::on_course);
    CHECK(direction({10, 11, 12}, false).status == Status::reversing);
    // Only the last five changes count: the long fall before them does not.
    CHECK(direction({100, 50, 1, 2, 3, 4, 5, 6}).status == Status::on_course);
    CHECK(direction({10, 10, 11}).status == Status::on_course);
    CHECK(direction({11, 11, 10}).status == Status::reversing);
    CHECK(direction({10, 11, 11}).status == Status::accelerate);     // has come to rest
    CHECK(direction({10, 12, 11, 10}).status == Status::reversing);  // no mean, last change against it
    CHECK(direction({10, 8, 10}).status == Status::behind);          // no mean, last change toward it
    CHECK(direction({14, 13, 14, 10, 11}, false).status == Status::accelerate);
    CHECK(direction({10}).gap == Gap::too_little_data);
    CHECK(direction({10, 11}).reason == "2016年の実績は11で、直近の変化は目標の向きです。");
}

TEST_CASE("progress: the stated baseline is the first point of a direction, unless the count changed since") {
    Setup s(TargetKind::direction, {at(2024, 12)});
    s.kpi.baseline = base(2020, 10);
    CHECK(s.judge().status == Status::on_course);
    CHECK(s.judge().start_kind == StartKind::stated);
    s.all.series[0].points[0].break_before = true;
    CHECK(s.judge().gap == Gap::too_little_data);
}

TEST_CASE("progress: relative targets compare with the other region at the same date") {
    Setup s(TargetKind::relative, {at(2022, 1.0), at(2023, 1.5), at(2025, 9)});
    CHECK(s.judge().gap == Gap::too_little_data);  // nothing to compare with
    s.add("tokyo", {at(2022, 2.0), at(2023, 2.0), at(2024, 2.0)});
    CHECK(s.judge().status == Status::accelerate);  // the gap narrows from 1.0 to 0.5
    CHECK(s.judge().latest->year == 2023);
    CHECK(s.judge().latest->value == 1.5);
    s.all.series[1].points[1].value = 1.5;
    CHECK(s.judge().status == Status::achieved);
    s.all.series[1].points[1].value = 2.6;
    CHECK(s.judge().status == Status::behind);
    s.all.series[1].points.clear();
    CHECK(s.judge().gap == Gap::too_little_data);
}

TEST_CASE("progress: a relative target met is met, whether larger or smaller is better") {
    const auto against = [](double ours, double theirs, bool up) {
        Setup s(TargetKind::relative, {at(2023, ours)});
        s.add("tokyo", {at(2023, theirs)});
        s.kpi.target.up = up;
        s.kpi.baseline = base(2020, 1);  // of the level: none of the gap
        return s.judge();
    };
    CHECK(against(2.0, 2.0, true).status == Status::achieved);
    CHECK(against(2.1, 2.0, true).status == Status::achieved);
    CHECK(against(1.9, 2.0, true).status == Status::behind);
    CHECK(against(1.9, 2.0, false).status == Status::achieved);
    CHECK(against(2.1, 2.0, false).status == Status::behind);
    CHECK(against(2.1, 2.0, false).rule == "relative");
    CHECK(contains(against(1.9, 2.0, true).reason, "2023年の実績は1.9、比べる地域は2で、"));
    // Values of different kinds of years are no pair.
    Setup s(TargetKind::relative, {at(2023, 1)});
    s.add("tokyo", {fiscal(2023, 1)});
    CHECK(s.judge().gap == Gap::too_little_data);
}

TEST_CASE("progress: of several conditions the worst counts and all are told") {
    Setup s(TargetKind::multi);
    s.add("a", {at(2024, 10)});
    s.add("b", {at(2023, 5), at(2024, 6)});
    CHECK(s.judge().gap == Gap::too_little_data);  // conditions are not told apart
    KpiTarget first, second;
    first.kind = second.kind = TargetKind::each_year;
    first.value = 10;
    second.value = 8;
    s.kpi.target.conditions = {first, second};
    CHECK(s.judge().status == Status::accelerate);
    CHECK(s.judge().rule == "multi");
    CHECK(contains(s.judge().reason, "条件1（達成）"));
    CHECK(contains(s.judge().reason, "条件2（加速が必要）"));
    CHECK(s.judge().latest->value == 6);  // the figures are those of the worst
    s.all.series[1].points[1].value = 8;
    CHECK(s.judge().status == Status::achieved);
    // One condition without values keeps the whole from being judged.
    s.all.series[1].points.clear();
    CHECK(s.judge().status == Status::not_judged);
}

TEST_CASE("progress: each reason why something cannot be judged") {
    Setup s(TargetKind::level);
    s.kpi.target.value = 10;
    s.kpi.target.year = 2030;
    CHECK(s.judge().gap == Gap::no_actual);
    const auto gap = [&](const char* reason) {
        s.kpi.baseline_reason = reason;
        return s.judge();
    };
    CHECK(gap("基準値未設定").gap == Gap::baseline_pending);
    CHECK(gap("実績未確認").gap == Gap::no_actual);
    CHECK(gap("データ不足").gap == Gap::too_little_data);
    CHECK(gap("定性目標").gap == Gap::qualitative);
    CHECK(gap("定性目標").status == Status::not_judged);
    for (const char* reason : {"基準値未設定", "実績未確認", "データ不足", "定性目標"}) {
        CHECK(std::string(gap_word(gap(reason).gap)) == reason);
        CHECK_FALSE(gap(reason).reason.empty());
    }
    s.kpi.baseline_note = "調査は2027年の予定。";
    CHECK(gap("基準値未設定").reason == "調査は2027年の予定。");
}

TEST_CASE("progress: a series that is named but not there counts as no actual value") {
    Setup s(TargetKind::level);
    s.kpi.series = {"lost"};
    s.kpi.target.value = 10;
    CHECK(s.judge().gap == Gap::no_actual);
}

TEST_CASE("progress: too little to compute a pace from") {
    Setup one = level(120);
    one.kpi.baseline.reset();
    CHECK(one.judge().gap == Gap::too_little_data);
    Setup no_year = level(120);
    no_year.kpi.target.year = 0;
    CHECK(no_year.judge().gap == Gap::too_little_data);
    CHECK(no_year.judge().latest->value == 120);
    Setup same_year = level(120, 2020);
    CHECK(same_year.judge().gap == Gap::no_actual);
    Setup no_value = level(120);
    no_value.kpi.target.value.reset();
    CHECK(no_value.judge().gap == Gap::qualitative);
    Setup early_target = level(120);
    early_target.kpi.target.year = 2019;
    CHECK(early_target.judge().gap == Gap::too_little_data);
}

TEST_CASE("progress: figures of different units are never compared") {
    Setup s = level(140);
    s.kpi.target.unit = "人";
    s.all.series[0].points[0].unit = "万人";
    CHECK(s.judge().gap == Gap::too_little_data);
    CHECK(contains(s.judge().reason, "単位"));
}

TEST_CASE("progress: approximations and secondary sources are said behind the judgement") {
    Setup s = level(140);
    s.kpi.caveat = "範囲が違う";
    s.all.series[0].points[0].grade = 'C';
    const std::string reason = s.judge().reason;
    CHECK(s.judge().status == Status::on_course);
    CHECK(contains(reason, "最新の値は二次情報によります。（参考値による試算）"));
    CHECK(reason.substr(reason.rfind("（")) == "（参考値による試算）");
    s.all.series[0].points.clear();
    CHECK_FALSE(contains(s.judge().reason, "参考値"));
}

TEST_CASE("progress: preliminary values and estimates are called so") {
    Setup s = level(140);
    s.all.series[0].points[0].kind = "preliminary";
    CHECK(contains(s.judge().reason, "2024年の速報値は140"));
    s.all.series[0].points[0].kind = "estimate";
    CHECK(contains(s.judge().reason, "推計値"));
}

TEST_CASE("progress: every way of not being judged names its gap and what is missing") {
    struct Expected {
        const char* what;
        Setup setup;
        Gap gap;
        std::vector<Missing> missing;
    };
    const auto with = [](Setup s, auto change) {
        change(s.kpi);
        return s;
    };
    const auto stated = [&](const char* reason, Setup s) {
        s.kpi.baseline.reset();
        s.kpi.baseline_reason = reason;
        return s;
    };
    const auto without_points = [](TargetKind kind) {
        Setup s(kind);
        s.kpi.target.value = 10, s.kpi.target.year = 2030;
        return s;
    };
    const Setup cumulative = with(level(120), [](Kpi& k) { k.target.kind = TargetKind::cumulative; });
    Setup other_unit = level(120);
    other_unit.kpi.baseline->unit = "人", other_unit.all.series[0].points[0].unit = "万人";
    Setup maintain(TargetKind::maintain, {at(2024, 5)});
    Setup previous = with(maintain, [](Kpi& k) { k.target.text = "前年度以上"; });
    Setup relative(TargetKind::relative, {at(2024, 5)});
    Setup elsewhere = relative;
    elsewhere.add("tokyo", {at(2023, 5)});
    Setup multi(TargetKind::multi, {at(2024, 5)});
    Setup half = multi;
    KpiTarget yearly, by_year;
    yearly.kind = TargetKind::each_year, yearly.value = 4;
    by_year.value = 4;
    half.kpi.target.conditions = {yearly, by_year};

    for (const Expected& e : {
             Expected{"定性", stated("定性目標", level(120)), Gap::qualitative, {Missing::target_value}},
             {"調査待ち",
              stated("基準値未設定", without_points(TargetKind::direction)),
              Gap::baseline_pending,
              {Missing::baseline, Missing::actual}},
             {"実績なし",
              stated("実績未確認", without_points(TargetKind::level)),
              Gap::no_actual,
              {Missing::baseline, Missing::actual}},
             {"毎年、実績なし", without_points(TargetKind::each_year), Gap::no_actual, {Missing::actual}},
             {"データ不足、実績なし",
              stated("データ不足", without_points(TargetKind::relative)),
              Gap::too_little_data,
              {Missing::actual, Missing::comparison}},
             {"数え方が違う",
              stated("データ不足", level(120)),
              Gap::too_little_data,
              {Missing::baseline, Missing::same_measure}},
             {"目標値なし",
              with(level(120), [](Kpi& k) { k.target.value.reset(); }),
              Gap::qualitative,
              {Missing::target_value}},
             {"単位", other_unit, Gap::too_little_data, {Missing::same_unit}},
             {"目標年なし",
              with(level(120), [](Kpi& k) { k.target.year = 0; }),
              Gap::too_little_data,
              {Missing::target_year}},
             {"1時点", with(level(120), [](Kpi& k) { k.baseline.reset(); }), Gap::too_little_data, {Missing::baseline}},
             {"基準の年の実績", level(120, 2020), Gap::no_actual, {Missing::later_actual}},
             {"基準より前の目標",
              with(level(120), [](Kpi& k) { k.target.year = 2019; }),
              Gap::too_little_data,
              {Missing::later_target_year}},
             {"数え始めなし",
              with(cumulative, [](Kpi& k) { k.baseline.reset(); }),
              Gap::too_little_data,
              {Missing::period_start}},
             {"期間の前",
              with(cumulative, [](Kpi& k) { k.target.period_start = 2026; }),
              Gap::no_actual,
              {Missing::actual_in_period}},
             {"累計、目標年なし",
              with(cumulative, [](Kpi& k) { k.target.year = 0; }),
              Gap::too_little_data,
              {Missing::target_year}},
             {"累計、基準の年の実績",
              with(cumulative, [](Kpi& k) { k.baseline->year = 2024; }),
              Gap::no_actual,
              {Missing::later_actual}},
             {"累計、基準より前の目標",
              with(cumulative, [](Kpi& k) { k.target.year = 2020; }),
              Gap::too_little_data,
              {Missing::later_target_year}},
             {"累計、目標が基準と同じ",
              with(cumulative, [](Kpi& k) { k.baseline->value = 200; }),
              Gap::too_little_data,
              {Missing::target_value}},
             {"毎年、期間の前",
              with(level(120), [](Kpi& k) { k.target.kind = TargetKind::each_year, k.target.period_start = 2026; }),
              Gap::no_actual,
              {Missing::actual_in_period}},
             {"維持、基準なし", maintain, Gap::too_little_data, {Missing::baseline}},
             {"維持、基準の年の実績",
              with(maintain, [](Kpi& k) { k.baseline = base(2024, 5); }),
              Gap::no_actual,
              {Missing::later_actual}},
             {"前年以上、1時点", previous, Gap::too_little_data, {Missing::second_actual}},
             {"方向、1時点",
              with(maintain, [](Kpi& k) { k.target.kind = TargetKind::direction; }),
              Gap::too_little_data,
              {Missing::second_actual}},
             {"比較なし", relative, Gap::too_little_data, {Missing::comparison}},
             {"同じ時点なし", elsewhere, Gap::too_little_data, {Missing::comparison_at_date}},
             {"条件なし", multi, Gap::too_little_data, {Missing::conditions}},
             {"条件の一つに目標年も実績もない",
              half,
              Gap::no_actual,
              {Missing::target_year, Missing::baseline, Missing::actual}},
         }) {
        INFO(std::string(e.what));
        const Progress p = e.setup.judge();
        CHECK(p.status == Status::not_judged);
        CHECK(p.gap == e.gap);
        CHECK(p.missing == e.missing);
        CHECK_FALSE(p.reason.empty());
        CHECK_FALSE(p.rule.empty());
        CHECK_FALSE(p.ratio);
        for (const Missing missing : p.missing) CHECK_FALSE(std::string(missing_word(missing)).empty());
    }
}

TEST_CASE("progress: whatever is there or not, a judgement lacks nothing and the rest says what it lacks") {
    int judged = 0, gaps = 0;
    for (int kind = 0; kind < 8; ++kind)
        for (unsigned has = 0; has < 256; ++has)
            for (const char* reason : {"", "基準値未設定", "実績未確認", "データ不足", "定性目標"}) {
                std::vector<Observation> points;
                if (has & 1) points.push_back(at(2023, 110));
                if (has & 2) points.push_back(at(2024, 120));
                Setup s(static_cast<TargetKind>(kind), points);
                if (has & 4) s.kpi.target.value = 200;
                if (has & 8) s.kpi.target.year = 2030;
                if (has & 16) s.kpi.baseline = base(2020, 100);
                if (has & 32) s.kpi.target.period_start = 2021;
                if ((has & 64) && !points.empty()) s.add("other", {at(2024, 115)});
                s.kpi.target.text = has & 128 ? "毎年前年度以上" : "維持";
                s.kpi.baseline_reason = reason;
                const Progress p = s.judge();
                const bool is_judged = p.status != Status::not_judged;
                (is_judged ? judged : gaps) += 1;
                const bool consistent = p.missing.empty() == is_judged && (p.gap == Gap::none) == is_judged &&
                                        !p.reason.empty() && (!is_judged || p.latest) &&
                                        (!p.ratio || *p.ratio == *p.share / *p.elapsed);
                INFO(kind << " " << has << " " << std::string(reason));
                if (!consistent) CHECK(consistent);
            }
    CHECK(judged > 1000);
    CHECK(gaps > 1000);
}
