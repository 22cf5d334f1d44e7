// The servers of a live test run, and a fresh place on each of them.
//
// tools/servers starts them (CTest's fixture `servers` calls it) and leaves a file of KEY=VALUE
// lines; `servers()` reads it. A test walks the list, so one table of tests covers every dialect:
//
//   TEST_CASE("A value with a quote arrives unchanged") {
//     for (const auto& server : test::servers()) {
//       DYNAMIC_SECTION(server.dialect) {
//         const test::TempSchema place(server);
//         auto session = place.open();
//
// A server that is missing is said on stderr and left out. With CI=true it fails the test instead,
// but for MySQL, which can only be had where Debian unstable can be installed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "helium/target.h"
#include "session/session.h"

namespace helium::test {

/// One server that answers now.
struct LiveServer {
  std::string dialect;  ///< postgresql, mysql, mariadb, sqlite, db2
  std::string url;      ///< all rights, no password needed where the engine allows that (socket)
  std::string tcp_url;  ///< over 127.0.0.1, user with a difficult password; empty for sqlite
};

/// The servers of this run, in the order of dialect_names. SQLite is always among them.
/// HELIUM_TEST_DIALECTS (comma separated) narrows the list. Throws in CI when one is missing.
[[nodiscard]] const std::vector<LiveServer>& servers();

/// The servers of the given dialects only, in the same order.
[[nodiscard]] std::vector<LiveServer> servers(std::initializer_list<std::string_view> dialects);

/// A line of the file that tools/servers wrote, e.g. "HELIUM_TEST_CA"; the process environment
/// wins; "" when neither has it.
[[nodiscard]] std::string setting(std::string_view key);

/// A fresh, empty schema (MySQL, MariaDB: database; SQLite: file) with a name of its own, dropped
/// with all its contents at the end.
class TempSchema {
 public:
  explicit TempSchema(const LiveServer& server);
  ~TempSchema();
  TempSchema(const TempSchema&) = delete;
  TempSchema& operator=(const TempSchema&) = delete;

  [[nodiscard]] const LiveServer& server() const noexcept { return server_; }
  /// The schema's name as the catalog spells it; "main" on SQLite.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// For `--url`. MySQL, MariaDB and SQLite: it leads into the place already.
  [[nodiscard]] const std::string& url() const noexcept { return url_; }
  /// For `--schema`: empty where the URL says it all.
  [[nodiscard]] const std::string& schema() const noexcept { return schema_; }
  /// A target for this place with short timeouts and no designs.
  [[nodiscard]] Target target() const;
  /// One more connection into this place.
  [[nodiscard]] std::unique_ptr<session::Session> open(const session::Options& options = {}) const;

 private:
  LiveServer server_;
  std::string name_;
  std::string url_;
  std::string schema_;
  std::string folder_;
};

/// Runs one statement by itself, outside a transaction; throws std::runtime_error with the server's
/// words when it fails. For the preparation and inspection that tests do.
void run(session::Session& session, const std::string& text);

/// The first column of the first row as text; "" for NULL or no row.
[[nodiscard]] std::string value(session::Session& session, const std::string& question);

}  // namespace helium::test
