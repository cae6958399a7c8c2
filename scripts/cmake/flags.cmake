# Compiler and linker flags: warnings for our own code, sanitizers, size for the web.

add_library(atlas_warnings INTERFACE)
target_compile_options(atlas_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion $<$<BOOL:${ATLAS_WERROR}>:-Werror>)

if(WEB)
  # Emscripten 3.1.6 is strict about LTO: the same flags at compile and link time, for third-party code too.
  # emcc turns LLVM's inliner off at -Oz; with it the getters of libc++ vanish: measured, the program shrinks.
  add_compile_options(-Oz -flto -fno-exceptions -fno-rtti -finline-functions)
  set(web_link_options
      -Oz -flto -fno-exceptions -fno-rtti
      -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=6291456 -sTOTAL_STACK=1048576
      -sDYNAMIC_EXECUTION=0)  # the content security policy forbids eval
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")  # not CMake's -O3
elseif(ATLAS_SANITIZE)
  add_compile_options(-O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")  # a precompiled header is the same when it is made again: ccache
  set(CMAKE_CXX_FLAGS_RELEASE "")
else()
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  add_link_options(-Wl,--as-needed)
endif()
