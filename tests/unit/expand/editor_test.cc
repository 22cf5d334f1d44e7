// What editors are told is what a migration may say.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "expand/calls.h"
#include "expand/entries.h"
#include "expand/options.h"
#include "support/places.h"

using namespace helium;

namespace {

// The names of `---@field` below `---@class name`, sorted.
std::vector<std::string> fields_of(const std::string& name) {
  std::ifstream file(test::source_folder() + "/scripts/editor/helium.d.lua");
  std::vector<std::string> fields;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    const std::string field = "---@field ";
    if (line.rfind("---@class ", 0) == 0) {
      inside = line == "---@class " + name;
    } else if (inside && line.rfind(field, 0) == 0) {
      const std::size_t end = line.find_first_of("? ", field.size());
      fields.push_back(line.substr(field.size(), end - field.size()));
    }
  }
  std::sort(fields.begin(), fields.end());
  return fields;
}

}  // namespace

TEST_CASE("The editor's types name every option and every key of an entry, and no other") {
  CHECK(fields_of("helium.Migration") == expand::option_names());
  CHECK(fields_of("helium.Entry") == expand::entry_names());
  std::vector<std::string> queries = expand::operation_names();
  queries.insert(queries.begin(), "[integer]");
  CHECK(fields_of("helium.Queries") == queries);
  CHECK(fields_of("helium.Check") == std::vector<std::string>{"after", "before"});
}
