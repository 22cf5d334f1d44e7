// Whether a script does what it says, seen by running it.
#pragma once

#include <string>

#include "facade/compared.h"
#include "facade/place.h"
#include "generate/generate.h"

namespace helium::facade {

struct Proof {
  std::string how;      ///< "by folding the text", "on PostgreSQL 15.4 with rows in every table"
  bool server = false;  ///< a server, or SQLite, ran it
};

/// Up gives B, down gives exactly A, up again gives B; with `twice`, up behind up changes nothing.
/// Where rows can be, every table has some, and what is in the columns of both sides stays as it is
/// all the way. Throws Error(unsupported) with what is not so.
[[nodiscard]] Proof proof(const generate::Script& script, const Compared& compared,
                          const Dialect& dialect, bool twice, Grounds& grounds);

}  // namespace helium::facade
