// Where a command's target comes from, and a project's first files.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "design/design.h"
#include "design/file_name.h"
#include "files/files.h"
#include "helium/engine.h"
#include "helium/error.h"
#include "target/designs.h"
#include "target/target.h"

namespace helium {

namespace {

target::Result read(const TargetRequest& request) {
  target::Flags flags;
  flags.config = request.config.value_or("");
  flags.environment = request.environment.value_or("");
  flags.url = request.url.value_or("");
  flags.designs = request.designs;
  flags.schema = request.schema.value_or("");
  flags.home = request.home.value_or("");
  const auto getenv = [](const char* name) -> const char* { return std::getenv(name); };
  return target::read(flags, getenv);
}

}  // namespace

Target read_target(const TargetRequest& request, std::vector<ExplainedSetting>* explained) {
  auto result = read(request);
  if (explained != nullptr) {
    for (const auto& line : result.explained) {
      explained->push_back({line.name, line.value, line.source});
    }
  }
  return std::move(result.target);
}

std::vector<std::string> configured_dialects(const TargetRequest& request) {
  std::vector<std::string> dialects;
  if (request.url || request.environment) {
    return dialects;
  }
  for (const std::string& url : read(request).urls) {
    std::string scheme = target::parse_url(url).scheme;
    if (std::find(dialects.begin(), dialects.end(), scheme) == dialects.end()) {
      dialects.push_back(std::move(scheme));
    }
  }
  return dialects;
}

namespace {

// A design folder with its first migration; one that has some is left as it is.
std::vector<std::string> first_files(const std::string& home, const std::string& design) {
  std::error_code error;
  std::filesystem::create_directories(home, error);
  if (error) {
    throw Error(Fault::write, "cannot make the folder " + home + ": " + error.message());
  }
  if (!design::open_to_fill(home).migrations.empty()) {
    return {};
  }
  Design empty;
  empty.name = design;
  empty.folder = home;
  const std::string first = design::create(empty, "First tables");
  design::write_sum(design::open(home));
  return {first, files::join(home, "helium.sum")};
}

// For the project that is there, whose file names the database.
std::string with_one_more(const std::string& config, const std::string& design,
                          const std::string& url) {
  if (design.empty()) {
    throw Error(Fault::write, config + " exists already")
        .hinting("helium init NAME adds a design to it");
  }
  if (!url.empty()) {
    throw Error(Fault::usage, config + " exists already, and is where the database is named")
        .hinting("without --url helium init " + design + " adds the design to it");
  }
  return target::with_design(config, "migrations/" + design);
}

std::string new_config(const std::string& design, const std::string& said) {
  const std::string url = said.empty() ? "sqlite:" + design + ".db" : said;
  if (!target::parse_url(url).password.empty()) {
    throw Error(Fault::usage, "a password does not belong into helium.toml")
        .hinting("leave it out of the URL; set HELIUM_PASSWORD, or password_file in helium.toml");
  }
  return "# Helium: where the database is and which designs it should hold.\n"
         "url = \"" +
         base::replaced(base::replaced(url, "\\", "\\\\"), "\"", "\\\"") +
         "\"\n"
         "designs = [\"migrations/" +
         design + "\"]\n";
}

}  // namespace

std::vector<std::string> init_project(const std::string& folder, const std::string& said,
                                      const std::string& url) {
  const std::string config = files::join(folder, "helium.toml");
  const std::string design = said.empty() ? "app" : said;
  if (!design::file_name_of(design + "_1.lua")) {
    throw Error(Fault::usage,
                "a design is called by letters, digits, _ and -: not by " + base::printable(design))
        .hinting("helium init NAME, which stands before the number of each of its files");
  }
  const std::string text =
      files::exists(config) ? with_one_more(config, said, url) : new_config(design, url);
  std::vector<std::string> made =
      first_files(files::join(files::join(folder, "migrations"), design), design);
  files::write(config, text);
  made.insert(made.begin(), config);
  return made;
}

}  // namespace helium
