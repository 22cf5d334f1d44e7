#include "target/password.h"

#include <sstream>
#include <string_view>

#include "base/log.h"
#include "base/text.h"
#include "files/files.h"

namespace helium::target {
namespace {

std::string first_line(const std::string& text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

// The value of `password` in [client] of an option file: later lines win, as in the client itself.
std::string from_option_file(const std::string& path) {
  std::istringstream lines(base::normalised(files::read(path)));
  std::string line;
  std::string group;
  std::string password;
  while (std::getline(lines, line)) {
    const std::string_view text = base::trimmed(line);
    if (!text.empty() && text.front() == '[') {
      group = text;
      continue;
    }
    const auto equals = text.find('=');
    const bool is_password =
        equals != std::string_view::npos && base::trimmed(text.substr(0, equals)) == "password";
    if (!is_password || (group != "[client]" && group != "[client-mariadb]")) {
      continue;
    }
    std::string_view value = base::trimmed(text.substr(equals + 1));
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                        value.front() == value.back();
    password = quoted ? value.substr(1, value.size() - 2) : value;
  }
  return password;
}

struct Found {
  std::string password;
  std::string source;
};

Found look(const Layer& layer, const Variables& variables, const Url& url) {
  const auto file = layer.settings.find("password_file");
  if (file != layer.settings.end()) {
    return {first_line(files::read(file->second.values.front())), file->second.source};
  }
  if (const auto value = variables.get("HELIUM_PASSWORD"); !value.empty()) {
    return {value, variables.source("HELIUM_PASSWORD")};
  }
  if (url.scheme != "mysql" && url.scheme != "mariadb") {
    return {};
  }
  if (const auto value = variables.get("MYSQL_PWD"); !value.empty()) {
    return {value, variables.source("MYSQL_PWD")};
  }
  const std::string home = variables.get("HOME");
  const std::string options = files::join(home, ".my.cnf");
  if (home.empty() || !files::exists(options) || files::is_folder(options)) {
    return {};
  }
  return {from_option_file(options), options};
}

}  // namespace

std::string find_password(const Layer& layer, const Variables& variables, Url& url) {
  if (!url.password.empty() || url.scheme == "sqlite" || url.scheme.empty()) {
    return {};
  }
  Found found = look(layer, variables, url);
  if (found.password.empty()) {
    return {};
  }
  base::hide(found.password);
  url.password = Secret(std::move(found.password));
  return found.source;
}

}  // namespace helium::target
