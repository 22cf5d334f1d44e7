#include "catalog/table_texts.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "catalog/questions.h"
#include "helium/error.h"
#include "helium/version.h"
#include "seal/sha256.h"
#include "sql/quote.h"

namespace helium::catalog {
namespace {

// Texts asked for in one message: two connections take them in turns.
constexpr std::size_t at_once = 1000;

// Tables whose texts take longer than a second connection does.
constexpr std::size_t many = 300;

// Tables that a server keeps open if nobody tells it otherwise.
constexpr std::size_t usual_room = 2000;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view of_default = " DEFAULT nextval(";
constexpr std::string_view last_line = "\n) ENGINE=";
constexpr std::string_view next_number = " AUTO_INCREMENT=";

// Behind the name or literal that begins here. A quote in it is doubled, so that it ends and begins
// again; in a literal a backslash may stand before it.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote) {
    at += quote == '\'' && text[at] == '\\' ? 2 : 1;
  }
  return std::min(at + 1, text.size());
}

// A row format is what was asked for, which need not be what the table has; older servers say no
// collation of a generated column where its expression has the same.
bool tells_half(std::string_view text) {
  return text.find("ROW_FORMAT=") != std::string_view::npos ||
         text.find("GENERATED ALWAYS") != std::string_view::npos;
}

class Texts {
 public:
  Texts(session::Session& session, const Dialect& dialect, const Scope& scope)
      : session_(session), dialect_(dialect), scope_(scope) {}

  std::optional<Digests> read() {
    const session::Rows of = asked("table_text_of", session_, scope_);
    if (of.rows.empty()) {
      return std::nullopt;
    }
    const session::Rows kinds = catalog::kinds(session_, dialect_, scope_);
    const auto names = names_of(kinds, "BASE TABLE", scope_);
    const Messages messages(statements(names));
    std::future<Beside> beside;
    if (names.size() >= many) {
      beside = std::async(std::launch::async, [&] { return asked_beside(kinds, messages); });
    }
    Found found = tables(session_, messages);
    Beside other = beside.valid() ? beside.get() : Beside();
    found.plain = found.plain && other.found.plain;
    found.hashes.merge(other.found.hashes);
    found.half_told.merge(other.found.half_told);
    if (!found.plain || found.hashes.size() != messages.statements.size()) {
      return std::nullopt;
    }
    add_rest(found);
    Digests result;
    result.of = kind_of(session_, of.rows.front().at(0).value_or(""));
    for (auto& [name, hash] : found.hashes) {
      result.tables[name] = hash.hex();
    }
    result.others = other.digest.empty() ? others(session_, kinds) : other.digest;
    return result;
  }

 private:
  // Two connections take from these, one message after another.
  struct Messages {
    explicit Messages(std::vector<std::string> all) : statements(std::move(all)) {}
    std::vector<std::string> statements;
    mutable std::atomic<std::size_t> taken = 0;
  };

  // Of the tables that one connection told.
  struct Found {
    std::map<std::string, seal::Sha256> hashes;
    std::set<std::string> half_told;
    bool plain = true;  // else a temporary table hides one
  };

  struct Beside {
    std::string digest;  // of what is no table; empty: nobody was there to ask
    Found found;
  };

  [[nodiscard]] session::Rows asked(const std::string& question, session::Session& session,
                                    const Scope& scope) const {
    return catalog::asked(dialect_.catalog.at(question), session, dialect_, scope);
  }

  [[nodiscard]] std::vector<std::string> statements(const std::vector<std::string>& all) const {
    const std::string schema = sql::quote_identifier(scope_.schema, dialect_.lexicon);
    const std::string statement = dialect_.catalog.at("table_text") + " " + schema + ".";
    std::vector<std::string> statements;
    for (const std::string& name : all) {
      if (!scope_.only || scope_.only->count(name) != 0) {
        statements.push_back(statement + sql::quote_identifier(name, dialect_.lexicon));
      }
    }
    // A server forgets the table first that was asked for longest ago. Where it has no room for
    // quite all, the same order every time would find each of them just forgotten.
    if (statements.size() > usual_room) {
      std::shuffle(statements.begin(), statements.end(), std::minstd_rand(std::random_device()()));
    }
    return statements;
  }

  [[nodiscard]] Beside asked_beside(const session::Rows& kinds, const Messages& messages) const {
    const auto second = session_.another();
    if (!second) {
      return {};
    }
    std::string digest = others(*second, kinds);
    return {std::move(digest), tables(*second, messages)};
  }

  // Of the messages that nobody took yet.
  [[nodiscard]] Found tables(session::Session& session, const Messages& messages) const {
    const std::string schema = sql::quote_identifier(scope_.schema, dialect_.lexicon);
    Found found;
    const auto take = [&](session::Cells&& row) {
      const std::string name = std::move(row.at(0)).value_or("");
      const std::string text = std::move(row.at(1)).value_or("");
      found.plain = found.plain && text.starts_with("CREATE TABLE ");
      found.hashes[name].add(schema_part(text, schema));
      if (tells_half(text)) {
        found.half_told.insert(name);
      }
    };
    const auto& all = messages.statements;
    for (;;) {
      const std::size_t from = messages.taken.fetch_add(at_once);
      if (from >= all.size()) {
        return found;
      }
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
      const auto size = static_cast<std::ptrdiff_t>(std::min(at_once, all.size() - from));
      session.each(base::joined({begin, begin + size}, ";"), take);
    }
  }

  void add_rest(Found& found) const {
    const std::set<std::string>& half_told = found.half_told;
    if (half_told.empty()) {
      return;
    }
    for (const auto& row :
         asked("table_text_beside", session_, {scope_.schema, scope_.prefix, half_told}).rows) {
      const std::string table = row.at(0).value_or("");
      if (half_told.count(table) != 0) {
        found.hashes[table].add(row.at(1).value_or("")).add(row.at(2).value_or(""));
      }
    }
  }

  // The digest of everything that is no table.
  [[nodiscard]] std::string others(session::Session& session, const session::Rows& kinds) const {
    seal::Sha256 hash;
    const auto add = [&](const session::Cells& row) {
      for (const auto& cell : row) {
        hash.add(cell ? "1" : "0").add(cell.value_or(""));
      }
    };
    for (const auto& row : kinds.rows) {
      if (!ours(row.at(0).value_or(""), scope_)) {
        add(row);
      }
    }
    const auto views = names_of(kinds, "VIEW", scope_);
    const std::set<std::string> only(views.begin(), views.end());
    for (const session::Rows& found :
         {asked("digest_of_views", session, {scope_.schema, scope_.prefix, only}),
          asked("digest_of_others", session, scope_),
          sequences(names_of(kinds, "SEQUENCE", scope_), session, dialect_, scope_)}) {
      std::for_each(found.rows.begin(), found.rows.end(), add);
    }
    return hash.hex();
  }

  session::Session& session_;
  const Dialect& dialect_;
  const Scope& scope_;
};

}  // namespace

std::string kind_of(const session::Session& session, const std::string& said) {
  const std::string reader = std::string("helium ") + version() + ", ";
  if (said.find('/') == std::string::npos) {
    return reader + said;
  }
  const std::string& server = session.server().identity;
  return server.empty() || server.front() == '/' ? std::string() : reader + server + "/" + said;
}

std::string schema_part(std::string_view text, std::string_view schema) {
  const std::string own = std::string(of_default) + std::string(schema) + ".";
  std::string kept;
  std::size_t from = 0;
  const auto cut = [&](std::size_t begin, std::size_t end) {
    kept += text.substr(from, begin - from);
    from = end;
    return end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (text[at] == '`' || text[at] == '\'') {
      at = behind_quoted(text, at);
    } else if (text[at] == ' ' && rest.starts_with(own)) {
      at = cut(at + of_default.size(), at + own.size());
    } else if (text[at] == '\n' && rest.starts_with(last_line)) {
      at = std::min(text.find_first_of(" \n", at + last_line.size()), text.size());
      if (text.substr(at).starts_with(next_number)) {
        at =
            cut(at, std::min(text.find_first_not_of(digits, at + next_number.size()), text.size()));
      }
    } else {
      ++at;
    }
  }
  return kept += text.substr(from);
}

std::optional<Digests> text_digests(session::Session& session, const Dialect& dialect,
                                    const Scope& scope) {
  if (dialect.catalog.count("table_text") == 0) {
    return std::nullopt;
  }
  try {
    return Texts(session, dialect, scope).read();
  } catch (const Error& error) {
    if (error.connection_lost()) {
      throw;
    }
    return std::nullopt;  // a text is kept from this user, or its table is gone by now
  }
}

}  // namespace helium::catalog
