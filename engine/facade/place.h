// Throw-away places for whole designs: where they may be made, and each of them.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "facade/work.h"
#include "helium/target.h"
#include "scratch/own_folder.h"
#include "scratch/private_server.h"
#include "scratch/scratch.h"

namespace helium::facade {

/// On which servers places may be made: those that were named for it, else a server of our own
/// where its programs are installed. Servers of our own end with this.
class Grounds {
 public:
  /// `said` are URLs, or "none" for no server of our own.
  Grounds(const std::vector<std::string>& said, const std::string& cache);

  /// The server for a dialect, started when it is first asked for; what killed runs left there is
  /// removed. Nothing when there is none; SQLite needs none.
  [[nodiscard]] std::optional<Url> of(const std::string& dialect);
  /// Whether of() would give one, without starting anything.
  [[nodiscard]] bool has(const std::string& dialect);
  /// Whether it is, or would be, a server of our own.
  [[nodiscard]] bool own(const std::string& dialect) const;
  /// What tells one ground from another: the program's version, or the way to the server.
  [[nodiscard]] std::string name_of(const std::string& dialect);
  /// The dialects of the servers that were named.
  [[nodiscard]] std::vector<std::string> named() const;
  /// Where files that can be made again are kept; may be empty.
  [[nodiscard]] const std::string& cache() const noexcept { return cache_; }

 private:
  const std::optional<scratch::Programs>& programs(const std::string& dialect);

  std::map<std::string, Url> said_;
  bool start_own_ = true;
  std::map<std::string, std::optional<scratch::Programs>> programs_;
  std::map<std::string, std::unique_ptr<scratch::PrivateServer>> own_;
  std::string cache_;
};

/// The dialects of a command that tries something, and why others are not among them.
struct Reach {
  std::vector<std::string> dialects;
  std::vector<std::string> notes;
};
/// Those that were `said`, else the target's and those of the grounds; of `others` those for which
/// there is a place.
[[nodiscard]] Reach reach(const Target& target, const std::vector<std::string>& said,
                          const std::vector<std::string>& others, Grounds& grounds);

/// The error for a dialect without a ground.
[[nodiscard]] Error no_ground(const std::string& dialect);

/// One place: a file of its own, or a schema on a ground. It is removed again, also after its owner
/// was killed: the owner holds a session lock in the schema's name, and the next run removes what
/// nobody holds.
class Place {
 public:
  /// The target's designs, macros and limits, at a new place. `server` is unset for SQLite.
  /// `collation`: of tables that say none; empty: the server's.
  Place(const Target& target, const std::optional<Url>& server, const std::string& collation = {});
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  /// Leads to it.
  [[nodiscard]] const Target& target() const noexcept { return target_; }

 private:
  Target target_;
  std::optional<scratch::OwnFolder> folder_;
  Observer silent_;
  Stop stop_;
  std::unique_ptr<Work> keeper_;  ///< its session holds the lock
  std::unique_ptr<history::Hold> hold_;
};

/// What a scratch is for: PostgreSQL's text alone needs no server, rows do.
enum class Want { schema, rows };

/// An empty scratch, and the place that it stands on where it needs one.
struct Trying {
  std::unique_ptr<Place> place;
  std::unique_ptr<scratch::Scratch> scratch;
};
/// On a ground where there is one, else in memory or by folding. Throws Error(unsupported) where
/// none of these can be.
[[nodiscard]] Trying trying(const Dialect& dialect, Grounds& grounds, Want want,
                            const std::string& collation = {});

/// In words that the target is of another major version than that on which something was tried,
/// which may run there and not here. Nothing for a target of another dialect, or that cannot be
/// asked.
[[nodiscard]] std::string other_version(Target target, const std::string& dialect,
                                        const std::string& version);

}  // namespace helium::facade
