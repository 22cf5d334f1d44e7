// One folded migration that equals the replay of many, for databases that are empty.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace helium {

/// The file of a checkpoint: a native migration whose head says what it stands for.
struct Checkpoint {
  std::string design;
  std::int64_t number = 0;  ///< of the newest migration in it
  std::string path;
  std::string text;                             ///< of the whole file
  std::map<std::int64_t, std::string> folds;    ///< the migrations in it and their checksums
  std::map<std::string, std::string> dialects;  ///< those it is for, and a hash of their macros
  bool as_proved = false;                       ///< nobody touched the statements since
};

}  // namespace helium
