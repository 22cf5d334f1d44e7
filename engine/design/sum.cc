#include <map>

#include "base/text.h"
#include "design/design.h"
#include "files/files.h"
#include "seal/sha256.h"

namespace helium::design {
namespace {

constexpr const char* sum_file = "helium.sum";
constexpr const char* total_name = "total";

// File -> checksum; the total stands under its own name.
std::map<std::string, std::string> lines_of(std::string_view text) {
  std::map<std::string, std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = base::trimmed(text.substr(0, end));
    const std::size_t cut = line.find("  ");
    if (cut != std::string_view::npos) {
      lines.emplace(line.substr(cut + 2), line.substr(0, cut));
    }
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

Finding sum_finding(const std::string& rule, const std::string& path, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.where.file = path;
  finding.message = std::move(message);
  finding.hint = "helium validate --write brings helium.sum up to date";
  return finding;
}

}  // namespace

std::string sum(const Design& design) {
  std::string text;
  for (const auto& migration : design.migrations) {
    text += migration.checksum + "  " + files::file_name(migration.path) + "\n";
  }
  return text + seal::sha256(text) + "  " + total_name + "\n";
}

Findings check_sum(const Design& design) {
  const std::string path = files::join(design.folder, sum_file);
  if (!files::exists(path)) {
    return {};
  }
  Findings findings;
  auto lines = lines_of(files::read(path));
  const std::string written_total = lines[total_name];
  lines.erase(total_name);
  for (const auto& migration : design.migrations) {
    const std::string name = files::file_name(migration.path);
    const auto line = lines.find(name);
    if (line == lines.end()) {
      findings.push_back(
          sum_finding("sum_missing", migration.path, name + " is not in helium.sum"));
      continue;
    }
    if (line->second != migration.checksum) {
      findings.push_back(
          sum_finding("sum_changed", migration.path, name + " is not what helium.sum says"));
    }
    lines.erase(line);
  }
  for (const auto& [name, checksum] : lines) {
    findings.push_back(sum_finding("sum_extra", path,
                                   "helium.sum names " + name + ", which is not in the folder"));
  }
  if (findings.empty() && lines_of(sum(design))[total_name] != written_total) {
    findings.push_back(sum_finding("sum_changed", path, "the total of helium.sum is wrong"));
  }
  return findings;
}

void write_sum(const Design& design) {
  files::write(files::join(design.folder, sum_file), sum(design));
}

}  // namespace helium::design
