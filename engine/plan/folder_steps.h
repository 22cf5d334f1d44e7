// Steps of a Helium folder: its rows are loaded into the `queries` table first, and each of its
// migrations marks itself as applied or not. Here is what makes sure that it did.
#pragma once

#include <string>
#include <vector>

#include "helium/design.h"
#include "helium/dialect.h"
#include "plan/steps.h"

namespace helium::plan {

/// True where the design of that name is a Helium folder.
[[nodiscard]] bool is_folder(const std::string& design, const std::vector<Design>& designs);

/// How the `queries` table is called in SQL.
[[nodiscard]] std::string queries_table(const std::string& schema, const Lexicon& lexicon);

/// The step that loads a migration. `again`: its rows of an earlier load are taken out first.
enum class Reload { no, again };
[[nodiscard]] Built load_step(const Migration& migration, const Sections& sections,
                              const Dialect& dialect, const std::string& table, Reload reload);

/// Adds to a step of a folder the question that its own SQL must have answered: that the migration
/// stands loaded, applied, or not applied.
void expect_own_mark(Step& step, const std::string& table);

}  // namespace helium::plan
