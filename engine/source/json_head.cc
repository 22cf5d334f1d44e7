// The front of a schema's JSON, read without the rest.
#include <nlohmann/json.hpp>

#include "source/schema_json.h"

namespace helium::source {

using Json = nlohmann::ordered_json;

namespace {

// Stops behind the digests: what comes then is the long part.
class HeadReader : public nlohmann::json_sax<Json> {
 public:
  Head head;

  bool key(std::string& name) override {
    key_ = name;
    return depth_ != 1 || name == "version" || name == "dialect" || name == "name" ||
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

}  // namespace

Head head_of_json(std::string_view text) {
  HeadReader reader;
  (void)Json::sax_parse(text, &reader);
  return std::move(reader.head);
}

}  // namespace helium::source
