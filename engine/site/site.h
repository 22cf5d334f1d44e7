// A static site about the designs of a target: every migration with its statements on every
// dialect, every table with the history of its columns, the diagram of any version.
//
// The pages need nothing but each other: no address from outside, no server, so they work from a
// folder. What differs by dialect stands in the page once for each and the reader chooses. Texts
// are the authors' and are escaped wherever they go; a content security policy keeps even a mistake
// of ours from running anything. Everything is made from values: equal input gives equal bytes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "draw/chronicle.h"
#include "draw/film.h"
#include "helium/design.h"
#include "helium/diagram.h"
#include "helium/dialect.h"
#include "helium/index.h"
#include "helium/section.h"

namespace helium::site {

/// The designs under one dialect.
struct Reading {
  const Dialect* dialect = nullptr;
  DiagramHistory history;
  draw::Lives lives;
  /// By design and number; nothing for a migration that could not be expanded.
  std::map<std::pair<std::string, std::int64_t>, const Sections*> sections;
  draw::Chronicle::Tellings tellings;  ///< of those with typed operations
};

/// Everything that the site tells about.
struct Material {
  const std::vector<Design>* designs = nullptr;
  std::vector<Index> indexes;
  std::vector<Reading> readings;  ///< the first one is what a reader sees first; at least one
  /// The texts of scripts/site by file name: page.html, site.css, site.js, diagram.css.
  std::map<std::string, std::string> texts;
};

struct Page {
  std::string path;  ///< below the site's folder
  std::string text;
};

/// All files of the site.
[[nodiscard]] std::vector<Page> pages(const Material& material);

}  // namespace helium::site
