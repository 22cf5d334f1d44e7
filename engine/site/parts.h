// What the pages share.
#pragma once

#include <string>
#include <string_view>

#include "site/site.h"

namespace helium::site {

/// Text between tags and in quotes.
[[nodiscard]] std::string html(std::string_view text);
/// A link; all three are escaped.
[[nodiscard]] std::string link(const std::string& to, const std::string& words,
                               const std::string& of_class = {});

/// SQL with its tokens in spans.
[[nodiscard]] std::string highlighted(std::string_view sql, const Lexicon& lexicon);

/// Knows where every page lies, and puts a body into the frame that all pages have.
class Frame {
 public:
  /// The material must outlive it.
  explicit Frame(const Material& material);

  /// What the pages tell about.
  [[nodiscard]] const Material& material() const noexcept { return material_; }
  /// Paths below the site's folder.
  [[nodiscard]] std::string of_migration(const std::string& design, std::int64_t number) const;
  [[nodiscard]] std::string of_table(const std::string& name) const;  ///< empty: no such table
  /// A link to the page of a version of the history, as it is written on a page in a folder.
  [[nodiscard]] std::string to_version(std::size_t version) const;
  [[nodiscard]] std::string to_table(
      const std::string& name) const;  ///< its name where it has none
  /// The whole page. `tab` is the entry of the menu that it belongs to.
  [[nodiscard]] Page page(const std::string& path, const std::string& title, const std::string& tab,
                          const std::string& body) const;

 private:
  const Material& material_;
  std::map<std::string, std::string> tables_;
};

// The pages.
[[nodiscard]] Page overview(const Frame& frame);                  ///< index.html
[[nodiscard]] Page tables(const Frame& frame);                    ///< tables.html
[[nodiscard]] Page diagram(const Frame& frame);                   ///< diagram.html
[[nodiscard]] Page table(const Frame& frame, std::size_t table);  ///< tables/NAME.html
[[nodiscard]] Page migration(const Frame& frame, const Migration& migration);
[[nodiscard]] Page search(const Frame& frame);  ///< search.js

}  // namespace helium::site
