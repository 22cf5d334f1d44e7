-- SQLite keeps every statement that changes the schema inside a transaction, so nothing is ever in
-- doubt and no fingerprint is needed. A database is a file: it is made and removed as one.
return {}
