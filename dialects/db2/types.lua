-- Portable column types, and what DB2 is able to do. A size is written {n}, {p} or {s}, its
-- range behind the colon. Each type is a macro too: boolean is ${BOOLEAN}, varchar(n) ${VARCHAR_n}.

return {
  types = {
    boolean = "BOOLEAN",
    smallint = "SMALLINT",
    integer = "INTEGER",
    bigint = "BIGINT",
    real = "REAL",
    double = "DOUBLE",
    ["decimal(p,s)"] = "DECIMAL({p:1..31},{s:0..31})",
    ["char(n)"] = "CHAR({n:1..255})",
    ["varchar(n)"] = "VARCHAR({n:1..32672})",
    text = "CLOB(1M)",
    blob = "BLOB(1M)",
    json = "CLOB(1M)",
    uuid = "CHAR(36)",
    date = "DATE",
    time = "TIME",
    datetime = "TIMESTAMP",
    timestamp = "TIMESTAMP",
    timestamptz = "TIMESTAMP",
  },
  traits = {
    ddl_in_transaction = true,
    schemas = true,
    session_lock = false,
    upper_case_names = true,
    literal_bytes = 32672,
  },
}
