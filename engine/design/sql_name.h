// What the names of SQL migrations say, in the ways of the tools that people come from:
// `V12__add_users.sql` with `U12__...` (the way back) and `R__...` (runs again when it changes),
// `12_add_users.up.sql` with `12_add_users.down.sql`, and `12_add_users.sql` or `shop_12.sql`,
// which hold both ways between markers.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace helium::design {

struct SqlName {
  enum class Part { whole, forward, reverse, repeatable };
  Part part = Part::whole;
  std::int64_t number = 0;
  std::string before;   ///< what stands before the digits: "V", "shop_", ""
  std::string digits;   ///< the number as it is written
  std::string between;  ///< what stands between the digits and the title: "__", "_", "-", ""
  std::string title;    ///< "add_users"
  std::string ending;   ///< ".sql", ".up.sql", ".down.sql"
};

/// The parts of a name; nothing for any other name.
[[nodiscard]] std::optional<SqlName> sql_name_of(std::string_view name);

/// The version in a name like `V1.2__add_users.sql`, `U1_2__...`, `1.2_add_users.sql` or
/// `shop_1.2.sql`, which has several numbers and so is none of ours; empty for every other name.
[[nodiscard]] std::string parted_version_of(std::string_view name);

/// One number that keeps the order of such versions, where no part is above 999: "1002" for "1.2".
[[nodiscard]] std::string whole_number_for(std::string_view version);

/// The form that a name would have to have that is no migration's but has a number where the
/// migrations beside it have theirs: "shop_<number>.sql" for `shop_1_add.sql` beside `shop_1.sql`.
/// `befores` are what stands before their digits. Empty for every other name.
[[nodiscard]] std::string form_missed(std::string_view name, const std::set<std::string>& befores);

/// The name that these parts make.
[[nodiscard]] std::string written(const SqlName& name);

/// Numbers of repeatable files stand above all others, in an order that new files do not disturb.
inline constexpr std::int64_t first_repeatable = 9'000'000'000'000'000'000;

}  // namespace helium::design
