#include "plan/order.h"

#include <map>
#include <queue>
#include <string>
#include <tuple>

#include "helium/error.h"

namespace helium::plan {
namespace {

// The least runs first. The number of a file R__name.sql is a hash, which orders nothing.
using Key = std::tuple<bool, std::string, std::int64_t, std::size_t>;

[[noreturn]] void refuse_circle(const std::vector<Node>& nodes, const std::vector<int>& waits_for) {
  std::string names;
  Span where;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (waits_for[i] > 0) {
      where.file = names.empty() ? nodes[i].file : where.file;
      names += (names.empty() ? "" : ", ") + name_of(nodes[i]);
    }
  }
  throw Error(Fault::design, "migrations require each other in a circle: " + names)
      .at(where)
      .hinting("take one of the requires away");
}

}  // namespace

std::string name_of(const Node& node) {
  return node.design + "_" + std::to_string(node.number);
}

std::vector<std::size_t> ordered(const std::vector<Node>& nodes) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    places.emplace(name_of(nodes[i]), i);
  }
  std::vector<int> waits_for(nodes.size(), 0);
  std::vector<std::vector<std::size_t>> needed_by(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const std::string& required : nodes[i].requires_) {
      const auto found = places.find(required);
      if (found != places.end()) {
        needed_by[found->second].push_back(i);
        ++waits_for[i];
      }
    }
  }
  std::priority_queue<Key, std::vector<Key>, std::greater<>> ready;
  const auto offer = [&](std::size_t i) {
    if (waits_for[i] == 0) {
      ready.emplace(nodes[i].repeatable, nodes[i].name, nodes[i].number, i);
    }
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    offer(i);
  }
  std::vector<std::size_t> order;
  while (!ready.empty()) {
    const std::size_t next = std::get<3>(ready.top());
    ready.pop();
    order.push_back(next);
    for (const std::size_t waiting : needed_by[next]) {
      --waits_for[waiting];
      offer(waiting);
    }
  }
  if (order.size() != nodes.size()) {
    refuse_circle(nodes, waits_for);
  }
  return order;
}

}  // namespace helium::plan
