#include "support/places.h"

namespace helium::test {

std::string source_folder() {
  return HELIUM_SOURCE_DIR;
}

std::string servers_file() {
  return HELIUM_TEST_SERVERS;
}

}  // namespace helium::test
