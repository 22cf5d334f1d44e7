// generate: the changes between two schemas, or a list of operations, as the next migration, proved
// before it is written.
#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/clock.h"
#include "base/text.h"
#include "ddl/ddl.h"
#include "design/design.h"
#include "dialect/dialect.h"
#include "diff/diff.h"
#include "facade/compared.h"
#include "facade/differing.h"
#include "facade/generate.h"
#include "facade/inside.h"
#include "facade/operations.h"
#include "facade/proof.h"
#include "files/files.h"
#include "generate/generate.h"
#include "helium/error.h"
#include "scratch/own_folder.h"
#include "sql/shape.h"

namespace helium {
namespace {

constexpr std::size_t date_length = 10;

std::map<std::string, std::string> backfills_of(const std::vector<std::string>& words) {
  std::map<std::string, std::string> all;
  for (const std::string& word : words) {
    const auto equals = word.find('=');
    const auto dot = word.find('.');
    if (equals == std::string::npos || dot > equals || equals + 1 == word.size()) {
      throw Error(Fault::usage, "--backfill " + base::printable(word) + " fills nothing")
          .hinting("--backfill table.column=EXPRESSION");
    }
    all[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return all;
}

// `same` are tables that are on both sides and not among what was compared.
generate::Page page_of(const std::string& title, const facade::Compared& compared,
                       std::set<std::string> same = {}) {
  generate::Page page;
  page.title = title;
  page.date = base::now_utc().substr(0, date_length);
  page.tables = std::move(same);
  std::set<std::string> objects;
  for (const Change& change : compared.difference.changes) {
    const ddl::Name name = ddl::name_of(change);
    objects.insert(name.table.empty() ? name.object : name.table);
  }
  page.table = objects.size() == 1 ? *objects.begin() : "";
  for (const Change& change : compared.difference.changes) {
    if (const auto* renamed = std::get_if<Rename<Table>>(&change.what)) {
      objects.insert(renamed->name);
    }
  }
  for (const Table& table : compared.to.tables) {
    page.tables.insert(table.name);
    if (objects.count(table.name) != 0) {
      page.changed.push_back(table);
    }
  }
  return page;
}

// Behind SQL text that changes the schema nobody can foresee what a typed operation meets: where
// one entry must be SQL, all are, and with them what a call would have done as well.
generate::Script of_one_kind(generate::Script script, const Dialect& dialect) {
  const auto unforeseen = [&](const generate::Entry& entry) {
    return entry.call.empty() && !entry.within_call &&
           std::any_of(entry.statements.begin(), entry.statements.end(), [&](const auto& text) {
             return sql::shape_of(text, dialect.lexicon).kind != Shape::Kind::dml;
           });
  };
  if (std::any_of(script.forward.begin(), script.forward.end(), unforeseen) ||
      std::any_of(script.reverse.begin(), script.reverse.end(), unforeseen)) {
    for (auto* way : {&script.forward, &script.reverse}) {
      for (generate::Entry& entry : *way) {
        entry.call.clear();
        entry.within_call = false;
      }
    }
  }
  return script;
}

std::vector<generate::File> files_of(const Design& design, const generate::Script& script,
                                     const generate::Page& page, const Dialect& dialect) {
  auto files = generate::written(design, of_one_kind(script, dialect), page, dialect);
  for (const generate::File& file : files) {
    if (files::exists(file.path)) {
      throw Error(Fault::write, file.path + " exists already");
    }
  }
  return files;
}

// A design that is yet to be written, called as its folder is.
Design empty_design(const Target& target) {
  if (target.designs.size() == 1 && !files::is_folder(target.designs.front())) {
    std::filesystem::create_directories(target.designs.front());
  }
  Design design = facade::design_to_fill(target);
  if (!design.migrations.empty()) {
    throw Error(Fault::usage, design.folder + " holds migrations already")
        .hinting("helium baseline NUMBER records them as applied");
  }
  return design;
}

}  // namespace

Generated Engine::baseline_from_life(const ScratchRequest& scratch) {
  const Design design = empty_design(inside_->target);
  Schema nothing;
  Schema found = inspect();
  nothing.dialect = found.dialect;
  facade::Compared compared = facade::compared(std::move(nothing), std::move(found), {});
  compared.lives = true;
  const Dialect dialect = dialect::read(compared.to.dialect);
  Generated result;
  result.difference = facade::told(compared, dialect);
  for (const Unknown& one : compared.to.unknown) {
    result.difference.notes.push_back("not written down: " + one.kind + " " + one.name);
  }
  if (compared.difference.changes.empty()) {
    return result;
  }
  const generate::Script script =
      generate::script(compared.difference.changes, compared.from, dialect, {});
  facade::Grounds grounds(scratch.servers, scratch.cache);
  const facade::Proof proof = facade::proof(script, compared, dialect, false, grounds);
  result.proof = "proved " + proof.how;
  generate::Page page = page_of("What the database held before", compared);
  page.notes = {"Written down from a database that lives. Proved " + proof.how + "."};
  facade::write_down(design, files_of(design, script, page, dialect), result);
  (void)baseline(design::open(design.folder).migrations.back().number);
  return result;
}

Design facade::design_to_fill(const Target& target) {
  if (target.designs.size() != 1) {
    throw Error(Fault::usage, target.designs.empty()
                                  ? "no design is named that a migration is written for"
                                  : "the target has several designs")
        .hinting("name one: --design FOLDER");
  }
  return design::open_to_fill(target.designs.front());
}

void facade::write_down(const Design& design, const std::vector<generate::File>& files,
                        Generated& result) {
  if (files.empty()) {
    return;
  }
  for (const generate::File& file : files) {
    files::write(file.path, file.text);
    result.files.push_back(file.path);
  }
  if (files::exists(files::join(design.folder, "helium.sum")) || design.format != Format::sql) {
    design::write_sum(design::open(design.folder));
  }
}

Generated Engine::generate(const GenerateRequest& request) {
  const Design design = facade::design_to_fill(inside_->target);
  facade::Next next = facade::next_migration(request, design);
  facade::write_down(design, next.files, next.told);
  return std::move(next.told);
}

// Read from a folder of their own, so that a title, a checksum and a way back in a file of its own
// are found as they will be.
Migration facade::as_read(const Design& design, const std::vector<generate::File>& files) {
  const scratch::OwnFolder folder;
  for (const generate::File& file : files) {
    files::write(files::join(folder.path(), files::file_name(file.path)), file.text);
  }
  Migration migration = design::open(folder.path()).migrations.at(0);
  const auto place = [&](std::string& path) {
    path = path.empty() ? path : files::join(design.folder, files::file_name(path));
  };
  place(migration.path);
  place(migration.reverse_path);
  migration.design = design.name;
  return migration;
}

facade::Next facade::next_migration(const GenerateRequest& request, const Design& design) {
  const bool said = !request.operations.empty() || !request.operations_file.empty();
  if (!said && request.between.to.empty()) {
    throw Error(Fault::usage, "nothing says where to arrive")
        .hinting("--to SCHEMA, or --op OPERATION");
  }
  facade::Grounds grounds(request.between.scratch.servers, request.between.scratch.cache);
  // A proof makes every table, so it wants all of both sides.
  auto part =
      said || !request.unproved ? std::nullopt : facade::what_differs(request.between, grounds);
  const facade::Compared compared =
      said   ? facade::with_operations(request, grounds)
      : part ? facade::compared(std::move(part->from), std::move(part->to), request.between.renames)
             : facade::compared(request.between, grounds);
  const Dialect dialect = dialect::read(compared.to.dialect);
  Next next;
  Generated& result = next.told;
  result.difference = facade::told(compared, dialect);
  if (compared.difference.changes.empty()) {
    return next;
  }
  const generate::Script script =
      generate::script(compared.difference.changes, compared.from, dialect,
                       {backfills_of(request.backfills), request.idempotent});
  generate::Page page =
      page_of(request.title, compared, part ? std::move(part->same) : std::set<std::string>());
  if (request.unproved) {
    result.proof = "not proved";
    page.notes = {"Not proved: no server ran it."};
  } else {
    const facade::Proof proof =
        facade::proof(script, compared, dialect, request.idempotent, grounds);
    result.proof = "proved " + proof.how;
    page.notes = {"Proved " + proof.how + (proof.server ? "." : ": no server ran it.")};
  }
  for (const generate::Entry& entry : script.forward) {
    if (!entry.review.empty()) {
      result.reviews.push_back(entry.review);
    }
  }
  next.files = files_of(design, script, page, dialect);
  return next;
}

}  // namespace helium
