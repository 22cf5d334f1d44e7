#include "history/kept.h"

#include <nlohmann/json.hpp>

#include "helium/error.h"
#include "history/words.h"
#include "seal/progress.h"

namespace helium::history {
namespace {

using Json = nlohmann::json;

constexpr Shape::Kind shape_kinds[] = {Shape::Kind::other,
                                       Shape::Kind::query,
                                       Shape::Kind::dml,
                                       Shape::Kind::ddl,
                                       Shape::Kind::transaction_control,
                                       Shape::Kind::session_setting};
constexpr const char* shape_words[] = {"other", "query", "dml", "ddl", "transaction", "setting"};
constexpr Expectation::Kind expectation_kinds[] = {
    Expectation::Kind::anything, Expectation::Kind::no_rows, Expectation::Kind::no_warning,
    Expectation::Kind::row_count};
constexpr const char* expectation_words[] = {"anything", "no_rows", "no_warning", "row_count"};

template <typename Kind, std::size_t count>
std::string word_of(Kind kind, const Kind (&kinds)[count], const char* const (&words)[count]) {
  for (std::size_t i = 0; i < count; ++i) {
    if (kinds[i] == kind) {
      return words[i];
    }
  }
  throw Error(Fault::bug, "a kind of statement without a word");
}

template <typename Kind, std::size_t count>
Kind kind_of(const std::string& word, const Kind (&kinds)[count],
             const char* const (&words)[count]) {
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i] == word) {
      return kinds[i];
    }
  }
  return kinds[0];
}

Json json_of(const Statement& statement) {
  const Shape& shape = statement.shape;
  Json json = {{"text", statement.text},
               {"file", statement.span.file},
               {"line", statement.span.line},
               {"column", statement.span.column},
               {"kind", word_of(shape.kind, shape_kinds, shape_words)},
               {"verb", shape.verb},
               {"touches", shape.touches}};
  if (!statement.description.empty()) {
    json["description"] = statement.description;
  }
  if (shape.outside) {
    json["outside"] = true;
  }
  if (shape.commits) {
    json["commits"] = true;
  }
  if (shape.savepoint) {
    json["savepoint"] = true;
  }
  if (shape.rebuilds) {
    json["rebuilds"] = true;
  }
  if (!statement.tells.empty()) {
    json["tells"] = statement.tells;
  }
  if (statement.pair != 0) {
    json["pair"] = statement.pair;
  }
  if (statement.expect.kind != Expectation::Kind::anything) {
    json["expect"] = word_of(statement.expect.kind, expectation_kinds, expectation_words);
    json["rows"] = statement.expect.rows;
    json["refusal"] = statement.expect.refusal;
  }
  return json;
}

Statement statement_of(const Json& json) {
  Statement statement;
  statement.text = json.at("text").get<std::string>();
  statement.span.file = json.value("file", "");
  statement.span.line = json.value("line", 0U);
  statement.span.column = json.value("column", 0U);
  statement.description = json.value("description", "");
  Shape& shape = statement.shape;
  shape.kind = kind_of(json.value("kind", "other"), shape_kinds, shape_words);
  shape.verb = json.value("verb", "");
  shape.outside = json.value("outside", false);
  shape.commits = json.value("commits", false);
  shape.savepoint = json.value("savepoint", false);
  shape.rebuilds = json.value("rebuilds", false);
  statement.tells = json.value("tells", "");
  statement.pair = json.value("pair", 0U);
  shape.touches = json.value("touches", std::vector<std::string>{});
  statement.expect.kind =
      kind_of(json.value("expect", "anything"), expectation_kinds, expectation_words);
  statement.expect.rows = json.value("rows", std::uint64_t{0});
  statement.expect.refusal = json.value("refusal", "");
  return statement;
}

Json list_of(const std::vector<Statement>& statements) {
  Json list = Json::array();
  for (const Statement& statement : statements) {
    list.push_back(json_of(statement));
  }
  return list;
}

std::vector<Statement> statements_of(const Json& list) {
  std::vector<Statement> statements;
  for (const Json& statement : list) {
    statements.push_back(statement_of(statement));
  }
  return statements;
}

}  // namespace

Kept kept_of(const Step& step) {
  Kept kept;
  kept.found = true;
  kept.reversible = step.reversible;
  kept.irreversible = step.irreversible;
  kept.transaction = step.reverse_transaction;
  kept.statements = step.reverse;
  for (const Statement& statement : step.statements) {
    kept.forward.push_back(seal::short_hash(statement));
  }
  if (step.typed) {
    kept.planned = step.statements;
  }
  for (const Step& fold : step.folds) {
    kept.folds[fold.number] = fold.checksum;
  }
  return kept;
}

std::string kept_text(const Kept& kept) {
  Json json = {{"reversible", kept.reversible},
               {"irreversible", kept.irreversible},
               {"transaction", name_of(kept.transaction)},
               {"statements", list_of(kept.statements)},
               {"forward", kept.forward}};
  if (!kept.planned.empty()) {
    json["planned"] = list_of(kept.planned);
  }
  for (const auto& [number, checksum] : kept.folds) {
    json["folds"].push_back({number, checksum});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Kept kept_from(const std::string& text) {
  Kept kept;
  if (text.empty()) {
    return kept;
  }
  try {
    const Json json = Json::parse(text);
    kept.found = true;
    kept.reversible = json.at("reversible").get<bool>();
    kept.irreversible = json.value("irreversible", "");
    for (const auto candidate :
         {TransactionClass::whole, TransactionClass::each, TransactionClass::outside}) {
      if (json.at("transaction") == name_of(candidate)) {
        kept.transaction = candidate;
      }
    }
    kept.statements = statements_of(json.at("statements"));
    kept.planned = statements_of(json.value("planned", Json::array()));
    kept.forward = json.value("forward", std::vector<std::string>{});
    for (const Json& fold : json.value("folds", Json::array())) {
      kept.folds[fold.at(0).get<std::int64_t>()] = fold.at(1).get<std::string>();
    }
  } catch (const Json::exception&) {
    throw Error(Fault::database, "the reverse kept in the ledger cannot be read")
        .hinting("bring the migration's file back; its own reverse section is used then");
  }
  return kept;
}

}  // namespace helium::history
