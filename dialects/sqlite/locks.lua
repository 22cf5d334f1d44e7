-- SQLite has no session lock: the fence, and the transaction that it stands in, keep runners apart.
return {}
