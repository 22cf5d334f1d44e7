#include "cli/opened.h"

#include "base/clock.h"

namespace helium::cli {

Target target_of(const Options& options, Need need) {
  Target target = read_target(options.request);
  if (!options.lock_timeout.empty()) {
    target.runner_timeout = base::read_duration(options.lock_timeout);
  }
  const bool needs_url = need == Need::database || need == Need::both;
  if (needs_url && target.url.scheme.empty()) {
    throw Error(Fault::config, "no database is named")
        .hinting(
            "--url URL, DATABASE_URL, or url = \"...\" in helium.toml (helium init makes one)");
  }
  const bool needs_designs = need == Need::designs || need == Need::both;
  if (needs_designs && target.designs.empty()) {
    throw Error(Fault::config, "no design is named")
        .hinting("--design FOLDER, or designs = [\"migrations/shop\"] in helium.toml");
  }
  return target;
}

ScratchRequest scratch_of(const Options& options) {
  return {options.scratch, options.cache};
}

Opened::Opened(const Options& options, Need need)
    : engine_(target_of(options, need), &progress_), cancelling_(engine_) {
  if (!options.wait.empty()) {
    engine_.wait_for_server(base::read_duration(options.wait));
  }
}

}  // namespace helium::cli
