"""What the words of a date say, before and after it is tied to the document's date.

Each node is one way of naming a time; `on(context)` gives the days it covers. Nothing is filled
up: a month stays a month, and what needs a date the document does not have stays unresolved.
"""

from factcheck.extract.dates.nodes.base import (
    Context as Context,
)
from factcheck.extract.dates.nodes.base import (
    Node as Node,
)
from factcheck.extract.dates.nodes.base import (
    Part as Part,
)
from factcheck.extract.dates.nodes.base import (
    PartOfYear as PartOfYear,
)
from factcheck.extract.dates.nodes.base import (
    Side as Side,
)
from factcheck.extract.dates.nodes.base import (
    Which as Which,
)
from factcheck.extract.dates.nodes.fixed import (
    Ambiguous as Ambiguous,
)
from factcheck.extract.dates.nodes.fixed import (
    CalendarDay as CalendarDay,
)
from factcheck.extract.dates.nodes.fixed import (
    CalendarMonth as CalendarMonth,
)
from factcheck.extract.dates.nodes.fixed import (
    FiscalYear as FiscalYear,
)
from factcheck.extract.dates.nodes.fixed import (
    Holiday as Holiday,
)
from factcheck.extract.dates.nodes.fixed import (
    Year as Year,
)
from factcheck.extract.dates.nodes.fixed import (
    YearPart as YearPart,
)
from factcheck.extract.dates.nodes.fixed import (
    Years as Years,
)
from factcheck.extract.dates.nodes.moving import (
    Distance as Distance,
)
from factcheck.extract.dates.nodes.moving import (
    InYear as InYear,
)
from factcheck.extract.dates.nodes.moving import (
    Period as Period,
)
from factcheck.extract.dates.nodes.moving import (
    Stretch as Stretch,
)
from factcheck.extract.dates.nodes.moving import (
    Turn as Turn,
)
from factcheck.extract.dates.nodes.moving import (
    Weekday as Weekday,
)
from factcheck.extract.dates.nodes.moving import (
    WeekdayBeside as WeekdayBeside,
)
from factcheck.extract.dates.nodes.moving import (
    Weekend as Weekend,
)
from factcheck.extract.dates.nodes.moving import (
    Yearly as Yearly,
)
from factcheck.extract.dates.nodes.parts import (
    Interval as Interval,
)
from factcheck.extract.dates.nodes.parts import (
    Nth as Nth,
)
from factcheck.extract.dates.nodes.parts import (
    Open as Open,
)
from factcheck.extract.dates.nodes.parts import (
    Run as Run,
)
from factcheck.extract.dates.nodes.parts import (
    Section as Section,
)
from factcheck.extract.dates.nodes.parts import (
    Timed as Timed,
)
