// Our own questions on MySQL, with values bound as literals.
#include <sys/ioctl.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>

#include "session/local.h"
#include "session/mysql_session.h"
#include "session/mysql_words.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

// The names of the columns; the connection knows what went wrong.
std::vector<std::string> one_result(MYSQL* connection, const TakeCells& take) {
  std::vector<std::string> names;
  const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> result(
      mysql_use_result(connection), mysql_free_result);
  const unsigned columns = result ? mysql_num_fields(result.get()) : 0;
  for (unsigned i = 0; i < columns; ++i) {
    names.emplace_back(mysql_fetch_fields(result.get())[i].name);
  }
  while (MYSQL_ROW row = result ? mysql_fetch_row(result.get()) : nullptr) {
    const unsigned long* lengths = mysql_fetch_lengths(result.get());
    Cells cells;
    for (unsigned i = 0; i < columns; ++i) {
      cells.push_back(row[i] == nullptr ? std::nullopt
                                        : std::optional(std::string(row[i], lengths[i])));
    }
    take(std::move(cells));
  }
  return names;
}

// A server sends the answer of each statement by itself, and to wake who waits for it costs more
// than a small answer: a thousand take a third less where they are let come in for a moment.
// Between answers, when there are many and none is here.
class Gulps {
 public:
  explicit Gulps(MYSQL* connection) : socket_(mysql_get_socket(connection)) {}

  void took(const Cells& cells) {
    for (const auto& cell : cells) {
      taken_ += cell ? cell->size() : 0;
    }
  }
  void wait() {
    if (taken_ < enough) {
      return;
    }
    taken_ = 0;
    int here = 0;
    if (::ioctl(static_cast<int>(socket_), FIONREAD, &here) == 0 && here == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

 private:
  static constexpr std::size_t enough = 5000;
  my_socket socket_;
  std::size_t taken_ = 0;
};

}  // namespace

Rows MysqlSession::ask(const Question& question) {
  Rows rows = answer(question);
  if (const std::string missing = left_out(); !missing.empty()) {
    rows = asked_apart(with_values(question), missing, target_.lock_timeout);
  }
  return rows;
}

Rows MysqlSession::answer(const Question& question) {
  Rows rows;
  rows.columns = answered(question, [&](Cells&& cells) { rows.rows.push_back(std::move(cells)); });
  return rows;
}

std::string MysqlSession::left_out() {
  if (server_.product != "MariaDB" || mysql_warning_count(connection_) == 0) {
    return {};
  }
  std::string words;
  for (const Cells& row : answer({"SHOW WARNINGS", {}}).rows) {
    if (is_left_out(row.at(1).value_or(""))) {
      words = server_text(row.at(2).value_or(""));
    }
  }
  return words;
}

// GET_LOCK, by which a runner keeps others out, is a lock like any other.
Rows MysqlSession::asked_apart(const std::string& text, const std::string& missing,
                               std::chrono::milliseconds patience) const {
  Target target = target_;
  target.lock_timeout = patience;
  MysqlSession other(target, Options{.read_only = options_.read_only});
  Rows rows = other.answer({text, {}});
  if (!other.left_out().empty()) {
    throw error_of(ServerError{Trouble::left_out, "", 0, missing, {}}, text);
  }
  return rows;
}

void MysqlSession::each(const std::string& text, const TakeCells& take) {
  (void)answered({text, {}}, take);
}

std::unique_ptr<Session> MysqlSession::another() const {
  if (!is_local(static_cast<int>(mysql_get_socket(connection_)))) {
    return nullptr;
  }
  try {
    return std::make_unique<MysqlSession>(target_, Options{.read_only = options_.read_only});
  } catch (const Error&) {
    return nullptr;  // the server has no room for one more
  }
}

// Not through SOCI: its parser knows no backticks, and a schema may be named `o'clock` or `:v1`.
// The names of the columns. Several statements are answered one by one, the rows of all given as
// one; a result that is let go reads the rows that are left, and those of what follows.
std::vector<std::string> MysqlSession::answered(const Question& question, const TakeCells& take) {
  const std::string text = with_values(question);
  if (mysql_real_query(connection_, text.data(), text.size()) != 0) {
    throw error_of(last_error(), question.text);
  }
  Gulps gulps(connection_);
  const TakeCells take_one = [&](Cells&& cells) {
    gulps.took(cells);
    take(std::move(cells));
  };
  try {
    auto names = one_result(connection_, take_one);
    while (mysql_errno(connection_) == 0 && mysql_more_results(connection_)) {
      gulps.wait();
      if (mysql_next_result(connection_) == 0) {
        names = one_result(connection_, take_one);
      }
    }
    if (mysql_errno(connection_) != 0) {
      throw error_of(last_error(), question.text);
    }
    return names;
  } catch (...) {
    drain();
    throw;
  }
}

// The question with its values as literals, where :v1 does not stand inside a name or a literal.
std::string MysqlSession::with_values(const Question& question) const {
  std::string text;
  char quote = '\0';
  for (std::size_t at = 0; at < question.text.size(); ++at) {
    const char c = question.text[at];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (c == '`' || c == '\'') {
      quote = c;
    }
    if (quote != '\0' || question.text.compare(at, 2, ":v") != 0) {
      text += c;
      continue;
    }
    std::size_t end = at + 2;
    std::size_t number = 0;
    while (end < question.text.size() && question.text[end] >= '0' && question.text[end] <= '9') {
      number = number * 10 + static_cast<std::size_t>(question.text[end] - '0');
      ++end;
    }
    text += "'" + escaped(question.values.at(number - 1)) + "'";
    at = end - 1;
  }
  return text;
}

std::string MysqlSession::escaped(const std::string& value) const {
  std::string safe(value.size() * 2 + 1, '\0');
  safe.resize(mysql_real_escape_string(connection_, safe.data(), value.data(), value.size()));
  return safe;
}

}  // namespace helium::session
