#include "dialect/facts.h"

#include <functional>
#include <limits>
#include <map>
#include <vector>

#include "base/text.h"
#include "helium/error.h"

namespace helium::dialect {
namespace {

[[noreturn]] void refuse(const Facts& facts, const std::string& message,
                         const std::string& hint = {}) {
  Span where;
  where.file = facts.file;
  throw Error(Fault::script, facts.file + ": " + message).at(where).hinting(hint);
}

[[noreturn]] void wrong_kind(const Facts& facts, const std::string& key, const char* wanted,
                             const lua::Value& value) {
  refuse(facts, key + " must be " + wanted + ", not a " + value.kind());
}

bool boolean_of(const Facts& facts, const std::string& key, const lua::Value& value) {
  if (value.boolean() == nullptr) {
    wrong_kind(facts, key, "true or false", value);
  }
  return *value.boolean();
}

std::string text_of(const Facts& facts, const std::string& key, const lua::Value& value) {
  if (value.string() != nullptr) {
    return *value.string();
  }
  if (value.integer() != nullptr) {
    return std::to_string(*value.integer());
  }
  wrong_kind(facts, key, "text", value);
}

std::uint32_t size_of(const Facts& facts, const std::string& key, const lua::Value& value) {
  const auto* number = value.integer();
  if (number == nullptr || *number < 0 || *number > std::numeric_limits<std::uint32_t>::max()) {
    wrong_kind(facts, key, "a whole number from 0", value);
  }
  return static_cast<std::uint32_t>(*number);
}

std::vector<std::string> words_of(const Facts& facts, const std::string& key,
                                  const lua::Value& value) {
  const auto* table = value.table();
  if (table == nullptr || !table->fields.empty()) {
    wrong_kind(facts, key, "a list of texts", value);
  }
  std::vector<std::string> words;
  for (const auto& word : table->list) {
    if (word.string() == nullptr) {
      wrong_kind(facts, key, "a list of texts", value);
    }
    words.push_back(*word.string());
  }
  return words;
}

char byte_of(const Facts& facts, const std::string& key, const lua::Value& value) {
  if (value.string() == nullptr || value.string()->size() != 1) {
    wrong_kind(facts, key, "one character", value);
  }
  return value.string()->front();
}

// How one key of a file becomes a member of a noun.
template <typename Noun>
using Setter = std::function<void(Noun&, const Facts&, const std::string&, const lua::Value&)>;
template <typename Noun>
using Setters = std::map<std::string, Setter<Noun>, std::less<>>;

template <typename Noun>
Setter<Noun> to(bool Noun::*member) {
  return [member](Noun& noun, const Facts& facts, const std::string& key, const lua::Value& value) {
    noun.*member = boolean_of(facts, key, value);
  };
}
template <typename Noun>
Setter<Noun> to(std::uint32_t Noun::*member) {
  return [member](Noun& noun, const Facts& facts, const std::string& key, const lua::Value& value) {
    noun.*member = size_of(facts, key, value);
  };
}
template <typename Noun>
Setter<Noun> to(std::vector<std::string> Noun::*member) {
  return [member](Noun& noun, const Facts& facts, const std::string& key, const lua::Value& value) {
    noun.*member = words_of(facts, key, value);
  };
}
template <typename Noun>
Setter<Noun> to(std::string Noun::*member) {
  return [member](Noun& noun, const Facts& facts, const std::string& key, const lua::Value& value) {
    noun.*member = text_of(facts, key, value);
  };
}
template <typename Noun>
Setter<Noun> to(char Noun::*member) {
  return [member](Noun& noun, const Facts& facts, const std::string& key, const lua::Value& value) {
    noun.*member = byte_of(facts, key, value);
  };
}

template <typename Noun>
Noun filled(const Facts& facts, const Setters<Noun>& setters) {
  std::vector<std::string> names;
  for (const auto& [name, setter] : setters) {
    names.push_back(name);
  }
  if (!facts.table->list.empty()) {
    refuse(facts, "a list stands where named values are wanted");
  }
  Noun noun;
  for (const auto& [key, value] : facts.table->fields) {
    const auto found = setters.find(key);
    if (found == setters.end()) {
      refuse(facts, "unknown key " + key, base::did_you_mean(key, names));
    }
    found->second(noun, facts, key, value);
  }
  return noun;
}

Setters<Lexicon> lexicon_setters() {
  return {
      {"backslash_escapes", to(&Lexicon::backslash_escapes)},
      {"double_quoted_strings", to(&Lexicon::double_quoted_strings)},
      {"backtick_identifiers", to(&Lexicon::backtick_identifiers)},
      {"bracket_identifiers", to(&Lexicon::bracket_identifiers)},
      {"dollar_quotes", to(&Lexicon::dollar_quotes)},
      {"escape_prefixes", to(&Lexicon::escape_prefixes)},
      {"nested_comments", to(&Lexicon::nested_comments)},
      {"hash_comments", to(&Lexicon::hash_comments)},
      {"dash_comment_needs_space", to(&Lexicon::dash_comment_needs_space)},
      {"executable_comments", to(&Lexicon::executable_comments)},
      {"identifier_symbols", to(&Lexicon::identifier_symbols)},
      {"identifier_quote", to(&Lexicon::identifier_quote)},
      {"identifier_length", to(&Lexicon::identifier_length)},
      {"identifier_length_in_bytes", to(&Lexicon::identifier_length_in_bytes)},
      {"delimiter_command", to(&Lexicon::delimiter_command)},
      {"terminator_comment", to(&Lexicon::terminator_comment)},
      {"rule_bodies", to(&Lexicon::rule_bodies)},
      {"psql_commands", to(&Lexicon::psql_commands)},
      {"copy_from_stdin", to(&Lexicon::copy_from_stdin)},
      {"compound_owners", to(&Lexicon::compound_owners)},
      {"block_openers", to(&Lexicon::block_openers)},
      {"outside_transaction", to(&Lexicon::outside_transaction)},
      {"implicit_commit", to(&Lexicon::implicit_commit)},
      {"session_settings", to(&Lexicon::session_settings)},
  };
}

Setters<Traits> traits_setters() {
  return {
      {"ddl_in_transaction", to(&Traits::ddl_in_transaction)},
      {"schemas", to(&Traits::schemas)},
      {"session_lock", to(&Traits::session_lock)},
      {"upper_case_names", to(&Traits::upper_case_names)},
      {"literal_bytes", to(&Traits::literal_bytes)},
  };
}

}  // namespace

Texts texts_of(const Facts& facts) {
  if (!facts.table->list.empty()) {
    refuse(facts, "a list stands where named texts are wanted");
  }
  Texts texts;
  for (const auto& [key, value] : facts.table->fields) {
    texts.emplace(key, text_of(facts, key, value));
  }
  return texts;
}

Lexicon lexicon_of(const Facts& facts) {
  return filled<Lexicon>(facts, lexicon_setters());
}

Traits traits_of(const Facts& facts) {
  const auto setters = traits_setters();
  for (const auto& [name, setter] : setters) {
    if (facts.table->fields.count(name) == 0) {
      refuse(facts, "trait " + name + " is missing");
    }
  }
  return filled<Traits>(facts, setters);
}

Facts inner(const Facts& facts, const std::string& name) {
  const auto found = facts.table->fields.find(name);
  if (found == facts.table->fields.end() || found->second.table() == nullptr) {
    refuse(facts, "a table " + name + " is missing");
  }
  return {facts.file, found->second.table()};
}

}  // namespace helium::dialect
