#include "plan/resume.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "helium/error.h"
#include "plan/folder_steps.h"
#include "plan/operations.h"
#include "seal/progress.h"
#include "sql/words.h"

namespace helium::plan {
namespace {

std::string name_of(const Record& record) {
  return record.design + "_" + std::to_string(record.number);
}

std::string ordinal(std::uint32_t number, const Record& record) {
  return "statement " + std::to_string(number) + " of " + std::to_string(record.total) + " of " +
         name_of(record);
}

Direction opposite(Direction direction) {
  return direction == Direction::forward ? Direction::reverse : Direction::forward;
}

// What came of the schema is what it was: the schema is another one by now.
Built planned_of(const Broken& broken, Direction direction) {
  const Kept kept = broken.sources.kept_reverse(broken.record);
  Built built;
  if (direction == Direction::reverse) {
    built = reverse_step(broken.record, kept);
  } else {
    Sections none;
    built = forward_step(*broken.migration, none, broken.dialect);
    built.step.statements = kept.planned;
    built.step.transaction = broken.record.transaction;
    built.step.typed = true;
    built.step.reversible = kept.reversible;
    built.step.irreversible = kept.irreversible;
    built.step.reverse = kept.statements;
    built.step.reverse_transaction = kept.transaction;
  }
  built.step.path = broken.migration->path;
  return built;
}

// Its statements are those of a checkpoint, which stands for others too.
bool is_checkpoint(const Broken& broken, Direction direction) {
  return direction == Direction::forward && broken.record.direction == Direction::forward &&
         !broken.sources.kept_reverse(broken.record).folds.empty();
}

// The section of `direction` as a step: from the file, or the reverse from the ledger.
Built section_of(const Broken& broken, Direction direction) {
  if (direction == Direction::load && broken.migration != nullptr) {
    return load_step(*broken.migration, broken.sources.from_file(*broken.migration), broken.dialect,
                     {}, Reload::no);
  }
  if (direction == Direction::load) {
    throw Error(Fault::design,
                name_of(broken.record) + " is half loaded, and its file is not there")
        .hinting("bring the file back");
  }
  if (broken.migration != nullptr) {
    const Sections sections = broken.sources.sections(*broken.migration);
    if (is_typed(sections) || is_checkpoint(broken, direction)) {
      return planned_of(broken, direction);
    }
    return direction == Direction::forward
               ? forward_step(*broken.migration, sections, broken.dialect)
               : reverse_step(*broken.migration, sections, broken.dialect);
  }
  if (direction == Direction::forward) {
    throw Error(Fault::design, name_of(broken.record) + " is half done, and its file is not there")
        .hinting("bring the file back, or helium resume --undo");
  }
  return reverse_step(broken.record, broken.sources.kept_reverse(broken.record));
}

void keep_last(std::vector<Statement>& statements, std::uint32_t count, const Record& record) {
  if (count > statements.size()) {
    throw Error(Fault::design, name_of(record) + ": the section has " +
                                   std::to_string(statements.size()) + " statements now, " +
                                   std::to_string(count) + " are needed to go on");
  }
  statements.erase(statements.begin(), statements.end() - count);
}

// Short hashes of the statements as they were when they began to run; empty when not known.
std::vector<std::string> hashes_at_start(const Broken& broken) {
  const Record& record = broken.record;
  const Kept kept = broken.sources.kept_reverse(record);
  if (!kept.found) {
    return {};
  }
  std::vector<std::string> hashes = kept.forward;
  if (record.direction == Direction::reverse) {
    hashes.clear();
    for (const Statement& statement : kept.statements) {
      hashes.push_back(seal::short_hash(statement));
    }
  }
  if (record.taking_back && hashes.size() > record.total) {
    hashes.erase(hashes.begin(), hashes.end() - record.total);
  }
  return hashes;
}

void refuse_changed_prefix(const std::vector<Statement>& statements, const Broken& broken,
                           const std::vector<std::string>& hashes) {
  const Record& record = broken.record;
  const bool there = record.done <= statements.size();
  if (there && seal::progress_hash(statements, record.done) == record.progress_hash) {
    return;
  }
  std::uint32_t changed = 0;
  while (changed < record.done && changed < hashes.size() && changed < statements.size() &&
         hashes[changed] == seal::short_hash(statements[changed])) {
    ++changed;
  }
  const bool known = changed < record.done && changed < hashes.size();
  Span where;
  if (broken.migration != nullptr) {
    where.file = broken.migration->path;
  }
  if (known && changed < statements.size()) {
    where = statements[changed].span;
  }
  throw Error(Fault::design, (known ? ordinal(changed + 1, record)
                                    : "a finished statement of " + name_of(record)) +
                                 " has run already, but is another one in the file now")
      .at(where)
      .hinting("bring back the first " + std::to_string(record.done) +
               " statements as they were, mend only what comes after; or helium resume --undo");
}

// Statements that may run twice without harm.
bool may_repeat(const Statement& statement) {
  constexpr std::array<std::string_view, 6> verbs = {"VACUUM",   "ANALYZE",  "REINDEX",
                                                     "OPTIMIZE", "RUNSTATS", "CHECKPOINT"};
  return statement.shape.kind == Shape::Kind::session_setting ||
         statement.shape.kind == Shape::Kind::query ||
         std::find(verbs.begin(), verbs.end(), statement.shape.verb) != verbs.end();
}

// What the journal and the catalog say of the statement on its way; nothing: nobody knows.
std::optional<bool> outcome(const Statement& statement, const Broken& broken,
                            const std::vector<std::string>& hashes) {
  const Record& record = broken.record;
  if (statement.shape.kind == Shape::Kind::transaction_control) {
    // Its row was written inside the author's transaction: we can only see it after the COMMIT.
    return statement.shape.verb == "COMMIT" || statement.shape.verb == "END";
  }
  if (may_repeat(statement) ||
      runs_with_journal(statement, record.transaction, broken.dialect.traits.ddl_in_transaction)) {
    return false;
  }
  const std::size_t index = record.intent - 1;
  if (index < hashes.size() && hashes[index] != seal::short_hash(statement)) {
    return std::nullopt;
  }
  return broken.sources.took_effect(record, statement);
}

[[noreturn]] void ask_a_person(const Statement& statement, const Record& record) {
  throw Error(Fault::in_doubt,
              "nobody knows whether " + ordinal(record.intent, record) + " took effect: did it?")
      .at(statement.span)
      .running(statement.text)
      .hinting("look at the database, then helium resume --as done, or helium resume --as undone");
}

// How many statements are finished, the one in doubt settled.
std::uint32_t finished(const std::vector<Statement>& statements, const Broken& broken,
                       Goal::As as) {
  const Record& record = broken.record;
  const std::vector<std::string> hashes = hashes_at_start(broken);
  refuse_changed_prefix(statements, broken, hashes);
  const bool open = record.state == RecordState::started && record.intent > record.done &&
                    record.intent <= statements.size();
  if (!open && as != Goal::As::unset) {
    throw Error(Fault::usage, "no statement of " + name_of(record) + " is in doubt")
        .hinting("helium resume without --as");
  }
  if (!open || as == Goal::As::undone) {
    return record.done;
  }
  if (as == Goal::As::done) {
    return record.intent;
  }
  const Statement& statement = statements[record.intent - 1];
  const std::optional<bool> took_effect = outcome(statement, broken, hashes);
  if (!took_effect) {
    ask_a_person(statement, record);
  }
  return *took_effect ? record.intent : record.done;
}

std::set<std::string> vocabulary(const Statement& statement, const Lexicon& lexicon) {
  constexpr std::size_t most_words = 512;
  std::set<std::string> words;
  for (const sql::Word& word : sql::words_of(statement.text, lexicon, most_words)) {
    words.insert(word.text);
  }
  return words;
}

// How many words the statements have in common.
std::size_t kinship(const Statement& one, const Statement& other, const Lexicon& lexicon) {
  const auto words = vocabulary(one, lexicon);
  const auto others = vocabulary(other, lexicon);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(),
                    [&](const std::string& word) { return others.count(word) != 0; }));
}

// Statement k is taken back by the k-th from the end. Where the words of the two sections say that
// they were written in the same order instead, that would take back the wrong ones.
void refuse_unmirrored(const Built& there, const Built& back, std::uint32_t done,
                       const Broken& broken) {
  const auto& way = there.step.statements;
  const auto& way_back = back.step.statements;
  const Lexicon& lexicon = broken.dialect.lexicon;
  std::size_t mirrored = 0;
  std::size_t parallel = 0;
  for (std::size_t k = 0; k < done; ++k) {
    mirrored += kinship(way[k], way_back[way_back.size() - 1 - k], lexicon);
    parallel += kinship(way[k], way_back[k], lexicon);
  }
  if (parallel > mirrored) {
    throw Error(Fault::design, name_of(broken.record) +
                                   " cannot be taken back statement by statement: its reverse is "
                                   "not in the opposite order of its forward section")
        .at(way_back.front().span)
        .hinting("put the last forward statement's opposite first, then helium resume --undo");
  }
}

void keep_mirrored(const Built& there, Built& back, std::uint32_t done, const Broken& broken) {
  if (back.step.statements.size() != there.step.statements.size()) {
    throw Error(Fault::design, name_of(broken.record) +
                                   " cannot be taken back statement by statement: forward and "
                                   "reverse do not have the same number of statements")
        .hinting("mend the file, then helium resume");
  }
  refuse_unmirrored(there, back, done, broken);
  keep_last(back.step.statements, done, broken.record);
}

[[noreturn]] void refuse_middle(const Record& record, std::uint32_t done) {
  throw Error(Fault::design, name_of(record) +
                                 " cannot be taken back from where it stands: statement " +
                                 std::to_string(done + 1) + " belongs to those before it")
      .hinting("helium resume goes on with it; then it can be taken back as a whole");
}

// Of a typed operation both ways were planned, and each statement says what it takes back.
void keep_pairs(const Built& there, Built& back, std::uint32_t done, const Record& record) {
  const auto& way = there.step.statements;
  const std::uint32_t last = way[done - 1].pair;
  if (done < way.size() && way[done].pair == last) {
    refuse_middle(record, done);
  }
  const bool falling = record.direction == Direction::reverse;
  std::erase_if(back.step.statements, [&](const Statement& statement) {
    return falling ? statement.pair < last : statement.pair > last;
  });
}

void journal(Step& step) {
  if (step.transaction == TransactionClass::whole) {
    step.transaction = TransactionClass::each;
  }
}

std::string decision(Goal::As as, const Record& record) {
  if (as == Goal::As::unset) {
    return {};
  }
  return "a person says that statement " + std::to_string(record.intent) +
         (as == Goal::As::done ? " is done" : " is not done");
}

}  // namespace

Built resumed(const Broken& broken, Goal::As as) {
  const Record& record = broken.record;
  Built built = section_of(broken, record.direction);
  Step& step = built.step;
  step.kind = record.taking_back ? Step::Kind::undo : Step::Kind::resume;
  if (record.taking_back) {
    keep_last(step.statements, record.total, record);
    step.check_after.clear();
  }
  step.first = finished(step.statements, broken, as);
  step.note = decision(as, record);
  if (as == Goal::As::done && !record.taking_back && step.first == step.statements.size()) {
    step.kind = Step::Kind::mark;
  }
  journal(step);
  return built;
}

Built taken_back(const Broken& broken, Goal::As as) {
  const Record& record = broken.record;
  if (record.taking_back) {
    return resumed(broken, as);
  }
  if (record.direction == Direction::load) {
    throw Error(Fault::design,
                name_of(record) + " is half loaded: what a load did is not taken back")
        .hinting("helium resume goes on with it");
  }
  const Built there = section_of(broken, record.direction);
  const std::uint32_t done = finished(there.step.statements, broken, as);
  if (done != 0 && is_checkpoint(broken, record.direction)) {
    throw Error(Fault::design, "the checkpoint " + std::to_string(record.number) + " of " +
                                   record.design + " is half loaded: it has no way back")
        .hinting("helium resume goes on with it; or drop the database and begin again");
  }
  Built back;
  if (done == 0) {
    back.step = there.step;
    back.step.direction = opposite(record.direction);
    back.step.statements.clear();
    back.step.check_after.clear();
  } else {
    back = section_of(broken, opposite(record.direction));
    if (there.step.statements[done - 1].pair != 0) {
      keep_pairs(there, back, done, record);
    } else {
      keep_mirrored(there, back, done, broken);
    }
  }
  back.step.kind = Step::Kind::undo;
  back.step.check_before.clear();
  back.step.check_after.clear();
  back.step.note = "takes " + std::to_string(done) + " statements back" +
                   (as == Goal::As::unset ? "" : "; " + decision(as, record));
  journal(back.step);
  return back;
}

// An index that is to be dropped anyway needs no clearing.
Built cleared(Built built, const Sources& sources) {
  Step& step = built.step;
  for (std::size_t i = step.first; i < step.statements.size(); ++i) {
    const Statement& statement = step.statements[i];
    if (!statement.shape.outside || statement.shape.verb == "DROP") {
      continue;
    }
    for (Statement& drop : sources.clearing(statement)) {
      built.findings.push_back(
          {.rule = "unfinished",
           .severity = Severity::warning,
           .where = drop.span,
           .message = "the invalid index " + drop.description +
                      " is left from a try that was broken off; it is dropped first",
           .hint = {},
           .source_line = {}});
      step.clearing.push_back(std::move(drop));
    }
  }
  return built;
}

}  // namespace helium::plan
