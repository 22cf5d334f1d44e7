#include "diff/routines.h"

#include <algorithm>

#include "base/text.h"

namespace helium::diff {
namespace {

struct Parts {
  std::string head;
  std::string body;
  bool parsed = false;  // the body is
};

Parts parts_of(const Routine& routine) {
  const std::string& text = routine.definition;
  const std::string small = base::replaced(base::lower(text), "\n", " ");
  const std::size_t quoted = std::min(small.find(" as $"), small.find(" as '"));
  const std::size_t parsed = std::min(small.find(" begin atomic"), small.find(" return "));
  const std::size_t body = std::min({quoted, parsed, text.size()});
  return {text.substr(0, body), text.substr(body), parsed < quoted};
}

// From DECLARE to BEGIN.
std::string declared(const std::string& body) {
  const std::string small = base::lower(body);
  const std::size_t from = small.find("declare");
  return from == std::string::npos ? std::string()
                                   : body.substr(from, small.find("begin", from) - from);
}

}  // namespace

std::string needed_by(const Routine& routine) {
  const Parts parts = parts_of(routine);
  const std::string small = base::lower(routine.definition);
  return parts.head + (small.find("language sql") != std::string::npos ? parts.body
                       : small.find("language plpgsql") != std::string::npos
                           ? " " + declared(parts.body)
                           : "");
}

std::string held_by(const Routine& routine) {
  return parts_of(routine).head + parsed_body(routine);
}

std::string parsed_body(const Routine& routine) {
  const Parts parts = parts_of(routine);
  return parts.parsed ? parts.body : std::string();
}

}  // namespace helium::diff
