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
    LEFT JOIN information_schema.processlist p ON p.ID = l.id
    WHERE l.id IS NOT NULL]],
  -- Who may hold locks on the tables {names}. Without the plugin METADATA_LOCK_INFO nobody can look up who
  -- holds which: these have a transaction open, or name the table in what they run.
  blockers = [[
    SELECT CONCAT('perhaps connection ', CAST(p.ID AS char), ', user ', p.USER, '@', p.HOST,
                  COALESCE(CONCAT(', its transaction began ', CAST(t.trx_started AS char)), ''), ', ',
                  LOWER(p.COMMAND), ' for ', CAST(p.TIME AS char), ' s',
                  COALESCE(CONCAT(', ', LEFT(p.INFO, 200)), ''))
    FROM information_schema.processlist p
    LEFT JOIN information_schema.innodb_trx t ON t.trx_mysql_thread_id = p.ID
    WHERE p.ID <> CONNECTION_ID() AND p.COMMAND <> 'Daemon' AND (p.DB = {schema} OR p.DB IS NULL)
      AND (t.trx_id IS NOT NULL OR LOWER(p.INFO) REGEXP CONCAT_WS('|', {names}))
    ORDER BY t.trx_started IS NULL, t.trx_started LIMIT 3]],
}
