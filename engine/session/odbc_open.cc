#include <array>
#include <string>

#include "base/text.h"
#include "session/odbc_session.h"
#include "session/openers.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

// IBM's driver takes a value as it stands up to the next semicolon; braces would become part of it.
void refuse_semicolon(const std::string& name, const std::string& value) {
  if (value.find(';') != std::string::npos) {
    throw Error(Fault::config, "the " + name +
                                   " holds a semicolon, which a Db2 connection string "
                                   "cannot carry");
  }
}

std::string tls_keys(const Url& url) {
  switch (url.tls) {
    case TlsMode::require:
    case TlsMode::verify_ca:
      return ";Security=SSL";
    case TlsMode::verify_full:
      return ";Security=SSL;SSLClientHostnameValidation=BASIC";
    default:
      return "";
  }
}

std::string connect_string(const Target& target) {
  const Url& url = target.url;
  const auto driver = url.parameters.find("driver");
  std::string text = "DRIVER=" + (driver == url.parameters.end() ? "Db2" : driver->second);
  const auto add = [&](const std::string& name, const std::string& key, const std::string& value) {
    refuse_semicolon(name, value);
    text += value.empty() ? "" : ";" + key + "=" + value;
  };
  add("database name", "DATABASE", url.database);
  add("host", "HOSTNAME", url.host);
  add("port", "PORT", std::to_string(url.port == 0 ? 50000 : url.port));
  add("protocol", "PROTOCOL", "TCPIP");
  add("user", "UID", url.user);
  add("password", "PWD", url.password.reveal());
  add("connect timeout", "CONNECTTIMEOUT",
      std::to_string((target.connect_timeout.count() + 999) / 1000));
  for (const auto& [key, value] : url.parameters) {
    if (key != "driver") {
      add("parameter " + key, key, value);
    }
  }
  return text + tls_keys(url);
}

std::string info(SQLHDBC connection, SQLUSMALLINT what) {
  std::array<char, 256> text{};
  SQLSMALLINT length = 0;
  SQLGetInfo(connection, what, text.data(), static_cast<SQLSMALLINT>(text.size()), &length);
  return text.data();
}

bool names_missing_database(const std::string& words) {
  return words.find("SQL30061N") != std::string::npos ||
         words.find("SQL1013N") != std::string::npos || words.find("SQL1031N") != std::string::npos;
}

}  // namespace

OdbcSession::OdbcSession(const Target& target, const Options& options) : options_(options) {
  defaults_.lock_timeout = target.lock_timeout;
  defaults_.statement_timeout = target.statement_timeout;
  soci::connection_parameters parameters(soci::odbc, connect_string(target));
  // Without it a driver may open a window and ask.
  parameters.set_option(soci::odbc_option_driver_complete, "0");
  try {
    soci_.open(parameters);
  } catch (const soci::odbc_soci_error& error) {
    const std::string words = reinterpret_cast<const char*>(error.odbc_error_message());
    if (names_missing_database(words)) {
      throw Error(Fault::missing, "the database " + target.url.database + " does not exist")
          .hinting("Db2 databases are created by its own tools");
    }
    throw connection_error(target.url, words);
  } catch (const soci::soci_error&) {
    throw connection_error(target.url, "the driver gave no reason");
  }
  connection_ = static_cast<soci::odbc_session_backend*>(soci_.get_backend())->hdbc_;
  learn_server(target);
  if (!options_.administrative) {
    enter_schema(target);
  }
  if (const auto refusal = pin()) {
    throw error_of(*refusal, "SET");
  }
}

void OdbcSession::learn_server(const Target& target) {
  server_.product = info(connection_, SQL_DBMS_NAME);
  server_.version = info(connection_, SQL_DBMS_VER);
  server_.dialect = "db2";
  server_.identity = info(connection_, SQL_SERVER_NAME) + "/" + target.url.database;
  const std::string read_only = info(connection_, SQL_DATA_SOURCE_READ_ONLY);
  server_.read_only = read_only == "Y";
  if (options_.read_only) {
    SQLSetConnectAttr(connection_, SQL_ATTR_ACCESS_MODE,
                      reinterpret_cast<SQLPOINTER>(SQL_MODE_READ_ONLY), 0);
  }
}

// Names are folded as the server folds them: a plain one to upper case.
void OdbcSession::enter_schema(const Target& target) {
  if (target.schema.empty()) {
    const Rows current = ask({"SELECT CURRENT SCHEMA AS name FROM SYSIBM.SYSDUMMY1", {}});
    server_.schema = std::string(base::trimmed(current.rows.at(0).at(0).value_or("")));
    return;
  }
  server_.schema = base::upper(target.schema);
  const bool derby = server_.product.find("DERBY") != std::string::npos;
  const Rows found =
      ask({derby ? "SELECT schemaname AS name FROM SYS.SYSSCHEMAS WHERE schemaname = :v1"
                 : "SELECT schemaname AS name FROM SYSCAT.SCHEMATA WHERE schemaname = :v1",
           {server_.schema}});
  if (found.rows.empty()) {
    throw Error(Fault::missing,
                "the schema " + server_.schema + " does not exist in " + target.url.shown())
        .hinting("helium create");
  }
}

std::optional<ServerError> OdbcSession::pin() {
  const auto seconds = std::to_string((defaults_.lock_timeout->count() + 999) / 1000);
  std::vector<std::string> texts = {"SET CURRENT ISOLATION = CS"};
  if (!server_.schema.empty()) {
    texts.push_back("SET SCHEMA \"" + base::replaced(server_.schema, "\"", "\"\"") + "\"");
  }
  // Derby keeps its lock time-out in the server's own settings and does not know this one.
  const std::string lock = "SET CURRENT LOCK TIMEOUT " + seconds;
  texts.push_back(lock);
  server_.pinned.clear();
  for (const auto& text : texts) {
    const OdbcStatement held(connection_);
    auto* bytes = reinterpret_cast<SQLCHAR*>(const_cast<char*>(text.data()));
    const auto got = SQLExecDirect(held.handle(), bytes, static_cast<SQLINTEGER>(text.size()));
    if (got != SQL_NO_DATA && !SQL_SUCCEEDED(got)) {
      if (text == lock) {
        continue;
      }
      return diagnosis(SQL_HANDLE_STMT, held.handle());
    }
    server_.pinned += (server_.pinned.empty() ? "" : ", ") + text.substr(4);
  }
  return std::nullopt;
}

std::unique_ptr<Session> open_odbc(const Target& target, const Options& options) {
  return std::make_unique<OdbcSession>(target, options);
}

}  // namespace helium::session
