"""Keeps dbt loaded. Reads one JSON request a line from stdin, answers JSON lines on what was stdout when it started.

request   {"id", "project", "profiles", "warehouse", "target", "logs", "code", "args": [...]}  for a command of dbt, or
          {…, "live": ["stats_files", …]}  for the live lane: what is downstream of these raw tables, as dbt compiled it
progress  {"id", "progress": {"unique_id", "status"}}
answer    {"id", "success", "error", "results": [{"unique_id", "status", "message", "failures", "execution_time"}], "elapsed"}

`code` names the state of the project's files: the parsed manifest is reused for as long as it stays the same.
Everything that dbt itself prints goes to stderr. The worker ends with its parent or with the end of stdin.
"""

import ctypes
import json
import os
import signal
import sys
import time

PARENT = os.getppid()


def die_with_parent():
    """SIGKILL when the parent ends, however it ends (Linux); elsewhere the end of stdin has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)
    if os.getppid() != PARENT:
        sys.exit(1)


def take_stdout():
    """The channel to the parent; from here on, what anything prints to stdout goes to stderr."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    return channel


PARSED = {}
SPARE = {}
COMPILED = {}

# what macros/scope.sql reads; int_scope is the model that says which blocks of time are worked on
SCOPE_VARIABLES = """
    set variable scope_from = (select min(from_at) from intermediate.int_scope);
    set variable scope_until = (select max(until_at) from intermediate.int_scope);
    set variable scope_has_timeless = (
        select coalesce(bool_or(timestamptz '2000-01-01 00:00:00+00' between from_at and until_at), false) from intermediate.int_scope
    )
"""


def global_args(request):
    return [
        "--project-dir", request["project"],
        "--profiles-dir", request["profiles"],
        "--target-path", request["target"],
        "--log-path", request["logs"],
    ]


def fresh_manifest(request):
    """A copy of the project's manifest of its own: dbt writes into the one that it is given."""
    key = (request["project"], request["target"], request["code"])
    if key not in PARSED:
        parsed = dbtRunner().invoke(["parse", "--quiet", *global_args(request)])
        if not parsed.success:
            raise RuntimeError(str(parsed.exception) if parsed.exception else "dbt could not parse the project")
        PARSED.clear()
        SPARE.clear()
        PARSED[key] = parsed.result
    return SPARE.pop(key, None) or PARSED[key].deepcopy()


def prepare_spare_manifest():
    """Copying takes most of a second: done after an answer, so that the next request does not wait for it."""
    for key, manifest in PARSED.items():
        SPARE[key] = manifest.deepcopy()


def progress_of(request_id, say):
    def tell(event):
        if event.info.name == "NodeFinished":
            node = event.data.node_info
            say({"id": request_id, "progress": {"unique_id": node.unique_id, "status": node.node_status}})

    return tell


def results_of(result):
    """What each node came to; empty for commands that run no nodes."""
    return [
        {
            "unique_id": each.node.unique_id,
            "status": str(each.status),
            "message": each.message,
            "failures": each.failures,
            "execution_time": each.execution_time,
        }
        for each in getattr(result, "results", None) or []
        if getattr(each, "node", None) is not None
    ]


def run_dbt(request, say):
    runner = dbtRunner(manifest=fresh_manifest(request), callbacks=[progress_of(request["id"], say)])
    done = runner.invoke([*request["args"], *global_args(request)])
    return bool(done.success), results_of(done.result), str(done.exception) if done.exception else None


def compiled_models(request):
    """Every model as dbt compiles it for the live lane, parents first. Once per state of the code."""
    key = (request["project"], request["target"], request["code"])
    if key not in COMPILED:
        runner = dbtRunner(manifest=fresh_manifest(request))
        only_models = ["--select", "resource_type:model", "--indirect-selection", "empty"]
        done = runner.invoke(["compile", "--quiet", "--no-introspect", *only_models, *global_args(request)])
        if not done.success:
            raise RuntimeError(str(done.exception) if done.exception else "dbt could not compile the models")
        DuckDBConnectionManager.close_all_connections()
        COMPILED.clear()
        COMPILED[key] = [each.node for each in done.result.results if each.node.resource_type == "model"]
    return COMPILED[key]


def downstream(nodes, tables):
    """The nodes below some raw tables, in the order of the nodes."""
    reached = {f"source.{node.package_name}.raw.{table}" for node in nodes[:1] for table in tables}
    chosen = []
    for node in nodes:
        if reached.intersection(node.depends_on.nodes):
            reached.add(node.unique_id)
            chosen.append(node)
    return chosen


def statement_of(node):
    """What brings a model up to date."""
    table = node.relation_name
    if node.config.materialized == "exchanged":
        scope = (
            "exists (select 1 from intermediate.int_scope as scope where order_at between scope.from_at and scope.until_at)"
            " and order_at between getvariable('scope_from') and getvariable('scope_until')"
            " or getvariable('scope_has_timeless') and order_at is null"
        )
        return f"delete from {table} where {scope}; insert into {table} by name\n{node.compiled_code}"
    if node.config.materialized == "table" and node.contract.enforced:
        return f"delete from {table}; insert into {table} by name\n{node.compiled_code}"
    if node.config.materialized == "table":
        return f"create or replace table {table} as\n{node.compiled_code}"
    raise RuntimeError(f"the live lane cannot run {node.unique_id}: it is materialized as {node.config.materialized}")


def open_as_profiled(request):
    """The warehouse, with the settings of the project's profile."""
    with open(os.path.join(request["profiles"], "profiles.yml"), encoding="utf-8") as file:
        text = jinja2.Template(file.read()).render(env_var=lambda name, default=None: os.environ.get(name, default))
    profile = next(iter(yaml.safe_load(text).values()))
    output = profile["outputs"][profile["target"]]
    connection = duckdb.connect(output["path"], config={"threads": output["threads"]})
    for name, value in output["settings"].items():
        connection.execute(f"set {name} = {repr(value) if isinstance(value, str) else str(value).lower()}")
    return connection


def belongs_to_scores(node):
    """Views stand as they are, and proximity has a part of its own (build_proximity.ts)."""
    return node.config.materialized != "view" and "proximity" not in node.tags


def run_live(request, say):
    """One transaction: a live build that fails or is killed leaves the warehouse as it was."""
    nodes = [node for node in downstream(compiled_models(request), request["live"]) if belongs_to_scores(node)]
    results = []
    with open_as_profiled(request) as connection:
        connection.execute("begin")
        for node in nodes:
            started = time.monotonic()
            result = {"unique_id": node.unique_id, "status": "success", "message": None, "failures": None}
            try:
                connection.execute(statement_of(node))
                if node.name == "int_scope":
                    connection.execute(SCOPE_VARIABLES)
            except duckdb.Error as problem:
                connection.execute("rollback")
                result.update(status="error", message=str(problem))
            results.append({**result, "execution_time": time.monotonic() - started})
            say({"id": request["id"], "progress": {"unique_id": node.unique_id, "status": result["status"]}})
            if result["status"] == "error":
                return False, results, None
        connection.execute("commit")
    return True, results, None


def answer(request, say):
    started = time.monotonic()
    os.environ["FULLHOLD_WAREHOUSE"] = request["warehouse"]
    os.environ.update(request.get("environment", {}))
    error, results, success = None, [], False
    try:
        success, results, error = run_live(request, say) if "live" in request else run_dbt(request, say)
    except BaseException as problem:  # a defect of dbt or of the project must not end the worker
        if isinstance(problem, (KeyboardInterrupt, SystemExit)):
            raise
        error = str(problem) or repr(problem)
    finally:
        DuckDBConnectionManager.close_all_connections()
    return {
        "id": request["id"],
        "success": success and error is None,
        "error": error,
        "results": results,
        "elapsed": time.monotonic() - started,
    }


def main():
    channel = take_stdout()

    def say(message):
        channel.write(json.dumps(message, default=str) + "\n")
        channel.flush()

    say({"ready": True})
    for line in sys.stdin:
        say(answer(json.loads(line), say))
        prepare_spare_manifest()


# dbt may start processes of its own, which load this file once more: they must not serve requests
if __name__ == "__main__":
    die_with_parent()
    os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
    import duckdb
    import jinja2
    import yaml
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    main()
