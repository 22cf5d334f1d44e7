// The exact steps and statements that a command would run. Pure data: the same text decides dry
// run, approval by hash, execution and resume.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "helium/finding.h"
#include "helium/ledger.h"
#include "helium/report.h"
#include "helium/section.h"

namespace helium {

/// What the user wants.
struct Goal {
  enum class Verb { up, down, go_to, redo, resume };
  enum class As { unset, done, undone };
  Verb verb = Verb::up;
  std::optional<std::int64_t> to;
  std::optional<std::uint32_t> steps;
  bool all = false;           ///< down --all
  bool out_of_order = false;  ///< up --out-of-order
  bool load_only = false;     ///< up --load-only: Helium folders are loaded, nothing is applied
  As as = As::unset;          ///< resume --as: what a person found out about the statement in doubt
  bool group = false;         ///< up --group: everything in one transaction
  bool undo = false;          ///< resume --undo: take the finished statements back
  bool replay = false;  ///< up --no-checkpoint: an empty target gets every migration by itself
  /// redo that is planned again: what it took down already and still has to bring up.
  std::vector<std::pair<std::string, std::int64_t>> again;
};

struct Step {
  enum class Kind {
    run,     ///< from the first statement
    resume,  ///< from statement `first`
    undo,    ///< takes a half-done forward back
    mark,    ///< nothing runs: every statement is already done, only the ledger moves
  };
  Kind kind = Kind::run;
  std::string design;
  std::int64_t number = 0;
  Direction direction = Direction::forward;
  TransactionClass transaction = TransactionClass::whole;
  std::vector<Statement> statements;
  std::uint32_t first = 0;          ///< 0-based: statements before it are done already
  std::vector<Statement> clearing;  ///< ours, before `first`: drops what a broken-off try left
  std::vector<Statement> check_before;
  std::vector<Statement> check_after;
  std::vector<Statement> reverse;  ///< of a forward step: what the ledger keeps
  TransactionClass reverse_transaction = TransactionClass::whole;
  bool reversible = true;
  std::string irreversible;  ///< why not
  bool repeatable = false;
  std::string title;
  std::string path;
  std::string checksum;
  std::string macros_hash;
  StatementLimits limits;
  /// Made from the schema as it was when it was planned: the ledger keeps the statements, so that
  /// what is broken off goes on with the same ones.
  bool typed = false;
  /// SQL text before it may change what it was planned from: it is planned again when it is its
  /// turn.
  bool provisional = false;
  std::string note;  ///< what a person decided about it; kept in the event
  /// By a checkpoint: the migrations before this one that its statements stand for. They run
  /// nothing themselves, and their records are written with this one's.
  std::vector<Step> folds;
};

/// True when a statement of a journalled step runs in one transaction with its journal row, so that
/// its outcome is never in doubt.
[[nodiscard]] bool runs_with_journal(const Statement& statement, TransactionClass transaction,
                                     bool ddl_in_transaction) noexcept;

/// What is told of a migration that a checkpoint stands for.
[[nodiscard]] Moved by_checkpoint(const Step& fold);

struct Plan {
  std::vector<Step> steps;
  bool group = false;  ///< all steps in one transaction: all of them stand, or none
  Findings findings;   ///< what a person should know before running it
  std::string hash;    ///< over steps and the ledger state they were planned from
};

}  // namespace helium
