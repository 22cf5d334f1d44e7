-- The session lock: GET_LOCK on one name. It belongs to the whole server, so the name is a hash of
-- schema and prefix; at most 64 characters are allowed.
return {
  key_kind = "name",
  try = "SELECT COALESCE(CAST(GET_LOCK(:v1, 0) AS char), 'error')",
  release = "SELECT COALESCE(CAST(RELEASE_LOCK(:v1) AS char), '0')",
  holder = [[
    SELECT CONCAT('connection ', CAST(l.id AS char),
                  COALESCE(CONCAT(', user ', p.USER, '@', p.HOST, ', for ', CAST(p.TIME AS char),
                                  ' s, ', COALESCE(p.STATE, ''), ' ',
                                  COALESCE(LEFT(p.INFO, 200), '')), ''))
    FROM (SELECT IS_USED_LOCK(:v1) AS id) l
    LEFT JOIN performance_schema.processlist p ON p.ID = l.id
    WHERE l.id IS NOT NULL]],
  -- Who holds locks on the tables {names}, the oldest transaction first.
  blockers = [[
    SELECT CONCAT('connection ', CAST(t.PROCESSLIST_ID AS char), ', user ', t.PROCESSLIST_USER, '@',
                  COALESCE(t.PROCESSLIST_HOST, ''),
                  COALESCE(CONCAT(', its transaction began ', CAST(MIN(x.trx_started) AS char)), ''), ', ',
                  LOWER(t.PROCESSLIST_COMMAND), ' for ', CAST(t.PROCESSLIST_TIME AS char),
                  ' s, last statement ', COALESCE(LEFT(MAX(e.SQL_TEXT), 200), ''))
    FROM performance_schema.metadata_locks m
    JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
    LEFT JOIN performance_schema.events_statements_current e ON e.THREAD_ID = t.THREAD_ID
    LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID
    WHERE m.OBJECT_TYPE = 'TABLE' AND m.OBJECT_SCHEMA = {schema} AND LOWER(m.OBJECT_NAME) IN ({names})
      AND m.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID <> CONNECTION_ID()
    GROUP BY t.PROCESSLIST_ID, t.PROCESSLIST_USER, t.PROCESSLIST_HOST, t.PROCESSLIST_COMMAND,
      t.PROCESSLIST_TIME
    ORDER BY COALESCE(MIN(x.trx_started), NOW()) LIMIT 3]],
}
