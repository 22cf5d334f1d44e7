#include "folder/native.h"

#include <algorithm>

#include "base/text.h"
#include "expand/expansion.h"
#include "expand/family.h"
#include "expand/placer.h"
#include "folder/host.h"
#include "helium/error.h"
#include "seal/base64.h"
#include "seal/brotli.h"

namespace helium::folder {
namespace {

constexpr int first_passes = 6;
constexpr int later_passes = 5;
constexpr std::size_t deepest_level = 5;
constexpr std::size_t compressed_above = 1024;
constexpr std::string_view between_entries = "\n-- QUERY DELIMITER\n";

// The value of a macro; nothing for a name that has none.
using Lookup = std::function<std::optional<std::string>(std::string_view name)>;

bool is_blank(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Calls `each` with the name in every ${NAME}, and where it begins and ends.
template <typename Each>
void for_each_name(std::string_view text, Each each) {
  for (std::size_t at = text.find("${"); at != std::string_view::npos;
       at = text.find("${", at + 2)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) {
      return;
    }
    const std::string_view name = text.substr(at + 2, end - at - 2);
    if (expand::is_macro_name(name)) {
      each(name, at, end + 1);
    }
  }
}

class Entry {
 public:
  Entry(std::string_view entry, const Lookup& macros, Seals seals)
      : macros_(macros), seals_(seals), text_(entry) {}

  std::string run() {
    put_in_macros(first_passes);
    std::size_t level = deepest_level;
    while (level > 0 && text_.find("[" + std::string(level, '=') + "[") == std::string::npos) {
      --level;
    }
    for (; level > 0; --level) {
      seal_level(level);
      put_in_macros(later_passes);
    }
    put_in_macros(later_passes);
    return std::move(text_);
  }

 private:
  void put_in_macros(int passes) {
    bool changed = true;
    for (int i = 0; i < passes && changed; ++i) {
      changed = false;
      std::string result;
      std::size_t from = 0;
      for_each_name(text_, [&](std::string_view name, std::size_t begin, std::size_t end) {
        const auto value = macros_(name);
        if (value) {
          result.append(text_, from, begin - from).append(*value);
          from = end;
          changed = true;
        }
        if (result.size() > expand::largest_expansion) {
          throw Error(Fault::macro, "the text is too large once its macros are put in");
        }
      });
      if (changed) {
        text_ = result.append(text_, from);
      }
    }
  }

  void seal_level(std::size_t level) {
    const std::string signs(level, '=');
    const std::string opener = "[" + signs + "[";
    const std::string closer = "]" + signs + "]";
    std::string result;
    std::size_t from = 0;
    for (;;) {
      const std::size_t at = text_.find(opener, from);
      const std::size_t begin = at + opener.size();
      const std::size_t end = at == std::string::npos ? at : text_.find(closer, begin);
      if (end == std::string::npos) {
        text_ = result.append(text_, from);
        return;
      }
      result.append(text_, from, at - from);
      result += sealed(dedented(std::string_view(text_).substr(begin, end - begin),
                                blanks_before(from, at) + 4));
      from = end + closer.size();
    }
  }

  // The blanks right before a block; one line end in front of them does not count.
  [[nodiscard]] std::size_t blanks_before(std::size_t from, std::size_t at) const {
    std::size_t begin = at;
    while (begin > from && is_blank(text_[begin - 1])) {
      --begin;
    }
    return at - begin - (begin < at && text_[begin] == '\n' ? 1 : 0);
  }

  // Each line without at most `most` of the blanks that it begins with.
  static std::string dedented(std::string_view content, std::size_t most) {
    std::string result;
    for (;;) {
      const std::size_t end = content.find('\n');
      const std::string_view line = content.substr(0, end);
      std::size_t blanks = 0;
      while (blanks < line.size() && blanks < most && is_blank(line[blanks])) {
        ++blanks;
      }
      result.append(line.substr(blanks));
      if (end == std::string_view::npos) {
        return result;
      }
      result += '\n';
      content.remove_prefix(end + 1);
    }
  }

  [[nodiscard]] std::string sealed(const std::string& content) const {
    const bool long_one = seals_ == Seals::compressed && content.size() > compressed_above;
    const std::string quoted =
        "'" + seal::base64(long_one ? seal::brotli(content, 11) : content) + "'";
    return (long_one ? wrapped(quoted, "COMPRESS") : std::nullopt)
        .value_or(wrapped(quoted, "BASE64").value_or(quoted));
  }

  [[nodiscard]] std::optional<std::string> wrapped(const std::string& quoted,
                                                   const std::string& pair) const {
    const auto begin = macros_(pair + "_START");
    const auto end = macros_(pair + "_END");
    return begin && end ? std::optional(*begin + quoted + *end) : std::nullopt;
  }

  const Lookup& macros_;
  Seals seals_;
  std::string text_;
};

// Lines by their brackets. Nothing depends on how they look, but that nothing trails behind them.
std::string indented(std::string_view sql) {
  std::string result;
  std::size_t depth = 0;
  while (!sql.empty()) {
    const std::size_t end = std::min(sql.find('\n'), sql.size());
    const std::string_view line = base::trimmed(sql.substr(0, end));
    sql.remove_prefix(std::min(end + 1, sql.size()));
    if (line.empty()) {
      continue;
    }
    const std::size_t closing = std::min(line.find_first_not_of(")]}"), line.size());
    result.append(result.empty() ? "" : "\n");
    result.append(2 * (depth - std::min(depth, closing)), ' ').append(line);
    if (line.substr(0, 2) != "--" && line.find('\'') == std::string_view::npos) {
      const auto count = [&](std::string_view signs) {
        return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [&](char c) {
          return signs.find(c) != std::string_view::npos;
        }));
      };
      depth += count("({[");
      depth -= std::min(depth, count(")}]"));
    }
  }
  return result;
}

}  // namespace

Values values_in(const lua::Value& table, const char* name) {
  Values values;
  for (const auto& [key, value] : table.table()->fields.at(name).table()->fields) {
    values.emplace(key, *value.string());
  }
  return values;
}

Native::Native(const expand::Setting& setting)
    : engine_(setting.dialect->name), families_(&setting.macros) {
  for (const auto& [name, macro] : setting.macros) {
    if (macro.source != MacroSource::environment) {
      macros_.emplace(name, macro.value);
    }
    if (macro.source == MacroSource::house) {
      frame_.emplace(name, macro.value);
    }
  }
  macros_["SCHEMA"] = frame_["SCHEMA"] =
      setting.schema == "." ? "" : expand::schema_prefix(setting.schema, *setting.dialect);
}

std::shared_ptr<const Native> Native::equal_to_theirs(const expand::Setting& setting) {
  try {
    Host host(setting);
    const lua::Value tried = host.call(
        "trial",
        {keys_of(*setting.dialect), lua::Value(std::string("trial")), lua::Value(setting.schema)});
    std::shared_ptr<Native> native(new Native);
    native->engine_ = *tried.table()->fields.at("engine").string();
    native->macros_ = values_in(tried, "macros");
    native->frame_ = values_in(tried, "frame");
    const auto none = [](std::string_view) { return std::optional<std::string>(); };
    const std::string ours = native->text(texts_in(tried, "templates"), values_in(tried, "given"),
                                          none, Seals::compressed);
    // A database.lua may give anything, or nothing: its own run tells what it should have been.
    const auto theirs = tried.table()->fields.find("text");
    const std::string* said =
        theirs == tried.table()->fields.end() ? nullptr : theirs->second.string();
    return said != nullptr && ours == *said ? native : nullptr;
  } catch (const Error&) {
    return nullptr;  // what is wrong with it, its own run will tell
  }
}

std::string Native::text(
    const std::vector<std::string>& templates, Values left,
    const std::function<std::optional<std::string>(std::string_view)>& environment,
    Seals seals) const {
  for (const auto& [name, value] : frame_) {
    left.insert_or_assign(name, value);
  }
  const Lookup lookup = [&](std::string_view name) -> std::optional<std::string> {
    const auto found = left.find(name);
    if (found != left.end()) {
      return found->second;
    }
    const auto sized = families_ ? expand::of_family(name, *families_) : std::nullopt;
    return sized ? std::optional(sized->value) : std::nullopt;
  };
  std::string text;
  for (std::size_t i = 0; i < templates.size(); ++i) {
    for_each_name(templates[i], [&](std::string_view name, std::size_t, std::size_t) {
      if (!lookup(name)) {
        if (auto value = environment(name)) {
          left.emplace(name, std::move(*value));
        }
      }
    });
    text += i == 0 ? "" : between_entries;
    text += indented(Entry(templates[i], lookup, seals).run());
  }
  return text + '\n';
}

}  // namespace helium::folder
