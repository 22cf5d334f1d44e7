// SHA-256 through OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace helium::seal {

/// Lower-case hex, 64 characters.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The digest itself: 32 bytes.
[[nodiscard]] std::string sha256_bytes(std::string_view bytes);

/// The same over several parts. Each part is hashed with its length before it, so that
/// ("ab","c") and ("a","bc") differ.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  Sha256& add(std::string_view part);
  /// Hex of everything added; call once.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace helium::seal
