// The way from a generated statement back to the author's line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expand/options.h"
#include "helium/span.h"

namespace helium::folder {

/// One entry of a migration's list, in its file.
class EntryPlace {
 public:
  /// `literal`: the entry's text where it stands in the file; nullptr when it was put together.
  EntryPlace(const expand::Author& author, const expand::Literal* literal);

  /// Where the entry begins.
  [[nodiscard]] Span entry() const;
  /// Where part `number` (0-based) of its first sealed block begins: parts lie between lines with
  /// the sub-query delimiter.
  [[nodiscard]] Span part(std::size_t number) const;

 private:
  const expand::Author& author_;
  std::uint64_t begin_ = 0;
  bool known_ = false;
  std::vector<std::uint64_t> parts_;  // offsets in the file
};

/// The first place of a text in the file; only the file when it is not there.
[[nodiscard]] Span first_place(const expand::Author& author, std::string_view text);

}  // namespace helium::folder
