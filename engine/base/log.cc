#include "base/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <vector>

#include "base/percent.h"
#include "base/text.h"
#include "helium/error.h"

namespace helium::base {
namespace {

// The log and the hidden values outlive every caller and are process-wide by nature: a secret that
// one part of the program learned must not leak through another.
struct Sink {
  std::mutex guard;
  std::shared_ptr<spdlog::logger> logger;
  std::vector<std::string> hidden;
};

Sink& sink() {
  static Sink the_sink;
  return the_sink;
}

std::string base64_encoded(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::array<std::uint32_t, 3> bytes{};
    const std::size_t count = std::min<std::size_t>(3, text.size() - i);
    for (std::size_t j = 0; j < count; ++j) {
      bytes.at(j) = static_cast<unsigned char>(text[i + j]);
    }
    const std::uint32_t bits = bytes[0] << 16U | bytes[1] << 8U | bytes[2];
    for (std::size_t j = 0; j < 4; ++j) {
      result += j <= count ? letters[bits >> (18 - 6 * j) & 63U] : '=';
    }
  }
  return result;
}

// So short a secret may be a part of ordinary words; a longer one is no accident wherever it is.
constexpr std::size_t surely_secret = 8;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool inside_a_word(std::string_view text, std::size_t at, std::string_view form) {
  const std::size_t end = at + form.size();
  return (at > 0 && is_word(text[at - 1]) && is_word(form.front())) ||
         (end < text.size() && is_word(text[end]) && is_word(form.back()));
}

std::string without(const std::string& text, const std::string& form) {
  std::string result;
  std::size_t from = 0;
  for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at)) {
    if (form.size() < surely_secret && inside_a_word(text, at, form)) {
      ++at;
      continue;
    }
    result.append(text, from, at - from).append("***");
    from = at += form.size();
  }
  return result.append(text, from, std::string::npos);
}

void write(spdlog::level::level_enum level, std::string_view message) {
  std::shared_ptr<spdlog::logger> logger;
  {
    const std::lock_guard lock(sink().guard);
    logger = sink().logger;
  }
  if (logger && logger->should_log(level)) {
    logger->log(level, printable(redacted(std::string(message))));
  }
}

}  // namespace

void open_log(const std::string& path, bool verbose) {
  std::vector<spdlog::sink_ptr> sinks;
  try {
    if (!path.empty()) {
      sinks.push_back(std::make_shared<spdlog::sinks::basic_file_sink_mt>(path));
    }
    if (verbose) {
      sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    }
  } catch (const spdlog::spdlog_ex&) {
    throw Error(Fault::write, "cannot write the log file " + path);
  }
  auto logger = std::make_shared<spdlog::logger>("helium", sinks.begin(), sinks.end());
  logger->set_level(spdlog::level::debug);
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  logger->flush_on(spdlog::level::debug);
  // A full disk must not fail a migration: spdlog would otherwise print to stderr at each line.
  logger->set_error_handler([](const std::string&) {});
  const std::lock_guard lock(sink().guard);
  sink().logger = std::move(logger);
}

std::string_view password_in(std::string_view text) noexcept {
  const std::size_t at = text.rfind('@');
  std::size_t colon = text.find(':');
  const std::string_view scheme = text.substr(0, colon);
  if (scheme.substr(scheme.rfind('=') + 1).substr(0, 6) == "sqlite") {
    return {};  // a file has no password
  }
  if (colon != std::string_view::npos && text.substr(colon, 3) == "://") {
    colon = text.find(':', colon + 3);
  }
  if (at == std::string_view::npos || colon == std::string_view::npos || at < colon) {
    return {};
  }
  const std::string_view found = text.substr(colon + 1, at - colon - 1);
  return trimmed(found) == found ? found : std::string_view();
}

void hide(std::string_view secret) {
  if (secret.empty()) {
    return;
  }
  const std::lock_guard lock(sink().guard);
  auto& hidden = sink().hidden;
  for (std::string form : {std::string(secret), percent_encoded(secret), base64_encoded(secret)}) {
    if (std::find(hidden.begin(), hidden.end(), form) == hidden.end()) {
      hidden.push_back(std::move(form));
    }
  }
  // Longest first, so that a form that holds another one is replaced whole.
  std::stable_sort(hidden.begin(), hidden.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

std::string redacted(std::string text) {
  const std::lock_guard lock(sink().guard);
  for (const auto& form : sink().hidden) {
    text = without(text, form);
  }
  return text;
}

void log_debug(std::string_view message) {
  write(spdlog::level::debug, message);
}
void log_info(std::string_view message) {
  write(spdlog::level::info, message);
}
void log_warning(std::string_view message) {
  write(spdlog::level::warn, message);
}

}  // namespace helium::base
