// The pictures of a target: its migrations read once, laid out once.
#pragma once

#include <string>

#include "draw/chronicle.h"
#include "draw/draw.h"
#include "facade/work.h"
#include "helium/engine.h"

namespace helium::facade {

/// A target for documents under a dialect: a macro that nothing gives a value is shown as it is
/// written. To be used with Purpose::document, so that no secret gets into a document.
[[nodiscard]] Target documented(const Target& target, const std::string& dialect);

/// The migrations of all designs of the work in their order, under its dialect.
[[nodiscard]] draw::Chronicle chronicle_of(Work& work);

/// One picture in the form that is asked for. `home` may hold another theme.
[[nodiscard]] std::string document_of(const Diagram& diagram, const draw::Layout& layout,
                                      DiagramRequest::Form form, const std::string& home);

/// Writes a file unless one of these bytes is there, with its folders, and counts it.
void put(Written& written, const std::string& path, const std::string& bytes);

}  // namespace helium::facade
