"""Text to values: numbers, hedges, noise and periods, all pure and without any knowledge of the subject."""

from __future__ import annotations

from extract.values.dates import period_bounds as period_bounds
from extract.values.dates import weekday_year as weekday_year
from extract.values.digits import format_number as format_number
from extract.values.digits import read_digits as read_digits
from extract.values.noise import NoiseGrammar as NoiseGrammar
from extract.values.numerals import NumeralWords as NumeralWords
from extract.values.periods import PeriodGrammar as PeriodGrammar
from extract.values.quantities import QuantityGrammar as QuantityGrammar
