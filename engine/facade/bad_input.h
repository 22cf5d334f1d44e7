// What a throw-away place refuses of a text that a person wrote is bad input, and told like it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "helium/error.h"
#include "helium/lexicon.h"
#include "scratch/scratch.h"

namespace helium::facade {

/// A word of a text that a message is about.
struct Meant {
  std::string word;
  std::uint64_t offset = 0;
};
/// The word that the message quotes, names behind a colon or else, where the text has it.
[[nodiscard]] std::optional<Meant> meant(const std::string& message, const std::string& text,
                                         const Lexicon& lexicon);

/// The error as one of input: Fault::design, at the word that it is about, and with the nearest
/// name of what is `there` for a name that is not. What is no refusal of the text stays as it is.
[[nodiscard]] Error bad_input(const Error& error, scratch::Scratch& there, const Lexicon& lexicon);

}  // namespace helium::facade
