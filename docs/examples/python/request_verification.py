#!/usr/bin/env python3
"""Starts a verification by a Kafka command and reads what becomes of it, with nothing but the .avsc files and a broker address.

Run ./quickstart at the root, then:

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python request_verification.py --handle alice

Ends with 0 as soon as the event --until was read, with 1 if the command was rejected, with 2 after --seconds.
"""

import argparse
import io
import json
import pathlib
import struct
import sys
import time
import uuid

import fastavro
from confluent_kafka import Consumer, Producer
from fastavro.schema import fingerprint, to_parsing_canonical_form

SCHEMAS = pathlib.Path(__file__).resolve().parents[3] / "common-schemas/src/main/avro"
MARKER = b"\xc3\x01"  # Avro single-object encoding: the marker, the fingerprint of the schema, the body
HEADER = 10


def load(folder):
    """Returns the schemas by name and by fingerprint."""
    by_name, by_fingerprint = {}, {}
    for path in sorted(folder.glob("*.avsc")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        by_name[raw["name"]] = raw
        by_fingerprint[crc64(raw)] = raw
    return by_name, by_fingerprint


def crc64(schema):
    """The eight bytes that name a schema."""
    return bytes.fromhex(fingerprint(to_parsing_canonical_form(schema), "CRC-64-AVRO"))


def encode(schema, record):
    body = io.BytesIO()
    fastavro.schemaless_writer(body, fastavro.parse_schema(schema), record, strict_allow_default=True)
    return MARKER + crc64(schema) + body.getvalue()


def decode(by_fingerprint, value):
    """Returns the record's type and fields; (None, None) for a record whose schema is not among ours."""
    schema = by_fingerprint.get(value[2:HEADER]) if value and value[:2] == MARKER else None
    if schema is None:
        return None, None
    return schema["name"], fastavro.schemaless_reader(io.BytesIO(value[HEADER:]), fastavro.parse_schema(schema), None)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kafka", default="localhost:9092", help="broker address")
    parser.add_argument("--tenant", help="with several tenants: its name, which its topics end with")
    parser.add_argument("--handle", required=True, help="whose account is verified")
    parser.add_argument("--schemas", type=pathlib.Path, default=SCHEMAS, help="folder of the .avsc files")
    parser.add_argument("--until", default="VerificationSucceeded", help="the event to wait for")
    parser.add_argument("--seconds", type=float, default=600, help="how long to wait")
    return parser.parse_args()


def main():
    options = arguments()
    suffix = f".{options.tenant}" if options.tenant else ""
    by_name, by_fingerprint = load(options.schemas)

    # Every consumer group reads every event once. This one lives as long as the program.
    consumer = Consumer({
        "bootstrap.servers": options.kafka,
        "group.id": f"example-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    })
    consumer.subscribe([f"verification.events{suffix}"])

    # The idempotency key: kept with the order that it is for, so that a repeat starts nothing twice.
    command_id = str(uuid.uuid4())
    command = {
        "command_id": command_id,
        "target_handle": options.handle,
        "purpose": "Link your X account to the example",
        "reference": f"example-{command_id}",
        "metadata": {"program": "request_verification.py"},
    }
    producer = Producer({"bootstrap.servers": options.kafka, "acks": "all", "enable.idempotence": True})
    producer.produce(
        f"verification.commands{suffix}", key=command_id, value=encode(by_name["RequestVerification"], command))
    if producer.flush(30):
        sys.exit("Kafka did not take the command")
    print(f"asked for a verification of @{options.handle}: command {command_id}", flush=True)

    highest = 0  # events may come twice: their sequence says which are new
    verification = None
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        message = consumer.poll(0.5)
        if message is None or message.error():
            continue
        name, event = decode(by_fingerprint, message.value())
        if name == "CommandRejected" and event["command_id"] == command_id:
            print(f"rejected: {event['problem_code']} ({event['status']}): {event['detail']}")
            return 1
        if event is None or event.get("reference") != command["reference"] or event["sequence"] <= highest:
            continue
        highest, verification = event["sequence"], event["verification_id"]
        print(f"{event['sequence']}. {name} {verification}", flush=True)
        if name == options.until:
            consumer.close()
            return 0
    print(f"{options.until} was not read within {options.seconds:.0f} s (verification {verification})")
    return 2


if __name__ == "__main__":
    sys.exit(main())
