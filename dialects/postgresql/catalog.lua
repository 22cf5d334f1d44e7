-- Questions to the catalog of PostgreSQL.
return {
  database_exists = "SELECT '1' FROM pg_database WHERE datname = :v1",
  create_database = "CREATE DATABASE ${NAME}",
  drop_database = "DROP DATABASE ${NAME}",
  schema_exists = "SELECT '1' FROM pg_namespace WHERE nspname = :v1",
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
}
