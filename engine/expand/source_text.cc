#include "expand/source_text.h"

#include <algorithm>

#include "base/text.h"

namespace helium::expand {

SourceText::SourceText(std::string file, std::string_view raw)
    : file_(std::move(file)), plain_(base::normalised(raw)) {
  mark_ = raw.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::size_t at = raw.find("\r\n"); at != std::string_view::npos;
       at = raw.find("\r\n", at + 2)) {
    shortened_.push_back(at - mark_ - shortened_.size());
  }
  line_starts_.push_back(0);
  for (std::size_t at = plain_.find('\n'); at != std::string::npos;
       at = plain_.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

Span SourceText::span(std::uint64_t plain_offset, std::uint64_t length) const {
  const std::uint64_t offset = std::min<std::uint64_t>(plain_offset, plain_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint64_t start = *std::prev(after);
  Span span;
  span.file = file_;
  span.line = static_cast<std::uint32_t>(after - line_starts_.begin());
  span.column = base::position_at(std::string_view(plain_).substr(start), offset - start).column;
  span.offset = raw_offset(offset);
  span.length = raw_offset(offset + length) - span.offset;
  return span;
}

Span SourceText::line_span(std::uint32_t line) const {
  Span span;
  span.file = file_;
  span.line = line;
  span.offset = line == 0 ? 0 : raw_offset(line_start(line));
  return span;
}

std::string SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) {
    return {};
  }
  const std::uint64_t start = line_starts_[number - 1];
  return plain_.substr(start, plain_.find('\n', start) - start);
}

std::uint64_t SourceText::line_start(std::uint32_t number) const noexcept {
  if (number == 0) {
    return 0;
  }
  return number > line_starts_.size() ? plain_.size() : line_starts_[number - 1];
}

Error SourceText::placed(const Error& error, const Span& where) const {
  return error.at(where).showing(line(where.line));
}

std::uint64_t SourceText::raw_offset(std::uint64_t plain_offset) const noexcept {
  const auto before = std::lower_bound(shortened_.begin(), shortened_.end(), plain_offset);
  return plain_offset + mark_ + static_cast<std::uint64_t>(before - shortened_.begin());
}

}  // namespace helium::expand
