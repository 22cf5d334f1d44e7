// generate: the changes between two schemas, or a list of operations, as the next migration, proved
// before it is written.
#include <algorithm>

#include "base/clock.h"
#include "base/text.h"
#include "ddl/ddl.h"
#include "design/design.h"
#include "dialect/dialect.h"
#include "diff/diff.h"
#include "facade/compared.h"
#include "facade/inside.h"
#include "facade/operations.h"
#include "facade/proof.h"
#include "files/files.h"
#include "generate/generate.h"
#include "helium/error.h"

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

// The table that all changes are about; empty when there are several.
std::string only_table(const SchemaDifference& difference) {
  std::string table;
  for (const auto& line : difference.changes) {
    const std::string& name = line.table.empty() ? line.object : line.table;
    if (!table.empty() && table != name) {
      return "";
    }
    table = name;
  }
  return table;
}

}  // namespace

Generated Engine::generate(const GenerateRequest& request) {
  const auto work = inside_->begin();
  if (work->designs().size() > 1) {
    throw Error(Fault::usage, "the target has several designs")
        .hinting("name one: --design FOLDER");
  }
  const Design& design = work->designs().front();
  const bool said = !request.operations.empty() || !request.operations_file.empty();
  if (!said && request.between.to.empty()) {
    throw Error(Fault::usage, "nothing says where to arrive")
        .hinting("--to SCHEMA, or --op OPERATION");
  }
  facade::Grounds grounds(request.between.scratch.servers, request.between.scratch.cache);
  const facade::Compared compared =
      said ? facade::with_operations(request, grounds) : facade::compared(request.between, grounds);
  const Dialect dialect = dialect::read(compared.to.dialect);
  Generated result;
  result.difference = facade::told(compared, dialect);
  if (compared.difference.changes.empty()) {
    return result;
  }
  const generate::Script script =
      generate::script(compared.difference.changes, compared.from, dialect,
                       {backfills_of(request.backfills), request.idempotent});
  generate::Page page;
  page.title = request.title;
  page.date = base::now_utc().substr(0, date_length);
  page.table = only_table(result.difference);
  page.after = compared.to;
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
  for (const generate::File& file : generate::written(design, script, page, dialect)) {
    if (files::exists(file.path)) {
      throw Error(Fault::write, file.path + " exists already");
    }
    files::write(file.path, file.text);
    result.files.push_back(file.path);
  }
  if (files::exists(files::join(design.folder, "helium.sum")) || design.format != Format::sql) {
    design::write_sum(design::open(design.folder));
  }
  return result;
}

}  // namespace helium
