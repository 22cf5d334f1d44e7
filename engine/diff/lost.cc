#include "diff/lost.h"

#include <algorithm>
#include <set>

namespace helium::diff {
namespace {

// The catalog names "rule on view" and "view.column".
bool belongs_to(const std::string& view, const std::string& what) {
  return what.ends_with(" on " + view) || what.starts_with(view + ".");
}

}  // namespace

std::vector<std::string> lost_with(const Changes& changes, const Schema& from) {
  std::set<std::string> dropped;
  std::set<std::string> made;
  for (const Change& change : changes) {
    if (const auto* view = std::get_if<Drop<View>>(&change.what)) {
      dropped.insert(view->object.name);
    } else if (const auto* other = std::get_if<Add<View>>(&change.what)) {
      made.insert(other->object.name);
    }
  }
  std::vector<std::string> notes;
  for (const Unknown& one : from.unknown) {
    for (const std::string& view : dropped) {
      if (made.count(view) != 0 && belongs_to(view, one.name)) {
        notes.push_back(one.kind + " " + one.name + " is lost: the view " + view +
                        " is dropped and made again without it");
      }
    }
  }
  return notes;
}

}  // namespace helium::diff
