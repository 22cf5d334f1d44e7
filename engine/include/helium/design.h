// A folder of migrations with a name. Identity is design + number, never the path.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/finding.h"

namespace helium {

/// A migration file as it lies on disk: known without running any Lua.
struct Migration {
  std::string design;
  std::int64_t number = 0;
  std::string path;          ///< as reachable from the working directory
  std::string text;          ///< the bytes that were hashed, and that will be run
  std::string checksum;      ///< hex, over the text without BOM and with \n line ends
  std::string raw_checksum;  ///< hex, over the bytes as they are
  std::string title;         ///< header line 2
  std::string version;       ///< of the newest CHANGELOG line
  std::string updated;       ///< its date
  // SQL migrations whose way back is a file of its own; the checksum is over both.
  std::string reverse_path;
  std::string reverse_text;
  bool repeatable = false;  ///< its name says so (R__...)
  /// Its name says that the text is the way up alone (V12__..., R__..., 12_x.up.sql): what looks
  /// like a marker in it is a remark.
  bool forward_only = false;
};

/// The algorithm of Migration::checksum, stored beside every checksum.
inline constexpr const char* checksum_algorithm = "sha256";

/// How a design's files are written.
enum class Format {
  native,  ///< each returns a table with its sections
  sql,     ///< SQL with markers between the two ways, or a file for each way
  folder,  ///< the Helium folder format: each returns function(engine, design, schema, cfg)
};

/// Read once and complete: every file of the folder that looks like a migration.
struct Design {
  std::string name;    ///< the files' prefix
  std::string folder;  ///< where the migrations lie
  /// No file names the design, so it bears the name of a folder, which another checkout may not.
  bool named_by_folder = false;
  Format format = Format::native;
  bool own_engine = false;            ///< a folder that brings its own database.lua
  std::vector<Migration> migrations;  ///< ascending by number; of duplicates only the first by path
  Findings findings;                  ///< duplicate, bad_name, ... found while reading
};

}  // namespace helium
