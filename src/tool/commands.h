// What sosei-bundle can do, one function a command. Each writes to `out` and returns the exit code (0 good, 1 faults).
#pragma once
#include <iosfwd>

#include "tool/options.h"

namespace atlas::tool {

int check(const Options& options, std::ostream& out);  ///< DIR: all faults of sources or built bundles
int build(const Options& options,
          std::ostream& out);  ///< DIR -o OUT: the runtime bundles, with --previous those to compare with
int audit(const Options& options, std::ostream& out);  ///< DIR [-o FILE.csv]: what each KPI's status rests on
int stats(const Options& options, std::ostream& out);  ///< DIR: how much of what there is
/// FILE.csv -o OUT.csv: the values, and OUT.indicators.csv with the items
int import_ssdse(const Options& options, std::ostream& out);
int import_boundaries(const Options& options, std::ostream& out);  ///< FILE -o OUT: the areas with code, name and pref
int pack(const Options& options, std::ostream& out);    ///< DIR -o FILE.sosei [--key FILE]: an edition as one file
int keygen(const Options& options, std::ostream& out);  ///< -o FILE --name WHO: a key to sign with, and FILE.pub
int verify(const Options& options, std::ostream& out);  ///< FILE.sosei [--key FILE.pub]: is it as it was made, by whom?

}  // namespace atlas::tool
