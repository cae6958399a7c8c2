// Lookups, counts, ranks and class breaks.
#include <doctest/doctest.h>

#include <cmath>

#include "model/lookup.h"

using namespace atlas::model;
using Values = std::vector<std::optional<double>>;

TEST_CASE("model: finding by id") {
    Policy policy;
    policy.sources = {{"strategy", "document", "戦略", "", "", "", "", "出典：戦略"}};
    policy.pillars.resize(2);
    policy.pillars[0].id = "1";
    policy.pillars[1].id = "2";
    policy.pillars[1].measures.resize(1);
    policy.pillars[1].measures[0].id = "2-1";
    CHECK(find_pillar(policy, "2") == &policy.pillars[1]);
    CHECK(find_pillar(policy, "3") == nullptr);
    CHECK(find_measure(policy, "2-1") == &policy.pillars[1].measures[0]);
    CHECK(find_measure(policy, "1-1") == nullptr);
    CHECK(attribution(policy, {"strategy", 0, ""}) == "出典：戦略");
    CHECK(attribution(policy, {"lost", 0, ""}) == "lost");
}

TEST_CASE("model: equal values share a rank, missing ones have none") {
    const auto r = ranks({3, std::nullopt, 5, 3, 1});
    CHECK(r == std::vector<std::optional<int>>{2, std::nullopt, 1, 2, 4});
}

TEST_CASE("model: the year shown is the latest not behind the wished one") {
    Indicator i;
    i.years = {2015, 2020, 2024};
    CHECK(year_index(i, 2020) == 1);
    CHECK(year_index(i, 2023) == 1);
    CHECK(year_index(i, 2030) == 2);
    CHECK_FALSE(year_index(i, 2014));
}

TEST_CASE("model: quantile classes hold equally many values") {
    std::vector<double> values;
    for (int i = 1; i <= 10; ++i) values.push_back(i);
    const auto breaks = quantile_breaks(values, 5);
    CHECK(breaks == std::vector<double>{2.5, 4.5, 6.5, 8.5});
    CHECK(class_of(1, breaks) == 0);
    CHECK(class_of(4.5, breaks) == 2);
    CHECK(class_of(10, breaks) == 4);
}

TEST_CASE("model: quantiles of few or equal values give fewer classes, none empty by a repeated limit") {
    CHECK(quantile_breaks({}, 5).empty());
    CHECK(quantile_breaks({7, 7, 7}, 5).empty());
    CHECK(quantile_breaks({1, 1, 1, 1, 2}, 5) == std::vector<double>{1.5});
}

TEST_CASE("model: equal steps, and diverging steps around the midpoint") {
    CHECK(equal_breaks({0, 10, 4}, 5) == std::vector<double>{2, 4, 6, 8});
    CHECK(equal_breaks({3, 3}, 5).empty());
    const auto breaks = diverging_breaks({-2, 8}, 0, 4);
    CHECK(breaks == std::vector<double>{-4, 0, 4});
    CHECK(class_of(-0.1, breaks) == 1);
    CHECK(class_of(0, breaks) == 2);
    const auto odd = diverging_breaks({90, 110}, 100, 5);
    CHECK(odd.size() == 4);
    CHECK(class_of(100, odd) == 2);
    CHECK(diverging_breaks({5, 5}, 5, 5).empty());
}

TEST_CASE("model: present values only") { CHECK(present(Values{1, std::nullopt, 2}) == std::vector<double>{1, 2}); }

TEST_CASE("model: statuses are counted over all KPIs, gaps beside them") {
    Kpis kpis;
    kpis.series = {{"a", "", "", "", {}}};
    kpis.series[0].points.resize(1);
    kpis.series[0].points[0].year = 2024;
    kpis.series[0].points[0].value = 10;
    kpis.series[0].points[0].kind = "actual";
    kpis.kpis.resize(3);
    kpis.kpis[0].target.value = 10;
    kpis.kpis[0].target.year = 2030;
    kpis.kpis[0].series = {"a"};
    kpis.kpis[1].baseline_reason = "基準値未設定";
    const StatusCounts counts = count_statuses(kpis);
    CHECK(counts.total == 3);
    CHECK(counts.of(Status::achieved) == 1);
    CHECK(counts.of(Status::not_judged) == 2);
    CHECK(counts.of(Gap::none) == 1);
    CHECK(counts.of(Gap::baseline_pending) == 1);
    CHECK(counts.of(Gap::no_actual) == 1);
}
