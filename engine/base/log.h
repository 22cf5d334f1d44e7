// The one log (spdlog behind it), off unless --log-file or --verbose asks for it. Secrets are
// removed at this sink by value, so no caller can forget to.
#pragma once

#include <string>
#include <string_view>

namespace helium::base {

/// Opens the log. `path` empty: none to file; `verbose`: also to stderr. Throws Error(write) when
/// the file cannot be opened. A full disk later never fails the caller.
void open_log(const std::string& path, bool verbose);

/// From now on this value, and its URL- and base64-encoded forms, are written as ***.
void hide(std::string_view secret);

/// What stands where a URL has its password, whether or not the rest of it is one; empty when there
/// is nothing. Remarks like "note: that is long" hold none.
[[nodiscard]] std::string_view password_in(std::string_view text) noexcept;

/// Text with every hidden value replaced by ***.
[[nodiscard]] std::string redacted(std::string text);

// One line each; nothing is written while no log is open.
void log_debug(std::string_view message);
void log_info(std::string_view message);
void log_warning(std::string_view message);

}  // namespace helium::base
