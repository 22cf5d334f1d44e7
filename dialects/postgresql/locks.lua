-- The session lock of PostgreSQL: an advisory lock on one 64-bit number.
return {
  key_kind = "number",
  try = "SELECT CASE WHEN pg_try_advisory_lock(CAST(:v1 AS bigint)) THEN '1' ELSE '0' END",
  release = "SELECT CASE WHEN pg_advisory_unlock(CAST(:v1 AS bigint)) THEN '1' ELSE '0' END",
  holder = [[
    SELECT concat('pid ', l.pid, ', user ', a.usename, ', ', nullif(a.application_name, ''),
                  ' since ', CAST(a.backend_start AS text), ', ', a.state, ' ', left(a.query, 200))
    FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND ((CAST(l.classid AS bigint) << 32) | CAST(l.objid AS bigint)) = CAST(:v1 AS bigint)]],
  -- Who holds locks on the tables or indexes {names}, the one that holds the strongest for the longest time first.
  blockers = [[
    SELECT concat('pid ', a.pid, ', user ', a.usename, ', ', nullif(a.application_name, '') || ', ',
                  a.state, ', its transaction began ', CAST(a.xact_start AS text), ', last statement ',
                  left(a.query, 200))
    FROM pg_stat_activity a JOIN (
      SELECT l.pid, max(array_position(CAST(ARRAY['AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
               'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
               'AccessExclusiveLock'] AS text[]), l.mode)) AS strength
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
      LEFT JOIN pg_index i ON i.indrelid = c.oid LEFT JOIN pg_class x ON x.oid = i.indexrelid
      WHERE l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = {schema})
        AND (lower(c.relname) IN ({names}) OR lower(x.relname) IN ({names}))
      GROUP BY l.pid) h ON h.pid = a.pid
    WHERE a.pid <> pg_backend_pid() ORDER BY h.strength DESC, a.xact_start LIMIT 3]],
  -- What waits for every older transaction, as CREATE INDEX CONCURRENTLY does, waits for these.
  elders = [[
    SELECT concat('pid ', a.pid, ', user ', a.usename, ', ', nullif(a.application_name, '') || ', ',
                  a.state, ', its transaction began ', CAST(a.xact_start AS text), ', last statement ',
                  left(a.query, 200))
    FROM pg_stat_activity a
    WHERE a.pid <> pg_backend_pid() AND a.datname = current_database()
      AND (a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL)
    ORDER BY a.xact_start LIMIT 3]],
}
