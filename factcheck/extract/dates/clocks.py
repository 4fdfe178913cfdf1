"""Times of day: 21:30, 3pm, half past seven, noon, between 5 and 6 in the afternoon."""

from __future__ import annotations

import msgspec

from factcheck.extract.dates.words import Cursor, Piece, cardinal
from factcheck.vocabulary.calendar import MONTH_NUMBERS, WEEKDAYS

# The label of a part of the day in TIMEX.
PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
}
PLURAL_PARTS = {f"{name}s": label for name, label in PARTS_OF_DAY.items()}
_HALVES = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
_CONNECTORS = frozenset({"-", "–", "—", "to", "till", "until", "and", "through"})
_ZONES = frozenset(
    "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et pt ist jst local".split()
)


_BEFORE_HOUR = frozenset("at by until till before from to and between".split())


class Clock(msgspec.Struct, frozen=True):
    """A time of day; `half` is "a", "p" or empty where the words leave it open."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str = ""

    def label(self) -> str:
        """Return the TIMEX form: T21, T21:30, T21:30:05."""
        parts = [self.hour, self.minute, self.second]
        return "T" + ":".join(f"{part:02}" for part in parts if part is not None)

    def text(self) -> str:
        """Return hours and minutes, and seconds where said."""
        seconds = "" if self.second is None else f":{self.second:02}"
        return f"{self.hour:02}:{self.minute or 0:02}{seconds}"


_AFTER_NAMED = frozenset(
    "on and when in to local but or today yesterday tomorrow until by as for after before at with "
    "that gmt the a an it he she they we there from while because till through of".split()
)
Labelled = tuple[str, str, Cursor]  # the expression's part, the clock, the place behind


def clock(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    """Read one time of day that is certainly one: it has minutes, a half of the day or a name."""
    found = _written(cursor) or _named(cursor) or _oclock(cursor) or _past(cursor)
    if found is None:
        found = _hour_in_part(cursor) or _four_digits(cursor)
    if found is None:
        return None
    time, here = found
    return _with_half(time, _past_zone(here))


def _past_zone(cursor: Cursor) -> Cursor:
    """Step over local time, Pacific time, Central European Time."""
    for count in range(1, 4):
        if cursor.piece(count).text == "time":
            named = cursor.text == "local" or cursor.piece().capital
            return cursor.on(count + 1) if named else cursor
    return cursor


def _hour_in_part(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    """Read an hour by its part of the day: 10 in the morning, nine at night."""
    found = hour_word(cursor)
    if found is None or not 1 <= found[0] <= 12:
        return None
    here = found[1]
    said = here.text == "in" and here.piece(1).text == "the" and here.piece(2).text in _HALVES
    if not said and not (here.text == "at" and here.piece(1).text == "night"):
        return None
    return Clock(found[0]), here


def _four_digits(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    """Read 0900 GMT, 1430 hours, 1830 local time."""
    text, after = cursor.text, cursor.on()
    if cursor.kind != "number" or len(text) != 4:
        return None
    if after.text in {"hours", "hrs"} and text[0] in "012":
        return _checked(int(text[:2]), int(text[2:]), None, "", after.on())
    local = after.text == "local" and after.piece(1).text == "time"
    if not local and not (after.text in _ZONES and after.piece().capital):
        return None
    return _checked(int(text[:2]), int(text[2:]), None, "", after)


def _written(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    if cursor.kind != "clock":
        return None
    text = cursor.text
    half = text.rstrip(". m")[-1] if text.rstrip(". m")[-1] in "ap" else ""
    if not half and not _may_be_clock(cursor.piece(-1)):
        return None
    digits = [int(part) for part in "".join(c if c.isdigit() else " " for c in text).split()]
    hour, minute, second = (*digits, None, None)[:3]
    return _checked(hour or 0, minute, second, half, cursor.on())


def _may_be_clock(before: Piece) -> bool:
    """Say whether 21:30 is a time by the word before it: no verse, ratio, score or price."""
    if before.text in _NO_CLOCK_BEHIND:
        return False
    named = before.text in WEEKDAYS or before.text in MONTH_NUMBERS
    return not before.capital or named or before.text in _BEFORE_CLOCK


_NO_CLOCK_BEHIND = frozenset(
    "$ £ € # of ratio score won lost beat verse verses chapter odds by-law scale".split()
)
_BEFORE_CLOCK = frozenset(
    "at by until from before after around about between on since gmt t".split()
)


def _checked(
    hour: int, minute: int | None, second: int | None, half: str, after: Cursor
) -> tuple[Clock, Cursor] | None:
    if half and not 1 <= hour <= 12 and minute is None:
        return None
    if hour > 24 or (minute or 0) > 59:
        return None
    return Clock(_on_24(hour, half), minute, second, half), after


def _on_24(hour: int, half: str) -> int:
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if (half == "a" and hour == 12) or hour == 24 else hour


def _named(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    here = cursor
    if here.kind == "number" and here.text == "12":
        here = here.on()
    hour = _NAMED.get(here.text)
    if hour is None or (here is not cursor and hour == 0 and here.text != "midnight"):
        return None
    after = here.piece(1)
    if after.kind == "word" and after.text not in _AFTER_NAMED and after.text not in WEEKDAYS:
        return None  # midday trading, Midnight Run
    return Clock(hour, None, None, "p" if hour else "a"), here.on()


def hour_word(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read an hour in digits or words."""
    if cursor.text in {"a", "an"}:
        return None
    found = cardinal(cursor)
    return found if found is not None and 0 <= found[0] <= 24 else None


def _oclock(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    found = hour_word(cursor)
    if found is None:
        return None
    hour, here = found
    if here.text in {"o'clock", "o’clock", "oclock"}:
        return Clock(hour), here.on()
    minutes = cardinal(here) if cursor.kind == "word" and here.kind == "word" else None
    if minutes is not None and 1 <= minutes[0] <= 59 and here.text not in {"a", "an"}:
        time = Clock(hour, minutes[0])
        halved = _half_word(time, minutes[1])
        if halved is None and minutes[0] >= 10 and cursor.piece(-1).text in _BEFORE_HOUR:
            return time, minutes[1]
        return halved
    return _half_word(Clock(hour), here)


def _half_word(time: Clock, here: Cursor) -> tuple[Clock, Cursor] | None:
    """Read am or pm behind an hour in words: six pm, three thirty p m."""
    if here.text in {"am", "pm"} and not here.piece().capital:
        return _checked(time.hour, time.minute, None, here.text[0], here.on())
    if here.text in {"a", "p"} and here.skip("a", "p").skip(".").text == "m":
        end = here.on().skip(".").on().skip(".")
        return _checked(time.hour, time.minute, None, here.text, end)
    return None


def _past(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    """Read half past seven, a quarter to three, twenty past 3pm, 15 minutes past 15:00."""
    here = cursor.skip("a") if cursor.piece(1).text in {"quarter", "half"} else cursor
    sure = here.text in {"half", "quarter"}
    if sure:
        minutes, here = (30 if here.text == "half" else 15), here.on()
    else:
        found = cardinal(here)
        if found is None:
            return None
        minutes, here = found
        sure = here.text in {"minutes", "minute"} or cursor.piece(-1).text == "at"
        here = here.skip("minutes", "minute")
    relation, here = here.text, here.on()
    if relation not in {"past", "to", "after"} or not 1 <= minutes <= 59:
        return None
    base = _written(here) or _named(here)
    if relation != "past" and not sure and (base is None or cursor.kind == "number"):
        return None  # 5 to 6pm, ten to twelve people
    if base is None:
        hour = hour_word(here)
        if hour is None or (relation == "after" and hour[1].text != "o'clock"):
            return None
        after = hour[1].skip("o'clock", "o’clock")
        base = _half_word(Clock(hour[0]), after) or (Clock(hour[0]), after)
    return _moved(base[0], minutes if relation != "to" else -minutes), base[1]


def _moved(time: Clock, minutes: int) -> Clock:
    total = (time.hour * 60 + (time.minute or 0) + minutes) % 1440
    return Clock(total // 60, total % 60, None, time.half)


def _with_half(time: Clock, here: Cursor) -> tuple[Clock, Cursor]:
    """Take in "in the morning", "at night" and a time zone in capitals behind a clock."""
    after = here
    if after.text in {"in", "at"}:
        after = after.on().skip("the")
    half = _HALVES.get(after.text)
    if half is not None and after is not here and not time.half:
        return msgspec.structs.replace(time, hour=_on_24(time.hour, half), half=half), after.on()
    if here.text in _ZONES and here.piece().capital:
        return time, here.on()
    return time, here


def clocks(cursor: Cursor, *, bare: bool = False, part: str = "") -> Labelled | None:
    """Read a time of day or a range of two; with `bare` an hour alone will do ("at 5").

    `part` is the label of the part of the day named before: in the evening from 7 to 9.
    """
    if not (bare or cursor.line.clocked):
        return None
    found = _clock_range(cursor, bare=bare, part=part)
    if found is not None:
        return found
    single = clock(cursor)
    if single is None and bare:
        hour = hour_word(cursor) if cursor.kind != "figure" else None
        single = _dotted(cursor)
        if hour is not None and hour[1].text not in {"%", "percent", "-", "/"}:
            single = _with_half(Clock(hour[0]), hour[1])
    if single is None:
        return None
    time = in_part(single[0], part)
    return time.label(), time.text(), single[1]


def _dotted(cursor: Cursor) -> tuple[Clock, Cursor] | None:
    """Read 2.30, a time of day only behind "at"."""
    hour, point, minute = cursor.text.partition(".")
    if cursor.kind != "figure" or not point or len(minute) != 2 or len(hour) > 2 or minute > "59":
        return None
    return _checked(int(hour), int(minute), None, "", cursor.on()) if minute.isdecimal() else None


def _clock_range(cursor: Cursor, *, bare: bool, part: str) -> Labelled | None:
    """Read 5 to 6pm, 10:30-11, between 5 and 6 in the afternoon."""
    opened = cursor.text in {"from", "between"}
    here = cursor.on() if opened else cursor
    start = clock(here)
    sure = start is not None
    if start is None:
        hour = hour_word(here)
        if hour is None:
            return None
        start = Clock(hour[0]), hour[1]
    if start[1].text not in _CONNECTORS or (start[1].text == "and" and cursor.text != "between"):
        return None
    behind = start[1].on()
    end = clock(behind)
    if end is None:
        hour = hour_word(behind)
        if hour is None or not (sure or bare):
            return None
        end = _with_half(Clock(hour[0]), hour[1])
    first, last = _halved(in_part(start[0], part), in_part(end[0], part))
    return f"{first.label()}/{last.label()}", f"{first.text()}/{last.text()}", end[1]


def _halved(start: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Give the start the end's half of the day, or the end the later half: 10:30 to 3."""
    if not start.half and end.half == "p" and start.hour < 12 and start.hour + 12 <= end.hour:
        start = msgspec.structs.replace(start, hour=start.hour + 12)
    elif not end.half and end.hour < 12 and _minutes(end) <= _minutes(start):
        end = msgspec.structs.replace(end, hour=end.hour + 12)
    return start, end


def in_part(clock: Clock, label: str) -> Clock:
    """Return the clock in the half of the day that a part of the day names: evening at 10."""
    if clock.half or label in {"", "TMO"} or not 1 <= clock.hour < 12:
        return clock
    return msgspec.structs.replace(clock, hour=clock.hour + 12, half="p")


def _minutes(time: Clock) -> int:
    return time.hour * 60 + (time.minute or 0)


def part_of_day(cursor: Cursor) -> tuple[str, Cursor] | None:
    """Read "morning", "in the evening", "early morning" behind a day; the label and the rest."""
    here = cursor
    if here.text == "in":
        here = here.on().skip("the")
    here = here.skip("early", "late", "mid").skip("-").skip("in", "on").skip("the")
    label = PARTS_OF_DAY.get(here.text)
    return None if label is None else (label, here.on())
