// stdout carries results, stderr everything else.
#include "cli/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "base/log.h"
#include "base/text.h"
#include "cli/signals.h"

namespace helium::cli {

void hold_standard_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) == -1) {
      // The lowest free number is this one. Reading from it ends, writing to stdout fails.
      (void)::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

bool can_ask() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

bool agreed(const std::string& question) {
  const Idling idling;
  std::cerr << question << " [y/N] " << std::flush;
  std::string answer;
  if (!std::getline(std::cin, answer)) {
    std::cerr << '\n';
  }
  answer = base::lower(base::trimmed(answer));
  return answer == "y" || answer == "yes";
}

void print(const std::string& text) {
  const bool all = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (all && std::fflush(stdout) == 0) {
    return;
  }
  if (errno == EPIPE) {
    throw ReaderGone();
  }
  throw Error(Fault::write,
              std::string("cannot write to standard output: ") + std::strerror(errno));
}

int told(const std::string& text, int code) {
  try {
    print(text);
    return code;
  } catch (const Error& error) {
    say(show::text(error, show::Colour::none));
  } catch (const ReaderGone&) {
  }
  return code != 0 ? code : exit_code(Fault::write);
}

void say(const std::string& text) {
  if (text.empty()) {
    return;
  }
  std::cerr << base::redacted(base::printable(text)) << (text.back() == '\n' ? "" : "\n")
            << std::flush;
}

show::Colour colour() {
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = no_color != nullptr && *no_color != '\0';
  return !plain && isatty(STDOUT_FILENO) == 1 ? show::Colour::terminal : show::Colour::none;
}

}  // namespace helium::cli
