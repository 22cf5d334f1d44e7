#include "facade/green.h"

#include <filesystem>

#include "base/log.h"
#include "base/text.h"
#include "files/files.h"
#include "helium/engine.h"
#include "seal/sha256.h"

namespace helium::facade {
namespace {

// The program by its own file: a build that judges otherwise has another size or time.
std::string this_program() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto size = std::filesystem::file_size(path, error);
  const auto time = std::filesystem::last_write_time(path, error);
  return std::string(version()) + " " + std::to_string(error ? 0 : size) + " " +
         std::to_string(error ? 0 : time.time_since_epoch().count());
}

}  // namespace

std::map<std::int64_t, std::string> hashes(const Design& design, Work& work,
                                           const std::string& place) {
  std::map<std::int64_t, std::string> all;
  std::string hash = seal::sha256(this_program() + "\n" + work.dialect().name + "\n" + place +
                                  "\n" + work.macros_hash(design.name));
  for (const Migration& migration : design.migrations) {
    hash = seal::sha256(
        base::joined({hash, std::to_string(migration.number), migration.checksum}, "\n"));
    all[migration.number] = hash;
  }
  return all;
}

Green::Green(const Design& design, Work& work, const std::string& place, const std::string& cache) {
  if (cache.empty()) {
    return;
  }
  const std::string folder = std::filesystem::absolute(design.folder).lexically_normal().string();
  path_ = files::join(cache, "test/" + seal::sha256(folder + "\n" + design.name + "\n" +
                                                    work.dialect().name + "\n" + place));
  hashes_ = hashes(design, work, place);
  if (!files::exists(path_)) {
    return;
  }
  const std::string kept = files::read(path_);
  for (const auto& [number, current] : hashes_) {
    if (current == kept) {
      last_ = number;
    }
  }
}

void Green::passed(std::int64_t number) {
  last_ = number;
}

void Green::keep() const noexcept {
  if (path_.empty() || !last_) {
    return;
  }
  try {
    std::filesystem::create_directories(files::folder_of(path_));
    files::write(path_, hashes_.at(*last_), files::Durable::no);
  } catch (const std::exception& error) {
    base::log_info(std::string("what passed is not remembered: ") + error.what());
  }
}

}  // namespace helium::facade
