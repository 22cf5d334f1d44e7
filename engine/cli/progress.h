// What a run says while it goes on: one line that is painted over, on a terminal only; waiting,
// notices and warnings always.
#pragma once

#include <chrono>
#include <string>

#include "helium/observer.h"

namespace helium::cli {

class Progress : public Observer {
 public:
  Progress();
  void step_started(const Step& step, std::size_t index, std::size_t count) override;
  void statement_started(const Step& step, std::uint32_t number) override;
  void step_done(const Moved& moved) override;
  void waiting(const std::string& holder, std::chrono::milliseconds so_far) override;
  void noticed(const Notice& notice) override;
  void warned(const std::string& text) override;

 private:
  void paint(const std::string& text);
  void wipe();
  void tell(const std::string& text);

  bool terminal_;
  bool painted_ = false;
  std::string place_;
  std::string holder_;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace helium::cli
