// The table as Markdown, and its place in a README.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "helium/error.h"
#include "index/index.h"

namespace helium::index {
namespace {

constexpr std::string_view opening = "<!-- helium:index -->";
constexpr std::string_view closing = "<!-- /helium:index -->";
constexpr std::string_view headings =
    "| M# | Table | Version | Updated | Stmts | Diagram | Description |";
constexpr std::string_view ruler =
    "| ---- | ------- | --------- | --------- | ------- | --------- | ------------- |";
constexpr std::string_view yes = "\xE2\x9C\x93";
constexpr std::string_view no = "\xE2\x9C\x97";

// A cell is one line of Markdown; a bar would end it and a tag would be one.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : base::printable(text)) {
    if (c == '|') {
      result += "\\|";
    } else if (c == '<') {
      result += "&lt;";
    } else {
      result += c == '\n' || c == '\t' ? ' ' : c;
    }
  }
  return std::string(base::trimmed(result));
}

std::string row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const auto& text : cells) {
    line += text.empty() ? " |" : " " + text + " |";
  }
  return line + "\n";
}

std::string bold(std::size_t number) {
  return "**" + std::to_string(number) + "**";
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its line end
  std::string_view text;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find('\n', at);
    const std::size_t end = found == std::string_view::npos ? text.size() : found + 1;
    std::string_view line = text.substr(at, end - at);
    line = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
    lines.push_back({at, end, line});
    at = end;
  }
  return lines;
}

// The run of ` or ~ with which a line opens or closes fenced code; empty for any other line.
std::string_view fence_of(std::string_view line) {
  constexpr std::size_t most_indent = 3;
  constexpr std::size_t least_marks = 3;
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(indent);
  const char mark = line.empty() ? ' ' : line.front();
  const std::size_t marks = std::min(line.find_first_not_of(mark), line.size());
  const bool in_line = mark == '`' && line.find(mark, marks) != std::string_view::npos;
  const bool fences =
      (mark == '`' || mark == '~') && indent <= most_indent && marks >= least_marks && !in_line;
  return fences ? line.substr(0, marks) : std::string_view();
}

// What stands in fenced code is an example: no line of it is one of ours.
void forget_code(std::vector<Line>& lines) {
  std::string_view open;
  for (Line& line : lines) {
    const std::string_view fence = fence_of(line.text);
    if (open.empty()) {
      open = fence;
      continue;
    }
    const bool closes = fence.size() >= open.size() && fence.front() == open.front() &&
                        base::trimmed(line.text) == fence;
    line.text = {};
    open = closes ? std::string_view() : open;
  }
}

// True for our headings, however the cells are padded.
bool is_heading(std::string_view line) {
  std::string packed(line);
  packed.erase(std::remove(packed.begin(), packed.end(), ' '), packed.end());
  std::string wanted(headings);
  wanted.erase(std::remove(wanted.begin(), wanted.end(), ' '), wanted.end());
  return packed == wanted;
}

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Error lonely(const Index& index, const std::string& marker, std::size_t line) {
  return Error(Fault::design, "the marker " + marker + " has no partner")
      .at({.file = index.readme, .line = static_cast<std::uint32_t>(line + 1), .column = 1})
      .hinting("put both markers on lines of their own, or remove this one");
}

// From the opening marker to behind the closing one. An indented marker is an example in a text.
std::optional<Stretch> between_markers(const Index& index, const std::vector<Line>& lines) {
  std::optional<std::size_t> open;
  std::optional<Stretch> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text == opening) {
      if (open || found) {
        throw lonely(index, std::string(opening), i);
      }
      open = i;
    } else if (lines[i].text == closing) {
      if (!open) {
        throw lonely(index, std::string(closing), i);
      }
      found = {lines[*open].begin, lines[i].end};
      open.reset();
    }
  }
  if (open) {
    throw lonely(index, std::string(opening), *open);
  }
  return found;
}

// A table with our headings that an earlier tool wrote.
std::optional<Stretch> bare_table(const std::vector<Line>& lines) {
  const auto first = std::find_if(lines.begin(), lines.end(),
                                  [](const Line& line) { return is_heading(line.text); });
  if (first == lines.end()) {
    return std::nullopt;
  }
  const auto last = std::find_if(first, lines.end(),
                                 [](const Line& line) { return line.text.substr(0, 1) != "|"; });
  return Stretch{first->begin, std::prev(last)->end};
}

}  // namespace

std::string table(const Index& index) {
  std::string text = std::string(headings) + "\n" + std::string(ruler) + "\n";
  std::size_t statements = 0;
  std::size_t diagrams = 0;
  for (const auto& line : index.rows) {
    statements += line.statements;
    diagrams += line.diagram ? 1 : 0;
    text += row({"[" + std::to_string(line.number) + "](" + line.link + ")", cell(line.table),
                 cell(line.version), cell(line.updated), std::to_string(line.statements),
                 std::string(line.diagram ? yes : no), cell(line.description)});
  }
  return text + row({bold(index.rows.size()), "", "", "", bold(statements), bold(diagrams), ""});
}

std::string placed(const Index& index, const std::string& readme) {
  std::string block = std::string(opening) + "\n" + table(index) + std::string(closing) + "\n";
  const bool crlf = readme.find("\r\n") != std::string::npos;
  if (crlf) {
    block = base::replaced(block, "\n", "\r\n");
  }
  const std::string end = crlf ? "\r\n" : "\n";
  if (readme.empty()) {
    return "# " + index.design + "\n\n## Migrations\n\n" + block;
  }
  auto lines = lines_of(readme);
  forget_code(lines);
  auto stretch = between_markers(index, lines);
  if (!stretch) {
    stretch = bare_table(lines);
  }
  if (!stretch) {
    const std::string gap = readme.back() == '\n' ? end : end + end;
    return readme + gap + "## Migrations" + end + end + block;
  }
  // The README's last line may have no end; then ours has none either.
  if (stretch->end == readme.size() && readme.back() != '\n') {
    block.erase(block.size() - end.size());
  }
  return readme.substr(0, stretch->begin) + block + readme.substr(stretch->end);
}

}  // namespace helium::index
