#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

#include "base/clock.h"
#include "base/text.h"
#include "cli/cli.h"

namespace helium::cli {

Progress::Progress() : terminal_(isatty(STDERR_FILENO) == 1) {}

void Progress::paint(const std::string& text) {
  if (terminal_) {
    std::fputs(("\r\x1b[K" + base::printable(text)).c_str(), stderr);
    painted_ = true;
  }
}

void Progress::wipe() {
  if (painted_) {
    std::fputs("\r\x1b[K", stderr);
    painted_ = false;
  }
}

void Progress::tell(const std::string& text) {
  wipe();
  say(text);
}

void Progress::step_started(const Step& step, std::size_t index, std::size_t count) {
  began_ = std::chrono::steady_clock::now();
  place_ = "[" + std::to_string(index + 1) + "/" + std::to_string(count) + "] " + step.design +
           " " + std::to_string(step.number);
  paint(place_);
}

void Progress::statement_started(const Step& step, std::uint32_t number) {
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began_);
  paint(place_ + "  statement " + std::to_string(number) + " of " +
        std::to_string(step.statements.size()) + "  " + base::duration_text(took));
}

void Progress::step_done(const Moved&) {
  wipe();
}

void Progress::waiting(const std::string& holder, std::chrono::milliseconds so_far) {
  const std::string text =
      "waiting: " + (holder.empty() ? "another runner holds the database" : holder);
  if (holder_ != text) {
    holder_ = text;
    tell(text);
  }
  paint(text + "  " + base::duration_text(so_far));
}

void Progress::noticed(const Notice& notice) {
  const bool placed = notice.where.known();
  tell((placed ? notice.where.file + ":" + std::to_string(notice.where.line) + ": " : "") +
       notice.severity + ": " + notice.message);
}

void Progress::warned(const std::string& text) {
  tell("warning: " + text);
}

}  // namespace helium::cli
