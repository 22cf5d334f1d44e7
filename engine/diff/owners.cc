#include "diff/owners.h"

#include <algorithm>

namespace helium::diff {
namespace {

class Keeping {
 public:
  Keeping(Difference& difference, const Schema& from) : difference_(difference), from_(from) {}

  void operator()(Add<View>& what) const {
    const auto before = std::find_if(from_.views.begin(), from_.views.end(),
                                     [&](const View& one) { return one.name == what.object.name; });
    what.object.owner = before == from_.views.end() ? std::string() : before->owner;
  }
  void operator()(Drop<View>& what) const { told("view", what.object); }
  void operator()(Add<Routine>& what) const {
    const auto before =
        std::find_if(from_.routines.begin(), from_.routines.end(), [&](const Routine& one) {
          return one.name == what.object.name && one.arguments == what.object.arguments;
        });
    what.object.owner = before == from_.routines.end() ? std::string() : before->owner;
  }
  void operator()(Drop<Routine>& what) const { told(what.object.kind, what.object); }
  void operator()(Alter<Routine>& what) const {
    what.after.owner = what.before.owner;
    told(what.before.kind, what.before);
  }
  template <typename Other>
  void operator()(Other&) const {}

 private:
  template <typename Object>
  void told(const std::string& kind, const Object& object) const {
    if (object.owner == "?") {
      difference_.notes.push_back(
          "the " + kind + " " + object.name +
          ": made again, it has another DEFINER, sql_mode or character set");
    }
  }

  Difference& difference_;
  const Schema& from_;
};

}  // namespace

void keep_owners(Difference& difference, const Schema& from) {
  const Keeping keeping(difference, from);
  for (Change& change : difference.changes) {
    std::visit(keeping, change.what);
  }
}

}  // namespace helium::diff
