Flag before environment before file before default; every setting says where it came from.
--- dialects sqlite

--- file helium.toml
url = "sqlite:from_file.db"
designs = ["shop"]

[limits]
lock_timeout = "7s"

[environments.test]
url = "sqlite:from_env_table.db"
--- file shop/shop_1000.lua
-- shop_1000.lua
-- One table
return {
  forward = { { sql = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY)" } },
  reverse = { { sql = "DROP TABLE item" } },
}
--- run
unset DATABASE_URL
helium status --explain-config
--- out
url                       sqlite:from_file.db  helium.toml:1
password_file                                  default
schema                                         default
designs                   shop                 helium.toml:2
environment                                    default
home                                           default
undefined_macros          refuse               default
ledger.prefix             helium_              default
ledger.schema                                  default
lua.time                  ...                default
lua.memory                256MB                default
limits.connect_timeout    ...               default
limits.statement_timeout  none                 default
limits.lock_timeout       7s                   helium.toml:5
limits.runner_timeout     5 min ...            default
backup.command                                 default
--- run
unset DATABASE_URL
helium --url 'postgresql://me@h/d?tls=verify-full&sslrootcert=ca.pem&sslpassword=hidden' --explain-config | grep url
--- out
url                       postgresql://me@h/d  flag --url
url.tls                   verify-full          flag --url
url.sslpassword           ***                  flag --url
url.sslrootcert           ca.pem               flag --url
--- run
unset DATABASE_URL
echo 'DATABASE_URL=sqlite:from_dotenv.db' >.env
helium --explain-config | grep url
DATABASE_URL=sqlite:from_environment.db helium --explain-config | grep url
DATABASE_URL=sqlite:from_environment.db helium --url sqlite:from_flag.db --explain-config | grep url
rm .env
echo 'HELIUM_URL=sqlite:from_dotenv.db' >.env
DATABASE_URL=sqlite:from_environment.db helium --explain-config | grep url
HELIUM_URL=sqlite:from_helium_url.db DATABASE_URL=sqlite:from_environment.db helium --explain-config | grep url
helium --explain-config | grep url
rm .env
helium --env test --explain-config | grep url
echo sqlite:from_secret_file.db >secret
DATABASE_URL_FILE=secret helium --explain-config | grep url
--- out
url                       sqlite:from_dotenv.db  .env DATABASE_URL
url                       sqlite:from_environment.db  environment DATABASE_URL
url                       sqlite:from_flag.db  flag --url
url                       sqlite:from_environment.db  environment DATABASE_URL
url                       sqlite:from_helium_url.db  environment HELIUM_URL
url                       sqlite:from_dotenv.db  .env HELIUM_URL
url                       sqlite:from_env_table.db  helium.toml:8
url                       sqlite:from_secret_file.db  environment DATABASE_URL_FILE
--- run exit=78
helium --env nowhere status
--- out
config: helium.toml has no environment 'nowhere'
  hint: it has these: [test]
--- run exit=78
sed -i 's/^lock_timeout/lock_timout/' helium.toml
helium status
--- out
helium.toml:5:1: config: unknown setting 'limits.lock_timout'
  lock_timout = ***
  ^
  hint: did you mean limits.lock_timeout?
--- run exit=78
printf 'url = "sqlite:x.db\n' >helium.toml
helium status
--- out
helium.toml:1:19: config: the file is not valid TOML: Error while parsing string: unescaped control characters other than TAB (U+0009) are explicitly prohibited
--- run exit=78
printf 'url = 5\n' >helium.toml
helium status
--- out
helium.toml:1:7: config: 'url' must be a text
  url = ***
        ^
--- run exit=66
helium status --config nowhere.toml
--- out
missing: cannot read nowhere.toml: No such file or directory
