#include "design/checkpoint.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace helium;

namespace {

std::string file_of(const std::string& body) {
  const std::string text =
      "-- shop_1001.lua\n-- What it makes\n-- for sqlite 0a on SQLite 3\n"
      "-- folds 1000 aa\n-- folds 1001 bb\n";
  const std::string rest = "\nreturn {" + body + "}\n";
  return text + "-- proved " + design::checkpoint_proof("\n" + rest) + "\n" + rest;
}

Checkpoint read(const std::string& text) {
  Checkpoint checkpoint = design::checkpoint_of(text);
  checkpoint.design = "shop";
  checkpoint.number = 1001;
  return checkpoint;
}

Design shop(const std::vector<std::pair<std::int64_t, std::string>>& files) {
  Design design;
  design.name = "shop";
  for (const auto& [number, checksum] : files) {
    Migration migration;
    migration.number = number;
    migration.checksum = checksum;
    design.migrations.push_back(migration);
  }
  return design;
}

}  // namespace

TEST_CASE("The head of a checkpoint says what it stands for, and for whom") {
  const Checkpoint checkpoint = read(file_of("1"));
  CHECK(checkpoint.folds == std::map<std::int64_t, std::string>{{1000, "aa"}, {1001, "bb"}});
  CHECK(checkpoint.dialects == std::map<std::string, std::string>{{"sqlite", "0a"}});
  CHECK(checkpoint.as_proved);
}

TEST_CASE("A checkpoint is stale when a migration in it is another one, new or gone") {
  const Checkpoint checkpoint = read(file_of("1"));
  struct Case {
    std::vector<std::pair<std::int64_t, std::string>> files;
    std::string why;
  };
  const std::vector<Case> cases = {
      {{{1000, "aa"}, {1001, "bb"}, {1002, "cc"}}, ""},
      {{{1000, "other"}, {1001, "bb"}}, "shop_1000 was changed since it was written"},
      {{{900, "new"}, {1000, "aa"}, {1001, "bb"}}, "shop_900 came since it was written"},
      {{{1001, "bb"}}, "a migration in it is not in the folder any more"},
  };
  for (const Case& one : cases) {
    CHECK(design::why_stale(checkpoint, shop(one.files)) == one.why);
  }
}

TEST_CASE("Statements that nobody proved are not used; other line ends are the same text") {
  const Design design = shop({{1000, "aa"}, {1001, "bb"}});
  const std::string text = file_of("1\n");
  CHECK(design::why_stale(read(base::replaced(text, "\n", "\r\n")), design).empty());
  CHECK(design::why_stale(read(base::replaced(text, "{1", "{2")), design) ==
        "its statements are not those that were proved");
  CHECK_FALSE(design::why_stale(read("return {}\n"), design).empty());
}
