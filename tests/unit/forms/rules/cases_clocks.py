"""Every clock of the law with the period it has, and dates worked by hand on paper.

Worked from the notices on public holidays for 2025 and 2026 and a wall calendar, never with the
code under test. In the workings "(3)" is the third day that counts, "off" a day that does not.
2027 has no notice: only weekends and the days the order on holidays fixes by date are off.
"""

from typing import NamedTuple


class Period(NamedTuple):
    """What the law says: how many of which unit, and how the end is treated.

    ``end`` is ``moves`` (off a day off), ``stays`` or ``back`` (counted back from an event).
    """

    amount: int
    unit: str
    end: str


class Case(NamedTuple):
    """A start, the day worked out, and whether a notice still to come may change it."""

    start: str
    due: str
    provisional: bool = False


SET_BY_PAPER = 20
"""Calendar days the officer sets in the cases of clocks the law leaves open."""

WD2, WD3, WD5, WD7, WD10, WD15, WD20 = (
    Period(amount, "working_day", "moves") for amount in (2, 3, 5, 7, 10, 15, 20)
)
BACK_WD3, BACK_WD7 = (Period(amount, "working_day", "back") for amount in (3, 7))
D5, D10, D15, D20, D30, D60, D75, D90 = (
    Period(amount, "day", "moves") for amount in (5, 10, 15, SET_BY_PAPER, 30, 60, 75, 90)
)
STAYS_D1, STAYS_D7 = (Period(amount, "day", "stays") for amount in (1, 7))
M3, M6 = (Period(amount, "month", "moves") for amount in (3, 6))
BACK_D30 = Period(30, "day", "back")
BACK_M1, BACK_M6 = (Period(amount, "month", "back") for amount in (1, 6))
STAYS_M1, STAYS_M3, STAYS_M6, STAYS_M12, STAYS_M24, STAYS_M36, STAYS_M48, STAYS_M60 = (
    Period(amount, "month", "stays") for amount in (1, 3, 6, 12, 24, 36, 48, 60)
)
H24 = Period(24, "hour", "stays")

CASES: dict[Period, tuple[Case, ...]] = {
    WD2: (
        # Tue; 1-8 Oct off; Thu 9 (1), Fri 10 (2).
        Case("2025-09-30", "2025-10-10"),
        # Fri; Sat 27 off; Sun 28 worked (1), Mon 29 (2).
        Case("2025-09-26", "2025-09-29"),
        # Wed; Thu 31 (1); 1 Jan, Sat 2, Sun 3 off; Mon 4 (2).
        Case("2026-12-30", "2027-01-04", provisional=True),
    ),
    WD3: (
        # Fri; Sat 14 worked (1); 15-23 off; Tue 24 (2), Wed 25 (3).
        Case("2026-02-13", "2026-02-25"),
        # Fri; Sat 26 off; Sun 27 worked (1), Mon 28 (2), Tue 29 (3).
        Case("2025-04-25", "2025-04-29"),
        # Wed; Thu 31 (1); 1-3 Jan off; Mon 4 (2), Tue 5 (3).
        Case("2026-12-30", "2027-01-05", provisional=True),
    ),
    WD5: (
        # Fri; Sat 25 off; Sun 26 worked (1), Mon 27 (2); 28 Jan-4 Feb off; 5 (3), 6 (4), 7 (5).
        Case("2025-01-24", "2025-02-07"),
        # Thu; 1-5 May off; 6 (1), 7 (2), 8 (3), Sat 9 worked (4); Sun off; Mon 11 (5).
        Case("2026-04-30", "2026-05-11"),
        # Mon; 29 (1), 30 (2), 31 (3); 1-3 Jan off; 4 (4), 5 (5).
        Case("2026-12-28", "2027-01-05", provisional=True),
    ),
    WD7: (
        # Wed; 1-7 Oct off; 8 (1), 9 (2), Sat 10 worked (3); Sun off; 12 (4), 13, 14, 15 (7).
        Case("2026-09-30", "2026-10-15"),
        # Thu; Fri 30 (1); 31 May-2 June off; 3 (2), 4, 5, Fri 6 (5); Mon 9 (6), 10 (7).
        Case("2025-05-29", "2025-06-10"),
        # Fri; Mon 28 (1), 29, 30, 31 (4); 1-3 Jan off; 4 (5), 5 (6), 6 (7).
        Case("2026-12-25", "2027-01-06", provisional=True),
    ),
    WD10: (
        # Thu; 13 (1), Sat 14 worked (2); 15-23 off; 24 (3), 25, 26, 27 (6), Sat 28 worked (7);
        # Sun off; 2 March (8), 3 (9), 4 (10).
        Case("2026-02-12", "2026-03-04"),
        # Thu; 26 (1); Sat off; Sun 28 worked (2), 29, 30 (4); 1-8 Oct off; 9 (5), 10 (6),
        # Sat 11 worked (7); Sun off; 13 (8), 14, 15 (10).
        Case("2025-09-25", "2025-10-15"),
        # Thu; 25 (1); 28 (2), 29, 30, 31 (5); 1-3 Jan off; 4 (6), 5, 6, 7, 8 (10).
        Case("2026-12-24", "2027-01-08", provisional=True),
    ),
    WD15: (
        # Fri; 15 (1)-18 (4); 19-21 June off; 22 (5)-26 (9); 29 (10)-3 July (14); Mon 6 (15).
        Case("2026-06-12", "2026-07-06"),
        # Fri; Sat off; Sun 20 worked (1), 21-24 (5); 25-27 off; 28-30 (8); 1-7 Oct off;
        # 8 (9), 9, Sat 10 worked (11); Sun off; 12 (12)-15 (15).
        Case("2026-09-18", "2026-10-15"),
        # Mon; 22 (1)-25 (4); 28 (5)-31 (8); 1-3 Jan off; 4 (9)-8 (13); 11 (14), 12 (15).
        Case("2026-12-21", "2027-01-12", provisional=True),
    ),
    WD20: (
        # Mon; 21 (1)-24 (4); Sat off; Sun 26 worked (5), 27 (6); 28 Jan-4 Feb off; 5 (7)-7 (9),
        # Sat 8 worked (10); Sun off; 10 (11)-14 (15); 17 (16)-21 (20).
        Case("2025-01-20", "2025-02-21"),
        # Tue; 29 (1), 30 (2); 1-5 May off; 6 (3)-8 (5), Sat 9 worked (6); 11 (7)-15 (11);
        # 18 (12)-22 (16); 25 (17)-28 (20).
        Case("2026-04-28", "2026-05-28"),
        # Mon; 15 (1)-18 (4); 21 (5)-25 (9); 28 (10)-31 (13); 1-3 Jan off; 4 (14)-8 (18);
        # 11 (19), 12 (20).
        Case("2026-12-14", "2027-01-12", provisional=True),
    ),
    BACK_WD3: (
        # Mon; Sun off; Sat 10 worked (1), 9 (2), 8 (3).
        Case("2026-10-12", "2026-10-08"),
        # Mon; Sun off; Sat 9 worked (1), 8 (2), 7 (3).
        Case("2026-05-11", "2026-05-07"),
        # Wed; 5 (1), 4 (2); 3-1 Jan off; 31 Dec (3).
        Case("2027-01-06", "2026-12-31", provisional=True),
    ),
    BACK_WD7: (
        # Mon; Sun off; Sat 10 worked (1), 9, 8 (3); 7-1 Oct off; 30 (4), 29, 28 (6);
        # 27-25 off; 24 (7).
        Case("2026-10-12", "2026-09-24"),
        # Mon; Sun off; Sat 8 worked (1), 7, 6, 5 (4); 4 Feb-28 Jan off; 27 (5),
        # Sun 26 worked (6); Sat off; 24 (7).
        Case("2025-02-10", "2025-01-24"),
        # Fri; 7 (1), 6, 5, 4 (4); 3-1 Jan off; 31 (5), 30, 29 (7).
        Case("2027-01-08", "2026-12-29", provisional=True),
    ),
    D5: (
        # 27 + 5 = 2 Oct, off until the 8th.
        Case("2025-09-27", "2025-10-09"),
        # 10 + 5 = 15 Feb, off until the 23rd.
        Case("2026-02-10", "2026-02-24"),
        # 28 + 5 = Sat 2 Jan; Sun off.
        Case("2026-12-28", "2027-01-04", provisional=True),
    ),
    D10: (
        # 18 + 10 = Sun 28 Sept, worked: it may end there.
        Case("2025-09-18", "2025-09-28"),
        # 25 + 10 = 5 May, off.
        Case("2026-04-25", "2026-05-06"),
        # 22 + 10 = 1 Jan; Sat, Sun off.
        Case("2026-12-22", "2027-01-04", provisional=True),
    ),
    D15: (
        # 16 + 15 = 1 Oct, off until the 7th.
        Case("2026-09-16", "2026-10-08"),
        # 24 + 15 = Sat 9 May, worked.
        Case("2026-04-24", "2026-05-09"),
        # 20 + 15 = Mon 4 Jan.
        Case("2026-12-20", "2027-01-04", provisional=True),
    ),
    D20: (
        # 30 May + 20 = 19 June, off until Sun 21.
        Case("2026-05-30", "2026-06-22"),
        # 9 + 20 = 29 Jan, off until 4 Feb.
        Case("2025-01-09", "2025-02-05"),
        # 13 Dec + 20 = Sat 2 Jan.
        Case("2026-12-13", "2027-01-04", provisional=True),
    ),
    D30: (
        # 3 Sept + 30 = 3 Oct, off until the 8th.
        Case("2025-09-03", "2025-10-09"),
        # 18 Jan: 31 is the 13th, 17 Feb the 30th; off until the 23rd.
        Case("2026-01-18", "2026-02-24"),
        # 21 Aug: 31 is the 10th, Sun 20 Sept the 30th; worked.
        Case("2026-08-21", "2026-09-20"),
        # 3 Dec: 31 is the 28th, Sat 2 Jan the 30th.
        Case("2026-12-03", "2027-01-04", provisional=True),
    ),
    D60: (
        # 31 Aug is the 28th, 30 Sept the 58th, 2 Oct the 60th; off until the 8th.
        Case("2025-08-03", "2025-10-09"),
        # 31 March is the 27th, 30 April the 57th, 3 May the 60th; off until the 5th.
        Case("2026-03-04", "2026-05-06"),
        # 30 Nov is the 28th, 31 Dec the 59th, 1 Jan the 60th; Sat, Sun off.
        Case("2026-11-02", "2027-01-04", provisional=True),
    ),
    D75: (
        # 28 Feb is the 11th, 31 March the 42nd, 30 April the 72nd, 3 May the 75th; off to the 5th.
        Case("2026-02-17", "2026-05-06"),
        # 31 July is the 11th, 31 Aug the 42nd, 30 Sept the 72nd, 3 Oct the 75th; off to the 8th.
        Case("2025-07-20", "2025-10-09"),
        # 31 Oct is the 12th, 30 Nov the 42nd, 31 Dec the 73rd, Sat 2 Jan the 75th.
        Case("2026-10-19", "2027-01-04", provisional=True),
    ),
    D90: (
        # 31 July is the 28th, 31 Aug the 59th, 30 Sept the 89th, 1 Oct the 90th; off to the 7th.
        Case("2026-07-03", "2026-10-08"),
        # 31 March is the 28th, 30 April the 58th, 31 May the 89th, 1 June the 90th; 2 June off.
        Case("2025-03-03", "2025-06-03"),
        # 31 Oct is the 26th, 30 Nov the 56th, 31 Dec the 87th, Sun 3 Jan the 90th.
        Case("2026-10-05", "2027-01-04", provisional=True),
    ),
    # Whatever stays on its day leans on no notice, so 2027 makes it no less certain.
    STAYS_D1: (Case("2026-09-30", "2026-10-01"), Case("2026-12-31", "2027-01-01")),
    STAYS_D7: (Case("2025-09-27", "2025-10-04"), Case("2026-12-27", "2027-01-03")),
    M3: (
        # 4 Oct, off until the 8th.
        Case("2025-07-04", "2025-10-09"),
        # February has no 30th: Sat 28, worked.
        Case("2025-11-30", "2026-02-28"),
        # Sat 2 Jan; Sun off.
        Case("2026-10-02", "2027-01-04", provisional=True),
    ),
    M6: (
        # 3 Oct, off until the 7th.
        Case("2026-04-03", "2026-10-08"),
        # February has no 31st: Sat 28, worked.
        Case("2025-08-31", "2026-02-28"),
        # 20 June, off until Sun 21.
        Case("2025-12-20", "2026-06-22"),
        # Sun 31 Jan.
        Case("2026-07-31", "2027-02-01", provisional=True),
    ),
    # Counted over days off; it ends on its day whatever it is.
    BACK_D30: (Case("2026-10-31", "2026-10-01"), Case("2027-01-20", "2026-12-21")),
    BACK_M1: (
        # 1 Oct is off, but a day before an event is not moved.
        Case("2026-11-01", "2026-10-01"),
        # February has no 31st.
        Case("2026-03-31", "2026-02-28"),
        Case("2027-01-31", "2026-12-31"),
    ),
    BACK_M6: (
        # February has no 31st.
        Case("2026-08-31", "2026-02-28"),
        # September has no 31st.
        Case("2027-03-31", "2026-09-30"),
    ),
    STAYS_M1: (
        # February has no 31st.
        Case("2026-01-31", "2026-02-28"),
        Case("2026-12-01", "2027-01-01"),
    ),
    STAYS_M3: (Case("2025-07-01", "2025-10-01"), Case("2026-10-03", "2027-01-03")),
    # February has no 31st.
    STAYS_M6: (Case("2026-04-01", "2026-10-01"), Case("2026-08-31", "2027-02-28")),
    STAYS_M12: (Case("2025-10-01", "2026-10-01"), Case("2026-05-01", "2027-05-01")),
    # 29 February of a leap year ends on the 28th of another.
    STAYS_M24: (Case("2024-02-29", "2026-02-28"), Case("2025-10-03", "2027-10-03")),
    STAYS_M36: (Case("2023-10-01", "2026-10-01"), Case("2024-02-29", "2027-02-28")),
    STAYS_M48: (Case("2022-05-01", "2026-05-01"), Case("2023-05-01", "2027-05-01")),
    STAYS_M60: (Case("2021-02-17", "2026-02-17"), Case("2022-01-31", "2027-01-31")),
    # A day and a night on, whatever the day.
    H24: (
        Case("2026-09-30T17:20+08:00", "2026-10-01T17:20+08:00"),
        Case("2025-01-27T23:59+08:00", "2025-01-28T23:59+08:00"),
        Case("2026-12-31T22:45+08:00", "2027-01-01T22:45+08:00"),
    ),
}

CLOCKS: dict[str, Period] = {
    "cash-fine-2wd": WD2,
    "bank-fine-2wd": WD2,
    "objection-accept-3wd": WD3,
    "withdraw-3wd": WD3,
    "statement-5wd": WD5,
    "hearing-request-5wd": WD5,
    "recon-accept-5wd": WD5,
    "recon-forward-5wd": WD5,
    "report-tell-5wd": WD5,
    "jurisdiction-dispute-7wd": WD7,
    "jurisdiction-assign-7wd": WD7,
    "preservation-7wd": WD7,
    "simple-file-7wd": WD7,
    "serve-7wd": WD7,
    "complaint-accept-7wd": WD7,
    "complaint-consumer-law-7wd": WD7,
    "mediation-end-7wd": WD7,
    "review-10wd": WD10,
    "recon-reply-10wd": WD10,
    "remind-10wd": WD10,
    "se-recheck-10wd": WD10,
    "publish-10wd": WD10,
    "se-test-objection-10wd": WD10,
    "se-test-handle-10wd": WD10,
    "case-lead-15wd": WD15,
    "assist-15wd": WD15,
    "case-close-15wd": WD15,
    "lead-mediation-15wd": WD15,
    "publish-20wd": WD20,
    "interview-notice-lead": BACK_WD3,
    "hearing-notice-7wd": BACK_WD7,
    "cotton-objection-5d": D5,
    "assign-lab-10d": D10,
    "fine-payment-15d": D15,
    "sue-after-recon-15d": D15,
    "retest-15d": D15,
    "materials-deadline": D20,
    "se-instruction-deadline": D20,
    "se-report-up": D20,
    "rectify-deadline": D20,
    "interview-rectify": D20,
    "identity-deadline": D20,
    "inspection-approval-urgent": D20,
    "seizure-30d": D30,
    "seizure-ext-30d": D30,
    "announce-30d": D30,
    "claim-30d": D30,
    "se-register-30d": D30,
    "se-transfer-docs-30d": D30,
    "se-stop-30d": D30,
    "sample-return-30d": D30,
    "recon-60d": D60,
    "recon-decide-60d": D60,
    "product-correct-60d": D60,
    "mediation-60d": D60,
    "missing-party-60d": D60,
    "product-recheck-75d": D75,
    "case-decision-90d": D90,
    "product-recheck2-90d": D90,
    "daily-check": STAYS_D1,
    "weekly-check": STAYS_D7,
    "court-apply-3m": M3,
    "sue-6m": M6,
    "se-apply-test-1m": BACK_M1,
    "se-test-soon": BACK_D30,
    "operator-soon": BACK_D30,
    "licence-renew-6m": BACK_M6,
    "monthly-review": STAYS_M1,
    "publish-3m": STAYS_M3,
    "same-product-6m": STAYS_M6,
    "cart-test-12m": STAYS_M12,
    "forklift-test-24m": STAYS_M24,
    "penalty-limit-2y": STAYS_M24,
    "se-licence-ban-3y": STAYS_M36,
    "licence-ban-3y": STAYS_M36,
    "publish-3y": STAYS_M36,
    "pipl-assessment-3y": STAYS_M36,
    "cert-review-48m": STAYS_M48,
    "production-licence-5y": STAYS_M60,
    "preservation-24h": H24,
    "compulsion-24h": H24,
}
"""Each clock with the period its article gives it."""
