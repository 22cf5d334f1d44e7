#include "facade/backup.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/percent.h"
#include "base/text.h"
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

// Like std::system, but with no signal blocked: the program reads its signals in a thread of its
// own, and what it starts must not inherit that.
int run_shell(const std::string& command) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  sigset_t broken_pipe = none;
  sigaddset(&broken_pipe, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &broken_pipe);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::string text = command;
  char shell[] = "sh";
  char flag[] = "-c";
  char* const arguments[] = {shell, flag, text.data(), nullptr};
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, "/bin/sh", nullptr, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  int status = -1;
  while (failed == 0 && ::waitpid(child, &status, 0) == -1 && errno == EINTR) {
  }
  return status;
}

// PostgreSQL's clients know TLS by another name than ours; another's command reads its URL itself.
std::string tls_of(const Url& url) {
  constexpr std::array modes = {"", "disable", "prefer", "require", "verify-ca", "verify-full"};
  const std::string mode = modes.at(static_cast<std::size_t>(url.tls));
  return mode.empty() ? mode : (url.scheme == "postgresql" ? "sslmode=" : "tls=") + mode;
}

// The URL as it was given, without its password: a socket's folder and TLS belong to it, or the
// command would save another server, or over another line.
std::string url_without_password(const Url& url) {
  const bool bare = url.host.find(':') == std::string::npos;
  std::string text =
      url.scheme + "://" + base::percent_encoded(url.user) + (url.user.empty() ? "" : "@");
  text += bare ? base::percent_encoded(url.host) : "[" + url.host + "]";
  text += url.port == 0 ? "" : ":" + std::to_string(url.port);
  text += "/" + base::percent_encoded(url.database);
  std::vector<std::string> parts;
  for (const auto& [name, value] : url.parameters) {
    if (name.find("password") == std::string::npos) {
      parts.push_back(base::percent_encoded(name) + "=" + base::percent_encoded(value));
    }
  }
  if (const std::string tls = tls_of(url); !tls.empty()) {
    parts.push_back(tls);
  }
  return text + (parts.empty() ? "" : "?") + base::joined(parts, "&");
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
  ::setenv("HELIUM_BACKUP_URL", url_without_password(work.target().url).c_str(), 1);
  const int status = run_shell(command);
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
