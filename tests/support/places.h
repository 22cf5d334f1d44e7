// Where this checkout and the servers of the run are. Kept out of the compiler's command line of
// every other file, so that ccache knows those in any checkout.
#pragma once

#include <string>

namespace helium::test {

/// The folder of this checkout, without a slash at its end.
[[nodiscard]] std::string source_folder();

/// The file in which tools/servers wrote where the servers of the test run are.
[[nodiscard]] std::string servers_file();

}  // namespace helium::test
