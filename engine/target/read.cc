// Flag > environment > file > default, setting by setting.
#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "files/files.h"
#include "helium/error.h"
#include "target/password.h"
#include "target/settings.h"
#include "target/target.h"
#include "target/variables.h"

namespace helium::target {
namespace {

constexpr const char* default_file = "helium.toml";

std::string trimmed_lines(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
    text.pop_back();
  }
  return text;
}

std::vector<std::string> split_commas(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const auto comma = std::min(text.find(',', from), text.size());
    const auto part = base::trimmed(std::string_view(text).substr(from, comma - from));
    if (!part.empty()) {
      parts.emplace_back(part);
    }
    from = comma + 1;
  }
  return parts;
}

Layer from_environment(const Variables& variables) {
  Layer layer;
  // The URL has four names. Of .env none counts where the environment has one of them.
  constexpr std::array names = {"DATABASE_URL_FILE", "DATABASE_URL", "HELIUM_URL_FILE",
                                "HELIUM_URL"};
  const bool spoken = std::any_of(names.begin(), names.end(),
                                  [&](const char* name) { return variables.in_process(name); });
  for (const char* name : names) {
    const auto value = variables.get(name);
    if (value.empty() || (spoken && !variables.in_process(name))) {
      continue;
    }
    const bool is_file = std::string_view(name).find("_FILE") != std::string_view::npos;
    layer.settings["url"] = {
        {is_file ? trimmed_lines(files::read(value)) : value}, variables.source(name), {}};
  }
  for (const auto& key : keys()) {
    if (key.kind == Kind::url) {
      continue;
    }
    const std::string value = key.variable.empty() ? "" : variables.get(key.variable);
    if (value.empty()) {
      continue;
    }
    const bool is_list = key.kind == Kind::paths || key.kind == Kind::list;
    layer.settings[key.name] = {is_list ? split_commas(value) : std::vector<std::string>{value},
                                variables.source(key.variable),
                                {}};
  }
  return layer;
}

Layer from_flags(const Flags& flags) {
  Layer layer;
  const auto add = [&](const char* key, const std::string& value, const char* flag) {
    if (!value.empty()) {
      layer.settings[key] = {{value}, std::string("flag ") + flag, {}};
    }
  };
  add("url", flags.url, "--url");
  add("schema", flags.schema, "--schema");
  add("home", flags.home, "--home");
  if (!flags.designs.empty()) {
    layer.settings["designs"] = {flags.designs, "flag --design", {}};
  }
  return layer;
}

// What a layer holds, as values of the right type; errors name the setting and its source.
class Values {
 public:
  explicit Values(const Layer& layer) : layer_(layer) {}

  [[nodiscard]] const Setting* find(const std::string& name) const {
    const auto found = layer_.settings.find(name);
    return found == layer_.settings.end() ? nullptr : &found->second;
  }
  void text(const std::string& name, std::string& value) const {
    if (const Setting* setting = find(name); setting != nullptr) {
      value = setting->values.front();
    }
  }
  void list(const std::string& name, std::vector<std::string>& value) const {
    if (const Setting* setting = find(name); setting != nullptr) {
      value = setting->values;
    }
  }
  void duration(const std::string& name, std::chrono::milliseconds& value) const {
    if (const Setting* setting = find(name); setting != nullptr) {
      try {
        value = base::read_duration(setting->values.front());
      } catch (const Error& error) {
        throw wrong(name, *setting, error.message()).hinting(error.hint());
      }
    }
  }
  void bytes(const std::string& name, std::uint64_t& value) const {
    if (const Setting* setting = find(name); setting != nullptr) {
      value = read_bytes(name, *setting);
    }
  }
  [[nodiscard]] static Error wrong(const std::string& name, const Setting& setting,
                                   const std::string& why) {
    return Error(Fault::config, name + " (" + setting.source + "): " + why).at(setting.where);
  }

 private:
  [[nodiscard]] static std::uint64_t read_bytes(const std::string& name, const Setting& setting) {
    const std::string text = base::upper(setting.values.front());
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string unit(base::trimmed(std::string_view(text).substr(digits)));
    const std::uint64_t factor = unit == "GB"                  ? 1ULL << 30
                                 : unit == "MB"                ? 1ULL << 20
                                 : unit == "KB"                ? 1ULL << 10
                                 : unit.empty() || unit == "B" ? 1
                                                               : 0;
    if (digits == 0 || digits > 12 || factor == 0) {
      throw wrong(name, setting, "'" + setting.values.front() + "' is not a size")
          .hinting("write 256MB or 1GB");
    }
    return std::stoull(text.substr(0, digits)) * factor;
  }

  const Layer& layer_;
};

void take_url(const Values& values, Target& target) {
  const Setting* url = values.find("url");
  if (url == nullptr) {
    return;
  }
  try {
    target.url = parse_url(url->values.front());
  } catch (const Error& error) {
    throw Error(Fault::config, error.message())
        .at(url->where)
        .noting("from " + url->source)
        .hinting(error.hint());
  }
}

void take_undefined(const Values& values, Target& target) {
  const Setting* setting = values.find("undefined_macros");
  if (setting == nullptr) {
    return;
  }
  const std::string& word = setting->values.front();
  if (word != "keep" && word != "refuse") {
    throw Values::wrong("undefined_macros", *setting, "'" + word + "' is neither keep nor refuse");
  }
  target.keep_undefined_macros = word == "keep";
}

// A name that is misspelt would leave the built-in texts in force, and nobody would see it.
void take_home(const Values& values, Target& target) {
  const Setting* setting = values.find("home");
  if (setting == nullptr) {
    return;
  }
  const std::string& home = setting->values.front();
  const auto holds = [&](std::string_view name) {
    return files::is_folder(files::join(home, name));
  };
  if (!holds("dialects") && !holds("macros") && !holds("scripts")) {
    throw Values::wrong("home", *setting, home + " holds no dialects/, macros/ or scripts/")
        .hinting("give the folder that holds them; without one the built-in texts are taken");
  }
  target.scripts_home = home;
}

void fill(const Layer& layer, Target& target) {
  const Values values(layer);
  take_url(values, target);
  values.text("schema", target.schema);
  values.list("designs", target.designs);
  values.list("environment", target.environment);
  take_home(values, target);
  take_undefined(values, target);
  values.text("ledger.prefix", target.ledger.prefix);
  values.text("ledger.schema", target.ledger.schema);
  values.duration("lua.time", target.lua.time);
  values.bytes("lua.memory", target.lua.memory_bytes);
  values.duration("limits.connect_timeout", target.connect_timeout);
  values.duration("limits.statement_timeout", target.statement_timeout);
  values.duration("limits.lock_timeout", target.lock_timeout);
  values.duration("limits.runner_timeout", target.runner_timeout);
  values.text("backup.command", target.backup_command);
  for (const auto& [name, setting] : layer.macros) {
    target.macros[name] = setting.values.front();
  }
}

// What holds when nobody said anything, as it would be written.
std::string default_of(const std::string& name) {
  const Target made;
  const std::map<std::string, std::string> values = {
      {"undefined_macros", "refuse"},
      {"ledger.prefix", made.ledger.prefix},
      {"lua.time", base::duration_text(made.lua.time)},
      {"lua.memory", std::to_string(made.lua.memory_bytes >> 20U) + "MB"},
      {"limits.connect_timeout", base::duration_text(made.connect_timeout)},
      {"limits.statement_timeout", "none"},
      {"limits.lock_timeout", base::duration_text(made.lock_timeout)},
      {"limits.runner_timeout", base::duration_text(made.runner_timeout)}};
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

// What stands behind the ? of a URL. The client knows more words than this program, and some name
// a password.
void explain_parameters(const Url& url, const std::string& source, std::vector<Explained>& lines) {
  if (url.tls != TlsMode::unset) {
    lines.push_back({"url.tls", tls_word(url.tls), source});
  }
  for (const auto& [name, value] : url.parameters) {
    const std::string word = base::lower(name);
    const bool secret = word.find("pass") != word.npos || word.find("pwd") != word.npos;
    lines.push_back({"url." + name, secret ? "***" : value, source});
  }
}

std::vector<Explained> explain(const Layer& layer, const Target& target) {
  std::vector<Explained> lines;
  for (const auto& key : keys()) {
    const auto found = layer.settings.find(key.name);
    if (found == layer.settings.end()) {
      lines.push_back({key.name, default_of(key.name), "default"});
      continue;
    }
    const bool is_url = key.kind == Kind::url;
    lines.push_back({key.name,
                     is_url ? target.url.shown() : base::joined(found->second.values, ", "),
                     found->second.source});
    if (is_url) {
      explain_parameters(target.url, found->second.source, lines);
    }
  }
  for (const auto& [name, setting] : layer.macros) {
    lines.push_back({"macros." + name, setting.values.front(), setting.source});
  }
  return lines;
}

}  // namespace

Result read(const Flags& flags, const std::function<const char*(const char*)>& getenv) {
  const Variables variables(getenv);
  std::string config = flags.config.empty() ? variables.get("HELIUM_CONFIG") : flags.config;
  const std::string environment =
      flags.environment.empty() ? variables.get("HELIUM_ENV") : flags.environment;
  const bool asked = !config.empty();
  config = asked ? config : default_file;
  Layer layer;
  if (asked || files::exists(config)) {
    layer = read_file(config, environment);
  } else if (!environment.empty()) {
    throw Error(Fault::missing,
                "environment '" + environment + "' needs a helium.toml; there is none")
        .hinting("helium init, or --config FILE");
  }
  lay(layer, from_environment(variables));
  lay(layer, from_flags(flags));
  Result result;
  fill(layer, result.target);
  result.target.name = environment;
  result.urls = layer.urls;
  const auto from = find_password(layer, variables, result.target.url);
  result.explained = explain(layer, result.target);
  if (!from.empty()) {
    result.explained.push_back({"password", "***", from});
  }
  return result;
}

}  // namespace helium::target
