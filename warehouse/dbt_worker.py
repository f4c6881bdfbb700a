"""Keeps dbt loaded. Reads one JSON request a line from stdin, answers JSON lines on what was stdout when it started.

request   {"id", "project", "profiles", "warehouse", "target", "logs", "code", "args": [...]}
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


MANIFESTS = {}


def global_args(request):
    return [
        "--project-dir", request["project"],
        "--profiles-dir", request["profiles"],
        "--target-path", request["target"],
        "--log-path", request["logs"],
    ]


def parsed_manifest(request):
    """A fresh copy of the project's manifest (dbt writes into the one that it is given)."""
    key = (request["project"], request["target"], request["code"])
    if key not in MANIFESTS:
        parsed = dbtRunner().invoke(["parse", "--quiet", *global_args(request)])
        if not parsed.success:
            raise RuntimeError(str(parsed.exception) if parsed.exception else "dbt could not parse the project")
        MANIFESTS.clear()
        MANIFESTS[key] = parsed.result
    return MANIFESTS[key].deepcopy()


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


def answer(request, say):
    started = time.monotonic()
    os.environ["FULLHOLD_WAREHOUSE"] = request["warehouse"]
    os.environ.update(request.get("environment", {}))
    error, results, success = None, [], False
    try:
        runner = dbtRunner(manifest=parsed_manifest(request), callbacks=[progress_of(request["id"], say)])
        done = runner.invoke([*request["args"], *global_args(request)])
        success = bool(done.success)
        results = results_of(done.result)
        error = str(done.exception) if done.exception else None
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


# dbt may start processes of its own, which load this file once more: they must not serve requests
if __name__ == "__main__":
    die_with_parent()
    os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    main()
