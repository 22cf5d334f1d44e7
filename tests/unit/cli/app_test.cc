#include <catch2/catch.hpp>

#include "cli/commands.h"
#include "support/places.h"

#include <fstream>
#include <sstream>

namespace helium::cli {
namespace {

TEST_CASE("The manual page in docs is the one made from the table of commands") {
  Options options;
  Action action;
  const auto app = make_app(options, action);
  std::ifstream file(test::source_folder() + "/docs/helium.1");
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str() == manual(*app));
}

TEST_CASE("Global options stand before or after the command") {
  Options options;
  Action action;
  const auto app = make_app(options, action);
  app->parse("--design a up --design b --format json --to 7");
  CHECK(options.request.designs == std::vector<std::string>{"a", "b"});
  CHECK(options.json());
  CHECK(options.to == 7);
  CHECK(action);
}

}  // namespace
}  // namespace helium::cli
