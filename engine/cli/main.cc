#include "cli/cli.h"

int main(int argc, char** argv) {
  return helium::cli::run(argc, argv);
}
