-- Questions to the catalog of MySQL.

local indexes = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', s.index_name, s.seq_in_index, s.non_unique, s.column_name, s.sub_part, s.index_type, s.collation, s.index_comment), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.statistics s
       WHERE s.table_schema = {schema} AND s.table_name = {name})]]
local there = [[(SELECT COUNT(*) FROM information_schema.tables t
       WHERE t.table_schema = {schema} AND t.table_name = {name})]]

return {
  database_exists = "SELECT '1' FROM information_schema.schemata WHERE schema_name = :v1",
  create_database = "CREATE DATABASE ${NAME}",
  drop_database = "DROP DATABASE ${NAME}",
  schema_exists = "SELECT '1' FROM information_schema.schemata WHERE schema_name = :v1",
  create_schema = "CREATE DATABASE ${NAME}",
  drop_schema = "DROP DATABASE ${NAME}",

  -- The fingerprint of what a statement names. Rows are folded by BIT_XOR over a part of their SHA-256
  -- (MySQL 9.6 dropped MD5):
  -- GROUP_CONCAT would silently cut a long list.
  fingerprint = "CONCAT('3.', LEFT(SHA2(CONCAT_WS('/', {parts}), 256), 48))",
  fingerprint_part = [[CONCAT_WS('|', {name},
    (SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', c.column_name, c.ordinal_position, c.column_type, c.is_nullable, c.column_default, c.extra, c.column_comment, c.collation_name, c.generation_expression), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.columns c
       WHERE c.table_schema = {schema} AND c.table_name = {name}){more})]],

  -- These cost a good part of a millisecond each, so they are asked only where a word of the
  -- statement says that it may touch them: fingerprint_if_<word>_<word>. What else an ALTER TABLE
  -- does to the table as a whole, it may do twice.
  fingerprint_if_versioning_period = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', t.table_type, t.engine, t.row_format, t.create_options, t.table_comment, t.table_collation), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.tables t
       WHERE t.table_schema = {schema} AND t.table_name = {name})]],
  fingerprint_if_index_key_unique_primary_fulltext_spatial_references = indexes,
  fingerprint_if_constraint_foreign_references_check = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', k.constraint_name, k.constraint_type), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.table_constraints k
       WHERE k.table_schema = {schema} AND k.table_name = {name}),
    (SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', u.constraint_name, u.column_name, u.referenced_table_name, u.referenced_column_name), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.key_column_usage u
       WHERE u.table_schema = {schema} AND u.table_name = {name})]],
  fingerprint_if_view = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', v.view_definition, v.security_type), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.views v
       WHERE v.table_schema = {schema} AND v.table_name = {name})]],
  fingerprint_if_trigger = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', g.trigger_name, g.event_manipulation, g.action_timing, g.action_statement), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.triggers g
       WHERE g.trigger_schema = {schema}
         AND (g.event_object_table = {name} OR g.trigger_name = {name}))]],
  fingerprint_if_function_procedure = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', r.routine_type, r.routine_definition, r.dtd_identifier, r.security_type), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.routines r
       WHERE r.routine_schema = {schema} AND r.routine_name = {name})]],
  fingerprint_if_partition_partitions_partitioning = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', p.partition_name, p.partition_ordinal_position, p.partition_method, p.partition_expression, p.partition_description), 256), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.partitions p
       WHERE p.table_schema = {schema} AND p.table_name = {name})]],

  -- Statements that begin with these words change nothing but this: fingerprint_only_<word>_<word>.
  fingerprint_only_create_table = there,
  fingerprint_only_drop_table = there,
  fingerprint_only_create_index = indexes,
  fingerprint_only_create_unique_index = indexes,
  fingerprint_only_create_fulltext_index = indexes,
  fingerprint_only_create_spatial_index = indexes,
  fingerprint_only_drop_index = indexes,
}
