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
}
