// A PostgreSQL or MariaDB server of our own, where its programs are installed: on a socket in a
// folder that nobody else enters, without syncing, and gone when this is.
#pragma once

#include <optional>
#include <string>

#include "helium/target.h"
#include "scratch/own_folder.h"
#include "scratch/process.h"

namespace helium::scratch {

/// The programs of a server.
struct Programs {
  std::string server;
  std::string setup;    ///< what makes an empty data folder
  std::string version;  ///< as the server program says it
};

/// The newest installed programs of the dialect; nothing when there are none.
[[nodiscard]] std::optional<Programs> programs(const std::string& dialect);

class PrivateServer {
 public:
  /// Starts it and waits until it answers. A prepared data folder is kept in `cache` (empty: not
  /// kept) for each version. Throws Error(connection) with the server's last words.
  PrivateServer(const std::string& dialect, const Programs& programs, const std::string& cache);

  /// The way to it, as its administrator.
  [[nodiscard]] const Url& url() const noexcept { return url_; }

 private:
  void start(const std::string& dialect, const Programs& programs);
  void prepare(const std::string& dialect, const Programs& programs, const std::string& kept);

  OwnFolder folder_;
  std::optional<Process> process_;
  Url url_;
};

}  // namespace helium::scratch
