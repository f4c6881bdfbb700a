"""Keeps dbt loaded. Reads one JSON request a line from stdin, answers JSON lines on what was stdout when it started.

request   {"id", "project", "profiles", "warehouse", "target", "logs", "code", "args": [...]}  for a command of dbt,
          {…, "live": ["stats_files", …]}  for the live lane: what is downstream of these raw tables, as dbt compiled it, or
          {…, "tests": ["--exclude", …]}  for the data tests that these arguments of dbt choose, as dbt compiled them
progress  {"id", "progress": {"unique_id", "status"}}
answer    {"id", "success", "error", "results": [{"unique_id", "status", "message", "failures", "execution_time"}], "elapsed"}

`code` names the state of the project's files: the parsed manifest is reused for as long as it stays the same.
Everything that dbt itself prints goes to stderr. The worker ends with its parent or with the end of stdin.
"""

import contextlib
import ctypes
import json
import os
import shutil
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


def parse(request):
    """The project's manifest. dbt reads from its target what it parsed before, as long as files and environment are the same:
    a warehouse without a target of its own begins with what the project's last parse left, and no warehouse is named meanwhile."""
    own = os.path.join(request["target"], "partial_parse.msgpack")
    last = os.path.join(request["project"], "target", "partial_parse.msgpack")
    if not os.path.exists(own) and os.path.exists(last):
        os.makedirs(request["target"], exist_ok=True)
        shutil.copyfile(last, own)
    named = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("FULLHOLD_")}
    try:
        parsed = dbtRunner().invoke(["parse", "--quiet", *global_args(request)])
    finally:
        os.environ.update(named)
    if not parsed.success:
        raise RuntimeError(str(parsed.exception) if parsed.exception else "dbt could not parse the project")
    with contextlib.suppress(OSError):  # a project that cannot be written to keeps nothing
        os.makedirs(os.path.dirname(last), exist_ok=True)
        shutil.copyfile(own, f"{last}.{os.getpid()}")
        os.replace(f"{last}.{os.getpid()}", last)
    return parsed.result


def fresh_manifest(request):
    """A copy of the project's manifest of its own: dbt writes into the one that it is given."""
    key = (request["project"], request["target"], request["code"])
    if key not in PARSED:
        manifest = parse(request)
        PARSED.clear()
        SPARE.clear()
        PARSED[key] = manifest
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


ALL_MODELS = ["--select", "resource_type:model", "--indirect-selection", "empty"]


def compiled(request, resource_type, args):
    """Every node of a type that the arguments choose, as dbt compiles it for the scope of the request, parents first. Once per state of the code."""
    code = (request["project"], request["target"], request["code"])
    key = (*code, os.environ.get("FULLHOLD_SCOPE"), resource_type, *args)
    if key not in COMPILED:
        runner = dbtRunner(manifest=fresh_manifest(request))
        done = runner.invoke(["compile", "--quiet", "--no-introspect", *args, *global_args(request)])
        if not done.success:
            raise RuntimeError(str(done.exception) if done.exception else "dbt could not compile the project")
        DuckDBConnectionManager.close_all_connections()
        for outdated in [each for each in COMPILED if each[:3] != code]:
            del COMPILED[outdated]
        COMPILED[key] = [each.node for each in done.result.results if each.node.resource_type == resource_type]
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
    if node.config.materialized == "exchanged" and os.environ.get("FULLHOLD_SCOPE") == "arrivals":
        scope = (
            "exists (select 1 from intermediate.int_scope as scope where order_at between scope.from_at and scope.until_at)"
            " and order_at between getvariable('scope_from') and getvariable('scope_until')"
            " or getvariable('scope_has_timeless') and order_at is null"
        )
        return f"delete from {table} where {scope}; insert into {table} by name\n{node.compiled_code}"
    is_whole = node.config.materialized in ("table", "exchanged")
    if is_whole and node.contract.enforced:
        return f"delete from {table}; insert into {table} by name\n{node.compiled_code}"
    if is_whole:
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


def outcome(node, started, status, message=None, failures=None):
    """What a node came to, as dbt would say it."""
    seconds = time.monotonic() - started
    return {"unique_id": node.unique_id, "status": status, "message": message, "failures": failures, "execution_time": seconds}


def run_live(request, say):
    """One transaction: a live build that fails or is killed leaves the warehouse as it was."""
    nodes = [node for node in downstream(compiled(request, "model", ALL_MODELS), request["live"]) if belongs_to_scores(node)]
    results = []
    with open_as_profiled(request) as connection:
        connection.execute("begin")
        for node in nodes:
            started = time.monotonic()
            try:
                connection.execute(statement_of(node))
                if node.name == "int_scope":
                    connection.execute(SCOPE_VARIABLES)
                results.append(outcome(node, started, "success"))
            except duckdb.Error as problem:
                connection.execute("rollback")
                results.append(outcome(node, started, "error", str(problem)))
            say({"id": request["id"], "progress": {"unique_id": node.unique_id, "status": results[-1]["status"]}})
            if results[-1]["status"] == "error":
                return False, results, None
        connection.execute("commit")
    return True, results, None


def run_tests(request, say):
    """Every test is run, also after one that fails."""
    tests = compiled(request, "test", request["tests"])
    results = []
    with open_as_profiled(request) as connection:
        for test in tests:
            config = test.config
            if (config.severity.lower(), config.fail_calc, config.error_if, config.limit) != ("error", "count(*)", "!= 0", None):
                raise RuntimeError(f"{test.unique_id} is configured in a way that is not known here")
            started = time.monotonic()
            try:
                (failures,) = connection.execute(f"select count(*) from (\n{test.compiled_code}\n) as failures").fetchone()
                message = f"Got {failures} results, expected none" if failures else None
                results.append(outcome(test, started, "fail" if failures else "pass", message, failures))
            except duckdb.Error as problem:
                results.append(outcome(test, started, "error", str(problem)))
            say({"id": request["id"], "progress": {"unique_id": test.unique_id, "status": results[-1]["status"]}})
    return all(each["status"] == "pass" for each in results), results, None


def run(request, say):
    if "live" in request:
        return run_live(request, say)
    return run_tests(request, say) if "tests" in request else run_dbt(request, say)


def answer(request, say):
    started = time.monotonic()
    os.environ["FULLHOLD_WAREHOUSE"] = request["warehouse"]
    os.environ.update(request.get("environment", {}))
    error, results, success = None, [], False
    try:
        success, results, error = run(request, say)
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
