#include "grammar/tree.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "helium/error.h"

namespace helium::grammar {
namespace {

// The byte where the code point with this number (from 1) begins.
std::size_t byte_of(std::string_view text, int point) {
  std::size_t at = 0;
  for (int left = std::max(point, 1) - 1; left > 0 && at < text.size(); --left) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
      ++at;
    }
  }
  return at;
}

Span span_at(std::string_view text, const std::string& file, std::uint64_t offset) {
  const auto place = base::position_at(text, offset);
  Span span;
  span.file = file;
  span.line = place.line;
  span.column = place.column;
  span.offset = offset;
  return span;
}

// What libpg_query writes for a statement.
std::string written(Node* statement) {
  PgQuery__RawStmt raw = PG_QUERY__RAW_STMT__INIT;
  raw.stmt = statement;
  PgQuery__RawStmt* const one = &raw;
  PgQuery__RawStmt* statements[] = {one};
  PgQuery__ParseResult result = PG_QUERY__PARSE_RESULT__INIT;
  result.n_stmts = 1;
  result.stmts = statements;
  std::string bytes(pg_query__parse_result__get_packed_size(&result), '\0');
  pg_query__parse_result__pack(&result, reinterpret_cast<std::uint8_t*>(bytes.data()));
  const PgQueryDeparseResult text = pg_query_deparse_protobuf({bytes.size(), bytes.data()});
  std::string query = text.query == nullptr ? "" : text.query;
  const std::string error = text.error == nullptr ? "" : text.error->message;
  pg_query_free_deparse_result(text);
  if (!error.empty()) {
    throw Error(Fault::unsupported, "the statement cannot be written again: " + error);
  }
  return query;
}

// Calls `each` for all ColumnRef nodes below a message, whatever it is.
template <typename Each>
void each_column(const ProtobufCMessage* message, const Each& each) {
  if (message->descriptor == &pg_query__column_ref__descriptor) {
    each(*reinterpret_cast<const PgQuery__ColumnRef*>(message));
  }
  const char* const start = reinterpret_cast<const char*>(message);
  for (unsigned i = 0; i < message->descriptor->n_fields; ++i) {
    const ProtobufCFieldDescriptor& field = message->descriptor->fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE) {
      continue;
    }
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      const auto count = *reinterpret_cast<const std::size_t*>(start + field.quantifier_offset);
      auto* const* all = *reinterpret_cast<ProtobufCMessage** const*>(start + field.offset);
      for (std::size_t n = 0; n < count; ++n) {
        each_column(all[n], each);
      }
      continue;
    }
    const bool absent =
        (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0 &&
        *reinterpret_cast<const std::uint32_t*>(start + field.quantifier_offset) != field.id;
    const auto* inner = *reinterpret_cast<ProtobufCMessage* const*>(start + field.offset);
    if (!absent && inner != nullptr) {
      each_column(inner, each);
    }
  }
}

}  // namespace

Tree::Tree(std::string_view text, const std::string& file) : text_(text), file_(file) {
  if (const auto bad = base::invalid_utf8(text_)) {
    throw Error(Fault::design, "the file is not valid UTF-8 at byte " + std::to_string(*bad))
        .at(span_at(text_, file_, *bad))
        .hinting("save the file as UTF-8");
  }
  const PgQueryProtobufParseResult parsed = pg_query_parse_protobuf(text_.c_str());
  if (parsed.error != nullptr) {
    const std::string message = parsed.error->message;
    const Span where = span_at(text_, file_, byte_of(text_, parsed.error->cursorpos));
    pg_query_free_protobuf_parse_result(parsed);
    throw Error(Fault::design, message).at(where).showing(base::line_of(text_, where.line));
  }
  result_ =
      pg_query__parse_result__unpack(nullptr, parsed.parse_tree.len,
                                     reinterpret_cast<const std::uint8_t*>(parsed.parse_tree.data));
  pg_query_free_protobuf_parse_result(parsed);
  if (result_ == nullptr) {
    throw Error(Fault::memory, "there was not enough memory for the tree of " + file_);
  }
}

Tree::~Tree() {
  pg_query__parse_result__free_unpacked(result_, nullptr);
}

std::span<PgQuery__RawStmt* const> Tree::statements() const noexcept {
  return list(result_->stmts, result_->n_stmts);
}

Span Tree::at(std::int64_t offset) const {
  return span_at(text_, file_, static_cast<std::uint64_t>(std::max<std::int64_t>(offset, 0)));
}

std::int64_t Tree::start_of(const PgQuery__RawStmt& statement) const {
  auto at = static_cast<std::size_t>(statement.stmt_location);
  while (at < text_.size()) {
    if (std::string_view(" \t\r\n;").find(text_[at]) != std::string_view::npos) {
      ++at;
    } else if (text_.compare(at, 2, "--") == 0) {
      at = std::min(text_.find('\n', at), text_.size());
    } else if (text_.compare(at, 2, "/*") == 0) {
      int depth = 0;
      do {
        const bool opens = text_.compare(at, 2, "/*") == 0;
        const bool closes = text_.compare(at, 2, "*/") == 0;
        depth += opens ? 1 : closes ? -1 : 0;
        at += opens || closes ? 2 : 1;
      } while (depth > 0 && at < text_.size());
    } else {
      break;
    }
  }
  return static_cast<std::int64_t>(at);
}

std::string text_of(Node* expression) {
  PgQuery__ResTarget target = PG_QUERY__RES_TARGET__INIT;
  target.val = expression;
  Node target_node = PG_QUERY__NODE__INIT;
  target_node.node_case = PG_QUERY__NODE__NODE_RES_TARGET;
  target_node.res_target = &target;
  Node* targets[] = {&target_node};
  PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
  select.n_target_list = 1;
  select.target_list = targets;
  select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
  select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
  Node statement = PG_QUERY__NODE__INIT;
  statement.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
  statement.select_stmt = &select;
  static constexpr std::string_view start = "SELECT ";
  return written(&statement).substr(start.size());
}

std::string statement_of(Node* statement) {
  return written(statement);
}

std::string word(const Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_STRING ? node->string->sval
                                                                           : "";
}

std::vector<std::string> words(std::span<Node* const> nodes) {
  std::vector<std::string> all;
  for (const Node* node : nodes) {
    all.push_back(word(node));
  }
  return all;
}

std::vector<Node*> items(Node* node) {
  if (node != nullptr && node->node_case == PG_QUERY__NODE__NODE_LIST) {
    const auto all = list(node->list->items, node->list->n_items);
    return {all.begin(), all.end()};
  }
  return {node};
}

std::optional<std::int64_t> number(const Node* node) {
  if (node == nullptr) {
    return std::nullopt;
  }
  const char* digits = nullptr;
  if (node->node_case == PG_QUERY__NODE__NODE_INTEGER) {
    return node->integer->ival;
  }
  if (node->node_case == PG_QUERY__NODE__NODE_FLOAT) {
    digits = node->float_->fval;
  } else if (node->node_case == PG_QUERY__NODE__NODE_A_CONST) {
    const PgQuery__AConst& value = *node->a_const;
    if (value.val_case == PG_QUERY__A__CONST__VAL_IVAL) {
      return value.ival->ival;
    }
    if (value.val_case == PG_QUERY__A__CONST__VAL_FVAL) {
      digits = value.fval->fval;
    }
  }
  std::int64_t result = 0;
  if (digits == nullptr) {
    return std::nullopt;
  }
  const std::string_view all(digits);
  const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), result);
  return error == std::errc() && end == all.data() + all.size() ? std::optional(result)
                                                                : std::nullopt;
}

std::set<std::string> columns_in(const Node* expression) {
  std::set<std::string> columns;
  if (expression != nullptr) {
    each_column(&expression->base, [&](const PgQuery__ColumnRef& column) {
      if (column.n_fields > 0 && !word(column.fields[column.n_fields - 1]).empty()) {
        columns.insert(word(column.fields[column.n_fields - 1]));
      }
    });
  }
  return columns;
}

PgQuery__DefElem* option(std::span<Node* const> options, std::string_view name) {
  for (Node* node : options) {
    if (node->node_case == PG_QUERY__NODE__NODE_DEF_ELEM && name == node->def_elem->defname) {
      return node->def_elem;
    }
  }
  return nullptr;
}

}  // namespace helium::grammar
