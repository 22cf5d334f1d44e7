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

using Names = std::vector<std::pair<std::string, std::string>>;  // old and new

// The `requires` list names the moved files by their new numbers.
std::string requiring_new(std::string text, const Names& names) {
  for (const auto& [from, to] : names) {
    const std::size_t list = text.find("requires", header_end(text));
    if (list != std::string::npos) {
      const std::size_t end = text.find_first_of("}\n", list);
      rename_words(text, from, to, list, std::min(end, text.size()));
    }
  }
  return text;
}

// The header comment of a moved file does, too.
std::string rewritten(std::string text, const Names& names) {
  for (const auto& [from, to] : names) {
    rename_words(text, from, to, 0, header_end(text));
  }
  return requiring_new(std::move(text), names);
}

struct Edit {
  const Migration* migration = nullptr;
  std::string text;
};

// Files that stay and require one that moves.
std::vector<Edit> edits_of(const Design& design, const std::vector<Move>& moves,
                           const std::vector<std::int64_t>& requiring, const Names& names) {
  std::vector<Edit> edits;
  for (const Migration& migration : design.migrations) {
    const bool moves_too = std::any_of(
        moves.begin(), moves.end(), [&](const Move& move) { return move.migration == &migration; });
    if (moves_too ||
        std::find(requiring.begin(), requiring.end(), migration.number) == requiring.end()) {
      continue;
    }
    edits.push_back({&migration, requiring_new(migration.text, names)});
    if (edits.back().text == migration.text) {
      throw Error(Fault::design, migration.design + "_" + std::to_string(migration.number) +
                                     " requires a file that is to move, in words that cannot be "
                                     "followed")
          .at({.file = migration.path})
          .hinting("write requires = { \"" + names.front().first + "\" } there; nothing was moved");
    }
  }
  return edits;
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

std::vector<Renamed> renumber(const Design& design, const std::vector<std::int64_t>& numbers,
                              const std::vector<std::int64_t>& requiring) {
  if (design.format != Format::native && !numbers.empty()) {
    const bool sql = design.format == Format::sql;
    throw Error(Fault::unsupported, "the files of " + design.name +
                                        (sql ? " are SQL and named by hand"
                                             : " say their numbers themselves, cfg.MIGRATION"))
        .hinting(sql ? "give the files a number above all others"
                     : "give the file a number above all others, in its name and inside");
  }
  const std::vector<Move> moves = moves_of(design, numbers);
  Names names;
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    names.emplace_back(stem_of(*move->migration), written(design, move->to));
  }
  const std::vector<Edit> edits = edits_of(design, moves, requiring, names);
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
  for (const Edit& edit : edits) {
    files::write(edit.migration->path, edit.text);
    renamed.push_back({edit.migration->path, edit.migration->path});
  }
  if (!renamed.empty() && files::exists(files::join(design.folder, "helium.sum"))) {
    write_sum(open(design.folder));
  }
  return renamed;
}

}  // namespace helium::design
