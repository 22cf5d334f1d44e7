#include "support/servers.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

#include "base/text.h"
#include "helium/dialect.h"
#include "support/places.h"
#include "target/target.h"

namespace helium::test {
namespace {

using Lines = std::map<std::string, std::string, std::less<>>;

// What tools/servers wrote. Every line that the environment lacks is put there: unixODBC and the
// program itself, started by stories, read it.
const Lines& lines() {
  static const Lines read = [] {
    const char* place = std::getenv("HELIUM_TEST_SERVERS");
    std::ifstream file(place != nullptr ? std::string(place) : servers_file());
    Lines found;
    for (std::string line; std::getline(file, line);) {
      const auto equals = line.find('=');
      if (equals != std::string::npos) {
        found[line.substr(0, equals)] = line.substr(equals + 1);
        ::setenv(line.substr(0, equals).c_str(), line.substr(equals + 1).c_str(), 0);
      }
    }
    return found;
  }();
  return read;
}

bool wanted(std::string_view dialect) {
  const std::string only = "," + setting("HELIUM_TEST_DIALECTS") + ",";
  return only == ",," || only.find("," + std::string(dialect) + ",") != std::string::npos;
}

std::string key_of(std::string_view dialect) {
  std::string key = "HELIUM_TEST_";
  for (const char letter : dialect) {
    key += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
  }
  return key;
}

// A missing server is never silent: said once, and a failure in CI (but for MySQL).
void tell_missing(const std::string& dialect) {
  if (setting("HELIUM_TEST_LEFT_OUT") == dialect) {
    return;
  }
  std::string reason = setting("HELIUM_TEST_MISSING_" + key_of(dialect).substr(12));
  if (reason.empty()) {
    reason = "tools/servers did not start it";
  }
  const std::string words = "NOT RUN: tests on " + dialect + ": " + reason;
  if (setting("CI") == "true" && dialect != "mysql") {
    throw std::runtime_error(words);
  }
  std::cerr << words << "\n";
}

std::vector<LiveServer> find_servers() {
  std::vector<LiveServer> found;
  for (const std::string_view name : dialect_names) {
    const std::string dialect(name);
    if (!wanted(dialect)) {
      continue;
    }
    if (dialect == "sqlite") {
      found.push_back({dialect, "sqlite::memory:", ""});
      continue;
    }
    const std::string url = setting(key_of(dialect) + "_URL");
    if (url.empty()) {
      tell_missing(dialect);
      continue;
    }
    found.push_back({dialect, url, setting(key_of(dialect) + "_TCP_URL")});
  }
  return found;
}

std::string fresh_name() {
  static int count = 0;
  return "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

// The same URL with another database.
std::string with_database(const std::string& url, const std::string& database) {
  const auto query = std::min(url.find('?'), url.size());
  const auto slash = url.rfind('/', query);
  return url.substr(0, slash + 1) + database + url.substr(query);
}

std::unique_ptr<session::Session> open_server(const LiveServer& server) {
  Target target;
  target.url = target::parse_url(server.url);
  return session::open(target, {});
}

// Derby drops only empty schemas: what others depend on goes first.
void drop_derby_schema(session::Session& session, const std::string& schema) {
  std::ifstream questions(test::source_folder() + "/tests/db2/drop_schema.sql");
  for (std::string question; std::getline(questions, question);) {
    for (const auto& row : session.ask({base::replaced(question, "%SCHEMA%", schema), {}}).rows) {
      run(session, row.at(0).value_or(""));
    }
  }
}

}  // namespace

std::string setting(std::string_view key) {
  const auto& known = lines();
  if (const char* value = std::getenv(std::string(key).c_str())) {
    return value;
  }
  const auto found = known.find(key);
  return found == known.end() ? "" : found->second;
}

const std::vector<LiveServer>& servers() {
  static const std::vector<LiveServer> all = find_servers();
  return all;
}

std::vector<LiveServer> servers(std::initializer_list<std::string_view> dialects) {
  std::vector<LiveServer> some;
  for (const LiveServer& server : servers()) {
    if (std::find(dialects.begin(), dialects.end(), server.dialect) != dialects.end()) {
      some.push_back(server);
    }
  }
  return some;
}

TempSchema::TempSchema(const LiveServer& server) : server_(server), name_(fresh_name()) {
  if (server.dialect == "sqlite") {
    std::string folder = "/tmp/helium_XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
      throw std::runtime_error("no temp folder");
    }
    folder_ = folder;
    name_ = "main";
    url_ = "sqlite:" + folder_ + "/test.db";
    return;
  }
  url_ = server.url;
  if (server.dialect == "postgresql") {
    schema_ = name_;
    run(*open_server(server), "CREATE SCHEMA " + name_);
  } else if (server.dialect == "db2") {
    name_ = base::upper(name_);
    schema_ = name_;
    run(*open_server(server), "CREATE SCHEMA " + name_);
  } else {
    url_ = with_database(server.url, name_);
    run(*open_server(server), "CREATE DATABASE " + name_);
  }
}

TempSchema::~TempSchema() {
  try {
    if (!folder_.empty()) {
      std::filesystem::remove_all(folder_);
    } else if (server_.dialect == "postgresql") {
      run(*open_server(server_), "DROP SCHEMA IF EXISTS " + name_ + " CASCADE");
    } else if (server_.dialect == "db2") {
      drop_derby_schema(*open_server(server_), name_);
    } else {
      run(*open_server(server_), "DROP DATABASE IF EXISTS " + name_);
    }
  } catch (const std::exception& error) {
    std::cerr << "left behind: " << name_ << " on " << server_.dialect << ": " << error.what()
              << "\n";
  }
}

Target TempSchema::target() const {
  Target target;
  target.url = target::parse_url(url_);
  target.schema = schema_;
  target.lock_timeout = std::chrono::milliseconds(1000);
  target.runner_timeout = std::chrono::milliseconds(10000);
  return target;
}

std::unique_ptr<session::Session> TempSchema::open(const session::Options& options) const {
  session::Options made = options;
  made.create = true;
  return session::open(target(), made);
}

void run(session::Session& session, const std::string& text) {
  session::Unit unit;
  unit.statements.resize(1);
  unit.statements[0].text = text;
  const auto outcomes = session.execute({&unit, 1});
  const session::UnitOutcome& outcome = outcomes.at(0);
  if (outcome.state == session::UnitOutcome::State::done) {
    return;
  }
  const session::Outcome* failure = outcome.failure();
  const auto& error = failure != nullptr ? failure->error : outcome.error;
  throw std::runtime_error(text + ": " + (error ? error->message : "not run"));
}

std::string value(session::Session& session, const std::string& question) {
  const session::Rows rows = session.ask({question, {}});
  if (rows.rows.empty() || rows.rows[0].empty()) {
    return "";
  }
  // A number cast to text comes with the blanks of its column on Db2.
  return std::string(base::trimmed(rows.rows[0][0].value_or("")));
}

}  // namespace helium::test
