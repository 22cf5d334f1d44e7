---@meta helium
-- Types of Helium's migration files for the Lua language server (LuaLS), which editors use for completion,
-- help and checks. docs/authoring.md says how an editor is told about this folder. Nothing here is run.

---The dialect that the file is expanded for.
---@type "postgresql"|"mysql"|"mariadb"|"sqlite"|"db2"
engine = ""

---One entry of a section: one or several statements.
---@class helium.Entry
---@field sql string SQL with `${MACROS}`; several statements are split by the dialect's own lexer
---@field description? string what it does, in a few words
---@field reverse? string the SQL that takes it back; when all forward entries have one, no reverse section is needed
---@field expect? "no_rows"|"no_warning"|integer what must come back, or the migration stops: no row, no warning, that many rows
---@field online? boolean `true` asks for the gentle form where there is one

---What a section function gets: a list to insert entries into.
---@class helium.Queries
---@field [integer] helium.Entry

---@alias helium.Section helium.Entry[]|fun(queries: helium.Queries)

---Queries that must find no row, before the first statement and after the last one.
---@class helium.Check
---@field before? string|string[]
---@field after? string|string[]

---What a migration file returns.
---@class helium.Migration
---@field forward helium.Section what `helium up` runs
---@field reverse? helium.Section what `helium down` runs, in the opposite order of `forward`
---@field diagram? helium.Section the table as it is after this migration, as JSON
---@field table? string the table it is about: `${TABLE}`
---@field transaction? "whole"|"each"|"none" one transaction; each statement by itself with a journal; no transaction of ours
---@field requires? string[] migrations that must be applied before, as `"shop_1001"`
---@field tags? string[] words to find it by
---@field timeout? string|number how long one statement may take: `"30s"`
---@field lock_timeout? string|number how long one statement may wait for a lock
---@field irreversible? string why there is no way back
---@field check? helium.Check
---@field macros? table<string, string|integer> macros of this file alone
---@field repeatable? boolean run again whenever its text, or a macro of its design, changes
---@field online? boolean the gentle form of every entry where there is one
