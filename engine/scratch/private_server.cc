#include "scratch/private_server.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/text.h"
#include "helium/error.h"
#include "session/session.h"

namespace helium::scratch {
namespace {

namespace fs = std::filesystem;

// Folders of programs, the newest version last.
std::vector<fs::path> folders_of_postgresql() {
  std::vector<std::pair<int, fs::path>> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.empty() && name.size() < 4 && name.find_first_not_of("0123456789") == name.npos) {
      found.emplace_back(std::stoi(name), entry.path() / "bin");
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<fs::path> folders = {"/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin"};
  for (const auto& [number, folder] : found) {
    folders.push_back(folder);
  }
  return folders;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The end of a log, as one line.
std::string last_words(const fs::path& log) {
  constexpr std::size_t enough = 300;
  const std::string text = read(log);
  const std::string_view end =
      base::trimmed(std::string_view(text).substr(text.size() - std::min(text.size(), enough)));
  return base::printable(base::replaced(std::string(end), "\n", " | "));
}

void run(const std::vector<std::string>& words, const std::string& folder) {
  const std::string log = (fs::path(folder) / "setup.log").string();
  if (Process(words, folder, log, SIGKILL).wait() != 0) {
    throw Error(Fault::connection, words.front() + " failed: " + last_words(log));
  }
}

std::string version_of(const std::string& program) {
  const OwnFolder folder;
  const std::string log = (fs::path(folder.path()) / "version").string();
  if (Process({program, "--version"}, "/", log, SIGKILL).wait() != 0) {
    return {};
  }
  std::string word = read(log);
  for (char& letter : word) {
    const bool plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                       (letter >= 'A' && letter <= 'Z') || letter == '.';
    letter = plain ? letter : '-';
  }
  constexpr std::size_t enough = 80;
  return word.substr(0, enough);
}

void own(const fs::path& path) {
  if (geteuid() != 0) {
    return;
  }
  const Person whose = person();
  const auto give = [&](const fs::path& one) {
    if (lchown(one.c_str(), whose.user, whose.group) != 0) {
      throw Error(Fault::write, one.string() + " cannot be given to the server's user");
    }
  };
  give(path);
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    give(entry.path());
  }
}

std::vector<std::string> setup_of(const std::string& dialect, const Programs& programs,
                                  const std::string& data) {
  if (dialect == "postgresql") {
    return {programs.setup,     "-D",       data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync"};
  }
  return {programs.setup,
          "--no-defaults",
          "--datadir=" + data,
          "--auth-root-authentication-method=normal",
          "--skip-test-db",
          "--innodb-flush-method=nosync",
          "--innodb-log-file-size=8M"};
}

std::vector<std::string> server_of(const std::string& dialect, const Programs& programs,
                                   const std::string& folder) {
  const std::string data = folder + "/data";
  if (dialect == "postgresql") {
    return {programs.server,
            "-D",
            data,
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_directories=" + folder,
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "autovacuum=off",
            "-c",
            "shared_buffers=32MB"};
  }
  return {programs.server,
          "--no-defaults",
          "--datadir=" + data,
          "--socket=" + folder + "/s",
          "--pid-file=" + folder + "/pid",
          "--tmpdir=" + folder,
          "--skip-networking",
          "--sql-mode=NO_ENGINE_SUBSTITUTION",  // GRANT makes whom nobody made here
          "--skip-log-bin",
          "--character-set-server=utf8mb4",
          "--collation-server=utf8mb4_general_ci",
          "--innodb-log-file-size=8M",
          "--innodb-buffer-pool-size=64M",
          "--innodb-flush-method=nosync",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0"};
}

Url url_of(const std::string& dialect, const std::string& folder) {
  Url url;
  url.scheme = dialect;
  if (dialect == "postgresql") {
    url.user = "postgres";
    url.database = "postgres";
    url.parameters["host"] = folder;
  } else {
    url.user = "root";
    url.host = "localhost";
    url.database = "mysql";
    url.parameters["socket"] = folder + "/s";
  }
  return url;
}

}  // namespace

std::optional<Programs> programs(const std::string& dialect) {
  const bool postgresql = dialect == "postgresql";
  if (!postgresql && dialect != "mariadb") {
    return std::nullopt;
  }
  std::vector<fs::path> folders = {"/usr/local/bin", "/usr/bin", "/usr/local/sbin", "/usr/sbin"};
  if (postgresql) {
    folders = folders_of_postgresql();
  }
  Programs found;
  for (const fs::path& folder : folders) {
    const fs::path server = folder / (postgresql ? "postgres" : "mariadbd");
    const fs::path setup = folder / (postgresql ? "initdb" : "mariadb-install-db");
    found.server = fs::exists(server) ? server.string() : found.server;
    found.setup = fs::exists(setup) ? setup.string() : found.setup;
  }
  if (found.server.empty() || found.setup.empty()) {
    return std::nullopt;
  }
  found.version = version_of(found.server);
  return found;
}

PrivateServer::PrivateServer(const std::string& dialect, const Programs& programs,
                             const std::string& cache) {
  const std::string kept =
      cache.empty() ? "" : (fs::path(cache) / "servers" / programs.version).string();
  own(folder_.path());
  prepare(dialect, programs, kept);
  start(dialect, programs);
}

// An empty data folder: copied from the cache, or made, and then kept there.
void PrivateServer::prepare(const std::string& dialect, const Programs& programs,
                            const std::string& kept) {
  const fs::path data = fs::path(folder_.path()) / "data";
  if (!kept.empty() && fs::exists(kept)) {
    fs::copy(kept, data, fs::copy_options::recursive);
    fs::permissions(data, fs::perms::owner_all);
    own(data);
    return;
  }
  run(setup_of(dialect, programs, data.string()), folder_.path());
  if (kept.empty()) {
    return;
  }
  // Others may be doing the same: whoever comes first keeps its copy.
  const std::string partial = kept + "." + fs::path(folder_.path()).filename().string();
  try {
    fs::create_directories(fs::path(kept).parent_path());
    fs::copy(data, partial, fs::copy_options::recursive);
    fs::rename(partial, kept);
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    fs::remove_all(partial, ignored);
    base::log_info(std::string("the prepared data folder is not kept: ") + error.what());
  }
}

void PrivateServer::start(const std::string& dialect, const Programs& programs) {
  const std::string log = folder_.path() + "/server.log";
  // PostgreSQL's way to stop at once and leave no shared memory behind; MariaDB has none.
  const int end = dialect == "postgresql" ? SIGQUIT : SIGKILL;
  process_.emplace(server_of(dialect, programs, folder_.path()), folder_.path(), log, end);
  folder_.holds(process_->id());
  url_ = url_of(dialect, folder_.path());
  Target target;
  target.url = url_;
  constexpr std::chrono::seconds patience{60};
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    try {
      (void)session::open(target, {.administrative = true});
      return;
    } catch (const Error&) {
      if (!process_->runs() || std::chrono::steady_clock::now() > until) {
        throw Error(Fault::connection,
                    "a " + dialect + " server of our own did not come up: " + last_words(log));
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace helium::scratch
