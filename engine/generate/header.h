// The comment at the beginning of a file, as the folder's files have it.
#pragma once

#include <string>
#include <vector>

#include "helium/design.h"

namespace helium::generate {

/// What a file says of itself.
struct Naming {
  std::string stem;    ///< its name without extension
  std::string digits;  ///< its number as it is written
  std::string title;
  std::string date;
};

/// The lines of a text, without their ends.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

/// The comment lines that a text begins with, up to the first that is none or that is a marker.
[[nodiscard]] std::vector<std::string> comment_of(const std::string& text);

/// The header of a new file: the lines of the newest one that speak of the file itself, or that the
/// one before has too, with the new file's name, number, title and date. One line of a change log
/// stays: the first version's.
[[nodiscard]] std::vector<std::string> header(const std::vector<std::string>& newest,
                                              const Naming& newest_name,
                                              const std::vector<std::string>& before,
                                              const Naming& before_name, const Naming& now);

/// The title in the manner of another: capital letter and full stop as there.
[[nodiscard]] std::string title_like(const std::string& title, const std::string& other);

}  // namespace helium::generate
