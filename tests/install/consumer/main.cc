// What another program writes to bring its database up to date: consumer URL DESIGN_FOLDER
#include <helium/engine.h>

#include <iostream>

int main(int count, char** arguments) {
  if (count != 3) return 64;
  try {
    const helium::Target target =
        helium::read_target({.url = arguments[1], .designs = {arguments[2]}});
    helium::Engine engine(target);
    const helium::Report report = engine.move({.verb = helium::Goal::Verb::up});
    std::cout << report.moved.size() << " migrations applied\n";
    if (report.moved.empty() || !engine.status().up_to_date()) return 1;
    return report.exit_code();
  } catch (const helium::Error& error) {
    std::cerr << error.message() << "\n";
    return helium::exit_code(error.fault());
  }
}
