#include "expand/expansion.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "expand/family.h"
#include "helium/error.h"

namespace helium::expand {
namespace {

constexpr std::string_view guard_name = "DROP_CHECK";
constexpr std::array<std::string_view, 8> names_of_migrations = {
    "TABLE",     "MIGRATION",   "QUERY_REF",  "QUERY_NAME",
    "LOOKUP_ID", "LOOKUP_NAME", "GROUP_NAME", "SCRIPT_NAME"};

bool is_name_byte(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Error refusal(std::uint64_t source, const std::string& message) {
  Span where;
  where.offset = source;
  return Error(Fault::macro, message).at(where);
}

// A piece of the result before data are placed.
struct Part {
  std::string text;
  Stretch stretch;
  std::string data_name;  // of the macro whose value is data; empty: text
};

// Whether `$` at `at` and the one before it say `$${`. The end of a tagged dollar quote, `$body$`,
// is none of it.
bool is_escaped(std::string_view text, std::size_t at) noexcept {
  if (at == 0 || text[at - 1] != '$') {
    return false;
  }
  std::size_t tag = at - 1;
  while (tag > 0 && is_name_byte(text[tag - 1])) {
    --tag;
  }
  const bool dollar_before = tag > 0 && text[tag - 1] == '$';
  return !dollar_before;
}

class Walk {
 public:
  Walk(const Vocabulary& vocabulary, std::vector<Part>& parts)
      : vocabulary_(vocabulary), parts_(parts) {}

  void source(std::string_view text) { walk(text); }
  [[nodiscard]] bool has_macros() const noexcept { return has_macros_; }

 private:
  void walk(std::string_view text) {
    std::size_t from = 0;
    std::size_t at = text.find("${");
    while (at != std::string_view::npos) {
      if (is_escaped(text, at)) {
        add(text.substr(from, at - 1 - from), from);
        from = at;
        at = text.find("${", at + 1);
        continue;
      }
      add(text.substr(from, at - from), from);
      if (chain_.empty()) {
        macro_at_ = at;
      }
      const std::string_view name = name_at(text, at);
      put(name);
      from = at + name.size() + 3;
      at = text.find("${", from);
    }
    add(text.substr(from), from);
  }

  [[nodiscard]] std::string_view name_at(std::string_view text, std::size_t at) const {
    const std::size_t begin = at + 2;
    std::size_t end = begin;
    while (end < text.size() && is_name_byte(text[end])) {
      ++end;
    }
    if (end < text.size() && text[end] == '}' && end > begin) {
      return text.substr(begin, end - begin);
    }
    throw refusal(macro_at_, text.find('}', begin) == std::string_view::npos
                                 ? "${ without its }"
                                 : "this is no macro name: letters, digits and _ may stand in ${}")
        .hinting("write $${ for the text ${ itself");
  }

  void put(std::string_view name) {
    has_macros_ = true;
    const auto macro = found(name);
    if (!macro) {
      if (vocabulary_.keep_local_names && is_local_name(name)) {
        add("${" + std::string(name) + "}", 0);
        return;
      }
      unknown(name);
    }
    if (macro->source >= MacroSource::target) {
      parts_.push_back({macro->value, {0, macro_at_, false, false}, std::string(name)});
      count(macro->value.size());
      return;
    }
    enter(name);
    walk(macro->value);
    chain_.pop_back();
  }

  void enter(std::string_view name) {
    const bool cycle = std::find(chain_.begin(), chain_.end(), name) != chain_.end();
    chain_.emplace_back(name);
    if (cycle || chain_.size() > deepest_nesting) {
      throw refusal(macro_at_,
                    (cycle ? "a macro holds itself: " : "macros nest deeper than 10 levels: ") +
                        base::joined(chain_, " -> "));
    }
  }

  [[nodiscard]] std::optional<Macro> found(std::string_view name) const {
    if (const auto local = vocabulary_.local->find(name); local != vocabulary_.local->end()) {
      return local->second;
    }
    const auto exact = vocabulary_.table->find(name);
    const bool known = exact != vocabulary_.table->end();
    if (known && exact->second.source < MacroSource::target) {
      return exact->second;
    }
    try {
      if (auto sized = of_family(name, *vocabulary_.table)) {
        return sized;
      }
    } catch (const Error& error) {
      Span where;
      where.offset = macro_at_;
      throw error.at(where);
    }
    return known ? std::optional(exact->second) : std::nullopt;
  }

  [[noreturn]] void unknown(std::string_view name) const {
    if (is_local_name(name)) {
      const std::string example =
          name == "TABLE" ? "table = \"...\"" : "macros = { " + std::string(name) + " = \"...\" }";
      throw refusal(macro_at_, "${" + std::string(name) + "} has no value in this migration")
          .hinting("say " + example + " beside its sections");
    }
    std::vector<std::string> names = local_names();
    for (const auto* table : {vocabulary_.table, vocabulary_.local}) {
      for (const auto& [known, macro] : *table) {
        names.push_back(known);
      }
    }
    Error error = refusal(macro_at_, "unknown macro ${" + std::string(name) + "}");
    if (!chain_.empty()) {
      error = error.noting("in the value of " + base::joined(chain_, " -> "));
    }
    const std::string nearest = base::nearest(name, names);
    throw error.hinting(nearest.empty() ? "helium macros lists the macros"
                                        : "did you mean ${" + nearest + "}?");
  }

  void add(std::string_view text, std::size_t from) {
    if (text.empty()) {
      return;
    }
    count(text.size());
    const bool verbatim = chain_.empty();
    const bool guard = std::find(chain_.begin(), chain_.end(), guard_name) != chain_.end();
    const Stretch stretch{0, verbatim ? from : macro_at_, verbatim, guard};
    parts_.push_back({std::string(text), stretch, {}});
  }

  void count(std::size_t bytes) {
    size_ += bytes;
    if (size_ > largest_expansion) {
      throw refusal(macro_at_, "the expanded text is larger than 256 MB");
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<Part>& parts_;
  std::vector<std::string> chain_;
  std::size_t macro_at_ = 0;  // of the outermost macro's `${` in the source
  std::size_t size_ = 0;
  bool has_macros_ = false;
};

bool runs_on(const Stretch& last, const Stretch& next) noexcept {
  return !last.verbatim && !next.verbatim && last.source == next.source && last.guard == next.guard;
}

Expansion assembled(const std::vector<Part>& parts, const Placer& placer) {
  Expansion result;
  std::size_t fresh = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    Stretch stretch = part.stretch;
    stretch.begin = result.text.size();
    if (part.data_name.empty()) {
      result.text += part.text;
    } else {
      const bool text_follows = i + 1 < parts.size() && parts[i + 1].data_name.empty();
      const char next = text_follows ? parts[i + 1].text.front() : '\0';
      Span where;
      where.offset = stretch.source;
      try {
        const Placed placed = placer.placed(
            {part.data_name, part.text, std::string_view(result.text).substr(fresh), next});
        fresh = placed.fresh ? result.text.size() : fresh;
        result.text += placed.text;
      } catch (const Error& error) {
        throw error.at(where);
      }
    }
    const bool same = !result.stretches.empty() && runs_on(result.stretches.back(), stretch);
    if (!same && result.text.size() > stretch.begin) {
      result.stretches.push_back(stretch);
    }
  }
  return result;
}

}  // namespace

const Stretch* Expansion::at(std::uint64_t text_offset) const noexcept {
  const auto after =
      std::upper_bound(stretches.begin(), stretches.end(), text_offset,
                       [](std::uint64_t offset, const Stretch& s) { return offset < s.begin; });
  return after == stretches.begin() ? nullptr : &*std::prev(after);
}

std::uint64_t Expansion::source_of(std::uint64_t text_offset) const noexcept {
  const Stretch* stretch = at(text_offset);
  if (stretch == nullptr) {
    return 0;
  }
  return stretch->source + (stretch->verbatim ? text_offset - stretch->begin : 0);
}

bool is_local_name(std::string_view name) noexcept {
  return std::find(names_of_migrations.begin(), names_of_migrations.end(), name) !=
         names_of_migrations.end();
}

std::vector<std::string> local_names() {
  return {names_of_migrations.begin(), names_of_migrations.end()};
}

bool is_macro_name(std::string_view name) noexcept {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_name_byte);
}

Expansion expanded(std::string_view source, const Vocabulary& vocabulary, const Placer& placer) {
  std::vector<Part> parts;
  Walk walk(vocabulary, parts);
  walk.source(source);
  Expansion result = assembled(parts, placer);
  result.has_macros = walk.has_macros();
  return result;
}

}  // namespace helium::expand
