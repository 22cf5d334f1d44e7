// Roles on a server of our own: nobody is there yet to whom something could be granted or belong.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "facade/place.h"
#include "helium/error.h"
#include "helium/schema.h"

namespace helium::facade {

class People {
 public:
  /// Nobody is made where the server for the dialect is not our own, nor where it makes people by
  /// itself, as MariaDB does.
  People(Grounds& grounds, const std::string& dialect);

  /// Makes those whom the schema names.
  void make(const Schema& schema);
  /// `attempt`, from its beginning again for each that was missing, be it that it threw or that
  /// `refusal_of` finds what the server said in its result.
  template <typename Attempt, typename RefusalOf>
  auto among(const Attempt& attempt, const RefusalOf& refusal_of) {
    for (;;) {
      try {
        auto result = attempt();
        if (!make_missed(refusal_of(result))) {
          return result;
        }
      } catch (const Error& error) {
        if (!make_missed(error.message())) {
          throw;
        }
      }
    }
  }
  template <typename Attempt>
  auto among(const Attempt& attempt) {
    return among(attempt, [](const auto&) { return std::string(); });
  }

 private:
  [[nodiscard]] bool make_missed(const std::string& refusal);
  void make(const std::string& name);

  std::optional<Url> server_;
  std::set<std::string> made_;
};

}  // namespace helium::facade
