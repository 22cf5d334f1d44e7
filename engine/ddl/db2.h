// DB2: close to the standard; identity and generated columns are spelt in its own way, and some
// alterations leave a table that must be reorganised before it can be used on.
#pragma once

#include "ddl/writer.h"

namespace helium::ddl {

class Db2Writer final : public Writer {
 public:
  using Writer::change;
  using Writer::Writer;

  [[nodiscard]] Lines change(const Add<Extension>& what) override;
  [[nodiscard]] Lines change(const Add<Enum>& what) override;
  [[nodiscard]] Lines change(const Add<Domain>& what) override;
  [[nodiscard]] Lines change(const Rename<Table>& what) override;
  [[nodiscard]] Lines change(const Alter<Column>& what) override;
  [[nodiscard]] Lines change(const Drop<PrimaryKey>& what) override;
  [[nodiscard]] Lines change(const Drop<Key>& what) override;
  [[nodiscard]] Lines change(const Drop<ForeignKey>& what) override;
  [[nodiscard]] Lines change(const Drop<Check>& what) override;
  [[nodiscard]] Lines change(const Drop<Routine>& what) override;
  [[nodiscard]] Lines change(const Drop<Trigger>& what) override;
  [[nodiscard]] Lines change(const Rename<TableIndex>& what) override;

 protected:
  [[nodiscard]] std::string column(const Column& column) const override;
  [[nodiscard]] std::string table_options(const Table& table) const override;
};

/// True for a change after which DB2 wants REORG TABLE before the table can be used on.
[[nodiscard]] bool db2_reorganises(const Change& change);

}  // namespace helium::ddl
