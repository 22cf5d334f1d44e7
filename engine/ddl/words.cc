#include "ddl/words.h"

#include <cctype>

#include "base/text.h"
#include "ddl/ddl.h"

namespace helium::ddl {
namespace {

std::string in_brackets(const std::vector<std::string>& names) {
  return " (" + base::joined(names, ", ") + ")";
}

std::string named(const std::string& name) {
  return name.empty() ? "" : " " + name;
}

std::string column_in_words(const Column& column) {
  return column.name + named(column.type) + (column.null ? "" : " not null") +
         (column.default_value ? " default " + *column.default_value : "") +
         (column.generated == Column::Generated::no ? "" : " generated as " + column.expression);
}

std::string all_or(const std::string& where) {
  return where.empty() ? "all rows" : "the rows where " + where;
}

class Wording {
 public:
  std::string operator()(const ChangeKind& kind) const { return std::visit(*this, kind); }

  std::string operator()(const Add<Table>& what) const {
    std::vector<std::string> columns;
    for (const Column& column : what.object.columns) {
      columns.push_back(column.name + named(column.type));
    }
    const std::string part =
        what.object.partition_of.empty() ? "" : " as a part of " + what.object.partition_of;
    return "create the table " + what.object.name + part +
           (columns.empty() ? "" : in_brackets(columns));
  }
  std::string operator()(const Add<PrimaryKey>& what) const {
    return "add the primary key" + in_brackets(what.object.columns) + " to " + what.table;
  }
  std::string operator()(const Add<Key>& what) const {
    return "add the unique key" + named(what.object.name) + in_brackets(what.object.columns) +
           " to " + what.table;
  }
  std::string operator()(const Add<ForeignKey>& what) const {
    return "add the foreign key" + named(what.object.name) + in_brackets(what.object.columns) +
           " to " + what.table + ", which points to " + what.object.table;
  }
  std::string operator()(const Add<Check>& what) const {
    return "add the check" + named(what.object.name) + " to " + what.table + ": " +
           what.object.expression;
  }
  std::string operator()(const Add<TableIndex>& what) const {
    std::vector<std::string> parts;
    for (const IndexPart& part : what.object.parts) {
      parts.push_back(part.text + (part.descending ? " descending" : ""));
    }
    return std::string("add the ") + (what.object.unique ? "unique " : "") + "index" +
           named(what.object.name) + in_brackets(parts) + " to " + what.table +
           (what.object.where.empty() ? "" : ", where " + what.object.where);
  }
  std::string operator()(const Add<Enum>& what) const {
    return "create the enum " + what.object.name + in_brackets(what.object.values);
  }
  std::string operator()(const Add<Grant>& what) const {
    return what.object.revoked ? revoked(what.object) : granted(what.object);
  }
  std::string operator()(const Drop<Grant>& what) const {
    return what.object.revoked ? granted(what.object) : revoked(what.object);
  }

  template <typename Object>
  std::string operator()(const Add<Object>& what) const {
    return deed({what, {}}, " to ");
  }
  template <typename Object>
  std::string operator()(const Drop<Object>& what) const {
    return deed({what, {}}, " from ");
  }
  template <typename Object>
  std::string operator()(const Alter<Object>& what) const {
    return deed({what, {}}, " of ");
  }
  template <typename Object>
  std::string operator()(const Rename<Object>& what) const {
    return deed({what, {}}, " of ") + " to " + what.name;
  }

  std::string operator()(const AddColumn& what) const {
    return "add the column " + column_in_words(what.column) + " to " + what.table +
           (what.backfill.empty() ? "" : ", filled with " + what.backfill);
  }
  std::string operator()(const AlterColumn& what) const {
    std::vector<std::string> parts;
    if (what.type) {
      parts.push_back("type " + *what.type);
    }
    if (what.null) {
      parts.emplace_back(*what.null ? "null" : "not null");
    }
    if (what.default_value) {
      parts.push_back("default " + *what.default_value);
    }
    if (what.comment) {
      parts.push_back("comment " + *what.comment);
    }
    return "alter the column " + what.column + " of " + what.table + ": " +
           base::joined(parts, ", ") +
           (what.expression.empty() ? "" : ", using " + what.expression);
  }
  std::string operator()(const DropConstraint& what) const {
    return "drop the constraint " + what.name + " from " + what.table;
  }
  std::string operator()(const RenameConstraint& what) const {
    return "rename the constraint " + what.name + " of " + what.table + " to " + what.to;
  }
  std::string operator()(const SetComment& what) const {
    return "comment " + what.table + (what.column.empty() ? "" : "." + what.column) + ": " +
           what.comment;
  }
  std::string operator()(const InsertRows& what) const {
    return "insert " + std::to_string(what.rows.size()) +
           (what.rows.size() == 1 ? " row" : " rows") + " into " + what.table;
  }
  std::string operator()(const UpdateRows& what) const {
    std::vector<std::string> columns;
    for (const auto& [column, expression] : what.set) {
      columns.push_back(base::joined({column, expression}, " = "));
    }
    return "update " + what.table + ": set " + base::joined(columns, ", ") + " in " +
           all_or(what.where);
  }
  std::string operator()(const DeleteRows& what) const {
    return "delete from " + what.table + " " + all_or(what.where);
  }
  std::string operator()(const CopyRows& what) const {
    return "copy into " + what.table + in_brackets(what.columns) + " what a query gives";
  }
  std::string operator()(const SplitTable& what) const {
    return "move the columns" + in_brackets(what.columns) + " from " + what.table +
           " into a table of their own, " + what.into;
  }
  std::string operator()(const MergeTable& what) const {
    return "merge the table " + what.table + " into " + what.into;
  }
  std::string operator()(const AddEnumValue& what) const {
    return "add the value " + what.value + " to the enum " + what.name +
           (what.before.empty() ? "" : " before " + what.before);
  }
  std::string operator()(const RenameEnumValue& what) const {
    return "rename the value " + what.value + " of the enum " + what.name + " to " + what.to;
  }
  std::string operator()(const AlterSequence& what) const {
    return "alter the sequence " + what.name;
  }
  std::string operator()(const ReplaceView& what) const {
    return "replace the view " + what.view.name;
  }
  std::string operator()(const ReplaceRoutine& what) const {
    return "replace the " + what.routine.kind + " " + what.routine.name;
  }
  std::string operator()(const AttachPartition& what) const {
    return "attach the partition " + what.partition + " to " + what.table + " " + what.bound;
  }
  std::string operator()(const DetachPartition& what) const {
    return "detach the partition " + what.partition + " from " + what.table;
  }
  std::string operator()(const CreateSchema& what) const {
    return "create the schema " + what.name;
  }
  std::string operator()(const DropSchema& what) const { return "drop the schema " + what.name; }

 private:
  static std::string granted(const Grant& grant) {
    return "grant " + right(grant) + " to " + grant.grantee;
  }
  static std::string revoked(const Grant& grant) {
    return "revoke " + right(grant) + " from " + grant.grantee;
  }
  static std::string right(const Grant& grant) {
    return grant.privilege + (grant.column.empty() ? "" : " of " + grant.column) + " on " +
           grant.object;
  }

  // "drop the index person_nick from person", out of the change's own name.
  static std::string deed(const Change& change, const std::string& belongs) {
    const Name name = name_of(change);
    const std::size_t verb = name.kind.find('_');
    const std::string& object = name.object.empty() ? name.table : name.object;
    return name.kind.substr(0, verb) + " the " +
           base::replaced(name.kind.substr(verb + 1), "_", " ") + named(object) +
           (name.object.empty() || name.table.empty() ? "" : belongs + name.table);
  }
};

}  // namespace

std::string in_words(const Operation& operation) {
  std::vector<std::string> deeds;
  for (const Wish& wish : operation.wishes) {
    deeds.push_back(std::visit(Wording(), wish));
  }
  return base::joined(deeds, "; ");
}

bool mentions(const std::string& text, const std::string& name) {
  for (const std::string quote : {"\"", "`"}) {  // a quoted name has its own quotes twice
    if (name.find(quote) != std::string::npos &&
        text.find(base::replaced(name, quote, quote + quote)) != std::string::npos) {
      return true;
    }
  }
  const auto is_name = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  const std::string where = base::lower(text);
  const std::string what = base::lower(name);
  for (auto at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
    const bool before = at == 0 || !is_name(where[at - 1]);
    const std::size_t end = at + what.size();
    if (before && (end == where.size() || !is_name(where[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace helium::ddl
