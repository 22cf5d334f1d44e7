#include "seal/progress.h"

#include "base/text.h"
#include "seal/sha256.h"

namespace helium::seal {
namespace {

// Line ends are set aside, as they are for a file's checksum: another checkout may have others.
std::string without_line_ends(const std::string& text) {
  return text.find('\r') == std::string::npos ? text : base::normalised(text);
}

}  // namespace

std::string progress_hash(const std::vector<Statement>& statements, std::uint32_t count) {
  std::string hash;
  for (std::uint32_t i = 0; i < count && i < statements.size(); ++i) {
    hash = progress_after(hash, statements[i]);
  }
  return hash;
}

std::string progress_after(const std::string& before, const Statement& next) {
  return Sha256().add(before).add(without_line_ends(next.text)).hex();
}

std::string short_hash(const Statement& statement) {
  return sha256(without_line_ends(statement.text)).substr(0, 12);
}

}  // namespace helium::seal
