#include "draw/measures.h"

#include <algorithm>

namespace helium::draw {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_type = 26;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Parts of an em; a letter beyond ASCII may be as wide as high.
double width_of(char c) {
  constexpr std::string_view narrow = "ijlIft.,:;'|!()[]/\\ ";
  constexpr std::string_view wide = "mwMW@%";
  if (static_cast<unsigned char>(c) >= 0x80) {
    return 1.0;
  }
  if (narrow.find(c) != std::string_view::npos) {
    return 0.36;
  }
  if (wide.find(c) != std::string_view::npos) {
    return 0.95;
  }
  return c >= 'A' && c <= 'Z' ? 0.7 : 0.6;
}

}  // namespace

std::string shortened(const std::string& text, std::size_t most_characters) {
  std::size_t characters = 0;
  std::size_t keep = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    characters += begins_character(text[i]) ? 1U : 0U;
    if (characters > most_characters) {
      return text.substr(0, keep) + "\xE2\x80\xA6";
    }
    keep = characters < most_characters ? i + 1 : keep;
  }
  return text;
}

std::string shown_name(const std::string& name) {
  return shortened(name, longest_name);
}

std::string shown_type(const std::string& type) {
  return shortened(type, longest_type);
}

double width_of(std::string_view text, double font_size) {
  double ems = 0;
  for (const char c : text) {
    ems += begins_character(c) ? width_of(c) : 0;
  }
  return ems * font_size;
}

double table_width(const DiagramTable& table) {
  double width = width_of(shown_name(table.name), 14.5) + width_of(table.ref, 11) + 44;
  for (const auto& column : table.columns) {
    const double second_sign = column.primary_key && column.lookup ? 20 : 0;
    width = std::max(width, name_indent + width_of(shown_name(column.name), 13) + second_sign + 18 +
                                width_of(shown_type(column.datatype), 12) + type_indent);
  }
  return std::max(width, 150.0);
}

double table_height(std::size_t rows) {
  return header_height + static_cast<double>(rows) * row_height + foot_height;
}

double row_middle(std::size_t row) {
  return header_height + (static_cast<double>(row) + 0.5) * row_height;
}

}  // namespace helium::draw
