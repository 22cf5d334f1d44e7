// Where a password comes from when the URL has none.
#pragma once

#include <string>

#include "helium/target.h"
#include "target/settings.h"
#include "target/variables.h"

namespace helium::target {

/// Puts a password into `url` from password_file, HELIUM_PASSWORD, or for MySQL and MariaDB from
/// MYSQL_PWD or the client's option file, and returns where it stood; "" when there is none.
/// PostgreSQL's own PGPASSWORD and ~/.pgpass are left to libpq, which looks there by itself.
std::string find_password(const Layer& layer, const Variables& variables, Url& url);

}  // namespace helium::target
