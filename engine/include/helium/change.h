// What a typed operation or a difference between two schemas means: one noun for both.
//
// A change holds the whole object as it is and as it will be, so that it can be rendered, reversed,
// and drawn without asking anybody.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "helium/schema.h"
#include "helium/span.h"

namespace helium {

/// Makes an object. `table` is where it belongs: empty for what stands alone.
template <typename Object>
struct Add {
  std::string table;
  Object object;
};

/// Removes an object, told as it is before.
template <typename Object>
struct Drop {
  std::string table;
  Object object;
};

/// Makes `before` into `after`; both have the same name.
template <typename Object>
struct Alter {
  std::string table;
  Object before;
  Object after;
};

/// Gives an object (told as it is before) another name.
template <typename Object>
struct Rename {
  std::string table;
  Object object;
  std::string name;
};

/// A primary key is a change of its own: a table has one, and its name may be the server's.
struct PrimaryKey : Key {};

/// A table's own properties, beside what stands in it.
struct TableOptions {
  std::string name;
  std::vector<std::string> options;
  std::string comment;
  friend bool operator==(const TableOptions&, const TableOptions&) = default;
};

using ChangeKind = std::variant<Add<Extension>, Drop<Extension>,                              //
                                Add<Enum>, Drop<Enum>, Alter<Enum>, Rename<Enum>,             //
                                Add<Domain>, Drop<Domain>, Alter<Domain>,                     //
                                Add<Sequence>, Drop<Sequence>, Alter<Sequence>,               //
                                Add<Table>, Drop<Table>, Rename<Table>, Alter<TableOptions>,  //
                                Add<Column>, Drop<Column>, Alter<Column>, Rename<Column>,     //
                                Add<PrimaryKey>, Drop<PrimaryKey>,                            //
                                Add<Key>, Drop<Key>,                                          //
                                Add<ForeignKey>, Drop<ForeignKey>,                            //
                                Add<Check>, Drop<Check>,                                      //
                                Add<TableIndex>, Drop<TableIndex>, Rename<TableIndex>,        //
                                Add<View>, Drop<View>, Alter<View>,                           //
                                Add<Routine>, Drop<Routine>, Alter<Routine>,                  //
                                Add<Trigger>, Drop<Trigger>,                                  //
                                Add<Grant>, Drop<Grant>>;

struct Change {
  ChangeKind what;
  Span span;  ///< of the call that asked for it; empty for a difference
};

using Changes = std::vector<Change>;

}  // namespace helium
