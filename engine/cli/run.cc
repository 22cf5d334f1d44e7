// From main to an exit code.
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "base/log.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/signals.h"
#include "cli/streams.h"

namespace helium::cli {
namespace {

using Names = std::vector<std::string>;

Names options_of(const CLI::App& app) {
  Names names;
  for (const CLI::Option* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

// All names that could have been meant: of the program, and of the chosen command or of every one.
Names names_of(const CLI::App& app, const CLI::App* chosen) {
  Names names = options_of(app);
  for (const CLI::App* command : commands_of(app)) {
    if (chosen == nullptr) {
      names.push_back(command->get_name());
    }
    if (chosen == nullptr || chosen == command) {
      const Names more = options_of(*command);
      names.insert(names.end(), more.begin(), more.end());
    }
  }
  return names;
}

// In words; empty where no command has such an option.
std::string those_with(const std::string& option, const CLI::App& app) {
  Names found;
  for (const CLI::App* command : commands_of(app)) {
    const Names names = options_of(*command);
    if (std::find(names.begin(), names.end(), option) != names.end()) {
      found.push_back("helium " + command->get_name());
    }
  }
  return found.empty() ? "" : option + " belongs to " + base::joined(found, ", ");
}

// The values are not told: one of them may hold a password.
std::string words_of(const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string name = text.substr(0, text.find(':'));
  const bool twice = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr &&
                     text.find("but received") != std::string::npos;
  return twice ? name + " is given more than once, and takes one value"
               : base::lower(text.substr(0, 1)) + text.substr(1);
}

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto taken = app.get_subcommands();
  const CLI::App* chosen = taken.empty() ? nullptr : taken.front();
  const std::string help =
      std::string("helium ") + (chosen == nullptr ? "" : chosen->get_name() + " ") + "--help";
  const auto left = app.remaining(true);
  if (left.empty()) {
    return Error(Fault::usage, words_of(error)).hinting(help);
  }
  const std::string word = left.front().substr(0, left.front().find('='));
  const std::string elsewhere = those_with(word, app);
  const std::string near = base::did_you_mean(word, names_of(app, chosen));
  return Error(Fault::usage, "unknown command or option '" + word + "'")
      .hinting(!elsewhere.empty() ? elsewhere
               : near.empty()     ? help
                                  : near);
}

// Others can read a process's arguments: the password of --url is painted over where it stands.
void wipe_password(const std::string& argument, char* memory) {
  const std::string_view password = base::password_in(argument);
  if (password.empty()) {
    return;
  }
  std::fill_n(memory + (password.data() - argument.data()), password.size(), '*');
  say("warning: the password in --url can be read by others on this machine; use DATABASE_URL, "
      "DATABASE_URL_FILE or a password file");
}

std::vector<std::string> taken(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  for (int i = 1; i < argc; ++i) {
    const std::string& argument = arguments[static_cast<std::size_t>(i - 1)];
    base::hide(base::password_in(argument));  // whatever is said of it, as that it is no URL
    const bool is_value = i > 1 && arguments[static_cast<std::size_t>(i - 2)] == "--url";
    if (is_value || argument.rfind("--url=", 0) == 0) {
      wipe_password(argument, argv[i]);
    }
  }
  return {arguments.rbegin(), arguments.rend()};
}

// Some commands have forms of their own beside text and JSON.
void check_format(const CLI::App& app, const Options& options) {
  const std::string& format = options.format;
  const bool drawn = format == "svg" || format == "mermaid" || format == "dot" || format == "dbml";
  const bool own =
      format == "sql" || format == "lua"
          ? app.got_subcommand("inspect") || app.got_subcommand("diff")
      : drawn ? app.got_subcommand("diagram") || app.got_subcommand("inspect")
              : app.got_subcommand("validate") || (format == "junit" && app.got_subcommand("test"));
  if (format != "text" && !options.json() && !own) {
    throw Error(Fault::usage, "this command has no format '" + format + "'")
        .hinting("--format text or --format json");
  }
}

int parse_and_act(const CLI::App& app, const Options& options, const Action& action) {
  base::open_log(options.log_file, options.verbose);
  if (options.explain) {
    return explain(options);
  }
  if (!action) {
    throw Error(Fault::usage, "no command was given").hinting("helium --help");
  }
  check_format(app, options);
  return action();
}

int acted(CLI::App& app, Options& options, const Action& action,
          std::vector<std::string> arguments) {
  try {
    app.parse(std::move(arguments));
    return parse_and_act(app, options, action);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return told(chosen.empty() ? app.help() : chosen.front()->help("helium"), 0);
  } catch (const CLI::CallForVersion&) {
    return told(std::string("helium ") + version() + "\n", 0);
  } catch (const CLI::ParseError& error) {
    return fail(usage_error(app, error), options);
  } catch (const Error& error) {
    return fail(error, options);
  } catch (const std::bad_alloc&) {
    return fail(Error(Fault::memory, "there was not enough memory")
                    .hinting("helium status says what stands; then the same command again"),
                options);
  } catch (const std::exception& error) {
    return fail(Error(Fault::bug, std::string("a bug of ours: ") + error.what())
                    .hinting("please report it with the command line and helium version"),
                options);
  } catch (const ReaderGone&) {
    return exit_code(Fault::write);
  }
}

// For when not even an error can be put into words.
int said_without_memory(int code) noexcept {
  constexpr std::string_view words =
      "memory: there was not enough memory\n  hint: helium status says what stands; then the same "
      "command again\n";
  (void)!::write(STDERR_FILENO, words.data(), words.size());
  return code;
}

// Some libraries' destructors want memory (nlohmann-json's), which no handler can be around. The
// connection ends with us, as after a kill; what stands is in the ledger.
[[noreturn]] void ended() noexcept {
  try {
    std::rethrow_exception(std::current_exception());
  } catch (const std::bad_alloc&) {
    std::_Exit(said_without_memory(exit_code(Fault::in_doubt)));
  } catch (...) {
    std::abort();
  }
}

}  // namespace

int fail(const Error& error, const Options& options) {
  const int code = exit_code(error.fault());
  try {
    say(show::text(error, show::Colour::none));
    return options.json() && error.fault() != Fault::write
               ? told(base::redacted(show::json(error)), code)
               : code;
  } catch (const std::bad_alloc&) {
    return said_without_memory(code);
  }
}

int run(int argc, char** argv) try {
  std::set_terminate(ended);
  hold_standard_streams();
  // We hold passwords: no core file, and no debugger of the same user looks into our memory.
  ::prctl(PR_SET_DUMPABLE, 0);
  own_this_process();
  watch_signals();
  Options options;
  Action action;
  const auto app = make_app(options, action);
  return acted(*app, options, action, taken(argc, argv));
} catch (const std::bad_alloc&) {
  return said_without_memory(exit_code(Fault::memory));
}

}  // namespace helium::cli
