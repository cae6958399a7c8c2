# Emscripten's own toolchain file, wherever it is: a newer emsdk ($EMSDK) before Debian's package.
if(DEFINED ENV{EMSDK})
  set(emscripten_root $ENV{EMSDK}/upstream/emscripten)
else()
  find_program(EMCC emcc REQUIRED)
  get_filename_component(emscripten_root ${EMCC} REALPATH)
  get_filename_component(emscripten_root ${emscripten_root} DIRECTORY)
  if(NOT EXISTS ${emscripten_root}/cmake)
    set(emscripten_root /usr/share/emscripten)  # Debian: /usr/bin/emcc is a wrapper
  endif()
endif()
# Debian's emcc needs Debian's acorn, which another node than Debian's does not find by itself.
if(EXISTS /usr/share/nodejs/acorn)
  set(ENV{NODE_PATH} /usr/share/nodejs)
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
