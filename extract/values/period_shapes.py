"""The shapes of dates and periods as VERBOSE regex templates over small letters.

{NAMES} in capitals stand for the word lists of the periods table and for the shapes below; ``period_words`` fills them
in. The outermost named group of a shape that matched tells which it is.
"""

from __future__ import annotations

SHAPES = {
    # 2017, but neither the digits of 2.017 or 2017,5 nor «2010-an»; words glued to it are a slip: «Mei 2023mencapai»
    "YEAR": r"(?:19[4-9]|20[0-4])[0-9](?![0-9]|[.,][0-9]|-?an(?![a-z]))",
    "DAY": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
    "MM": r"(?:0?[1-9]|1[0-2])(?![0-9])",
    # a dot belongs to a short name before digits: «Des. 2020»
    "MONTH": r"{MON}(?![a-z0-9])(?:\.(?=\s?[0-9]))?",
    "DASH": r"[^\S\n]?[-–—][^\S\n]?",
    # words between a name and its year: «Copyright © Kabar Sungai 2024»; a lead word ends the name's reach
    "BETWEEN": r"(?:\s{1,3}(?!{LEAD}\s)[^\s0-9.!?]{1,20})",
    "ANYWORD": r"(?:\s{1,3}[^\s0-9!?]{1,20})",
}

POINT = r"""
(?: # the 17 of «17-19 Oktober 2025»
    (?P<lone>{DAY})(?=\s?(?:[-–]|{RANGE}\s|{LIST}\s)\s?{DAY}[\s-]{MONTH})
  | (?P<date>(?=[0-9]|{WEEK})
        # «Selasa (22/8)», «Kamis, 23 Desember 2021», «Rabu tanggal 5 Mei»
        (?: (?P<weekday>{WEEK})(?![a-z])\s?,?\s{0,2}(?:{AT}\s)?(?P<bracket>\(\s?)? )?
        (?: (?P<iso_year>{YEAR})-(?P<iso_month>{MM})-(?P<iso_day>{DAY})
          # 30/6/2022, 23-08-2017, 1.10.2022, 28/02/24
          | (?P<num_day>{DAY})\s?[/.-]\s?(?P<num_month>{MM})\s?
            (?: [/.-]\s?(?P<num_year>{YEAR}) | [/-]\s?(?P<num_short>[1-4][0-9](?![0-9]|[.,/-][0-9])) )
          # 31 Maret 2023, 31 Maret tahun lalu, 1 Oktober
          | (?P<word_day>{DAY})[\s-]{1,2}(?P<word_month>{MONTH})
            (?: (?:,?\s|-)(?P<enclosed>\()?(?:{YEARWORD}\s)?(?P<word_year>{YEAR})(?(enclosed)\))
              | \s{YEARWORD}\s(?P<word_rel>{REL})(?![a-z]) )?
          # 22/8
          | (?P<short_day>{DAY})\s?[/-]\s?(?P<short_month>{MM})(?!\s?[/-]?[0-9])
        )
        (?(bracket)\s?\))
    )
  # Februari 5, 2026; Mei 2020, Mei tahun 2020, Mei tahun lalu, Mei
  | (?P<month>(?P<month_name>{MONTH})
        (?: \s(?P<after_day>{DAY}),\s(?P<after_year>{YEAR})
          | (?:,?\s|-)(?:{YEARWORD}\s)?(?P<month_year>{YEAR}) | \s{YEARWORD}\s(?P<month_rel>{REL})(?![a-z]) )? )
  # semester I 2019, triwulan II-2025, kuartal ketiga tahun ini
  | (?P<part>(?P<fraction>{FRACTION})[\s-]{0,2}(?:ke-?\s?)?(?P<ordinal>{ORDINAL})(?![a-z0-9]|[.,][0-9]|\s?%)
        (?: [\s,/-]{1,3}(?:{YEARWORD}\s)?(?P<part_year>{YEAR}) | \s{YEARWORD}\s(?P<part_rel>{REL})(?![a-z]) )? )
  | (?P<year>{YEAR})
  # tahun lalu, bulan depan
  | (?P<relative>(?P<unit>{UNIT})\s(?P<rel>{REL})(?![a-z]))
  # semester lalu, triwulan ini
  | (?P<portion>(?P<portion_fraction>{FRACTION})\s(?P<portion_rel>{REL})(?![a-z]))
  # setahun lalu
  | (?P<single>(?P<once>{ONCE})\s(?P<once_rel>{REL})(?![a-z]))
  # akhir tahun
  | (?P<whole>{PART}\s(?P<whole_unit>{UNIT})(?![a-z-]|\s{1,3}(?:{YEAR}|{REL}(?![a-z]))))
)"""

# What stands before a year that is no period; read on the text that ends where the year begins.
NEVER = r"""
[^a-z0-9]
(?P<name>)(?:
  (?P<law>
    # Nomor 12 Tahun ..., Perpres 12/..., SK Nomor 7/KEP/...
    (?:(?:{LAW}|{NUMBER})[\s.:]{0,3}(?:\([^)\n]{1,12}\)\s)?){1,3}[0-9]{1,4}[a-z]?(?:/[a-z][a-z0-9.-]*)*
    (?:/|\s{YEARWORD}\s)
    # 170/KEP/..., and 12 Tahun ... where the law's name stands farther off
  | [0-9]{1,4}(?:/[a-z][a-z.-]{0,15}){1,3}/
  | [0-9]{1,3}\s{YEARWORD}\s
    # Perda tahun ...
  | {LAW}\s{YEARWORD}\s
    # SK Menteri tentang penetapan peserta tahun ...
  | {LAW}\s[^!?;\n\x00]{0,50}?{ABOUT}\s(?:[^\s0-9.,!?;]{1,20}\s){1,8}{YEARWORD}\s
  )
  # plans, awards, elections, copyright
  | (?P<thing>{NAMED}\s{0,3}(?:{YEARWORD}\s)?)
)\Z"""

# What stands before the one year of a plan's goal: «target RPJMN 2024», «RPJMN tahun 2024».
GOAL = r"""
[^a-z0-9](?:{GOALS}\s(?:[^\s0-9.,!?;]{1,20}\s)?{PLANS}\s(?:{YEARWORD}\s)?|{PLANS}\s{YEARWORD}\s)\Z"""

# The lead words before a date; read on the text that ends where the date begins. A noun like «APBD» is none of them.
OPENING = r"""
[^a-z0-9](?:(?={HEAD})|(?=[0-9])(?<![0-9][.,:-]))
(?:(?P<noun>{NOUN}|{BUDGET}(?:\s[a-z][a-z.-]{1,14}){0,3})\)?\s{1,3})?
(?P<lead>(?:{LEAD}\s{1,3}|{AT}-)*)
(?:(?P<count>{COUNT}|[0-9]{1,2})\s)?\Z"""

# A date, with one character before it (the text is given a line break in front). The guard refuses nearly every word of
# a text by its first letters, and nearly every number by what follows it or by being the rest of a longer one.
SCAN = rf"""
[^a-z0-9]
(?=(?:19|20)[0-9]{{2}}|[0-9]{{1,2}}(?:\s?[/.-]\s?[0-9]|[\s–-][a-z0-9])|{{GUARD}})(?<![0-9][.,:-]){POINT}"""

# What may follow a date: a join and another one.
FOLLOWING = rf"""
(?: (?P<range>\s{{1,3}}{{RANGE}}\s{{1,3}}|{{DASH}}|/(?=20[0-4][0-9]))(?:{{LEAD}}\s{{1,3}}){{0,3}}
  | (?P<list>,?\s{{1,3}}{{LIST}}\s{{1,3}}|,\s)(?:{{UNIT}}\s{{1,3}})?
)
(?:{POINT}|(?P<today>{{TODAY}})(?![a-z]))"""

TAIL = r"\s{1,3}(?P<tail>{REL})(?![a-z])"
