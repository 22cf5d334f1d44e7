#include "session/asking.h"

#include <soci/soci.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace helium::session {
namespace {

using soci::details::standard_into_type_backend;
using soci::details::standard_use_type_backend;
using soci::details::statement_backend;

// SOCI's backends want clean_up before they go.
struct CleanUp {
  template <typename Backend>
  void operator()(Backend* backend) const {
    backend->clean_up();
    delete backend;  // NOLINT(cppcoreguidelines-owning-memory): SOCI hands out raw pointers
  }
};
template <typename Backend>
using Held = std::unique_ptr<Backend, CleanUp>;

// A bound value: the backend keeps the address of `value`.
struct Use {
  std::string value;
  Held<standard_use_type_backend> backend;
};

// A fetched column: the backend writes to the address of `value`.
struct Into {
  std::string value;
  Held<standard_into_type_backend> backend;
};

std::vector<std::unique_ptr<Use>> bind(statement_backend& statement, const Question& question) {
  std::vector<std::unique_ptr<Use>> uses;
  for (std::size_t i = 0; i < question.values.size(); ++i) {
    auto use = std::make_unique<Use>();
    use->value = question.values[i];
    use->backend.reset(statement.make_use_type_backend());
    use->backend->bind_by_name("v" + std::to_string(i + 1), &use->value, soci::details::x_stdstring,
                               true);
    const soci::indicator present = soci::i_ok;
    use->backend->pre_use(&present);
    uses.push_back(std::move(use));
  }
  return uses;
}

std::string column_name(statement_backend& statement, int column) {
  soci::data_type type = soci::dt_string;
  std::string name;
  try {
    statement.describe_column(column, type, name);
  } catch (const soci::soci_error&) {
    throw Error(Fault::bug, "column " + std::to_string(column) +
                                " of a question has a type that SOCI does not know: cast it to "
                                "text");
  }
  return name;
}

std::vector<std::unique_ptr<Into>> define(statement_backend& statement, int columns) {
  std::vector<std::unique_ptr<Into>> intos;
  int position = 1;
  for (int i = 0; i < columns; ++i) {
    auto into = std::make_unique<Into>();
    into->backend.reset(statement.make_into_type_backend());
    into->backend->define_by_pos(position, &into->value, soci::details::x_stdstring);
    into->backend->pre_exec(1);
    intos.push_back(std::move(into));
  }
  return intos;
}

Cells fetched(std::vector<std::unique_ptr<Into>>& intos) {
  Cells row;
  row.reserve(intos.size());
  for (const auto& into : intos) {
    soci::indicator state = soci::i_ok;
    into->backend->post_fetch(true, true, &state);
    if (state == soci::i_null) {
      row.emplace_back(std::nullopt);
    } else {
      row.emplace_back(std::move(into->value));
    }
  }
  return row;
}

}  // namespace

std::vector<std::string> each_through(soci::session& soci, const Question& question,
                                      const TakeCells& take) {
  const Held<statement_backend> statement(soci.get_backend()->make_statement_backend());
  statement->alloc();
  statement->prepare(question.text, soci::details::st_one_time_query);
  const auto uses = bind(*statement, question);
  std::vector<std::string> names;
  const int columns = statement->prepare_for_describe();
  for (int column = 1; column <= columns; ++column) {
    names.push_back(column_name(*statement, column));
  }
  auto intos = define(*statement, columns);
  for (const auto& use : uses) {
    use->backend->pre_exec(1);
  }
  for (const auto& into : intos) {
    into->backend->pre_fetch();
  }
  // SQLite binds values only when asked for a row.
  auto got = statement->execute(1);
  while (columns > 0 && got == statement_backend::ef_success) {
    take(fetched(intos));
    for (const auto& into : intos) {
      into->backend->pre_fetch();
    }
    got = statement->fetch(1);
  }
  return names;
}

Rows ask_through(soci::session& soci, const Question& question) {
  Rows rows;
  rows.columns =
      each_through(soci, question, [&](Cells&& cells) { rows.rows.push_back(std::move(cells)); });
  return rows;
}

}  // namespace helium::session
