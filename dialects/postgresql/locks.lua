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
}
