#include "diff/lost.h"

#include <algorithm>
#include <set>

namespace helium::diff {
namespace {

// Views, and triggers with their tables, that go and come.
struct Again {
  std::set<std::string> dropped_views;
  std::set<std::string> dropped_triggers;
  std::set<std::string> views;
  std::set<std::string> triggers;

  void note(const Change& change) {
    if (const auto* view = std::get_if<Drop<View>>(&change.what)) {
      dropped_views.insert(view->object.name);
    } else if (const auto* trigger = std::get_if<Drop<Trigger>>(&change.what)) {
      dropped_triggers.insert(trigger->object.name + " on " + trigger->object.table);
    } else if (const auto* other = std::get_if<Add<View>>(&change.what)) {
      views.insert(other->object.name);
    } else if (const auto* one = std::get_if<Add<Trigger>>(&change.what)) {
      triggers.insert(one->object.name + " on " + one->object.table);
    }
  }
};

// The catalog names "rule on view", "on the column view.column", "view.column", "trigger on table",
// "on the trigger trigger on table".
bool belongs_to_view(const std::string& what, const std::string& view) {
  return what.ends_with(" on " + view) || what.starts_with("on the column " + view + ".") ||
         what.starts_with(view + ".");
}

bool belongs_to_trigger(const std::string& what, const std::string& trigger) {
  return what == trigger || what == "on the trigger " + trigger;
}

}  // namespace

std::vector<std::string> lost_with(const Changes& changes, const Schema& from) {
  Again again;
  for (const Change& change : changes) {
    again.note(change);
  }
  std::vector<std::string> notes;
  for (const Unknown& one : from.unknown) {
    const auto note = [&](const std::string& object, const char* kind) {
      notes.push_back(one.kind + " " + one.name + " is lost: the " + kind + " " + object +
                      " is dropped and made again without it");
    };
    for (const std::string& view : again.dropped_views) {
      if (again.views.count(view) != 0 && belongs_to_view(one.name, view)) {
        note(view, "view");
      }
    }
    for (const std::string& trigger : again.dropped_triggers) {
      if (again.triggers.count(trigger) != 0 && belongs_to_trigger(one.name, trigger)) {
        note(trigger, "trigger");
      }
    }
  }
  return notes;
}

}  // namespace helium::diff
