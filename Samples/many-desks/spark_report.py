"""The figures of `deskctl report --json`, by Spark, over the files of one desk or of many as they lie."""

import argparse
import datetime
import json
import os
import sys
import tempfile
from collections.abc import Callable

from py4j.protocol import Py4JJavaError
from pyspark import SparkConf, SparkContext
from pyspark.errors import AnalysisException, PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

# What is read of a record. Of a removed one its number is left alone, without the time that every other
# one has. A value that is as in a new record is left out of its line: each `fillna` says what that is.
CONVERSATION = """id BIGINT, channel STRING, openedAt TIMESTAMP, closedAt TIMESTAMP,
  survey STRUCT<survey: STRING, askedAt: TIMESTAMP, rating: STRING>"""
MESSAGE = """conversation BIGINT, id BIGINT, direction STRING, at TIMESTAMP, automatic BOOLEAN,
  type STRING"""
# D4: what changes or marks another message, or tells of one, is none itself.
MARKS = ["reaction", "edit", "revoke", "system"]
TICKET = "team STRING, category STRING, origin STRING, openedAt TIMESTAMP"
SCHEDULE = "state STRING, reason STRING, at TIMESTAMP"


def found(read: Callable[[str], DataFrame], files: str) -> DataFrame | None:
    """What a reader makes of files; nothing where a glob matches none."""
    try:
        return read(files)
    except AnalysisException as error:
        if error.getCondition() != "PATH_NOT_FOUND":
            raise
        return None


def records(spark: SparkSession, desks: str, folder: str, schema: str) -> DataFrame:
    """The records in a folder of every desk, each with its desk's own: ids are no more than a desk's.

    A line that is no record ends the job: what was damaged must not be counted as nothing.
    """
    reader = spark.read.schema(schema).options(
        mode="FAILFAST", timestampFormat="yyyy-MM-dd'T'HH:mm:ssX", pathGlobFilter="*.jsonl")
    lines = found(reader.json, f"{desks}/{folder}")
    if lines is None:
        none = F.from_json(F.lit(""), schema).alias("none")
        return spark.range(0).select(F.lit("").alias("desk"), none).select("desk", "none.*")
    desk = F.regexp_extract("_metadata.file_path", f"^(.*)/{folder.split('/')[0]}/", 1)
    return lines.select(desk.alias("desk"), "*")


def first_answers(messages: DataFrame) -> DataFrame:
    """From a contact's first message to the first one after it that a person wrote, by their places."""
    conversation = Window.partitionBy("desk", "conversation")
    came_in = F.when(F.col("direction") == "in", F.struct("id", "at"))
    answers = messages.withColumn("asked", F.min(came_in).over(conversation)).where(
        "direction = 'out' AND NOT automatic AND id > asked.id")
    return answers.groupBy("desk", "conversation").agg(
        F.any_value("asked.at").alias("earlier"), F.min_by("at", "id").alias("later"))


def durations(spans: DataFrame) -> dict:
    """Of the seconds from `earlier` to `later`: of n in order those at n * p, rounded up.

    That is the nearest rank, and what `percentile_disc` gives, exactly. Clocks of others may be late:
    below nothing is nothing.
    """
    seconds = F.greatest(F.lit(0), F.timestamp_diff("SECOND", "earlier", "later"))
    ranked = "CAST(percentile_disc({}) WITHIN GROUP (ORDER BY seconds) AS BIGINT)"
    return spans.select(seconds.alias("seconds")).agg(
        F.count("seconds").alias("count"), F.expr(ranked.format(0.5)).alias("median"),
        F.expr(ranked.format(0.9)).alias("percentile90")).first().asDict()


def counts(rows: DataFrame, *columns: str) -> list[dict]:
    """How many rows there are of each sort: a few figures, whatever was counted."""
    return [row.asDict() for row in rows.groupBy(*columns).count().collect()]


def total(figures: list[dict]) -> int:
    return sum(figure["count"] for figure in figures)


def most_first(figures: list[dict], *names: str) -> list[dict]:
    """What is equal goes by its name, so that the same desks give the same report."""
    return sorted(
        figures, key=lambda figure: (-figure["count"], " ".join(figure[name] or "" for name in names)))


def by_day(opened: DataFrame, first: datetime.date, last: datetime.date) -> list[dict]:
    """Conversations by day and channel; a day without any is there too."""
    counted = {
        (figure["day"], figure["channel"]): figure["count"]
        for figure in counts(opened.withColumn("day", F.to_date("openedAt")), "day", "channel")}
    days = [first + datetime.timedelta(days=more) for more in range((last - first).days + 1)]
    channels = ["whatsapp", "livechat", "webchat"]
    return [
        {"day": day.isoformat()} | {channel: counted.get((day, channel), 0) for channel in channels}
        for day in days]


def load(came_in: DataFrame) -> dict:
    """What came in by the hour of the week; its first day is Monday."""
    figures = counts(
        came_in.select((F.weekday("at") + 1).alias("weekday"), F.hour("at").alias("hour")),
        "weekday", "hour")
    counted = {(figure["weekday"], figure["hour"]): figure["count"] for figure in figures}
    return {"count": total(figures), "byWeekday": [
        {"weekday": day, "hours": [counted.get((day, hour), 0) for hour in range(24)]}
        for day in range(1, 8)]}


def report(spark: SparkSession, desks: str, first: datetime.date, last: datetime.date) -> dict:
    """All figures. The session's zone says whose days and hours they are."""

    def told(moment: str):
        return F.to_date(moment).between(F.lit(first), F.lit(last))

    # Each is asked several times, and read once.
    conversations = records(spark, desks, "conversations/*.jsonl", CONVERSATION).where(
        "openedAt IS NOT NULL").cache()
    known = conversations.select("desk", F.col("id").alias("conversation"))
    messages = records(spark, desks, "conversations/*[0-9]", MESSAGE).fillna(
        {"automatic": False, "type": "text"}).where(~F.col("type").isin(MARKS)).join(
            known, ["desk", "conversation"], "left_semi").cache()
    tickets = records(spark, desks, "tickets", TICKET).where(
        told("openedAt")).fillna("manual", "origin").cache()
    schedules = records(spark, desks, "schedules", SCHEDULE).where(
        told("at")).fillna("pending", "state")

    opened = conversations.where(told("openedAt"))
    asked = messages.join(
        opened.select("desk", F.col("id").alias("conversation")), ["desk", "conversation"], "left_semi")
    days = by_day(opened, first, last)
    origins = counts(tickets, "origin")
    outcomes = counts(schedules, "state", "reason")
    answers = counts(
        conversations.where(F.col("survey.rating").isNotNull() & told("survey.askedAt")).select(
            "survey.survey", F.col("survey.rating").alias("answer")), "survey", "answer")
    return {
        "conversations": {"count": opened.count(), "byDay": days},
        "firstAnswer": durations(first_answers(asked)),
        "close": durations(opened.where("closedAt IS NOT NULL").selectExpr(
            "openedAt AS earlier", "closedAt AS later")),
        "tickets": {
            "count": total(origins),
            "byTeam": most_first(counts(tickets, "team"), "team"),
            "byCategory": most_first(counts(tickets, "category"), "category"),
            "byOrigin": most_first(origins, "origin")},
        "schedules": {
            "count": total(outcomes), "byOutcome": most_first(outcomes, "state", "reason")},
        "ratings": {"count": total(answers), "byAnswer": sorted(
            answers, key=lambda figure: (figure["survey"] or "", figure["answer"]))},
        "load": load(messages.where((F.col("direction") == "in") & told("at"))),
    }


def session(log) -> SparkSession:
    """The session of spark-submit; where this was started without it, one on this machine alone.

    What Java tells while that one starts and runs goes into a log, not between the errors of this job.
    """
    if "PYSPARK_GATEWAY_PORT" in os.environ:
        return SparkSession.builder.appName("many-desks").getOrCreate()
    settings = SparkConf().setMaster("local[*]").setAppName("many-desks").setAll([
        ("spark.ui.enabled", "false"), ("spark.driver.host", "127.0.0.1"),
        # Desks have many small files: a task takes as many as it can, not a few.
        ("spark.sql.files.openCostInBytes", "65536")])
    return SparkSession(SparkContext(conf=settings, gateway=launch_gateway(settings, {"stderr": log})))


def sentence(error: PySparkException | Py4JJavaError, log) -> str:
    """What went wrong, without the stack of calls."""
    if isinstance(error, Py4JJavaError):
        return error.java_exception.getMessage().splitlines()[0]
    if error.getCondition() == "JAVA_GATEWAY_EXITED":
        log.seek(0)
        return "Spark did not start; it needs Java 17 or newer: " + " ".join(log.read().split()[:40])
    return str(error).splitlines()[0]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desks", help="a data folder, or a glob of many: '/var/lib/desks/*'")
    parser.add_argument("zone", help="whose days and hours: America/Sao_Paulo")
    parser.add_argument("first", type=day, help="2026-11-01")
    parser.add_argument("last", type=day, help="2026-11-30; included")
    words = parser.parse_args()
    if words.last < words.first:
        parser.error("the last day comes before the first")
    with tempfile.TemporaryFile("w+") as log:
        try:
            spark = session(log)
            spark.conf.set("spark.sql.session.timeZone", words.zone)
            # Each desk has this file, whatever else it has.
            if found(spark.read.text, f"{words.desks}/format.json") is None:
                sys.exit(f"no data folder of a desk matches {words.desks}")
            figures = report(spark, words.desks, words.first, words.last)
        except (PySparkException, Py4JJavaError) as error:
            sys.exit(sentence(error, log))
    head = {"from": words.first.isoformat(), "to": words.last.isoformat(), "zone": words.zone}
    print(json.dumps(head | figures, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
