# The browser's program and the finished static site in build/web/dist (its data bundles come from scripts/bundle-data).
set(dist ${CMAKE_BINARY_DIR}/dist)
set(linked ${CMAKE_BINARY_DIR}/linked)
file(GLOB js_libraries CONFIGURE_DEPENDS web/lib/*.js)
file(GLOB_RECURSE site_files CONFIGURE_DEPENDS web/*)
list(FILTER site_files EXCLUDE REGEX "/web/lib/")

# Which texts the first part may say is read from the sources.
file(GLOB_RECURSE all_sources CONFIGURE_DEPENDS src/*.cpp src/*.h)
add_custom_command(
  OUTPUT ${generated}/core/words_first.cpp
  COMMAND ${NODE} scripts/i18n.mjs --first ${generated}/core
  DEPENDS scripts/i18n.mjs scripts/parts.mjs ${word_sources} ${all_sources}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Words of the first part" VERBATIM)

add_executable(atlas src/app/main_web.cpp ${generated}/core/words_first.cpp)
target_link_libraries(atlas PRIVATE atlas_app atlas_warnings)
set_target_properties(atlas PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${linked} LINK_DEPENDS "${js_libraries}")
list(TRANSFORM js_libraries PREPEND "SHELL:--js-library " OUTPUT_VARIABLE js_library_options)
target_link_options(atlas PRIVATE ${web_link_options} ${js_library_options}
  -sENVIRONMENT=web -sFILESYSTEM=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_TRACK_ERRORS=0 -sTEXTDECODER=2
  -sMALLOC=emmalloc -sASSERTIONS=0 -sEXPORTED_FUNCTIONS=_main,_malloc,_free
  --profiling-funcs -Wl,--no-demangle)  # names, for scripts/split.mjs, which leaves them out

# atlas.js, atlas.wasm and atlas-later.wasm of the site: the linked program in two parts.
set(split_archives "")
foreach(library app page chart model view ui bundle core export scene)
  list(APPEND split_archives $<TARGET_FILE:atlas_${library}>)
endforeach()
list(APPEND split_archives $<TARGET_FILE:qrencode>)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/split.stamp
  COMMAND ${NODE} scripts/split.mjs ${linked} ${dist} ${split_archives}
  COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/split.stamp
  DEPENDS atlas scripts/split.mjs scripts/parts.mjs
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Two parts of the program" VERBATIM)
add_custom_target(program ALL DEPENDS ${CMAKE_BINARY_DIR}/split.stamp)

add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/site.stamp
  COMMAND ${NODE} scripts/site.mjs ${dist}
  COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/site.stamp
  DEPENDS scripts/site.mjs scripts/i18n.mjs scripts/phrases.mjs scripts/readings.mjs ${CMAKE_SOURCE_DIR}/assets/readings.tsv ${site_files} ${word_sources}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Static site" VERBATIM)
add_custom_target(site ALL DEPENDS ${CMAKE_BINARY_DIR}/site.stamp)
