#include <algorithm>
#include <cstdio>
#include <limits>
#include <numeric>

#include "base/clock.h"
#include "base/text.h"
#include "design/design.h"
#include "design/draft.h"
#include "design/file_name.h"
#include "design/numbering.h"
#include "design/sql_name.h"
#include "files/files.h"
#include "helium/error.h"

namespace helium::design {
namespace {

constexpr std::size_t timestamp_digits = 14;

bool has_word_pair(std::string_view text, std::string_view name, std::string_view after) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    std::string_view rest = base::trimmed(text.substr(at + name.size()));
    if (!rest.empty() && rest.front() == '=' &&
        base::trimmed(rest.substr(1)).substr(0, after.size()) == after) {
      return true;
    }
  }
  return false;
}

// The template that looks like the newest file of the folder.
std::string template_of(const Design& design) {
  if (design.migrations.empty()) {
    return "scripts/templates/functions.lua";
  }
  const std::string& text = design.migrations.back().text;
  if (text.find("return function") != std::string::npos) {
    return "scripts/templates/folder.lua";
  }
  return has_word_pair(text, "forward", "{") ? "scripts/templates/lists.lua"
                                             : "scripts/templates/functions.lua";
}

// A statement of several lines keeps the indentation of the line where it goes in.
std::string filled(const std::string& text, const std::string& slot, const std::string& statement) {
  const std::size_t at = text.find(slot);
  if (at == std::string::npos) {
    return text;
  }
  const std::size_t line = text.rfind('\n', at) + 1;
  const std::size_t indent = text.find_first_not_of(' ', line) - line;
  return base::replaced(text, slot,
                        base::replaced(statement, "\n", "\n" + std::string(indent, ' ')));
}

std::string now_digits() {
  std::string digits;
  for (const char c : base::now_utc()) {
    if (c >= '0' && c <= '9') {
      digits += c;
    }
  }
  return digits.substr(0, timestamp_digits);
}

// The newest file with a number of its own: those that run again have none.
const Migration* newest_of(const Design& design) {
  const auto found = std::find_if(design.migrations.rbegin(), design.migrations.rend(),
                                  [](const Migration& one) { return !one.repeatable; });
  return found == design.migrations.rend() ? nullptr : &*found;
}

std::size_t width_of(const Design& design) {
  const Migration* newest = newest_of(design);
  if (newest == nullptr) {
    return 0;
  }
  const std::string name = files::file_name(newest->path);
  if (const auto parts = sql_name_of(name)) {
    return parts->digits.size();
  }
  const auto parts = file_name_of(name);
  return parts ? parts->digits.size() : 0;
}

}  // namespace

std::string written(const Design& design, std::int64_t number) {
  const std::string digits = std::to_string(number);
  const std::size_t width = width_of(design);
  return design.name + "_" +
         (digits.size() < width ? std::string(width - digits.size(), '0') : "") + digits;
}

std::int64_t step_of(const Design& design) {
  constexpr std::size_t looked_at = 20;
  const auto& all = design.migrations;
  std::int64_t step = 0;
  for (std::size_t i = all.size() > looked_at ? all.size() - looked_at : 1; i < all.size(); ++i) {
    step = all[i].repeatable ? step : std::gcd(step, all[i].number - all[i - 1].number);
  }
  return std::max<std::int64_t>(step, 1);
}

std::int64_t next_after(const Design& design, std::int64_t number) {
  if (width_of(design) == timestamp_digits) {
    return std::max<std::int64_t>(std::stoll(now_digits()), number + 1);
  }
  const std::int64_t step = step_of(design);
  if (number > std::numeric_limits<std::int64_t>::max() - step) {
    throw Error(Fault::design, "there is no number left above " + std::to_string(number));
  }
  return number + step;
}

std::string create(const Design& design, const std::string& title, std::int64_t number) {
  const auto& all = design.migrations;
  if (number == 0) {
    number = all.empty() ? first_number : next_after(design, all.back().number);
  }
  const std::string name = written(design, number);
  std::string path = files::join(design.folder, name + ".lua");
  const bool taken = std::any_of(all.begin(), all.end(),
                                 [&](const auto& known) { return known.number == number; });
  if (taken || files::exists(path)) {
    throw Error(Fault::write, path + " exists already").hinting("take another number");
  }
  std::string text = files::embedded(template_of(design));
  text = base::replaced(text, "@name@", name);
  text = base::replaced(text, "@number@", std::to_string(number));
  text = base::replaced(text, "@date@", base::now_utc().substr(0, 10));
  const Draft draft = draft_of(title);
  text = base::replaced(text, "@table@", draft.table);
  text = filled(text, "@forward@", draft.forward);
  text = filled(text, "@reverse@", draft.reverse);
  text = base::replaced(text, "@forward_text@", draft.forward_text);
  text = base::replaced(text, "@reverse_text@", draft.reverse_text);
  text = base::replaced(text, "@title@", draft.title);
  if (!all.empty() && all.back().text.find("\r\n") != std::string::npos) {
    text = base::replaced(text, "\n", "\r\n");
  }
  files::write(path, text);
  return path;
}

}  // namespace helium::design
