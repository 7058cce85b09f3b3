"""The same work on OrgLedger, on eventsourcing with its SQLite recorder, and on PostgreSQL.

Each does all of it in each round, in an order that changes, and all must answer the same. The
peers check no rules, keep no digests and know no acts; what they are asked for, they answer with
what their own documentation offers. Run by peers.sh.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from uuid import NAMESPACE_URL, uuid5

import psycopg
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

LONE = 200
EVENTS_OF_A_COMMIT = 1_000
ASKED = 200
LAST_DAY = 20_000
DAY = LAST_DAY * 3 // 4


class Measured:
    """Seconds an item, and answers, by name."""

    def __init__(self):
        self.seconds = {}
        self.answers = {}

    def tell(self, name, count, body):
        start = time.perf_counter()
        answer = body()
        self.seconds[name] = (time.perf_counter() - start) / count
        if answer is not None:
            self.answers[name] = str(answer)


class Work:
    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            steps = [line.rstrip("\n").split("\t") for line in lines]
        self.steps = [(c, int(d), u, n, p or None) for c, d, u, n, p in steps]
        self.early = len(self.steps) // 2
        self.asked = [self.steps[i * 7 % self.early][2] for i in range(ASKED)]

    def batches(self):
        for start in range(LONE, len(self.steps), EVENTS_OF_A_COMMIT):
            yield self.steps[start : start + EVENTS_OF_A_COMMIT]


# eventsourcing


class Unit(Aggregate):
    @staticmethod
    def create_id(unit):
        return uuid5(NAMESPACE_URL, unit)

    @event("Registered")
    def __init__(self, unit, day, name, parent):
        self.unit, self.name, self.parent = unit, name, parent

    @event("Renamed")
    def rename(self, day, name):
        self.name = name

    @event("Reparented")
    def reparent(self, day, parent):
        self.parent = parent


def in_eventsourcing(work, folder):
    app = Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": os.path.join(folder, "events.sqlite"),
        }
    )
    units = {}

    def apply(step):
        change, day, unit, name, parent = step
        if change == "registered":
            units[unit] = Unit(unit=unit, day=day, name=name, parent=parent)
        elif change == "renamed":
            units[unit].rename(day=day, name=name)
        else:
            units[unit].reparent(day=day, parent=parent)
        return units[unit]

    def lone():
        for step in work.steps[:LONE]:
            app.save(apply(step))

    def batch():
        for steps in work.batches():
            app.events.put([e for step in steps for e in apply(step).collect_events()])

    def stored(stop=None):
        start = 1
        while True:
            found = app.recorder.select_notifications(start=start, limit=1_000, stop=stop)
            if not found:
                return
            yield from (app.mapper.to_domain_event(notification) for notification in found)
            start = found[-1].id + 1

    def chart(day, stop=None):
        chart = {}
        for stored_event in stored(stop):
            if stored_event.day <= day:
                fold(chart.setdefault(stored_event.originator_id, {}), stored_event)
        return len(chart)

    def fold(state, stored_event):
        for field in ("name", "parent"):
            if hasattr(stored_event, field):
                state[field] = getattr(stored_event, field)

    def name(unit, known=None):
        state = {}
        for stored_event in app.events.get(uuid5(NAMESPACE_URL, unit)):
            if stored_event.day <= DAY and (known is None or stored_event.timestamp <= known):
                fold(state, stored_event)
        return state.get("name", "")

    def names(known=None):
        return "|".join(name(unit, known) for unit in work.asked)

    measured = Measured()
    measured.tell("append one", LONE, lone)
    measured.tell("append batch", len(work.steps) - LONE, batch)
    measured.tell("replay all", len(work.steps), lambda: chart(LAST_DAY))
    measured.tell(
        "replay one unit",
        ASKED,
        lambda: sum(len(list(app.events.get(uuid5(NAMESPACE_URL, u)))) for u in work.asked),
    )
    last = app.recorder.select_notifications(start=work.early, limit=1)[0]
    early = app.mapper.to_domain_event(last).timestamp
    measured.tell("unit", ASKED, names)
    measured.tell("unit, known early", ASKED, lambda: names(early))
    measured.tell("chart", 1, lambda: chart(DAY))
    measured.tell("chart, known early", 1, lambda: chart(DAY, work.early))
    app.close()
    return measured


# PostgreSQL

TABLES = """
DROP TABLE IF EXISTS events, lives;
CREATE TABLE events (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit text NOT NULL, day int NOT NULL, change text NOT NULL, name text NOT NULL, parent text);
CREATE INDEX ON events (unit);
CREATE TABLE lives (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit text NOT NULL, name text NOT NULL, parent text,
  valid int4range NOT NULL, system int8range NOT NULL);
CREATE INDEX ON lives (unit);
CREATE OR REPLACE FUNCTION record(c text, d int, u text, n text, p text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  at bigint;
  old lives%ROWTYPE;
BEGIN
  INSERT INTO events (unit, day, change, name, parent) VALUES (u, d, c, n, p)
    RETURNING position INTO at;
  SELECT * INTO old FROM lives WHERE unit = u AND upper_inf(system) AND valid @> d;
  IF FOUND THEN
    UPDATE lives SET system = int8range(lower(system), at) WHERE id = old.id;
    IF lower(old.valid) < d THEN
      INSERT INTO lives (unit, name, parent, valid, system) VALUES
        (u, old.name, old.parent, int4range(lower(old.valid), d), int8range(at, NULL));
    END IF;
  END IF;
  INSERT INTO lives (unit, name, parent, valid, system) VALUES
    (u, n, p, int4range(d, upper(old.valid)), int8range(at, NULL));
END $$;
"""


def in_postgresql(work, connection):
    database = psycopg.connect(connection, autocommit=True)
    database.execute(TABLES)
    cursor = database.cursor()
    record = "SELECT record(%s, %s, %s, %s, %s)"

    def lone():
        for step in work.steps[:LONE]:
            cursor.execute(record, step)

    def batch():
        for steps in work.batches():
            with database.transaction():
                cursor.executemany(record, steps)

    def replay():
        chart = {}
        cursor.execute("SELECT unit, name, parent FROM events ORDER BY position")
        for unit, name, parent in cursor:
            chart[unit] = (name, parent)
        return len(chart)

    def replay_unit():
        count = 0
        for unit in work.asked:
            cursor.execute("SELECT * FROM events WHERE unit = %s ORDER BY position", (unit,))
            count += len(cursor.fetchall())
        return count

    def names(known):
        found = []
        for unit in work.asked:
            cursor.execute(
                "SELECT name FROM lives"
                " WHERE unit = %s AND valid @> %s::int AND system @> %s::bigint",
                (unit, DAY, known),
                prepare=True,
            )
            row = cursor.fetchone()
            found.append(row[0] if row else "")
        return "|".join(found)

    def chart(known):
        cursor.execute(
            "SELECT unit, name, parent FROM lives"
            " WHERE valid @> %s::int AND system @> %s::bigint",
            (DAY, known),
        )
        return len(cursor.fetchall())

    measured = Measured()
    measured.tell("append one", LONE, lone)
    measured.tell("append batch", len(work.steps) - LONE, batch)
    cursor.execute("VACUUM ANALYZE events")
    cursor.execute("VACUUM ANALYZE lives")
    measured.tell("replay all", len(work.steps), replay)
    measured.tell("replay one unit", ASKED, replay_unit)
    measured.tell("unit", ASKED, lambda: names(len(work.steps)))
    measured.tell("unit, known early", ASKED, lambda: names(work.early))
    measured.tell("chart", 1, lambda: chart(len(work.steps)))
    measured.tell("chart, known early", 1, lambda: chart(work.early))
    database.close()
    return measured


# OrgLedger


def in_orgledger(program, records, folder, work):
    done = subprocess.run(
        [program, "--only", "peers", "--records", str(records), "--folder", folder, "--work", work],
        check=True,
        capture_output=True,
        text=True,
    )
    measured = Measured()
    for line in done.stdout.splitlines():
        fields = line.split("\t")
        if fields[0] == "seconds":
            measured.seconds[fields[1]] = float(fields[2])
        elif fields[0] == "answer":
            measured.answers[fields[1]] = fields[2]
    return measured


# All of them


def shown(seconds):
    return f"{seconds * 1e6:,.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:,.2f} ms"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--records", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--ledger-bench", required=True)
    arguments.add_argument("--connection", required=True)
    options = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="orgledger-peers-")
    path = os.path.join(folder, "work")
    rounds = {"OrgLedger": [], "eventsourcing": [], "PostgreSQL": []}

    def run(name):
        own = tempfile.mkdtemp(dir=folder)
        if name == "OrgLedger":
            measured = in_orgledger(options.ledger_bench, options.records, own, path)
        elif name == "eventsourcing":
            measured = in_eventsourcing(Work(path), own)
        else:
            measured = in_postgresql(Work(path), options.connection)
        shutil.rmtree(own)
        rounds[name].append(measured)

    try:
        for number in range(options.rounds):
            # Ours is first in the first round, since it writes down the work.
            for name in list(rounds) if number % 2 == 0 else list(reversed(rounds)):
                run(name)
    finally:
        shutil.rmtree(folder)
    first = rounds["OrgLedger"][0].answers
    for name, all_measured in rounds.items():
        for measured in all_measured:
            for what, answer in measured.answers.items():
                assert first[what] == answer, f"{name} answers otherwise: {what}"
    print(f"{options.records} events, medians of {options.rounds} rounds, for each event or question.\n")
    print("| work | OrgLedger | eventsourcing, SQLite | PostgreSQL | ÷ eventsourcing | ÷ PostgreSQL |")
    print("| --- | --- | --- | --- | --- | --- |")
    for what in rounds["OrgLedger"][0].seconds:
        medians = [
            statistics.median(m.seconds[what] for m in rounds[name])
            for name in ("OrgLedger", "eventsourcing", "PostgreSQL")
        ]
        ratios = [f"{medians[0] / other:.3f}" for other in medians[1:]]
        print(f"| {what} | {' | '.join(map(shown, medians))} | {' | '.join(ratios)} |")


if __name__ == "__main__":
    main()
