# What others wrote, as SYSTEM headers so that our warnings do not reach into it: imgui, earcut, qrencode, nlohmann_json, doctest,
# and on the desktop glfw, gl, egl, png, freetype, cairo,
# sodium.

# A path of the command line or the environment before what scripts/setup fetched.
function(third_party_folder variable default marker)
  set(folder ${default})
  if(DEFINED ENV{${variable}})
    set(folder $ENV{${variable}})
  endif()
  set(${variable} ${folder} CACHE PATH "Folder that holds ${marker}")
  if(NOT EXISTS ${${variable}}/${marker})
    message(FATAL_ERROR "${${variable}} has no ${marker}. Run scripts/setup, or pass -D${variable}=<folder>.")
  endif()
endfunction()

third_party_folder(IMGUI_DIR ${deps}/imgui imgui.h)
set(earcut_default ${deps}/earcut/include)
third_party_folder(EARCUT_DIR ${earcut_default} mapbox/earcut.hpp)

add_library(earcut INTERFACE)
target_include_directories(earcut SYSTEM INTERFACE ${EARCUT_DIR})
# libqrencode without its program and its threads, as config.h would say it.
third_party_folder(QRENCODE_DIR ${deps}/qrencode qrencode.h)
set(qrencode_sources "")
foreach(part bitstream mask mmask mqrspec qrencode qrinput qrspec rsecc split)
  list(APPEND qrencode_sources ${QRENCODE_DIR}/${part}.c)
endforeach()
add_library(qrencode STATIC ${qrencode_sources})
target_include_directories(qrencode SYSTEM PUBLIC ${QRENCODE_DIR})
target_compile_options(qrencode PRIVATE -w)
target_compile_definitions(qrencode PRIVATE STATIC_IN_RELEASE=static HAVE_STRDUP=1 MAJOR_VERSION=4 MINOR_VERSION=1
  MICRO_VERSION=1 "VERSION=\"4.1.1\"")
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${deps}/include)
add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE ${deps}/include)

# "atlas_gl.h" is the platform's OpenGL: ES 3.0 in the browser, 3.3 core on the desktop.
# atlas_gl.h: the platform's OpenGL headers and GLSL version.
add_library(gl INTERFACE)
if(WEB)
  target_include_directories(gl INTERFACE ${CMAKE_SOURCE_DIR}/src/platform/web/gl)
else()
  find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL)
  find_package(glfw3 3.3 REQUIRED)
  find_package(PNG REQUIRED)
  find_package(Freetype REQUIRED)
  target_include_directories(gl INTERFACE ${CMAKE_SOURCE_DIR}/src/platform/desktop/gl)
  target_link_libraries(gl INTERFACE OpenGL::OpenGL)
  add_library(egl ALIAS OpenGL::EGL)
  add_library(png ALIAS PNG::PNG)
  add_library(freetype ALIAS Freetype::Freetype)
  # PDF; without it the program is built all the same, and says so when asked for one.
  find_package(PkgConfig QUIET)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(CAIRO QUIET IMPORTED_TARGET GLOBAL cairo-pdf>=1.16 cairo-ft)
    pkg_check_modules(SODIUM QUIET IMPORTED_TARGET GLOBAL libsodium)
  endif()
  if(CAIRO_FOUND)
    add_library(cairo ALIAS PkgConfig::CAIRO)
  else()
    message(STATUS "No PDF: Debian's libcairo2-dev is not installed")
  endif()
  # Signatures of single-file editions, likewise.
  if(SODIUM_FOUND)
    add_library(sodium ALIAS PkgConfig::SODIUM)
  else()
    message(STATUS "No signatures: Debian's libsodium-dev is not installed")
  endif()
endif()

add_library(imgui STATIC
  ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp ${IMGUI_DIR}/imgui_tables.cpp ${IMGUI_DIR}/imgui_widgets.cpp
  ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR} ${IMGUI_DIR}/backends)
target_compile_options(imgui PRIVATE -w)
target_compile_definitions(imgui PUBLIC
  IMGUI_USE_WCHAR32  # names such as 𠮷野家
  "ImDrawIdx=unsigned int"  # a projector full of text has more than 65,536 vertices
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
if(WEB)
  target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3 IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_ENABLE_FREETYPE)
  target_sources(imgui PRIVATE scripts/cmake/imgui_no_truetype.cpp src/platform/web/gl/gl_state.cpp)
  # No questions to the GPU process in every frame: see src/platform/web/gl/gl_state.cpp.
  set_source_files_properties(${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp PROPERTIES COMPILE_OPTIONS
    "-include;${CMAKE_SOURCE_DIR}/src/platform/web/gl/no_state_queries.h")
else()
  target_sources(imgui PRIVATE ${IMGUI_DIR}/backends/imgui_impl_glfw.cpp)
  target_link_libraries(imgui PUBLIC glfw PRIVATE ${CMAKE_DL_LIBS})
endif()
