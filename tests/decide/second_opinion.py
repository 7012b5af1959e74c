#!/usr/bin/env python3
"""A second, slow implementation of decisions, held against the program on random cases.

usage: second_opinion.py PROGRAM [--cases 100000] [--completed 2000] [--seed 1] [--self-test]

All it knows of a decision is what `decide ID --explain --json` tells: conditions are read by a parser of its own, numbers are decimal
fractions, days are calendar days, unknown is None. Outcomes, path and missing facts must be equal case by case. Of some cases the unknown
facts are filled in every way that could matter: an outcome that is reached so must be among those told possible. Of those cases each
change that is told must lead where it says, and no other option of a flag or choice may lead elsewhere untold.
"""
import argparse, calendar, datetime, decimal, itertools, json, pathlib, random, re, subprocess, sys, tempfile

TOKEN = re.compile(r"\s*(\d{4}-\d\d-\d\d|[A-Za-z0-9_.]+|<=|>=|!=|[-+=<>()\[\],])")
DATA = pathlib.Path(__file__).parent / "data"  # with a decision that uses every form
TINY = decimal.Decimal("0.0001")


class Span:
    def __init__(self, days=0, months=0):
        self.days, self.months = days, months


def shifted(day, span, sign):
    """None where the calendar of this language ends; the program goes on there, so such cases are not made."""
    if span.months:
        months = day.year * 12 + day.month - 1 + sign * span.months
        year, month = months // 12, months % 12 + 1
        return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + datetime.timedelta(days=sign * span.days)


class Conditions:
    """Reads a condition into nested functions of (facts, parameters)."""

    def __init__(self, facts, parameters):
        self.facts, self.parameters = facts, parameters

    def read(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError(f"{text!r}: what is at {at}?")
            self.tokens.append(match[1])
            at = match.end()
        self.names, self.constants = [], []
        out = self.either()
        if self.tokens:
            raise ValueError(f"{text!r}: {self.tokens} is left")
        return out, self.names, self.constants

    def peek(self):
        return self.tokens[0] if self.tokens else ""

    def take(self, *words):
        return self.tokens.pop(0) if self.peek() in words else None

    def either(self):
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        if len(parts) == 1:
            return parts[0]

        def any_of(facts, parameters):
            values = [part(facts, parameters) for part in parts]
            return True if True in values else None if None in values else False
        return any_of

    def both(self):
        parts = [self.one()]
        while self.take("and"):
            parts.append(self.one())
        if len(parts) == 1:
            return parts[0]

        def all_of(facts, parameters):
            values = [part(facts, parameters) for part in parts]
            return False if False in values else None if None in values else True
        return all_of

    def one(self):
        if self.take("not"):
            inner = self.one()
            return lambda f, p: None if (value := inner(f, p)) is None else not value
        left = self.sum()
        if self.take("in"):
            self.take("[")
            options = [self.tokens.pop(0)]
            while self.take(","):
                options.append(self.tokens.pop(0))
            self.take("]")
            return lambda f, p: None if (value := left(f, p)) is None else value in options
        sign = self.take("<=", ">=", "!=", "<", ">", "=")
        if not sign:
            return left
        if self.choice:
            option = self.tokens.pop(0)
            return lambda f, p: None if (value := left(f, p)) is None else (value == option) == (sign == "=")
        right = self.sum()
        compare = {"<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
                   "=": lambda a, b: a == b, "!=": lambda a, b: a != b}[sign]

        def compared(facts, parameters):
            a, b = left(facts, parameters), right(facts, parameters)
            if a is None or b is None:
                return None
            return compare(a.days if isinstance(a, Span) else a, b.days if isinstance(b, Span) else b)
        return compared

    def sum(self):
        left = self.single()
        while sign := self.take("+", "-"):
            left = self.added(left, self.single(), 1 if sign == "+" else -1)
        return left

    @staticmethod
    def added(left, right, sign):
        def run(facts, parameters):
            a, b = left(facts, parameters), right(facts, parameters)
            if a is None or b is None:
                return None
            if isinstance(a, datetime.date):
                return Span((a - b).days) if isinstance(b, datetime.date) else shifted(a, b, sign)
            return Span(a.days + sign * b.days) if isinstance(a, Span) else a + sign * b
        return run

    def single(self):
        self.choice = False
        if self.take("("):
            inner = self.either()
            self.take(")")
            self.choice = False
            return inner
        word = self.tokens.pop(0)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            value = datetime.date.fromisoformat(word)
        elif word[0].isdigit():
            unit = self.take("days", "months", "years")
            value = decimal.Decimal(word)
            if unit:
                value = Span(days=int(value)) if unit == "days" else Span(months=int(value) * (12 if unit == "years" else 1))
        elif word in self.facts:
            if word not in self.names:
                self.names.append(word)
            self.choice = self.facts[word]["type"] == "choice"
            return lambda f, p: f[word]
        else:
            self.parameters[word]  # or it is unknown
            return lambda f, p: p[word]
        self.constants.append(value)
        return lambda f, p: value


class Opinion:
    """One decision, from its explanation."""

    def __init__(self, told):
        self.told = told
        self.facts = {fact["id"]: fact for fact in told["facts"]}
        self.parameters = {p["id"]: p for p in told["parameters"]}
        self.outcomes = [outcome["id"] for outcome in told["outcomes"]]
        reader = Conditions(self.facts, self.parameters)
        self.steps, self.order, self.constants = {}, [], []
        for step in told["steps"]:
            condition, names, constants = reader.read(step["if"])
            self.steps[step["id"]] = (step, condition, names)
            self.order.append(step["id"])
            self.constants += constants

    def value_of(self, parameter, day):
        text = [value for value in parameter["values"] if value["from"] <= day][-1]["is"]
        return {"date": lambda: datetime.date.fromisoformat(text), "number": lambda: decimal.Decimal(str(text)),
                "days": lambda: Span(days=int(text)), "months": lambda: Span(months=int(text))}[parameter["type"]]()

    def on(self, day):
        """What is to be known of a day."""
        told = self.told
        if day < told["from"] or (told["until"] and day >= told["until"]):
            return None
        asked = {name for name, (step, _, _) in self.steps.items()
                 if not (step["from"] and day < step["from"]) and not (step["until"] and day >= step["until"])}
        return {name: self.value_of(p, day) for name, p in self.parameters.items()}, asked

    def holds(self, name, facts, today):
        return self.steps[name][1](facts, today[0]) if name in today[1] else True

    def decide(self, facts, today):
        """(outcomes, path, missing)"""
        if today is None:
            return [], {}, []
        ends, unsure = set(), set()
        seen = set()

        def go(name):
            if name in seen:
                return
            seen.add(name)
            if name not in self.steps:
                ends.add(name)
                return
            step, value = self.steps[name][0], self.holds(name, facts, today)
            if value is None:
                unsure.add(name)
            for way, answer in (("yes", True), ("no", False)):
                if value is None or value == answer:
                    go(step[way])
        go(self.order[0])
        path, name = {}, self.order[0]
        while name in self.steps:
            value = self.holds(name, facts, today)
            if name in today[1]:
                path[name] = {True: "yes", False: "no", None: "unknown"}[value]
            if value is None:
                break
            name = self.steps[name][0]["yes" if value else "no"]
        missing = []
        if len(ends) > 1:
            for name in self.order:
                if name in unsure:
                    missing += [fact for fact in self.steps[name][2] if facts[fact] is None and fact not in missing]
        return [outcome for outcome in self.outcomes if outcome in ends], path, missing

    def end(self, facts, today):
        """The one outcome of a case of which all is known."""
        name = self.order[0]
        while name in self.steps:
            name = self.steps[name][0]["yes" if self.holds(name, facts, today) else "no"]
        return name

    def days(self):
        """Days on which something changes, the day before each, and others between."""
        turns = {self.told["from"], self.told["until"]}
        for p in self.told["parameters"]:
            turns |= {value["from"] for value in p["values"]}
        for step in self.told["steps"]:
            turns |= {step["from"], step["until"]}
        turns = sorted(datetime.date.fromisoformat(day) for day in turns if day)
        out = {day + datetime.timedelta(days=n) for day in turns for n in (-1, 0)} | {turns[-1] + datetime.timedelta(days=400)}
        return [day.isoformat() for day in sorted(out)]


class Cases:
    """Random cases of one decision on one day, with values around everything that could turn an answer."""

    def __init__(self, opinion, day, rng):
        self.opinion, self.rng, self.today = opinion, rng, opinion.on(day)
        today = self.today
        values = list(opinion.constants) + (list(today[0].values()) if today else [])
        self.numbers = sorted({v for v in values if isinstance(v, decimal.Decimal)} | {decimal.Decimal(0)})
        self.dates = sorted({v for v in values if isinstance(v, datetime.date)} | {datetime.date.fromisoformat(day)})
        self.spans = [v for v in values if isinstance(v, Span)] + [Span(0)]

    def number(self, others):
        rng = self.rng
        value = rng.choice(self.numbers)
        if others and rng.random() < 0.4:
            value -= rng.choice(others)
        kind = rng.random()
        if kind < 0.5:
            value += rng.choice([0, TINY, -TINY, decimal.Decimal("0.01"), decimal.Decimal("-0.01"), 1, -1])
        elif kind < 0.8:
            value = decimal.Decimal(rng.randrange(0, int(abs(value)) * 200 + 100)) / 100
        return max(decimal.Decimal(0), decimal.Decimal(value))

    def date(self, others):
        rng = self.rng
        value = rng.choice(others) if others and rng.random() < 0.7 else rng.choice(self.dates)
        value = shifted(value, rng.choice(self.spans), rng.choice([-1, 1]))
        return value + datetime.timedelta(days=rng.choice([-1, 0, 0, 1]) if rng.random() < 0.8 else rng.randrange(-500, 500))

    def fact(self, fact, others, likely):
        rng = self.rng
        if fact["type"] == "flag":
            return rng.random() < likely
        if fact["type"] == "choice":
            return rng.choice(fact["options"])["id"]
        if fact["type"] == "number":
            return self.number([v for v in others if isinstance(v, decimal.Decimal)])
        return self.date([v for v in others if isinstance(v, datetime.date)])

    def make(self):
        rng, out = self.rng, {}
        unknown, likely = rng.choice([0, 0.05, 0.15, 0.3, 0.6]), rng.choice([0.1, 0.5, 0.9])
        names = list(self.opinion.facts)
        rng.shuffle(names)
        for name in names:
            out[name] = None if rng.random() < unknown else self.fact(self.opinion.facts[name], out.values(), likely)
        return self.led_on(out) if self.today and rng.random() < 0.6 else out

    def led_on(self, facts):
        """Deeper into the decision: what the last step of the path asks is made anew while the path grows; then perhaps forgotten."""
        rng, opinion = self.rng, self.opinion
        path = opinion.decide(facts, self.today)[1]
        for _ in range(rng.randrange(30)):
            asked = opinion.steps[list(path)[-1]][2]
            other = dict(facts)
            for name in asked:
                other[name] = self.fact(opinion.facts[name], [v for k, v in facts.items() if k not in asked], 0.5)
            longer = opinion.decide(other, self.today)[1]
            if len(longer) >= len(path):
                facts, path = other, longer
        if rng.random() < 0.3:
            facts[rng.choice(opinion.steps[list(path)[-1]][2])] = None
        return facts

    def candidates(self, name, facts):
        """Values of an unknown fact such that any other would do as one of them does, the others being as they are."""
        fact = self.opinion.facts[name]
        if fact["type"] == "flag":
            return [True, False]
        if fact["type"] == "choice":
            return [option["id"] for option in fact["options"]]
        known = [v for v in facts.values() if v is not None]
        if fact["type"] == "number":
            base = {v - o for v in self.numbers for o in [0] + [k for k in known if isinstance(k, decimal.Decimal)]}
            return sorted({max(decimal.Decimal(0), v + n) for v in base for n in (0, TINY)})
        base = set(self.dates) | {k for k in known if isinstance(k, datetime.date)}
        return sorted({shifted(v, s, sign) + datetime.timedelta(days=n) for v in base for s in self.spans for sign in (-1, 1) for n in (-1, 0, 1)})


def written(facts, rng):
    parts = []
    for name, value in facts.items():
        if value is None:
            if rng.random() < 0.5:
                continue
            text = "null"
        elif isinstance(value, bool):
            text = "true" if value else "false"
        elif isinstance(value, decimal.Decimal):
            text = format(value, "f")
        elif isinstance(value, datetime.date):
            text = f'"{value.isoformat()}"'
        else:
            text = value if value.isdigit() and rng.random() < 0.3 else f'"{value}"'
        parts.append(f'"{name}":{text}')
    return "{" + ",".join(parts) + "}"


def read_value(fact, value):
    if value is None or fact["type"] in ("flag", "choice"):
        return value
    return decimal.Decimal(str(value)) if fact["type"] == "number" else datetime.date.fromisoformat(value)


def ask(program, *words):
    done = subprocess.run([program, "decide", *words, "--json", "--data", str(DATA)], capture_output=True, text=True)
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(f"decide {' '.join(words)} ended with {done.returncode}: {done.stderr[:2000]}")
    return done.stdout


class Comparison:
    def __init__(self, program, seed):
        self.program, self.rng = program, random.Random(seed)
        self.wrong, self.compared, self.completed, self.filled, self.changes, self.tight = [], 0, 0, 0, 0, 0
        self.decided, self.ways = 0, set()

    def complain(self, opinion, day, line, what):
        self.wrong.append(f"{opinion.told['id']} on {day}: {line}\n  {what}")

    def compare(self, opinion, day, today, facts, line, answer):
        outcomes, path, missing = opinion.decide(facts, today)
        self.compared += 1
        self.decided += len(outcomes) == 1
        self.ways |= {(opinion.told["id"], step, holds) for step, holds in path.items()}
        if answer["in_force"] != (today is not None):
            self.complain(opinion, day, line, f"in force: the program says {answer['in_force']}")
        for what, mine in (("outcomes", outcomes), ("path", path), ("missing", missing)):
            theirs = answer[what]
            if theirs != mine or (what == "path" and list(theirs) != list(mine)):
                self.complain(opinion, day, line, f"{what}: the program says {theirs}, the second opinion {mine}")

    def complete(self, cases, opinion, day, today, facts, line, answer):
        """False where there are too many completions to try."""
        unknown = [name for name, value in facts.items() if value is None]
        if not unknown or today is None:
            return False
        choices = [cases.candidates(name, facts) for name in unknown]
        count = 1
        for values in choices:
            count *= len(values)
        if count > 600:
            return False
        filled, ends = dict(facts), set()
        for values in itertools.product(*choices):
            filled.update(zip(unknown, values))
            ends.add(opinion.end(filled, today))
            self.filled += 1
        if ends - set(answer["outcomes"]):
            self.complain(opinion, day, line, f"{ends} can be reached, the program holds only {answer['outcomes']} possible")
        self.tight += ends == set(answer["outcomes"])
        self.completed += 1
        return True

    def look_at_changes(self, opinion, day, today, facts, line, answer):
        told = {(change["fact"], str(change["to"])): change["outcomes"] for change in answer["changes"]}
        for change in answer["changes"]:
            fact = opinion.facts[change["fact"]]
            other = dict(facts, **{fact["id"]: read_value(fact, change["to"])})
            ends = opinion.decide(other, today)[0]
            self.changes += 1
            if ends != change["outcomes"] or ends == answer["outcomes"] or facts[fact["id"]] is None:
                self.complain(opinion, day, line, f"{fact['id']} changed to {change['to']} leads to {ends}, not {change['outcomes']}")
        for name, fact in opinion.facts.items():
            if facts[name] is None or fact["type"] not in ("flag", "choice") or today is None:
                continue
            for value in [True, False] if fact["type"] == "flag" else [option["id"] for option in fact["options"]]:
                ends = opinion.decide(dict(facts, **{name: value}), today)[0]
                if value != facts[name] and ends != answer["outcomes"] and (name, str(value)) not in told:
                    self.complain(opinion, day, line, f"{name} changed to {value} leads to {ends}, which is not told")

    def run(self, count, completed, spoil=None):
        decisions = [d["id"] for d in json.loads(ask(self.program, "--list"))["decisions"]]
        plans, self.all_ways = [], set()
        for name in decisions:
            opinion = Opinion(json.loads(ask(self.program, name, "--explain")))
            days = opinion.days()
            self.all_ways |= {(name, step, holds) for step in opinion.order for holds in ("yes", "no", "unknown")}
            plans += [(opinion, day, -(-count // (len(decisions) * len(days)))) for day in days]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cases.jsonl"
            left = completed
            for place, (opinion, day, share) in enumerate(plans):
                today = opinion.on(day)
                cases = Cases(opinion, day, self.rng)
                facts = [cases.make() for _ in range(share)]
                lines = [written(case, self.rng) for case in facts]
                path.write_text("\n".join(lines) + "\n", encoding="utf-8")
                answers = [json.loads(row) for row in ask(self.program, opinion.told["id"], "--facts", str(path), "--on", day, "--brief").splitlines()]
                if [answer["line"] for answer in answers] != list(range(1, share + 1)):
                    sys.exit(f"{opinion.told['id']} on {day}: {len(answers)} answers to {share} cases")
                if spoil:
                    spoil(answers)
                quota = -(-left // (len(plans) - place))
                for case, line, answer in zip(facts, lines, answers):
                    self.compare(opinion, day, today, case, line, answer)
                    if quota and self.complete(cases, opinion, day, today, case, line, answer):
                        self.look_at_changes(opinion, day, today, case, line, answer)
                        quota, left = quota - 1, left - 1
        return self


def self_test(program):
    """Each planted wrong answer must be noticed, and nothing without one."""
    def lost_outcome(answers):
        for answer in answers:
            answer["outcomes"] = answer["outcomes"][:1]

    def turned_path(answers):
        for answer in answers:
            answer["path"] = {name: "no" if value == "yes" else "yes" for name, value in answer["path"].items()}

    def lost_fact(answers):
        for answer in answers:
            answer["missing"] = answer["missing"][1:]

    def lost_change(answers):
        for answer in answers:
            answer["changes"] = answer["changes"][1:]

    def wrong_change(answers):
        for answer in answers:
            for change in answer["changes"]:
                change["outcomes"] = change["outcomes"][1:]

    def always_in_force(answers):
        for answer in answers:
            answer["in_force"] = True
    expected = {None: None, lost_outcome: "possible", turned_path: "path", lost_fact: "missing", lost_change: "not told",
                wrong_change: "changed to", always_in_force: "in force"}
    for spoil, words in expected.items():
        wrong = Comparison(program, 7).run(3000, 400, spoil).wrong
        name = spoil.__name__ if spoil else "nothing planted"
        if words is None and wrong or words is not None and not any(words in text for text in wrong):
            sys.exit(f"{name}: {len(wrong)} complaints, none as expected\n" + "\n".join(wrong[:3]))
        print(f"{name}: {len(wrong)} complaints")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--cases", type=int, default=100000)
    parser.add_argument("--completed", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test(options.program)
    done = Comparison(options.program, options.seed).run(options.cases, options.completed)
    print(f"{done.compared} cases, {done.decided} of them decided; {done.completed} filled in {done.filled} ways, in {done.tight} of them every outcome "
          f"told possible was reached; {done.changes} changes followed; {len(done.wrong)} differences")
    for text in done.wrong[:10]:
        print(text)
    unseen = {(name, step, holds) for name, step, holds in done.all_ways - done.ways if holds != "unknown"}
    print(f"{len(done.ways)} of {len(done.all_ways)} answers of steps were seen (what an earlier step needs is never unknown later)", *sorted(unseen))
    if unseen or done.wrong or done.compared < options.cases or done.completed < options.completed:
        sys.exit(1)


if __name__ == "__main__":
    main()
