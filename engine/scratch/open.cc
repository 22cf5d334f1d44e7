#include <algorithm>

#include "base/text.h"
#include "catalog/catalog.h"
#include "grammar/annotations.h"
#include "grammar/grammar.h"
#include "helium/error.h"
#include "helium/target.h"
#include "scratch/scratch.h"
#include "session/session.h"
#include "sql/shape.h"
#include "sql/split.h"

namespace helium::scratch {
namespace {

class Folded : public Scratch {
 public:
  void load(const std::string& text, const std::string& file) override {
    text_.add(text, file);
    if (!text_.unfolded().empty()) {
      const grammar::Unfolded& first = text_.unfolded().front();
      throw Error(Fault::unsupported, "only a server understands what " + first.what + " does")
          .at(first.where)
          .hinting("--scratch URL: a schema is made there and removed again");
    }
  }
  void run(const std::vector<std::string>& statements) override {
    load(base::joined(statements, ";\n") + ";\n", "");
  }
  Schema schema() override { return text_.schema(); }
  [[nodiscard]] std::string how() const override { return "by folding the text"; }

 private:
  grammar::SchemaText text_;
};

class Live : public Scratch {
 public:
  Live(const Dialect& dialect, Target target) : dialect_(dialect), target_(std::move(target)) {
    session_ = session::open(target_, {.create = true});
  }

  void load(const std::string& text, const std::string& file) override {
    annotations_.add(text, file, dialect_);
    for (const auto& piece : sql::split(text, dialect_.lexicon, file)) {
      Span where;
      where.file = file;
      where.line = piece.line;
      where.column = piece.column;
      execute(text.substr(piece.offset, piece.length), where);
    }
  }
  void run(const std::vector<std::string>& statements) override {
    for (const std::string& statement : statements) {
      execute(statement, {});
    }
  }
  Schema schema() override {
    Schema schema =
        catalog::inspect(*session_, dialect_, {session_->server().schema, target_.ledger.prefix});
    annotations_.put_into(schema);
    return schema;
  }
  [[nodiscard]] std::string how() const override {
    const session::Server& server = session_->server();
    return target_.url.database == ":memory:" ? "on SQLite in memory"
                                              : "on " + server.product + " " + server.version;
  }
  [[nodiscard]] session::Session* session() noexcept override { return session_.get(); }

 private:
  void execute(const std::string& text, const Span& where) {
    session::Unit unit;
    unit.statements.emplace_back();
    unit.statements.front().text = text;
    unit.statements.front().span = where;
    unit.statements.front().shape = sql::shape_of(text, dialect_.lexicon);
    const auto outcomes = session_->execute({&unit, 1});
    const session::Outcome* failure = outcomes.front().failure();
    if (failure != nullptr && failure->error) {
      throw Error(Fault::database, failure->error->message)
          .at(where)
          .running(text)
          .saying(failure->error->sqlstate, failure->error->native_code);
    }
  }

  const Dialect& dialect_;
  Target target_;
  std::unique_ptr<session::Session> session_;
  grammar::Annotations annotations_;  // which no server keeps
};

}  // namespace

std::unique_ptr<Scratch> open(const Dialect& dialect) {
  if (dialect.name == "postgresql") {
    return std::make_unique<Folded>();
  }
  if (dialect.name == "sqlite") {
    Target target;
    target.url.scheme = "sqlite";
    target.url.database = ":memory:";
    return open(dialect, target);
  }
  throw Error(Fault::unsupported, "the text of a " + dialect.name + " schema needs a server")
      .hinting("--scratch URL: a schema is made there and removed again");
}

std::unique_ptr<Scratch> open(const Dialect& dialect, const Target& target) {
  return std::make_unique<Live>(dialect, target);
}

}  // namespace helium::scratch
