// The hash by which a plan is approved.
#include <string>

#include "plan/steps.h"
#include "seal/sha256.h"

namespace helium::plan {
namespace {

class Content {
 public:
  void add(const std::string& text) { hash_.add(text); }
  void add(std::uint64_t number) { hash_.add(std::to_string(number)); }
  void add(const std::optional<std::chrono::milliseconds>& limit) {
    hash_.add(limit ? std::to_string(limit->count()) : "unset");
  }

  void add(const std::vector<Statement>& statements) {
    add(statements.size());
    for (const Statement& statement : statements) {
      add(statement.text);
      add(static_cast<std::uint64_t>(statement.expect.kind));
      add(statement.expect.rows);
      add(statement.values.size());
      for (const auto& value : statement.values) {
        add(value ? "=" + *value : std::string());
      }
    }
  }

  void add(const Step& step) {
    add(static_cast<std::uint64_t>(step.kind));
    add(step.design);
    add(std::to_string(step.number));
    add(std::string(name_of(step.direction)));
    add(std::string(name_of(step.transaction)));
    add(step.first);
    add(step.statements);
    add(step.clearing);
    add(step.check_before);
    add(step.check_after);
    add(step.reverse);
    add(std::string(name_of(step.reverse_transaction)));
    add(step.irreversible);
    add(static_cast<std::uint64_t>(step.repeatable ? 1 : 0));
    add(step.checksum);
    add(step.macros_hash);
    add(step.limits.statement_timeout);
    add(step.limits.lock_timeout);
    add(step.note);
    if (!step.folds.empty()) {
      add(std::string("folds"));
      add(step.folds.size());
    }
    for (const Step& fold : step.folds) {
      add(fold);
    }
  }

  std::string hex() { return hash_.hex(); }

 private:
  seal::Sha256 hash_;
};

}  // namespace

std::string hash_of(const Plan& plan, const Ledger& ledger) {
  Content content;
  content.add(plan.steps.size());
  if (plan.group) {
    content.add(std::string("group"));
  }
  for (const Step& step : plan.steps) {
    content.add(step);
  }
  for (const auto& [design, head] : ledger.heads) {
    content.add(design);
    content.add(std::to_string(head.sequence));
    content.add(head.hash);
  }
  return content.hex();
}

}  // namespace helium::plan
