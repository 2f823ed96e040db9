# The Debian package: `cpack -G DEB` in a build folder (tests/real/package.sh builds, checks and tries it).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cafe)
set(CPACK_PACKAGE_CONTACT "The cafe authors <maintainers@cafe.example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "notebook of a network of social action partners")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"cafe keeps the notebook of a network of partners: records of organisations,
people and meetings as plain YAML files in a folder that git can keep. It
checks them, answers questions in French or English, makes mailing lists and
publishes a directory that opens on a telephone.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# They are opened by name (lib/base/late_library.hpp), which is not seen in the program.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqrencode4, libsqlite3-0, libxlsxwriter4")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS chromium)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# What Debian wants otherwise than `cmake --install` puts it.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)
set(CPACK_CAFE_SOURCES ${CMAKE_CURRENT_SOURCE_DIR})
include(CPack)
