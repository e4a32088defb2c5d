"""Sampling plans and statistics: each value within 1e-9 of a published or computed one."""

import math
from decimal import Decimal

from forms.rules import acceptance, charts, draw, intervals, operating
from forms.rules.rounding import gbt8170
from tests.conformance.verdict import failed, passed, skipped

NEAR = 1e-9
#: What a published figure is rounded to.
DIGITS = {"pbar": 4, "ucl": 4, "lcl": 4, "c_plus_29": 2}


def is_sampling(data):
    return "table_1_code_letters" in data


def is_statistics(data):
    return "binomial_ci" in data


def sampling(data):
    """Verdicts on tables, operating characteristics and worked cases."""
    for row in data["table_1_code_letters"]["rows"]:
        for lot in {row["lot_from"], row["lot_to"]} - {None}:
            for level, letter in zip(acceptance.LEVELS, row["letters"], strict=True):
                yield _equal(f"letter {lot} {level}", acceptance.code_letter(lot, level), letter)
    yield from _tables(data)
    yield from _curves(data)
    yield from _cases(data)
    for name in (
        "mil_std_105e_reduced_SUPERSEDED",
        "mil_std_105e_double_normal_SUPERSEDED_IN_PART",
    ):
        if name in data:
            yield skipped(name, "superseded")
    for point in data.get("table_2C_confirmed_points", ()):
        yield skipped(f"2-C {point['letter']}", "superseded")


def _tables(data):
    lots = {
        acceptance.code_letter(row["lot_from"], level): (row["lot_from"], level)
        for row in data["table_1_code_letters"]["rows"]
        for level in acceptance.LEVELS
    }
    tables = {
        "normal": data["table_2A_single_normal"].get("resolved_n_ac_re", {}),
        "tightened": data["table_2B_single_tightened"].get("resolved_n_ac_re", {}),
    }
    for severity, table in tables.items():
        for letter, cells in table.items():
            for aql, wanted in cells.items():
                row, column = acceptance.LETTERS.index(letter), acceptance.AQLS.index(aql)
                _letter, n, ac = acceptance._follow(row, column, severity)
                yield _equal(f"{severity} {letter} {aql}", [n, ac, ac + 1], wanted)
    for letter, (lot, level) in lots.items():
        plan = acceptance.single_plan(lot, level, "1.0")
        yield _equal(f"start {lot} {level}", plan.start_letter, letter)


def _curves(data):
    for case in data["oc_single"]["cases"]:
        n, ac, p = case["n"], case["ac"], case["p"]
        name = f"oc {n} {ac} {p}"
        yield _near(name, operating.binomial_up_to(ac, n, p), case["pa_binomial"])
        yield _near(name, operating.poisson_up_to(ac, n * p), case["pa_poisson"])
    for case in data["oc_double"]["cases"]:
        found = operating.double_acceptance(case["n"], case["ac"], case["re"], case["p"])
        yield _near(f"oc double {case['n']} {case['p']}", found, case["pa_binomial"])
    for case in data["oc_hypergeometric"]["cases"]:
        found = operating.hypergeometric_up_to(case["ac"], case["N"], case["D"], case["n"])
        yield _near(f"oc lot {case['N']} {case['D']}", found, case["pa_hypergeometric"])
    for case in data["oc_published"]:
        words = case["source"]
        n, ac = (500, 3) if "500" in words or words == "same" else (0, 0)
        found = operating.poisson_up_to(ac, n * case["defects_per_100"] / 100)
        off = abs(found * 100 - case["pa_percent"])
        yield (
            passed(words) if off <= 1 else failed(words, f"{found:.3f}, not {case['pa_percent']} %")
        )


def _cases(data):
    for case in data["find_plan"]["cases"]:
        found = operating.find_plan(case["p1"], case["pa1"], case["p2"], case["pa2"])
        yield _equal(f"plan {case['p1']} {case['p2']}", found, (case["n"], case["ac"]))
    for case in data["iso_2859_4"]:
        if "L" not in case:
            yield skipped(case["source"], "no-input")
            continue
        found = operating.declared(case["n"], case["L"], case["dql_percent"] / 100)
        yield _near(case["source"], found.alpha, case["computed_alpha"])
        yield _equal(case["source"], found.contradicted_from, case["contradicted_when"])
        if "computed_LQR" in case:
            yield _near(case["source"], found.ratio, case["computed_LQR"])
    for case in data["published_single_plan_cases"]:
        plan = acceptance.single_plan(case["lot"], case["level"], case["aql"], case["plan"])
        yield _equal(
            case["source"], (plan.n, plan.ac, plan.re), (case["n"], case["ac"], case["re"])
        )
    for case in data["wrong_in_the_wild"]:
        plan = acceptance.single_plan(case["lot"], case["level"], case["aql"])
        yield _equal(case["source"], [plan.n, plan.ac, plan.re], case["right"])


def statistics(data):
    """Verdicts on intervals, tests, charts, rounding and draws."""
    for case in data["binomial_ci"]:
        found = intervals.proportion(case["x"], case["n"], case["level"], case["method"])
        name = f"{case['method']} {case['x']}/{case['n']} {case['level']}"
        yield _near(name, found[0], case["low"])
        yield _near(name, found[1], case["high"])
    for case in data["binom_upper_tail"]:
        found = operating.binomial_from(case["x"], case["n"], case["p"])
        yield _near(f"tail {case['x']}/{case['n']}", found, case["prob_ge_x"])
    yield from _series(data)
    for name in ("prop_trend", "fisher", "prop_test2"):
        if name in data:
            yield skipped(name, "no-input")
    for case in data["gbt8170_rounding"]["cases"]:
        found = gbt8170(Decimal(case["x"]), Decimal(case["interval"]))
        yield _equal(f"round {case['x']}", str(found), case["rounded"])
    yield from _strata(data["stratified_rate_COMPUTED"])
    for case in data["verifiable_draw_COMPUTED"]["vectors"]:
        found = draw.draw(case["seed_utf8"], case["ids"], case["k"])
        yield _equal("draw", found.list_sha256, case["list_sha256"])
        yield _equal("draw", list(found.selected), case["selected"])


def _series(data):
    case = data["ses"]
    found = charts.smooth(case["y"], case["alpha"])
    yield from (_near("ses", a, b) for a, b in zip(found.fitted, case["fitted"], strict=True))
    yield _near("ses", found.ahead(1), case["forecast"])
    case = data["holt"]
    found = charts.holt(case["y"], case["alpha"], case["beta"])
    pairs = zip(found.fitted, case["fitted_from_3"], strict=True)
    yield from (_near("holt", a, b) for a, b in pairs)
    for steps, wanted in enumerate(case["forecast3"], 1):
        yield _near("holt", found.ahead(steps), wanted)
    for got, wanted in zip(intervals.kendall(data["ses"]["y"]), data["kendall"], strict=True):
        yield _near("kendall", got, wanted)
    for case in data["published"]:
        yield from _published(case)


def _published(case):
    if "exact95" in case:
        found = intervals.proportion(case["x"], case["n"], 0.95, "exact")
        yield from (_near(case["what"], a, b) for a, b in zip(found, case["exact95"], strict=True))
    elif "counts" in case:
        found = charts.p_chart(case["counts"], 50)
        pairs = {"pbar": found.centre, "ucl": found.high, "lcl": found.low}
        for name, got in pairs.items():
            yield _equal(case["what"], round(got, DIGITS[name]), case[name])
    else:
        found = charts.cusum(case["x"], 10, 0.5, 5)
        yield _equal(case["what"], round(found.upper[28], 2), case["c_plus_29"])
        yield _equal(case["what"], found.signal, case["first_signal"])


def _strata(case):
    layers = [intervals.Stratum(one["W"], one["n"], one["x"], one["N"]) for one in case["strata"]]
    found = intervals.stratified(layers)
    pairs = {
        "rate": [(found.rate, case["rate"])],
        "error": [(found.error, case["se"])],
        "effective": [(found.effective, case["n_eff"])],
        "wald": zip(found.wald, case["wald95"], strict=True),
        "wilson": zip(found.wilson, case["wilson95_effective_n"], strict=True),
    }
    for name, both in pairs.items():
        yield from (_near(f"strata {name}", got, wanted) for got, wanted in both)


def _near(name, got, wanted):
    fits = math.isclose(got, wanted, rel_tol=NEAR, abs_tol=NEAR)
    return passed(name) if fits else failed(name, f"{got!r}, not {wanted!r}")


def _equal(name, got, wanted):
    return passed(name) if got == wanted else failed(name, f"{got!r}, not {wanted!r}")
