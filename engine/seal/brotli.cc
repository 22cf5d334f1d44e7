#include "seal/brotli.h"

#include <brotli/decode.h>
#include <brotli/encode.h>

#include <array>
#include <memory>

#include "helium/error.h"

namespace helium::seal {
namespace {

struct Destroy {
  void operator()(BrotliDecoderState* state) const noexcept { BrotliDecoderDestroyInstance(state); }
};

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

std::string brotli(std::string_view bytes, int quality) {
  std::size_t length = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string compressed(length, '\0');
  const auto done = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                                          bytes.size(), bytes_of(bytes), &length,
                                          reinterpret_cast<std::uint8_t*>(compressed.data()));
  if (done != BROTLI_TRUE) {
    throw Error(Fault::bug, "Brotli refused to compress");
  }
  compressed.resize(length);
  return compressed;
}

std::optional<std::string> from_brotli(std::string_view compressed, std::uint64_t most_bytes) {
  const std::unique_ptr<BrotliDecoderState, Destroy> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  std::array<std::uint8_t, 65536> part{};
  std::string bytes;
  std::size_t left = compressed.size();
  const std::uint8_t* next = bytes_of(compressed);
  for (;;) {
    std::size_t room = part.size();
    std::uint8_t* out = part.data();
    const auto result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &out, nullptr);
    bytes.append(reinterpret_cast<const char*>(part.data()), part.size() - room);
    if (bytes.size() > most_bytes) {
      return std::nullopt;
    }
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
      const bool whole = result == BROTLI_DECODER_RESULT_SUCCESS && left == 0;
      return whole ? std::optional(std::move(bytes)) : std::nullopt;
    }
  }
}

}  // namespace helium::seal
