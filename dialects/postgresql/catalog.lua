-- Questions to the catalog of PostgreSQL.
-- How a sequence counts, where it is not what the server takes when nothing is said: up from 1, or down from -1, from
-- the one end of its type to the other, beginning where it comes from.
local counting = [[
      NULLIF(q.seqstart, CASE WHEN q.seqincrement > 0 THEN q.seqmin ELSE q.seqmax END), NULLIF(q.seqincrement, 1),
      NULLIF(q.seqmin, CASE WHEN q.seqincrement > 0 THEN 1 WHEN q.seqtypid = CAST('smallint' AS regtype) THEN -32768 WHEN q.seqtypid = CAST('integer' AS regtype) THEN -2147483648 ELSE -9223372036854775808 END),
      NULLIF(q.seqmax, CASE WHEN q.seqincrement < 0 THEN -1 WHEN q.seqtypid = CAST('smallint' AS regtype) THEN 32767 WHEN q.seqtypid = CAST('integer' AS regtype) THEN 2147483647 ELSE 9223372036854775807 END),
      NULLIF(q.seqcache, 1)]]

-- Every row of these is written anew, by a transaction of another number, when anything changes of which the digests
-- tell; only the names of roles in rights come from elsewhere.
local function version(catalog, seed)
  return "SELECT hash_array_extended(ARRAY[xmin], " .. seed .. ") AS hash FROM " .. catalog
end
local versions = { "SELECT hashtextextended(rolname, CAST(oid AS bigint)) AS hash FROM pg_roles" }
for seed, catalog in ipairs({
  "pg_attribute", "pg_attrdef", "pg_index", "pg_constraint", "pg_depend", "pg_description", "pg_inherits",
  "pg_partitioned_table", "pg_sequence", "pg_trigger", "pg_rewrite", "pg_policy", "pg_proc", "pg_aggregate", "pg_type",
  "pg_enum", "pg_range", "pg_operator", "pg_opclass", "pg_opfamily", "pg_am", "pg_cast", "pg_language", "pg_collation",
  "pg_conversion", "pg_statistic_ext", "pg_ts_config", "pg_ts_dict", "pg_ts_parser", "pg_ts_template", "pg_foreign_table",
  "pg_foreign_server", "pg_foreign_data_wrapper", "pg_default_acl", "pg_extension", "pg_namespace", "pg_tablespace",
}) do
  versions[#versions + 1] = version(catalog, seed)
end

return {
  database_exists = "SELECT '1' FROM pg_database WHERE datname = :v1",
  create_database = "CREATE DATABASE ${NAME}",
  drop_database = "DROP DATABASE ${NAME}",
  schema_exists = "SELECT '1' FROM pg_namespace WHERE nspname = :v1",
  schemas_like = "SELECT nspname FROM pg_namespace WHERE nspname LIKE :v1",
  create_schema = "CREATE SCHEMA ${NAME}",
  drop_schema = "DROP SCHEMA ${NAME} CASCADE",

  -- What a broken-off CREATE INDEX CONCURRENTLY, REINDEX or DROP left of the indexes or on the tables {names}: an
  -- index that is not valid and that nobody is building. One of a partitioned table may be meant to be so.
  unfinished = [[
    SELECT x.relname, pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    WHERE NOT i.indisvalid AND x.relkind = 'i'
      AND x.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = {schema})
      AND (lower(x.relname) IN ({names}) OR lower(t.relname) IN ({names}))
      AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p
        WHERE p.datname = current_database() AND coalesce(p.index_relid, i.indexrelid) = i.indexrelid)
    ORDER BY x.relname]],

  -- The fingerprint of what a statement names. An index that is not valid counts as not there:
  -- CREATE INDEX CONCURRENTLY leaves one behind when it is broken off.
  fingerprint = "md5(concat_ws('/', {parts}))",
  fingerprint_part = [[(
    SELECT concat_ws('|', {name},
      (SELECT string_agg(concat_ws(',', c.relkind, c.relpersistence, c.reloptions, c.relrowsecurity,
              c.relowner, c.relacl, obj_description(c.oid, 'pg_class'),
              CASE WHEN c.relkind IN ('v', 'm') THEN md5(pg_get_viewdef(c.oid)) END,
              CASE WHEN c.relkind IN ('i', 'I') THEN pg_get_indexdef(c.oid) END), ';')
       FROM pg_class c LEFT JOIN pg_index v ON v.indexrelid = c.oid
       WHERE c.relnamespace = n.oid AND lower(c.relname) = lower({name})
         AND coalesce(v.indisvalid, true)),
      (SELECT string_agg(concat_ws(',', a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
              a.attidentity, a.attgenerated, a.attcollation, pg_get_expr(d.adbin, d.adrelid),
              col_description(c.oid, a.attnum)), ';' ORDER BY a.attnum)
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
         AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       LEFT JOIN pg_index v ON v.indexrelid = c.oid
       WHERE c.relnamespace = n.oid AND lower(c.relname) = lower({name})
         AND coalesce(v.indisvalid, true)),
      (SELECT string_agg(pg_get_indexdef(i.indexrelid), ';' ORDER BY i.indexrelid)
       FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisvalid
       WHERE c.relnamespace = n.oid AND lower(c.relname) = lower({name})),
      (SELECT string_agg(concat_ws(',', k.conname, k.convalidated, pg_get_constraintdef(k.oid)), ';'
              ORDER BY k.conname)
       FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid
       WHERE c.relnamespace = n.oid AND lower(c.relname) = lower({name})),
      (SELECT string_agg(pg_get_triggerdef(t.oid), ';' ORDER BY t.tgname)
       FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
       WHERE c.relnamespace = n.oid
         AND (lower(c.relname) = lower({name}) OR lower(t.tgname) = lower({name}))),
      (SELECT string_agg(concat_ws(',', t.typtype, t.typnotnull, t.typdefault,
              (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e
               WHERE e.enumtypid = t.oid)), ';')
       FROM pg_type t WHERE t.typnamespace = n.oid AND lower(t.typname) = lower({name})),
      (SELECT string_agg(concat_ws(',', pg_get_function_identity_arguments(p.oid), md5(p.prosrc),
              p.prokind, p.provolatile), ';' ORDER BY p.oid)
       FROM pg_proc p WHERE p.pronamespace = n.oid AND lower(p.proname) = lower({name})))
    FROM pg_namespace n WHERE n.nspname = {schema})]],

  -- What a schema holds. :v1 is its name, :v2 the prefix of our own tables; the columns of each answer
  -- are the same for every dialect (engine/catalog/rows.h). What belongs to an extension is the
  -- extension's affair.
  inspect_tables = [[
    SELECT c.relname,
      concat_ws(chr(10), CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
        CASE WHEN c.relrowsecurity THEN 'row level security' END,
        CASE WHEN c.relforcerowsecurity THEN 'force row level security' END,
        CASE WHEN c.relreplident = 'f' THEN 'replica identity full' WHEN c.relreplident = 'n' THEN 'replica identity nothing' END,
        (SELECT string_agg(o, chr(10) ORDER BY o) FROM unnest(c.reloptions) o),
        (SELECT 'tablespace=' || s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace)),
      CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
      CASE WHEN c.relispartition THEN (SELECT p.relname FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent WHERE i.inhrelid = c.oid) END,
      CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END,
      obj_description(c.oid, 'pg_class')
    FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
      AND c.relkind IN ('r', 'p') AND NOT starts_with(c.relname, :v2){only:c.relname}
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"]],
  inspect_columns = [[
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN '0' ELSE '1' END,
      CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
      CASE a.attgenerated WHEN 's' THEN 'stored' END,
      CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      CASE WHEN a.attcollation <> t.typcollation THEN (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation) END,
      NULL, col_description(c.oid, a.attnum),
      ]] .. counting .. [[, CASE WHEN q.seqcycle THEN '1' ELSE '0' END,
      format_type(q.seqtypid, NULL),
      CASE WHEN d.adbin IS NOT NULL AND a.attidentity = '' THEN
        (SELECT s.relname FROM pg_class s JOIN pg_depend o ON o.classid = CAST('pg_class' AS regclass) AND o.objid = s.oid
         AND o.refclassid = CAST('pg_class' AS regclass) AND o.refobjid = c.oid AND o.refobjsubid = a.attnum AND o.deptype = 'a' WHERE s.relkind = 'S'
         ORDER BY s.relname = c.relname || '_' || a.attname || '_seq' DESC LIMIT 1) END
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    LEFT JOIN pg_depend i ON a.attidentity <> '' AND i.classid = CAST('pg_class' AS regclass) AND i.refclassid = CAST('pg_class' AS regclass) AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i'
    LEFT JOIN pg_sequence q ON q.seqrelid = i.objid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
      AND c.relkind IN ('r', 'p') AND NOT starts_with(c.relname, :v2){only:c.relname}
    ORDER BY c.relname COLLATE "C", a.attnum]],
  inspect_keys = [[
    SELECT c.relname, k.contype, k.conname, a.attname,
      CASE WHEN f.relnamespace <> c.relnamespace THEN (SELECT nspname FROM pg_namespace WHERE oid = f.relnamespace) END, f.relname, r.attname,
      CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END,
      CASE k.confupdtype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END,
      CASE WHEN k.condeferrable THEN '1' ELSE '0' END, CASE WHEN k.condeferred THEN '1' ELSE '0' END,
      CASE WHEN k.convalidated THEN '1' ELSE '0' END,
      CASE WHEN k.contype = 'u' AND pg_get_constraintdef(k.oid) LIKE '%NULLS NOT DISTINCT%' THEN '1' ELSE '0' END,
      CASE WHEN k.contype IN ('c', 'x') THEN pg_get_constraintdef(k.oid) END
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    LEFT JOIN pg_class f ON f.oid = k.confrelid
    LEFT JOIN LATERAL unnest(CASE WHEN k.contype IN ('p', 'u', 'f') THEN k.conkey END, k.confkey) WITH ORDINALITY AS p (mine, theirs, place) ON true
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.mine
    LEFT JOIN pg_attribute r ON r.attrelid = f.oid AND r.attnum = p.theirs
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
      AND c.relkind IN ('r', 'p') AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND NOT starts_with(c.relname, :v2){only:c.relname}
    ORDER BY c.relname COLLATE "C", k.conname COLLATE "C", p.place]],
  -- An expression has a collation of its own when the server's own words say one; 100 is the database's.
  inspect_indexes = [[
    SELECT c.relname, x.relname, CASE WHEN i.indisunique THEN '1' ELSE '0' END, m.amname, pg_get_expr(i.indpred, i.indrelid, true),
      obj_description(x.oid, 'pg_class'), CASE WHEN i.indisvalid THEN '1' ELSE '0' END,
      CASE WHEN i.indisunique AND pg_get_indexdef(x.oid) LIKE '%NULLS NOT DISTINCT%' THEN '1' ELSE '0' END,
      CASE WHEN p.place > i.indnkeyatts THEN '1' ELSE '0' END,
      CASE WHEN p.attribute = 0 THEN pg_get_indexdef(x.oid, CAST(p.place AS int), true) ELSE a.attname END,
      CASE WHEN p.attribute = 0 THEN '1' ELSE '0' END,
      CASE WHEN p.place <= i.indnkeyatts AND i.indoption[p.place - 1] & 1 = 1 THEN '1' ELSE '0' END,
      CASE WHEN p.place <= i.indnkeyatts AND m.amname = 'btree' THEN CASE WHEN i.indoption[p.place - 1] & 2 = 2 THEN '1' ELSE '0' END END,
      CASE WHEN p.place <= i.indnkeyatts AND i.indcollation[p.place - 1] <> 0
        AND i.indcollation[p.place - 1] <> CASE p.attribute WHEN 0 THEN 100 ELSE coalesce(a.attcollation, 0) END
        AND (p.attribute <> 0 OR pg_get_indexdef(x.oid) LIKE '% COLLATE %')
        THEN (SELECT l.collname FROM pg_collation l WHERE l.oid = i.indcollation[p.place - 1]) END,
      CASE WHEN p.place <= i.indnkeyatts THEN (SELECT o.opcname FROM pg_opclass o WHERE o.oid = i.indclass[p.place - 1] AND NOT o.opcdefault) END,
      NULL
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_am m ON m.oid = x.relam
    CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS p (attribute, place)
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attribute AND p.attribute <> 0
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT x.relispartition AND NOT starts_with(c.relname, :v2)
      AND (c.relkind = 'm' OR (true{only:c.relname}))
      AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY c.relname COLLATE "C", x.relname COLLATE "C", p.place]],
  inspect_views = [[
    SELECT c.relname, pg_get_viewdef(c.oid), CASE c.relkind WHEN 'm' THEN '1' ELSE '0' END,
      (SELECT string_agg(o, chr(10) ORDER BY o) FROM unnest(c.reloptions) o), obj_description(c.oid, 'pg_class')
    FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND c.relkind IN ('v', 'm')
      AND NOT starts_with(c.relname, :v2)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"]],
  inspect_view_columns = [[
    SELECT c.relname, a.attname, d.description FROM pg_description d JOIN pg_class c ON c.oid = d.objoid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
    WHERE d.classoid = CAST('pg_class' AS regclass) AND d.objoid >= 16384 AND d.objsubid > 0 AND c.relkind IN ('v', 'm')
      AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT starts_with(c.relname, :v2)
    ORDER BY c.relname COLLATE "C", a.attnum]],
  inspect_triggers = [[
    SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid, true), CASE WHEN t.tgenabled IN ('D', 'R') THEN '0' ELSE '1' END,
      CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END, obj_description(t.oid, 'pg_trigger')
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT t.tgisinternal AND t.tgparentid = 0
      AND NOT starts_with(c.relname, :v2)
    ORDER BY t.tgname COLLATE "C", c.relname COLLATE "C"]],
  inspect_routines = [[
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.proname,
      pg_get_function_identity_arguments(p.oid),
      regexp_replace(pg_get_functiondef(p.oid), '^(CREATE OR REPLACE (FUNCTION|PROCEDURE) )([^".]+|("[^"]*")+)[.]', '\1'), obj_description(p.oid, 'pg_proc')
    FROM pg_proc p WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND p.prokind IN ('f', 'p', 'w')
      AND NOT starts_with(p.proname, :v2)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_proc' AS regclass) AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY p.proname COLLATE "C", pg_get_function_identity_arguments(p.oid) COLLATE "C"]],
  -- Views and routines of others than who asks.
  owners_of_others = [[
    SELECT c.relname, NULL, pg_get_userbyid(c.relowner) FROM pg_class c
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND c.relkind IN ('v', 'm')
      AND c.relowner <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
    UNION ALL
    SELECT p.proname, pg_get_function_identity_arguments(p.oid), pg_get_userbyid(p.proowner) FROM pg_proc p
    WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND p.prokind IN ('f', 'p', 'w')
      AND p.proowner <> (SELECT oid FROM pg_roles WHERE rolname = current_user) AND :v2 = :v2]],
  inspect_sequences = [[
    SELECT c.relname, format_type(q.seqtypid, NULL), ]] .. counting .. [[,
      CASE WHEN q.seqcycle THEN '1' ELSE '0' END,
      (SELECT t.relname || '.' || a.attname FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
       WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'a' LIMIT 1)
    FROM pg_class c JOIN pg_sequence q ON q.seqrelid = c.oid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT starts_with(c.relname, :v2)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
      AND NOT EXISTS (SELECT 1 FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
        WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'a' AND NOT (true{only:t.relname}))
    ORDER BY c.relname COLLATE "C"]],
  -- Materialized views that can be read.
  filled_views = [[
    SELECT c.relname FROM pg_class c WHERE c.relkind = 'm' AND c.relispopulated
      AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())]],
  -- The sequences behind identity and serial columns.
  identity_sequences = [[
    SELECT t.relname, a.attname, s.relname
    FROM pg_class s JOIN pg_depend d ON d.classid = CAST('pg_class' AS regclass) AND d.objid = s.oid
      AND d.refclassid = CAST('pg_class' AS regclass) AND d.deptype IN ('a', 'i')
    JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE s.relkind = 'S' AND s.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    ORDER BY t.relname COLLATE "C", a.attname COLLATE "C"]],
  inspect_enums = [[
    SELECT t.typname, e.enumlabel, obj_description(t.oid, 'pg_type')
    FROM pg_type t LEFT JOIN pg_enum e ON e.enumtypid = t.oid
    WHERE t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND t.typtype = 'e' AND NOT starts_with(t.typname, :v2)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_type' AS regclass) AND d.objid = t.oid AND d.deptype = 'e')
    ORDER BY t.typname COLLATE "C", e.enumsortorder]],
  inspect_domains = [[
    SELECT t.typname, format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN '0' ELSE '1' END, t.typdefault,
      k.conname, pg_get_constraintdef(k.oid), CASE WHEN k.convalidated THEN '1' ELSE '0' END, obj_description(t.oid, 'pg_type')
    FROM pg_type t LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
    WHERE t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND t.typtype = 'd' AND NOT starts_with(t.typname, :v2)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_type' AS regclass) AND d.objid = t.oid AND d.deptype = 'e')
    ORDER BY t.typname COLLATE "C", k.conname COLLATE "C"]],
  inspect_extensions = [[
    SELECT e.extname, e.extversion FROM pg_extension e
    WHERE e.extnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND :v2 = :v2 ORDER BY e.extname COLLATE "C"]],
  inspect_grants = [[
    SELECT CASE WHEN c.relkind = 'S' THEN 'sequence' WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END, c.relname, NULL,
      CASE WHEN x.grantee = 0 THEN 'public' ELSE (SELECT rolname FROM pg_roles WHERE oid = x.grantee) END,
      lower(x.privilege_type), CASE WHEN x.is_grantable THEN '1' ELSE '0' END, '0'
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x
    WHERE c.relacl IS NOT NULL AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND x.grantee <> c.relowner AND NOT starts_with(c.relname, :v2)
    UNION ALL
    SELECT 'table', c.relname, a.attname,
      CASE WHEN x.grantee = 0 THEN 'public' ELSE (SELECT rolname FROM pg_roles WHERE oid = x.grantee) END,
      lower(x.privilege_type), CASE WHEN x.is_grantable THEN '1' ELSE '0' END, '0'
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped CROSS JOIN LATERAL aclexplode(a.attacl) x
    WHERE a.attacl IS NOT NULL AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND x.grantee <> c.relowner AND NOT starts_with(c.relname, :v2)
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL,
      CASE WHEN x.grantee = 0 THEN 'public' ELSE (SELECT rolname FROM pg_roles WHERE oid = x.grantee) END,
      lower(x.privilege_type), CASE WHEN x.is_grantable THEN '1' ELSE '0' END, '0'
    FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) x
    WHERE p.proacl IS NOT NULL AND p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND x.grantee <> p.proowner AND x.grantee <> 0 AND NOT starts_with(p.proname, :v2)
    UNION ALL
    -- EXECUTE belongs to everybody until somebody takes it away.
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', NULL, 'public', 'execute', '0', '1'
    FROM pg_proc p
    WHERE p.proacl IS NOT NULL AND p.prokind <> 'a' AND p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT starts_with(p.proname, :v2)
      AND NOT EXISTS (SELECT 1 FROM aclexplode(p.proacl) x WHERE x.grantee = 0)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_proc' AS regclass) AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1, 2, 3, 4, 5]],
  -- `newer` stands for the columns that an older server's catalog does not have yet.
  inspect_unknown = [[
    WITH s AS (SELECT oid FROM pg_namespace WHERE nspname = :v1),
    newer AS (SELECT CAST(NULL AS int2[]) AS confdelsetcols, '' AS attcompression),
    extensions AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE refclassid = CAST('pg_extension' AS regclass) AND deptype = 'e'),
    c AS MATERIALIZED (SELECT oid, relname, relkind, relam, reloftype, reloptions, reltablespace, reltoastrelid, relispartition FROM pg_class
      WHERE relnamespace = (SELECT oid FROM s) AND NOT starts_with(relname, :v2) AND NOT oid IN (SELECT objid FROM extensions WHERE classid = CAST('pg_class' AS regclass))),
    p AS MATERIALIZED (SELECT oid, proname, prokind, proacl FROM pg_proc
      WHERE pronamespace = (SELECT oid FROM s) AND NOT oid IN (SELECT objid FROM extensions WHERE classid = CAST('pg_proc' AS regclass))),
    a AS MATERIALIZED (SELECT o.* FROM newer CROSS JOIN LATERAL (
      SELECT attrelid, attname, attstattarget >= 0 OR attoptions IS NOT NULL AS own FROM pg_attribute JOIN pg_type y ON y.oid = atttypid
      WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped AND (attstattarget >= 0 OR attoptions IS NOT NULL OR (attlen < 0 AND (attstorage <> y.typstorage OR attcompression <> '')))) o)
    SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'composite type' END, c.relname FROM c WHERE c.relkind IN ('f', 'c')
    UNION ALL
    SELECT 'aggregate', p.proname FROM p WHERE p.prokind = 'a'
    UNION ALL
    SELECT 'range type', t.typname FROM pg_type t WHERE t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND t.typtype = 'r'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_type' AS regclass) AND d.objid = t.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'rule', r.rulename || ' on ' || c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND r.rulename <> '_RETURN'
    UNION ALL
    SELECT 'policy', l.polname || ' on ' || c.relname FROM pg_policy l JOIN pg_class c ON c.oid = l.polrelid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
    UNION ALL
    SELECT 'operator', o.oprname FROM pg_operator o WHERE o.oprnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_operator' AS regclass) AND d.objid = o.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'collation', l.collname FROM pg_collation l WHERE l.collnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
    UNION ALL
    SELECT 'statistics', s.stxname FROM pg_statistic_ext s WHERE s.stxnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
    UNION ALL
    SELECT 'inheritance', c.relname || ' of ' || (SELECT p.relname FROM pg_class p WHERE p.oid = i.inhparent) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND c.relkind = 'r' AND NOT c.relispartition
    UNION ALL
    -- What is told above, but for this of it.
    SELECT CASE t.tgenabled WHEN 'D' THEN 'disabled trigger' WHEN 'R' THEN 'replica trigger' ELSE 'always trigger' END, t.tgname || ' on ' || c.relname
    FROM pg_trigger t JOIN c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgenabled <> 'O' AND t.tgparentid <> 0
    UNION ALL
    SELECT CASE k.contype WHEN 'f' THEN 'option of the foreign key' ELSE 'option of the check' END, k.conname || ' on ' || c.relname
    FROM newer CROSS JOIN LATERAL (
      SELECT conname, contype, conrelid, confmatchtype, confdelsetcols, connoinherit FROM pg_constraint WHERE conparentid = 0) k
    JOIN c ON c.oid = k.conrelid
    WHERE (k.contype = 'f' AND (k.confmatchtype <> 's' OR k.confdelsetcols IS NOT NULL)) OR (k.contype = 'c' AND k.connoinherit)
    UNION ALL
    SELECT 'option of the index', x.relname FROM pg_index i JOIN c x ON x.oid = i.indexrelid
    WHERE NOT x.relispartition AND (x.reloptions IS NOT NULL OR x.reltablespace <> 0 OR i.indisclustered OR i.indisreplident
      OR (i.indnatts > i.indnkeyatts AND EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = x.oid AND k.contype IN ('p', 'u'))))
    UNION ALL
    SELECT CASE WHEN c.relkind IN ('i', 'I') THEN 'option of the index' ELSE 'option of the column' END, CASE WHEN c.relkind IN ('i', 'I') THEN c.relname ELSE c.relname || '.' || a.attname END
    FROM a JOIN c ON c.oid = a.attrelid WHERE c.relkind IN ('r', 'p', 'm') OR (c.relkind IN ('i', 'I') AND a.own AND NOT c.relispartition)
    UNION ALL
    -- SERIAL says nothing of how the sequence behind it counts.
    SELECT 'option of the sequence', s.relname FROM pg_sequence q JOIN c s ON s.oid = q.seqrelid
    JOIN pg_depend d ON d.classid = CAST('pg_class' AS regclass) AND d.objid = s.oid AND d.refclassid = CAST('pg_class' AS regclass) AND d.deptype = 'a'
    JOIN c ON c.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid AND a.attnotnull AND a.atthasdef
    WHERE s.relname = c.relname || '_' || a.attname || '_seq'
      AND (q.seqtypid <> a.atttypid OR q.seqstart <> 1 OR q.seqincrement <> 1 OR q.seqmin <> 1 OR q.seqcache <> 1 OR q.seqcycle
        OR q.seqmax <> CASE q.seqtypid WHEN CAST('smallint' AS regtype) THEN 32767 WHEN CAST('integer' AS regtype) THEN 2147483647 ELSE 9223372036854775807 END)
    UNION ALL
    SELECT 'default of the view column', c.relname || '.' || a.attname FROM c JOIN pg_attribute a ON a.attrelid = c.oid AND a.atthasdef WHERE c.relkind = 'v'
    UNION ALL
    SELECT 'option of the table', c.relname FROM c LEFT JOIN pg_am m ON m.oid = c.relam
    WHERE c.relkind IN ('r', 'p', 'm') AND (c.reloftype <> 0 OR m.amname <> 'heap')
    UNION ALL
    SELECT 'option of the table', c.relname FROM pg_class t JOIN c ON c.reltoastrelid = t.oid WHERE t.relkind = 't' AND t.reloptions IS NOT NULL
    UNION ALL
    SELECT 'collation of the domain', y.typname FROM pg_type y JOIN pg_type b ON b.oid = y.typbasetype
    WHERE y.typnamespace = (SELECT oid FROM s) AND y.typtype = 'd' AND y.typcollation <> b.typcollation
    UNION ALL
    SELECT 'comment', CASE d.classoid WHEN CAST('pg_class' AS regclass) THEN
        CASE WHEN c.relkind = 'S' THEN 'on the sequence ' || c.relname ELSE 'on the index ' || c.relname END
      WHEN CAST('pg_constraint' AS regclass) THEN 'on the constraint ' || k.conname
      ELSE 'on the trigger ' || t.tgname || ' on ' || r.relname END
    FROM pg_description d LEFT JOIN c ON d.classoid = CAST('pg_class' AS regclass) AND c.oid = d.objoid
    LEFT JOIN pg_constraint k ON d.classoid = CAST('pg_constraint' AS regclass) AND k.oid = d.objoid
    LEFT JOIN pg_trigger t ON d.classoid = CAST('pg_trigger' AS regclass) AND t.oid = d.objoid AND t.tgparentid <> 0 LEFT JOIN c r ON r.oid = t.tgrelid
    WHERE d.objoid >= 16384 AND (k.connamespace = (SELECT oid FROM s) OR r.oid IS NOT NULL OR (d.objsubid = 0 AND c.relkind = 'S')
      OR (c.relkind IN ('i', 'I') AND EXISTS (SELECT 1 FROM pg_constraint o JOIN pg_index i ON i.indexrelid = o.conindid AND i.indrelid = o.conrelid WHERE o.conindid = c.oid)))
    UNION ALL
    -- EXECUTE and USAGE belong to everybody until somebody takes them away.
    SELECT 'revoked right of everybody', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' FROM p
    WHERE p.proacl IS NOT NULL AND p.prokind = 'a' AND NOT starts_with(p.proname, :v2) AND NOT EXISTS (SELECT 1 FROM aclexplode(p.proacl) x WHERE x.grantee = 0)
    UNION ALL
    SELECT 'right on the type', y.typname FROM pg_type y WHERE y.typnamespace = (SELECT oid FROM s) AND y.typacl IS NOT NULL
      AND NOT y.oid IN (SELECT objid FROM extensions WHERE classid = CAST('pg_type' AS regclass))
    UNION ALL
    SELECT 'default privilege', 'of ' || pg_get_userbyid(d.defaclrole) FROM pg_default_acl d WHERE d.defaclnamespace = (SELECT oid FROM s)
    UNION
    SELECT o.kind, o.name FROM (
      SELECT 'text search configuration' AS kind, cfgname AS name, cfgnamespace AS place, CAST('pg_ts_config' AS regclass) AS of, oid FROM pg_ts_config
      UNION ALL SELECT 'text search dictionary', dictname, dictnamespace, CAST('pg_ts_dict' AS regclass), oid FROM pg_ts_dict
      UNION ALL SELECT 'text search parser', prsname, prsnamespace, CAST('pg_ts_parser' AS regclass), oid FROM pg_ts_parser
      UNION ALL SELECT 'text search template', tmplname, tmplnamespace, CAST('pg_ts_template' AS regclass), oid FROM pg_ts_template
      UNION ALL SELECT 'operator class', opcname, opcnamespace, CAST('pg_opclass' AS regclass), oid FROM pg_opclass
      UNION ALL SELECT 'operator family', opfname, opfnamespace, CAST('pg_opfamily' AS regclass), oid FROM pg_opfamily
      UNION ALL SELECT 'conversion', conname, connamespace, CAST('pg_conversion' AS regclass), oid FROM pg_conversion
      UNION ALL SELECT 'type', typname, typnamespace, CAST('pg_type' AS regclass), oid FROM pg_type WHERE typtype = 'b' AND typelem = 0) o
    WHERE o.place = (SELECT oid FROM s) AND NOT (o.of, o.oid) IN (SELECT classid, objid FROM extensions)
    ORDER BY 1, 2]],

  -- A digest of each table, and of everything else, for comparing a schema with what it was before: from the rows
  -- of the catalog themselves, whose xmin is another one after every change, and from the names of what they depend
  -- on, which may change without them. They say something in their own database only: the last row names it. What
  -- there is much of (columns, indexes) is hashed by the functions of its types, which is a third of concat_ws, and
  -- xmin as an array, because it has no function and its text takes longer than all the rest. What the questions
  -- above read of all tables (triggers, rules, policies, who may what) is among everything else, even when only some
  -- are wanted; so are the rows of the tables themselves.
  -- Of the whole database, and far sooner told than digests: the same mark, the same digests. A copy of this server
  -- gives the same numbers to other transactions, but was not started in the same moment.
  -- Most changes write a row of pg_class anew: where that is not the same, the rest need not be asked.
  mark = [[
    SELECT concat_ws('/', pg_postmaster_start_time(), (SELECT oid FROM pg_database WHERE datname = current_database()),
      (SELECT oid FROM pg_namespace WHERE nspname = :v1), sum(v.hash)) FROM (]] .. version("pg_class", 0) .. [[) v]],
  mark_rest = "SELECT sum(v.hash) FROM (" .. table.concat(versions, " UNION ALL ") .. ") v",

  -- Which transactions have ended. While it says the same, none did, and nothing that can be seen is another.
  moment = "SELECT CAST(txid_current_snapshot() AS text)",

  digests = [[
    WITH s AS (SELECT oid FROM pg_namespace WHERE nspname = :v1),
    t AS MATERIALIZED (SELECT oid, relname, xmin AS x FROM pg_class WHERE relnamespace = (SELECT oid FROM s) AND relkind IN ('r', 'p')),
    c AS MATERIALIZED (
      SELECT c.oid, c.relkind, t.oid AS owner,
        hash_array_extended(ARRAY[coalesce(i.xmin, c.xmin), c.xmin], hashnameextended(c.relname, hashcharextended(c.relkind, hashint8extended((CAST(c.oid AS bigint) << 32) + CAST(coalesce(i.indrelid, 0) AS bigint),
          CASE WHEN c.relacl IS NULL AND c.reloptions IS NULL AND c.reltablespace = 0 THEN 0
            ELSE hashtextextended(concat_ws('|', c.relacl, c.reloptions, (SELECT b.spcname FROM pg_tablespace b WHERE b.oid = c.reltablespace)), 0) END)))) AS hash
      FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
      LEFT JOIN t ON t.oid = coalesce(i.indrelid, CASE c.relkind WHEN 'S' THEN
        (SELECT d.refobjid FROM pg_depend d WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype IN ('a', 'i') LIMIT 1) END, c.oid)
      WHERE c.relnamespace = (SELECT oid FROM s) AND c.relkind <> 't' AND (t.oid IS NULL OR (true{only:t.relname}))),
    uses AS MATERIALIZED (
      SELECT c.owner, hashtextextended(concat_ws('|', d.classid, d.objid, d.objsubid, d.deptype,
          CASE d.refclassid WHEN CAST('pg_class' AS regclass) THEN (SELECT concat_ws('|', CAST(r.relnamespace AS regnamespace), r.relname,
            (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum = d.refobjsubid)) FROM pg_class r WHERE r.oid = d.refobjid)
          ELSE pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid) END), 11) AS hash
        FROM pg_depend d
        LEFT JOIN c ON c.oid = CASE d.classid WHEN CAST('pg_class' AS regclass) THEN d.objid
          WHEN CAST('pg_attrdef' AS regclass) THEN (SELECT x.adrelid FROM pg_attrdef x WHERE x.oid = d.objid)
          WHEN CAST('pg_constraint' AS regclass) THEN (SELECT k.conrelid FROM pg_constraint k WHERE k.oid = d.objid) END
        WHERE d.objid >= 16384 AND d.deptype IN ('n', 'e') AND d.refclassid <> CAST('pg_namespace' AS regclass)
          AND CASE d.classid WHEN CAST('pg_proc' AS regclass) THEN EXISTS (SELECT FROM pg_proc f WHERE f.oid = d.objid AND f.pronamespace = (SELECT oid FROM s))
            WHEN CAST('pg_type' AS regclass) THEN EXISTS (SELECT FROM pg_type y WHERE y.oid = d.objid AND y.typnamespace = (SELECT oid FROM s))
            WHEN CAST('pg_trigger' AS regclass) THEN EXISTS (SELECT FROM pg_trigger g JOIN pg_class r ON r.oid = g.tgrelid WHERE g.oid = d.objid AND r.relnamespace = (SELECT oid FROM s))
            WHEN CAST('pg_rewrite' AS regclass) THEN EXISTS (SELECT FROM pg_rewrite w JOIN pg_class r ON r.oid = w.ev_class WHERE w.oid = d.objid AND r.relnamespace = (SELECT oid FROM s))
            ELSE c.oid IS NOT NULL END
          AND NOT (d.refclassid = CAST('pg_class' AS regclass) AND d.refobjid = coalesce(c.owner, 0))),
    parts AS (
      SELECT owner, hash FROM c
      UNION ALL SELECT NULL, hash_array_extended(ARRAY[t.x], hashoidextended(t.oid, 18)) FROM t WHERE NOT starts_with(t.relname, :v2)
      UNION ALL SELECT c.owner, hash_array_extended(ARRAY[a.xmin], hashint8extended((CAST(a.atttypmod AS bigint) << 32) + CAST(a.atttypid AS bigint), hashnameextended(a.attname,
          hashint8extended((CAST(a.attrelid AS bigint) << 16) + a.attnum, CASE WHEN a.attacl IS NULL THEN 1 ELSE hashtextextended(CAST(a.attacl AS text), 1) END))))
        FROM c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c')
      UNION ALL SELECT c.owner, hashtextextended(CAST(d.adbin AS text), hash_array_extended(ARRAY[d.xmin], hashint2extended(d.adnum, hashoidextended(d.oid, 2)))) FROM pg_attrdef d JOIN c ON c.oid = d.adrelid
      UNION ALL SELECT c.owner, hashtextextended(concat_ws('|', k.oid, k.xmin, k.conname, k.conbin), 3)
        FROM pg_constraint k LEFT JOIN c ON c.oid = k.conrelid WHERE k.connamespace = (SELECT oid FROM s) AND (k.conrelid = 0 OR c.oid IS NOT NULL)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', g.oid, g.xmin, g.tgname), 4)
        FROM pg_trigger g JOIN pg_class r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal AND r.relnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', w.oid, w.xmin, w.ev_action), 5)
        FROM pg_rewrite w JOIN pg_class r ON r.oid = w.ev_class WHERE r.relnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', p.oid, p.xmin, p.proacl, p.prosrc), 6) FROM pg_proc p WHERE p.pronamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', y.oid, y.xmin, y.typname), 7) FROM pg_type y WHERE y.typnamespace = (SELECT oid FROM s) AND (y.typtype IN ('e', 'd', 'r') OR y.typacl IS NOT NULL OR (y.typtype = 'b' AND y.typelem = 0))
      UNION ALL SELECT c.owner, hashtextextended(concat_ws('|', i.inhparent, i.xmin, (SELECT p.relname FROM pg_class p WHERE p.oid = i.inhparent)), 8) FROM pg_inherits i JOIN c ON c.oid = i.inhrelid
      UNION ALL SELECT c.owner, hashtextextended(concat_ws('|', q.seqrelid, q.xmin, q.seqincrement), 9) FROM pg_sequence q JOIN c ON c.oid = q.seqrelid
      UNION ALL SELECT c.owner, hashtextextended(concat_ws('|', d.classoid, d.objoid, d.objsubid, d.xmin, d.description), 10)
        FROM pg_description d LEFT JOIN c ON d.classoid = CAST('pg_class' AS regclass) AND c.oid = d.objoid
        WHERE d.objoid >= 16384 AND CASE d.classoid WHEN CAST('pg_class' AS regclass) THEN c.oid IS NOT NULL
          WHEN CAST('pg_proc' AS regclass) THEN EXISTS (SELECT FROM pg_proc f WHERE f.oid = d.objoid AND f.pronamespace = (SELECT oid FROM s))
          WHEN CAST('pg_type' AS regclass) THEN EXISTS (SELECT FROM pg_type y WHERE y.oid = d.objoid AND y.typnamespace = (SELECT oid FROM s))
          WHEN CAST('pg_constraint' AS regclass) THEN EXISTS (SELECT FROM pg_constraint k WHERE k.oid = d.objoid AND k.connamespace = (SELECT oid FROM s))
          WHEN CAST('pg_trigger' AS regclass) THEN EXISTS (SELECT FROM pg_trigger g JOIN pg_class r ON r.oid = g.tgrelid WHERE g.oid = d.objoid AND r.relnamespace = (SELECT oid FROM s)) END
      UNION ALL SELECT owner, hash FROM uses
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', e.oid, e.xmin, e.enumlabel), 12) FROM pg_enum e JOIN pg_type y ON y.oid = e.enumtypid WHERE y.typnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', e.oid, e.xmin, e.extversion), 13) FROM pg_extension e WHERE e.extnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', l.oid, l.xmin, l.polname), 14) FROM pg_policy l JOIN pg_class r ON r.oid = l.polrelid WHERE r.relnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', o.oid, o.xmin, o.oprname), 15) FROM pg_operator o WHERE o.oprnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', l.oid, l.xmin, l.collname), 16) FROM pg_collation l WHERE l.collnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', x.oid, x.xmin, x.stxname), 17) FROM pg_statistic_ext x WHERE x.stxnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', x.oid, x.xmin, x.defaclacl), 19) FROM pg_default_acl x WHERE x.defaclnamespace = (SELECT oid FROM s)
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', x.oid, x.xmin, x.reloptions), 20) FROM pg_class x WHERE x.relkind = 't' AND x.reloptions IS NOT NULL
      UNION ALL SELECT NULL, hashtextextended(concat_ws('|', x.oid, x.xmin, x.name), 21) FROM (
        SELECT oid, xmin, cfgname AS name, cfgnamespace AS place FROM pg_ts_config UNION ALL SELECT oid, xmin, dictname, dictnamespace FROM pg_ts_dict
        UNION ALL SELECT oid, xmin, prsname, prsnamespace FROM pg_ts_parser UNION ALL SELECT oid, xmin, tmplname, tmplnamespace FROM pg_ts_template
        UNION ALL SELECT oid, xmin, opcname, opcnamespace FROM pg_opclass UNION ALL SELECT oid, xmin, opfname, opfnamespace FROM pg_opfamily
        UNION ALL SELECT oid, xmin, conname, connamespace FROM pg_conversion) x WHERE x.place = (SELECT oid FROM s)),
    sums AS MATERIALIZED (SELECT owner, sum(hash) AS hash FROM parts GROUP BY owner)
    SELECT 'table', t.relname, CAST(p.hash AS text) FROM sums p JOIN t ON t.oid = p.owner WHERE NOT starts_with(t.relname, :v2)
    UNION ALL SELECT 'others', '', CAST(p.hash AS text) FROM sums p WHERE p.owner IS NULL
    UNION ALL SELECT 'of', '', concat_ws('/', (SELECT oid FROM pg_database WHERE datname = current_database()), (SELECT oid FROM s))]],

  -- Who stands behind a table, view, trigger or routine and when it was changed, as far as the server tells.
  traces = [[
    SELECT c.relname, concat_ws(', ', 'owner ' || pg_get_userbyid(c.relowner),
      CASE current_setting('track_commit_timestamp') WHEN 'on' THEN 'changed ' || CAST(pg_xact_commit_timestamp(c.xmin) AS text) END)
    FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1) AND NOT starts_with(c.relname, :v2)
    UNION ALL
    SELECT p.proname, 'owner ' || pg_get_userbyid(p.proowner) FROM pg_proc p WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)]],

  -- How the server says types, and the shorter words for the same.
  type_words = [[
    character varying=varchar
    character=char
    timestamp without time zone=timestamp
    timestamp with time zone=timestamptz
    time without time zone=time
    time with time zone=timetz
    bit varying=varbit
    numeric=decimal]],

  -- Words for types, so that a misspelt one in a Lua schema is told from a type that somebody made.
  own_types = [[
    int2 int4 int8 float4 float8 int float integer bigint smallint numeric decimal money bool boolean char bpchar
    character varchar text bytea name citext date time timetz timestamp timestamptz interval bit varbit uuid xml
    json jsonb jsonpath oid regclass regtype serial bigserial smallserial point line lseg box path polygon
    circle cidr inet macaddr macaddr8 tsvector tsquery int4range int8range numrange tsrange tstzrange daterange
    int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange hstore ltree vector
    halfvec sparsevec geometry geography cube]],

  -- What waits for an undo, and its bytes, those of its partitions with it. :v1 is the schema, :v2 how
  -- its names begin.
  stashes = [[
    SELECT c.relname, CAST(pg_total_relation_size(c.oid) + COALESCE((SELECT SUM(pg_total_relation_size(i.inhrelid))
      FROM pg_inherits i WHERE i.inhparent = c.oid), 0) AS text)
    FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = :v1)
      AND c.relkind IN ('r', 'p', 'S') AND NOT c.relispartition AND starts_with(c.relname, :v2) ORDER BY 1]],

  -- A value as a literal that is read again as the same.
  literals_begin = "SET client_encoding = 'UTF8'",
  literal = "quote_nullable(CAST({column} AS text))",
}
