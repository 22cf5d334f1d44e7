// Expands every file of a Helium folder by the folder's own Lua and by the native engine, one after
// the other in one process, and compares the bytes:
//
//     compat_expansion FOLDER DIALECT
//
// prints: files, seconds of the folder's Lua, of ours with the same bytes, of ours for a reader.
// The seconds are those of the processor, so that a busy machine says the same as a quiet one.
#include <ctime>
#include <iostream>

#include "design/design.h"
#include "dialect/dialect.h"
#include "expand/expand.h"
#include "folder/folder.h"
#include "folder/native.h"
#include "helium/error.h"

namespace {

using namespace helium;

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Measured {
  std::vector<std::string> texts;
  double seconds = 0;
};

Measured measured(const Design& design, const expand::Setting& setting) {
  Measured result;
  const double began = processor_seconds();
  for (const Migration& migration : design.migrations) {
    result.texts.push_back(folder::generated(migration, setting).text);
  }
  result.seconds = processor_seconds() - began;
  return result;
}

int run(const std::string& folder, const std::string& dialect_name) {
  const Dialect dialect = dialect::read(dialect_name);
  const Design design = design::open(folder);
  Target target;
  target.schema = "demo";
  target.environment = {"HARBOR_ADMIN", "HARBOR_SECRET"};
  expand::Setting setting =
      expand::setting(design, dialect, target, [](const char*) { return "O\u2019Hara 100%"; });
  const Measured theirs = measured(design, setting);
  setting.stand_in = folder::stand_in(setting);
  if (setting.stand_in == nullptr) {
    std::cerr << folder << ": its database.lua gives other bytes\n";
    return 1;
  }
  const Measured ours = measured(design, setting);
  setting.plain_seals = true;
  const Measured plain = measured(design, setting);
  std::cout << ours.texts.size() << ' ' << theirs.seconds << ' ' << ours.seconds << ' '
            << plain.seconds << '\n';
  return ours.texts == theirs.texts ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  try {
    return count == 3 ? run(words[1], words[2]) : 64;
  } catch (const helium::Error& error) {
    std::cerr << error.message() << '\n';
    return 1;
  }
}
