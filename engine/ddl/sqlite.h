// SQLite: ALTER knows only ADD COLUMN, DROP COLUMN and two renames; everything else is a rebuild of
// the table (rebuild.cc), which render() plans where a change here says that it cannot.
#pragma once

#include "ddl/writer.h"

namespace helium::ddl {

class SqliteWriter final : public Writer {
 public:
  using Writer::change;
  using Writer::Writer;

  [[nodiscard]] Lines change(const Add<Extension>& what) override;
  [[nodiscard]] Lines change(const Add<Enum>& what) override;
  [[nodiscard]] Lines change(const Add<Domain>& what) override;
  [[nodiscard]] Lines change(const Add<Sequence>& what) override;
  [[nodiscard]] Lines change(const Add<Routine>& what) override;
  [[nodiscard]] Lines change(const Add<Grant>& what) override;
  [[nodiscard]] Lines change(const Add<View>& what) override;
  [[nodiscard]] Lines change(const Drop<Trigger>& what) override;
  [[nodiscard]] Lines change(const Add<Column>& what) override;
  [[nodiscard]] Lines change(const Add<TableIndex>& what) override;
  [[nodiscard]] Lines change(const Rename<TableIndex>& what) override;

  /// Answers the triggers of a table that are not, or not as they are said to be.
  [[nodiscard]] std::string other_triggers(const std::string& table,
                                           const std::vector<Trigger>& triggers) const;

  /// Answers what a table has that `before` does not know, or has no more: what others made of its
  /// columns, indexes, triggers, keys and checks since it was read.
  [[nodiscard]] std::string strange(const Table& before,
                                    const std::vector<Trigger>& triggers) const;

  /// A new table beside the old one, its rows copied, the old one dropped, the new one renamed, and
  /// what stood on it made again. Foreign keys must be off, or dropping would act on other tables.
  [[nodiscard]] Lines rebuilt(const Rebuild& what);

 protected:
  [[nodiscard]] std::string column(const Column& column) const override;
  [[nodiscard]] std::string part(const IndexPart& part) const override;
  [[nodiscard]] Lines body(const Table& table) const override;
  [[nodiscard]] std::string table_options(const Table& table) const override;
  [[nodiscard]] Lines comments(const Table& table) const override;
};

/// True for a change of a table that ALTER TABLE can do, so that no rebuild is needed. Defaults
/// that are no constants, keys and NOT NULL without a default cannot be added.
[[nodiscard]] bool sqlite_alters(const Change& change);

}  // namespace helium::ddl
