// A MySQL or MariaDB session: multi-statement packets on the connection that SOCI opened.
//
// Statements of a window are joined by newline, semicolon, newline (the newline ends a trailing
// comment) and sent as one packet, with START TRANSACTION and COMMIT around units and SHOW WARNINGS
// behind each statement of the author. The server stops at the first error and runs nothing that
// follows. Answers come back one by one in the same order, so every outcome finds its statement.
#pragma once

#include <mysql.h>
#include <soci/soci.h>

#include <memory>
#include <string>
#include <vector>

#include "session/running.h"
#include "session/session.h"

namespace helium::session {

class MysqlSession final : public Session {
 public:
  /// Opens through SOCI, pins the session and learns about the server.
  MysqlSession(const Target& target, const Options& options);
  ~MysqlSession() override;

  [[nodiscard]] std::vector<UnitOutcome> execute(std::span<const Unit> window) override;
  /// Here a text may be several statements: it is sent as one message, and the rows of all come in
  /// their order. What follows a refused one does not run.
  [[nodiscard]] Rows ask(const Question& question) override;
  void each(const std::string& text, const TakeCells& take) override;
  [[nodiscard]] std::unique_ptr<Session> another() const override;
  [[nodiscard]] Standing standing() const override;
  void cancel() noexcept override;
  [[nodiscard]] const Server& server() const noexcept override { return server_; }

 private:
  friend class MysqlPacket;

  std::vector<std::string> answered(const Question& question, const TakeCells& take);
  [[nodiscard]] Rows answer(const Question& question);
  /// MariaDB: the server's words where the answer that was read last lacks a table of
  /// information_schema, because somebody was changing it; else empty.
  [[nodiscard]] std::string left_out();
  /// The answer that a session without locks gets: it is let wait for such a table, for so long.
  /// Throws Error(busy) with the words `missing` when it lacks one too.
  [[nodiscard]] Rows asked_apart(const std::string& text, const std::string& missing,
                                 std::chrono::milliseconds patience) const;
  [[nodiscard]] std::string with_values(const Question& question) const;
  [[nodiscard]] std::string escaped(const std::string& value) const;
  void learn_server();
  void enter_schema(const Target& target);
  [[nodiscard]] std::optional<ServerError> pin();
  [[nodiscard]] bool wants_pins(const Unit& unit) const;
  [[nodiscard]] std::optional<ServerError> prepare(const Unit& unit);
  void note_setting(const Statement& statement);
  [[nodiscard]] std::optional<ServerError> set_limits(const StatementLimits& limits);
  [[nodiscard]] std::vector<std::string> limit_texts(const StatementLimits& limits) const;

  [[nodiscard]] bool run_window(std::span<const Unit> window, std::span<UnitOutcome> outcomes);
  /// Units that share their limits, in as many packets as they need.
  [[nodiscard]] bool run_packets(std::span<const Unit> units, std::span<UnitOutcome> outcomes,
                                 std::size_t first);

  /// Runs one text of ours; the refusal when the server says no.
  [[nodiscard]] std::optional<ServerError> command(const std::string& text);
  /// The first row of a question of ours in the text protocol; empty when there is none.
  [[nodiscard]] std::vector<std::string> first_row(const std::string& text);
  [[nodiscard]] ServerError last_error();
  void drain() noexcept;
  void roll_back() noexcept;
  [[nodiscard]] bool in_transaction() const noexcept;

  soci::session soci_;
  MYSQL* connection_ = nullptr;
  Target target_;  // a second connection is needed to cancel, and to ask beside
  Options options_;
  Server server_;
  StatementLimits defaults_;
  StatementLimits limits_;          // in force now
  std::uint64_t most_bytes_ = 0;    // of one packet: max_allowed_packet
  std::uint64_t packet_bytes_ = 0;  // a quarter of it
  std::string unpinned_by_;
  bool unpinned_ = false;
  bool lost_ = false;
  Running running_;
};

}  // namespace helium::session
