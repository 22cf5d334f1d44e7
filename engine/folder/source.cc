#include "folder/source.h"

#include <algorithm>

#include "base/text.h"

namespace helium::folder {
namespace {

constexpr std::string_view delimiter = "${SUBQUERY_DELIMITER}";

// The content of the first [=[ ... ]=] of any level but 0.
std::string_view first_block(std::string_view text) {
  for (std::size_t at = text.find("[="); at != std::string_view::npos;
       at = text.find("[=", at + 1)) {
    const std::size_t end = text.find_first_not_of('=', at + 1);
    if (end == std::string_view::npos || text[end] != '[') {
      continue;
    }
    const std::string closer = "]" + std::string(end - at - 1, '=') + "]";
    const std::size_t close = text.find(closer, end);
    return text.substr(end + 1, close == std::string_view::npos ? close : close - end - 1);
  }
  return {};
}

// Of the first byte of the first line that is neither blank nor a comment.
std::size_t first_statement(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view content = base::trimmed(line);
    if (!content.empty() && content.substr(0, 2) != "--") {
      return at + static_cast<std::size_t>(content.data() - line.data());
    }
    at = end + 1;
  }
  return 0;
}

}  // namespace

EntryPlace::EntryPlace(const expand::Author& author, const expand::Literal* literal)
    : author_(author), known_(literal != nullptr) {
  if (!known_) {
    return;
  }
  begin_ = literal->begin;
  if (!literal->verbatim) {
    return;
  }
  const std::string_view whole = literal->value;
  const std::string_view block = first_block(whole);
  const auto offset = [&](std::string_view part) {
    return begin_ + static_cast<std::uint64_t>(part.data() - whole.data()) + first_statement(part);
  };
  for (std::size_t from = 0; from < block.size();) {
    const std::size_t end = std::min(block.find(delimiter, from), block.size());
    parts_.push_back(offset(block.substr(from, end - from)));
    from = end + delimiter.size();
  }
}

Span EntryPlace::entry() const {
  return known_
             ? author_.source.span(begin_ + first_statement(author_.source.plain().substr(begin_)))
             : Span{.file = author_.source.file()};
}

Span EntryPlace::part(std::size_t number) const {
  return number < parts_.size() ? author_.source.span(parts_[number]) : entry();
}

Span first_place(const expand::Author& author, std::string_view text) {
  const std::size_t at = author.source.plain().find(text);
  return at == std::string::npos ? Span{.file = author.source.file()}
                                 : author.source.span(at, text.size());
}

}  // namespace helium::folder
