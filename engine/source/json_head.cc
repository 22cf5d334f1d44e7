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
    } else if (depth_ == 3) {
      head.digests.tables[key_] = text;
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

// The name that a table's text begins with, as it is written.
std::string_view written_name(std::string_view table) {
  static constexpr std::string_view key = "\"name\": ";
  const auto at = table.find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view name = table.substr(at + key.size());
  const std::string_view line = name.substr(0, name.find('\n'));
  return line.substr(0, line.size() - (line.back() == ',' ? 1 : 0));
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

// A text of JSON holds no line breaks but those between its parts, so each table is found by its
// first and last line.
std::string narrowed_json(std::string_view text, const std::set<std::string>& wanted) {
  static constexpr std::string_view opening = "\n \"tables\": [";
  static constexpr std::string_view first_line = "\n  {";
  static constexpr std::string_view last_line = "\n  }";
  const auto list = text.find(opening);
  if (list == std::string_view::npos) {
    return std::string(text);
  }
  std::unordered_set<std::string> names;
  for (const std::string& name : wanted) {
    names.insert(Json(name).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  auto at = list + opening.size();
  std::string result(text.substr(0, at));
  bool first = true;
  while (text.substr(at, first_line.size()) == first_line) {
    const auto end = text.find(last_line, at) + last_line.size();
    const std::string_view table = text.substr(at, end - at);
    if (names.count(std::string(written_name(table))) != 0) {
      result += first ? "" : ",";
      result += table;
      first = false;
    }
    at = end + (text[end] == ',' ? 1 : 0);
  }
  return result += text.substr(at);
}

}  // namespace helium::source
