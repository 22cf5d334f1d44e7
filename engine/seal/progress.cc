#include "seal/progress.h"

#include "seal/sha256.h"

namespace helium::seal {

std::string progress_hash(const std::vector<Statement>& statements, std::uint32_t count) {
  std::string hash;
  for (std::uint32_t i = 0; i < count && i < statements.size(); ++i) {
    hash = progress_after(hash, statements[i]);
  }
  return hash;
}

std::string progress_after(const std::string& before, const Statement& next) {
  return Sha256().add(before).add(next.text).hex();
}

std::string short_hash(const Statement& statement) {
  return sha256(statement.text).substr(0, 12);
}

}  // namespace helium::seal
