// The sample design under every dialect: what a server would receive, as golden text.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "files/files.h"
#include "support/golden.h"
#include "support/places.h"

using namespace helium;

namespace {

const std::string shop = test::source_folder() + "/migrations/shop";

std::vector<Migration> migrations_of_shop() {
  std::vector<Migration> migrations;
  for (const auto& entry : std::filesystem::directory_iterator(shop)) {
    const std::string name = entry.path().filename();
    if (name.rfind("shop_", 0) == 0) {
      Migration migration;
      migration.design = "shop";
      migration.number = std::stoll(name.substr(5));
      migration.path = "migrations/shop/" + name;
      migration.text = files::read(entry.path());
      migrations.push_back(migration);
    }
  }
  std::sort(migrations.begin(), migrations.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  return migrations;
}

void add(std::string& all, const std::string& section, const std::vector<Statement>& statements) {
  for (const auto& statement : statements) {
    all += "-- " + section + " " + statement.span.file.substr(16) + ":" +
           std::to_string(statement.span.line) + "\n" + statement.text + ";\n";
  }
}

}  // namespace

TEST_CASE("The shop becomes these statements on each dialect") {
  for (const std::string_view name : dialect_names) {
    DYNAMIC_SECTION(name) {
      const Dialect dialect = dialect::read(std::string(name));
      Design design;
      design.name = "shop";
      design.folder = shop;
      const auto setting =
          expand::setting(design, dialect, {}, [](const char*) { return nullptr; });
      std::string all;
      for (const auto& migration : migrations_of_shop()) {
        const Sections sections = expand::sections(migration, setting);
        CHECK(sections.diagram.size() == 1);
        CHECK_FALSE(sections.reverse.empty());
        add(all, "before", sections.check_before);
        add(all, "forward", sections.forward);
        add(all, "after", sections.check_after);
        add(all, "reverse", sections.reverse);
      }
      CHECK(all == test::golden(std::string(name) + "/shop.sql", all));
    }
  }
}
