// A migration that another runtime broke off on a server whose DDL ends the transaction: nobody
// wrote down how far it came, but what its DDL made stands.
#pragma once

#include <cstdint>
#include <vector>

#include "folder/deeds.h"

namespace helium::folder {

/// A thing whose presence tells whether a statement ran.
struct Trace {
  std::size_t statement = 0;  ///< its place in the list
  Thing thing;
  bool when_there = true;  ///< it ran when the thing is there; else when it is gone
};

/// What is to be looked up, in the order of the statements.
[[nodiscard]] std::vector<Trace> traces_of(const std::vector<Statement>& statements,
                                           const Lexicon& lexicon);

/// How many statements ran, by the traces and whether each thing is there: up to the last one that
/// left its trace, because what comes before a DDL statement was kept with it, and what comes after
/// went with the transaction. 0 when nothing ran, and when the traces contradict each other.
[[nodiscard]] std::uint32_t finished(const std::vector<Trace>& traces,
                                     const std::vector<bool>& there);

}  // namespace helium::folder
