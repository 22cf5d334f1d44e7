// drift: what was changed beside the migrations.
//
// What should be there is what the migrations make that the ledger holds as applied: they are run
// again on a throw-away place, so that both sides are what a server reports, and nothing that
// somebody changed by hand is ever taken for right.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "diff/diff.h"
#include "facade/inside.h"
#include "facade/people.h"
#include "facade/place.h"
#include "files/files.h"
#include "generate/checkpoint.h"
#include "helium/error.h"
#include "scratch/own_folder.h"
#include "source/schema_json.h"

namespace helium {
namespace {

Finding finding(std::string rule, Severity severity, std::string message, std::string hint) {
  Finding one;
  one.rule = std::move(rule);
  one.severity = severity;
  one.message = std::move(message);
  one.hint = std::move(hint);
  return one;
}

// The designs without the migrations that are not applied, as folders of their own: macros and
// modules beside the files are found as ever.
std::vector<std::string> applied_only(const std::vector<Design>& designs, const Ledger& ledger,
                                      const std::string& folder) {
  std::vector<std::string> folders;
  for (const Design& design : designs) {
    const std::string copy =
        files::join(files::join(folder, std::to_string(folders.size())), design.name);
    std::filesystem::create_directories(copy);
    std::filesystem::copy(design.folder, copy, std::filesystem::copy_options::recursive);
    bool any = false;
    for (const Migration& migration : design.migrations) {
      const Record* record = ledger.find(migration.design, migration.number);
      if (record != nullptr && record->state == RecordState::applied) {
        any = true;
      } else {
        std::filesystem::remove(
            files::join(copy, std::filesystem::path(migration.path).filename().string()));
      }
    }
    if (any) {
      folders.push_back(copy);
    }
  }
  return folders;
}

// What makes the comparison less than sure.
Findings doubts(const std::vector<Design>& designs, const Ledger& ledger) {
  Findings findings;
  std::map<std::pair<std::string, std::int64_t>, const Migration*> files;
  for (const Design& design : designs) {
    for (const Migration& migration : design.migrations) {
      files[{migration.design, migration.number}] = &migration;
    }
  }
  for (const Record& record : ledger.records) {
    const std::string name = record.design + "_" + std::to_string(record.number);
    const auto file = files.find({record.design, record.number});
    if (record.state == RecordState::started || record.state == RecordState::failed) {
      findings.push_back(
          finding("half_done", Severity::error, name + " is half done", "helium resume"));
    } else if (record.state == RecordState::applied && file == files.end()) {
      findings.push_back(finding("missing", Severity::error,
                                 name + " is applied and its file is gone: what it made is taken "
                                        "for a change by hand",
                                 "bring the file back"));
    } else if (record.state == RecordState::applied && !record.checksum.empty() &&
               file->second->checksum != record.checksum) {
      findings.push_back(finding("changed", Severity::warning,
                                 name + " was changed since it ran: its text of today counts",
                                 "helium repair, when the change is right"));
    }
  }
  return findings;
}

std::string words_of(const Column& before, const Column& after) {
  const auto word = [](const Column& column) {
    return column.type + (column.null ? "" : " not null") +
           (column.default_value ? " default " + *column.default_value : "");
  };
  return ": it is " + word(after) + ", and should be " + word(before);
}

// From what should be there to what is there.
Finding told(const Change& change) {
  const ddl::Name name = ddl::name_of(change);
  const auto cut = name.kind.find('_');
  const std::string verb = name.kind.substr(0, cut);
  const std::string what =
      base::replaced(name.kind.substr(std::min(cut + 1, name.kind.size())), "_", " ");
  std::string object = name.table;
  object += name.table.empty() || name.object.empty() ? "" : ".";
  object += name.object;
  const std::string subject = what + " " + base::printable(object);
  if (verb == "add" || verb == "create" || verb == "grant") {
    return finding("extra", Severity::error, subject + " is there, and no migration made it", "");
  }
  if (verb == "drop" || verb == "revoke") {
    return finding("lost", Severity::error, subject + " is gone, and no migration dropped it", "");
  }
  const auto* column = std::get_if<Alter<Column>>(&change.what);
  return finding("altered", Severity::error,
                 subject + " is another one" +
                     (column == nullptr ? "" : words_of(column->before, column->after)),
                 "");
}

// What differs and no statement carries out, and what a catalog knows by its name alone.
void add_noted(const diff::Difference& difference, const Schema& wanted, const Schema& found,
               Findings& findings) {
  std::set<std::string> known;
  const auto each = [&](const Schema& here, const Schema& there, const auto& missing) {
    for (const Unknown& one : here.unknown) {
      const std::string subject = one.kind + " " + base::printable(one.name);
      const bool fresh = known.insert(one.kind + " " + one.name + " is not compared").second;
      if (std::find(there.unknown.begin(), there.unknown.end(), one) == there.unknown.end()) {
        missing(subject);
      } else if (fresh) {
        findings.push_back(finding("not_compared", Severity::info,
                                   subject + " is there, and whether it was changed is not seen",
                                   ""));
      }
    }
  };
  each(wanted, found, [&](const std::string& subject) {
    findings.push_back(
        finding("lost", Severity::error, subject + " is gone, and no migration dropped it", ""));
  });
  each(found, wanted, [&](const std::string& subject) {
    findings.push_back(
        finding("extra", Severity::error, subject + " is there, and no migration made it", ""));
  });
  for (const std::string& note : difference.notes) {
    if (known.count(note) == 0) {
      findings.push_back(finding("altered", Severity::error, note, ""));
    }
  }
}

// What a table has from its database is not its own: the place may have another default. Nor do
// texts of triggers, routines and views say in which place they are.
Schema seen(facade::Work& work) {
  const auto store = work.store();
  Schema schema =
      catalog::inspect(work.session(), work.dialect(), {store.schema, store.prefix, {}});
  const auto question = work.dialect().catalog.find("default_collation");
  if (question != work.dialect().catalog.end()) {
    const auto rows = work.session().ask({question->second, {store.schema}}).rows;
    const std::string own =
        "collate=" + (rows.empty() ? std::string() : rows.front().at(0).value_or(""));
    for (Table& table : schema.tables) {
      std::erase(table.options, own);
    }
  }
  const std::string own = work.dialect().traits.schemas ? store.schema : std::string();
  const std::string text = generate::with_schema(source::json_of(schema), own, "");
  return source::schema_of_json(text, own);
}

Schema made_again(const Target& target) {
  Observer silent;
  facade::Stop stop;
  facade::Work work(target, silent, stop);
  work.connect({});
  return seen(work);
}

}  // namespace

Findings Engine::drift(const ScratchRequest& scratch) {
  const auto work = inside_->begin();
  const std::vector<Design>& designs = work->designs();
  if (!work->connect_for_reading()) {
    throw Error(Fault::missing, "the database, file or schema does not exist")
        .hinting("helium create");
  }
  const Ledger ledger = work->standing_ledger(work->read_ledger());
  Findings findings = doubts(designs, ledger);
  const std::string dialect = work->dialect().name;
  facade::Grounds grounds(scratch.servers, scratch.cache);
  const auto server = grounds.of(dialect);
  if (dialect != "sqlite" && !server) {
    throw facade::no_ground(dialect);
  }
  const scratch::OwnFolder folder;
  const auto store = work->store();
  const std::string collation =
      catalog::own_collation(work->session(), work->dialect(), {store.schema, store.prefix, {}});
  const std::vector<std::string> applied = applied_only(designs, ledger, folder.path());
  const Schema wanted = facade::People(grounds, dialect).among([&] {
    const facade::Place place(inside_->target, server, collation);
    Target again = place.target();
    again.designs = applied;
    if (!again.designs.empty()) {
      const Report report = Engine(again).move({.verb = Goal::Verb::up});
      if (report.failed) {
        throw report.failed->error.noting("while the applied migrations were run again");
      }
    }
    return made_again(again);
  });
  const Schema found = seen(*work);
  const auto traces =
      catalog::traces(work->session(), work->dialect(), {store.schema, store.prefix, {}});
  const diff::Difference difference = diff::compare(wanted, found);
  add_noted(difference, wanted, found, findings);
  for (const Change& change : difference.changes) {
    Finding one = told(change);
    const ddl::Name name = ddl::name_of(change);
    const auto trace = traces.find(name.table.empty() ? name.object : name.table);
    if (trace != traces.end()) {
      one.message += "; " + trace->second;
    }
    one.hint = "write a migration for it (helium generate), or take it back";
    findings.push_back(std::move(one));
  }
  return findings;
}

}  // namespace helium
