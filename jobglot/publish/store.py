"""Objects of an S3-compatible store: the one door to boto3, which comes with the extra `[s3]`."""

from __future__ import annotations

import base64
import hashlib
import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from jobglot.publish.serving import Headers
from jobglot.publish.target import refuse
from jobglot.settings import S3Target

ATTEMPTS = 6
"""How often a request is made, with longer and longer pauses, before it counts as refused."""

MISSING = "boto3 is not installed, which talks to S3"
REMEDY = "run “pip install 'jobglot[s3]'”"

_PLAIN = Headers("application/octet-stream", "no-store")
_CREDENTIALS = "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or the profile that is used here, and its rights"
_CODES: Mapping[str, tuple[str, str, str]] = {
    "NoSuchBucket": ("target-missing", "there is no such bucket", "make it, or check its name and the endpoint"),
    "AccessDenied": ("target-credentials", "the store does not allow it", _CREDENTIALS),
    "InvalidAccessKeyId": ("target-credentials", "the store does not know the credentials", _CREDENTIALS),
    "SignatureDoesNotMatch": ("target-credentials", "the store does not accept the credentials", _CREDENTIALS),
    "ExpiredToken": ("target-credentials", "the credentials have expired", "get new ones"),
    "RequestTimeTooSkewed": ("target-clock", "this machine's clock is wrong", "set it right"),
    "SlowDown": ("target-busy", "the store asks to go slower", "wait, then publish again"),
    "ServiceUnavailable": ("target-busy", "the store is not available", "wait, then publish again"),
}


class Found(NamedTuple):
    """An object: its bytes, its tag, and how long ago it was written, by the store's own clock."""

    data: bytes
    tag: str
    age: timedelta


class Beaten(Exception):  # noqa: N818
    """Somebody else wrote the object first."""


@dataclass(frozen=True, slots=True)
class Store:
    """A bucket, and what all keys in it begin with."""

    client: Any
    bucket: str
    prefix: str
    where: str

    def get(self, path: str) -> Found | None:
        """An object; None where there is none."""
        try:
            with self._faults():
                answer = self.client.get_object(Bucket=self.bucket, Key=self.prefix + path)
                data = answer["Body"].read()
        except KeyError:
            return None
        headers = answer["ResponseMetadata"]["HTTPHeaders"]
        at = parsedate_to_datetime(headers["date"]) if "date" in headers else answer["LastModified"]
        return Found(data, str(answer["ETag"]), at - answer["LastModified"])

    def put(self, path: str, data: bytes, headers: Headers = _PLAIN, *, only: str | None = None) -> str:
        """Write an object, which the store checks against its MD5; its tag.

        `only`: just if the object has this tag; "" if there is none. Else `Beaten`.
        """
        # MD5 and not the newer checksums: every S3-compatible store knows it.
        checksum = base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
        extra = {"ContentEncoding": headers.encoding} if headers.encoding else {}
        if only is not None:
            extra |= {"IfMatch": only} if only else {"IfNoneMatch": "*"}
        with self._faults():
            answer = self.client.put_object(
                Bucket=self.bucket,
                Key=self.prefix + path,
                Body=data,
                ContentMD5=checksum,
                ContentType=headers.content_type,
                CacheControl=headers.cache_control,
                **extra,
            )
        return str(answer["ETag"])

    def delete(self, path: str) -> None:
        """Delete an object; well if there is none."""
        with self._faults():
            self.client.delete_object(Bucket=self.bucket, Key=self.prefix + path)

    def listed(self, most: int = 0) -> Mapping[str, tuple[int, str]]:
        """The size and the tag of every object, or of so many at least."""
        found: dict[str, tuple[int, str]] = {}
        with self._faults():
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix)
            for page in pages:
                for entry in page.get("Contents", ()):
                    path = str(entry["Key"])[len(self.prefix) :]
                    found[path] = (int(entry["Size"]), str(entry["ETag"]).strip('"'))
                if most and len(found) >= most:
                    break
        return found

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """What the store or the way to it refuses, in words; KeyError for an object that is not there."""
        exceptions = importlib.import_module("botocore.exceptions")
        try:
            yield
        except exceptions.ClientError as refused:
            said = refused.response.get("Error", {})
            code = str(said.get("Code", ""))
            status = refused.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
            if code in ("NoSuchKey", "404"):
                raise KeyError(code) from refused
            if code in ("PreconditionFailed", "ConditionalRequestConflict", "412", "409"):
                raise Beaten(code) from refused
            known = _CODES.get(code) or (_CODES["AccessDenied"] if status == 403 else None)
            if known:
                refuse(self.where, *known)
            message = f"the store refused: {code} {said.get('Message', '')}".strip()
            refuse(self.where, "target-refused", message, "see to that and publish again")
        except exceptions.NoCredentialsError:
            refuse(self.where, "target-credentials", "there are no credentials for the store", _CREDENTIALS)
        except (exceptions.BotoCoreError, OSError) as refused:
            message = f"the store cannot be reached: {refused}"
            refuse(self.where, "target-unreachable", message, "check the endpoint and the connection")


def open_store(settings: S3Target, where: str) -> Store:
    """The bucket that the settings name, with the credentials that boto3 finds. TargetFault without boto3."""
    try:
        boto3 = importlib.import_module("boto3")
        config = importlib.import_module("botocore.config")
        exceptions = importlib.import_module("botocore.exceptions")
    except ImportError:
        refuse(where, "extra-missing", MISSING, REMEDY, is_refusal=True)
    try:
        client = boto3.session.Session().client(
            "s3",
            endpoint_url=settings.endpoint or None,
            region_name=settings.region or None,
            config=config.Config(
                retries={"mode": "standard", "max_attempts": ATTEMPTS},
                connect_timeout=20,
                read_timeout=60,
                max_pool_connections=16,
                # Stores other than AWS do not all know the checksums that boto3 adds of itself.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                s3={"addressing_style": "path"} if settings.endpoint else None,
            ),
        )
    except (exceptions.BotoCoreError, ValueError) as refused:
        refuse(where, "target-settings", f"the store cannot be used: {refused}", "check region, profile and endpoint")
    return Store(client, settings.bucket, settings.prefix, where)
