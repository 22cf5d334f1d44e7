#include "source/lua_text.h"

#include "base/text.h"

namespace helium::source {
namespace {

std::string part(const IndexPart& part) {
  if (!part.expression && !part.descending && !part.nulls_first && part.collation.empty() &&
      part.operator_class.empty() && part.prefix == 0) {
    return lua_string(part.text);
  }
  Members all;
  all.text(part.expression ? "expression" : "column", part.text)
      .flag("descending", part.descending)
      .text("nulls", part.nulls_first ? (*part.nulls_first ? "first" : "last") : "")
      .text("collation", part.collation)
      .text("operator_class", part.operator_class);
  if (part.prefix != 0) {
    all.is("prefix", std::to_string(part.prefix));
  }
  return all.one_line();
}

// "account", "billing.account"; names that would be read as more than one are said one by one.
std::string reference(const ForeignKey& key) {
  if ((key.schema + key.table).find_first_of(".( ,)") == std::string::npos) {
    return lua_string((key.schema.empty() ? "" : key.schema + ".") + key.table);
  }
  return Members().text("schema", key.schema).text("table", key.table).one_line();
}

}  // namespace

std::string lua_string(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c == '\n' ? std::string("\\n") : c == '\r' ? std::string("\\r") : std::string(1, c);
  }
  return result + "\"";
}

Members& Members::text(const std::string& key, const std::string& value) {
  if (!value.empty()) {
    all_.push_back(key + " = " + lua_string(value));
  }
  return *this;
}

Members& Members::flag(const std::string& key, bool value) {
  if (value) {
    all_.push_back(key + " = true");
  }
  return *this;
}

Members& Members::is(const std::string& key, const std::string& value) {
  all_.push_back(key + " = " + value);
  return *this;
}

Members& Members::names(const std::string& key, const std::vector<std::string>& values) {
  if (!values.empty()) {
    std::vector<std::string> quoted;
    quoted.reserve(values.size());
    for (const std::string& value : values) {
      quoted.push_back(lua_string(value));
    }
    all_.push_back(key + " = { " + base::joined(quoted, ", ") + " }");
  }
  return *this;
}

Members& Members::tables(const std::string& key, const std::vector<std::string>& values) {
  if (!values.empty()) {
    all_.push_back(key + " = {\n  " + base::replaced(base::joined(values, ",\n"), "\n", "\n  ") +
                   ",\n}");
  }
  return *this;
}

Members& Members::and_also(const Members& more) {
  all_.insert(all_.end(), more.all_.begin(), more.all_.end());
  return *this;
}

std::string Members::one_line() const {
  return "{ " + base::joined(all_, ", ") + " }";
}

std::string Members::lines() const {
  return "{\n  " + base::replaced(base::joined(all_, ",\n"), "\n", "\n  ") + ",\n}";
}

Members members(const SequenceOptions& options) {
  Members all;
  all.text("type", options.type.value_or(""));
  for (const auto& [key, value] :
       {std::pair("start", options.start), std::pair("increment", options.increment),
        std::pair("minimum", options.minimum), std::pair("maximum", options.maximum),
        std::pair("cache", options.cache)}) {
    if (value) {
      all.is(key, std::to_string(*value));
    }
  }
  return all.flag("cycle", options.cycle);
}

Members members(const Column& column) {
  Members all;
  all.text("name", column.name).text("type", column.type);
  if (!column.null) {
    all.is("null", "false");
  }
  if (column.default_value) {
    all.is("default", lua_string(*column.default_value));
  }
  if (column.identity != Column::Identity::none) {
    all.is("identity", column.identity == Column::Identity::always ? "\"always\"" : "true");
  }
  if (!(column.sequence == SequenceOptions{})) {
    all.is("sequence", members(column.sequence).one_line());
  }
  if (column.generated != Column::Generated::no) {
    all.text("generated", column.expression);
    if (column.generated == Column::Generated::on_read) {
      all.is("stored", "false");
    }
  }
  return all.text("collation", column.collation)
      .text("on_update", column.on_update)
      .text("comment", column.comment)
      .text("renamed_from", column.renamed_from);
}

Members members(const Key& key) {
  return Members()
      .text("name", key.name)
      .names("columns", key.columns)
      .flag("deferrable", key.deferrable)
      .flag("initially_deferred", key.initially_deferred)
      .flag("nulls_equal", key.nulls_equal);
}

Members members(const ForeignKey& key) {
  Members all;
  all.text("name", key.name)
      .names("columns", key.columns)
      .is("references", reference(key))
      .names("referenced_columns", key.referenced_columns)
      .text("on_delete", key.on_delete == "no action" ? "" : key.on_delete)
      .text("on_update", key.on_update == "no action" ? "" : key.on_update)
      .flag("deferrable", key.deferrable)
      .flag("initially_deferred", key.initially_deferred);
  if (!key.validated) {
    all.is("validated", "false");
  }
  return all;
}

Members members(const Check& check) {
  Members all;
  all.text("name", check.name).text("expression", check.expression);
  if (!check.validated) {
    all.is("validated", "false");
  }
  return all;
}

Members members(const TableIndex& index) {
  std::vector<std::string> parts;
  for (const IndexPart& one : index.parts) {
    parts.push_back(part(one));
  }
  Members all;
  all.text("name", index.name)
      .is("columns", "{ " + base::joined(parts, ", ") + " }")
      .flag("unique", index.unique)
      .text("where", index.where)
      .names("include", index.include)
      .text("method", index.method)
      .flag("nulls_equal", index.nulls_equal)
      .text("comment", index.comment);
  if (!index.valid) {
    all.is("valid", "false");
  }
  return all;
}

}  // namespace helium::source
