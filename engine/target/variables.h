// The process environment, and .env for what it does not have.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace helium::target {

class Variables {
 public:
  /// Reads .env of the working directory when it is there. Throws Error(config) where a line of it
  /// is not NAME=VALUE.
  explicit Variables(std::function<const char*(const char*)> getenv);
  /// The value; "" when neither has it.
  [[nodiscard]] std::string get(const std::string& name) const;
  /// Where get() found it: "environment NAME" or ".env NAME".
  [[nodiscard]] std::string source(const std::string& name) const;
  /// The environment itself has it, so that .env has no say.
  [[nodiscard]] bool in_process(const std::string& name) const;

 private:
  std::function<const char*(const char*)> getenv_;
  std::map<std::string, std::string> file_;
};

}  // namespace helium::target
