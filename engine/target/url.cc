// Database URLs. No message shows a piece of the URL that could be a password's: when a password
// holds an unescaped "/" or "@", the parts do not stand where they seem to.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/log.h"
#include "base/text.h"
#include "helium/error.h"
#include "target/target.h"

namespace helium::target {
namespace {

constexpr const char* url_help =
    "write sqlite:PATH or postgresql://user:password@host:port/database (also mysql, mariadb, "
    "db2); "
    "in user and password write @ as %40, / as %2F, % as %25";

Error wrong(const std::string& what) {
  return Error(Fault::config, "the database URL is wrong: " + what).hinting(url_help);
}

int hex_value(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::string low = base::lower(std::string_view(&c, 1));
  const auto at = digits.find(low);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string decoded(std::string_view text, const std::string& part) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      throw wrong("in its " + part + " a % is not followed by two hexadecimal digits");
    }
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (result.find('\0') != std::string::npos) {
    throw wrong("its " + part + " holds a NUL byte");
  }
  return result;
}

std::string scheme_of(std::string_view text) {
  const auto colon = text.find(':');
  const std::string scheme = base::lower(text.substr(0, std::min(colon, std::size_t{20})));
  const bool is_word = !scheme.empty() && scheme.find_first_not_of(
                                              "abcdefghijklmnopqrstuvwxyz"
                                              "0123456789+-.") == scheme.npos;
  if (colon == std::string_view::npos || !is_word) {
    throw wrong("it does not begin with a scheme");
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> schemes = {{
      {"postgresql", "postgresql"},
      {"postgres", "postgresql"},
      {"pgsql", "postgresql"},
      {"mysql", "mysql"},
      {"mariadb", "mariadb"},
      {"sqlite", "sqlite"},
      {"sqlite3", "sqlite"},
      {"db2", "db2"},
      {"ibmdb2", "db2"},
  }};
  std::vector<std::string> known;
  for (const auto& [name, meaning] : schemes) {
    if (scheme == name) {
      return std::string(meaning);
    }
    known.emplace_back(name);
  }
  const std::string near = base::did_you_mean(scheme, known);
  const Error error = wrong("no database has the scheme '" + scheme + "'");
  throw near.empty() ? error : error.hinting(near);
}

// "a=1&b=2" into the map; a name given twice is refused, because one of them would be lost.
void take_parameters(std::string_view query, Url& url) {
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    if (pair.empty()) {
      continue;
    }
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      throw wrong("its parameters are not NAME=VALUE pairs joined by &");
    }
    const std::string name = decoded(pair.substr(0, equals), "parameters");
    if (!url.parameters.emplace(name, decoded(pair.substr(equals + 1), "parameters")).second) {
      throw wrong("its parameter '" + name + "' is given twice");
    }
  }
}

std::uint16_t port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (fault != std::errc{} || end != text.data() + text.size() || port == 0) {
    throw wrong("its port is not a number from 1 to 65535");
  }
  return port;
}

void take_host(std::string_view text, Url& url) {
  if (text.substr(0, 1) == "[") {
    const auto close = text.find(']');
    if (close == std::string_view::npos) {
      throw wrong("its host begins with [ and has no ]");
    }
    url.host = decoded(text.substr(1, close - 1), "host");
    text.remove_prefix(close + 1);
    if (!text.empty() && text.front() != ':') {
      throw wrong("behind the ] of its host stands no port");
    }
  } else {
    const auto colon = text.find(':');
    url.host = decoded(text.substr(0, colon), "host");
    text.remove_prefix(std::min(colon, text.size()));
  }
  if (text.size() > 1) {
    url.port = port_of(text.substr(1));
  }
}

void take_user(std::string_view text, Url& url) {
  const auto colon = text.find(':');
  url.user = decoded(text.substr(0, colon), "user");
  if (colon != std::string_view::npos) {
    url.password = Secret(decoded(text.substr(colon + 1), "password"));
  }
}

// The first word for a mode is the one that is told.
constexpr std::array<std::pair<std::string_view, TlsMode>, 6> modes = {{
    {"disable", TlsMode::disable},
    {"prefer", TlsMode::prefer},
    {"allow", TlsMode::prefer},
    {"require", TlsMode::require},
    {"verify-ca", TlsMode::verify_ca},
    {"verify-full", TlsMode::verify_full},
}};

TlsMode tls_mode(const std::string& word) {
  std::vector<std::string> known;
  for (const auto& [name, mode] : modes) {
    if (word == name) {
      return mode;
    }
    known.emplace_back(name);
  }
  const std::string near = base::did_you_mean(word, known);
  throw wrong("its tls mode is not one of disable, prefer, require, verify-ca, verify-full")
      .hinting(near.empty() ? "leave tls away for the client's default" : near);
}

void take_tls(Url& url) {
  for (const char* name : {"tls", "sslmode"}) {
    const auto found = url.parameters.find(name);
    if (found == url.parameters.end()) {
      continue;
    }
    if (url.tls != TlsMode::unset) {
      throw wrong("it has both tls and sslmode").hinting("keep tls");
    }
    url.tls = tls_mode(found->second);
    url.parameters.erase(found);
  }
}

// A port among the parameters counts where the authority has none: with host=/dir it belongs there.
void take_port_parameter(Url& url) {
  const auto found = url.parameters.find("port");
  if (found == url.parameters.end()) {
    return;
  }
  if (url.port != 0) {
    throw wrong("it has two ports");
  }
  url.port = port_of(found->second);
  url.parameters.erase(found);
}

// sqlite:shop.db, sqlite:/abs, sqlite:///abs, sqlite://shop.db, sqlite::memory:
void take_path(std::string_view rest, Url& url) {
  if (rest.substr(0, 2) == "//") {
    rest.remove_prefix(2);
  }
  url.database = decoded(rest, "path");
  if (url.database.empty()) {
    throw wrong("it names no file").hinting("write sqlite:shop.db or sqlite::memory:");
  }
  if (url.database.rfind("file:", 0) == 0) {  // the library would open another file than we look at
    throw wrong("its path begins with file:").hinting("write sqlite:PATH, or sqlite:./file:...");
  }
}

void take_authority(std::string_view rest, Url& url) {
  if (rest.substr(0, 2) != "//") {
    throw wrong("// is missing behind the scheme");
  }
  rest.remove_prefix(2);
  const auto slash = rest.find('/');
  std::string_view authority = rest.substr(0, slash);
  const auto at = authority.rfind('@');
  if (at != std::string_view::npos) {
    take_user(authority.substr(0, at), url);
    authority.remove_prefix(at + 1);
  }
  const std::string_view path = slash == rest.npos ? std::string_view{} : rest.substr(slash + 1);
  if (path.find('@') != std::string_view::npos) {
    throw wrong("an @ stands behind the host").hinting("write / in a user or password as %2F");
  }
  take_host(authority, url);
  url.database = decoded(path, "database");
  if (url.database.find('/') != std::string::npos) {
    throw wrong("its database name holds a /");
  }
}

}  // namespace

std::string tls_word(TlsMode mode) {
  const auto* const found =
      std::find_if(modes.begin(), modes.end(), [&](const auto& one) { return one.second == mode; });
  return found == modes.end() ? std::string() : std::string(found->first);
}

Url parse_url(std::string_view text) {
  if (base::invalid_utf8(text)) {
    throw wrong("it is not valid UTF-8");
  }
  Url url;
  url.scheme = scheme_of(text);
  std::string_view rest = text.substr(text.find(':') + 1);
  const auto question = rest.find('?');
  if (question != std::string_view::npos) {
    take_parameters(rest.substr(question + 1), url);
    rest = rest.substr(0, question);
  }
  if (url.scheme == "sqlite") {
    take_path(rest, url);
    if (!url.parameters.empty()) {  // mode=ro that is not kept would be a promise broken
      throw wrong("a SQLite file has no parameters").hinting("write ? in a path as %3F");
    }
    return url;
  }
  take_authority(rest, url);
  base::hide(url.password.reveal());
  take_tls(url);
  take_port_parameter(url);
  return url;
}

}  // namespace helium::target
