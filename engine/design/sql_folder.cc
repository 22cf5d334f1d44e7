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

// A prefix of the files names the design; else the folder does, or the one that it lies in.
std::string design_of(const std::string& folder, const std::vector<Named>& found) {
  const std::string& before = found.front().parts.before;
  if (before.size() > 1 && std::all_of(found.begin(), found.end(), [&](const Named& one) {
        return one.parts.before == before;
      })) {
    return before.substr(0, before.size() - 1);
  }
  std::error_code error;
  auto path = std::filesystem::weakly_canonical(folder, error);
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
    design_.name = design_of(folder, found);
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
