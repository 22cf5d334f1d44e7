// create, drop and waiting for a server.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <thread>

#include "base/text.h"
#include "facade/inside.h"
#include "files/files.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium {
namespace {

// The files that belong to one SQLite database.
constexpr const char* sqlite_companions[] = {"", "-wal", "-shm", "-journal"};

std::string create_file(facade::Work& work) {
  const std::string& path = work.target().url.database;
  if (files::exists(path)) {
    return "database " + path + " exists already";
  }
  files::write(path, "");
  return "created the empty database " + path;
}

// A folder, a link (its file and that file's companions would stay) or a file of another kind is
// never removed for a database.
void refuse_other_file(const std::string& path) {
  constexpr std::string_view magic("SQLite format 3\0", 16);
  std::error_code unseen;
  if (std::filesystem::is_symlink(path, unseen)) {
    throw Error(Fault::config, path + " is a link, not a database file")
        .hinting("give the path of the file itself: helium drop removes no link");
  }
  if (files::is_folder(path)) {
    throw Error(Fault::config, path + " is a folder, not a database file");
  }
  std::ifstream file(path, std::ios::binary);
  std::string begin(magic.size(), '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(file.gcount()));
  if (!begin.empty() && begin != magic) {
    throw Error(Fault::design, path + " is not a SQLite database").hinting("nothing was removed");
  }
}

std::string drop_file(facade::Work& work) {
  const std::string& path = work.target().url.database;
  if (!files::exists(path)) {
    return "database " + path + " does not exist";
  }
  refuse_other_file(path);
  for (const char* companion : sqlite_companions) {
    std::error_code error;
    std::filesystem::remove(path + companion, error);
    if (error) {
      throw Error(Fault::write, "cannot remove " + path + companion + ": " + error.message());
    }
  }
  return "dropped the database " + path;
}

// What the server refuses to a user, in the words in which it is granted.
std::string missing_right(facade::Work& work, const std::string& text_key,
                          const std::string& name) {
  const bool creates = text_key.rfind("create", 0) == 0;
  const std::string object = base::printable(name);
  if (work.dialect().name != "postgresql") {
    return (creates ? "CREATE on " : "DROP on ") + object;
  }
  return text_key == "create_database" ? "CREATEDB"
         : creates ? "CREATE on the database " + base::printable(work.target().url.database)
                   : "to own " + object;
}

bool is_denied(const session::ServerError& refusal) {
  constexpr std::int64_t mysql_denied = 1044;  // ER_DBACCESS_DENIED_ERROR
  return refusal.sqlstate == "42501" || refusal.native_code == mysql_denied;
}

void run_one(facade::Work& work, const std::string& text_key, const std::string& name) {
  const auto& texts = work.dialect().catalog;
  const auto found = texts.find(text_key);
  if (found == texts.end()) {
    throw Error(Fault::unsupported, work.dialect().name + " cannot " + text_key + " by SQL")
        .hinting("use the server's own tools");
  }
  session::Unit unit;
  Statement statement;
  // Not expanded like a macro: a name may look like one.
  statement.text =
      base::replaced(found->second, "${NAME}", sql::quote_identifier(name, work.dialect().lexicon));
  statement.origin = Origin::helium;
  statement.shape.kind = Shape::Kind::ddl;
  statement.shape.outside = true;
  unit.statements.push_back(statement);
  const auto outcomes = work.session().execute({&unit, 1});
  if (const auto* failure = outcomes.front().failure(); failure != nullptr) {
    Error error(Fault::database, failure->error ? failure->error->message : "no answer");
    if (failure->error && is_denied(*failure->error)) {
      error = error.hinting("it needs the right " + missing_right(work, text_key, name));
    }
    throw error.running(statement.text);
  }
}

bool exists(facade::Work& work, const std::string& text_key, const std::string& name) {
  const auto& texts = work.dialect().catalog;
  const auto found = texts.find(text_key);
  return found != texts.end() && !work.session().ask({found->second, {name}}).rows.empty();
}

// Of MySQL and MariaDB a schema is a database. Elsewhere one lies in a database, whose name it may
// well have.
bool names_schema(const Target& target) {
  const bool is_database = target.url.scheme == "mysql" || target.url.scheme == "mariadb";
  return !target.schema.empty() && !(is_database && target.schema == target.url.database);
}

// Databases first, then the schema in it: each is asked for before it is made or removed.
std::string create_on_server(facade::Work& work) {
  const Target& target = work.target();
  std::string done;
  work.connect({.administrative = true});
  // A dialect that does not tell of databases is in one already.
  const bool tells = work.dialect().catalog.count("database_exists") != 0;
  if (tells && !target.url.database.empty() &&
      !exists(work, "database_exists", target.url.database)) {
    run_one(work, "create_database", target.url.database);
    done = "created the database " + target.url.database;
  }
  if (!names_schema(target)) {
    return done.empty() ? "database " + target.url.database + " exists already" : done;
  }
  Target without_schema = target;
  without_schema.schema.clear();
  facade::Work inner(without_schema, work.observer(), work.stop());
  inner.connect({});
  if (exists(inner, "schema_exists", target.schema)) {
    return done.empty() ? "schema " + target.schema + " exists already" : done;
  }
  run_one(inner, "create_schema", target.schema);
  return (done.empty() ? "" : done + "; ") + "created the schema " + target.schema;
}

std::string drop_on_server(facade::Work& work) {
  const Target& target = work.target();
  if (names_schema(target)) {
    Target without_schema = target;
    without_schema.schema.clear();
    facade::Work inner(without_schema, work.observer(), work.stop());
    inner.connect({});
    if (!exists(inner, "schema_exists", target.schema)) {
      return "schema " + target.schema + " does not exist";
    }
    run_one(inner, "drop_schema", target.schema);
    return "dropped the schema " + target.schema;
  }
  work.connect({.administrative = true});
  if (!exists(work, "database_exists", target.url.database)) {
    return "database " + target.url.database + " does not exist";
  }
  run_one(work, "drop_database", target.url.database);
  return "dropped the database " + target.url.database;
}

}  // namespace

std::string Engine::create() {
  const auto work = inside_->begin();
  return inside_->target.url.scheme == "sqlite" ? create_file(*work) : create_on_server(*work);
}

std::string Engine::drop() {
  const auto work = inside_->begin();
  return inside_->target.url.scheme == "sqlite" ? drop_file(*work) : drop_on_server(*work);
}

void Engine::wait_for_server(std::chrono::milliseconds limit) {
  constexpr std::chrono::milliseconds pause{200};
  if (inside_->target.url.scheme == "sqlite") {
    return;
  }
  const auto until = std::chrono::steady_clock::now() + limit;
  for (;;) {
    try {
      inside_->begin()->connect({.administrative = true});
      return;
    } catch (const Error& error) {
      const bool over = std::chrono::steady_clock::now() + pause > until;
      if (error.fault() != Fault::connection || over || inside_->stop.stopped()) {
        throw;
      }
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace helium
