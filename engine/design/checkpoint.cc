#include "design/checkpoint.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "design/file_name.h"
#include "design/numbering.h"
#include "design/reading.h"
#include "files/files.h"
#include "seal/sha256.h"

namespace helium::design {
namespace {

constexpr const char* folder_name = "checkpoints";

std::string named(const Checkpoint& checkpoint, std::int64_t number) {
  return checkpoint.design + "_" + std::to_string(number);
}

}  // namespace

std::string checkpoint_path(const Design& design, std::int64_t number) {
  return files::join(files::join(design.folder, folder_name), written(design, number) + ".lua");
}

std::string checkpoint_proof(const std::string& text) {
  const std::string plain = base::normalised(text);
  const auto body = plain.find("\nreturn ");
  return body == std::string::npos ? "" : seal::sha256(std::string_view(plain).substr(body));
}

Checkpoint checkpoint_of(std::string text) {
  Checkpoint checkpoint;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line) && line.rfind("--", 0) == 0;) {
    std::istringstream words(line.substr(2));
    std::string what;
    std::string hash;
    words >> what;
    if (what == "folds") {
      std::int64_t number = 0;
      words >> number >> hash;
      checkpoint.folds[number] = hash;
    } else if (what == "for") {
      std::string dialect;
      words >> dialect >> hash;
      checkpoint.dialects[dialect] = hash;
    } else if (what == "proved") {
      words >> hash;
      checkpoint.as_proved = hash == checkpoint_proof(text);
    }
  }
  checkpoint.text = std::move(text);
  return checkpoint;
}

std::vector<Checkpoint> checkpoints(const Design& design) {
  std::vector<Checkpoint> all;
  const std::string folder = files::join(design.folder, folder_name);
  if (!files::is_folder(folder)) {
    return all;
  }
  for (const std::string& name : files::list(folder)) {
    const auto parts = file_name_of(name);
    if (!parts || parts->design != design.name) {
      continue;
    }
    const std::string path = files::join(folder, name);
    all.push_back(checkpoint_of(text_of(design.folder, path)));
    all.back().design = design.name;
    all.back().number = parts->number;
    all.back().path = path;
  }
  std::sort(all.begin(), all.end(),
            [](const Checkpoint& a, const Checkpoint& b) { return a.number < b.number; });
  return all;
}

std::string why_stale(const Checkpoint& checkpoint, const Design& design) {
  const bool whole = checkpoint.folds.size() > 1 && checkpoint.folds.count(checkpoint.number) != 0;
  if (!checkpoint.as_proved || !whole) {
    return "its statements are not those that were proved";
  }
  std::size_t there = 0;
  for (const Migration& migration : design.migrations) {
    if (migration.number > checkpoint.number) {
      continue;
    }
    const auto known = checkpoint.folds.find(migration.number);
    if (known == checkpoint.folds.end()) {
      return named(checkpoint, migration.number) + " came since it was written";
    }
    if (known->second != migration.checksum) {
      return named(checkpoint, migration.number) + " was changed since it was written";
    }
    ++there;
  }
  return there == checkpoint.folds.size() ? "" : "a migration in it is not in the folder any more";
}

Findings stale_checkpoints(const Design& design) {
  Findings findings;
  for (const Checkpoint& checkpoint : checkpoints(design)) {
    const std::string why = why_stale(checkpoint, design);
    if (!why.empty()) {
      const std::string number = std::to_string(checkpoint.number);
      findings.push_back(
          {.rule = "stale_checkpoint",
           .severity = Severity::warning,
           .where = {.file = checkpoint.path},
           .message = base::joined(
               {"the checkpoint", number, "of", design.name, "is not used:", why}, " "),
           .hint = "helium checkpoint " + number + " writes it anew"});
    }
  }
  return findings;
}

}  // namespace helium::design
