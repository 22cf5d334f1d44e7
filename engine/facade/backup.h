// A copy of the database before anything moves.
#pragma once

#include <string>

#include "facade/work.h"

namespace helium::facade {

/// SQLite: a consistent copy into `path`, which must not exist. Elsewhere runs the target's backup
/// command with HELIUM_BACKUP_PATH and HELIUM_BACKUP_URL (without password) in its environment.
/// Throws Error: write (the copy failed), config (no command is set).
void back_up(Work& work, const std::string& path);

}  // namespace helium::facade
