"""Time expressions and calendar arithmetic, usable without the rest of the program.

>>> import datetime as dt
>>> from reportedly import dates
>>> [found] = dates.tag("It was closed two days ago.", dt.date(2016, 12, 7))
>>> found.value, found.anchor
('2016-12-05', 'published:2016-12-07')
"""

from reportedly.dates.interval import Interval, granularity, interval, third
from reportedly.dates.tagger import stated_date, tag
from reportedly.dates.written import parse_date

__all__ = ["Interval", "granularity", "interval", "parse_date", "stated_date", "tag", "third"]
