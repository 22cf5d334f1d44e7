#include "source/json_head.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "seal/sha256.h"

namespace helium::source {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t seal_length = 64;
constexpr std::string_view before_seal = "\n \"sealed\": \"";

// Stops behind the digests: what comes then is the long part.
class HeadReader : public nlohmann::json_sax<Json> {
 public:
  Head head;

  bool key(std::string& name) override {
    key_ = name;
    return depth_ != 1 || name == "version" || name == "dialect" || name == "sealed" ||
           name == "digests";
  }
  bool string(std::string& text) override {
    if (depth_ == 1 && key_ == "dialect") {
      head.dialect = text;
    } else if (depth_ == 2 && key_ == "of") {
      head.digests.of = text;
    } else if (depth_ == 2 && key_ == "others") {
      head.digests.others = text;
    } else if (depth_ == 2 && key_ == "mark") {
      head.digests.mark = text;
    } else if (depth_ == 3) {
      auto& tables = head.digests.tables;  // written in their order
      tables.insert_or_assign(tables.end(), key_, std::move(text));
    }
    return true;
  }
  bool start_object(std::size_t) override { return ++depth_ < 4; }
  bool end_object() override { return --depth_ > 0; }
  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const std::string&) override { return false; }
  bool binary(binary_t&) override { return false; }
  bool start_array(std::size_t) override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }

 private:
  int depth_ = 0;
  std::string key_;
};

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
  return line.substr(0, line.size() - (line.back() == ',' ? 1 : 0));
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

// Without the digests, which are long and of whoever reads the head.
std::string without_digests(std::string_view text) {
  static constexpr std::string_view first_line = "\n \"digests\": {";
  static constexpr std::string_view last_line = "\n },";
  const auto begin = text.find(first_line);
  const auto end = begin == std::string_view::npos ? begin : text.find(last_line, begin);
  if (end == std::string_view::npos) {
    return std::string(text);
  }
  return std::string(text.substr(0, begin)).append(text.substr(end + last_line.size()));
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
  HeadReader reader;
  (void)Json::sax_parse(text, &reader);
  return std::move(reader.head);
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
    if (names.count(std::string(written_name(table))) != 0) {
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
      result.insert(Json::parse(written_name(table)).get<std::string>());
    }
    parted = parted || table.find(partition) != std::string_view::npos;
  });
  while (parted) {  // again for the partitions of partitions
    const std::size_t before = names.size();
    each_table(text, list, [&](std::string_view table) {
      if (says(table, partition, names) && names.emplace(written_name(table)).second) {
        result.insert(Json::parse(written_name(table)).get<std::string>());
      }
    });
    parted = names.size() > before;
  }
  return result;
}

}  // namespace helium::source
