// checkpoint: many migrations as one file for empty databases.
#include "cli/commands.h"
#include "cli/opened.h"

namespace helium::cli {

int checkpoint(const Options& options) {
  Opened opened(options, Need::designs);
  CheckpointRequest request;
  request.number = options.to;
  request.dialects = options.dialects;
  if (request.dialects.empty()) {
    request.others = configured_dialects(options.request);
  }
  request.scratch = scratch_of(options);
  const Checkpointed written = opened.engine().checkpoint(request);
  for (const std::string& note : written.notes) {
    say("warning: " + note + "\n");
  }
  std::vector<show::Row> rows;
  for (const std::string& proof : written.proofs) {
    rows.push_back(
        {written.path, std::to_string(written.number), std::to_string(written.folds), proof});
    if (!options.json()) {
      say(proof + "\n");
    }
  }
  print(options.json() ? show::json("checkpoint", {"file", "number", "folds", "proof"}, rows)
                       : written.path + "\n");
  return 0;
}

}  // namespace helium::cli
