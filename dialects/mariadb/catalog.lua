-- Questions to the catalog of MariaDB.

local indexes = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', s.index_name, s.seq_in_index, s.non_unique, s.column_name, s.sub_part, s.index_type, s.collation, s.index_comment)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.statistics s
       WHERE s.table_schema = {schema} AND s.table_name = {name})]]
local there = [[(SELECT COUNT(*) FROM information_schema.tables t
       WHERE t.table_schema = {schema} AND t.table_name = {name})]]

-- 64 bits of a row's hash, as a number. QUOTE tells NULL from '' and one column from the next.
local function hash(...)
  local columns = {}
  for i, column in ipairs({ ... }) do
    columns[i] = "QUOTE(" .. column .. ")"
  end
  return "CAST(CONV(LEFT(MD5(CONCAT_WS(',', " .. table.concat(columns, ", ") .. ")), 16), 16, 10) AS UNSIGNED)"
end

-- What the digests say of what is no table.
local views = "SELECT " .. hash("'6'", "v.table_name", "REPLACE(v.view_definition, CONCAT('`', :v1, '`.'), '')", "v.security_type", "v.check_option", "v.algorithm") .. [[ AS hash
    FROM information_schema.views v WHERE v.table_schema = :v1 AND NOT LEFT(v.table_name, CHAR_LENGTH(:v2)) = :v2 ]]
local others = "SELECT " .. hash("'7'", "g.trigger_name", "g.event_object_table", "g.action_timing", "g.event_manipulation", "g.action_order", "g.action_statement") .. [[ AS hash
    FROM information_schema.triggers g WHERE g.event_object_schema = :v1
  UNION ALL SELECT ]] .. hash("'8'", "r.routine_type", "r.routine_name", "r.dtd_identifier", "r.collation_name", "r.routine_definition", "r.is_deterministic", "r.sql_data_access", "r.security_type", "r.routine_comment") .. [[
    FROM information_schema.routines r WHERE r.routine_schema = :v1
  UNION ALL SELECT ]] .. hash("'9'", "m.routine_type", "m.specific_name", "m.ordinal_position", "m.parameter_mode", "m.parameter_name", "m.dtd_identifier", "m.collation_name") .. [[
    FROM information_schema.parameters m WHERE m.specific_schema = :v1
  UNION ALL SELECT ]] .. hash("'10'", "g.table_name", "g.grantee", "g.privilege_type", "g.is_grantable") .. [[
    FROM information_schema.table_privileges g WHERE g.table_schema = :v1
  UNION ALL SELECT ]] .. hash("'11'", "g.table_name", "g.column_name", "g.grantee", "g.privilege_type", "g.is_grantable") .. [[
    FROM information_schema.column_privileges g WHERE g.table_schema = :v1
  UNION ALL SELECT ]] .. hash("'12'", "e.event_name") .. [[
    FROM information_schema.events e WHERE e.event_schema = :v1
]]

-- Whose DEFINER a view or routine must be given when it is made again: nobody's where this session is the same, '?'
-- where it cannot be made again as it is. `same`: made under what this session has.
local function definer(of, same)
  return ([[CASE WHEN NOT (]] .. same .. [[) THEN '?' WHEN {}.definer = CURRENT_USER() THEN ''
      WHEN {}.definer LIKE '%_@_%' AND EXISTS (SELECT 1 FROM information_schema.user_privileges p
        WHERE p.privilege_type = 'SET USER' AND p.grantee = CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), ''''))
      THEN CONCAT('`', REPLACE(LEFT({}.definer, CHAR_LENGTH({}.definer) - CHAR_LENGTH(SUBSTRING_INDEX({}.definer, '@', -1)) - 1), '`', '``'), '`@`', SUBSTRING_INDEX({}.definer, '@', -1), '`')
      ELSE '?' END]]):gsub("{}", of)
end
-- A view without a literal and without a call is the same under every character set.
local view_definer = definer("v", [[v.view_definition <> '' AND ((v.character_set_client = @@character_set_client AND v.collation_connection = @@collation_connection) OR v.view_definition NOT REGEXP '[''"]|[[:alnum:]_][(]')]])
local routine_definer = definer("r", [[r.routine_definition IS NOT NULL AND r.sql_mode = @@sql_mode AND r.character_set_client = @@character_set_client AND r.collation_connection = @@collation_connection AND r.database_collation = @@collation_database]])
-- The words of a type are without the character set, which is the database's where they say none.
local function type_of(of)
  return "CONCAT(" .. of .. ".dtd_identifier, CASE WHEN " .. of .. ".collation_name <> @@collation_database THEN CONCAT(' CHARSET ', " .. of .. ".character_set_name, ' COLLATE ', " .. of .. ".collation_name) ELSE '' END)"
end

return {
  database_exists = "SELECT '1' FROM information_schema.schemata WHERE schema_name = :v1",
  create_database = "CREATE DATABASE ${NAME}",
  drop_database = "DROP DATABASE ${NAME}",
  schema_exists = "SELECT '1' FROM information_schema.schemata WHERE schema_name = :v1",
  own_collation = "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = :v1",
  schemas_like = "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE :v1",
  create_schema = "CREATE DATABASE ${NAME}",
  drop_schema = "DROP DATABASE ${NAME}",

  -- The fingerprint of what a statement names. Rows are folded by BIT_XOR over a part of their MD5:
  -- GROUP_CONCAT would silently cut a long list.
  fingerprint = "CONCAT('3.', MD5(CONCAT_WS('/', {parts})))",
  fingerprint_part = [[CONCAT_WS('|', {name},
    (SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', c.column_name, c.ordinal_position, c.column_type, c.is_nullable, c.column_default, c.extra, c.column_comment, c.collation_name, c.generation_expression)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.columns c
       WHERE c.table_schema = {schema} AND c.table_name = {name}){more})]],

  -- These cost a good part of a millisecond each, so they are asked only where a word of the
  -- statement says that it may touch them: fingerprint_if_<word>_<word>. What else an ALTER TABLE
  -- does to the table as a whole, it may do twice.
  fingerprint_if_versioning_period = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', t.table_type, t.engine, t.row_format, t.create_options, t.table_comment, t.table_collation)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.tables t
       WHERE t.table_schema = {schema} AND t.table_name = {name})]],
  fingerprint_if_index_key_unique_primary_fulltext_spatial_references = indexes,
  fingerprint_if_constraint_foreign_references_check = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', k.constraint_name, k.constraint_type)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.table_constraints k
       WHERE k.table_schema = {schema} AND k.table_name = {name}),
    (SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', u.constraint_name, u.column_name, u.referenced_table_name, u.referenced_column_name)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.key_column_usage u
       WHERE u.table_schema = {schema} AND u.table_name = {name})]],
  fingerprint_if_view = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', v.view_definition, v.security_type)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.views v
       WHERE v.table_schema = {schema} AND v.table_name = {name})]],
  fingerprint_if_trigger = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', g.trigger_name, g.event_manipulation, g.action_timing, g.action_statement)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.triggers g
       WHERE g.event_object_schema = {schema}
         AND (g.event_object_table = {name} OR g.trigger_name = {name}))]],
  fingerprint_if_function_procedure = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', r.routine_type, r.routine_definition, r.dtd_identifier, r.security_type)), 16), 16, 10) AS UNSIGNED)), 0)) 
       FROM information_schema.routines r
       WHERE r.routine_schema = {schema} AND r.routine_name = {name})]],
  fingerprint_if_partition_partitions_partitioning = [[(SELECT CONCAT(COUNT(*), '.', COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', p.partition_name, p.partition_ordinal_position, p.partition_method, p.partition_expression, p.partition_description)), 16), 16, 10) AS UNSIGNED)), 0)) 
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
  -- Whether a thing is there, for what another runtime broke off in the middle.
  there_table = [[(SELECT COUNT(*) FROM information_schema.tables t
       WHERE t.table_schema = {schema} AND t.table_name = {table})]],
  there_column = [[(SELECT COUNT(*) FROM information_schema.columns c
       WHERE c.table_schema = {schema} AND c.table_name = {table} AND c.column_name = {name})]],
  there_index = [[(SELECT COUNT(*) FROM information_schema.statistics s
       WHERE s.table_schema = {schema} AND s.table_name = {table} AND s.index_name = {name})]],

  -- What a schema holds. :v1 is its name, :v2 the prefix of our own tables; the columns of each answer
  -- are the same for every dialect (engine/catalog/rows.h). {each:...} is a table asked for by its one name, which
  -- the server opens alone; with several names it opens every table.
  inspect_tables = [[
    SELECT t.table_name, CONCAT_WS(CHAR(10), CONCAT('engine=', t.engine), CONCAT('collate=', t.table_collation),
        CASE WHEN t.create_options LIKE '%row_format=%' THEN CONCAT('row_format=', t.row_format) END),
      p.way, CAST(NULL AS CHAR), CASE WHEN t.create_options LIKE '%partitioned%' THEN p.parts END, t.table_comment
    FROM information_schema.tables t LEFT JOIN (
      SELECT p.table_name, CONCAT(LOWER(MAX(p.partition_method)), ' (', MAX(p.partition_expression), ')') AS way,
        CASE WHEN MAX(p.partition_method) LIKE '%HASH' OR MAX(p.partition_method) LIKE '%KEY' THEN CONCAT('PARTITIONS ', COUNT(*))
          ELSE CONCAT('(', GROUP_CONCAT(CONCAT('PARTITION `', REPLACE(p.partition_name, '`', '``'), '` VALUES ', CASE WHEN p.partition_method LIKE 'RANGE%' THEN 'LESS THAN (' ELSE 'IN (' END, p.partition_description, ')') ORDER BY p.partition_ordinal_position SEPARATOR ', '), ')') END AS parts
      FROM information_schema.partitions p WHERE p.table_schema = :v1 AND p.partition_method IS NOT NULL{each:p.table_name} GROUP BY BINARY p.table_name, p.table_name
    ) p ON BINARY p.table_name = BINARY t.table_name
    WHERE t.table_schema = :v1 AND t.table_type = 'BASE TABLE' AND NOT LEFT(t.table_name, CHAR_LENGTH(:v2)) = :v2{each:t.table_name}
    ORDER BY BINARY t.table_name]],
  inspect_columns = [[
    SELECT c.table_name, c.column_name, c.column_type, CASE c.is_nullable WHEN 'YES' THEN '1' ELSE '0' END,
      CASE WHEN c.column_default LIKE 'nextval(%' THEN REPLACE(c.column_default, CONCAT('`', :v1, '`.'), '') ELSE NULLIF(c.column_default, 'NULL') END,
      CASE WHEN c.extra LIKE '%auto_increment%' THEN 'by default' END,
      CASE WHEN c.extra LIKE '%STORED GENERATED%' OR c.extra LIKE '%PERSISTENT%' THEN 'stored' WHEN c.extra LIKE '%VIRTUAL%' THEN 'on read' END,
      NULLIF(c.generation_expression, ''),
      c.collation_name,
      CASE WHEN c.extra LIKE '%on update%' THEN REPLACE(SUBSTRING(c.extra, LOCATE('on update', LOWER(c.extra)) + 10), ', ', '') END,
      NULLIF(c.column_comment, ''), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR)
    FROM information_schema.columns c
    WHERE c.table_schema = :v1 AND NOT LEFT(c.table_name, CHAR_LENGTH(:v2)) = :v2{each:c.table_name}
    ORDER BY BINARY c.table_name, c.ordinal_position]],
  inspect_keys = [[
    SELECT u.table_name, CASE WHEN u.referenced_table_name IS NOT NULL THEN 'f' WHEN u.constraint_name = 'PRIMARY' THEN 'p' ELSE 'u' END, u.constraint_name, u.column_name,
      CASE WHEN u.referenced_table_schema <> u.table_schema THEN u.referenced_table_schema END, u.referenced_table_name, u.referenced_column_name,
      LOWER(r.delete_rule), LOWER(r.update_rule), '0', '0', '1', '0', CAST(NULL AS CHAR), u.ordinal_position
    FROM information_schema.key_column_usage u
    LEFT JOIN (SELECT DISTINCT r.table_name, r.constraint_name, r.delete_rule, r.update_rule
      FROM information_schema.referential_constraints r WHERE r.constraint_schema = :v1{each:r.table_name}) r
      ON u.referenced_table_name IS NOT NULL AND r.table_name = u.table_name AND r.constraint_name = u.constraint_name
    WHERE u.table_schema = :v1 AND NOT LEFT(u.table_name, CHAR_LENGTH(:v2)) = :v2{each:u.table_name}
    UNION ALL
    SELECT k.table_name, 'c', k.constraint_name, CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), '0', '0', '1', '0', k.check_clause, 0
    FROM information_schema.check_constraints k WHERE k.constraint_schema = :v1 AND NOT LEFT(k.table_name, CHAR_LENGTH(:v2)) = :v2{each:k.table_name}
    ORDER BY 1, 3, 15]],
  inspect_indexes = [[
    SELECT s.table_name, s.index_name, CASE s.non_unique WHEN 0 THEN '1' ELSE '0' END, LOWER(s.index_type), CAST(NULL AS CHAR), NULLIF(s.index_comment, ''), '1', '0', '0',
      COALESCE(s.column_name, NULL), CASE WHEN s.column_name IS NULL THEN '1' ELSE '0' END, CASE s.collation WHEN 'D' THEN '1' ELSE '0' END, CAST(NULL AS CHAR), CAST(NULL AS CHAR), CAST(NULL AS CHAR), CASE WHEN s.index_type <> 'SPATIAL' THEN s.sub_part END
    FROM information_schema.statistics s
    WHERE s.table_schema = :v1 AND s.index_name <> 'PRIMARY' AND NOT LEFT(s.table_name, CHAR_LENGTH(:v2)) = :v2{each:s.table_name}
    ORDER BY BINARY s.table_name, BINARY s.index_name, s.seq_in_index]],
  inspect_views = [[
    SELECT v.table_name, REPLACE(v.view_definition, CONCAT('`', :v1, '`.'), ''), '0', CONCAT_WS(CHAR(10), CASE WHEN v.algorithm <> 'UNDEFINED' THEN CONCAT('algorithm=', LOWER(v.algorithm)) END, CASE WHEN v.security_type <> 'DEFINER' THEN 'sql security invoker' END, CASE WHEN v.check_option <> 'NONE' THEN CONCAT('check option ', LOWER(v.check_option)) END), CAST(NULL AS CHAR), ]] .. view_definer .. [[
    FROM information_schema.views v WHERE v.table_schema = :v1 AND NOT LEFT(v.table_name, CHAR_LENGTH(:v2)) = :v2 ORDER BY BINARY v.table_name]],
  -- The last column: whether this very session would make the same one again.
  inspect_triggers = [[
    SELECT g.trigger_name, g.event_object_table, CONCAT('CREATE TRIGGER `', REPLACE(g.trigger_name, '`', '``'), '` ', g.action_timing, ' ', g.event_manipulation, ' ON `', REPLACE(g.event_object_table, '`', '``'), '` FOR EACH ROW ', g.action_statement),
      CASE WHEN g.definer = CURRENT_USER() AND g.sql_mode = @@sql_mode AND g.character_set_client = @@character_set_client
        AND g.collation_connection = @@collation_connection AND g.database_collation = @@collation_database
        AND COUNT(*) OVER (PARTITION BY g.event_object_table, g.event_manipulation, g.action_timing) = 1 THEN '1' ELSE '0' END
    FROM information_schema.triggers g WHERE g.event_object_schema = :v1 AND NOT LEFT(g.event_object_table, CHAR_LENGTH(:v2)) = :v2
    ORDER BY BINARY g.trigger_name]],
  inspect_routines = [[
    SELECT LOWER(r.routine_type), r.routine_name,
      (SELECT GROUP_CONCAT(CONCAT(COALESCE(CASE WHEN r.routine_type = 'PROCEDURE' THEN CONCAT(p.parameter_mode, ' ') ELSE '' END, ''), '`', REPLACE(p.parameter_name, '`', '``'), '` ', ]] .. type_of("p") .. [[) ORDER BY p.ordinal_position SEPARATOR ', ')
       FROM information_schema.parameters p WHERE p.specific_schema = r.routine_schema AND p.specific_name = r.specific_name AND p.routine_type = r.routine_type AND p.ordinal_position > 0),
      CONCAT(CASE WHEN r.routine_type = 'FUNCTION' THEN CONCAT('RETURNS ', ]] .. type_of("r") .. [[, ' ') ELSE '' END,
        CASE r.is_deterministic WHEN 'YES' THEN 'DETERMINISTIC ' ELSE '' END, r.sql_data_access, ' SQL SECURITY ', r.security_type, CHAR(10), r.routine_definition),
      NULLIF(r.routine_comment, ''), ]] .. routine_definer .. [[
    FROM information_schema.routines r WHERE r.routine_schema = :v1 AND NOT LEFT(r.routine_name, CHAR_LENGTH(:v2)) = :v2
    ORDER BY BINARY r.routine_name]],
  -- What was granted on a table stays behind when it is dropped; it is told when there is a table again.
  inspect_grants = [[
    SELECT 'table', g.table_name, CAST(NULL AS CHAR), g.grantee, LOWER(g.privilege_type), CASE g.is_grantable WHEN 'YES' THEN '1' ELSE '0' END
    FROM information_schema.table_privileges g JOIN information_schema.tables t ON t.table_schema = g.table_schema AND t.table_name = g.table_name
    WHERE g.table_schema = :v1 AND t.table_schema = :v1 AND NOT LEFT(g.table_name, CHAR_LENGTH(:v2)) = :v2
    UNION ALL
    SELECT 'table', g.table_name, g.column_name, g.grantee, LOWER(g.privilege_type), CASE g.is_grantable WHEN 'YES' THEN '1' ELSE '0' END
    FROM information_schema.column_privileges g JOIN information_schema.tables t ON t.table_schema = g.table_schema AND t.table_name = g.table_name
    WHERE g.table_schema = :v1 AND t.table_schema = :v1 AND NOT LEFT(g.table_name, CHAR_LENGTH(:v2)) = :v2
    ORDER BY 1, 2, 3, 4, 5]],
  -- What there is, and of what kind; no table is opened for it.
  kinds = "SHOW FULL TABLES FROM {schema}",
  -- A sequence tells its options as a table of one row does, so each of them is asked by itself.
  inspect_sequences = [[
    SELECT {literal}, CAST(NULL AS CHAR), NULLIF(start_value, CASE WHEN increment < 0 THEN maximum_value ELSE minimum_value END), NULLIF(increment, 1), NULLIF(minimum_value, CASE WHEN increment < 0 THEN -9223372036854775807 ELSE 1 END), NULLIF(maximum_value, CASE WHEN increment < 0 THEN -1 ELSE 9223372036854775806 END), NULLIF(cache_size, 1000), cycle_option, CAST(NULL AS CHAR) FROM {schema}.{sequence}]],
  -- Asked once, whatever tables are read: events and the order of triggers belong to no list of tables.
  inspect_unknown = [[
    SELECT 'event', e.event_name FROM information_schema.events e WHERE e.event_schema = :v1 AND NOT LEFT(e.event_name, CHAR_LENGTH(:v2)) = :v2
    UNION ALL
    SELECT 'system versioned table', t.table_name FROM information_schema.tables t
    WHERE t.table_schema = :v1 AND t.table_type = 'SYSTEM VERSIONED' AND NOT LEFT(t.table_name, CHAR_LENGTH(:v2)) = :v2{only:t.table_name}
    UNION ALL
    SELECT 'option of the column', CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
    WHERE c.table_schema = :v1 AND c.extra LIKE '%INVISIBLE%' AND NOT LEFT(c.table_name, CHAR_LENGTH(:v2)) = :v2{only:c.table_name}
    UNION ALL
    SELECT 'option of the table', t.table_name FROM information_schema.tables t
    WHERE t.table_schema = :v1 AND t.table_type = 'BASE TABLE' AND NOT LEFT(t.table_name, CHAR_LENGTH(:v2)) = :v2
      AND TRIM(REGEXP_REPLACE(LOWER(t.create_options), 'partitioned|row_format=[a-z]+', '')) <> ''{only:t.table_name}
    UNION ALL
    -- They are made in the order of their names, and run in that in which they were made.
    SELECT 'order of the triggers', g.name FROM (
      SELECT g.event_object_table AS name, ROW_NUMBER() OVER (PARTITION BY g.event_object_table, g.event_manipulation, g.action_timing ORDER BY g.action_order) AS place,
        ROW_NUMBER() OVER (PARTITION BY g.event_object_table, g.event_manipulation, g.action_timing ORDER BY BINARY g.trigger_name) AS told
      FROM information_schema.triggers g WHERE g.event_object_schema = :v1 AND NOT LEFT(g.event_object_table, CHAR_LENGTH(:v2)) = :v2) g
    WHERE g.place <> g.told GROUP BY g.name
    ORDER BY 1, 2]],

  -- A digest of each table, and of everything else, from all that the questions above read: equal ones say the
  -- same in every database. Rows are folded by BIT_XOR. The server opens every table again for each of its own tables
  -- that is asked, and costs more than the hashes do: what index and unique key have in common is asked once.
  digests = [[
    SELECT 'table', p.owner, CAST(BIT_XOR(p.hash) AS CHAR) FROM (
      SELECT t.table_name AS owner, 1 AS base, ]] .. hash("'0'", "t.table_name", "t.engine", "t.table_collation", "t.create_options", "CASE WHEN t.create_options LIKE '%row_format=%' THEN t.row_format END", "t.table_comment") .. [[ AS hash
        FROM information_schema.tables t WHERE t.table_schema = :v1 AND t.table_type = 'BASE TABLE'{only:t.table_name}
      UNION ALL SELECT c.table_name, 0, ]] .. hash("'1'", "c.column_name", "c.ordinal_position", "c.column_type", "c.is_nullable", "CASE WHEN c.column_default LIKE 'nextval(%' THEN REPLACE(c.column_default, CONCAT('`', :v1, '`.'), '') ELSE c.column_default END", "c.extra", "c.column_comment", "c.collation_name", "c.generation_expression") .. [[
        FROM information_schema.columns c WHERE c.table_schema = :v1{only:c.table_name}
      UNION ALL SELECT s.table_name, 0, ]] .. hash("'2'", "s.index_name", "s.seq_in_index", "s.non_unique", "s.column_name", "s.sub_part", "s.index_type", "s.collation", "s.index_comment") .. [[
        FROM information_schema.statistics s WHERE s.table_schema = :v1{only:s.table_name}
      UNION ALL SELECT u.table_name, 0, ]] .. hash("'3'", "u.constraint_name", "u.column_name", "u.ordinal_position", "NULLIF(u.referenced_table_schema, u.table_schema)", "u.referenced_table_name", "u.referenced_column_name") .. [[
        FROM information_schema.key_column_usage u WHERE u.table_schema = :v1 AND u.referenced_table_name IS NOT NULL{only:u.table_name}
      UNION ALL SELECT r.table_name, 0, ]] .. hash("'13'", "r.constraint_name", "r.delete_rule", "r.update_rule") .. [[
        FROM information_schema.referential_constraints r WHERE r.constraint_schema = :v1{only:r.table_name}
      UNION ALL SELECT k.table_name, 0, ]] .. hash("'4'", "k.constraint_name", "k.level", "k.check_clause") .. [[
        FROM information_schema.check_constraints k WHERE k.constraint_schema = :v1{only:k.table_name}
      UNION ALL SELECT p.table_name, 0, ]] .. hash("'5'", "p.partition_name", "p.partition_ordinal_position", "p.partition_method", "p.partition_expression", "p.partition_description") .. [[
        FROM information_schema.partitions p WHERE p.table_schema = :v1 AND p.partition_name IS NOT NULL{only:p.table_name}) p
    WHERE NOT LEFT(p.owner, CHAR_LENGTH(:v2)) = :v2 GROUP BY BINARY p.owner, p.owner HAVING MAX(p.base) = 1
    UNION ALL SELECT 'others', '', CAST(BIT_XOR(o.hash) AS CHAR) FROM (
      SELECT ]] .. hash("'14'", "t.table_name") .. [[ AS hash
        FROM information_schema.tables t WHERE t.table_schema = :v1 AND NOT LEFT(t.table_name, CHAR_LENGTH(:v2)) = :v2
      UNION ALL ]] .. views .. [[ UNION ALL ]] .. others .. [[
    ) o
    UNION ALL SELECT 'of', '', 'what information_schema says']],

  -- The same, where this user gets the whole of what SHOW CREATE TABLE says: a hash of that opens each table once.
  -- Without one of these rights on all tables information_schema keeps columns or keys back, and what is read is less
  -- than the text; of several patterns that fit the server takes one. The text is written as the session wants it.
  table_text_of = [[
    SELECT CONCAT('what SHOW CREATE TABLE says, ', MD5(CONCAT_WS(',', VERSION(), @@sql_mode, @@old_mode, @@sql_quote_show_create, @@time_zone, @@character_set_results)))
    FROM DUAL WHERE NOT FIND_IN_SET('ANSI_QUOTES', @@sql_mode) AND NOT FIND_IN_SET('NO_BACKSLASH_ESCAPES', @@sql_mode) AND (
      EXISTS (SELECT 1 FROM information_schema.user_privileges p
        WHERE p.grantee = CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''') AND p.privilege_type IN ('INSERT', 'UPDATE', 'REFERENCES'))
      OR (SELECT COUNT(DISTINCT p.table_schema) = 1 AND MAX(p.privilege_type IN ('INSERT', 'UPDATE', 'REFERENCES')) FROM information_schema.schema_privileges p
        WHERE p.grantee = CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''') AND :v1 LIKE p.table_schema))]],
  table_text = "SHOW CREATE TABLE",
  table_text_beside = [[
    SELECT t.table_name, '', t.row_format, 0 FROM information_schema.tables t WHERE t.table_schema = :v1{each:t.table_name}
    UNION ALL SELECT c.table_name, c.column_name, c.collation_name, c.ordinal_position
      FROM information_schema.columns c WHERE c.table_schema = :v1{each:c.table_name}
    ORDER BY 1, 4]],
  digest_of_views = "SELECT CAST(BIT_XOR(o.hash) AS CHAR) FROM (" .. views .. "{each:v.table_name}) o",
  digest_of_others = "SELECT CAST(BIT_XOR(o.hash) AS CHAR) FROM (" .. others .. ") o",

  default_collation = "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = :v1",

  -- Who stands behind a table, view, trigger or routine and when it was changed, as far as the server tells.
  traces = [[
    SELECT t.table_name, CONCAT('changed ', t.create_time) FROM information_schema.tables t
    WHERE t.table_schema = :v1 AND t.table_type = 'BASE TABLE' AND NOT LEFT(t.table_name, CHAR_LENGTH(:v2)) = :v2
    UNION ALL SELECT v.table_name, CONCAT('definer ', v.definer) FROM information_schema.views v WHERE v.table_schema = :v1
    UNION ALL SELECT g.trigger_name, CONCAT('definer ', g.definer, ', made ', g.created) FROM information_schema.triggers g WHERE g.event_object_schema = :v1
    UNION ALL SELECT r.routine_name, CONCAT('definer ', r.definer, ', changed ', r.last_altered) FROM information_schema.routines r WHERE r.routine_schema = :v1]],

  -- The next number of each AUTO_INCREMENT.
  identity_positions = [[
    SELECT t.table_name, t.auto_increment FROM information_schema.tables t
    WHERE t.table_schema = DATABASE() AND t.auto_increment IS NOT NULL]],

  -- How the server says types, and the shorter words for the same.
  -- What older servers say of a width to be shown at means nothing.
  type_words = [[
    integer=int
    tinyint(1)=boolean
    tinyint(n)=tinyint
    smallint(n)=smallint
    mediumint(n)=mediumint
    int(n)=int
    bigint(n)=bigint
    tinyint(n) unsigned=tinyint unsigned
    smallint(n) unsigned=smallint unsigned
    mediumint(n) unsigned=mediumint unsigned
    int(n) unsigned=int unsigned
    bigint(n) unsigned=bigint unsigned]],

  -- Words for types, so that a misspelt one in a Lua schema is told from a type that somebody made.
  own_types = [[
    tinyint smallint mediumint int integer bigint decimal numeric float double real bit bool boolean serial char
    varchar binary varbinary tinyblob blob mediumblob longblob tinytext text mediumtext longtext json enum set
    date time datetime timestamp year uuid inet4 inet6 geometry point linestring polygon multipoint
    multilinestring multipolygon geometrycollection vector]],

  -- Words for one portable type.
  alike_types = [[
    tinytext text mediumtext longtext
    tinyblob blob mediumblob longblob]],

  -- What waits for an undo, and its bytes. :v1 is the schema, :v2 how its names begin.
  stashes = [[
    SELECT t.table_name, COALESCE(t.data_length, 0) + COALESCE(t.index_length, 0) FROM information_schema.tables t
    WHERE t.table_schema = :v1 AND LOCATE(:v2, t.table_name) = 1 ORDER BY 1]],

  -- A value as a literal that is read again as the same; of some kinds of types in a way of their own.
  literals_begin = "SET NAMES utf8mb4",
  literal = "QUOTE({column})",
  literal_bytes = "COALESCE(CONCAT('x''', HEX({column}), ''''), 'NULL')",
  literal_bit = "COALESCE(CONCAT('b''', BIN({column} + 0), ''''), 'NULL')",
  literal_float = "QUOTE({column} + 0E0)",
}
