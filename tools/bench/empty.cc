// The least that a program with SOCI can do: connect and end. `status` and `version` are measured
// beside it. empty sqlite3 "dbname=FILE", empty postgresql "host=..."
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <iostream>
#include <string>

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "empty sqlite3|postgresql CONNECTION\n";
    return 2;
  }
  const bool sqlite = std::string(words[1]) == "sqlite3";
  try {
    const soci::backend_factory& kind =
        sqlite ? static_cast<const soci::backend_factory&>(soci::sqlite3) : soci::postgresql;
    const soci::session session(kind, words[2]);
    return session.is_connected() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
