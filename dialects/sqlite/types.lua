-- Portable column types, and what SQLite is able to do. A size is written {n}, {p} or {s}, its
-- range behind the colon. Each type is a macro too: boolean is ${BOOLEAN}, varchar(n) ${VARCHAR_n}.
-- SQLite keeps sizes as a remark only; the ranges keep what is written portable.

return {
  types = {
    boolean = "integer",
    smallint = "integer",
    integer = "integer",
    bigint = "integer",
    real = "real",
    double = "real",
    ["decimal(p,s)"] = "decimal({p:1..1000},{s:0..1000})",
    ["char(n)"] = "char({n:1..1000000000})",
    ["varchar(n)"] = "varchar({n:1..1000000000})",
    text = "text",
    blob = "blob",
    json = "text",
    uuid = "text",
    date = "text",
    time = "text",
    datetime = "text",
    timestamp = "text",
    timestamptz = "text",
  },
  traits = {
    ddl_in_transaction = true,
    schemas = false,
    session_lock = false,
    upper_case_names = false,
    literal_bytes = 0,
  },
}
