#include "facade/picture.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "facade/inside.h"
#include "files/files.h"

namespace helium {
namespace facade {

Target documented(const Target& target, const std::string& dialect) {
  Target result = under(target, dialect);
  result.keep_undefined_macros = true;
  return result;
}

draw::Chronicle chronicle_of(Work& work) {
  std::vector<std::string> names;
  std::vector<const Migration*> all;
  for (const auto& design : work.designs()) {
    names.push_back(design.name);
    for (const auto& migration : design.migrations) {
      all.push_back(&migration);
    }
  }
  work.foresee(all);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto* a, const auto* b) { return a->number < b->number; });
  draw::Chronicle chronicle(work.dialect(), base::joined(names, " + "));
  for (const Migration* migration : all) {
    chronicle.take(work.sections(*migration), migration->title);
  }
  return chronicle;
}

std::string document_of(const Diagram& diagram, const draw::Layout& layout,
                        DiagramRequest::Form form, const std::string& home) {
  switch (form) {
    case DiagramRequest::Form::svg:
      return draw::svg(diagram, layout, files::embedded("scripts/site/diagram.css", home));
    case DiagramRequest::Form::mermaid:
      return draw::mermaid(diagram);
    case DiagramRequest::Form::dot:
      return draw::dot(diagram);
    case DiagramRequest::Form::dbml:
      return draw::dbml(diagram);
    case DiagramRequest::Form::json:
      return draw::json(diagram);
  }
  return {};
}

void put(Written& written, const std::string& path, const std::string& bytes) {
  ++written.files;
  if (files::exists(path) && files::read(path) == bytes) {
    return;
  }
  std::error_code error;
  std::filesystem::create_directories(files::folder_of(path), error);
  if (error) {
    throw Error(Fault::write,
                "cannot make the folder " + files::folder_of(path) + ": " + error.message());
  }
  files::write(path, bytes, files::Durable::no);
  ++written.changed;
}

}  // namespace facade

namespace {

std::string extension_of(DiagramRequest::Form form) {
  switch (form) {
    case DiagramRequest::Form::svg:
      return ".svg";
    case DiagramRequest::Form::mermaid:
      return ".mmd";
    case DiagramRequest::Form::dot:
      return ".dot";
    case DiagramRequest::Form::dbml:
      return ".dbml";
    case DiagramRequest::Form::json:
      return ".json";
  }
  return {};
}

// The newest version up to a number that was asked for.
std::int64_t version_at(const DiagramHistory& history, std::optional<std::int64_t> asked) {
  std::optional<std::int64_t> found;
  for (const auto& version : history.versions) {
    found = !asked || version.number <= *asked ? version.number : found;
  }
  if (!found) {
    throw Error(Fault::usage, "there is no migration up to " + std::to_string(asked.value_or(0)));
  }
  return *found;
}

draw::Layout layout_of(const DiagramHistory& history, DiagramRequest::Form form) {
  return form == DiagramRequest::Form::svg ? draw::place(draw::everything(history))
                                           : draw::Layout{};
}

}  // namespace

std::string Engine::diagram(const DiagramRequest& request) {
  const Target target = facade::documented(inside_->target, request.dialect);
  facade::Work work(target, inside_->silent, inside_->stop, facade::Purpose::document);
  const draw::Chronicle chronicle = facade::chronicle_of(work);
  const DiagramHistory& history = chronicle.history();
  const std::int64_t number = version_at(history, request.at);
  Diagram diagram = draw::at(history, number);
  if (request.from) {
    const std::int64_t from = version_at(history, request.from);
    if (from > number) {
      throw Error(Fault::usage, "--from " + std::to_string(from) + " is newer than --at " +
                                    std::to_string(number));
    }
    diagram = draw::compare(draw::at(history, from), diagram);
  }
  return facade::document_of(diagram, layout_of(history, request.form), request.form,
                             target.scripts_home);
}

Written Engine::diagrams(const DiagramRequest& request, const std::string& folder) {
  const Target target = facade::documented(inside_->target, request.dialect);
  facade::Work work(target, inside_->silent, inside_->stop, facade::Purpose::document);
  const draw::Chronicle chronicle = facade::chronicle_of(work);
  const DiagramHistory& history = chronicle.history();
  const draw::Layout layout = layout_of(history, request.form);
  const std::string home = files::join(folder, request.dialect);
  Written written;
  draw::Folding folding(history);
  while (folding.next()) {
    const auto& version = folding.version();
    const std::string name = version.design + "-" + request.dialect + "-" +
                             std::to_string(version.number) + extension_of(request.form);
    facade::put(written, files::join(home, name),
                facade::document_of(folding.diagram(), layout, request.form, target.scripts_home));
  }
  return written;
}

}  // namespace helium
