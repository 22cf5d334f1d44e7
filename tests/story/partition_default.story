A default that a partition has for itself survives that its table gets another one, also where only what differs is read.
--- dialects postgresql
--- run
sql "CREATE TABLE p (id int, d int DEFAULT 1) PARTITION BY RANGE (id)"
sql "CREATE TABLE low PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id)"
sql "CREATE TABLE lowest PARTITION OF low FOR VALUES FROM (0) TO (5)"
sql "ALTER TABLE low ALTER COLUMN d SET DEFAULT 5"
helium inspect --format json > wanted.json
sql "ALTER TABLE ONLY p ALTER COLUMN d SET DEFAULT 2"
helium diff --from "$DATABASE_URL" --to wanted.json --format sql
--- out
ALTER TABLE "p" ALTER COLUMN "d" DROP DEFAULT;
ALTER TABLE "p" ALTER COLUMN "d" SET DEFAULT 1;
ALTER TABLE "low" ALTER COLUMN "d" DROP DEFAULT;
ALTER TABLE "low" ALTER COLUMN "d" SET DEFAULT 5;
