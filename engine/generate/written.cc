#include <algorithm>

#include "base/text.h"
#include "design/numbering.h"
#include "design/sql_name.h"
#include "files/files.h"
#include "generate/generate.h"
#include "generate/pages.h"
#include "helium/error.h"

namespace helium::generate {
namespace {

// The numbered migrations: those that run again and again stand above all numbers.
std::vector<const Migration*> numbered(const Design& design) {
  std::vector<const Migration*> all;
  for (const Migration& migration : design.migrations) {
    if (!migration.repeatable) {
      all.push_back(&migration);
    }
  }
  return all;
}

std::string stem_of(const std::string& path) {
  const std::string name = files::file_name(path);
  if (const auto parts = design::sql_name_of(name)) {
    return name.substr(0, name.size() - parts->ending.size());
  }
  return name.substr(0, name.rfind('.'));
}

std::string digits_of(const std::string& path) {
  const std::string name = files::file_name(path);
  if (const auto parts = design::sql_name_of(name)) {
    return parts->digits;
  }
  const std::string stem = stem_of(path);
  return stem.substr(stem.rfind('_') + 1);
}

// The words of a title as a part of a file's name, with the sign that the folder puts between.
std::string slug(const std::string& title, char between) {
  std::string result;
  for (const char c : base::lower(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      result += c;
    } else if (!result.empty() && result.back() != between) {
      result += between;
    }
  }
  while (!result.empty() && result.back() == between) {
    result.pop_back();
  }
  if (result.empty()) {
    throw Error(Fault::usage,
                "a title names the file too, so it needs a letter of a to z or a digit")
        .hinting("helium new \"add email to customers\"");
  }
  return result;
}

std::string padded(std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return (digits.size() < width ? std::string(width - digits.size(), '0') : "") + digits;
}

class Writing {
 public:
  Writing(const Design& design, const Script& script, const Page& page, const Dialect& dialect)
      : design_(design),
        script_(script),
        page_(page),
        dialect_(dialect),
        all_(numbered(design)),
        spelling_(spelling_of(design, dialect)) {
    number_ = all_.empty() ? design::first_number : design::next_after(design, all_.back()->number);
  }

  std::vector<File> run() { return design_.format == Format::sql ? sql_files() : lua_files(); }

 private:
  [[nodiscard]] Naming naming(const Migration& migration, const std::string& path) const {
    return {stem_of(path), digits_of(path), migration.title, ""};
  }

  // The header in the manner of the newest file and the one before; `text` and `path` choose the
  // file of the way.
  [[nodiscard]] std::vector<std::string> header_like(const std::string Migration::*text,
                                                     const std::string Migration::*path,
                                                     const Naming& now) const {
    std::vector<std::string> lines;
    if (all_.empty()) {
      lines = {"-- " + now.stem + ".lua", "-- " + now.title, "--", "-- CHANGELOG",
               "-- 1.0.0 - " + now.date + " - Initial creation"};
    } else {
      const Migration& newest = *all_.back();
      const Migration& before = all_.size() > 1 ? *all_[all_.size() - 2] : newest;
      Naming titled = now;
      titled.title = title_like(now.title, newest.title);
      lines = header(comment_of(newest.*text), naming(newest, newest.*path),
                     comment_of(before.*text), naming(before, before.*path), titled);
    }
    for (const std::string& note : page_.notes) {
      lines.push_back("-- " + note);
    }
    return lines;
  }

  std::vector<File> lua_files() {
    const std::string stem = design::written(design_, number_);
    const Naming now{stem, stem.substr(stem.rfind('_') + 1), page_.title, page_.date};
    const Sheet one{script_,
                    page_,
                    dialect_,
                    spelling_,
                    header_like(&Migration::text, &Migration::path, now),
                    std::to_string(number_)};
    const std::string newest = all_.empty() ? "" : all_.back()->text;
    return {{files::join(design_.folder, stem + ".lua"), ended(lua_page(one, newest), newest)}};
  }

  std::vector<File> sql_files() {
    if (all_.empty()) {
      throw Error(Fault::design, design_.folder + " holds no numbered migration to learn from");
    }
    const Migration& newest = *all_.back();
    design::SqlName name = *design::sql_name_of(files::file_name(newest.path));
    name.digits = padded(number_, name.digits.size());
    if (!name.title.empty()) {
      const bool dashes = name.title.find('-') != std::string::npos;
      name.title = slug(page_.title, dashes ? '-' : '_');
    }
    const bool apart = !newest.reverse_path.empty() || name.part == design::SqlName::Part::forward;
    std::vector<File> files = {page_of(name, &Migration::text, &Migration::path, apart)};
    if (apart) {
      // Where the newest has no way back yet, its file is named as the tool wants it.
      name.before = name.before == "V" ? "U" : name.before;
      name.ending = name.ending == ".up.sql" ? ".down.sql" : name.ending;
      files.push_back(page_of(name, &Migration::reverse_text, &Migration::reverse_path, apart));
    }
    return files;
  }

  [[nodiscard]] File page_of(const design::SqlName& name, const std::string Migration::*text,
                             const std::string Migration::*path, bool apart) const {
    const std::string file = design::written(name);
    const Naming now{stem_of(file), name.digits, base::replaced(page_.title, "_", " "), page_.date};
    const Sheet one{
        script_, page_, dialect_, spelling_, header_like(text, path, now), std::to_string(number_)};
    const std::string& newest = all_.back()->*text;
    const bool forward = text == &Migration::text;
    const std::string page = apart
                                 ? sql_way(one, forward ? script_.forward : script_.reverse, newest)
                                 : sql_page(one, newest);
    return {files::join(design_.folder, file), ended(page, newest)};
  }

  // Line ends as the folder has them.
  static std::string ended(std::string page, const std::string& newest) {
    return newest.find("\r\n") == std::string::npos ? page
                                                    : base::replaced(std::move(page), "\n", "\r\n");
  }

  const Design& design_;
  const Script& script_;
  const Page& page_;
  const Dialect& dialect_;
  std::vector<const Migration*> all_;
  Spelling spelling_;
  std::int64_t number_ = 0;
};

}  // namespace

std::vector<File> written(const Design& design, const Script& script, const Page& page,
                          const Dialect& dialect) {
  return Writing(design, script, page, dialect).run();
}

}  // namespace helium::generate
