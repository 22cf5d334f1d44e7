#include <catch2/catch.hpp>

#include "show/show.h"

namespace helium {
namespace {

TEST_CASE("An error shows its place, its line with a caret, notes and the hint") {
  const Error error = Error(Fault::macro, "unknown macro INTEGR")
                          .at({.file = "shop_1000.lua", .line = 3, .column = 5})
                          .showing("  x ${INTEGR}")
                          .noting("while expanding")
                          .hinting("did you mean INTEGER?");
  CHECK(show::text(error, show::Colour::none) ==
        "shop_1000.lua:3:5: macro: unknown macro INTEGR\n"
        "    x ${INTEGR}\n"
        "      ^\n"
        "  while expanding\n"
        "  hint: did you mean INTEGER?\n");
}

TEST_CASE("Escape sequences of a server never reach the terminal") {
  const Error error(Fault::database, "bad \x1b[2J text");
  CHECK(show::text(error, show::Colour::none).find('\x1b') == std::string::npos);
}

TEST_CASE("The report's JSON has the promised keys") {
  Report report;
  report.moved.push_back({.design = "shop", .number = 1000, .title = "First"});
  const std::string json = show::json(report);
  CHECK_THAT(json, Catch::StartsWith("{\"version\":1,\"state\":\"clean\",\"applied\":[1000],"
                                     "\"reverted\":[],\"failed\":null,\"milliseconds\":0"));
}

TEST_CASE("Status JSON names a half-done migration") {
  Status status;
  DesignStatus design;
  design.design = "shop";
  design.applied = {1000};
  design.partial.push_back({.number = 1002, .done = 2, .of = 5});
  status.designs.push_back(design);
  CHECK_THAT(show::json(status),
             Catch::Contains("\"partial\":[{\"number\":1002,\"done\":2,\"of\":5"));
}

TEST_CASE("Status JSON says what waits for an undo") {
  Status status;
  CHECK_THAT(show::json(status), Catch::Contains("\"stash\":{\"count\":0,\"bytes\":null}"));
  status.stash = {.count = 3, .bytes = 421888};
  CHECK_THAT(show::json(status), Catch::Contains("\"stash\":{\"count\":3,\"bytes\":421888}"));
}

TEST_CASE("Findings come in every form that was promised") {
  const Findings findings = {{.rule = "changed",
                              .severity = Severity::error,
                              .where = {.file = "a.lua", .line = 2, .column = 1},
                              .message = "it <changed>"}};
  const auto [form, expected] = GENERATE(table<std::string, std::string>({
      {"text", "a.lua:2:1: error: changed: it <changed>\n"},
      {"json", "{\"rule\":\"changed\",\"severity\":\"error\",\"file\":\"a.lua\",\"line\":2"},
      {"sarif", "\"ruleId\":\"changed\""},
      {"junit", "message=\"it &lt;changed&gt;\""},
      {"github", "::error file=a.lua,line=2,col=1,title=changed::it <changed>\n"},
      {"markdown", "| a.lua:2 | error | changed | it <changed> |\n"},
  }));
  CHECK_THAT(show::findings(findings, form, show::Colour::none), Catch::Contains(expected));
}

TEST_CASE("Of a line without end the part around its caret is shown") {
  const std::string line = std::string(1000, 'a') + "b" + std::string(1 << 20, 'c');
  const Error error =
      Error(Fault::script, "no").at({.file = "x.lua", .line = 1, .column = 1001}).showing(line);
  const std::string text = show::text(error, show::Colour::none);
  CHECK(text.size() < 500);
  const auto caret = text.find('^') - text.rfind('\n', text.find('^'));
  const auto shown = text.find('b') - text.rfind('\n', text.find('b'));
  CHECK(caret == shown);
  CHECK(show::text(error.showing("short b"), show::Colour::none).find("  short b\n") !=
        std::string::npos);
}

TEST_CASE("Stashes are listed with what they hold and what they take") {
  const std::vector<Stash> stashes = {{.name = "helium_stash_shop_2_1",
                                       .design = "shop",
                                       .number = 2,
                                       .state = RecordState::applied,
                                       .of = "person",
                                       .columns = {"id", "fax"},
                                       .since = "2026-11-20T12:00:00.000Z",
                                       .rows = 3,
                                       .bytes = 16384},
                                      {.name = "helium_stash_old_1_1"}};
  CHECK(show::text(stashes) ==
        "stash                  of      holds                     rows  bytes  since\n"
        "helium_stash_shop_2_1  shop@2  rows of person (id, fax)  3     16 kB  "
        "2026-11-20T12:00:00.000Z\n"
        "helium_stash_old_1_1           rows of ? ()              0\n"
        "2 stashes, 16 kB\n");
  CHECK(show::json(stashes) ==
        "{\"version\":1,\"stashes\":[{\"name\":\"helium_stash_shop_2_1\",\"kind\":\"rows\","
        "\"of\":\"person\",\"columns\":[\"id\",\"fax\"],\"design\":\"shop\",\"number\":2,"
        "\"state\":\"applied\",\"since\":\"2026-11-20T12:00:00.000Z\",\"rows\":3,\"bytes\":16384},"
        "{\"name\":\"helium_stash_old_1_1\",\"kind\":\"rows\",\"of\":\"\",\"columns\":[],"
        "\"design\":\"\",\"number\":0,\"state\":\"\",\"since\":\"\",\"rows\":0,\"bytes\":null}],"
        "\"bytes\":16384}\n");
}

}  // namespace
}  // namespace helium
