# The desktop viewer's fonts, both weights of both families, beside it in build/desktop/fonts (the web build needs none).
set(font_packages ${CMAKE_SOURCE_DIR}/node_modules/@expo-google-fonts)
set(fonts
  noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf
  biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf)
foreach(font IN LISTS fonts)
  cmake_path(GET font FILENAME name)
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/fonts/${name}
    COMMAND ${CMAKE_COMMAND} -E copy ${font_packages}/${font} ${CMAKE_BINARY_DIR}/fonts/${name}
    DEPENDS ${font_packages}/${font} VERBATIM)
  list(APPEND copied_fonts ${CMAKE_BINARY_DIR}/fonts/${name})
endforeach()
add_custom_target(fonts ALL DEPENDS ${copied_fonts})
