"""Which period each figure is asserted for: stated in its clause or sentence, carried, or the article's own date."""

from extract.stages.times.calendar import Calendar
from extract.stages.times.stated import with_periods

__all__ = ["Calendar", "with_periods"]
