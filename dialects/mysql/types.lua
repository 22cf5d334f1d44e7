-- Portable column types, and what MySQL is able to do. A size is written {n}, {p} or {s}, its
-- range behind the colon. Each type is a macro too: boolean is ${BOOLEAN}, varchar(n) ${VARCHAR_n}.
-- A varchar of utf8mb4 fills the longest row at 16383 characters.

return {
  types = {
    boolean = "boolean",
    smallint = "smallint",
    integer = "int",
    bigint = "bigint",
    real = "float",
    double = "double",
    ["decimal(p,s)"] = "decimal({p:1..65},{s:0..30})",
    ["char(n)"] = "char({n:1..255})",
    ["varchar(n)"] = "varchar({n:1..16383})",
    text = "longtext",
    blob = "longblob",
    json = "json",
    uuid = "char(36)",
    date = "date",
    time = "time",
    datetime = "datetime(3)",
    timestamp = "datetime(3)",
    timestamptz = "datetime(3)",
  },
  traits = {
    ddl_in_transaction = false,
    schemas = true,
    session_lock = true,
    upper_case_names = false,
    literal_bytes = 0,
  },
}
