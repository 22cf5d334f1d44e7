// The verbs that need no database: validate, expand, macros, new, renumber, init.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/clock.h"
#include "base/log.h"
#include "design/checkpoint.h"
#include "design/design.h"
#include "design/draft.h"
#include "dialect/dialect.h"
#include "draw/chronicle.h"
#include "facade/inside.h"
#include "facade/unseen.h"
#include "files/files.h"
#include "folder/folder.h"
#include "folder/lint.h"
#include "generate/generate.h"
#include "helium/error.h"
#include "sql/split.h"
#include "target/target.h"

namespace helium {
namespace {

// Two dialects often say the same about one place; a person reads it once.
void add_new(Findings& all, const Findings& more) {
  for (const auto& finding : more) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const Finding& other) {
      return other.rule == finding.rule && other.where == finding.where &&
             other.message == finding.message;
    });
    if (!known) {
      all.push_back(finding);
    }
  }
}

bool holds_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

// A SQL file has no words for why it has no way back: it is told each time. A repeatable one needs
// none, as down leaves it.
std::optional<Finding> without_way_back(const Migration& migration, const Sections& sections,
                                        Format format) {
  const bool sql = format == Format::sql;
  const bool is_said = !sql && !sections.irreversible.empty();
  if (sections.has_reverse || migration.repeatable || is_said) {
    return std::nullopt;
  }
  const std::string why =
      sections.irreversible.empty() ? "no reverse section" : sections.irreversible;
  return Finding{.rule = "irreversible",
                 .severity = Severity::warning,
                 .where = {.file = migration.path},
                 .message = why + ": down cannot pass this migration",
                 .hint = sql ? "write it: docs/authoring.md has its forms"
                             : "add reverse, or say why not: irreversible = \"...\""};
}

// Every migration expanded, then planned as if for an empty database: what planning refuses is
// found too.
Findings check_under(const Target& target, Observer& observer, facade::Stop& stop) {
  facade::Work work(target, observer, stop, facade::Purpose::check);
  Findings findings;
  for (const auto& design : work.designs()) {
    for (const auto& migration : design.migrations) {
      try {
        const Sections& sections = work.sections(migration);
        (void)draw::read(sections, work.dialect().lexicon);
        if (design.format == Format::folder) {
          add_new(findings, folder::lint(migration, sections, work.dialect()));
        }
        if (auto told = without_way_back(migration, sections, design.format)) {
          findings.push_back(std::move(*told));
        }
      } catch (const Error& error) {
        if (error.fault() == Fault::cancelled) {
          throw;
        }
        findings.push_back(facade::finding_of(error));
      }
    }
  }
  // A file that planning would refuse by its name is among the design's own findings already.
  const bool well_named =
      std::none_of(work.designs().begin(), work.designs().end(),
                   [](const Design& design) { return holds_error(design.findings); });
  if (well_named && !holds_error(findings)) {
    add_new(findings, facade::planned_unseen(work));
  }
  return findings;
}

// A folder of SQL is written for one dialect: what only another one finds wrong is right.
bool said_by_all(const Finding& finding, const std::map<std::string, Findings>& under) {
  return std::all_of(under.begin(), under.end(), [&](const auto& one) {
    return std::any_of(one.second.begin(), one.second.end(), [&](const Finding& other) {
      return other.rule == finding.rule && other.where.file == finding.where.file;
    });
  });
}

// The diagram that the typed operations of a migration draw, before what its author drew.
void add_derived_diagram(facade::Work& work, const Design& design, Sections& sections) {
  draw::Chronicle chronicle(work.dialect());
  for (const Migration& migration : design.migrations) {
    if (migration.number <= sections.number) {
      chronicle.take(work.sections(migration));
    }
  }
  const std::string& diagram = chronicle.tellings().at({sections.design, sections.number}).diagram;
  if (!diagram.empty()) {
    sections.diagram.insert(sections.diagram.begin(), DiagramText{diagram, "derived", {}});
  }
}

const Design& only_design(facade::Work& work) {
  const auto& designs = work.designs();
  if (designs.size() > 1) {
    throw Error(Fault::usage, "the target has several designs")
        .hinting("name one: --design FOLDER");
  }
  return designs.front();
}

}  // namespace

Findings Engine::validate(const std::vector<std::string>& dialects, bool write_sum) {
  const auto work = inside_->begin();
  Findings findings;
  for (const auto& design : work->designs()) {
    add_new(findings, design.findings);
    add_new(findings, design::stale_checkpoints(design));
    if (write_sum) {
      design::write_sum(design);
    }
    add_new(findings, design::check_sum(design));
  }
  std::map<std::string, Findings> under;
  for (const auto& dialect : dialects) {
    under[dialect] =
        check_under(facade::under(inside_->target, dialect), work->observer(), inside_->stop);
  }
  const std::string& own = inside_->target.url.scheme;
  for (const auto& dialect : dialects) {
    for (const Finding& finding : under[dialect]) {
      const bool counts = under.count(own) != 0 ? dialect == own : said_by_all(finding, under);
      if (counts || !finding.where.file.ends_with(".sql")) {
        add_new(findings, {finding});
      }
    }
  }
  return findings;
}

Sections Engine::expand(const std::string& path, const std::string& dialect, Seals seals) {
  if (!files::exists(path)) {
    throw Error(Fault::missing, "cannot read " + path + ": there is no such file");
  }
  Target target = facade::under(inside_->target, dialect);
  target.designs = {files::folder_of(path)};
  facade::Work work(target, inside_->silent, inside_->stop);
  const std::string name = files::file_name(path);
  const Design& design = work.designs().front();
  for (std::size_t i = 0; i < design.migrations.size(); ++i) {
    const Migration& migration = design.migrations[i];
    if (files::file_name(migration.path) == name) {
      Sections sections = work.sections(migration);
      if (!sections.forward_operations.empty() || !sections.reverse_operations.empty()) {
        sections = work.written(design).at(i);
        add_derived_diagram(work, design, sections);
      }
      if (seals == Seals::open) {
        sections.generated = folder::opened(sections.generated, work.dialect().lexicon);
      }
      return sections;
    }
  }
  throw Error(Fault::design, path + " is not named like a migration")
      .hinting("name it <design>_<number>.lua");
}

std::vector<MacroLine> Engine::macros(const std::string& dialect) {
  const Target target = facade::under(inside_->target, dialect);
  facade::Work work(target, inside_->silent, inside_->stop);
  const Design none;
  const Design& design = target.designs.empty() ? none : work.designs().front();
  std::vector<MacroLine> lines;
  for (const auto& listed : expand::list(work.setting(design))) {
    lines.push_back({listed.name, listed.value, name_of(listed.source)});
  }
  return lines;
}

namespace {

// SQL takes no macros: they are replaced as the target's dialect says.
generate::Entry drafted(const std::string& statement, const design::Draft& draft,
                        const MacroTable& macros) {
  const MacroTable local = {{"SCHEMA", {"", MacroSource::local}},
                            {"TABLE", {draft.table, MacroSource::local}}};
  generate::Entry entry;
  entry.statements = {expand::text(statement, macros, local)};
  return entry;
}

// The next SQL migration, as the files of the folder are; the file of the way forward.
std::string new_sql_migration(facade::Work& work, const Design& design, const std::string& title) {
  const design::Draft draft = design::draft_of(title);
  const MacroTable& macros = work.setting(design).macros;
  generate::Script script;
  script.forward = {drafted(draft.forward, draft, macros)};
  script.reverse = {drafted(draft.reverse, draft, macros)};
  constexpr std::size_t date_length = 10;
  generate::Page page;
  page.title = draft.title;
  page.date = base::now_utc().substr(0, date_length);
  page.table = draft.table;
  const auto pages = generate::written(design, script, page, work.dialect());
  for (const generate::File& file : pages) {
    if (files::exists(file.path)) {
      throw Error(Fault::write, file.path + " exists already");
    }
  }
  for (const generate::File& file : pages) {
    files::write(file.path, file.text);
  }
  if (files::exists(files::join(design.folder, "helium.sum"))) {
    design::write_sum(design::open(design.folder));
  }
  return pages.front().path;
}

}  // namespace

std::string Engine::new_migration(const std::string& title) {
  const auto work = inside_->begin();
  const Design& design = only_design(*work);
  if (design.format == Format::sql) {
    return new_sql_migration(*work, design, title);
  }
  std::string path = design::create(design, title);
  design::write_sum(design::open(design.folder));
  return path;
}

namespace {

// What stands in the database, whole or half, is known there by its number: under another one it
// would run a second time. Where the database cannot be asked, the numbers are taken as given.
void refuse_known(facade::Work& work, const Design& design,
                  const std::vector<std::int64_t>& numbers) {
  Ledger ledger;
  try {
    if (work.connect_for_reading()) {
      ledger = work.read_ledger();
    }
  } catch (const Error& error) {
    if (error.fault() != Fault::connection) {
      throw;
    }
    base::log_warning("the ledger was not asked: " + error.message());
  }
  for (const std::int64_t number : numbers) {
    const Record* record = ledger.find(design.name, number);
    if (record != nullptr && record->state != RecordState::reverted) {
      throw Error(Fault::design, design.name + "_" + std::to_string(number) + " is " +
                                     name_of(record->state) + ": it keeps its number")
          .hinting("helium renumber moves files that are pending");
    }
  }
}

// The migrations that require one that is to move. What a file requires is known once its Lua ran;
// one that fails is found by validate. Where two files have one number, nobody can tell which is
// meant.
std::vector<std::int64_t> requiring(facade::Work& work, const Design& design,
                                    const std::vector<std::int64_t>& moving) {
  std::set<std::string> names;
  for (const std::int64_t number : moving) {
    names.insert(design.name + "_" + std::to_string(number));
  }
  std::vector<std::int64_t> found;
  const bool twice = std::any_of(design.findings.begin(), design.findings.end(),
                                 [](const Finding& one) { return one.rule == "duplicate"; });
  if (twice || design.format != Format::native) {
    return found;
  }
  for (const Migration& migration : design.migrations) {
    try {
      const auto& required = work.sections(migration).requires_;
      if (std::any_of(required.begin(), required.end(),
                      [&](const std::string& name) { return names.count(name) != 0; })) {
        found.push_back(migration.number);
      }
    } catch (const Error& error) {
      base::log_warning("what " + migration.path + " requires is not known: " + error.message());
    }
  }
  return found;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Engine::renumber(
    const std::vector<std::int64_t>& numbers) {
  const auto work = inside_->begin();
  const Design& design = only_design(*work);
  std::vector<std::int64_t> moving = numbers;
  if (moving.empty()) {
    work->connect_for_reading();
    const auto standing = plan::standing(work->designs(), work->read_ledger(), work->sources());
    moving = standing.designs.front().out_of_order;
  } else if (!inside_->target.url.scheme.empty()) {
    refuse_known(*work, design, moving);
  }
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto followers =
      moving.empty() ? std::vector<std::int64_t>() : requiring(*work, design, moving);
  for (const auto& renamed : design::renumber(design, moving, followers)) {
    pairs.emplace_back(renamed.from, renamed.to);
  }
  return pairs;
}

namespace {

// The statements of one part of a file. What looks like a mistake at its end may only be cut off
// there.
sql::SplitMark give_out(std::string_view part, bool last, const Dialect& dialect,
                        const std::string& path, const sql::SplitMark& from,
                        const std::function<void(const SplitStatement&)>& each) {
  sql::Splitter splitter(part, dialect.lexicon, path, from, last);
  try {
    while (const auto piece = splitter.next()) {
      each({.line = piece->line,
            .column = piece->column,
            .offset = from.offset + piece->offset,
            .length = piece->length,
            .text = part.substr(piece->offset, piece->length)});
    }
  } catch (const Error& error) {
    if (last || error.fault() != Fault::design) {
      throw;
    }
  }
  return splitter.mark();
}

}  // namespace

void split_file(const std::string& path, const std::string& dialect,
                const std::function<void(const SplitStatement&)>& each) {
  constexpr std::size_t part_bytes = 4UL << 20U;
  const Dialect read = dialect::read(dialect);
  files::Reader file(path);
  std::string text;
  sql::SplitMark from;
  for (bool more = true; more;) {
    more = file.more(text, std::max(part_bytes, text.size()));
    const sql::SplitMark mark = give_out(text, !more, read, path, from, each);
    text.erase(0, mark.offset);
    from = {.offset = from.offset + mark.offset,
            .line = mark.line,
            .column = mark.column,
            .terminator = mark.terminator};
  }
}

}  // namespace helium
