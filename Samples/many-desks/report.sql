-- The figures of `deskctl report --json`, by DuckDB, over the files of one desk or of many as they lie.
--
-- Set before, in the same session:
--   SET VARIABLE desks = '/var/lib/desks/*';      -- the data folders; a glob, or one path
--   SET VARIABLE zone = 'America/Sao_Paulo';      -- whose days and hours
--   SET VARIABLE first = '2026-11-01';
--   SET VARIABLE last = '2026-11-30';             -- included
--
-- A line of a desk's files is a record as JSON. What stands after all else in it, "sum", guards the line
-- against flipped bytes; only `deskctl` checks it, so run `deskctl doctor` where files were carried about.
-- A value that is as in a new record is left out of its line: each `coalesce` below says what that is. Of a
-- removed record its number is left alone, without the time that every other one has.

-- What was set wrongly is told before anything is counted.
SET VARIABLE first = getvariable('first')::DATE;
SET VARIABLE last = getvariable('last')::DATE;
SET VARIABLE checked = (
  SELECT CASE WHEN getvariable('first') > getvariable('last')
    THEN error('the last day comes before the first')
    ELSE now() AT TIME ZONE getvariable('zone') END);
-- Each desk has a lock, and that is an empty file: it stands for a kind of which no desk has any.
SET VARIABLE empty_file = (
  SELECT CASE WHEN count(*) = 0
    THEN error('no data folder of a desk matches ' || getvariable('desks'))
    ELSE min(file) END
  FROM glob(getvariable('desks') || '/lock'));

SET VARIABLE conversation_files = (
  SELECT coalesce(list(file ORDER BY file), [getvariable('empty_file')])
  FROM glob(getvariable('desks') || '/conversations/*.jsonl'));
SET VARIABLE message_files = (
  SELECT coalesce(list(file ORDER BY file), [getvariable('empty_file')])
  FROM glob(getvariable('desks') || '/conversations/*/*.jsonl'));
SET VARIABLE ticket_files = (
  SELECT coalesce(list(file ORDER BY file), [getvariable('empty_file')])
  FROM glob(getvariable('desks') || '/tickets/*.jsonl'));
SET VARIABLE schedule_files = (
  SELECT coalesce(list(file ORDER BY file), [getvariable('empty_file')])
  FROM glob(getvariable('desks') || '/schedules/*.jsonl'));

-- The desk's clock.
CREATE OR REPLACE TEMP MACRO local_time(moment) AS moment AT TIME ZONE getvariable('zone');
CREATE OR REPLACE TEMP MACRO is_told(moment) AS
  local_time(moment)::DATE BETWEEN getvariable('first') AND getvariable('last');
-- Clocks of others may be late: below nothing is nothing.
CREATE OR REPLACE TEMP MACRO seconds_between(earlier, later) AS
  greatest(0, date_diff('second', earlier, later));
-- Of n durations in order, the one at place n * percent / 100, rounded up.
CREATE OR REPLACE TEMP MACRO nearest_rank(durations, percent) AS
  list_sort(durations)[(len(durations) * percent + 99) // 100];
CREATE OR REPLACE TEMP MACRO figures(durations) AS {
  'count': len(durations), 'median': nearest_rank(durations, 50),
  'percentile90': nearest_rank(durations, 90)};

WITH
conversations AS (
  SELECT regexp_extract(filename, '^(.*)/conversations/', 1) AS desk, id, channel, "openedAt",
    "closedAt", survey
  FROM read_json(getvariable('conversation_files'), format = 'newline_delimited', filename = true,
    maximum_object_size = 67108864, columns = {
    'id': 'BIGINT', 'channel': 'VARCHAR', 'openedAt': 'TIMESTAMPTZ', 'closedAt': 'TIMESTAMPTZ',
    'survey': 'STRUCT(survey VARCHAR, "askedAt" TIMESTAMPTZ, rating VARCHAR)'})
  WHERE "openedAt" IS NOT NULL),
messages AS (
  SELECT desk, m.conversation, m.place, m.direction, m.moment, m.automatic
  FROM (
    SELECT regexp_extract(filename, '^(.*)/conversations/', 1) AS desk, conversation, id AS place,
      direction, "at" AS moment, coalesce(automatic, false) AS automatic
    FROM read_json(getvariable('message_files'), format = 'newline_delimited', filename = true,
      maximum_object_size = 67108864, columns = {
      'id': 'BIGINT', 'conversation': 'BIGINT', 'direction': 'VARCHAR', 'at': 'TIMESTAMPTZ',
      'automatic': 'BOOLEAN', 'type': 'VARCHAR'})
    -- What only marks or changes another message, or tells of somebody, is none by itself.
    WHERE coalesce(type, 'text') NOT IN ('reaction', 'edit', 'revoke', 'system')) AS m
  SEMI JOIN conversations AS c ON c.desk = m.desk AND c.id = m.conversation),
tickets AS (
  SELECT team, category, coalesce(origin, 'manual') AS origin
  FROM read_json(getvariable('ticket_files'), format = 'newline_delimited',
    maximum_object_size = 67108864, columns = {
    'team': 'VARCHAR', 'category': 'VARCHAR', 'origin': 'VARCHAR', 'openedAt': 'TIMESTAMPTZ'})
  WHERE is_told("openedAt")),
schedules AS (
  SELECT coalesce(state, 'pending') AS state, reason
  FROM read_json(getvariable('schedule_files'), format = 'newline_delimited',
    maximum_object_size = 67108864, columns = {
    'state': 'VARCHAR', 'reason': 'VARCHAR', 'at': 'TIMESTAMPTZ'})
  WHERE is_told("at")),
opened AS (
  SELECT *, local_time("openedAt")::DATE AS day FROM conversations WHERE is_told("openedAt")),
asked AS (
  SELECT desk, conversation, min(place) AS place, arg_min(moment, place) AS moment
  FROM messages WHERE direction = 'in' GROUP BY ALL),
answered AS (
  SELECT m.desk, m.conversation, arg_min(m.moment, m.place) AS moment
  FROM messages AS m JOIN asked AS a ON a.desk = m.desk AND a.conversation = m.conversation
  WHERE m.direction = 'out' AND NOT m.automatic AND m.place > a.place GROUP BY ALL),
first_answers AS (
  SELECT coalesce(list(seconds_between(a.moment, b.moment)), []) AS durations
  FROM opened AS o
  JOIN asked AS a ON a.desk = o.desk AND a.conversation = o.id
  JOIN answered AS b ON b.desk = o.desk AND b.conversation = o.id),
closings AS (
  SELECT coalesce(list(seconds_between("openedAt", "closedAt")), []) AS durations
  FROM opened WHERE "closedAt" IS NOT NULL),
days AS (
  SELECT unnest(generate_series(
    getvariable('first'), getvariable('last'), INTERVAL 1 DAY))::DATE AS day),
by_day AS (
  SELECT day, count(*) FILTER (channel = 'whatsapp') AS whatsapp,
    count(*) FILTER (channel = 'livechat') AS livechat,
    count(*) FILTER (channel = 'webchat') AS webchat
  FROM days LEFT JOIN opened USING (day) GROUP BY day),
by_team AS (SELECT team, count(*) AS n FROM tickets GROUP BY team),
by_category AS (SELECT category, count(*) AS n FROM tickets GROUP BY category),
by_origin AS (SELECT origin, count(*) AS n FROM tickets GROUP BY origin),
by_outcome AS (SELECT state, reason, count(*) AS n FROM schedules GROUP BY state, reason),
by_answer AS (
  SELECT survey.survey AS survey, survey.rating AS answer, count(*) AS n
  FROM conversations WHERE survey.rating IS NOT NULL AND is_told(survey."askedAt") GROUP BY ALL),
came_in AS (
  SELECT isodow(local_time(moment)) AS weekday, hour(local_time(moment)) AS hour, count(*) AS n
  FROM messages WHERE direction = 'in' AND is_told(moment) GROUP BY ALL),
hours AS (
  SELECT w.weekday, list(coalesce(n, 0) ORDER BY h.hour) AS hours
  FROM (SELECT unnest(range(1, 8)) AS weekday) AS w
  CROSS JOIN (SELECT unnest(range(0, 24)) AS hour) AS h
  LEFT JOIN came_in AS c ON c.weekday = w.weekday AND c.hour = h.hour
  GROUP BY w.weekday)
SELECT to_json({
  'from': getvariable('first'), 'to': getvariable('last'), 'zone': getvariable('zone'),
  'conversations': {
    'count': (SELECT count(*) FROM opened),
    'byDay': (
      SELECT list({'day': strftime(day, '%Y-%m-%d'), 'whatsapp': whatsapp, 'livechat': livechat,
        'webchat': webchat} ORDER BY day)
      FROM by_day)},
  'firstAnswer': (SELECT figures(durations) FROM first_answers),
  'close': (SELECT figures(durations) FROM closings),
  'tickets': {
    'count': (SELECT count(*) FROM tickets),
    'byTeam': coalesce((
      SELECT list({'team': team, 'count': n} ORDER BY n DESC, coalesce(team, ''))
      FROM by_team), []),
    'byCategory': coalesce((
      SELECT list({'category': category, 'count': n} ORDER BY n DESC, coalesce(category, ''))
      FROM by_category), []),
    'byOrigin': coalesce((
      SELECT list({'origin': origin, 'count': n} ORDER BY n DESC, origin) FROM by_origin), [])},
  'schedules': {
    'count': (SELECT count(*) FROM schedules),
    'byOutcome': coalesce((
      SELECT list({'state': state, 'reason': reason, 'count': n}
        ORDER BY n DESC, state || ' ' || coalesce(reason, ''))
      FROM by_outcome), [])},
  'ratings': {
    'count': (SELECT coalesce(sum(n), 0)::BIGINT FROM by_answer),
    'byAnswer': coalesce((
      SELECT list({'survey': survey, 'answer': answer, 'count': n}
        ORDER BY coalesce(survey, ''), answer)
      FROM by_answer), [])},
  'load': {
    'count': (SELECT coalesce(sum(n), 0)::BIGINT FROM came_in),
    'byWeekday': (
      SELECT list({'weekday': weekday, 'hours': hours} ORDER BY weekday) FROM hours)}
}) AS report;
