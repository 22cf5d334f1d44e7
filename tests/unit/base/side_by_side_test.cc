#include "base/side_by_side.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using helium::base::side_by_side;

TEST_CASE("everything is done once, however many there are") {
  for (const std::size_t count : {0U, 1U, 7U, 1000U}) {
    std::vector<std::atomic<int>> times(count);
    side_by_side(count, 1, [&](std::size_t i) { ++times[i]; });
    for (const auto& each : times) {
      CHECK(each == 1);
    }
  }
}

TEST_CASE("of several failures the first in order is thrown, and all before it are done") {
  std::atomic<int> before = 0;
  const auto work = [&](std::size_t i) {
    if (i >= 40) {
      throw std::runtime_error(std::to_string(i));
    }
    ++before;
  };
  CHECK_THROWS_WITH(side_by_side(1000, 1, work), "40");
  CHECK(before == 40);
}
