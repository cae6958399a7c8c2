#include "model/period.h"

namespace atlas::model {

double begin_of(int year, bool fiscal, int month) {
    if (month > 0) return year + (month - 1) / 12.0;
    return year + (fiscal ? 0.25 : 0.0);
}

double time_of(int year, bool fiscal, int month) {
    if (month > 0) return year + (month - 0.5) / 12;
    return year + (fiscal ? 0.75 : 0.5);
}

double end_of(int year, bool fiscal, int month) {
    if (month > 0) return year + month / 12.0;
    return begin_of(year, fiscal, 0) + 1;
}

}  // namespace atlas::model
