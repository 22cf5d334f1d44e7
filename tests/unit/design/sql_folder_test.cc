#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>

#include "design/design.h"
#include "design/sql_name.h"
#include "files/files.h"
#include "helium/error.h"

using namespace helium;

namespace {

class Folder {
 public:
  Folder()
      : path_("/tmp/helium_sql_folder_" + std::to_string(getpid()) + "_" +
              std::to_string(++count_) + "/shop") {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(std::filesystem::path(path_).parent_path()); }
  void file(const std::string& name, const std::string& text) const {
    files::write(files::join(path_, name), text);
  }
  [[nodiscard]] Design open() const { return design::open(path_); }

 private:
  static inline int count_ = 0;
  std::string path_;
};

std::vector<std::int64_t> numbers(const Design& design) {
  std::vector<std::int64_t> all;
  for (const auto& one : design.migrations) {
    all.push_back(one.number);
  }
  return all;
}

}  // namespace

TEST_CASE("The names of the common tools are read and written again") {
  using Part = design::SqlName::Part;
  const std::tuple<const char*, Part, std::int64_t, const char*> cases[] = {
      {"V12__add_users.sql", Part::forward, 12, "add_users"},
      {"U12__add_users.sql", Part::reverse, 12, "add_users"},
      {"0012_add_users.up.sql", Part::forward, 12, "add_users"},
      {"0012_add_users.down.sql", Part::reverse, 12, "add_users"},
      {"20260102030405-add-users.sql", Part::whole, 20260102030405, "add-users"},
      {"7.sql", Part::whole, 7, ""},
      {"shop_1000.sql", Part::whole, 1000, ""}};
  for (const auto& [name, part, number, title] : cases) {
    CAPTURE(name);
    const auto parts = design::sql_name_of(name);
    REQUIRE(parts);
    CHECK(parts->part == part);
    CHECK(parts->number == number);
    CHECK(parts->title == title);
    CHECK(design::written(*parts) == name);
  }
  CHECK(design::sql_name_of("R__views.sql")->part == Part::repeatable);
  for (const char* name : {"schema.sql", "V1.2__x.sql", "1x.sql", "V__x.sql", "1_a.lua", ".sql"}) {
    CAPTURE(name);
    CHECK_FALSE(design::sql_name_of(name));
  }
}

TEST_CASE("A folder of SQL files is a design") {
  const Folder folder;
  folder.file("V2__more.sql", "ALTER TABLE a ADD c int;");
  folder.file("V1__first_table.sql", "CREATE TABLE a (b int);");
  folder.file("U1__first_table.sql", "DROP TABLE a;");
  folder.file("R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;");
  const Design design = folder.open();
  CHECK(design.name == "shop");
  CHECK(design.format == Format::sql);
  REQUIRE(design.migrations.size() == 3);
  CHECK(design.migrations[0].title == "first table");
  CHECK(design.migrations[0].reverse_text == "DROP TABLE a;");
  CHECK(design.migrations[1].reverse_path.empty());
  CHECK(design.migrations[2].repeatable);
  CHECK(design.findings.empty());
  const std::string before = design.migrations[0].checksum;
  folder.file("U1__first_table.sql", "DROP TABLE IF EXISTS a;");
  CHECK(folder.open().migrations[0].checksum != before);
}

TEST_CASE("No file changes the name of the design that it comes to") {
  const Folder folder;
  folder.file("crm_1.sql", "SELECT 1");
  CHECK(folder.open().name == "crm");
  CHECK_FALSE(folder.open().named_by_folder);
  folder.file("5_x.down.sql", "SELECT 1");  // the way back of nothing names nothing
  CHECK(folder.open().name == "crm");
  folder.file("2_more.sql", "SELECT 1");
  CHECK_THROWS_AS(folder.open(), Error);
  const Folder plain;
  plain.file("1_a.sql", "SELECT 1");
  CHECK(plain.open().named_by_folder);
}

TEST_CASE("What does not fit into a folder of SQL files is told") {
  const Folder folder;
  folder.file("shop_1.sql", "SELECT 1");
  folder.file("shop_01.sql", "SELECT 1");
  folder.file("V1.2__x.sql", "SELECT 1");
  folder.file("5_x.down.sql", "SELECT 1");
  const Design design = folder.open();
  CHECK(numbers(design) == std::vector<std::int64_t>{1});
  REQUIRE(design.findings.size() == 3);
  CHECK(design.findings[0].rule == "duplicate");
  CHECK(design.findings[1].message == "5_x.down.sql is the way back of no migration");
  CHECK(design.findings[2].rule == "bad_name");
}

TEST_CASE("A version of several numbers is refused with a whole number that keeps its place") {
  for (const auto& [name, version, number] :
       {std::tuple("V1.2__x.sql", "1.2", "1002"), std::tuple("U1_10__x.sql", "1_10", "1010"),
        std::tuple("V2023.01.05__x.sql", "2023.01.05", "2023001005"),
        std::tuple("1.2_add.sql", "1.2", "1002"),
        std::tuple("1.2.10-add.up.sql", "1.2.10", "1002010"),
        std::tuple("1.2.add.down.sql", "1.2", "1002"), std::tuple("1.2.sql", "1.2", "1002"),
        std::tuple("1.2.3rd_3.sql", "1.2", "1002"), std::tuple("V1.2__x_3.sql", "1.2", "1002"),
        std::tuple("shop_1.2.sql", "1.2", "1002")}) {
    CAPTURE(name);
    CHECK_FALSE(design::sql_name_of(name));
    CHECK(design::parted_version_of(name) == version);
    CHECK(design::whole_number_for(version) == number);
  }
  for (const char* name :
       {"V12__x.sql", "V1.__x.sql", "Vx.2__x.sql", "V1.2_x.sql", "R__1.2.sql", "1.2fa.sql",
        "1_2.sql", "1.add_2.sql", "12_add.up.sql", "1..2.sql", "R__report_1.2.sql",
        "V3__release_1.2.sql", "12_release_1.2.sql", "shop_.sql"}) {
    CAPTURE(name);
    CHECK(design::parted_version_of(name).empty());
  }
  const Folder folder;
  folder.file("V1.2__add_users.sql", "SELECT 1");
  try {
    (void)folder.open();
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::design);
    CHECK(error.message() ==
          "V1.2__add_users.sql has a version of several numbers, 1.2: a migration has one whole "
          "number");
    CHECK(error.hint().find("V1002__add_users.sql") != std::string::npos);
    CHECK(error.hint().find("helium baseline") != std::string::npos);
  }
  const Folder bare;
  bare.file("1.2_add_users.up.sql", "SELECT 1");
  CHECK_THROWS_AS(bare.open(), Error);
  bare.file("1_first.up.sql", "SELECT 1");
  const Design design = bare.open();
  CHECK(numbers(design) == std::vector<std::int64_t>{1});
  REQUIRE(design.findings.size() == 1);
  CHECK(design.findings.front().hint.find("1002_add_users.up.sql") != std::string::npos);
  folder.file("V3__more.sql", "SELECT 1");
  CHECK(folder.open().findings.front().hint.find("V1002__add_users.sql") != std::string::npos);
}

TEST_CASE("A file whose number is where the others have theirs is read or refused") {
  for (const auto& [good, bad, form] :
       {std::tuple("shop_1.sql", "shop_1_add.sql", "shop_<number>.sql"),
        std::tuple("shop_1.sql", "Shop_2a.sql", "shop_<number>.sql"),
        std::tuple("shop_1.sql", "shop_2.SQL", "shop_<number>.sql"),
        std::tuple("shop_1.sql", "shop_-2.sql", "shop_<number>.sql"),
        std::tuple("shop_1.sql", "shop_99999999999999999999.sql", "shop_<number>.sql"),
        std::tuple("V1__x.sql", "v2__y.sql", "V<number>__<title>.sql"),
        std::tuple("V1__x.sql", "V2_y.sql", "V<number>__<title>.sql"),
        std::tuple("V1__x.sql", "U1a__x.sql", "U<number>__<title>.sql"),
        std::tuple("1_x.sql", "2y.sql", "<number>_<title>.sql"),
        std::tuple("1_x.up.sql", "2y.up.sql", "<number>_<title>.up.sql")}) {
    CAPTURE(bad);
    const Folder folder;
    folder.file(good, "SELECT 1");
    folder.file(bad, "SELECT 1");
    const Design design = folder.open();
    CHECK(numbers(design) == std::vector<std::int64_t>{1});
    REQUIRE(design.findings.size() == 1);
    const Finding& finding = design.findings.front();
    CHECK(finding.rule == "bad_name");
    CHECK(files::file_name(finding.where.file) == bad);
    CHECK(finding.message ==
          std::string(bad) + " looks like a migration and is none: it has not the form " + form);
    CHECK(finding.hint.find(form) != std::string::npos);
  }
  for (const auto& [good, other] :
       {std::tuple("shop_1.sql", "shop_words.sql"), std::tuple("shop_1.sql", "2fa.sql"),
        std::tuple("V1__x.sql", "2fa.sql"), std::tuple("1_x.sql", "v2ray.sql"),
        std::tuple("V1__x.sql", "shop_1.2.txt"), std::tuple("V1__x.sql", "schema.sql")}) {
    CAPTURE(other);
    const Folder folder;
    folder.file(good, "SELECT 1");
    folder.file(other, "SELECT 1");
    CHECK(folder.open().findings.empty());
  }
}
