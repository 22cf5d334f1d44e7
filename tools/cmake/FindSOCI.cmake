# SOCI with its backends linked, not loaded by name: a look-up by name would also search the current
# directory. Debian's package ships no CMake files for these library names.
find_path(SOCI_INCLUDE_DIR soci/soci.h)
set(SOCI_LIBRARIES)
foreach(part core postgresql mysql sqlite3 odbc)
  find_library(SOCI_${part}_LIBRARY soci_${part})
  list(APPEND SOCI_REQUIRED SOCI_${part}_LIBRARY)
  list(APPEND SOCI_LIBRARIES "${SOCI_${part}_LIBRARY}")
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_INCLUDE_DIR ${SOCI_REQUIRED})
if(SOCI_FOUND AND NOT TARGET SOCI::SOCI)
  add_library(SOCI::SOCI INTERFACE IMPORTED)
  set_target_properties(SOCI::SOCI PROPERTIES
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR};${SOCI_INCLUDE_DIR}/soci"
    INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR};${SOCI_INCLUDE_DIR}/soci"
    INTERFACE_LINK_LIBRARIES "${SOCI_LIBRARIES}")
endif()
