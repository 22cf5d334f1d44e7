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

TEST_CASE("test takes its designs as words or as options, not as both") {
  Options options;
  Action action;
  const auto app = make_app(options, action);
  app->parse("test a b --target 7");
  CHECK(options.request.designs == std::vector<std::string>{"a", "b"});
  CHECK(options.to == 7);
  CHECK_THROWS_AS(app->parse("test a --design b"), CLI::ExcludesError);
}

TEST_CASE("An option that has one value is refused when it is given twice") {
  const auto refused = [](const std::string& words) {
    Options options;
    Action action;
    const auto app = make_app(options, action);
    try {
      app->parse(words);
      return false;
    } catch (const CLI::ArgumentMismatch&) {
      return true;
    }
  };
  for (const char* one : {"expand f", "macros", "split f", "diff --from a --to b",
                          "generate n --from a", "diagram"}) {
    CAPTURE(one);
    CHECK(refused(std::string(one) + " --dialect sqlite --dialect db2"));
    CHECK_FALSE(refused(std::string(one) + " --dialect sqlite"));
    CHECK(refused(std::string(one) + " --url sqlite:a --url sqlite:b"));
  }
  for (const char* several : {"validate", "test", "checkpoint", "docs --output o"}) {
    CAPTURE(several);
    CHECK_FALSE(refused(std::string(several) + " --dialect sqlite --dialect db2"));
  }
  CHECK_FALSE(refused("expand --dialect sqlite f"));
}

}  // namespace
}  // namespace helium::cli
