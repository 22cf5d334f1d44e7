#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "design/design.h"
#include "design/file_name.h"
#include "design/numbering.h"
#include "files/files.h"
#include "helium/error.h"

namespace helium::design {
namespace {

struct Move {
  const Migration* migration = nullptr;
  std::int64_t to = 0;
};

bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string stem_of(const Migration& migration) {
  const std::string name = files::file_name(migration.path);
  return name.substr(0, name.size() - 4);
}

// `from` as a whole word in a stretch of the text.
void rename_words(std::string& text, const std::string& from, const std::string& to,
                  std::size_t begin, std::size_t end) {
  for (std::size_t at = text.find(from, begin); at < end; at = text.find(from, at + 1)) {
    const bool before = at > 0 && is_word(text[at - 1]);
    const bool after = at + from.size() < text.size() && is_word(text[at + from.size()]);
    if (!before && !after) {
      text.replace(at, from.size(), to);
      end += to.size() - from.size();
    }
  }
}

std::size_t header_end(const std::string& text) {
  std::size_t at = 0;
  while (text.compare(at, 2, "--") == 0) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) {
      return text.size();
    }
    at = end + 1;
  }
  return at;
}

// The header comment and the `requires` list name the moved files by their new numbers.
std::string rewritten(std::string text,
                      const std::vector<std::pair<std::string, std::string>>& names) {
  for (const auto& [from, to] : names) {
    rename_words(text, from, to, 0, header_end(text));
    const std::size_t list = text.find("requires", header_end(text));
    if (list != std::string::npos) {
      const std::size_t end = text.find_first_of("}\n", list);
      rename_words(text, from, to, list, std::min(end, text.size()));
    }
  }
  return text;
}

std::vector<Move> moves_of(const Design& design, const std::vector<std::int64_t>& numbers) {
  const std::set<std::int64_t> wanted(numbers.begin(), numbers.end());
  std::vector<Move> moves;
  std::int64_t highest = -1;
  for (const auto& migration : design.migrations) {
    if (wanted.count(migration.number) != 0) {
      moves.push_back({&migration, 0});
    } else {
      highest = std::max(highest, migration.number);
    }
  }
  if (moves.size() != wanted.size()) {
    throw Error(Fault::usage, "not every number is a migration of " + design.name)
        .hinting("helium status lists them");
  }
  for (auto& move : moves) {
    move.to =
        move.migration->number > highest ? move.migration->number : next_after(design, highest);
    highest = move.to;
  }
  moves.erase(std::remove_if(moves.begin(), moves.end(),
                             [](const Move& move) { return move.to == move.migration->number; }),
              moves.end());
  return moves;
}

}  // namespace

std::vector<Renamed> renumber(const Design& design, const std::vector<std::int64_t>& numbers) {
  if (design.format == Format::sql) {
    throw Error(Fault::unsupported, "the files of " + design.name + " are SQL and named by hand")
        .hinting("give the files a number above all others");
  }
  const std::vector<Move> moves = moves_of(design, numbers);
  std::vector<std::pair<std::string, std::string>> names;
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    names.emplace_back(stem_of(*move->migration), written(design, move->to));
  }
  std::vector<Renamed> renamed;
  // From the highest down, so that no new name is still in use; the new file stands before the old
  // one goes.
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    const std::string& from = move->migration->path;
    const std::string to = files::join(design.folder, written(design, move->to) + ".lua");
    files::write(to, rewritten(move->migration->text, names));
    std::error_code error;
    std::filesystem::remove(from, error);
    if (error) {
      throw Error(Fault::write, "cannot remove " + from + ": " + error.message());
    }
    renamed.insert(renamed.begin(), {from, to});
  }
  if (!renamed.empty() && files::exists(files::join(design.folder, "helium.sum"))) {
    write_sum(open(design.folder));
  }
  return renamed;
}

}  // namespace helium::design
