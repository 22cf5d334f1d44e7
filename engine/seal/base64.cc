#include "seal/base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace helium::seal {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a NUL
  const int length =
      EVP_EncodeBlock(bytes_of(text), bytes_of(bytes), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return c != '\n' && c != '\r'; });
  const auto sign = plain.find('=');
  const std::size_t padding = sign == std::string::npos ? 0 : plain.size() - sign;
  const bool padded_well = padding <= 2 && plain.find_first_not_of('=', sign) == std::string::npos;
  if (plain.size() % 4 != 0 || (padding != 0 && !padded_well)) {
    return std::nullopt;
  }
  std::string bytes(plain.size() / 4 * 3, '\0');
  const int length =
      EVP_DecodeBlock(bytes_of(bytes), bytes_of(plain), static_cast<int>(plain.size()));
  if (length < 0) {
    return std::nullopt;
  }
  bytes.resize(static_cast<std::size_t>(length) - padding);  // OpenSSL counts the padding as bytes
  return bytes;
}

}  // namespace helium::seal
