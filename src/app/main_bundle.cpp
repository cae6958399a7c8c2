// The command-line program sosei-bundle.
#include <iostream>

#include "app/bundle_tool.h"

int main(int argc, char** argv) { return atlas::app::run_bundle_tool({argv + 1, argv + argc}, std::cout, std::cerr); }
