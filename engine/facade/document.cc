// The verbs that write documentation: index, docs.
#include <filesystem>
#include <set>

#include "base/text.h"
#include "facade/inside.h"
#include "facade/picture.h"
#include "files/files.h"
#include "index/index.h"
#include "site/site.h"

namespace helium {

std::vector<IndexState> Engine::index(Indexing indexing) {
  std::vector<IndexState> states;
  const auto work = inside_->begin();
  for (const auto& design : work->designs()) {
    const Index index = index::of(design);
    const std::string before = files::exists(index.readme) ? files::read(index.readme) : "";
    const std::string after = index::placed(index, before);
    auto kind = IndexState::Kind::current;
    if (after != before) {
      kind = indexing == Indexing::check ? IndexState::Kind::stale : IndexState::Kind::written;
    }
    if (kind == IndexState::Kind::written) {
      files::write(index.readme, after);
    }
    states.push_back({design.name, index.readme, kind});
  }
  return states;
}

namespace {

// Names the pages that a run wrote, so that the next one can tell which of them are no more.
constexpr const char* list_of_pages = "pages.txt";

std::set<std::string> listed(const std::string& path) {
  std::set<std::string> names;
  std::string text = files::exists(path) ? files::read(path) : "";
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
    names.insert(text.substr(0, end));
    text.erase(0, end + 1);
  }
  return names;
}

// What is there and was not written by us is somebody's own.
void refuse_foreign(const std::vector<site::Page>& pages, const std::set<std::string>& known,
                    const std::string& folder) {
  for (const auto& page : pages) {
    const std::string path = files::join(folder, page.path);
    if (known.count(page.path) == 0 && files::exists(path) && files::read(path) != page.text) {
      throw Error(Fault::usage,
                  base::printable(path) + " is there and was not written by helium docs")
          .hinting("choose another folder, or take the file away");
    }
  }
}

// A page of ours lies in the folder or one below it, and its name climbs nowhere.
bool is_ours(const std::string& name) {
  const std::string folder = files::folder_of(name);
  return (folder == "." || folder == "tables" || folder == "migrations") &&
         name.find("..") == std::string::npos && name.size() > 5 &&
         name.substr(name.size() - 5) == ".html";
}

std::map<std::string, std::string> site_texts(const std::string& home) {
  std::map<std::string, std::string> texts;
  for (const auto& path : files::embedded_under("scripts/site/")) {
    texts.emplace(files::file_name(path), files::embedded(path, home));
  }
  return texts;
}

std::string lines_of(const std::set<std::string>& names) {
  std::string lines;
  for (const std::string& name : names) {
    lines += name + "\n";
  }
  return lines;
}

Written put_pages(const std::vector<site::Page>& pages, const std::string& folder) {
  Written written;
  const std::string list = files::join(folder, list_of_pages);
  const std::set<std::string> before = listed(list);
  refuse_foreign(pages, before, folder);
  std::set<std::string> names;
  for (const auto& page : pages) {
    names.insert(page.path);
  }
  // First, so that the pages of a run that is ended are known to the next one.
  std::set<std::string> all = before;
  all.insert(names.begin(), names.end());
  facade::put(written, list, lines_of(all));
  for (const auto& page : pages) {
    facade::put(written, files::join(folder, page.path), page.text);
  }
  for (const auto& name : before) {
    std::error_code error;
    if (names.count(name) == 0 && is_ours(name) &&
        std::filesystem::remove(files::join(folder, name), error)) {
      ++written.removed;
    }
  }
  if (all != names) {
    files::write(list, lines_of(names), files::Durable::no);
  }
  return written;
}

}  // namespace

Written Engine::document(const std::vector<std::string>& dialects, const std::string& folder) {
  site::Material material;
  std::vector<Target> targets;
  targets.reserve(dialects.size());
  std::vector<std::unique_ptr<facade::Work>> works;
  for (const auto& dialect : dialects) {
    targets.push_back(facade::documented(inside_->target, dialect));
    works.push_back(std::make_unique<facade::Work>(targets.back(), inside_->silent, inside_->stop,
                                                   facade::Purpose::document));
    auto& work = *works.back();
    site::Reading reading;
    reading.dialect = &work.dialect();
    const draw::Chronicle chronicle = facade::chronicle_of(work);
    reading.history = chronicle.history();
    reading.tellings = chronicle.tellings();
    reading.lives = draw::lives_of(reading.history);
    for (const auto& design : work.designs()) {
      for (const auto& migration : design.migrations) {
        reading.sections.emplace(std::pair(design.name, migration.number),
                                 &work.sections(migration));
      }
    }
    material.readings.push_back(std::move(reading));
  }
  material.designs = &works.front()->designs();
  for (const auto& design : works.front()->designs()) {
    material.indexes.push_back(index::of(design));
  }
  material.texts = site_texts(inside_->target.scripts_home);
  return put_pages(site::pages(material), folder);
}

}  // namespace helium
