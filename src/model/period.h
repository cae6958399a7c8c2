// Positions of years, fiscal years and months on one time axis, in years: 2024.0 = the beginning of January 2024.
// Month 0 = the whole year. A fiscal year begins in April of its year; months count on the calendar, fiscal year or not.
#pragma once

namespace atlas::model {

double begin_of(int year, bool fiscal, int month);
double time_of(int year, bool fiscal, int month);  ///< middle of the period
double end_of(int year, bool fiscal, int month);

}  // namespace atlas::model
