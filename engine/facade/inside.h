// The inside of Engine: what its verbs share.
#pragma once

#include <memory>

#include "facade/work.h"
#include "helium/engine.h"

namespace helium {

struct Engine::Inside {
  Target target;
  Observer silent;
  Observer* observer = nullptr;
  facade::Stop stop;

  /// A fresh Work for one command.
  [[nodiscard]] std::unique_ptr<facade::Work> begin() {
    return std::make_unique<facade::Work>(target, observer != nullptr ? *observer : silent, stop);
  }
};

}  // namespace helium
