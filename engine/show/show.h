// Values become text for people or JSON for scripts. Nothing here decides or asks anything; every
// text that came from a server or a file passes base::printable, so that it cannot drive a
// terminal.
//
// show::text(...) is for people, show::json(...) for scripts: the shapes are promised to them, so
// keys may be added and none renamed. A result is a whole document that ends with a newline.
// Findings have more forms, because other programs read them: see show::findings. Errors look alike
// everywhere: file:line:col: fault: message, the source line with a caret, notes, and the hint.
// Colour is a value of its own: the caller knows whether a terminal is there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "helium/difference.h"
#include "helium/error.h"
#include "helium/finding.h"
#include "helium/ledger.h"
#include "helium/plan.h"
#include "helium/report.h"
#include "helium/schema.h"
#include "helium/section.h"
#include "helium/stash.h"
#include "helium/trial.h"

namespace helium::show {

enum class Colour { none, terminal };

/// One column of a row, for lists of names and values.
using Row = std::vector<std::string>;

/// Each as text for a person, ending with a newline unless it is empty.
[[nodiscard]] std::string text(const Error& error, Colour colour);
[[nodiscard]] std::string text(const Status& status, Colour colour);
[[nodiscard]] std::string text(const Plan& plan);
[[nodiscard]] std::string text(const Report& report, Colour colour);
[[nodiscard]] std::string text(const std::vector<Event>& events);
[[nodiscard]] std::string text(const Sections& sections);
[[nodiscard]] std::string text(const Schema& schema);
[[nodiscard]] std::string text(const SchemaDifference& difference);
[[nodiscard]] std::string text(const std::vector<Stash>& stashes);
/// A script for the server's own client, which begins with what it holds; of pieces, a piece.
[[nodiscard]] std::string text(const StashScript& stashes);
/// Rows as columns of equal width.
[[nodiscard]] std::string table(const std::vector<Row>& rows);
/// "up   shop 1000  First tables  12 ms"
[[nodiscard]] std::string line(const Moved& moved, Colour colour);

/// Each in the JSON shape that scripts rely on; "version" is 1.
[[nodiscard]] std::string json(const Error& error);
[[nodiscard]] std::string json(const Status& status);
[[nodiscard]] std::string json(const Plan& plan);
[[nodiscard]] std::string json(const Report& report);
[[nodiscard]] std::string json(const std::vector<Event>& events, const Findings& findings);
[[nodiscard]] std::string json(const Sections& sections);
/// {"version":1,"stashes":[{"name":..,"kind":..,"of":..,"design":..,"number":..}],"bytes":..}
[[nodiscard]] std::string json(const std::vector<Stash>& stashes);
/// {"version":1,"changes":[{"kind":..,"table":..,"column":..}],"notes":[..],"statements":[..]}
[[nodiscard]] std::string json(const SchemaDifference& difference);
[[nodiscard]] std::string json(const Generated& generated);
[[nodiscard]] std::string json(const Trial& trial);
/// What `auto` found and wrote: the changes, those that take data away, statements and files; of a
/// dry run the statements are those of its plan.
[[nodiscard]] std::string json(const SchemaDifference& difference,
                               const std::vector<std::string>& destructive,
                               const Generated& generated, const std::optional<Plan>& plan);
/// A line for each case, and what is wrong with it.
[[nodiscard]] std::string text(const Trial& trial);
[[nodiscard]] std::string junit(const Trial& trial);
/// {"version":1,"NAME":[{"KEY":"cell", ...}]} with one object per row.
[[nodiscard]] std::string json(const std::string& name, const Row& keys,
                               const std::vector<Row>& rows);
/// One text as a JSON string, quotes included.
[[nodiscard]] std::string quoted(std::string_view text);

/// Findings as text, json, sarif, junit, github or markdown. Throws Error(usage) for another form.
[[nodiscard]] std::string findings(const Findings& findings, const std::string& form,
                                   Colour colour);

/// Statements as a script for the server's own client, bodies with semicolons included.
[[nodiscard]] std::string script(const std::vector<std::string>& statements,
                                 const std::string& dialect);

/// Writes a document to a file; used by plan --out. Throws Error(write).
void save(const std::string& path, const std::string& document);
/// What gets the pieces of a document that is too big to be held.
using TakeText = std::function<void(const std::string& piece)>;
/// Writes what `tell` gives to its argument, all of it or nothing. Throws Error(write), and what
/// `tell` throws.
void save(const std::string& path, const std::function<void(const TakeText& take)>& tell);
/// The hash in a file that plan --out wrote. Throws Error(missing, design).
[[nodiscard]] std::string saved_hash(const std::string& path);

}  // namespace helium::show
