// What the parts of this room share: diagram sections, read and written, and what they do to the
// tables of a picture.
#pragma once

#include <string>
#include <vector>

#include "draw/draw.h"

namespace helium::draw {

/// Adds what one entry of a diagram section says. Throws Error(design) at it when its JSON is
/// wrong.
void add_section(DiagramVersion& version, const DiagramText& text);

/// The JSON of a section that says this much.
[[nodiscard]] std::string section_of(const std::vector<DiagramTable>& described,
                                     const std::vector<std::string>& gone);

/// The tables of a picture after one version more.
void fold_in(std::vector<DiagramTable>& tables, const DiagramVersion& version);

/// A table as a server or an operation tells it.
[[nodiscard]] DiagramTable picture_of(const Table& table);

}  // namespace helium::draw
