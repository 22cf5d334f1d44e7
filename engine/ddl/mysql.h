// MySQL and MariaDB: a column is restated whole whenever anything of it changes, and comments, keys
// and options stand inside the table's own statement.
#pragma once

#include "ddl/writer.h"

namespace helium::ddl {

class MysqlWriter final : public Writer {
 public:
  using Writer::change;
  using Writer::Writer;

  [[nodiscard]] Lines change(const Add<Extension>& what) override;
  [[nodiscard]] Lines change(const Add<Enum>& what) override;
  [[nodiscard]] Lines change(const Add<Domain>& what) override;
  [[nodiscard]] Lines change(const Add<Sequence>& what) override;
  [[nodiscard]] Lines change(const Add<Table>& what) override;
  [[nodiscard]] Lines change(const Alter<TableOptions>& what) override;
  [[nodiscard]] Lines change(const Add<Column>& what) override;
  [[nodiscard]] Lines change(const Alter<Column>& what) override;
  [[nodiscard]] Lines change(const Drop<PrimaryKey>& what) override;
  [[nodiscard]] Lines change(const Drop<Key>& what) override;
  [[nodiscard]] Lines change(const Drop<ForeignKey>& what) override;
  [[nodiscard]] Lines change(const Drop<TableIndex>& what) override;
  [[nodiscard]] Lines change(const Rename<TableIndex>& what) override;
  [[nodiscard]] Lines change(const Add<TableIndex>& what) override;
  [[nodiscard]] Lines change(const Add<View>& what) override;
  [[nodiscard]] Lines change(const Add<Routine>& what) override;
  [[nodiscard]] Lines change(const Drop<Routine>& what) override;
  [[nodiscard]] Lines change(const Drop<Trigger>& what) override;
  [[nodiscard]] Lines change(const Add<Grant>& what) override;
  [[nodiscard]] Lines change(const Drop<Grant>& what) override;

  /// The change of a column or check of a MariaDB table. A check that was written beside a column
  /// is kept with it, under its name: restating the column without it drops it, and nothing else
  /// does. The catalog tells it as any other; a column that is changed here has it beside the table
  /// then.
  [[nodiscard]] Lines beside_checks(const Change& what, const Table& table);

  /// These changes of one table as one statement. `checked`: it, where it has checks that
  /// beside_checks() keeps; else nullptr.
  [[nodiscard]] std::string together(const Changes& changes, const Table* checked);

 protected:
  [[nodiscard]] std::string column(const Column& column) const override;
  [[nodiscard]] std::string default_of(const Column& column) const override;
  [[nodiscard]] std::string key(const Key& key, const char* words) const override;
  [[nodiscard]] std::string check(const Check& check) const override;
  /// As it stands in the statement of its table.
  [[nodiscard]] std::string index(const TableIndex& index) const;
  [[nodiscard]] std::string part(const IndexPart& part) const override;
  [[nodiscard]] std::string table_options(const Table& table) const override;
  [[nodiscard]] Lines comments(const Table& table) const override;
  [[nodiscard]] const char* usual_cache() const override { return "CACHE 1000"; }
};

}  // namespace helium::ddl
