#include "design/design.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/text.h"
#include "design/file_name.h"
#include "design/glance.h"
#include "design/header.h"
#include "files/files.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "support/places.h"

using namespace helium;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "helium_design_XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void put(const std::string& name, const std::string& text = "-- x\n-- Title\nreturn {}\n") const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << text;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string refusal(const Folder& folder) {
  try {
    (void)design::open(folder.path());
  } catch (const Error& error) {
    return error.message();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("the header comment gives title, version and date") {
  const auto header = design::header_of(
      "\xEF\xBB\xBF-- shop_1.lua\r\n-- Adds a thing.\r\n--\r\n-- CHANGELOG\r\n"
      "-- 1.2.0 - 2026-01-02 - Second\r\n-- 1.10.0 - 2026-03-04 - Third\r\n"
      "-- 1.0.0 - 2025-12-01 - Initial\r\n\r\nreturn {}");
  CHECK(header.title == "Adds a thing.");
  CHECK(header.version == "1.10.0");
  CHECK(header.updated == "2026-03-04");
  CHECK(design::header_of("return {}").title.empty());
}

TEST_CASE("migrations are found, ordered and summed alike on every system") {
  const Folder folder;
  folder.put("shop_1010.lua", "\xEF\xBB\xBF-- a\r\n-- b\r\n");
  folder.put("shop_99.lua", "-- a\n-- b\n");
  for (const auto* other : {"database.lua", "database_db2.lua", "macros.lua", "macros_db2.lua",
                            "README.md", "helper.lua"}) {
    folder.put(other, "no migration");
  }
  const Design design = design::open(folder.path());
  REQUIRE(design.migrations.size() == 2);
  CHECK(design.name == "shop");
  CHECK(design.findings.empty());
  CHECK(design.migrations[0].number == 99);
  CHECK(design.migrations[0].checksum == design.migrations[1].checksum);
  CHECK(design.migrations[0].raw_checksum != design.migrations[1].raw_checksum);
}

TEST_CASE("a Helium folder is recognised by its database.lua or by what its files return") {
  CHECK(design::open(test::source_folder() + "/migrations/shop").format == Format::native);
  const Design own = design::open(test::source_folder() + "/tests/compat/harbor");
  CHECK(own.format == Format::folder);
  CHECK(own.own_engine);
  const Folder folder;
  folder.put("shop_1.lua", "-- a\n-- b\nreturn function(engine)\n  return {}\nend\n");
  const Design ours = design::open(folder.path());
  CHECK(ours.format == Format::folder);
  CHECK_FALSE(ours.own_engine);
}

TEST_CASE("a number that stands twice and a name that almost fits are findings") {
  const Folder folder;
  for (const auto* name : {"shop_1001.lua", "shop_01001.lua", "Shop_1002.lua", "shop_1003.LUA",
                           "shop_.lua", "shop_99999999999999999999.lua", "shop-1004.lua"}) {
    folder.put(name);
  }
  std::vector<std::string> found;
  for (const auto& finding : design::open(folder.path()).findings) {
    found.push_back(finding.rule + " " + files::file_name(finding.where.file));
  }
  CHECK(found == std::vector<std::string>{"duplicate shop_1001.lua", "bad_name Shop_1002.lua",
                                          "bad_name shop-1004.lua", "bad_name shop_.lua",
                                          "bad_name shop_1003.LUA",
                                          "bad_name shop_99999999999999999999.lua"});
}

TEST_CASE("an SQL file that has a migration's name is not passed over without a word") {
  const Folder folder;
  for (const auto* name :
       {"shop_1001.lua", "shop_1001.sql", "shop_1002.sql", "words.sql", "other_1.sql"}) {
    folder.put(name);
  }
  const auto findings = design::open(folder.path()).findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().rule == "unread_sql");
  CHECK(findings.front().severity == Severity::warning);
  CHECK(files::file_name(findings.front().where.file) == "shop_1002.sql");
}

TEST_CASE("what is no text is refused with its byte") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"\xFF\xFE-\0", "is UTF-16"},
      {"-- a\xFF", "is not valid UTF-8 at byte 4"},
      {std::string("-- a\0b", 6), "holds a NUL at byte 4"},
  };
  for (const auto& [text, expected] : table) {
    const Folder folder;
    folder.put("shop_1.lua", text);
    CHECK(refusal(folder).find(expected) != std::string::npos);
  }
}

TEST_CASE("two designs, links that lead out and folders are refused") {
  const Folder two;
  two.put("shop_1.lua");
  two.put("bank_2.lua");
  CHECK(refusal(two).find("holds two designs") != std::string::npos);
  const Folder link;
  std::filesystem::create_symlink("/etc/hostname", link.path() + "/shop_1.lua");
  CHECK(refusal(link).find("is a link out of its folder") != std::string::npos);
  const Folder inside;
  std::filesystem::create_directory(inside.path() + "/shop_1.lua");
  CHECK(refusal(inside).find("is not a regular file") != std::string::npos);
}

TEST_CASE("a FIFO or device is refused at once, and a link to one too") {
  for (const bool linked : {false, true}) {
    const Folder folder;
    const std::string pipe = folder.path() + (linked ? "/pipe" : "/shop_1.lua");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    if (linked) {
      std::filesystem::create_symlink(pipe, folder.path() + "/shop_1.lua");
    }
    CHECK(refusal(folder).find("is not a regular file") != std::string::npos);
  }
  const Folder endless;
  std::filesystem::create_symlink("/dev/zero", endless.path() + "/shop_1.lua");
  CHECK(refusal(endless).find("is a link out of its folder") != std::string::npos);
}

TEST_CASE("what runs is what was hashed, whatever takes the file's place") {
  const Folder folder;
  folder.put("shop_1.lua", "-- x\n-- Title\nreturn { forward = {} }\n");
  const Design design = design::open(folder.path());
  std::filesystem::remove(folder.path() + "/shop_1.lua");
  std::filesystem::create_symlink("/etc/hostname", folder.path() + "/shop_1.lua");
  const Migration& migration = design.migrations.at(0);
  CHECK(migration.text == "-- x\n-- Title\nreturn { forward = {} }\n");
  CHECK(migration.checksum == seal::sha256(migration.text));
}

TEST_CASE("the next file keeps the folder's step, digits and line ends") {
  const Folder folder;
  folder.put("shop_0010.lua");
  folder.put("shop_0020.lua", "-- x\r\n-- y\r\nreturn { forward = { } }\r\n");
  const Design design = design::open(folder.path());
  const std::string path = design::create(design, "Adds\na thing");
  CHECK(files::file_name(path) == "shop_0030.lua");
  const std::string text = files::read(path);
  CHECK(text.rfind("-- shop_0030.lua\r\n-- Adds a thing\r\n", 0) == 0);
  CHECK(text.find("forward = {\r\n") != std::string::npos);
  CHECK_THROWS_AS(design::create(design, "again"), Error);
}

TEST_CASE("a folder of time stamps gets a time stamp") {
  const Folder folder;
  folder.put("shop_20200101000000.lua");
  const std::string path = design::create(design::open(folder.path()), "Next");
  CHECK(files::file_name(path) > "shop_2026");
  CHECK(files::file_name(path).size() == std::string("shop_20200101000000.lua").size());
}

TEST_CASE("helium.sum tells what changed, came and went") {
  const Folder folder;
  folder.put("shop_1.lua");
  folder.put("shop_2.lua");
  design::write_sum(design::open(folder.path()));
  CHECK(design::check_sum(design::open(folder.path())).empty());
  folder.put("shop_1.lua", "-- changed\n");
  folder.put("shop_3.lua");
  std::filesystem::remove(folder.path() + "/shop_2.lua");
  std::vector<std::string> rules;
  for (const auto& finding : design::check_sum(design::open(folder.path()))) {
    rules.push_back(finding.rule);
  }
  CHECK(rules == std::vector<std::string>{"sum_changed", "sum_missing", "sum_extra"});
}

TEST_CASE("renumbered files stand above all others and name each other rightly") {
  const Folder folder;
  folder.put("shop_1001.lua", "-- shop_1001.lua\nreturn {}\n");
  folder.put("shop_1002.lua", "-- shop_1002.lua\nreturn { requires = { \"shop_1001\" } }\n");
  folder.put("shop_1003.lua", "-- shop_1003.lua\nreturn {}\n");
  const auto renamed = design::renumber(design::open(folder.path()), {1001, 1002});
  REQUIRE(renamed.size() == 2);
  CHECK(files::file_name(renamed[1].to) == "shop_1005.lua");
  CHECK(files::read(renamed[1].to) ==
        "-- shop_1005.lua\nreturn { requires = { \"shop_1004\" } }\n");
  CHECK(files::list(folder.path()) ==
        std::vector<std::string>{"shop_1003.lua", "shop_1004.lua", "shop_1005.lua"});
}

TEST_CASE("a file that stays and requires a renumbered one follows it") {
  const Folder folder;
  folder.put("shop_1.lua", "-- shop_1.lua\nreturn {}\n");
  folder.put("shop_2.lua", "-- after shop_1\nreturn { requires = { \"shop_1\", \"shop_3\" } }\n");
  folder.put("shop_3.lua", "-- shop_3.lua\nlocal one = 'shop_1'\nreturn { requires = { one } }\n");
  CHECK_THROWS_AS(design::renumber(design::open(folder.path()), {1}, {2, 3}), Error);
  CHECK(files::list(folder.path()) ==
        std::vector<std::string>{"shop_1.lua", "shop_2.lua", "shop_3.lua"});
  const auto renamed = design::renumber(design::open(folder.path()), {1}, {2});
  REQUIRE(renamed.size() == 2);
  CHECK(renamed[1].from == renamed[1].to);
  CHECK(files::read(renamed[1].to) ==
        "-- after shop_1\nreturn { requires = { \"shop_4\", \"shop_3\" } }\n");
}

TEST_CASE("a folder is known at a glance until anything in it changes") {
  Folder folder;
  Folder cache;
  folder.put("shop_1.lua");
  folder.put("shop_2.lua");
  auto age = std::chrono::seconds(0);
  const auto look = [&] {
    return design::glance(folder.path(), cache.path(), std::chrono::system_clock::now() + age);
  };
  const auto remember = [&] {
    design::remember(look(), design::open(folder.path()), cache.path());
  };
  // Times have a grain: what changed just now may change again without a trace.
  remember();
  CHECK(look().design.empty());
  age = std::chrono::seconds(3);
  remember();
  const design::Glance seen = look();
  REQUIRE(seen.design == "shop");
  CHECK(design::glance(folder.path(), {}).facts_digest.empty());  // nowhere to keep it

  std::string lines;
  for (const Migration& migration : design::open(folder.path()).migrations) {
    lines += std::to_string(migration.number) + " " + migration.checksum + "\n";
  }
  CHECK(design::held(seen, lines));
  CHECK_FALSE(design::held(seen, lines + lines));
  CHECK_FALSE(design::held(seen, ""));
  CHECK_FALSE(design::held(design::Glance(), ""));

  const std::string file = folder.path() + "/shop_2.lua";
  const auto modified = std::filesystem::last_write_time(file);
  SECTION("a file of the same size whose time was set back") {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the system's own grain
    folder.put("shop_2.lua", "-- y\n-- Title\nreturn {}\n");
    std::filesystem::last_write_time(file, modified);
    CHECK(look().design.empty());
  }
  SECTION("a new file that is no migration") {
    folder.put("notes.txt", "x");
    CHECK(look().design.empty());
  }
  SECTION("a file fewer") {
    std::filesystem::remove(file);
    CHECK(look().design.empty());
  }
  SECTION("a link, whose end may change without it") {
    std::filesystem::create_symlink("shop_1.lua", folder.path() + "/shop_3.lua");
    remember();
    CHECK(look().design.empty());
  }
  SECTION("what was remembered is cut off") {
    for (const auto& entry : std::filesystem::directory_iterator(cache.path())) {
      std::filesystem::resize_file(entry.path(), 20);
    }
    CHECK(look().design.empty());
  }
  SECTION("a folder with findings") {
    folder.put("shop_0002.lua");
    remember();
    CHECK(look().design.empty());
  }
}
