A file's own BEGIN becomes the transaction of the step; what it asks for beyond that is told, or kept where the
file asks for no transaction. What is quoted has the file's own line ends.
--- dialects postgresql

--- run
mkdir plain own
printf 'BEGIN ISOLATION LEVEL SERIALIZABLE;\r\nCREATE TABLE a AS SELECT current_setting($$transaction_isolation$$) AS mode;\r\nCOMMIT;\r\n' > plain/V1__a.sql
printf -- '-- migrate:up transaction:false\nBEGIN ISOLATION LEVEL SERIALIZABLE;\nCREATE TABLE b AS SELECT current_setting($$transaction_isolation$$) AS mode;\nCOMMIT;\n' > own/1_b.sql
printf "CREATE TABLE c (d text);\r\nINSERT INTO c VALUES ('1\r\n2');\r\n" > plain/V2__c.sql
helium up --design plain
sql "SELECT mode FROM a"
helium up --design own
sql "SELECT mode FROM b"
sql "SELECT encode(convert_to(d, 'UTF8'), 'hex') FROM c"
--- out
plain/V1__a.sql:1:1: warning: transaction_mode: BEGIN and COMMIT become the transaction of the step, which is without ISOLATION LEVEL SERIALIZABLE
  hint: ...
up   plain 1 ...
up   plain 2 ...
2 migrations in ...
read committed
up   own 1 ...
1 migration in ...
serializable
310d0a32
