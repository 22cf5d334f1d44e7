#include "helium/error.h"

#include <utility>

namespace helium {

int exit_code(Fault fault) noexcept {
  switch (fault) {
    case Fault::usage:
      return 64;
    case Fault::config:
      return 78;
    case Fault::missing:
      return 66;
    case Fault::design:
    case Fault::script:
    case Fault::macro:
    case Fault::unsupported:
      return 65;
    case Fault::connection:
      return 7;
    case Fault::busy:
      return 6;
    case Fault::refused:
    case Fault::database:
    case Fault::cancelled:
    case Fault::memory:
      return 4;
    case Fault::partial:
    case Fault::in_doubt:
      return 5;
    case Fault::write:
      return 73;
    case Fault::bug:
      return 70;
  }
  return 70;
}

const char* name_of(Fault fault) noexcept {
  switch (fault) {
    case Fault::usage:
      return "usage";
    case Fault::config:
      return "config";
    case Fault::missing:
      return "missing";
    case Fault::design:
      return "design";
    case Fault::script:
      return "script";
    case Fault::macro:
      return "macro";
    case Fault::connection:
      return "connection";
    case Fault::busy:
      return "busy";
    case Fault::refused:
      return "refused";
    case Fault::database:
      return "database";
    case Fault::partial:
      return "partial";
    case Fault::in_doubt:
      return "in doubt";
    case Fault::unsupported:
      return "unsupported";
    case Fault::cancelled:
      return "cancelled";
    case Fault::memory:
      return "memory";
    case Fault::write:
      return "write";
    case Fault::bug:
      return "bug";
  }
  return "bug";
}

struct Error::Data {
  Fault fault = Fault::bug;
  std::string message;
  Span where;
  std::string source_line;
  std::string hint;
  std::vector<std::string> trail;
  std::string sqlstate;
  std::int64_t native_code = 0;
  std::string statement;
  bool connection_lost = false;
};

Error::Error(Fault fault, std::string message) {
  auto data = std::make_shared<Data>();
  data->fault = fault;
  data->message = std::move(message);
  data_ = std::move(data);
}

Error::Error(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

Error Error::at(Span where) const {
  auto data = std::make_shared<Data>(*data_);
  data->where = std::move(where);
  return Error(std::move(data));
}

Error Error::showing(std::string source_line) const {
  auto data = std::make_shared<Data>(*data_);
  data->source_line = std::move(source_line);
  return Error(std::move(data));
}

Error Error::hinting(std::string hint) const {
  auto data = std::make_shared<Data>(*data_);
  data->hint = std::move(hint);
  return Error(std::move(data));
}

Error Error::noting(std::string note) const {
  auto data = std::make_shared<Data>(*data_);
  data->trail.push_back(std::move(note));
  return Error(std::move(data));
}

Error Error::saying(std::string sqlstate, std::int64_t native_code) const {
  auto data = std::make_shared<Data>(*data_);
  data->sqlstate = std::move(sqlstate);
  data->native_code = native_code;
  return Error(std::move(data));
}

Error Error::running(std::string statement) const {
  auto data = std::make_shared<Data>(*data_);
  data->statement = std::move(statement);
  return Error(std::move(data));
}

Error Error::losing_connection() const {
  auto data = std::make_shared<Data>(*data_);
  data->connection_lost = true;
  return Error(std::move(data));
}

Fault Error::fault() const noexcept {
  return data_->fault;
}
const std::string& Error::message() const noexcept {
  return data_->message;
}
const Span& Error::where() const noexcept {
  return data_->where;
}
const std::string& Error::source_line() const noexcept {
  return data_->source_line;
}
const std::string& Error::hint() const noexcept {
  return data_->hint;
}
const std::vector<std::string>& Error::trail() const noexcept {
  return data_->trail;
}
const std::string& Error::sqlstate() const noexcept {
  return data_->sqlstate;
}
std::int64_t Error::native_code() const noexcept {
  return data_->native_code;
}
const std::string& Error::statement() const noexcept {
  return data_->statement;
}
bool Error::connection_lost() const noexcept {
  return data_->connection_lost;
}
const char* Error::what() const noexcept {
  return data_->message.c_str();
}

}  // namespace helium
