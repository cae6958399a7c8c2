// The command-line program sosei-bundle.
#include <iostream>

#include "tool/run.h"

int main(int argc, char** argv) { return atlas::tool::run_bundle_tool({argv + 1, argv + argc}, std::cout, std::cerr); }
