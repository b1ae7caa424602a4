"""The figures of `report.sql`, printed as JSON: python3 report.py DESKS ZONE FIRST LAST

DESKS is a data folder, or a glob that many of them match: '/var/lib/desks/*'. Needs the module duckdb.
"""

import pathlib
import sys

import duckdb

names = ["desks", "zone", "first", "last"]
if len(sys.argv) != len(names) + 1:
    sys.exit(__doc__)
connection = duckdb.connect()
for name, value in zip(names, sys.argv[1:]):
    connection.execute(f"SET VARIABLE {name} = '{value.replace(chr(39), chr(39) * 2)}'")
try:
    result = connection.execute(pathlib.Path(__file__).with_name("report.sql").read_text())
    print(result.fetchone()[0])
except duckdb.Error as error:
    sys.exit(str(error).splitlines()[0])
