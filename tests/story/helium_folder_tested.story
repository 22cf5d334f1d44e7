`helium test` judges a Helium folder by what its way back promises: what is applied goes, what is loaded stays.
--- dialects sqlite

--- file helium.toml
environment = ["HARBOR_ADMIN", "HARBOR_SECRET"]
--- run exit=65
export HARBOR_ADMIN=chief HARBOR_SECRET=s3cret
helium test --design $COMPAT/harbor --design $COMPAT/pilot --dialect sqlite --scratch none --cache cache > told 2>&1
code=$?
sed -n 1,5p told
grep -v ^passed told
grep "pilot 2003" told
exit $code
--- out
passed  sqlite  harbor 1000  The queries table and what it needs
passed  sqlite  harbor 1001  Berths: where a ship can lie ...  stays loaded: 3 rows in queries, which down leaves
passed  sqlite  harbor 1002 ...
passed  sqlite  harbor 1003 ...
passed  sqlite  harbor 1004  Lookup 1: where a ship is ...  stays loaded: 2 rows in queries, which down leaves
failed  sqlite  harbor 1010  Berths are built again, with their quay ...  down does not lead back; rows lost: berths (16, such as berth_id = 20001)
33 tried, 1 failed, in ...
passed  sqlite  pilot 2003   Two boats ...  stays loaded: 2 rows in queries, which down leaves
