#include "design/sql_folder.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "base/text.h"
#include "design/header.h"
#include "design/reading.h"
#include "design/sql_name.h"
#include "files/files.h"
#include "helium/error.h"
#include "seal/sha256.h"
#include "sql/marks.h"

namespace helium::design {
namespace {

using Names = std::vector<std::string>;

struct Named {
  std::string file;
  SqlName parts;
};

Finding finding(const std::string& rule, const std::string& path, std::string message,
                std::string hint) {
  Finding result;
  result.rule = rule;
  result.where.file = path;
  result.message = std::move(message);
  result.hint = std::move(hint);
  return result;
}

// A migration is known by one number for good, so a version of several is not turned into one
// behind its author's back.
Finding parted(const std::string& folder, const std::string& file) {
  const std::string version = parted_version_of(file);
  const std::size_t at = file.find(version);
  return finding(
      "bad_name", files::join(folder, file),
      file + " has a version of several numbers, " + version + ": a migration has one whole number",
      "rename all of them to numbers in the same order, this one to " + file.substr(0, at) +
          whole_number_for(version) + file.substr(at + version.size()) +
          "; a database that has them already is told by helium baseline");
}

std::vector<Named> migrations_in(const std::string& folder) {
  std::vector<Named> found;
  if (files::is_folder(folder)) {
    for (const std::string& file : files::list(folder)) {
      if (auto parts = sql_name_of(file)) {
        found.push_back({file, std::move(*parts)});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Named& left, const Named& right) {
    return left.parts.number < right.parts.number;
  });
  return found;
}

// What the files themselves say of the design's name; nothing where they say nothing. shop_1.sql
// beside 2_more.sql would take its name from the folder, and everything that shop has applied would
// be pending again under it.
std::string prefix_of(const std::string& folder, const std::vector<Named>& found) {
  std::set<std::string> prefixes;
  for (const Named& one : found) {
    if (one.parts.part != SqlName::Part::reverse) {
      prefixes.insert(one.parts.before.size() > 1 ? one.parts.before : "");
    }
  }
  if (prefixes.size() > 1) {
    const std::string named = *prefixes.rbegin();
    throw Error(Fault::design, folder + " holds files that are named " + named +
                                   "<number>.sql, and migrations that are not")
        .hinting("name all of them alike, or give each design a folder of its own");
  }
  const std::string prefix = *prefixes.begin();
  return prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
}

// The name of the folder, or of the one that it lies in. Links are not followed: `current` stays
// current, whatever release it leads to.
std::string name_of(const std::string& folder) {
  std::error_code error;
  auto path = std::filesystem::absolute(folder, error).lexically_normal();
  path = path.has_filename() ? path : path.parent_path();
  if (path.filename() == "migrations") {
    path = path.parent_path();
  }
  std::string name;
  for (const char c : path.filename().string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '_' || c == '-';
    name += plain ? c : '_';
  }
  return name.empty() ? "sql" : name;
}

// "Description: Add users" says "Add users".
std::string without_label(const std::string& title) {
  const std::size_t colon = title.find(": ");
  return colon == std::string::npos || title.find(' ') < colon ? title : title.substr(colon + 2);
}

void read_header(Migration& migration, const SqlName& parts) {
  Header header = header_of(migration.text);
  const std::string first_line = base::line_of(migration.text, 1);
  const std::string stem = parts.before + parts.digits + parts.between + parts.title;
  const bool named = first_line.find(stem) != std::string::npos;
  const bool told = named && !sql::mark_of("--" + header.title);
  migration.title = told || parts.title.empty() ? without_label(header.title)
                                                : base::replaced(parts.title, "_", " ");
  migration.version = std::move(header.version);
  migration.updated = std::move(header.updated);
}

void hash(Migration& migration) {
  const auto both = [&](std::string text, const std::string& reverse) {
    return migration.reverse_path.empty() ? text : std::move(text.append(1, '\0').append(reverse));
  };
  migration.checksum = seal::sha256(
      both(base::normalised(migration.text), base::normalised(migration.reverse_text)));
  migration.raw_checksum = seal::sha256(both(migration.text, migration.reverse_text));
}

class Reading {
 public:
  Reading(const std::string& folder, const std::vector<Named>& found) {
    design_.folder = folder;
    design_.format = Format::sql;
    design_.name = prefix_of(folder, found);
    design_.named_by_folder = design_.name.empty();
    design_.name = design_.named_by_folder ? name_of(folder) : design_.name;
    for (const Named& one : found) {
      if (one.parts.part != SqlName::Part::reverse) {
        add(one);
      }
    }
    for (const Named& one : found) {
      if (one.parts.part == SqlName::Part::reverse) {
        add_reverse(one);
      }
    }
    for (Migration& migration : design_.migrations) {
      hash(migration);
    }
    find_bad_names(found);
  }

  Design finish() { return std::move(design_); }

 private:
  void add(const Named& one) {
    if (!design_.migrations.empty() && design_.migrations.back().number == one.parts.number) {
      design_.findings.push_back(finding(
          "duplicate", files::join(design_.folder, one.file),
          one.file + " has the number of " + files::file_name(design_.migrations.back().path),
          "give one of them another number"));
      return;
    }
    Migration migration;
    migration.design = design_.name;
    migration.number = one.parts.number;
    migration.path = files::join(design_.folder, one.file);
    migration.text = text_of(design_.folder, migration.path);
    migration.repeatable = one.parts.part == SqlName::Part::repeatable;
    migration.forward_only = one.parts.part != SqlName::Part::whole;
    read_header(migration, one.parts);
    design_.migrations.push_back(std::move(migration));
  }

  void add_reverse(const Named& one) {
    const auto found =
        std::find_if(design_.migrations.begin(), design_.migrations.end(),
                     [&](const Migration& known) { return known.number == one.parts.number; });
    const std::string path = files::join(design_.folder, one.file);
    if (found == design_.migrations.end() || !found->reverse_path.empty()) {
      design_.findings.push_back(
          finding("bad_name", path, one.file + " is the way back of no migration",
                  "a way back has the number of the migration that it takes back"));
      return;
    }
    found->reverse_path = path;
    found->reverse_text = text_of(design_.folder, path);
  }

  // Migrations that are programs stand between the SQL files of goose (00003_x.go), Flyway
  // (V3__x.java) and others. Left out, what comes behind them would run without what they do.
  static bool is_program(const std::string& file, const std::set<std::string>& befores) {
    static const std::set<std::string> endings = {".go", ".java", ".js", ".kt", ".php",
                                                  ".py", ".rb",   ".sh", ".ts"};
    const std::size_t dot = file.rfind('.');
    if (dot == std::string::npos || endings.count(base::lower(file.substr(dot))) == 0) {
      return false;
    }
    const auto parts = sql_name_of(file.substr(0, dot) + ".sql");
    return parts && befores.count(parts->before) != 0;
  }

  // shop_1.2.sql would be left out in silence.
  void find_bad_names(const std::vector<Named>& found) {
    std::set<std::string> befores;
    for (const Named& one : found) {
      befores.insert(one.parts.before);
    }
    for (const std::string& file : files::list(design_.folder)) {
      if (!parted_version_of(file).empty()) {
        design_.findings.push_back(parted(design_.folder, file));
        continue;
      }
      if (is_program(file, befores)) {
        design_.findings.push_back(
            finding("bad_name", files::join(design_.folder, file),
                    file + " is a migration in another language, which is not run here",
                    "write it in SQL under the same number; where it has run, name it otherwise"));
        continue;
      }
      const std::string form = form_missed(file, befores);
      if (!form.empty()) {
        design_.findings.push_back(finding(
            "bad_name", files::join(design_.folder, file),
            base::joined({file, "looks like a migration and is none: it has not the form", form},
                         " "),
            "name it " + form + "; a number has digits alone and fits into 64 bits"));
      }
    }
  }

  Design design_;
};

}  // namespace

Design sql_design(const std::string& folder) {
  for (const std::string& home : {folder, files::join(folder, "migrations")}) {
    const auto found = migrations_in(home);
    if (std::any_of(found.begin(), found.end(),
                    [](const Named& one) { return one.parts.part != SqlName::Part::reverse; })) {
      return Reading(home, found).finish();
    }
  }
  for (const std::string& home : {folder, files::join(folder, "migrations")}) {
    for (const std::string& file : files::is_folder(home) ? files::list(home) : Names()) {
      if (!parted_version_of(file).empty()) {
        const Finding bad = parted(home, file);
        throw Error(Fault::design, bad.message).at(bad.where).hinting(bad.hint);
      }
    }
  }
  return {};
}

}  // namespace helium::design
