// Findings in the forms that other programs read.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "helium/version.h"
#include "show/json_parts.h"
#include "show/paint.h"
#include "show/show.h"

namespace helium::show {
namespace {

std::string sarif(const Findings& findings) {
  Json results = Json::array();
  for (const auto& finding : findings) {
    const bool info = finding.severity == Severity::info;
    Json result = {{"ruleId", finding.rule},
                   {"level", info ? "note" : word(finding.severity)},
                   {"message", {{"text", finding.message}}}};
    if (!finding.where.file.empty()) {
      const Json region = {{"startLine", std::max(finding.where.line, 1U)},
                           {"startColumn", std::max(finding.where.column, 1U)}};
      const Json place = {{"artifactLocation", {{"uri", finding.where.file}}}, {"region", region}};
      result["locations"] = Json::array({Json{{"physicalLocation", place}}});
    }
    results.push_back(result);
  }
  const Json driver = {{"name", "helium"}, {"version", version()}};
  const Json run = {{"tool", {{"driver", driver}}}, {"results", results}};
  return document({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({run})}});
}

std::string xml(const std::string& text) {
  std::string result = base::printable(text);
  const std::pair<const char*, const char*> pairs[] = {
      {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}};
  for (const auto& [from, to] : pairs) {
    result = base::replaced(result, from, to);
  }
  return result;
}

std::string place(const Finding& finding) {
  return finding.where.file +
         (finding.where.known() ? ":" + std::to_string(finding.where.line) : "");
}

std::string junit(const Findings& findings) {
  std::string cases;
  for (const auto& finding : findings) {
    cases += "  <testcase classname=\"" + xml(finding.rule) + "\" name=\"" + xml(place(finding)) +
             "\">\n    <failure type=\"" + word(finding.severity) + "\" message=\"" +
             xml(finding.message) + "\">" + xml(finding.hint) + "</failure>\n  </testcase>\n";
  }
  if (findings.empty()) {
    cases = "  <testcase classname=\"helium\" name=\"findings\"/>\n";
  }
  const std::string count = std::to_string(findings.size());
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"helium\" tests=\"" +
         std::to_string(std::max<std::size_t>(findings.size(), 1)) + "\" failures=\"" + count +
         "\">\n" + cases + "</testsuite>\n";
}

std::string github_text(const std::string& text) {
  const std::string result = base::replaced(text, "%", "%25");
  return base::replaced(base::replaced(result, "\r", "%0D"), "\n", "%0A");
}

std::string github_property(const std::string& text) {
  return base::replaced(base::replaced(github_text(text), ":", "%3A"), ",", "%2C");
}

std::string github(const Findings& findings) {
  std::string result;
  for (const auto& finding : findings) {
    const bool info = finding.severity == Severity::info;
    result += std::string("::") + (info ? "notice" : word(finding.severity)) +
              " file=" + github_property(finding.where.file) +
              ",line=" + std::to_string(finding.where.line) +
              ",col=" + std::to_string(finding.where.column) +
              ",title=" + github_property(finding.rule) + "::" + github_text(finding.message) +
              "\n";
  }
  return result;
}

std::string markdown(const Findings& findings) {
  const auto cell = [](const std::string& text) {
    return base::replaced(base::replaced(base::printable(text), "|", "\\|"), "\n", " ");
  };
  std::string result = "| Place | Severity | Rule | Message |\n|---|---|---|---|\n";
  for (const auto& finding : findings) {
    result += "| " + cell(place(finding)) + " | " + word(finding.severity) + " | " +
              cell(finding.rule) + " | " + cell(finding.message) + " |\n";
  }
  return result;
}

std::string plain(const Findings& findings, Colour colour) {
  std::string result;
  for (const auto& finding : findings) {
    const bool is_error = finding.severity == Severity::error;
    result += placed({finding.where, std::string(word(finding.severity)) + ": " + finding.rule,
                      finding.message, finding.source_line},
                     is_error ? Paint::red : Paint::yellow, colour);
    if (!finding.hint.empty()) {
      result += "  hint: " + base::printable(finding.hint) + "\n";
    }
  }
  return result;
}

}  // namespace

std::string findings(const Findings& findings, const std::string& form, Colour colour) {
  if (form == "text") {
    return plain(findings, colour);
  }
  if (form == "json") {
    return document({{"version", 1}, {"findings", part(findings)}});
  }
  if (form == "sarif") {
    return sarif(findings);
  }
  if (form == "junit") {
    return junit(findings);
  }
  if (form == "github") {
    return github(findings);
  }
  if (form == "markdown") {
    return markdown(findings);
  }
  throw Error(Fault::usage, "findings have no format '" + form + "'")
      .hinting("text, json, sarif, junit, github or markdown");
}

}  // namespace helium::show
