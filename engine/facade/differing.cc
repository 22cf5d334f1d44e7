#include "facade/differing.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/partitions.h"
#include "facade/schema_source.h"
#include "files/files.h"
#include "helium/error.h"
#include "source/json_head.h"
#include "source/schema_json.h"

namespace helium::facade {
namespace {

// A question names what it wants, and cannot be as long as one likes.
constexpr std::size_t most_tables = 2000;

// A server lists what it keeps from us, without its text: half a schema would be taken for a whole.
void refuse_hidden(const Schema& schema) {
  const auto refuse = [](const std::string& what, const std::string& right) {
    throw Error(Fault::refused,
                "the server keeps the text of the " + base::printable(what) + " from this user")
        .hinting("it needs the right " + right);
  };
  for (const View& view : schema.views) {
    if (view.definition.empty()) {
      refuse("view " + view.name, "SHOW VIEW on " + base::printable(view.name));
    }
  }
  for (const Routine& routine : schema.routines) {
    if (routine.definition.empty()) {
      refuse(routine.kind + " " + routine.name, "SHOW ROUTINE, or to be its definer");
    }
  }
}

catalog::Scope scope_of(Work& work) {
  const auto store = work.store();
  return {store.schema, store.prefix, {}};
}

// A side that says in short what it holds before it is read.
class Side {
 public:
  Side() = default;
  virtual ~Side() = default;
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  [[nodiscard]] virtual std::string dialect() = 0;
  [[nodiscard]] virtual const Digests& digests() = 0;
  /// See Schema::collation.
  [[nodiscard]] virtual std::string collation() { return {}; }
  /// Spares the question for the digests where they must be those that are known.
  virtual void compare_marks(const Digests& /*known*/) {}
  /// The tables that have a foreign key to one of these, and those that are a partition of one.
  [[nodiscard]] virtual std::set<std::string> pointing_at(const std::set<std::string>& tables) = 0;
  /// These tables, and everything that is no table; nothing when it is no longer what the digests
  /// said.
  [[nodiscard]] virtual std::optional<Schema> read(const std::set<std::string>& tables) = 0;
};

// What inspect wrote. A file is read while somebody else is asked.
class Written : public Side {
 public:
  explicit Written(const std::string& file)
      : file_(file), reading_(std::async([file] { return Page(files::read(file), file); })) {}
  Written(const std::string& text, const std::string& said) : file_(said), page_(text, said) {}

  std::string dialect() override { return page().head.dialect; }
  const Digests& digests() override { return page().head.digests; }
  std::set<std::string> pointing_at(const std::set<std::string>& tables) override {
    return source::pointing_at(page().text, tables);
  }
  std::optional<Schema> read(const std::set<std::string>& tables) override {
    Schema schema = page().others;
    if (!tables.empty()) {
      schema = source::schema_of_json(source::narrowed_json(page().text, tables), file_);
    }
    std::erase_if(schema.sequences, [&](const Sequence& one) { return goes_without(one, tables); });
    return schema;
  }

 private:
  struct Page {
    Page() = default;
    Page(std::string written, const std::string& file)
        : text(std::move(written)), head(source::head_of_json(text)) {
      if (!head.digests.of.empty()) {
        others = source::schema_of_json(source::narrowed_json(text, {}), file);
      }
    }

    std::string text;
    source::Head head;
    Schema others;  // everything that is no table
  };

  const Page& page() {
    if (reading_.valid()) {
      page_ = reading_.get();
    }
    return page_;
  }

  // A sequence is read with the table that owns it: "table.column".
  [[nodiscard]] bool goes_without(const Sequence& sequence, const std::set<std::string>& tables) {
    bool owned = false;
    for (auto dot = sequence.owned_by.find('.'); dot != std::string::npos;
         dot = sequence.owned_by.find('.', dot + 1)) {
      const std::string table = sequence.owned_by.substr(0, dot);
      if (tables.count(table) != 0) {
        return false;
      }
      owned = owned || digests().tables.count(table) != 0;
    }
    return owned;
  }

  std::string file_;
  Page page_;
  std::future<Page> reading_;
};

class Live : public Side {
 public:
  explicit Live(const TargetRequest& request)
      : target_(read_target(request)), work_(target_, silent_, stop_) {}

  // What has no mark to be compared first is asked for its digests in any case.
  [[nodiscard]] bool connect() {
    const bool there = work_.connect_for_reading();
    if (there && work_.dialect().catalog.count("mark") == 0) {
      (void)digests();
    }
    return there;
  }

  std::string dialect() override { return work_.dialect().name; }
  std::string collation() override {
    return catalog::own_collation(work_.session(), work_.dialect(), scope_of(work_));
  }
  const Digests& digests() override {
    if (!digests_) {
      if (moment_.empty()) {
        moment_ = catalog::moment(work_.session(), work_.dialect());
      }
      digests_ = now(scope_of(work_));
    }
    return *digests_;
  }
  void compare_marks(const Digests& known) override {
    if (digests_ || known.mark.empty()) {
      return;
    }
    moment_ = catalog::moment(work_.session(), work_.dialect());
    if (catalog::mark(work_.session(), work_.dialect(), scope_of(work_), known.mark) ==
        known.mark) {
      digests_ = known;
      return;
    }
    beside_ = std::async(std::launch::async, [this, scope = scope_of(work_)] {
      return catalog::asked_beside(work_.session(), work_.dialect(), scope);
    });
  }
  // The names of tables and their keys are two of the catalog's questions. A file has but one, and
  // there a foreign key is in nobody's way.
  std::set<std::string> pointing_at(const std::set<std::string>& tables) override {
    std::set<std::string> result;
    Dialect asking = work_.dialect();
    std::erase_if(asking.catalog, [](const auto& question) {
      return question.first != "inspect_tables" && question.first != "inspect_keys";
    });
    if (asking.catalog.empty()) {
      return result;
    }
    const Schema all = catalog::inspect(work_.session(), asking, scope_of(work_));
    for (const Table& table : all.tables) {
      for (const ForeignKey& key : table.foreign_keys) {
        if (key.schema.empty() && tables.count(key.table) != 0) {
          result.insert(table.name);
        }
      }
    }
    for (const std::string& table : tables) {
      for (std::string& part : ddl::partitions_of(all, table)) {
        result.insert(std::move(part));
      }
    }
    return result;
  }
  // All other tables were found the same when their digests were asked, and it is that time of
  // which is told: they need not be looked at again. What was asked beside may be from before them.
  std::optional<Schema> read(const std::set<std::string>& tables) override {
    catalog::Scope scope = scope_of(work_);
    scope.only = tables;
    const catalog::Answers beside = beside_.valid() ? beside_.get() : catalog::Answers();
    Schema schema = catalog::inspect(work_.session(), work_.dialect(), scope, beside);
    if (!catalog::still(work_.session(), work_.dialect(), moment_)) {
      if (!beside.empty()) {
        schema = catalog::inspect(work_.session(), work_.dialect(), scope);
      }
      if (!catalog::same(digests(), now(scope), tables)) {
        return std::nullopt;
      }
    }
    refuse_hidden(schema);
    return schema;
  }

 private:
  Digests now(const catalog::Scope& scope) {
    return catalog::digests(work_.session(), work_.dialect(), scope);
  }

  Target target_;
  Observer silent_;
  Stop stop_;
  Work work_;
  std::string moment_;  // before anything was asked
  std::optional<Digests> digests_;
  std::future<catalog::Answers> beside_;  // begun when the digests have to be asked
};

// Digests of texts and not of one server's rows.
bool hold_anywhere(const Digests& digests) {
  return !digests.of.empty() && digests.of.find('/') == std::string::npos;
}

// nullptr for what has no digests. The migrations of a design are run under the other side's
// dialect, and for nothing where that one's digests speak of one server only.
std::unique_ptr<Side> side_of(const std::string& said, Side* other, const DiffRequest& request,
                              Grounds& grounds) {
  if (is_url(said)) {
    TargetRequest target;
    target.url = said;
    if (!request.schema.empty()) {
      target.schema = request.schema;
    }
    auto live = std::make_unique<Live>(target);
    return live->connect() ? std::move(live) : nullptr;
  }
  if (is_json(said)) {
    return std::make_unique<Written>(said);
  }
  const auto version = version_of(said);
  if (!version || other == nullptr || !hold_anywhere(other->digests())) {
    return nullptr;
  }
  return std::make_unique<Written>(replayed(*version, {.said = said,
                                                       .dialect = other->dialect(),
                                                       .schema = {},
                                                       .designs = request.designs,
                                                       .grounds = &grounds,
                                                       .collation = other->collation()}),
                                   said);
}

}  // namespace

Schema whole_schema(Work& work, Digests* digests) {
  if (!work.connect_for_reading()) {
    throw Error(Fault::missing, "the database, file or schema does not exist")
        .hinting("helium create");
  }
  const auto scope = scope_of(work);
  // The questions are several: what they found is one schema only if nothing changed meanwhile.
  for (int tries = 0; tries < 3; ++tries) {
    const std::string moment = catalog::moment(work.session(), work.dialect());
    const std::string mark = catalog::mark(work.session(), work.dialect(), scope);
    Digests before = catalog::digests(work.session(), work.dialect(), scope);
    before.mark = mark;
    Schema schema = catalog::inspect(work.session(), work.dialect(), scope);
    if (catalog::still(work.session(), work.dialect(), moment) ||
        catalog::digests(work.session(), work.dialect(), scope) == before) {
      refuse_hidden(schema);
      schema.collation = catalog::own_collation(work.session(), work.dialect(), scope);
      if (digests != nullptr) {
        *digests = before;
      }
      return schema;
    }
  }
  throw Error(Fault::busy, "the schema changes while it is read; three times it was another one")
      .hinting("again when nobody changes it");
}

std::optional<Differing> what_differs(const DiffRequest& request, Grounds& grounds) {
  const auto may_tell = [](const std::string& said) {
    return is_url(said) || is_json(said) || version_of(said);
  };
  if (request.found != nullptr || !may_tell(request.from) || !may_tell(request.to)) {
    return std::nullopt;
  }
  // Files first: they are read while a server is asked.
  auto to = is_json(request.to) ? side_of(request.to, nullptr, request, grounds) : nullptr;
  auto from = side_of(request.from, nullptr, request, grounds);
  if (!to) {
    to = side_of(request.to, from.get(), request, grounds);
  }
  if (!from && to && !is_url(request.from)) {
    from = side_of(request.from, to.get(), request, grounds);
  }
  if (!from || !to || from->dialect() != to->dialect()) {
    return std::nullopt;
  }
  if (!is_url(request.from)) {
    to->compare_marks(from->digests());
  } else if (!is_url(request.to)) {
    from->compare_marks(to->digests());
  }
  if (from->digests().of.empty() || from->digests().of != to->digests().of) {
    return std::nullopt;
  }
  const bool file_first = is_url(request.from);  // a file is read rather than a server asked
  const bool equal = from->digests() == to->digests();
  auto tables =
      equal ? std::set<std::string>() : catalog::differing(from->digests(), to->digests());
  std::set<std::string> on_both;
  std::copy_if(tables.begin(), tables.end(), std::inserter(on_both, on_both.end()),
               [&](const std::string& name) {
                 return from->digests().tables.count(name) != 0 &&
                        to->digests().tables.count(name) != 0;
               });
  if (!on_both
           .empty()) {  // a foreign key may stand on what is another there, a partition follow it
    tables.merge((file_first ? to : from)->pointing_at(on_both));
  }
  if (tables.size() > most_tables) {
    return std::nullopt;
  }
  std::set<std::string> same;
  for (const auto& [name, digest] : to->digests().tables) {
    if (tables.count(name) == 0) {
      same.insert(same.end(), name);
    }
  }
  if (equal) {  // what is left is the same
    auto both = (file_first ? to : from)->read({});
    return both ? std::optional(Differing{*both, *both, std::move(same)}) : std::nullopt;
  }
  auto left = from->read(tables);
  auto right = to->read(tables);
  if (!left || !right) {
    return std::nullopt;  // it changes just now: the whole is read, and read again
  }
  return Differing{std::move(*left), std::move(*right), std::move(same)};
}

}  // namespace helium::facade
