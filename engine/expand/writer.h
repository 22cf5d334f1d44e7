// Turns one text of a migration into statements: macros in, split, shaped, and tied to the file.
#pragma once

#include <string>
#include <vector>

#include "expand/entries.h"
#include "expand/expand.h"
#include "expand/expansion.h"
#include "expand/options.h"

namespace helium::expand {

class Writer {
 public:
  /// All three must outlive it.
  Writer(const Setting& setting, const MacroTable& local, Author& author)
      : setting_(setting), local_(local), author_(author) {}

  /// The statements of an entry. Throws Error(macro), Error(design), at the author's place.
  [[nodiscard]] std::vector<Statement> statements(const Entry& entry);

  /// A text of a call, with its macros replaced. Throws Error(macro) at the author's place.
  [[nodiscard]] std::string fragment(const Entry& entry);

  /// The diagram text of an entry.
  [[nodiscard]] DiagramText diagram(const Entry& entry);

 private:
  struct Origin;
  [[nodiscard]] Origin origin_of(const Entry& entry);
  [[nodiscard]] Expansion expansion(const Origin& origin, Placer::Kind kind) const;
  [[nodiscard]] Span place(const Origin& origin, std::uint64_t source) const;
  [[nodiscard]] Statement statement(const Origin& origin, const Expansion& expansion,
                                    std::uint64_t offset, std::uint64_t length) const;

  const Setting& setting_;
  const MacroTable& local_;
  Author& author_;
};

}  // namespace helium::expand
