#include "facade/inside.h"

namespace helium {

Engine::Engine(Target target, Observer* observer) : inside_(std::make_unique<Inside>()) {
  inside_->target = std::move(target);
  inside_->observer = observer;
}

Engine::~Engine() = default;

void Engine::cancel() noexcept {
  inside_->stop.stop();
}

void own_this_process() noexcept {
  session::have_sqlite_alone();
}

}  // namespace helium
