"""A Dask cluster that does the work: the door to distributed.

Every worker sees the site's folder and the output folder under the same paths as this process does, and has jobglot of
the same version. What the shards of one piece of work share is sent to each worker once. A worker may die at any
moment: the cluster gives its shard to another, or it is done here in the end.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TypeVar

import dask
from distributed import Client, LocalCluster
from distributed.scheduler import KilledWorker

from jobglot.cores import cores
from jobglot.workers import Hired

T = TypeVar("T")

SCHEME = "dask://"
LOCAL = "local"
PATIENCE = 20
"""Seconds in which a cluster must answer."""


class Unreachable(Exception):  # noqa: N818
    """There is no cluster to work with at the address; the text says why."""


@contextmanager
def cluster(address: str) -> Iterator[Hired]:
    """The cluster at `dask://host:port`, or one of this machine's cores at `dask://local`. Raises Unreachable."""
    # A board is sent as one value, on purpose.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"})
    place = address.removeprefix(SCHEME)
    if not address.startswith(SCHEME) or not place:
        raise Unreachable(f"“{address}” is not the address of a cluster; write {SCHEME}host:port or {SCHEME}{LOCAL}")
    if place == LOCAL:
        # Without its page of statistics, which would listen on the network.
        local = LocalCluster(n_workers=cores(), threads_per_worker=1, dashboard_address=None)
        with local, Client(local) as client:
            yield _hired(client)
        return
    with _client(place) as client:
        yield _hired(client)


def _client(place: str) -> Client:
    # In a thread: Dask's own patience ends with the connection, whoever it is that then says nothing.
    opened: Future[Client] = Future()

    def open_() -> None:
        try:
            opened.set_result(Client(f"tcp://{place}", timeout=PATIENCE))
        except (OSError, ValueError, TypeError) as refusal:
            opened.set_exception(refusal)

    threading.Thread(target=open_, daemon=True).start()
    try:
        return opened.result(PATIENCE + 1)
    except (OSError, ValueError, TypeError) as refusal:
        raise Unreachable(f"no Dask scheduler answers at {place}: {refusal}") from refusal


def _hired(client: Client) -> Hired:
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    if not workers:
        raise Unreachable("the cluster has no workers; start some with “dask worker”")
    return Hired(
        client.get_executor(pure=False),
        workers,
        # As a task of its own it can be made again where all workers that had it died; data that is scattered cannot.
        share=lambda value: client.submit(_itself, value, pure=False),
        deaths=(KilledWorker,),
    )


def _itself(value: T) -> T:
    return value
