// What the three standard streams must be before anything else is opened.
#pragma once

#include "cli/cli.h"

namespace helium::cli {

/// Opens what was closed for us: its number would else go to the next file or socket, and our words
/// into a database's protocol. To be called before anything opens a file. Writing to a stdout that
/// was closed still fails.
void hold_standard_streams();

/// Whether somebody can be asked: stdin and stderr are a terminal.
[[nodiscard]] bool can_ask();
/// Asks there, and waits for as long as it takes; anything but y or yes means no.
[[nodiscard]] bool agreed(const std::string& question);

/// Thrown by print when the reader of our pipe has seen enough (`| head`): nothing is said then.
struct ReaderGone {};

}  // namespace helium::cli
