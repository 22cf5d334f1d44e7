// JSON for scripts. Keys stand in the order in which a reader wants them.
#include <nlohmann/json.hpp>

#include "show/json_parts.h"
#include "show/show.h"

namespace helium::show {

std::string document(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string quoted(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json part(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", word(finding.severity)},
          {"file", finding.where.file},
          {"line", finding.where.line},
          {"column", finding.where.column},
          {"message", finding.message},
          {"hint", finding.hint}};
}

Json part(const Findings& findings) {
  Json list = Json::array();
  for (const auto& finding : findings) {
    list.push_back(part(finding));
  }
  return list;
}

Json part(const std::vector<Statement>& statements) {
  Json list = Json::array();
  for (const auto& statement : statements) {
    list.push_back({{"text", statement.text},
                    {"file", statement.span.file},
                    {"line", statement.span.line},
                    {"column", statement.span.column},
                    {"description", statement.description}});
  }
  return list;
}

const char* word(Severity severity) noexcept {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "error";
}

std::string json(const Error& error) {
  const Json inner = {{"fault", name_of(error.fault())},
                      {"message", error.message()},
                      {"file", error.where().file},
                      {"line", error.where().line},
                      {"column", error.where().column},
                      {"sqlstate", error.sqlstate()},
                      {"code", error.native_code()},
                      {"notes", error.trail()},
                      {"hint", error.hint()},
                      {"exit_code", exit_code(error.fault())}};
  return document({{"version", 1}, {"error", inner}});
}

std::string json(const Status& status) {
  Json designs = Json::array();
  for (const auto& design : status.designs) {
    Json partial = Json::array();
    for (const auto& part : design.partial) {
      partial.push_back({{"number", part.number},
                         {"done", part.done},
                         {"of", part.of},
                         {"state", name_of(part.state)},
                         {"direction", name_of(part.direction)},
                         {"message", part.message}});
    }
    Json one = {{"design", design.design},   {"applied", design.applied},
                {"pending", design.pending}, {"out_of_order", design.out_of_order},
                {"changed", design.changed}, {"missing", design.missing},
                {"partial", partial}};
    if (!design.loaded.empty()) {
      one["loaded"] = design.loaded;  // only a Helium folder has them
    }
    if (!design.checkpoints.empty()) {
      one["checkpoints"] = design.checkpoints;
    }
    designs.push_back(std::move(one));
  }
  return document({{"version", 1},
                   {"target", status.target},
                   {"dialect", status.dialect},
                   {"server", status.server},
                   {"schema", status.schema},
                   {"ledger_version", status.ledger_version},
                   {"up_to_date", status.up_to_date()},
                   {"designs", designs},
                   {"stash",
                    {{"count", status.stash.count},
                     {"bytes", status.stash.bytes ? Json(*status.stash.bytes) : Json(nullptr)}}},
                   {"findings", part(status.findings)}});
}

std::string json(const Plan& plan) {
  Json steps = Json::array();
  for (const auto& step : plan.steps) {
    steps.push_back({{"design", step.design},
                     {"number", step.number},
                     {"direction", name_of(step.direction)},
                     {"transaction", name_of(step.transaction)},
                     {"title", step.title},
                     {"file", step.path},
                     {"first", step.first + 1},
                     {"reversible", step.reversible},
                     {"statements", part(step.statements)}});
    if (step.provisional) {
      steps.back()["provisional"] = true;
    }
    for (const auto& fold : step.folds) {
      steps.back()["folds"].push_back(fold.number);
    }
  }
  Json json = {
      {"version", 1}, {"hash", plan.hash}, {"steps", steps}, {"findings", part(plan.findings)}};
  if (plan.group) {
    json["group"] = true;
  }
  return document(json);
}

namespace {

Json failure(const Failed& failed) {
  return {{"design", failed.design},
          {"number", failed.number},
          {"direction", name_of(failed.direction)},
          {"statement", failed.statement},
          {"of", failed.total},
          {"fault", name_of(failed.error.fault())},
          {"file", failed.error.where().file},
          {"line", failed.error.where().line},
          {"column", failed.error.where().column},
          {"sqlstate", failed.error.sqlstate()},
          {"code", failed.error.native_code()},
          {"message", failed.error.message()},
          {"hint", failed.error.hint()}};
}

const char* word(State state) noexcept {
  switch (state) {
    case State::clean:
      return "clean";
    case State::needs_resume:
      return "needs_resume";
    case State::in_doubt:
      return "in_doubt";
  }
  return "clean";
}

}  // namespace

std::string json(const Report& report) {
  Json applied = Json::array();
  Json reverted = Json::array();
  Json loaded = Json::array();
  Json steps = Json::array();
  for (const auto& moved : report.moved) {
    Json& list = moved.direction == Direction::load      ? loaded
                 : moved.direction == Direction::forward ? applied
                                                         : reverted;
    list.push_back(moved.number);
    steps.push_back({{"design", moved.design},
                     {"number", moved.number},
                     {"direction", name_of(moved.direction)},
                     {"title", moved.title},
                     {"statements", moved.statements},
                     {"milliseconds", moved.took.count()}});
  }
  Json notices = Json::array();
  for (const auto& notice : report.notices) {
    notices.push_back({{"severity", notice.severity},
                       {"code", notice.code},
                       {"message", notice.message},
                       {"file", notice.where.file},
                       {"line", notice.where.line}});
  }
  return document({{"version", 1},
                   {"state", word(report.state)},
                   {"applied", applied},
                   {"reverted", reverted},
                   {"failed", report.failed ? failure(*report.failed) : Json(nullptr)},
                   {"milliseconds", report.took.count()},
                   {"steps", steps},
                   {"notices", notices},
                   {"findings", part(report.findings)},
                   {"note", report.note},
                   {"next", report.next},
                   {"loaded", loaded}});
}

std::string json(const std::vector<Event>& events, const Findings& findings) {
  Json list = Json::array();
  for (const auto& event : events) {
    list.push_back({{"design", event.design},
                    {"sequence", event.sequence},
                    {"kind", event.kind},
                    {"number", event.number},
                    {"at", event.at},
                    {"by", event.by},
                    {"host", event.host},
                    {"tool", event.tool},
                    {"detail", event.detail},
                    {"checksum", event.checksum},
                    {"hash", event.hash}});
  }
  return document({{"version", 1}, {"events", list}, {"findings", part(findings)}});
}

std::string json(const Sections& sections) {
  Json diagram = Json::array();
  for (const auto& entry : sections.diagram) {
    diagram.push_back({{"text", entry.text},
                       {"file", entry.span.file},
                       {"line", entry.span.line},
                       {"description", entry.description}});
  }
  Json list = Json::array();
  list.push_back({{"section", "forward"}, {"statements", part(sections.forward)}});
  list.push_back({{"section", "reverse"}, {"statements", part(sections.reverse)}});
  list.push_back({{"section", "diagram"}, {"statements", diagram}});
  if (!sections.generated.empty()) {
    list.push_back({{"section", "load"}, {"statements", part(sections.load)}});
  }
  return document({{"version", 1},
                   {"design", sections.design},
                   {"number", sections.number},
                   {"table", sections.table},
                   {"sections", list}});
}

std::string json(const std::string& name, const Row& keys, const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const auto& row : rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < keys.size() && i < row.size(); ++i) {
      object[keys[i]] = row[i];
    }
    list.push_back(object);
  }
  return document({{"version", 1}, {name, list}});
}

}  // namespace helium::show
