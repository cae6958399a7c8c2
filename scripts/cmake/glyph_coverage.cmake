# tool/glyph_coverage.h: which characters the desktop's font (desktop_fonts.cmake) has glyphs for, so that sosei-bundle can say which texts it lacks.
set(glyph_coverage ${generated}/tool/glyph_coverage.h)
set(coverage_font ${CMAKE_SOURCE_DIR}/node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf)
find_program(FC_QUERY fc-query)
if(NOT FC_QUERY)
  message(FATAL_ERROR "fc-query is missing. Run scripts/setup: it installs Debian's fontconfig; or pass -DFC_QUERY=<program>.")
endif()
add_custom_command(
  OUTPUT ${glyph_coverage}
  COMMAND ${NODE} scripts/glyph-coverage.mjs ${FC_QUERY} ${coverage_font} ${glyph_coverage}
  COMMAND ${CMAKE_COMMAND} -E touch ${glyph_coverage}
  DEPENDS scripts/glyph-coverage.mjs ${coverage_font}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Glyph coverage" VERBATIM)
