#include "facade/unseen.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <type_traits>
#include <variant>

#include "base/text.h"
#include "ddl/ddl.h"
#include "helium/error.h"
#include "helium/operation.h"

namespace helium::facade {
namespace {

using Names = std::set<std::string>;

std::string name_in(const Change& change) {
  const ddl::Name name = ddl::name_of(change);
  return name.table.empty() ? name.object : name.table;
}

// The table, or what else stands alone, that a wish is about; empty: the wish does not say.
std::string about(const Wish& wish) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, ChangeKind>) {
          return name_in(Change{one});
        } else if constexpr (requires { one.table; }) {
          return one.table;
        } else {
          return {};
        }
      },
      wish);
}

// A name that is there from this wish on; empty: none.
std::string made_by(const Wish& wish) {
  const auto* change = std::get_if<ChangeKind>(&wish);
  if (change == nullptr) {
    const auto* split = std::get_if<SplitTable>(&wish);
    return split == nullptr ? std::string() : split->into;
  }
  if (const auto* renamed = std::get_if<Rename<Table>>(change)) {
    return renamed->name;
  }
  if (const auto* renamed = std::get_if<Rename<Enum>>(change)) {
    return renamed->name;
  }
  const bool makes = ddl::name_of(Change{*change}).kind.starts_with("create_");
  return makes ? name_in(Change{*change}) : std::string();
}

bool holds(const Names& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return base::same_word(one, name); });
}

class Unseen {
 public:
  explicit Unseen(Work& work) : work_(work), ledger_(work.read_ledger()) {
    for (const Design& design : work_.designs()) {
      for (const Migration& migration : design.migrations) {
        for (const Operation& operation : work_.sections(migration).forward_operations) {
          for (const Wish& wish : operation.wishes) {
            made_.insert(made_by(wish));
          }
        }
      }
    }
    made_.erase("");
  }

  Findings run() {
    for (;;) {
      try {
        const Goal all{.out_of_order = true, .replay = true};
        const Findings more = work_.plan(all, ledger_).findings;
        std::copy_if(more.begin(), more.end(), std::back_inserter(told_), [](const Finding& one) {
          return one.rule != "out_of_order";  // of what was passed over nothing ran
        });
        return std::move(told_);
      } catch (const Error& error) {
        if (!passes_over(error)) {
          told_.push_back(finding_of(error));
          return std::move(told_);
        }
      }
    }
  }

 private:
  // The operation that was refused, in the file that it stands in.
  bool passes_over(const Error& error) {
    const bool lacks = error.message().find(": there is no ") != std::string::npos;
    if (error.fault() != Fault::design || !lacks || !error.where().known()) {
      return false;
    }
    for (const Design& design : work_.designs()) {
      for (const Migration& migration : design.migrations) {
        if (migration.path != error.where().file) {
          continue;
        }
        for (const Operation& operation : work_.sections(migration).forward_operations) {
          if (operation.span == error.where()) {
            return passes_over(migration, operation);
          }
        }
      }
    }
    return false;
  }

  bool passes_over(const Migration& migration, const Operation& operation) {
    for (const Wish& wish : operation.wishes) {
      const std::string name = about(wish);
      if (!name.empty() && made_by(wish).empty() && is_unseen(name)) {
        told_.push_back({.rule = "unseen",
                         .severity = Severity::info,
                         .where = operation.span,
                         .message = operation.name + " is about " + base::printable(name) +
                                    ", which only a database can tell: this migration is not "
                                    "checked further",
                         .hint = "helium plan --url URL checks it where it will run"});
        pass_over(migration);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_unseen(const std::string& name) const {
    const std::vector<std::string> ours(made_.begin(), made_.end());
    return holds(unsure_, name) || (!holds(made_, name) && base::did_you_mean(name, ours).empty());
  }

  // As if it had run, so that what requires it is planned.
  void pass_over(const Migration& migration) {
    const Sections& sections = work_.sections(migration);
    for (const Operation& operation : sections.forward_operations) {
      for (const Wish& wish : operation.wishes) {
        unsure_.insert(about(wish));
        unsure_.insert(made_by(wish));
      }
    }
    Record record;
    record.design = migration.design;
    record.number = migration.number;
    record.checksum = migration.checksum;
    record.repeatable = sections.repeatable;
    record.macros_hash = sections.repeatable ? work_.macros_hash(migration.design) : "";
    ledger_.exists = true;
    ledger_.records.push_back(std::move(record));
    std::sort(ledger_.records.begin(), ledger_.records.end(), [](const auto& a, const auto& b) {
      return std::tie(a.design, a.number) < std::tie(b.design, b.number);
    });
  }

  Work& work_;
  Ledger ledger_;
  Names made_;    // by the migrations
  Names unsure_;  // what those that were passed over are about
  Findings told_;
};

}  // namespace

Findings planned_unseen(Work& work) {
  return Unseen(work).run();
}

Finding finding_of(const Error& error) {
  return {.rule = name_of(error.fault()),
          .severity = Severity::error,
          .where = error.where(),
          .message = error.message(),
          .hint = error.hint(),
          .source_line = error.source_line()};
}

}  // namespace helium::facade
