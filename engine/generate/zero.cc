#include "generate/zero.h"

#include "base/text.h"
#include "ddl/zero.h"
#include "helium/error.h"

namespace helium::generate {

std::string zero_value(const std::string& table, const Column& column, const Schema& schema) {
  std::string zero = ddl::plain_zero(column, schema);
  if (zero.empty()) {
    throw Error(Fault::usage, "nobody said what rows that are there get in " +
                                  base::printable(table + "." + column.name) + " (" + column.type +
                                  ")")
        .hinting("--backfill " + table + "." + column.name + "=EXPRESSION");
  }
  return zero;
}

}  // namespace helium::generate
