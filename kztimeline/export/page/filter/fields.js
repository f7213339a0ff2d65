  // What the fields ask of an event, as the program's `query/index` does; their values stand at the event.
  // An answer says of each event whether it matches: 0 it does not, 1 it may, 2 it surely does.
  const NO = 0, POSSIBLE = 1, CERTAIN = 2;
  const allOf = (answers) => events.map((_, n) => Math.min(...answers.map((answer) => answer[n])));
  const anyOf = (answers) => events.map((_, n) => Math.max(...answers.map((answer) => answer[n])));
  const contrary = (answer) => answer.map((each) => CERTAIN - each);
  const surely = (truths) => truths.map((truth) => (truth ? CERTAIN : NO));
  const those = (test) => surely(events.map((event) => test(event.dataset)));
  const listed = (text) => (text ?? "").split(" ").filter(Boolean);
  const capital = (id) => id.replace(/[a-z]+/g, (word) => word[0].toUpperCase() + word.slice(1));
  const NO_WORDS = new Set();
  const inAnyCase = (text, whole) => {
    const words = wordsIn(text);
    return standing(words.map((word, n) => wantedOf(word, !whole && n === words.length - 1, NO_WORDS)), false, NO_WORDS);
  };

  // The ids that a text means: the one of this id, or those whose id or names hold its words, or else begin so.
  const meant = (text, among) => {
    if (among.some(([id]) => id === text)) return [text];
    const rows = new Map(among.map(([id, ...names]) => [id, wordsOf([capital(id), ...names].join(` ${BREAK} `))]));
    const ids = [...rows.keys()];
    const whole = inAnyCase(text, true), begun = inAnyCase(text, false);
    const found = ids.filter((id) => whole(rows.get(id)));
    const isAllOf = (words) => words.length === wordsIn(text).length && whole(words);
    const same = found.filter((id) => isAllOf(wordsOf(capital(id))));
    if (found.length) return same.length ? same : found;
    return ids.filter((id) => begun(rows.get(id)));
  };
  const ON_THE_PAGE = new Set(["actor", "source"]);
  const valued = (field, valuesAt) => (text, fail) => {
    const ids = meant(text, TABLES.values[field]);
    const some = TABLES.values[field].slice(0, 8).map(([id]) => id).join(", ");
    const remedy = ON_THE_PAGE.has(field) ? "write a part of a name that stands on this page" : `use ${some}`;
    if (!ids.length) fail(`unknown value ${field}:${text}`, remedy);
    return those((data) => listed(data[valuesAt]).some((id) => ids.includes(id)));
  };

  const amountOf = (text) => {
    const found = /^(?:(<=?|>=?|=?)(\d{1,6})|(\d{0,6})\.\.(\d{0,6}))$/.exec(text);
    if (!found) return null;
    const [, sign, written, first, last] = found;
    const number = Number(written);
    if (written) {
      if (sign === "<") return number ? [0, number - 1] : null;
      if (sign === "<=") return [0, number];
      if (sign === ">") return [number + 1, Infinity];
      return [number, sign === ">=" ? Infinity : number];
    }
    if (!(first || last) || (first && last && Number(first) > Number(last))) return null;
    return [Number(first || 0), last ? Number(last) : Infinity];
  };
  const counted = (field, numberAt, remedy, isOne) => (text, fail) => {
    const amount = amountOf(text);
    if (!amount || !isOne(text, amount)) fail(`unknown value ${field}:${text}`, remedy);
    return those((data) => Number(data[numberAt]) >= amount[0] && Number(data[numberAt]) <= amount[1]);
  };
  const areLevels = (text, [least, most]) =>
    text.match(/\d+/g).every((level) => ["1", "2", "3"].includes(level)) && least <= 3 && most >= 1;

  const asked = (may, does, periods) =>
    events.map(({ dataset }) =>
      Math.max(NO, ...periods.map((each) => (does(dataset, each) ? CERTAIN : may(dataset, each) ? POSSIBLE : NO))));
  const dated = (may, does) => (text, fail) => {
    const found = period(text);
    if (!found) fail(`'${text}' is not a date that this page can read`, `write ${DATES}`);
    return asked(may, does, [found]);
  };
  const LONG_AGO = "0000", FAR_AHEAD = "9999";
  const overlap = (start, end, { from, to }) => (end || FAR_AHEAD) >= from && (start || LONG_AGO) <= (to || FAR_AHEAD);
  const isExact = (data, ...ends) => ends.every((end) => listed(data.exact).includes(end));
  const mayBeWithin = (data, each) => overlap(data.start, data.end, each);
  const isWithin = (data, each) => {
    if (data.sure !== undefined && overlap(...data.sure.split("/"), each)) return true;
    const inside = (data.start || LONG_AGO) >= (each.from || LONG_AGO) && (data.end || FAR_AHEAD) <= (each.to || FAR_AHEAD);
    return inside && isExact(data, "start", "end");
  };
  const mayBeginAfter = (data, { to }) => to !== "" && data.starts !== "" && data.starts > to;
  const beginsAfter = (data, { to }) => to !== "" && data.start !== "" && data.start > to && isExact(data, "start");
  const mayEndBefore = (data, { from }) => from !== "" && data.ends !== "" && data.ends < from;
  const endsBefore = (data, { from }) => from !== "" && data.end !== "" && data.end < from && isExact(data, "end");

  const idsMeant = (text) => {
    const ids = [...new Set(events.flatMap((event) => [event.id, ...listed(event.dataset.linked)]))];
    if (ids.includes(text)) return [text];
    const [found, begun] = [true, false].map((whole) => {
      const test = inAnyCase(text, whole);
      return ids.filter((id) => test(wordsOf(capital(id))));
    });
    return found.length ? found : begun;
  };

  const DATE_FIELDS = new Set(["in", "after", "before"]);
  const FIELDS = {
    topic: valued("topic", "topics"),
    track: valued("track", "track"),
    actor: valued("actor", "actors"),
    in: dated(mayBeWithin, isWithin),
    after: dated(mayBeginAfter, beginsAfter),
    before: dated(mayEndBefore, endsBefore),
    era: (text, fail) => {
      const ids = meant(text, TABLES.values.era);
      if (!ids.length) fail(`unknown value era:${text}`, "use the name of an office holder or a period");
      const periods = TABLES.eras.filter(([id]) => ids.includes(id)).map(([, from, to]) => ({ from, to }));
      return asked(mayBeWithin, isWithin, periods);
    },
    origin: valued("origin", "origin"),
    source: valued("source", "sources"),
    importance: counted("importance", "importance", "use 1, 2, 3, <3 or a range such as 1..2", areLevels),
    place: (text) => {
      const test = inAnyCase(text, false);
      return those((data) => test(wordsOf(data.place)));
    },
    id: (text) => {
      const ids = idsMeant(text);
      return surely(events.map((event) => ids.includes(event.id)));
    },
    link: valued("link", "links"),
    linked: (text) => {
      const ids = idsMeant(text);
      return those((data) => listed(data.linked).some((id) => ids.includes(id)));
    },
    sources: counted("sources", "cited", "use 1, <3, >5 or a range such as 2..4", () => true),
    has: valued("has", "has"),
    is: valued("is", "is"),
  };
