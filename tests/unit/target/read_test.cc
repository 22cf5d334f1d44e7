#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "files/files.h"
#include "helium/error.h"
#include "target/designs.h"
#include "target/target.h"

namespace helium {
namespace {

// A folder with a helium.toml, gone at the end.
class Project {
 public:
  explicit Project(const std::string& toml) {
    char name[] = "/tmp/helium_target_XXXXXX";
    folder_ = mkdtemp(name);
    files::write(file(), toml);
  }
  ~Project() { std::filesystem::remove_all(folder_); }
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  [[nodiscard]] std::string file() const { return folder_ + "/helium.toml"; }
  [[nodiscard]] std::string in(const std::string& name) const { return folder_ + "/" + name; }
  [[nodiscard]] Target read(target::Flags flags = {},
                            std::map<std::string, std::string> variables = {}) const {
    flags.config = file();
    const auto getenv = [&](const char* name) -> const char* {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    };
    return target::read(flags, getenv).target;
  }

 private:
  std::string folder_;
};

const std::string full = R"(url = "sqlite:shop.db"
designs = ["migrations/shop"]
[limits]
lock_timeout = "7s"
[lua]
memory = "64MB"
[macros]
SHOP = "corner"
[environments.production]
url = "postgresql://deploy@db/shop"
limits.lock_timeout = "500ms"
)";

TEST_CASE("A design is added to a helium.toml where its designs stand, and nothing else changes") {
  const auto with = [](const std::string& text) {
    const Project project(text);
    std::string made = target::with_design(project.file(), "m/crm");
    const Project again(made);  // it can be read
    CHECK(again.read().designs.back() == again.in("m/crm"));
    return made;
  };
  CHECK(with("designs = [\"a\"] # \u00e4\n") == "designs = [\"a\", \"m/crm\"] # \u00e4\n");
  CHECK(with("designs = [\n  \"\u00e4]\",\n  'b', # last\n]\n") ==
        "designs = [\n  \"\u00e4]\",\n  'b', \"m/crm\", # last\n]\n");
  CHECK(with("designs = [] # none\n[lua]\n") == "designs = [\"m/crm\"] # none\n[lua]\n");
  CHECK(with("[lua]\nmemory = \"64MB\"\n") == "designs = [\"m/crm\"]\n[lua]\nmemory = \"64MB\"\n");
  CHECK_THROWS_AS(with("designs = [\"m/crm\"]\n"), Error);
  CHECK_THROWS_AS(with("designs = [\n"), Error);
}

TEST_CASE("A file that toml++ would end the process for is refused") {
  const Project project("[[`]]");
  try {
    (void)project.read();
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    CHECK(error.message().find("the file is not valid TOML") == 0);
  }
}

TEST_CASE("Paths in the file are relative to the file") {
  const Project project(full);
  const Target target = project.read();
  CHECK(target.url.database == project.in("shop.db"));
  CHECK(target.designs == std::vector<std::string>{project.in("migrations/shop")});
  CHECK(target.lock_timeout == std::chrono::seconds(7));
  CHECK(target.lua.memory_bytes == 64ULL << 20);
  CHECK(target.macros.at("SHOP") == "corner");
}

TEST_CASE("Flag wins over environment, environment over file") {
  const Project project(full);
  target::Flags production;
  production.environment = "production";
  CHECK(project.read(production).url.host == "db");
  CHECK(project.read(production).lock_timeout == std::chrono::milliseconds(500));
  CHECK(project.read({}, {{"DATABASE_URL", "mysql://h1/a"}}).url.host == "h1");
  target::Flags flags;
  flags.url = "mysql://h2/a";
  flags.designs = {"other"};
  const Target target = project.read(flags, {{"DATABASE_URL", "mysql://h1/a"}});
  CHECK(target.url.host == "h2");
  CHECK(target.designs == std::vector<std::string>{"other"});
}

TEST_CASE("A wrong file is refused at its line with the nearest name") {
  const auto [toml, line, hint] = GENERATE(table<std::string, std::uint32_t, std::string>({
      {"url = \"sqlite:a\"\ndesign = [\"x\"]\n", 2, "did you mean designs?"},
      {"[limits]\nlock_timout = \"1s\"\n", 2, "did you mean limits.lock_timeout?"},
      {"[limits]\nlock_timeout = \"soon\"\n", 2, "write 500ms, 20s, 5m, 1h or 30d"},
      {"schema = 7\n", 1, ""},
      {"url = \n", 1, ""},
  }));
  CAPTURE(toml);
  const Project project(toml);
  try {
    (void)project.read();
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    CHECK(error.where().line == line);
    CHECK(error.hint() == hint);
  }
}

TEST_CASE("A wrong line is shown as far as its name, for its value may be a secret") {
  const auto [toml, shown] = GENERATE(table<std::string, std::string>({
      {"ur = \"postgresql:u:s3cret@h/d\"\n", "ur = ***"},
      {"pasword = \"s3cret\"\n", "pasword = ***"},
      {"password = \"s3cret\"\n", "password = ***"},
      {"url = [\"postgresql:u:s3cret@h/d\"]\n", "url = ***"},
      {"url = \"postgres//u:s3cret@h/d\" x\n", ""},
      {"url = postgresql:u:s3cret@h/d\n", "url = ***"},
      {"designs = [\n  \"u:s3cret=@h/d\" 7\n]\n", ""},
      {"[limits]\nlock_timeout = [\"u:s3cret@h\"]\n", "lock_timeout = ***"},
  }));
  CAPTURE(toml);
  const Project project(toml);
  try {
    (void)project.read();
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.source_line() == shown);
    CHECK(error.message().find("s3cret") == std::string::npos);
  }
}

TEST_CASE("A password is found in its file or in the client's option file") {
  const Project project("url = \"mariadb://u@h/d\"\n");
  files::write(project.in("secret"), "fr0m file\n");
  files::write(project.in(".my.cnf"),
               "[mysqld]\npassword=no\n[client]\npassword = 'fr0m options'\n");
  CHECK(project.read({}, {{"HELIUM_PASSWORD_FILE", project.in("secret")}}).url.password.reveal() ==
        "fr0m file");
  CHECK(project.read({}, {{"HOME", project.in("")}}).url.password.reveal() == "fr0m options");
}

}  // namespace
}  // namespace helium
