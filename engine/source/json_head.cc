#include "source/json_head.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "seal/sha256.h"

namespace helium::source {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t seal_length = 64;
constexpr std::string_view before_seal = "\n \"sealed\": \"";

// Where the seal stands; npos where there is none.
std::size_t seal_in(std::string_view text) {
  const auto mark = text.find(before_seal);
  const auto at = mark == std::string_view::npos ? mark : mark + before_seal.size();
  return at == std::string_view::npos || text.size() - at < seal_length ? std::string_view::npos
                                                                        : at;
}

// Over everything but itself.
std::string seal_of(std::string_view text, std::size_t at) {
  return seal::Sha256().add(text.substr(0, at)).add(text.substr(at + seal_length)).hex();
}

// What stands in the rest of a line, as it is written.
std::string_view value_of_line(std::string_view rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  return line.substr(0, line.size() - (line.ends_with(',') ? 1 : 0));
}

// What a string says that stands there as it is written; nothing where there is none.
std::string said_by(std::string_view written) {
  if (written.size() > 1 && written.find('\\') == std::string_view::npos) {
    return std::string(written.substr(1, written.size() - 2));
  }
  const Json string = Json::parse(written, nullptr, false);
  return string.is_string() ? string.get<std::string>() : std::string();
}

// The name that a table's text begins with, as it is written.
std::string_view written_name(std::string_view table) {
  static constexpr std::string_view key = "\"name\": ";
  const auto at = table.find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  return value_of_line(table.substr(at + key.size()));
}

std::string as_written(const std::string& name) {
  return Json(name).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Where the first table begins; npos where there is none.
std::size_t list_of_tables(std::string_view text) {
  static constexpr std::string_view opening = "\n \"tables\": [";
  const auto list = text.find(opening);
  return list == std::string_view::npos ? list : list + opening.size();
}

constexpr std::string_view digests_open = "\n \"digests\": {";
constexpr std::string_view digests_close = "\n }";

// The lines of the digests; none where there are none.
std::string_view digests_in(std::string_view text) {
  const auto begin = text.find(digests_open);
  if (begin == std::string_view::npos) {
    return {};
  }
  const std::string_view lines = text.substr(begin + digests_open.size());
  return lines.substr(0, lines.find(digests_close));
}

// Without the digests, which are long and of whoever reads the head.
std::string without_digests(std::string_view text) {
  const std::string_view lines = digests_in(text);
  if (lines.empty()) {
    return std::string(text);
  }
  const auto begin = std::size_t(lines.data() - text.data());
  return std::string(text.substr(0, begin - digests_open.size()))
      .append(text.substr(begin + lines.size() + digests_close.size() + 1));
}

// One of those lines. A name may end in what parts it from its value, a value does not: the last
// one parts them.
void add_digest(std::string_view line, Digests& digests) {
  static constexpr std::string_view colon = "\": \"";
  const auto at = line.rfind(colon);
  if (at == std::string_view::npos) {
    return;
  }
  const auto indent = line.find('"');
  std::string name = said_by(line.substr(indent, at + 1 - indent));
  std::string value = said_by(value_of_line(line.substr(at + colon.size() - 1)));
  if (indent == 3) {  // in the order of their names
    digests.tables.insert_or_assign(digests.tables.end(), std::move(name), std::move(value));
  } else if (name == "of") {
    digests.of = std::move(value);
  } else if (name == "others") {
    digests.others = std::move(value);
  } else if (name == "mark") {
    digests.mark = std::move(value);
  }
}

// A text of JSON holds no line breaks but those between its parts, so each table is found by its
// first and last line. Returns where the last one ends.
template <typename Use>
std::size_t each_table(std::string_view text, std::size_t at, const Use& use) {
  static constexpr std::string_view first_line = "\n  {";
  static constexpr std::string_view last_line = "\n  }";
  while (text.substr(at, first_line.size()) == first_line) {
    const auto end = text.find(last_line, at) + last_line.size();
    use(text.substr(at, end - at));
    at = end + (text[end] == ',' ? 1 : 0);
  }
  return at;
}

}  // namespace

std::string unsealed() {
  return std::string(seal_length, '0');
}

void seal_json(std::string& text) {
  const auto at = seal_in(text);
  text.replace(at, seal_length, seal_of(text, at));
}

Head head_of_json(std::string_view text) {
  const auto at = seal_in(text);
  if (at == std::string_view::npos || text.substr(at, seal_length) != seal_of(text, at)) {
    return {};
  }
  static constexpr std::string_view dialect = "\n \"dialect\": ";
  Head head;
  if (const auto line = text.find(dialect); line != std::string_view::npos) {
    head.dialect = said_by(value_of_line(text.substr(line + dialect.size())));
  }
  for (auto lines = digests_in(text); !lines.empty();) {
    const auto end = lines.find('\n', 1);
    add_digest(lines.substr(1, end - 1), head.digests);
    lines.remove_prefix(std::min(end, lines.size()));
  }
  return head;
}

std::string narrowed_json(std::string_view text, const std::set<std::string>& wanted) {
  const auto list = list_of_tables(text);
  if (list == std::string_view::npos) {
    return std::string(text);
  }
  std::unordered_set<std::string> names;
  for (const std::string& name : wanted) {
    names.insert(as_written(name));
  }
  std::string result = without_digests(text.substr(0, list));
  bool first = true;
  const auto end = each_table(text, list, [&](std::string_view table) {
    if (!names.empty() && names.count(std::string(written_name(table))) != 0) {
      result += first ? "" : ",";
      result += table;
      first = false;
    }
  });
  return result += text.substr(end);
}

// No text of a comment has such lines: its quotes are escaped.
std::set<std::string> pointing_at(std::string_view text, const std::set<std::string>& tables) {
  static constexpr std::string_view foreign_key = "\n     \"table\": ";
  static constexpr std::string_view partition = "\n   \"partition_of\": ";
  std::set<std::string> result;
  const auto list = list_of_tables(text);
  if (list == std::string_view::npos) {
    return result;
  }
  using Names = std::unordered_set<std::string>;
  Names names;
  for (const std::string& name : tables) {
    names.insert(as_written(name));
  }
  const auto says = [](std::string_view table, std::string_view key, const Names& some) {
    for (auto at = table.find(key); at != std::string_view::npos; at = table.find(key, at)) {
      at += key.size();
      if (some.count(std::string(value_of_line(table.substr(at)))) != 0) {
        return true;
      }
    }
    return false;
  };
  bool parted = false;
  each_table(text, list, [&](std::string_view table) {
    if (says(table, foreign_key, names)) {
      result.insert(said_by(written_name(table)));
    }
    parted = parted || table.find(partition) != std::string_view::npos;
  });
  while (parted) {  // again for the partitions of partitions
    const std::size_t before = names.size();
    each_table(text, list, [&](std::string_view table) {
      if (says(table, partition, names) && names.emplace(written_name(table)).second) {
        result.insert(said_by(written_name(table)));
      }
    });
    parted = names.size() > before;
  }
  return result;
}

}  // namespace helium::source
