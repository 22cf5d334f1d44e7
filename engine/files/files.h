// The disk: read whole files safely, write atomically, list folders, and the texts that were baked
// into the program (scripts/, macros/, dialects/) with an optional disk copy that wins.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace helium::files {

struct ReadLimits {
  std::uint64_t most_bytes = 1ULL << 31;
  bool follow_links = true;  ///< false: a symbolic link is refused
};

/// The bytes of a regular file. Throws Error: missing (no such file), design (a folder, FIFO or
/// device, or too large, or it changed while it was read: size or time before and after differ).
[[nodiscard]] std::string read(const std::string& path, const ReadLimits& limits = {});

/// A regular file that is too big to be held at once, read from its beginning to its end.
class Reader {
 public:
  /// Opens it. Throws Error as read().
  explicit Reader(const std::string& path);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  /// Appends up to `most` bytes to `to`; false at the end of the file. Throws Error(missing).
  bool more(std::string& to, std::size_t most);

 private:
  std::string path_;
  int number_;
};

/// Whether a written file must be on the disk before the call returns. Files that can be made again
/// at any time need not wait for it, which is many times faster.
enum class Durable { yes, no };

/// Writes beside the file and renames over it; an interrupted write leaves the old one. Throws
/// Error(write).
void write(const std::string& path, std::string_view bytes, Durable durable = Durable::yes);

/// Names (not paths) of a folder's entries, sorted bytewise. Throws Error(missing).
[[nodiscard]] std::vector<std::string> list(const std::string& folder);

/// What the system says of a folder's entry without opening it. Times are nanoseconds since 1970.
struct Entry {
  enum class Kind { file, folder, other };  ///< other: a link, a FIFO, a device
  std::string name;
  Kind kind = Kind::other;
  std::uint64_t size_bytes = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  ///< the system's own: nobody can set it back
};

/// A folder's entries, sorted bytewise by name. Throws Error(missing).
[[nodiscard]] std::vector<Entry> entries(const std::string& folder);

/// Whether something, or a folder, is there; links are followed.
[[nodiscard]] bool is_folder(const std::string& path) noexcept;
[[nodiscard]] bool exists(const std::string& path) noexcept;

/// folder/name; just the name for an empty folder or ".".
[[nodiscard]] std::string join(std::string_view folder, std::string_view name);
/// The path after its last slash, and before it ("." when there is none).
[[nodiscard]] std::string file_name(std::string_view path);
[[nodiscard]] std::string folder_of(std::string_view path);

/// A text baked into the program, by its path in the repository ("dialects/sqlite/macros.lua").
/// With `home` set, home/path is used when it exists. Throws Error(bug) when it is nowhere.
[[nodiscard]] std::string embedded(std::string_view path, const std::string& home = {});

/// Where `embedded` finds it, for messages: the copy under `home`, or `path` as it is.
[[nodiscard]] std::string place_of(std::string_view path, const std::string& home);

/// The paths of all baked texts that begin with `prefix`, sorted.
[[nodiscard]] std::vector<std::string> embedded_under(std::string_view prefix);

}  // namespace helium::files
