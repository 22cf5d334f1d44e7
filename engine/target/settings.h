// The settings a target is made of, by name, each with its values and where they come from. Every
// source (file, environment, flags) makes one Layer; a later layer replaces setting by setting.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "helium/span.h"

namespace helium::target {

/// What a setting's value must be.
enum class Kind { text, list, path, paths, url, duration, bytes };

struct Key {
  std::string name;  ///< "limits.lock_timeout": as in helium.toml, tables joined by dots
  Kind kind;
  std::string variable;  ///< the environment variable; empty: none
};

/// All settings, in the order in which --explain-config shows them.
[[nodiscard]] const std::vector<Key>& keys();

struct Setting {
  std::vector<std::string> values;  ///< one, or the items of a list
  std::string source;               ///< "flag --url", "environment HELIUM_URL", "helium.toml:4"
  Span where;                       ///< in a file; unknown elsewhere
};

struct Layer {
  std::map<std::string, Setting, std::less<>> settings;  ///< by Key::name
  std::map<std::string, Setting, std::less<>> macros;    ///< by macro name
  std::vector<std::string> urls;  ///< of all environments of the file, whichever was chosen
};

/// Puts `over` on top of `under`.
void lay(Layer& under, const Layer& over);

/// The file's own settings with those of environment `environment` (empty: none) over them. Throws
/// Error(config) as file:line:column.
[[nodiscard]] Layer read_file(const std::string& path, const std::string& environment);

}  // namespace helium::target
