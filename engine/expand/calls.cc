#include "expand/calls.h"

#include "expand/call.h"

namespace helium::expand {
namespace {

using Reader = Wishes (*)(Call&);

const std::map<std::string, Reader, std::less<>>& readers() {
  static const std::map<std::string, Reader, std::less<>> all = {
      {"add_check", add_to_table<Check, check_of>},
      {"add_column", add_column},
      {"add_enum_value", add_enum_value},
      {"add_foreign_key", add_to_table<ForeignKey, foreign_key_of>},
      {"add_index", add_to_table<TableIndex, index_of>},
      {"add_primary_key", add_primary_key},
      {"add_unique", add_to_table<Key, key_of>},
      {"alter_column", alter_column},
      {"alter_sequence", alter_sequence},
      {"attach_partition", attach_partition},
      {"backfill", backfill},
      {"copy", copy},
      {"create_domain", create_domain},
      {"create_enum", create_enum},
      {"create_extension", create_extension},
      {"create_materialized_view", create_materialized_view},
      {"create_routine", create_routine},
      {"create_schema", create_schema},
      {"create_sequence", create_sequence},
      {"create_table", create_table},
      {"create_trigger", create_trigger},
      {"create_view", create_view},
      {"delete", delete_rows},
      {"detach_partition", detach_partition},
      {"drop_column", drop_column},
      {"drop_constraint", drop_constraint},
      {"drop_domain", drop_alone<Domain>},
      {"drop_enum", drop_alone<Enum>},
      {"drop_extension", drop_alone<Extension>},
      {"drop_index", drop_index},
      {"drop_materialized_view", drop_materialized_view},
      {"drop_routine", drop_routine},
      {"drop_schema", drop_schema},
      {"drop_sequence", drop_alone<Sequence>},
      {"drop_table", drop_table},
      {"drop_trigger", drop_trigger},
      {"drop_view", drop_alone<View>},
      {"grant", grant},
      {"insert", insert},
      {"merge_table", merge_table},
      {"rename_column", rename_column},
      {"rename_constraint", rename_constraint},
      {"rename_enum_value", rename_enum_value},
      {"rename_index", rename_index},
      {"rename_table", rename_table},
      {"replace_routine", replace_routine},
      {"replace_view", replace_view},
      {"revoke", revoke},
      {"set_comment", set_comment},
      {"split_table", split_table},
      {"update", update},
  };
  return all;
}

}  // namespace

const std::vector<std::string>& operation_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result = {"sql"};
    for (const auto& [name, reader] : readers()) {
      result.push_back(name);
    }
    std::sort(result.begin(), result.end());
    return result;
  }();
  return names;
}

Operation operation_of(const std::string& name, const lua::Table& arguments,
                       const Language& language) {
  const auto reader = readers().find(name);
  if (reader == readers().end()) {
    throw language.placed(Error(Fault::design, "there is no operation " + base::printable(name))
                              .hinting(base::did_you_mean(name, operation_names())),
                          name);
  }
  Call call(name, arguments, language);
  Operation operation;
  operation.name = name;
  operation.wishes = reader->second(call);
  call.done();
  return operation;
}

}  // namespace helium::expand
