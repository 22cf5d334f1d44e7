#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/side_by_side.h"
#include "base/text.h"
#include "design/design.h"
#include "design/file_name.h"
#include "design/header.h"
#include "design/numbering.h"
#include "design/reading.h"
#include "design/sql_folder.h"
#include "files/files.h"
#include "helium/error.h"
#include "seal/sha256.h"

namespace helium::design {
namespace {

struct Named {
  std::string file;
  FileName parts;
};

Span file_span(const std::string& path) {
  Span span;
  span.file = path;
  return span;
}

std::vector<Named> migrations_in(const std::vector<std::string>& names) {
  std::vector<Named> found;
  for (const auto& name : names) {
    if (auto parts = file_name_of(name)) {
      found.push_back({name, std::move(*parts)});
    }
  }
  return found;
}

// Everything that the file says by itself.
void read(const std::string& folder, Migration& migration) {
  migration.text = text_of(folder, migration.path);
  const std::string normalised = base::normalised(migration.text);
  migration.checksum = seal::sha256(normalised);
  migration.raw_checksum =
      normalised == migration.text ? migration.checksum : seal::sha256(migration.text);
  Header header = header_of(migration.text);
  migration.title = std::move(header.title);
  migration.version = std::move(header.version);
  migration.updated = std::move(header.updated);
}

Finding finding(const std::string& rule, const std::string& path, std::string message) {
  Finding result;
  result.rule = rule;
  result.where = file_span(path);
  result.message = std::move(message);
  return result;
}

// The design that most files name; another spelling of it is a bad name, another one an error.
std::string design_of(const std::string& folder, const std::vector<Named>& found) {
  std::map<std::string, std::size_t> counts;
  for (const auto& named : found) {
    ++counts[named.parts.design];
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](auto& left, auto& right) {
    return left.second < right.second;
  });
  for (const auto& [name, count] : counts) {
    if (!base::same_word(name, most->first)) {
      throw Error(Fault::design,
                  base::joined({folder, "holds two designs:", most->first, "and", name}, " "))
          .hinting("give each design a folder of its own");
    }
  }
  return most->first;
}

std::string home_of(const std::string& folder, std::vector<Named>& found) {
  if (!files::is_folder(folder)) {
    throw Error(Fault::missing, "there is no folder " + folder).hinting("helium init makes one");
  }
  const std::string inner = files::join(folder, "migrations");
  for (const auto& home : {folder, inner}) {
    found = files::is_folder(home) ? migrations_in(files::list(home)) : std::vector<Named>{};
    if (!found.empty()) {
      return home;
    }
  }
  return {};
}

// A Helium folder brings its own database.lua, or at least one of its files returns a function.
// That is seen without running it: a file that hides it better brings a database.lua.
void recognise(Design& design) {
  design.own_engine = files::exists(files::join(design.folder, "database.lua"));
  const bool functions =
      std::any_of(design.migrations.begin(), design.migrations.end(),
                  [](const Migration& migration) { return returns_function(migration.text); });
  design.format = design.own_engine || functions ? Format::folder : Format::native;
}

void find_bad_names(Design& design) {
  for (const auto& name : files::list(design.folder)) {
    const std::string path = files::join(design.folder, name);
    const std::string why = looks_like(name, design.name);
    if (!why.empty()) {
      std::string message = name;
      message.append(" looks like a migration and is none: ").append(why);
      Finding bad = finding("bad_name", path, std::move(message));
      bad.hint = base::joined({"name it ", design.name, "_<number>.lua"}, "");
      design.findings.push_back(std::move(bad));
    }
    // The name of a migration of ours, but for its extension.
    const std::string stem = name.substr(0, name.rfind('.'));
    const auto parts = file_name_of(stem + ".lua");
    if (name == stem + ".sql" && parts && parts->design == design.name &&
        !files::exists(files::join(design.folder, stem + ".lua"))) {
      Finding unread = finding("unread_sql", path,
                               name +
                                   " is not read, nor run: this folder's "
                                   "migrations are Lua files");
      unread.severity = Severity::warning;
      unread.hint = "put its statements into " + stem + ".lua";
      design.findings.push_back(std::move(unread));
    }
  }
}

// Without migrations where there are none.
Design read_folder(const std::string& folder) {
  std::vector<Named> found;
  Design design;
  design.folder = home_of(folder, found);
  if (found.empty()) {
    return sql_design(folder);
  }
  design.name = design_of(folder, found);
  std::stable_sort(found.begin(), found.end(), [](const Named& left, const Named& right) {
    return left.parts.number < right.parts.number;
  });
  for (const auto& named : found) {
    if (named.parts.design != design.name) {
      continue;
    }
    const bool twice =
        !design.migrations.empty() && design.migrations.back().number == named.parts.number;
    if (twice) {
      design.findings.push_back(finding(
          "duplicate", files::join(design.folder, named.file),
          named.file + " has the number of " + files::file_name(design.migrations.back().path)));
      continue;
    }
    Migration migration;
    migration.design = named.parts.design;
    migration.number = named.parts.number;
    migration.path = files::join(design.folder, named.file);
    design.migrations.push_back(std::move(migration));
  }
  constexpr std::size_t worth_a_thread = 200;
  base::side_by_side(design.migrations.size(), worth_a_thread,
                     [&](std::size_t i) { read(design.folder, design.migrations[i]); });
  for (Finding& duplicate : design.findings) {
    duplicate.hint = "name one of them " +
                     written(design, next_after(design, design.migrations.back().number)) + ".lua";
  }
  find_bad_names(design);
  recognise(design);
  return design;
}

}  // namespace

Design open(const std::string& folder) {
  Design design = read_folder(folder);
  if (design.migrations.empty()) {
    throw Error(Fault::missing, folder + " holds no migration (<design>_<number>.lua)")
        .hinting("helium init DESIGN makes migrations/DESIGN with a first one");
  }
  return design;
}

Design open_to_fill(const std::string& folder) {
  if (!files::is_folder(folder)) {
    throw Error(Fault::missing, "there is no folder " + base::printable(folder))
        .hinting("make it, and the same command writes the first migration into it");
  }
  Design design = read_folder(folder);
  if (!design.migrations.empty()) {
    return design;
  }
  std::error_code error;
  auto path = std::filesystem::absolute(folder, error).lexically_normal();
  path = path.has_filename() ? path : path.parent_path();
  path = path.filename() == "migrations" ? path.parent_path() : path;
  design.folder = folder;
  design.name = path.filename().string();
  if (!file_name_of(design.name + "_1.lua")) {
    throw Error(Fault::usage, base::printable(design.name) + " cannot be the name of a design")
        .hinting("letters, digits, _ and -: --design migrations/app");
  }
  return design;
}

}  // namespace helium::design
