#include <soci/postgresql/soci-postgresql.h>

#include <map>
#include <memory>
#include <string>

#include "base/percent.h"
#include "base/text.h"
#include "session/held_stderr.h"
#include "session/local.h"
#include "session/openers.h"
#include "session/postgresql_answer.h"
#include "session/postgresql_session.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

const char* sslmode_of(TlsMode mode) {
  switch (mode) {
    case TlsMode::unset:
      return nullptr;
    case TlsMode::disable:
      return "disable";
    case TlsMode::prefer:
      return "prefer";
    case TlsMode::require:
      return "require";
    case TlsMode::verify_ca:
      return "verify-ca";
    case TlsMode::verify_full:
      return "verify-full";
  }
  return nullptr;
}

// Always a URI with at least one parameter, everything encoded: SOCI splits any other form at
// blanks.
std::string connect_string(const Target& target, const std::string& database) {
  const Url& url = target.url;
  std::string text = "postgresql://" + base::percent_encoded(url.user);
  text += url.password.empty() ? "" : ":" + base::percent_encoded(url.password.reveal());
  text += url.user.empty() ? "" : "@";
  text += url.host.find(':') == std::string::npos ? base::percent_encoded(url.host)
                                                  : "[" + url.host + "]";
  text += url.port == 0 ? "" : ":" + std::to_string(url.port);
  text += "/" + base::percent_encoded(database);
  std::map<std::string, std::string> parameters = {
      {"application_name", "helium"},
      {"connect_timeout", std::to_string((target.connect_timeout.count() + 999) / 1000)},
      {"keepalives_idle", "30"},
      {"keepalives_interval", "10"},
      {"keepalives_count", "3"},
      {"tcp_user_timeout", "60000"},
  };
  for (const auto& [name, value] : url.parameters) {
    parameters[name] = value;
  }
  if (const char* mode = sslmode_of(url.tls)) {
    parameters["sslmode"] = mode;
  }
  char between = '?';
  for (const auto& [name, value] : parameters) {
    text += between + base::percent_encoded(name) + "=" + base::percent_encoded(value);
    between = '&';
  }
  return text;
}

// The settings that the text of a migration may meet, as PostgreSQL has them when nobody changed
// them.
constexpr const char* pins[] = {
    "TimeZone = 'UTC'",
    "client_encoding = 'UTF8'",
    "standard_conforming_strings = on",
    "escape_string_warning = on",
    "DateStyle = 'ISO, MDY'",
    "IntervalStyle = 'postgres'",
    "default_transaction_isolation = 'read committed'",
    "default_transaction_deferrable = off",
    "check_function_bodies = on",
    "xmloption = 'content'",
    "bytea_output = 'hex'",
    "transform_null_equals = off",
    "array_nulls = on",
    "quote_all_identifiers = off",
    "row_security = on",
    "idle_in_transaction_session_timeout = 0",
    "client_min_messages = 'notice'",
    // A server that waits for a client which is gone keeps its locks, and ours: it must notice too.
    "tcp_keepalives_idle = 30",
    "tcp_keepalives_interval = 10",
    "tcp_keepalives_count = 3",
};

std::string quoted_name(const std::string& name) {
  return "\"" + base::replaced(name, "\"", "\"\"") + "\"";
}

bool names_missing_database(const std::string& words) {
  return words.find("database \"") != std::string::npos &&
         words.find("does not exist") != std::string::npos;
}

}  // namespace

PostgresqlSession::PostgresqlSession(const Target& target, const Options& options)
    : target_(target), options_(options) {
  defaults_.lock_timeout = target.lock_timeout;
  defaults_.statement_timeout = target.statement_timeout;
  const std::string database = options.administrative ? "postgres" : target.url.database;
  try {
    const HeldStderr held;
    soci_.open(soci::postgresql, connect_string(target, database));
  } catch (const soci::soci_error& error) {
    const std::string words = error.what();
    if (names_missing_database(words)) {
      throw Error(Fault::missing, "the database " + database + " does not exist")
          .hinting("helium create");
    }
    throw connection_error(target.url, words);
  }
  connection_ = static_cast<soci::postgresql_session_backend*>(soci_.get_backend())->conn_;
  cancel_.reset(PQgetCancel(connection_));
  PQsetNoticeReceiver(connection_, on_notice, this);
  try {
    learn_server(target);
    pin(target);
  } catch (const Error& error) {
    throw error.connection_lost() ? connection_error(target.url, error.message()) : error;
  }
}

std::unique_ptr<Session> PostgresqlSession::another() const {
  if (!is_local(PQsocket(connection_)) || server_.pooled) {
    return nullptr;
  }
  try {
    return std::make_unique<PostgresqlSession>(target_, Options{.read_only = options_.read_only});
  } catch (const Error&) {
    return nullptr;  // the server has no room for one more
  }
}

void PostgresqlSession::learn_server(const Target& target) {
  const std::string facts =
      "SELECT current_setting('server_version'), pg_backend_pid(), "
      "pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on', "
      "current_schema(), current_database(), CASE WHEN pg_is_in_recovery() THEN '' "
      "ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END";
  Result result = command(facts + ", (SELECT system_identifier FROM pg_control_system())");
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    result = command(facts + ", ''");  // no right to ask for the identifier
  }
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    throw error_of(refusal_or_loss(result.get(), facts), facts);
  }
  if (PQntuples(result.get()) != 1 || PQnfields(result.get()) != 7) {
    throw connection_error(target.url, "the server does not answer as PostgreSQL does");
  }
  const auto value = [&](int column) { return std::string(PQgetvalue(result.get(), 0, column)); };
  server_.product = "PostgreSQL";
  server_.version = value(0);
  server_.dialect = "postgresql";
  server_.session_id = value(1);
  server_.read_only = value(2) == "t";
  server_.schema = target.schema.empty() ? value(3) : target.schema;
  // Only a pool lets another process answer than the one that it named at connect.
  server_.pooled = std::to_string(PQbackendPID(connection_)) != server_.session_id;
  server_.version += server_.pooled ? " through a connection pool" : "";
  // A replica that was made the primary has its system's identifier and a timeline of its own.
  server_.identity = value(6) + "/" + value(5) + "/" + value(4);
}

// The server passes over a schema of search_path that the user may not use, and reads "$user",
// quoted or not, as the user's name: a table made there would be a temporary one, gone with us.
void PostgresqlSession::refuse_passed_over(const std::string& usable) const {
  if (server_.schema == "$user") {
    throw Error(Fault::config, "PostgreSQL finds nothing in a schema that is called $user")
        .hinting("give the schema another name");
  }
  if (usable != "yes" && !options_.read_only) {
    throw Error(Fault::refused, "the user has no right to use the schema " + server_.schema)
        .hinting("GRANT USAGE ON SCHEMA " + quoted_name(server_.schema) + " TO the user");
  }
}

void PostgresqlSession::pin(const Target& target) {
  if (!options_.administrative) {
    const Rows found =
        ask({"SELECT nspname::text AS name, CASE WHEN "
             "pg_catalog.has_schema_privilege(oid, 'USAGE') THEN 'yes' ELSE 'no' END AS usable "
             "FROM pg_catalog.pg_namespace WHERE nspname = :v1",
             {server_.schema}});
    if (found.rows.empty()) {
      throw Error(Fault::missing,
                  "the schema " + server_.schema + " does not exist in " + target.url.shown())
          .hinting("helium create");
    }
    refuse_passed_over(found.rows.front().at(1).value_or(""));
    // Temporary tables come last, so that none can stand in front of a table of the schema.
    settings_.push_back("search_path = " + quoted_name(server_.schema) + ", pg_temp");
  }
  const auto add = [&](const std::string& setting) { settings_.push_back(setting); };
  for (const char* setting : pins) {
    add(setting);
  }
  const std::string lock = "lock_timeout = " + std::to_string(defaults_.lock_timeout->count());
  const std::string statement =
      "statement_timeout = " + std::to_string(defaults_.statement_timeout->count());
  add(lock);
  add(statement);
  own_limits_ = "SET " + lock + ";SET " + statement;
  add(std::string("default_transaction_read_only = ") + (options_.read_only ? "on" : "off"));
  if (options_.read_only) {
    add("jit = off");  // here only we ask: compiling a question to the catalog takes seconds
  }
  server_.pinned = base::joined(settings_, ", ");
  if (!server_.pooled) {
    pins_ = "SET " + base::joined(settings_, ";SET ") + ";";
    command_or_throw(pins_);
  }
}

std::unique_ptr<Session> open_postgresql(const Target& target, const Options& options) {
  return std::make_unique<PostgresqlSession>(target, options);
}

}  // namespace helium::session
