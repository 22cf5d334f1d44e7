// One multi-statement packet: what is in it, and its answers one by one; see mysql_session.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "session/mysql_session.h"

namespace helium::session {

class MysqlPacket {
 public:
  /// `outcomes` are those of `units`. `first` is the number of the first unit in its window.
  MysqlPacket(MysqlSession& session, std::span<const Unit> units, std::span<UnitOutcome> outcomes,
              std::size_t first);

  /// Adds statements from unit `unit`, statement `statement` on, up to and including the first
  /// barrier, the size limit or the end. Returns where the next packet begins: {units.size(), 0} at
  /// the end.
  struct Place {
    std::size_t unit = 0;
    std::size_t statement = 0;
  };
  [[nodiscard]] Place fill(Place from);
  /// True when nothing may be sent from this place on, and says why in its outcome: a cancel, or a
  /// statement of the unit that is longer than the server takes.
  [[nodiscard]] bool refuses(Place place);
  /// Sends the packet and reads every answer. True when all of it went well.
  [[nodiscard]] bool run();

 private:
  enum class Part { begin, statement, warnings, commit };
  struct Message {
    std::size_t unit = 0;
    Part part = Part::statement;
    std::size_t statement = 0;
  };

  void add(Message message, const std::string& text);
  [[nodiscard]] bool add_statement(Place place);
  [[nodiscard]] std::size_t too_long(const Unit& unit) const;
  [[nodiscard]] bool read_answer(const Message& message);
  [[nodiscard]] bool read_results(const Message& message);
  [[nodiscard]] bool ask_warnings();
  void take_rows(const Message& message, MYSQL_RES* rows);
  void take_warnings(const Message& message, MYSQL_RES* rows);
  [[nodiscard]] bool judge(const Message& message);
  [[nodiscard]] bool answers_apart(const Message& message);
  void refuse(const Message& message, ServerError error);
  void settle_lost(std::size_t from);
  [[nodiscard]] const Statement& statement_of(const Message& message) const;
  [[nodiscard]] Outcome& outcome_of(const Message& message) const;

  MysqlSession& session_;
  std::span<const Unit> units_;
  std::span<UnitOutcome> outcomes_;
  std::size_t first_;
  std::string text_;
  std::vector<Message> messages_;
  bool inside_ = false;   // a transaction was open behind the statement just read
  bool warned_ = false;   // the statement just read has warnings of its own
  bool another_ = false;  // results of the packet are left to read
  std::string left_out_;  // of the last statement's answer: the server's words for the table
};

}  // namespace helium::session
