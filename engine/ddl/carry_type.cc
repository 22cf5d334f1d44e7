// A column of another type: where values may change with it, they wait as they were.
#include <map>

#include "ddl/carrying.h"

namespace helium::ddl {
namespace {

// decimal(8,2): a word and its numbers.
struct Type {
  std::string word;
  std::vector<std::uint64_t> numbers;
};

Type type_of(const std::string& text) {
  Type type;
  const auto open = std::min(text.find('('), text.size());
  const auto close = std::min(text.find(')', open), text.size());
  type.word = base::lower(base::trimmed(std::string_view(text).substr(0, open)));
  type.word += base::lower(std::string_view(text).substr(std::min(close + 1, text.size())));
  for (std::size_t at = open; at < close; ++at) {
    const char sign = text[at];
    if (sign == '(' || sign == ',') {
      type.numbers.push_back(0);
    } else if (sign >= '0' && sign <= '9' && type.numbers.back() < 1'000'000'000) {
      type.numbers.back() = type.numbers.back() * 10 + static_cast<std::uint64_t>(sign - '0');
    }
  }
  return type;
}

// Whole numbers by their digits: one that has more holds all of one that has fewer.
std::uint64_t digits_of(const Type& type) {
  static const std::map<std::string, std::uint64_t> digits = {{"tinyint", 3},   {"smallint", 5},
                                                              {"mediumint", 7}, {"int", 10},
                                                              {"integer", 10},  {"bigint", 19}};
  const auto found = digits.find(type.word);
  return found == digits.end() ? 0 : found->second;
}

// Texts by the bytes that they hold at most.
std::uint64_t room_of(const Type& type, const Dialect& dialect) {
  constexpr std::uint64_t endless = 1ULL << 31U;
  const bool letters = type.word == "varchar" || type.word == "character varying";
  if (letters) {
    return type.numbers.empty() ? endless : 4 * type.numbers.front();
  }
  const bool mysql = dialect.name == "mysql" || dialect.name == "mariadb";
  const std::map<std::string, std::uint64_t> rooms = {{"tinytext", 255},
                                                      {"text", mysql ? 65'535 : endless},
                                                      {"mediumtext", 16'777'215},
                                                      {"longtext", endless},
                                                      {"clob", endless}};
  const auto found = rooms.find(type.word);
  return found == rooms.end() ? 0 : found->second;
}

bool is_decimal(const Type& type) {
  return (type.word == "decimal" || type.word == "numeric") && type.numbers.size() == 2 &&
         type.numbers[0] >= type.numbers[1];
}

// Whether each value of one type is the same value of the other.
bool holds_all(const std::string& before, const std::string& after, const Dialect& dialect) {
  const Type from = type_of(before);
  const Type to = type_of(after);
  if (const std::uint64_t digits = digits_of(from); digits != 0) {
    return is_decimal(to) ? to.numbers[0] - to.numbers[1] >= digits : digits_of(to) >= digits;
  }
  if (const std::uint64_t room = room_of(from, dialect); room != 0) {
    return room_of(to, dialect) >= room;
  }
  return is_decimal(from) && is_decimal(to) && to.numbers[1] >= from.numbers[1] &&
         to.numbers[0] - to.numbers[1] >= from.numbers[0] - from.numbers[1];
}

// A whole number that counts goes on counting; other types, and what gets another default, are to
// be what they are to the server: serial is no type that a column could get back.
void settle_serial(Column& before, AlterColumn& what, const std::string& table) {
  if (!is_serial(before)) {
    return;
  }
  const bool keeps = !what.default_value && !what.null.value_or(false);
  if (what.type && keeps && !serial_of(*what.type).empty()) {
    what.type = serial_of(*what.type);
  } else if (!keeps || (what.type && counted_type(*what.type) == *what.type)) {
    before.type = counted_type(before.type);
    before.default_value = next_of(usual_counter(table, before.name));
  }
}

}  // namespace

// The values before it and those that it made of them are kept: on the way back a row that still
// has what it was given gets its old value, and one that was written since keeps its own.
void Carrying::operator()(const AlterColumn& said) {
  AlterColumn what = said;
  const Table held = table(what.table);
  Column before = column(held, what.column);
  settle_serial(before, what, held.name);
  Column after = before;
  after.type = what.type.value_or(before.type);
  after.null = what.null.value_or(before.null);
  after.comment = what.comment.value_or(before.comment);
  after.conversion = what.expression;
  if (what.default_value) {
    const bool none = base::same_word(*what.default_value, "null");
    after.default_value = none ? std::nullopt : what.default_value;
  }
  if (is_serial(after)) {
    after.default_value.reset();
    after.null = false;
  }
  refuse_own_of_parts(held, before, &after);
  const Changes changes = {{Alter<Column>{what.table, before, after}, {}}};
  const std::string from = counted_type(before.type);
  const std::string to = counted_type(after.type);
  const bool same = to == from && after.conversion.empty();
  if (same || before.generated != Column::Generated::no ||
      (after.conversion.empty() && holds_all(from, to, place_.dialect))) {
    around_views(what.table, changes);
    return;
  }
  const auto stash = stash_for(held, {before.name});
  if (!stash) {
    around_views(what.table, changes);
    return;
  }
  StashOf made = *stash;
  made.name = free_stash();
  put_aside(*stash, {before.name}, "");
  Steps values = stash_.room(*stash);
  values.push_back(stash_.restore(*stash, {before.name}, StashWriter::Extent::whole));
  values = stash_.seeing_all({held.name}, values);
  back(taking_values(held, {before.name}, without_triggers(held.name, "UPDATE", values)));
  around_views(what.table, changes);
  put_aside(made, {before.name}, "");
  back(stash_.seeing_all(
      {held.name},
      {stash_.forget_changed(*stash, made, before.name,
                             "{rows} rows of " + base::printable(held.name) +
                                 " were changed since " + base::printable(before.name) +
                                 " got another type: theirs is what stays")}));
}

}  // namespace helium::ddl
