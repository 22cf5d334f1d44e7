#include "facade/people.h"

#include "dialect/dialect.h"
#include "session/session.h"
#include "sql/quote.h"

namespace helium::facade {

People::People(Grounds& grounds, const std::string& dialect) {
  if (dialect == "postgresql" && grounds.own(dialect)) {
    server_ = grounds.of(dialect);
  }
}

void People::make(const Schema& schema) {
  for (const Grant& grant : schema.grants) {
    if (grant.grantee != "public") {
      make(grant.grantee);
    }
  }
  for (const View& view : schema.views) {
    make(view.owner);
  }
  for (const Routine& routine : schema.routines) {
    make(routine.owner);
  }
}

// Whether another try is worth it: not for a second refusal of the same name.
bool People::make_missed(const std::string& refusal) {
  static const std::string before = "role \"";
  static const std::string behind = "\" does not exist";
  const auto begin = refusal.find(before);
  const auto end = refusal.rfind(behind);
  if (!server_ || begin == std::string::npos || end == std::string::npos ||
      end < begin + before.size()) {
    return false;
  }
  const std::string name = refusal.substr(begin + before.size(), end - begin - before.size());
  if (made_.count(name) != 0) {
    return false;
  }
  make(name);
  return true;
}

void People::make(const std::string& name) {
  if (!server_ || name.empty() || !made_.insert(name).second) {
    return;
  }
  Target target;
  target.url = *server_;
  try {
    const auto session = session::open(target, {});
    (void)session->ask(
        {"CREATE ROLE " + sql::quote_identifier(name, dialect::read("postgresql").lexicon), {}});
  } catch (const Error&) {
    return;  // it is there: the administrator, or from another try
  }
}

}  // namespace helium::facade
