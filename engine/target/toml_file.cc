// helium.toml. Unknown keys are errors, because a misspelt limit that is silently ignored is worse
// than none.
#include <stdexcept>

// toml++ ends the process where its parser meets what it did not foresee, [[`]] for one. A file
// from outside must not be able to do that.
namespace helium::target {
void refuse_unforeseen();
}
#define TOML_ASSERT(expression) \
  ((expression) ? static_cast<void>(0) : helium::target::refuse_unforeseen())
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "files/files.h"
#include "helium/error.h"
#include "target/settings.h"

namespace helium::target {

void refuse_unforeseen() {
  throw std::logic_error("unexpected text");
}

namespace {

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path), text_(files::read(path)) {}

  Layer layer(const std::string& environment);

 private:
  [[nodiscard]] Error wrong(const std::string& message, const toml::source_region& region) const;
  [[nodiscard]] Span span(const toml::source_region& region) const;
  [[nodiscard]] Setting setting(const toml::node& node, const Key& key) const;
  [[nodiscard]] std::string scalar(const toml::node& node, const Key& key) const;
  [[nodiscard]] std::string placed(const std::string& value, Kind kind) const;
  void take_table(const toml::table& table, const std::string& prefix, Layer& layer) const;
  void take_macros(const toml::node& node, Layer& layer) const;
  [[nodiscard]] toml::table parsed() const;
  [[nodiscard]] Layer selected(const toml::table& root, const std::string& environment) const;

  std::string path_;
  std::string text_;
};

Span Reader::span(const toml::source_region& region) const {
  Span span;
  span.file = path_;
  span.line = static_cast<std::uint32_t>(region.begin.line);
  span.column = static_cast<std::uint32_t>(region.begin.column);
  return span;
}

// A line that speaks of a URL or password is not shown: it may hold one.
Error Reader::wrong(const std::string& message, const toml::source_region& region) const {
  const Error error = Error(Fault::config, message).at(span(region));
  const std::string line = base::line_of(text_, span(region).line);
  const bool secret = line.find("://") != line.npos || line.find("pass") != line.npos;
  return secret ? error : error.showing(line);
}

std::string Reader::scalar(const toml::node& node, const Key& key) const {
  if (const auto text = node.value_exact<std::string>()) {
    return *text;
  }
  const bool number = key.kind == Kind::duration || key.kind == Kind::bytes;
  if (const auto integer = node.value_exact<std::int64_t>(); integer && number && *integer >= 0) {
    return std::to_string(*integer);
  }
  throw wrong("'" + key.name + "' must be a text", node.source());
}

// Paths in the file are relative to the file.
std::string Reader::placed(const std::string& value, Kind kind) const {
  const std::string folder = files::folder_of(path_);
  const bool is_path = kind == Kind::path || kind == Kind::paths;
  const auto at_home = [&](const std::string& path) {
    return path.empty() || path.front() == '/' ? path : files::join(folder, path);
  };
  if (is_path) {
    return at_home(value);
  }
  constexpr std::string_view sqlite = "sqlite:";
  const bool is_file = kind == Kind::url && value.rfind(sqlite, 0) == 0 &&
                       value != "sqlite::memory:" && folder != ".";
  if (!is_file) {
    return value;
  }
  std::string path = value.substr(sqlite.size());
  if (path.rfind("//", 0) == 0) {
    path.erase(0, 2);
  }
  const auto escaped = base::replaced(base::replaced(folder, "%", "%25"), "?", "%3F");
  const bool relative = !path.empty() && path.front() != '/';
  return std::string(sqlite) + (relative ? files::join(escaped, path) : path);
}

Setting Reader::setting(const toml::node& node, const Key& key) const {
  Setting result;
  result.where = span(node.source());
  result.source = path_ + ":" + std::to_string(result.where.line);
  const bool is_list = key.kind == Kind::list || key.kind == Kind::paths;
  if (!is_list) {
    result.values.push_back(placed(scalar(node, key), key.kind));
    return result;
  }
  const toml::array* items = node.as_array();
  if (items == nullptr) {
    throw wrong("'" + key.name + "' must be a list of texts: [\"...\"]", node.source());
  }
  for (const auto& item : *items) {
    result.values.push_back(placed(scalar(item, key), key.kind));
  }
  return result;
}

void Reader::take_macros(const toml::node& node, Layer& layer) const {
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    throw wrong("'macros' must be a table", node.source());
  }
  for (const auto& [name, value] : *table) {
    const Key key{"macros." + std::string(name.str()), Kind::text, ""};
    layer.macros.insert_or_assign(std::string(name.str()), setting(value, key));
  }
}

void Reader::take_table(const toml::table& table, const std::string& prefix, Layer& layer) const {
  std::vector<std::string> known = {prefix.empty() ? "macros" : "", "environments", "targets"};
  for (const auto& key : keys()) {
    known.push_back(key.name.substr(0, key.name.find('.')));
    known.push_back(key.name);
  }
  for (const auto& [name, node] : table) {
    const std::string full = prefix + std::string(name.str());
    if (full == "environments" || full == "targets") {
      continue;
    }
    if (full == "macros") {
      take_macros(node, layer);
      continue;
    }
    const auto& all = keys();
    const auto key =
        std::find_if(all.begin(), all.end(), [&](const Key& k) { return k.name == full; });
    if (key != all.end()) {
      layer.settings.insert_or_assign(full, setting(node, *key));
      continue;
    }
    const bool is_group = prefix.empty() && std::any_of(all.begin(), all.end(), [&](const Key& k) {
                            return k.name.rfind(full + ".", 0) == 0;
                          });
    if (is_group && node.is_table()) {
      take_table(*node.as_table(), full + ".", layer);
      continue;
    }
    throw wrong("unknown setting '" + full + "'", name.source())
        .hinting(base::did_you_mean(full, known));
  }
}

Layer Reader::selected(const toml::table& root, const std::string& environment) const {
  std::vector<std::string> names;
  Layer found;
  bool is_known = environment.empty();
  for (const char* group : {"targets", "environments"}) {
    const toml::node* node = root.get(group);
    if (node == nullptr) {
      continue;
    }
    if (!node->is_table()) {
      throw wrong(std::string("'") + group + "' must be a table", node->source());
    }
    for (const auto& [name, value] : *node->as_table()) {
      if (!value.is_table()) {
        throw wrong("an environment must be a table", value.source());
      }
      Layer layer;
      take_table(*value.as_table(), "", layer);
      names.emplace_back(name.str());
      if (name.str() == environment) {
        lay(found, layer);
        is_known = true;
      }
    }
  }
  if (!is_known) {
    const std::string near = base::did_you_mean(environment, names);
    throw Error(Fault::config, path_ + " has no environment '" + environment + "'")
        .hinting(near.empty() ? "it has these: [" + base::joined(names, ", ") + "]" : near);
  }
  return found;
}

toml::table Reader::parsed() const {
  try {
    return toml::parse(text_, path_);
  } catch (const std::logic_error& error) {
    throw Error(Fault::config, std::string("the file is not valid TOML: ") + error.what())
        .at({.file = path_});
  }
}

Layer Reader::layer(const std::string& environment) {
  try {
    const toml::table root = parsed();
    Layer layer;
    take_table(root, "", layer);
    lay(layer, selected(root, environment));
    return layer;
  } catch (const toml::parse_error& error) {
    throw wrong("the file is not valid TOML: " + std::string(error.description()), error.source());
  }
}

}  // namespace

Layer read_file(const std::string& path, const std::string& environment) {
  return Reader(path).layer(environment);
}

}  // namespace helium::target
