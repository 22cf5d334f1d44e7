// Completion scripts and the manual page, from the table of commands.
#include "base/text.h"
#include "cli/commands.h"

namespace helium::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) {
      flags.push_back("--" + name);
    }
  }
  return flags;
}

std::string command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands_of(app)) {
    names.push_back(command->get_name());
  }
  return base::joined(names, " ");
}

// zsh loads bash's completions by itself, so both share one script.
std::string bash(const CLI::App& app) {
  std::string cases;
  for (const CLI::App* command : commands_of(app)) {
    cases += "      " + command->get_name() + ") words=\"" + base::joined(flags_of(*command), " ") +
             "\"; break ;;\n";
  }
  return "_helium() {\n  local word words=\"" + command_names(app) +
         "\"\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$word\" in\n" +
         cases + "    esac\n  done\n  COMPREPLY=($(compgen -W \"$words " +
         base::joined(flags_of(app), " ") +
         "\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
         "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "
         "\"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -F _helium helium\n";
}

std::string fish_text(const std::string& text) {
  return "'" + base::replaced(base::replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fish(const CLI::App& app) {
  std::string result;
  const auto options = [&](const CLI::App& from, const std::string& condition) {
    for (const CLI::Option* option : from.get_options()) {
      for (const auto& name : option->get_lnames()) {
        result.append("complete -c helium").append(condition).append(" -l ").append(name);
        result.append(" -d ").append(fish_text(option->get_description())).append("\n");
      }
    }
  };
  options(app, "");
  for (const CLI::App* command : commands_of(app)) {
    result.append("complete -c helium -n __fish_use_subcommand -a ").append(command->get_name());
    result.append(" -d ").append(fish_text(command->get_description())).append("\n");
    options(*command, " -n '__fish_seen_subcommand_from " + command->get_name() + "'");
  }
  return result;
}

std::string roff(const std::string& text) {
  return base::replaced(base::replaced(text, "\\", "\\e"), "-", "\\-");
}

std::string roff_options(const CLI::App& app) {
  std::string result;
  for (const CLI::Option* option : app.get_options()) {
    const bool positional = option->get_lnames().empty();
    const std::string name =
        positional ? base::upper(option->get_name()) : "--" + option->get_lnames().front();
    const bool takes_value = !positional && option->get_items_expected_max() > 0;
    result += ".TP\n.B " + roff(name) + (takes_value ? " VALUE" : "") + "\n" +
              roff(option->get_description()) + "\n";
  }
  return result;
}

constexpr const char* exit_codes =
    "0 done or nothing to do; 1 differences or pending, with \\-\\-exit\\-code; 3 drift; 4 failed, "
    "nothing of the failed migration is left; 5 failed, needs resume or is in doubt; 6 the lock "
    "was not obtained; 7 no connection; 64 wrong usage; 65 a bad migration; 66 a missing file; 70 "
    "a bug of ours; 73 cannot write; 78 bad configuration.\n";

}  // namespace

std::string completion(const CLI::App& app, const std::string& shell) {
  if (shell == "fish") {
    return fish(app);
  }
  const std::string head = "#compdef helium\nautoload -U +X bashcompinit && bashcompinit\n";
  return (shell == "zsh" ? head : "") + bash(app);
}

std::string manual(const CLI::App& app) {
  std::string result =
      ".TH HELIUM 1\n.SH NAME\nhelium \\- database migrations in Lua\n"
      ".SH SYNOPSIS\n.B helium\n[OPTIONS] COMMAND [ARGUMENTS]\n"
      ".SH OPTIONS\nThey stand before or after the command.\n" +
      roff_options(app) + ".SH COMMANDS\n";
  for (const CLI::App* command : commands_of(app)) {
    result += ".SS " + command->get_name() + "\n" + roff(command->get_description()) + "\n" +
              roff_options(*command);
  }
  return result + ".SH EXIT STATUS\n" + exit_codes;
}

}  // namespace helium::cli
