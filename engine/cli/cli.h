// The program: arguments become one call of the engine and its value becomes text. A command is a
// function from Options to an exit code; app.cc holds the table of commands and options, from which
// help, completions and the manual page are made. stdout carries the result only, everything else
// goes to stderr. Only what would take data away asks a question, and only on a terminal.
//
// Ctrl-C, SIGTERM and SIGHUP are blocked in all threads and read by one that calls Engine::cancel,
// so that a signal never interrupts a client library at work (signals.h). The progress line is an
// Observer (progress.h).
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "helium/engine.h"
#include "show/show.h"

namespace helium::cli {

/// Everything that can be said on the command line.
struct Options {
  TargetRequest request;
  std::string format = "text";
  std::vector<std::string> dialects;
  bool verbose = false;
  bool explain = false;
  std::string log_file;

  std::string path;  ///< FILE, SHELL or a design's name, as the command says
  std::vector<std::string> words;
  std::vector<std::int64_t> numbers;
  std::optional<std::int64_t> to;
  std::optional<std::int64_t> from;
  std::optional<std::uint32_t> steps;
  bool all = false;
  bool down = false;
  bool undo = false;
  bool yes = false;
  bool write = false;
  bool check = false;
  bool forget = false;
  bool exit_code = false;
  bool deep = false;
  bool open = false;
  std::string section;  ///< expand: the only one
  bool load_only = false;
  bool out_of_order = false;
  bool exclusive = false;
  bool group = false;
  bool replay = false;
  std::string as;
  std::string out;
  std::string plan;
  std::string older_than;
  std::string backup;
  std::string lock_timeout;
  std::string wait;
  std::string from_schema;           ///< diff: a URL or a file
  std::string to_schema;             ///< the other side
  std::vector<std::string> scratch;  ///< servers on which migrations may be tried
  std::string cache;                 ///< where what can be made again is kept
  std::string junit;                 ///< a file for build servers
  std::vector<std::string> operations;
  std::string operations_file;
  std::vector<std::string> backfills;
  bool idempotent = false;
  bool unproved = false;
  bool allow_destructive = false;
  bool dry_run = false;

  /// True when results are to be JSON.
  [[nodiscard]] bool json() const { return format == "json"; }
};

/// What a parsed command line does; returns the exit code.
using Action = std::function<int()>;

/// The table of commands and options. The chosen command's work is put into `action`; all three
/// must outlive parsing.
[[nodiscard]] std::unique_ptr<CLI::App> make_app(Options& options, Action& action);

/// Runs the program; returns its exit code.
int run(int argc, char** argv);

/// The result on stdout. Throws Error(write) when it cannot be written, ReaderGone (streams.h) when
/// nobody reads it any more.
void print(const std::string& text);
/// The result of something that happened, on stdout, and the exit code for it. What cannot be
/// written is said on stderr; it never hides that the deed itself failed.
[[nodiscard]] int told(const std::string& text, int code);
/// A message on stderr, secrets removed.
void say(const std::string& text);
/// Colours for stdout: a terminal, and no NO_COLOR.
[[nodiscard]] show::Colour colour();
/// The error on stderr, with --format json also on stdout; returns its exit code.
int fail(const Error& error, const Options& options);

}  // namespace helium::cli
