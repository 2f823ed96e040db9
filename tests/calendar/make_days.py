#!/usr/bin/env python3
"""Writes days_2000_2050.tsv: what schedules and holidays must give, computed by other means than lib/calendar.

Easter comes from the lunar tables (golden number, epact, the first Sunday after the paschal moon), not from Meeus's
formula; days of a month from Python's own calendar of weeks. tests/oracle/read_all.py compares the table with Debian's
python3-holidays 0.10.1: the same days for the whole of France, Alsace and Moselle, La Réunion, Mayotte and
Saint-Barthélemy. That package adds days of custom that the Code du travail does not
name (Good Friday and 21 July in the Antilles and Guyane) and has Saint-Martin's day on 27 May; article L3422-2 says 28.

    python3 tests/calendar/make_days.py > tests/calendar/days_2000_2050.tsv
"""
import calendar
import datetime as dt

DAY = dt.timedelta(days=1)


def easter(year):
    """The Gregorian tables: the epact of the year gives the paschal moon, the Sunday after it is Easter."""
    golden = year % 19 + 1
    century = year // 100 + 1
    solar = 3 * century // 4 - 12
    lunar = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    # Moons begin where the epact meets the calendar: the fourteenth day on or after 21 March.
    moon = dt.date(year, 3, 1) + (44 - epact - 1) * DAY
    if moon < dt.date(year, 3, 21):
        moon += 30 * DAY
    sunday = moon + DAY
    while sunday.weekday() != 6:
        sunday += DAY
    return sunday


def holidays(year, department=""):
    sunday = easter(year)
    days = {dt.date(year, 1, 1), sunday + DAY, dt.date(year, 5, 1), dt.date(year, 5, 8), sunday + 39 * DAY,
            sunday + 50 * DAY, dt.date(year, 7, 14), dt.date(year, 8, 15), dt.date(year, 11, 1),
            dt.date(year, 11, 11), dt.date(year, 12, 25)}
    if department in ("57", "67", "68"):
        days |= {sunday - 2 * DAY, dt.date(year, 12, 26)}
    abolition = {"971": (5, 27), "972": (5, 22), "973": (6, 10), "974": (12, 20), "976": (4, 27), "977": (10, 9),
                 "978": (5, 28)}
    if department in abolition:
        days.add(dt.date(year, *abolition[department]))
    return days


def bridges(year, department=""):
    free = holidays(year - 1, department) | holidays(year, department) | holidays(year + 1, department)

    def is_free(day):
        return day.weekday() >= 5 or day in free

    day = dt.date(year, 1, 1)
    while day.year == year:
        if not is_free(day) and is_free(day - DAY) and is_free(day + DAY):
            yield day
        day += DAY


def nth(year, weekday, position, months):
    """The days of a month that fall on a weekday, by the weeks of Python's calendar; position None: all of them."""
    for month in months:
        weeks = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        if position is None:
            yield from (dt.date(year, month, day) for day in weeks)
        elif -len(weeks) <= position < len(weeks):
            yield dt.date(year, month, weeks[position])


ALL = range(1, 13)
SCHEDULES = [
    ("first friday", "premier vendredi", 4, 0, ALL),
    ("third tuesday of odd months", "troisième mardi des mois impairs", 1, 2, range(1, 13, 2)),
    ("second wednesday of even months", "2e mercredi des mois pairs", 2, 1, range(2, 13, 2)),
    ("last thursday of march and october", "dernier jeudi de mars et d'octobre", 3, -1, (3, 10)),
    ("second to last monday", "avant-dernier lundi", 0, -2, ALL),
    ("fifth saturday", "cinquième samedi", 5, 4, ALL),
    ("every thursday", "chaque jeudi", 3, None, ALL),
    ("every sunday of july and august", "les dimanches de juillet et août", 6, None, (7, 8)),
]


def row(*cells):
    print("\t".join(cells))


def main():
    for year in range(2000, 2051):
        for department in ("", "57", "67", "68", "971", "972", "973", "974", "976", "977", "978"):
            days = sorted(holidays(year, department))
            row("holidays", department, str(year), " ".join(day.strftime("%m-%d") for day in days))
            row("bridges", department, str(year), " ".join(day.strftime("%m-%d") for day in bridges(year, department)))
        for english, french, weekday, position, months in SCHEDULES:
            days = " ".join(day.strftime("%m-%d") for day in nth(year, weekday, position, months))
            row("schedule", english, str(year), days)
            row("schedule", french, str(year), days)


if __name__ == "__main__":
    main()
