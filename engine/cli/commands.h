// One function per command: Options in, exit code out.
#pragma once

#include "cli/cli.h"

namespace helium::cli {

int move(const Options& options, Goal::Verb verb);  ///< up, down, goto, redo, resume
int plan(const Options& options);                   ///< statements, nothing runs
int status(const Options& options);                 ///< applied, pending, changed, ...
int history(const Options& options);                ///< the event log
int baseline(const Options& options);               ///< adopt a database
int repair(const Options& options);                 ///< accept changed files
int stash(const Options& options);                  ///< what waits for an undo
int create(const Options& options);                 ///< the database or schema itself
int drop(const Options& options);                   ///< needs --yes
int init(const Options& options);                   ///< a project
int new_migration(const Options& options);          ///< the next file
int renumber(const Options& options);               ///< pending files above merged ones
int expand(const Options& options);                 ///< one file as SQL
int macros(const Options& options);                 ///< the macro table
int split(const Options& options);                  ///< the statements of a file
int validate(const Options& options);               ///< findings without a database
int index(const Options& options);                  ///< the table of migrations in the README
int diagram(const Options& options);                ///< the schema as a picture
int document(const Options& options);               ///< a static site
int inspect(const Options& options);                ///< what a schema holds
int diff(const Options& options);                   ///< from one schema to another
int drift(const Options& options);                  ///< what no migration made
int automatic(const Options& options);              ///< auto: the wanted schema, at once
int test(const Options& options);                   ///< up, down, up again, on scratch
int checkpoint(const Options& options);             ///< many migrations as one, for empty targets
int generate(const Options& options);               ///< the next migration, from schemas
int explain(const Options& options);                ///< settings and their sources

/// The completion script for bash, zsh or fish, from the table of commands.
[[nodiscard]] std::string completion(const CLI::App& app, const std::string& shell);
/// The manual page in roff, from the table of commands.
[[nodiscard]] std::string manual(const CLI::App& app);

}  // namespace helium::cli
