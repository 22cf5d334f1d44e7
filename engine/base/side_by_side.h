// The same work for many things at once, on as many threads as the machine has processors.
#pragma once

#include <cstddef>
#include <functional>

namespace helium::base {

/// Calls `work` with 0, 1, ... count - 1, in no order, from several threads where each gets at
/// least `worth_a_thread` of them. `work` must stand being called from different threads. Returns
/// when all are done. Throws what the call with the lowest number threw; calls that had not begun
/// then are left out.
void side_by_side(std::size_t count, std::size_t worth_a_thread,
                  const std::function<void(std::size_t)>& work);

}  // namespace helium::base
