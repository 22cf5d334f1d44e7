// Rights and extensions: what was there before an operation is not its own to take away again.
#include "ddl/carrying.h"
#include "sql/quote.h"

namespace helium::ddl {
namespace {

bool is_all(const Grant& grant) {
  return base::same_word(grant.privilege, "all") ||
         base::same_word(grant.privilege, "all privileges");
}

}  // namespace

// Of PostgreSQL's tables, views and sequences, whose rights are read by the names that an author
// gives them.
bool Carrying::knows_rights(const Grant& said) const {
  return place_.dialect.name == "postgresql" &&
         (has(schema_.tables, said.object) || has(schema_.views, said.object) ||
          has(schema_.sequences, said.object));
}

Changes Carrying::rights_there(const Grant& said) const {
  Changes there;
  for (const Grant& one : schema_.grants) {
    if (one.object == said.object && one.column == said.column && one.grantee == said.grantee &&
        (one.privilege == said.privilege || is_all(said) || is_all(one))) {
      there.push_back({Add<Grant>{"", one}, {}});
    }
  }
  return there;
}

void Carrying::operator()(const Add<Grant>& what) {
  const Changes there = rights_there(what.object);
  if (there.empty() || !knows_rights(what.object)) {
    both({{what, {}}});
    return;
  }
  const bool same = std::any_of(there.begin(), there.end(), [&](const Change& one) {
    const Grant& grant = std::get<Add<Grant>>(one.what).object;
    return (grant.grantable || !what.object.grantable) && (is_all(grant) || !is_all(what.object));
  });
  forward({{what, {}}});
  if (!same) {
    Changes before = {inverse({what, {}})};
    before.insert(before.end(), there.begin(), there.end());
    back(written(before));
  }
}

void Carrying::operator()(const Drop<Grant>& what) {
  if (!knows_rights(what.object)) {
    both({{what, {}}});
    return;
  }
  const Changes there = rights_there(what.object);
  forward({{what, {}}});
  back(written(there));
  for (const Change& one : there) {
    const Grant& grant = std::get<Add<Grant>>(one.what).object;
    if (is_all(what.object) || !is_all(grant)) {
      schema_ = fold(std::move(schema_), {inverse(one)});
    }
  }
}

// Only those of this schema are read. One that stood elsewhere was there before: CREATE EXTENSION
// IF NOT EXISTS left it where it is.
void Carrying::operator()(const Add<Extension>& what) {
  if (has(schema_.extensions, what.object.name)) {
    then(written({{what, {}}}));
    return;
  }
  forward({{what, {}}});
  back({{"DO " +
         sql::quote_dollar("BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = " +
                           literal(what.object.name) +
                           " AND extnamespace = current_schema()::regnamespace) THEN DROP "
                           "EXTENSION " +
                           stash_.quoted(what.object.name) + "; END IF; END")}});
}

void Carrying::operator()(const Drop<Extension>& what) {
  needs(what.object);
  const std::string& name = what.object.name;
  const auto there = std::find_if(schema_.extensions.begin(), schema_.extensions.end(),
                                  [&](const Extension& one) { return one.name == name; });
  if (there == schema_.extensions.end()) {
    if (kept() && !operation_.own_reverse) {
      refuse("there is no extension " + base::printable(name) +
                 " in this schema, and one of another schema would not come back there",
             "write it as SQL with its own way back, or keep = false");
    }
    irreversible_ =
        "keep = false: nobody knows where the extension " + base::printable(name) + " was";
    then(written({{what, {}}}));
    return;
  }
  const std::string version = there->version;
  forward({{Drop<Extension>{"", *there}, {}}});
  Steps again = written({{Add<Extension>{"", {name, version}}, {}}});
  if (!version.empty()) {
    again.back().text += " VERSION " + literal(version);
  }
  back(again);
}

}  // namespace helium::ddl
