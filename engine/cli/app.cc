// The table of commands and options.
#include "base/text.h"
#include "cli/commands.h"
#include "helium/dialect.h"

namespace helium::cli {
namespace {

class Table {
 public:
  Table(CLI::App& app, Options& options, Action& action)
      : app_(app), options_(options), action_(action) {}

  void globals();
  void movers();
  void lookers();
  void authors();
  void documents();
  void schemas();
  void generated();
  void tried();
  void watched();
  void others();

 private:
  CLI::App& command(const char* name, const char* text, std::function<int(const Options&)> work);
  CLI::App& mover(const char* name, const char* text, Goal::Verb verb);
  enum class Dialects { one, several };
  void dialect(CLI::App& command, Dialects dialects);
  void scratch(CLI::App& command);

  CLI::App& app_;
  Options& options_;
  Action& action_;
};

CLI::App& Table::command(const char* name, const char* text,
                         std::function<int(const Options&)> work) {
  CLI::App* sub = app_.add_subcommand(name, text);
  sub->fallthrough();
  sub->callback([this, work = std::move(work)] {
    action_ = [&options = options_, work] { return work(options); };
  });
  return *sub;
}

CLI::App& Table::mover(const char* name, const char* text, Goal::Verb verb) {
  auto& sub = command(name, text, [verb](const Options& options) { return move(options, verb); });
  sub.add_option("--lock-timeout", options_.lock_timeout, "how long to wait for another runner");
  sub.add_option("--wait", options_.wait, "how long to wait for the server: 60s");
  sub.add_option("--backup", options_.backup, "make a backup at this path first");
  sub.add_flag("--exclusive", options_.exclusive, "SQLite: hold the file for the whole run");
  return sub;
}

void Table::dialect(CLI::App& command, Dialects dialects) {
  const bool one = dialects == Dialects::one;
  auto* option = command
                     .add_option("--dialect", options_.dialects,
                                 std::string("postgresql, mysql, mariadb, sqlite or db2") +
                                     (one ? "" : "; repeatable"))
                     ->check(CLI::IsMember(std::vector<std::string>(std::begin(dialect_names),
                                                                    std::end(dialect_names))));
  if (one) {
    option->expected(1);
  } else {
    option->allow_extra_args(false);
  }
}

void Table::scratch(CLI::App& command) {
  command
      .add_option("--scratch", options_.scratch,
                  "a server on which a schema may be made and removed; none: start no server")
      ->allow_extra_args(false)
      ->envname("SHADOW_DATABASE_URL");
  command.add_option("--cache", options_.cache,
                     "where what can be made again is kept; else the user's cache folder");
}

void Table::globals() {
  app_.add_option("--config", options_.request.config, "the helium.toml to read");
  app_.add_option("--env", options_.request.environment, "an environment of helium.toml");
  app_.add_option("--url", options_.request.url, "the database");
  app_.add_option("--design", options_.request.designs, "a folder of migrations; repeatable")
      ->allow_extra_args(false);
  app_.add_option("--schema", options_.request.schema, "the schema to work in");
  app_.add_option("--home", options_.request.home, "a copy of scripts/, macros/ and dialects/");
  app_.add_option("--format", options_.format,
                  "text or json; validate also sarif, junit, github, markdown; test also junit; "
                  "inspect, diff also sql and lua; "
                  "inspect, diagram svg, mermaid, dot, dbml")
      ->check(CLI::IsMember({"text", "json", "sql", "lua", "sarif", "junit", "github", "markdown",
                             "svg", "mermaid", "dot", "dbml"}));
  app_.add_option("--log-file", options_.log_file, "append a log to this file");
  app_.add_flag("--verbose", options_.verbose, "show the log on stderr too");
  app_.add_flag("--explain-config", options_.explain, "print every setting and its source");
}

void Table::movers() {
  auto& up = mover("up", "apply pending migrations", Goal::Verb::up);
  up.add_option("--to", options_.to, "stop after this number");
  up.add_option("--steps", options_.steps, "at most so many migrations");
  up.add_option("--plan", options_.plan, "run only if the plan is still the one in this file");
  up.add_flag("--group", options_.group, "all pending migrations in one transaction, or none");
  up.add_flag("--out-of-order", options_.out_of_order, "run files below the newest applied one");
  up.add_flag("--load-only", options_.load_only, "load Helium folders, apply nothing");
  up.add_flag("--no-checkpoint", options_.replay,
              "run every migration, also where a checkpoint stands for them");
  auto& down = mover("down", "revert migrations; one when nothing is said", Goal::Verb::down);
  down.add_option("--to", options_.to, "revert everything above this number");
  down.add_option("--steps", options_.steps, "so many migrations");
  down.add_flag("--all", options_.all, "revert everything");
  auto& go_to = mover("goto", "go up or down to a number", Goal::Verb::go_to);
  go_to.add_option("number", options_.to, "the number to be at")->required();
  go_to.add_flag("--out-of-order", options_.out_of_order, "run files below the newest applied one");
  auto& redo = mover("redo", "revert the newest migration and apply it again", Goal::Verb::redo);
  redo.add_option("--steps", options_.steps, "so many migrations");
  auto& resume = mover("resume", "go on after a failure", Goal::Verb::resume);
  resume.add_option("--as", options_.as, "what became of the statement in doubt: done or undone")
      ->check(CLI::IsMember({"done", "undone"}));
  resume.add_flag("--undo", options_.undo, "take the finished statements back");
}

void Table::lookers() {
  auto& status_command = command("status", "what is applied, pending, changed or missing", status);
  status_command.add_flag("--exit-code", options_.exit_code, "exit 1 unless all is up to date");
  status_command.add_flag("--deep", options_.deep,
                          "expand the files of Helium folders and compare what is loaded");
  auto& past = command("history", "everything that ever happened here", history);
  past.add_flag("--exit-code", options_.exit_code, "exit 1 when the ledger was changed by hand");
  auto& planned = command("plan", "the exact statements that would run; reads only", plan);
  planned.add_option("--out", options_.out, "write the plan to this file, for up --plan");
  planned.add_flag("--down", options_.down, "the way down instead of up");
  planned.add_option("--to", options_.to, "as far as this number");
  planned.add_option("--steps", options_.steps, "at most so many migrations");
  planned.add_flag("--all", options_.all, "with --down: everything");
  planned.add_flag("--group", options_.group, "as up --group");
  planned.add_flag("--out-of-order", options_.out_of_order, "as up --out-of-order");
  planned.add_flag("--no-checkpoint", options_.replay, "as up --no-checkpoint");
  planned.add_flag("--exit-code", options_.exit_code, "exit 1 when there is something to do");
  auto& base = command("baseline", "record migrations as applied without running them", baseline);
  auto* number = base.add_option("number", options_.to, "up to this number");
  base.add_flag("--write", options_.write, "write the first one, from what the database holds")
      ->excludes(number);
  scratch(base);
  auto& mend = command("repair", "accept changed files", repair);
  mend.add_option("numbers", options_.numbers, "only these migrations");
  mend.add_flag("--forget-missing", options_.forget, "forget migrations whose file is gone");
  auto& kept = command("stash", "what is kept for an undo: list, export NAME, clear", stash);
  kept.add_option("deed", options_.words,
                  "list, export NAME or clear [NAME ...]; a NAME, or all of shop@1002");
  kept.add_option("--to", options_.out, "export: write the SQL to this file");
  kept.add_option("--older-than", options_.older_than,
                  "only of migrations that did not move for so long: 30d");
  kept.add_flag("--yes", options_.yes, "clear: without asking");
  kept.add_option("--lock-timeout", options_.lock_timeout, "how long to wait for another runner");
  auto& made = command("create", "create the database or schema", create);
  made.add_option("--wait", options_.wait, "how long to wait for the server: 60s");
  auto& gone = command("drop", "remove the database or schema with all its data", drop);
  gone.add_flag("--yes", options_.yes, "really");
}

void Table::authors() {
  auto& start = command("init", "a new project in this folder", init);
  start.add_option("design", options_.path,
                   "name of the design, added to a helium.toml that is there");
  auto& made = command("new", "the next migration file", new_migration);
  made.add_option("title", options_.words, "what it does")->required();
  auto& moved = command("renumber", "move pending files above merged ones", renumber);
  moved.add_option("numbers", options_.numbers, "these files; else those out of order");
  auto& expanded = command("expand", "one migration as SQL", expand);
  expanded.add_option("file", options_.path, "the migration")->required();
  expanded.add_option("--section", options_.section, "one way alone: forward or reverse")
      ->check(CLI::IsMember({"forward", "reverse"}));
  expanded.add_flag("--open", options_.open, "show sealed blocks of a Helium folder decoded");
  dialect(expanded, Dialects::one);
  dialect(command("macros", "the macro table", macros), Dialects::one);
  auto& pieces = command("split", "the statements of an SQL file", split);
  pieces.add_option("file", options_.path, "the SQL file")->required();
  dialect(pieces, Dialects::one);
  auto& checked = command("validate", "check the designs without a database", validate);
  checked.add_flag("--write", options_.write, "write helium.sum");
  dialect(checked, Dialects::several);
}

void Table::documents() {
  auto& listed = command("index", "the table of migrations in each design's README", index);
  listed.add_flag("--check", options_.check, "write nothing; exit 1 when a README is stale");
  auto& drawn =
      command("diagram", "the schema as a picture: svg, mermaid, dot, dbml or json", diagram);
  drawn.add_option("--at", options_.to, "as it is after this migration; else after all");
  drawn.add_option("--from", options_.from, "mark what changed since this migration");
  drawn.add_flag("--all", options_.all, "a file for every version; needs --output");
  drawn.add_option("--output", options_.out, "write to this file, or with --all into this folder");
  dialect(drawn, Dialects::one);
  auto& site = command("docs", "a static site about the designs; works from a folder", document);
  site.add_option("--output", options_.out, "the folder to write to")->required();
  dialect(site, Dialects::several);
}

void Table::schemas() {
  command("inspect", "what the schema holds, without Helium's own tables", inspect);
  auto& compared = command("diff", "what makes one schema into another", diff);
  compared
      .add_option("--from", options_.from_schema,
                  "a URL, a .sql file or folder, or Lua or JSON of inspect")
      ->required();
  compared.add_option("--to", options_.to_schema, "the schema to arrive at")->required();
  compared
      .add_option("--rename", options_.words,
                  "table.old=new or old=new; with nothing behind =: dropped, not renamed")
      ->allow_extra_args(false);
  compared.add_flag("--exit-code", options_.exit_code, "exit 1 when they differ");
  scratch(compared);
  dialect(compared, Dialects::one);
}

void Table::generated() {
  auto& made =
      command("generate", "the next migration, from what differs between schemas", generate);
  made.add_option("name", options_.path, "what the migration does")->required();
  made.add_option("--from", options_.from_schema,
                  "a URL, a .sql file or folder, or JSON of inspect")
      ->required();
  made.add_option("--to", options_.to_schema, "the schema to arrive at");
  made.add_option("--op", options_.operations,
                  "instead of --to: add_column TABLE NAME TYPE ...; repeatable")
      ->allow_extra_args(false);
  made.add_option("--ops", options_.operations_file, "a file of operations, one in a line");
  made.add_option("--backfill", options_.backfills,
                  "TABLE.COLUMN=EXPRESSION for rows that are there")
      ->allow_extra_args(false);
  made.add_option("--rename", options_.words, "table.old=new or old=new, as diff --rename")
      ->allow_extra_args(false);
  made.add_flag("--idempotent", options_.idempotent, "statements that may run twice");
  made.add_flag("--unproved", options_.unproved, "write what was not tried");
  scratch(made);
  dialect(made, Dialects::one);
}

void Table::tried() {
  auto& tried = command("test", "every migration up, down and up again on throw-away places", test);
  tried.add_option("design", options_.request.designs, "a folder of migrations; repeatable")
      ->excludes(app_.get_option("--design"));
  tried.add_option("--target", options_.to, "as far as this number");
  tried.add_flag("--all", options_.all, "also what did not change since it passed");
  tried.add_option("--junit", options_.junit, "write JUnit's XML to this file, too");
  scratch(tried);
  dialect(tried, Dialects::several);
  auto& folded =
      command("checkpoint", "many migrations as one proved file, for empty databases", checkpoint);
  folded.add_option("number", options_.to, "up to this migration; else all");
  scratch(folded);
  dialect(folded, Dialects::several);
}

void Table::watched() {
  scratch(command("drift", "what was changed beside the migrations", drift));
  auto& made = command("auto", "write and run the migration to a wanted schema", automatic);
  made.add_option("--to", options_.to_schema,
                  "a URL, a .sql file or folder, or Lua or JSON of inspect")
      ->required();
  made.add_option("--title", options_.path, "what the migration is called");
  made.add_option("--backfill", options_.backfills,
                  "TABLE.COLUMN=EXPRESSION for rows that are there")
      ->allow_extra_args(false);
  made.add_option("--rename", options_.words, "table.old=new or old=new, as diff --rename")
      ->allow_extra_args(false);
  made.add_flag("--allow-destructive", options_.allow_destructive, "what takes data away may run");
  made.add_flag("--dry-run", options_.dry_run, "tell what would be done, and do nothing");
  made.add_flag("--unproved", options_.unproved, "run what was not tried");
  scratch(made);
}

void Table::others() {
  auto& shell = command("completion", "a completion script", [&app = app_](const Options& options) {
    print(completion(app, options.path));
    return 0;
  });
  shell.add_option("shell", options_.path, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command("manual", "the manual page in roff", [&app = app_](const Options&) {
    print(manual(app));
    return 0;
  });
  command("version", "the version of this program", [](const Options& options) {
    const std::string number = version();
    print(options.json() ? "{\"version\":1,\"helium\":" + show::quoted(number) + "}\n"
                         : "helium " + number + "\n");
    return 0;
  });
  app_.set_version_flag("--version", std::string("helium ") + version());
}

}  // namespace

std::unique_ptr<CLI::App> make_app(Options& options, Action& action) {
  auto app = std::make_unique<CLI::App>("Database migrations in Lua", "helium");
  app->require_subcommand(0, 1);
  auto table = std::make_shared<Table>(*app, options, action);
  table->globals();
  table->movers();
  table->lookers();
  table->authors();
  table->documents();
  table->schemas();
  table->generated();
  table->tried();
  table->watched();
  table->others();
  // The callbacks hold a plain pointer to the table: it lives as long as the app.
  app->final_callback([table] {});
  return app;
}

}  // namespace helium::cli
