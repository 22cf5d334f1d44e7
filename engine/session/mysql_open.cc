#include <netinet/in.h>
#include <netinet/tcp.h>
#include <soci/mysql/soci-mysql.h>
#include <sys/socket.h>

#include <memory>
#include <string>

#include "base/text.h"
#include "session/mysql_session.h"
#include "session/openers.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

// Strict, and the same on every server; but whether MariaDB's GRANT makes a user that is not there,
// without a password, is for who runs the server to say.
constexpr const char* strict_mode =
    "sql_mode = CONCAT('ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
    " IF(@@GLOBAL.sql_mode LIKE '%NO_AUTO_CREATE_USER%', ',NO_AUTO_CREATE_USER', ''))";
constexpr const char* pins[] = {
    strict_mode,
    "time_zone = '+00:00'",
    "foreign_key_checks = 1",
    "unique_checks = 1",
    "autocommit = 1",
    "sql_safe_updates = 0",
    "sql_auto_is_null = 0",
    "group_concat_max_len = 1048576",
    "net_read_timeout = 3600",
    "net_write_timeout = 3600",
    // Fewer rows than there are would make a ledger look shorter.
    "sql_select_limit = 18446744073709551615",
    "sql_notes = 1",
    "completion_type = 'NO_CHAIN'",
};
constexpr const char* errors_kept = "max_error_count = 1024";
// What not every version knows, or lets everybody set: MySQL 9 keeps the number of errors for its
// administrators.
std::vector<std::string> wishes_of(const std::string& dialect) {
  if (dialect == "mariadb") {
    return {"check_constraint_checks = 1", "explicit_defaults_for_timestamp = 1"};
  }
  // The last: else numbers of rows, sizes and next numbers are those of up to a day ago.
  return {errors_kept, "explicit_defaults_for_timestamp = 1",
          "information_schema_stats_expiry = 0"};
}

// SOCI reads 'a\'b' as a'b and 'a\\b' as a\b.
std::string quoted(const std::string& value) {
  return "'" + base::replaced(base::replaced(value, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string parameter(const Url& url, const std::string& name) {
  const auto found = url.parameters.find(name);
  return found == url.parameters.end() ? std::string() : found->second;
}

int number(const Url& url, const char* name, int otherwise) {
  const std::string text = parameter(url, name);
  const bool plain =
      !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
  return plain ? std::stoi(text) : otherwise;
}

// A line that goes dead without a word is noticed, as libpq does, with its names.
void keep_alive(int line, const Url& url) {
  const auto set = [&](int level, int option, int value) {
    (void)setsockopt(line, level, option, &value, sizeof value);  // a unix socket has none of these
  };
  set(SOL_SOCKET, SO_KEEPALIVE, 1);
  set(IPPROTO_TCP, TCP_KEEPIDLE, number(url, "keepalives_idle", 30));
  set(IPPROTO_TCP, TCP_KEEPINTVL, number(url, "keepalives_interval", 10));
  set(IPPROTO_TCP, TCP_KEEPCNT, number(url, "keepalives_count", 3));
  set(IPPROTO_TCP, TCP_USER_TIMEOUT, number(url, "tcp_user_timeout", 60000));
}

// SOCI 4.0 can hand a certificate to the client, but has no key that makes the client verify a host
// name or insist on TLS. What cannot be kept is refused.
void refuse_tls(const Url& url) {
  const char* mode = nullptr;
  switch (url.tls) {
    case TlsMode::require:
      mode = "require";
      break;
    case TlsMode::verify_ca:
      mode = "verify-ca";
      break;
    case TlsMode::verify_full:
      mode = "verify-full";
      break;
    default:
      return;
  }
  throw Error(Fault::config, std::string("tls=") + mode + " cannot be kept on " + url.scheme +
                                 ": this client cannot be made to insist on it")
      .hinting("connect over a unix socket (socket=/path) or through a tunnel of your own");
}

std::string connect_string(const Target& target, const std::string& database) {
  const Url& url = target.url;
  refuse_tls(url);
  std::string text = "charset=utf8mb4 local_infile=0";
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) {
      text += std::string(" ") + key + "=" + quoted(value);
    }
  };
  add("db", database);
  add("user", url.user);
  add("pass", url.password.reveal());
  add("host", url.host);
  add("unix_socket", parameter(url, "socket"));
  add("sslca", parameter(url, "sslca"));
  add("sslcert", parameter(url, "sslcert"));
  add("sslkey", parameter(url, "sslkey"));
  text += url.port == 0 ? "" : " port=" + std::to_string(url.port);
  text += " connect_timeout=" + std::to_string((target.connect_timeout.count() + 999) / 1000);
  return text;
}

}  // namespace

MysqlSession::MysqlSession(const Target& target, const Options& options)
    : target_(target), options_(options) {
  defaults_.lock_timeout = target.lock_timeout;
  defaults_.statement_timeout = target.statement_timeout;
  try {
    soci_.open(soci::mysql, connect_string(target, ""));
  } catch (const soci::soci_error& error) {
    throw connection_error(target.url, error.what());
  }
  connection_ = static_cast<soci::mysql_session_backend*>(soci_.get_backend())->conn_;
  keep_alive(mysql_get_socket(connection_), target.url);
  mysql_set_server_option(connection_, MYSQL_OPTION_MULTI_STATEMENTS_ON);
  try {
    learn_server();
    enter_schema(target);
    if (const auto refusal = pin()) {
      throw error_of(*refusal, "SET SESSION");
    }
  } catch (const Error& error) {
    throw error.connection_lost() ? connection_error(target.url, error.message()) : error;
  }
}

std::vector<std::string> MysqlSession::first_row(const std::string& text) {
  std::vector<std::string> cells;
  if (mysql_real_query(connection_, text.data(), text.size()) != 0) {
    return cells;
  }
  MYSQL_RES* rows = mysql_store_result(connection_);
  MYSQL_ROW row = rows == nullptr ? nullptr : mysql_fetch_row(rows);
  for (unsigned i = 0; row != nullptr && i < mysql_num_fields(rows); ++i) {
    cells.emplace_back(row[i] == nullptr ? "" : row[i]);
  }
  if (rows != nullptr) {
    mysql_free_result(rows);
  }
  return cells;
}

void MysqlSession::learn_server() {
  const auto facts = first_row(
      "SELECT VERSION(), CONNECTION_ID(), @@global.read_only, @@max_allowed_packet, @@hostname, "
      "@@port, @@datadir");
  if (facts.size() != 7) {
    throw error_of(last_error(), "SELECT VERSION()");
  }
  const bool mariadb = facts[0].find("MariaDB") != std::string::npos;
  server_.product = mariadb ? "MariaDB" : "MySQL";
  server_.dialect = mariadb ? "mariadb" : "mysql";
  server_.version = facts[0];
  server_.session_id = facts[1];
  server_.read_only = facts[2] != "0" && facts[2] != "OFF";
  most_bytes_ = std::stoull(facts[3]);
  packet_bytes_ = std::max<std::uint64_t>(most_bytes_ / 4, 1024);
  const auto uuid = first_row(mariadb ? "SELECT @@server_uid" : "SELECT @@server_uuid");
  server_.identity = uuid.empty() ? facts[4] + ":" + facts[5] + facts[6] : uuid[0];
}

void MysqlSession::enter_schema(const Target& target) {
  const std::string schema = target.schema.empty() ? target.url.database : target.schema;
  if (options_.administrative) {
    return;
  }
  if (schema.empty()) {
    throw Error(Fault::config, "the URL names no database")
        .hinting(target.url.scheme + "://user@host/DATABASE, or --schema DATABASE");
  }
  if (mysql_select_db(connection_, schema.c_str()) != 0) {
    const ServerError error = last_error();
    if (error.native_code == 1049) {
      throw Error(Fault::missing, "the database " + schema + " does not exist")
          .hinting("helium create");
    }
    throw error_of(error, "USE " + schema);
  }
  server_.schema = schema;
}

std::optional<ServerError> MysqlSession::pin() {
  std::vector<std::string> settings(std::begin(pins), std::end(pins));
  if (server_.dialect == "mariadb") {
    settings.emplace_back(errors_kept);
  }
  for (auto& limit : limit_texts(limits_)) {
    settings.push_back(std::move(limit));
  }
  const std::string all = base::joined(settings, ", ");
  const std::string access = options_.read_only ? "READ ONLY" : "READ WRITE";
  for (const auto& text : {std::string("SET NAMES utf8mb4"), "SET SESSION " + all,
                           "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, " + access}) {
    if (auto refusal = command(text)) {
      return refusal;
    }
  }
  server_.pinned = all;
  for (const std::string& wish : wishes_of(server_.dialect)) {
    if (!command("SET SESSION " + wish)) {
      server_.pinned += ", " + wish;
    } else if (lost_) {
      return last_error();
    }
  }
  // Through the client's own call, so that it knows the database too.
  if (!server_.schema.empty() && mysql_select_db(connection_, server_.schema.c_str()) != 0) {
    return last_error();
  }
  return std::nullopt;
}

std::unique_ptr<Session> open_mysql(const Target& target, const Options& options) {
  return std::make_unique<MysqlSession>(target, options);
}

}  // namespace helium::session
