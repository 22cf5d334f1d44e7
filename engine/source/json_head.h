// The front of a schema's JSON, and parts of it, read without the rest: of documents that are byte
// for byte what json_of() wrote. Whoever edits one breaks its seal, and then its digests say
// nothing.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "helium/digests.h"

namespace helium::source {

/// What stands in front.
struct Head {
  std::string dialect;
  Digests digests;
};
/// Empty for what is no such document, and for one that was edited.
[[nodiscard]] Head head_of_json(std::string_view text);

/// A sealed document without the tables that are not wanted, and without its digests.
[[nodiscard]] std::string narrowed_json(std::string_view text, const std::set<std::string>& wanted);

/// The tables of a sealed document that have a foreign key to one of these or are a partition of
/// one, or a partition's partition.
[[nodiscard]] std::set<std::string> pointing_at(std::string_view text,
                                                const std::set<std::string>& tables);

/// What stands for the seal until it is known.
[[nodiscard]] std::string unsealed();
/// Writes the seal over what stands for it.
void seal_json(std::string& text);

}  // namespace helium::source
