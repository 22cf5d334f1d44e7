#include "design/glance.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/log.h"
#include "base/text.h"
#include "design/file_name.h"
#include "files/files.h"
#include "helium/error.h"
#include "helium/version.h"
#include "seal/sha256.h"

namespace helium::design {
namespace {

using files::Entry;

bool holds_migrations(const std::vector<Entry>& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return file_name_of(entry.name).has_value(); });
}

// Of a file that changes now, the next change may bear the same time.
std::string facts_of(const std::vector<Entry>& entries, std::chrono::system_clock::time_point now) {
  using namespace std::chrono;
  const auto settled = duration_cast<nanoseconds>((now - seconds(2)).time_since_epoch()).count();
  std::string facts;
  for (const Entry& entry : entries) {
    if (entry.kind == Entry::Kind::other || entry.changed >= settled) {
      return {};
    }
    facts.append(entry.name).append("\0", 1);
    for (const auto number :
         {static_cast<std::int64_t>(entry.size_bytes), static_cast<std::int64_t>(entry.inode),
          entry.modified, entry.changed}) {
      facts.append(std::to_string(number)).append(" ");
    }
  }
  return seal::sha256(facts);
}

// One small file for each folder, named by where the folder really is.
std::string place_of(const std::string& folder, const std::string& cache) {
  const std::string real = std::filesystem::canonical(folder).string();
  return files::join(cache, "glance-" + seal::sha256(real).substr(0, 32));
}

}  // namespace

Glance glance(const std::string& folder, const std::string& cache,
              std::chrono::system_clock::time_point now) {
  Glance seen;
  seen.folder = folder;
  if (cache.empty()) {
    return seen;
  }
  try {
    auto entries = files::entries(folder);
    if (!holds_migrations(entries)) {
      entries = files::entries(files::join(folder, "migrations"));
    }
    seen.facts_digest = facts_of(entries, now);
    const std::string place = place_of(folder, cache);
    if (seen.facts_digest.empty() || !files::exists(place)) {
      return seen;
    }
    std::istringstream kept(files::read(place));
    std::string tool, facts, design, sums;
    kept >> tool >> facts >> design >> sums;
    if (tool == version() && facts == seen.facts_digest) {
      seen.design = design;
      seen.sums_digest = sums;
    }
  } catch (const Error& error) {
    base::log_info("no glance at " + folder + ": " + error.message());
  } catch (const std::filesystem::filesystem_error& error) {
    base::log_info("no glance at " + folder + ": " + error.code().message());
  }
  return seen;
}

bool is_remembered(const std::string& folder, const std::string& cache) {
  try {
    return !cache.empty() && files::exists(place_of(folder, cache));
  } catch (const std::filesystem::filesystem_error&) {
    return false;
  }
}

void remember(const Glance& seen, const Design& read, const std::string& cache) {
  const bool known = seen.design == read.name;
  if (known || seen.facts_digest.empty() || read.format != Format::native ||
      !read.findings.empty()) {
    return;
  }
  std::string sums;
  for (const Migration& migration : read.migrations) {
    sums.append(std::to_string(migration.number)).append(" ").append(migration.checksum);
    sums.append("\n");
  }
  try {
    std::filesystem::create_directories(cache);
    files::write(place_of(seen.folder, cache),
                 base::joined({version(), seen.facts_digest, read.name, seal::sha256(sums)}, " "),
                 files::Durable::no);
  } catch (const Error& error) {
    base::log_info("not remembered: " + error.message());
  } catch (const std::filesystem::filesystem_error& error) {
    base::log_info("not remembered: " + error.code().message());
  }
}

bool held(const Glance& seen, const std::string& lines) {
  return !seen.design.empty() && seal::sha256(lines) == seen.sums_digest;
}

}  // namespace helium::design
