// A PostgreSQL session: libpq on the handle that SOCI opened, one statement at a time.
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <atomic>
#include <memory>
#include <string>

#include "session/asking.h"
#include "session/openers.h"
#include "session/outcome.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

struct Clear {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

std::string encoded(const std::string& text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

// Always a URI with a query part and every value encoded: SOCI splits anything else on blanks.
std::string connect_uri(const Target& target, const Options& options) {
  constexpr const char* modes[] = {"", "disable", "prefer", "require", "verify-ca", "verify-full"};
  const Url& url = target.url;
  const auto seconds = std::max<long long>(target.connect_timeout.count() / 1000, 2);
  std::string uri = "postgresql://?application_name=helium&client_encoding=UTF8&connect_timeout=" +
                    std::to_string(seconds) + "&keepalives_idle=30&tcp_user_timeout=60000";
  const auto add = [&uri](const std::string& key, const std::string& value) {
    uri += value.empty() ? "" : "&" + key + "=" + encoded(value);
  };
  add("user", url.user);
  add("password", url.password.reveal());
  if (url.parameters.count("host") == 0) {
    add("host", url.host);
  }
  if (url.port != 0) {
    add("port", std::to_string(url.port));
  }
  add("dbname", options.administrative ? "postgres" : url.database);
  add("sslmode", modes[static_cast<int>(url.tls)]);
  for (const auto& [key, value] : url.parameters) {
    add(key, value);
  }
  return uri;
}

class PostgresqlSession final : public Session {
 public:
  PostgresqlSession(const Target& target, const Options& options) : options_(options) {
    try {
      soci_.open(soci::postgresql, connect_uri(target, options));
    } catch (const soci::soci_error& error) {
      throw connection_error(target.url, error.what());
    }
    conn_ = static_cast<soci::postgresql_session_backend*>(soci_.get_backend())->conn_;
    PQsetNoticeProcessor(
        conn_, [](void*, const char*) {}, nullptr);
    pin(target);
    server_.product = "PostgreSQL";
    server_.dialect = "postgresql";
    server_.version = one("SHOW server_version");
    server_.session_id = std::to_string(PQbackendPID(conn_));
    server_.schema = one("SELECT current_schema()::text");
    server_.read_only =
        one("SELECT (pg_is_in_recovery() OR current_setting(\'transaction_read_only\') = \'on\')"
            "::text") == "true";
  }

  std::vector<UnitOutcome> execute(std::span<const Unit> window) override {
    cancelled_ = false;
    std::vector<UnitOutcome> outcomes;
    for (const Unit& unit : window) {
      outcomes.push_back(unrun(unit));
    }
    for (std::size_t i = 0; i < window.size(); ++i) {
      run_unit(window[i], i, outcomes[i]);
      if (outcomes[i].state != UnitOutcome::State::done) {
        break;
      }
    }
    return outcomes;
  }

  Rows ask(const Question& question) override {
    try {
      return ask_through(soci_, question);
    } catch (const soci::postgresql_soci_error& error) {
      ServerError refusal;
      refusal.sqlstate = error.sqlstate();
      refusal.trouble = trouble_of_sqlstate(refusal.sqlstate);
      refusal.message = server_text(error.what());
      throw error_of(refusal, question.text);
    }
  }

  Standing standing() const override {
    switch (PQtransactionStatus(conn_)) {
      case PQTRANS_IDLE:
        return Standing::idle;
      case PQTRANS_INERROR:
        return Standing::failed;
      case PQTRANS_UNKNOWN:
        return Standing::lost;
      default:
        return Standing::open;
    }
  }

  void cancel() noexcept override {
    cancelled_ = true;
    if (PGcancel* handle = PQgetCancel(conn_)) {
      char text[256];
      PQcancel(handle, text, sizeof text);
      PQfreeCancel(handle);
    }
  }

  const Server& server() const noexcept override { return server_; }
  std::size_t window_units() const noexcept override { return 64; }

 private:
  std::string one(const std::string& text) {
    const Rows rows = ask({text, {}});
    return rows.rows.empty() ? "" : rows.rows[0][0].value_or("");
  }

  void set(const std::string& name, const std::string& value) {
    (void)ask({"SELECT set_config(:v1, :v2, false)", {name, value}});
    server_.pinned += (server_.pinned.empty() ? "" : ", ") + name + "=" + value;
  }

  void pin(const Target& target) {
    set("TimeZone", "UTC");
    set("standard_conforming_strings", "on");
    set("DateStyle", "ISO, MDY");
    set("lock_timeout", std::to_string(target.lock_timeout.count()));
    set("statement_timeout", std::to_string(target.statement_timeout.count()));
    const std::string schema =
        target.schema.empty() ? one("SELECT current_schema()::text") : target.schema;
    if (!options_.administrative &&
        one("SELECT to_regnamespace(quote_ident(\'" + escaped(schema) + "\'))::text").empty()) {
      throw Error(Fault::missing, "the schema " + schema + " does not exist")
          .hinting("helium create");
    }
    const Rows quoted = ask({"SELECT quote_ident(:v1)::text", {schema}});
    set("search_path", quoted.rows[0][0].value_or("") + ", pg_catalog");
    if (options_.read_only) {
      set("default_transaction_read_only", "on");
    }
  }

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      out += c == '\'' ? "''" : std::string(1, c);
    }
    return out;
  }

  static std::optional<ServerError> error_in(const PGresult* result, PGconn* conn) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) {
      return std::nullopt;
    }
    ServerError error;
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    error.sqlstate = state == nullptr ? "08006" : state;
    error.trouble = trouble_of_sqlstate(error.sqlstate);
    error.message = server_text(primary == nullptr ? PQerrorMessage(conn) : primary);
    return error;
  }

  std::optional<ServerError> command(const std::string& text) {
    const Result result(PQexec(conn_, text.c_str()));
    return error_in(result.get(), conn_);
  }

  // For this transaction only; outside of one the session's own limits hold.
  std::optional<ServerError> limit(const StatementLimits& limits) {
    std::optional<ServerError> error;
    if (limits.lock_timeout) {
      error = command("SET LOCAL lock_timeout = " + std::to_string(limits.lock_timeout->count()));
    }
    if (!error && limits.statement_timeout) {
      error = command("SET LOCAL statement_timeout = " +
                      std::to_string(limits.statement_timeout->count()));
    }
    return error;
  }

  void run_unit(const Unit& unit, std::size_t number, UnitOutcome& outcome) {
    if (unit.begin && (outcome.error = command("BEGIN"))) {
      outcome.state = UnitOutcome::State::rolled_back;
      return;
    }
    const bool inside = standing() == Standing::open;
    if (unit.begin && (outcome.error = limit(unit.limits))) {
      (void)command("ROLLBACK");
      outcome.state = UnitOutcome::State::rolled_back;
      return;
    }
    for (std::size_t i = 0; i < unit.statements.size(); ++i) {
      if (options_.on_statement) {
        options_.on_statement(number, i);
      }
      Outcome& mine = outcome.statements[i];
      run_statement(unit.statements[i], mine);
      if (mine.error || (inside && standing() == Standing::idle)) {
        if (!mine.error) {
          fail(mine, ServerError{Trouble::transaction_ended,
                                 "",
                                 0,
                                 "the statement ended the transaction that Helium had opened",
                                 {}});
        }
        const bool left = mine.error->trouble == Trouble::transaction_ended || !inside;
        (void)command("ROLLBACK");
        outcome.state = left ? UnitOutcome::State::broken : UnitOutcome::State::rolled_back;
        return;
      }
    }
    outcome.state = unit.commit ? commit(outcome) : UnitOutcome::State::done;
  }

  UnitOutcome::State commit(UnitOutcome& outcome) {
    const Result result(PQexec(conn_, "COMMIT"));
    outcome.error = error_in(result.get(), conn_);
    if (PQstatus(conn_) == CONNECTION_BAD) {
      return UnitOutcome::State::in_doubt;
    }
    if (!outcome.error && std::string(PQcmdStatus(result.get())) == "ROLLBACK") {
      outcome.error = ServerError{Trouble::rolled_back, "", 0, "COMMIT answered ROLLBACK", {}};
    }
    return outcome.error ? UnitOutcome::State::rolled_back : UnitOutcome::State::done;
  }

  void run_statement(const Statement& statement, Outcome& outcome) {
    const Result result(PQexec(conn_, statement.text.c_str()));
    if (auto error = error_in(result.get(), conn_)) {
      fail(outcome, std::move(*error));
      return;
    }
    const std::string affected = PQcmdTuples(result.get());
    outcome.rows = affected.empty() ? 0 : std::stoull(affected);
    outcome.state = Outcome::State::done;
    if (auto refusal = broken_expectation(statement, outcome)) {
      fail(outcome, std::move(*refusal));
    }
  }

  soci::session soci_;
  PGconn* conn_ = nullptr;
  Options options_;
  Server server_;
  std::atomic<bool> cancelled_{false};
};

}  // namespace

std::unique_ptr<Session> open_postgresql(const Target& target, const Options& options) {
  return std::make_unique<PostgresqlSession>(target, options);
}

}  // namespace helium::session
