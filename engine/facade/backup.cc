#include "facade/backup.h"

#include <sys/wait.h>

#include <cstdlib>
#include <vector>

#include "files/files.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

void copy_sqlite(Work& work, const std::string& path) {
  if (files::exists(path)) {
    throw Error(Fault::write, "the backup " + path + " exists already")
        .hinting("give another path");
  }
  session::Unit unit;
  Statement statement;
  statement.text = "VACUUM INTO " + sql::quote_literal(path, work.dialect().lexicon);
  statement.shape.outside = true;
  statement.origin = Origin::helium;
  unit.statements.push_back(statement);
  const auto outcomes = work.session().execute({&unit, 1});
  if (const auto* failure = outcomes.front().failure(); failure != nullptr && failure->error) {
    throw Error(Fault::write, "the backup to " + path + " failed: " + failure->error->message);
  }
}

void run_command(Work& work, const std::string& path) {
  const std::string& command = work.target().backup_command;
  if (command.empty()) {
    throw Error(Fault::config, "no backup command is set for " + work.dialect().name)
        .hinting(
            "set [backup] command in helium.toml; it gets HELIUM_BACKUP_PATH and "
            "HELIUM_BACKUP_URL");
  }
  ::setenv("HELIUM_BACKUP_PATH", path.c_str(), 1);
  ::setenv("HELIUM_BACKUP_URL", work.target().url.shown().c_str(), 1);
  const int status = std::system(command.c_str());
  if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw Error(Fault::write, "the backup command failed; nothing was changed")
        .noting("command: " + command);
  }
}

}  // namespace

void back_up(Work& work, const std::string& path) {
  if (work.dialect().name == "sqlite") {
    copy_sqlite(work, path);
  } else {
    run_command(work, path);
  }
}

}  // namespace helium::facade
