#include "seal/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <new>

namespace helium::seal {
namespace {

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(count * 2, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    text[2 * i] = digits[bytes[i] >> 4U];
    text[2 * i + 1] = digits[bytes[i] & 0xFU];
  }
  return text;
}

// All that OpenSSL can lack here is memory. A hash that was not computed must never look like one.
void must(int done) {
  if (done != 1) {
    throw std::bad_alloc();
  }
}

// Looked for once: OpenSSL looks for EVP_sha256() each time that it is named.
const EVP_MD* algorithm() {
  static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  must(found != nullptr ? 1 : 0);
  return found;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  must(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, algorithm(), nullptr));
  return hex_of(digest.data(), length);
}

std::string sha256_bytes(std::string_view bytes) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned length = 0;
  must(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                  &length, algorithm(), nullptr));
  digest.resize(length);
  return digest;
}

struct Sha256::Context {
  EVP_MD_CTX* handle = EVP_MD_CTX_new();
  ~Context() { EVP_MD_CTX_free(handle); }
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  must(context_->handle != nullptr ? 1 : 0);
  must(EVP_DigestInit_ex(context_->handle, algorithm(), nullptr));
}

Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view part) {
  const std::string length = std::to_string(part.size()) + ":";
  must(EVP_DigestUpdate(context_->handle, length.data(), length.size()));
  must(EVP_DigestUpdate(context_->handle, part.data(), part.size()));
  return *this;
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  must(EVP_DigestFinal_ex(context_->handle, digest.data(), &length));
  return hex_of(digest.data(), length);
}

}  // namespace helium::seal
