#include "corpus.h"

#include <fstream>
#include <sstream>

namespace corpus {
namespace {

void finish(std::vector<Case>& cases, std::vector<std::string>& blocks, bool error) {
  if (cases.empty()) {
    return;
  }
  for (auto& block : blocks) {
    if (!block.empty()) {
      block.pop_back();  // the newline in front of the next mark
    }
  }
  Case& last = cases.back();
  last.text = blocks.front();
  if (error) {
    last.error = blocks.back();
  } else {
    last.statements.assign(blocks.begin() + 1, blocks.end());
  }
}

void read(const std::string& name, const std::string& dialect, std::vector<Case>& all) {
  std::ifstream file(std::string(HELIUM_CORPUS) + "/" + name + ".cases");
  std::vector<Case> cases;
  std::vector<std::string> blocks(1);
  bool error = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("=== ", 0) == 0) {
      finish(cases, blocks, error);
      cases.push_back({.dialect = dialect, .title = line.substr(4)});
      blocks.assign(1, {});
      error = false;
    } else if (line == "---" || line == "--- error") {
      blocks.emplace_back();
      error = line != "---";
    } else {
      blocks.back() += line + "\n";
    }
  }
  finish(cases, blocks, error);
  all.insert(all.end(), cases.begin(), cases.end());
}

}  // namespace

std::vector<Case> of(const std::string& dialect) {
  std::vector<Case> all;
  read("common", dialect, all);
  if (dialect == "mysql" || dialect == "mariadb") {
    read("mysql_family", dialect, all);
  }
  read(dialect, dialect, all);
  return all;
}

}  // namespace corpus
