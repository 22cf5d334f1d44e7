#include "session/sqlite_functions.h"

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "base/text.h"
#include "helium/error.h"
#include "seal/base64.h"
#include "seal/brotli.h"
#include "seal/sha256.h"
#include "session/time_zone.h"

namespace helium::session {
namespace {

using sqlite_api::sqlite3_context;
using sqlite_api::sqlite3_destructor_type;  // SQLITE_TRANSIENT names it bare
using sqlite_api::sqlite3_value;

std::string_view bytes_of(sqlite3_value* value) {
  const void* bytes = sqlite_api::sqlite3_value_blob(value);
  const int length = sqlite_api::sqlite3_value_bytes(value);
  return bytes == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool any_null(int count, sqlite3_value** values) {
  for (int i = 0; i < count; ++i) {
    if (sqlite_api::sqlite3_value_type(values[i]) == SQLITE_NULL) {
      return true;
    }
  }
  return false;
}

void give_blob(sqlite3_context* context, std::string_view bytes) {
  sqlite_api::sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

void give_text(sqlite3_context* context, std::string_view text) {
  sqlite_api::sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT,
                                    SQLITE_UTF8);
}

// A text stays a text: stored as a blob it would not be equal to itself written as a literal.
void give(sqlite3_context* context, std::string_view bytes) {
  const bool text =
      bytes.find('\0') == std::string_view::npos && !base::invalid_utf8(bytes).has_value();
  text ? give_text(context, bytes) : give_blob(context, bytes);
}

void refuse(sqlite3_context* context, const char* message) {
  sqlite_api::sqlite3_result_error(context, message, -1);
}

bool wants_base64(sqlite3_context* context, sqlite3_value* format) {
  const bool known = base::same_word(bytes_of(format), "base64");
  if (!known) {
    refuse(context, "the encoding must be 'base64'");
  }
  return known;
}

void crypto_decode(sqlite3_context* context, int, sqlite3_value** values) {
  if (!wants_base64(context, values[1])) {
    return;
  }
  const auto bytes = seal::from_base64(bytes_of(values[0]));
  bytes ? give(context, *bytes) : refuse(context, "CRYPTO_DECODE: this is no base64");
}

void crypto_encode(sqlite3_context* context, int, sqlite3_value** values) {
  if (wants_base64(context, values[1])) {
    give_text(context, seal::base64(bytes_of(values[0])));
  }
}

void crypto_sha256(sqlite3_context* context, int, sqlite3_value** values) {
  give_blob(context, seal::sha256_bytes(bytes_of(values[0])));
}

void brotli_decompress(sqlite3_context* context, int, sqlite3_value** values) {
  const auto bytes = seal::from_brotli(bytes_of(values[0]));
  bytes ? give(context, *bytes) : refuse(context, "BROTLI_DECOMPRESS: this is no Brotli stream");
}

void convert_tz(sqlite3_context* context, int, sqlite3_value** values) {
  give_text(context, in_other_zone(bytes_of(values[0]), bytes_of(values[1]), bytes_of(values[2])));
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

// No argument may be NULL, and no exception crosses SQLite.
template <Function function>
void guarded(sqlite3_context* context, int count, sqlite3_value** values) {
  if (any_null(count, values)) {
    sqlite_api::sqlite3_result_null(context);
    return;
  }
  try {
    function(context, count, values);
  } catch (const std::exception& error) {
    refuse(context, error.what());
  }
}

struct Named {
  const char* name;
  int arguments;
  Function function;
};

constexpr Named functions[] = {{"CRYPTO_DECODE", 2, guarded<crypto_decode>},
                               {"CRYPTO_ENCODE", 2, guarded<crypto_encode>},
                               {"CRYPTO_SHA256", 1, guarded<crypto_sha256>},
                               {"BROTLI_DECOMPRESS", 1, guarded<brotli_decompress>},
                               {"CONVERT_TZ", 3, guarded<convert_tz>}};

}  // namespace

void add_functions(sqlite_api::sqlite3* connection) {
  constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const Named& one : functions) {
    const int code =
        sqlite_api::sqlite3_create_function_v2(connection, one.name, one.arguments, traits, nullptr,
                                               one.function, nullptr, nullptr, nullptr);
    if (code == SQLITE_NOMEM) {
      throw std::bad_alloc();
    }
    if (code != SQLITE_OK) {
      throw Error(Fault::bug, std::string("SQLite refused the function ") + one.name);
    }
  }
}

}  // namespace helium::session
