-- Questions to the catalog of DB2. A database is made by the server's own commands. What runs outside
-- a transaction are administrative calls, which name their objects inside a string: no fingerprint.
return {
  schema_exists = "SELECT '1' FROM SYSCAT.SCHEMATA WHERE SCHEMANAME = :v1",
  create_schema = "CREATE SCHEMA ${NAME}",
  drop_schema = "DROP SCHEMA ${NAME} RESTRICT",
}
