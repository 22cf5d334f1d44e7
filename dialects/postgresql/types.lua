-- Portable column types, and what PostgreSQL is able to do. A size is written {n}, {p} or {s}, its
-- range behind the colon. Each type is a macro too: boolean is ${BOOLEAN}, varchar(n) ${VARCHAR_n}.

return {
  types = {
    boolean = "boolean",
    smallint = "smallint",
    integer = "integer",
    bigint = "bigint",
    real = "real",
    double = "double precision",
    ["decimal(p,s)"] = "decimal({p:1..1000},{s:0..1000})",
    ["char(n)"] = "char({n:1..10485760})",
    ["varchar(n)"] = "varchar({n:1..10485760})",
    text = "text",
    blob = "bytea",
    json = "jsonb",
    uuid = "uuid",
    date = "date",
    time = "time",
    datetime = "timestamp",
    timestamp = "timestamp",
    timestamptz = "timestamptz",
  },
  traits = {
    ddl_in_transaction = true,
    schemas = true,
    session_lock = true,
    upper_case_names = false,
    literal_bytes = 0,
  },
}
