# Run by cpack over what was installed, before it becomes a package (Debian Policy §12): manual pages and the changelog are
# compressed, the licence stands in `copyright`, completion of zsh where Debian's zsh looks.
file(GLOB roots ${CPACK_TEMPORARY_DIRECTORY}/usr ${CPACK_TEMPORARY_DIRECTORY}/*/usr)
foreach(root ${roots})
  file(GLOB_RECURSE pages ${root}/share/man/*.[1-9])
  foreach(page ${pages})
    execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  set(doc ${root}/share/doc/cafe)
  file(READ ${CPACK_CAFE_SOURCES}/LICENSE licence)
  string(REGEX REPLACE "\n\n" "\n.\n" licence "${licence}")
  string(REGEX REPLACE "\n([^\n])" "\n \\1" licence " ${licence}")
  string(STRIP "${licence}" licence)
  file(WRITE ${doc}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: cafe

Files: *
Copyright: 2026 The cafe authors
License: Expat

License: Expat
 ${licence}
")
  file(REMOVE ${doc}/LICENSE)
  file(WRITE ${doc}/changelog
"cafe (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * What is new stands in changelog.md beside this file.

 -- The cafe authors <maintainers@cafe.example.org>  Wed, 02 Dec 2026 08:00:00 +0000
")
  execute_process(COMMAND gzip -9n ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
  if(EXISTS ${root}/share/zsh/site-functions/_cafe)
    file(MAKE_DIRECTORY ${root}/share/zsh/vendor-completions)
    file(RENAME ${root}/share/zsh/site-functions/_cafe ${root}/share/zsh/vendor-completions/_cafe)
    file(REMOVE_RECURSE ${root}/share/zsh/site-functions)
  endif()
endforeach()
