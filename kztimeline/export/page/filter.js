"use strict";
(() => {
  const form = document.getElementById("_filter");
  const box = document.getElementById("_q");
  const told = document.getElementById("_told");
  const events = [...document.querySelectorAll(".event")];
  const years = [...document.querySelectorAll("section.year")];
  // Words are compared as the program compares them, its `query/words`, by its own tables of `text/letters`.
  const TABLES = JSON.parse(document.getElementById("_tables").textContent);
  const UNSPACED = new RegExp(`[${TABLES.unspaced}]`);
  const SOFT_E = new RegExp(`(?:(?<=[${TABLES.beforeSoftE}])|^)е`, "g");
  const LETTER = "[\\p{L}\\p{N}]";
  const ENDING = `'(?:[stdmSTDM]|ll|LL|re|RE|ve|VE)(?!${LETTER})`;
  const WORD = new RegExp(
    `(?<!\\p{Nd}[.,])\\p{Nd}+(?:(?:,\\p{Nd}{3})+(?!\\p{Nd}))?(?:\\.\\p{Nd}+(?!\\.?\\p{Nd}))?(?!${LETTER})(?:${ENDING})?` +
    `|${LETTER}+(?:${ENDING}|(?<=(?<![\\p{L}\\p{N}_])${LETTER})(?:\\.\\p{L})+(?!${LETTER})\\.?(?:${ENDING})?)?` +
    "|[\\0%#@©®°$¢-¥\\u058f\\u060b\\u09f2\\u09f3\\u0e3f\\u17db\\u20a0-\\u20cf]|[\\u2190-\\u2bff\\u{1f000}-\\u{1faff}]",
    "gu",
  );
  const DOTTED = /^[\p{L}\p{N}_](?:\.\p{L})+\.?$/u;
  const LEAST_KEY = 4, LEAST_BEGINNING = 5, LONGEST_INITIALS = 4, CAPITALS_OF_NAMES = 20, BREAK = "\0";

  const translated = (text, table) => [...text].map((c) => table[c] ?? c).join("");
  const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
  const unmarked = (text) =>
    translated(text, TABLES.plain).normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
  const untilSame = (change, text) => {
    for (let changed; (changed = change(text)) !== text; text = changed);
    return text;
  };
  const OTHERS = /[^\0-\x7f]/gu;
  const plainOf = (c) => (UNSPACED.test(c) ? ` ${c} ` : TABLES.sibilants.includes(c) ? c : untilSame(unmarked, c));
  const plain = (text) =>
    text.replace(/[SZCszc]\u030c|[Ss]\u0327/g, (found) => found.normalize("NFC")).replace(OTHERS, plainOf);
  const foldOf = (c) => untilSame((text) => unmarked(text.toUpperCase().toLowerCase()), c);
  const fold = (text) => text.toLowerCase().replace(OTHERS, foldOf);

  const inEnglish = (word) => {
    if (TABLES.capitals[word]) return TABLES.capitals[word];
    for (let length = word.length; length >= Math.max(word.length - TABLES.longestEnding, 1); length--) {
      const found = TABLES.names[word.slice(0, length)];
      if (found && (length === word.length || length >= TABLES.shortestDeclined)) return found;
    }
    return "";
  };
  const romanized = (word) => {
    const small = word.toLowerCase();
    const english = inEnglish(small);
    if (english && isUpper(english)) return english;
    const roman = (english || translated(small.replace(SOFT_E, "ye"), TABLES.roman)).toLowerCase();
    if (word.length > 1 && isUpper(word)) return roman.toUpperCase();
    return isUpper(word[0]) ? roman.charAt(0).toUpperCase() + roman.slice(1) : roman;
  };
  const CYRILLIC = /[\u0400-\u052f]/, LATIN = /[A-Za-z]/;
  const inLatin = (word) => {
    if ([...word].some((c) => TABLES.sibilants.includes(c))) return [translated(word, TABLES.withoutH), translated(word, TABLES.withH)];
    if (!CYRILLIC.test(word)) return [word];
    if (!LATIN.test(word)) return [romanized(word)];
    const looks = [translated(word, TABLES.asCyrillic), translated(word, TABLES.asLatin)]
      .filter((look) => !(CYRILLIC.test(look) && LATIN.test(look)));
    return [...new Set([...looks, word].map(romanized))];
  };
  const keyOf = (word) => {
    let key = translated(word, TABLES.oneLetter);
    for (const [one, other] of TABLES.spellings) key = key.replaceAll(one, other);
    key = key.replace(/c(?![eih])/g, "k").replace(/(^|(?<=[aeou]))i+e/g, "e").replace(/(.)\1+/g, "$1");
    return key.startsWith("kazak") ? "kazah" + key.slice(5) : key;
  };
  const keysOf = (spellings) =>
    spellings.filter((each) => /^\p{L}+$/u.test(each)).map(keyOf).filter((key) => key.length >= LEAST_KEY);
  const capitalsOf = (written) =>
    written.map((word) => (word.endsWith("s") ? word.slice(0, -1) : word))
      .filter((stem) => isUpper(stem) && (stem.match(/\p{L}/gu) ?? []).length > 1).map(fold);

  const compared = new Map();
  const comparedWord = (word) => {
    if (!compared.has(word)) compared.set(word, compare(word));
    return compared.get(word);
  };
  const compare = (word) => {
    const at = word.indexOf("'");
    let stem = at < 0 ? word : word.slice(0, at);
    const ending = at < 0 ? "" : fold(word.slice(at));
    if (DOTTED.test(stem)) stem = stem.replaceAll(".", "");
    const simple = /^[A-Za-z0-9]+$/.test(word);
    const written = inLatin(stem);
    const spellings = written.map(fold);
    const isName = /^[\p{Lu}\p{Lt}]/u.test(written[0]);
    return {
      spellings, ending, isName, wholes: spellings.map((each) => each + ending),
      capitals: simple && !/^.[A-Z]/.test(word) ? [] : capitalsOf(written),
      keys: isName ? keysOf(spellings) : [],
      isLatin: !CYRILLIC.test(stem) || LATIN.test(stem),
    };
  };
  const wordsOf = (text) => plain(text).match(WORD) ?? [];

  // What is searched, in rows that no phrase leads out of: an event's own texts, and those of what it names.
  const textsOf = (row) => {
    const parts = row.matches(".s") ? [row] : [...row.querySelectorAll(".s")];
    const own = row.matches(".event") ? parts.filter((part) => !part.closest(".w")) : parts;
    return [...own.map((part) => part.textContent), ...(row.dataset.also ?? "").split("\ufffc")].join(` ${BREAK} `);
  };
  let known = null;
  const index = () => (known ??= makeIndex());
  const makeIndex = () => {
    const seen = new Map(), small = new Map(), large = new Map();
    const rowOf = (element) => {
      const text = textsOf(element);
      const key = element.matches(".event") ? element : text;
      if (!seen.has(key)) {
        const words = wordsOf(text);
        for (const word of new Set(words)) {
          const counts = isUpper(word[0]) ? large : small;
          counts.set(comparedWord(word).spellings[0], (counts.get(comparedWord(word).spellings[0]) ?? 0) + 1);
        }
        seen.set(key, words);
      }
      return seen.get(key);
    };
    const rows = events.map((event) => [event, ...event.querySelectorAll(".w")].map(rowOf));
    const ordinary = new Set([...small.keys()].filter((word) => small.get(word) * CAPITALS_OF_NAMES >= (large.get(word) ?? 0)));
    return { rows, ordinary };
  };

  const wantedOf = (word, begins) => {
    let asked = comparedWord(word);
    if (DOTTED.test(word)) asked = { ...asked, capitals: asked.spellings };
    const ordinary = index().ordinary.has(asked.spellings[0]);
    const keys = asked.ending || ordinary ? [] : keysOf(asked.spellings);
    if (!asked.isLatin && asked.capitals.length && word.length <= LONGEST_INITIALS) begins = false;
    return { asked, begins, keys, begun: begins ? keys.filter((key) => key.length >= LEAST_BEGINNING) : [] };
  };
  const meets = ({ asked, begins, keys, begun }, met, inCapitals) => {
    if (inCapitals && asked.capitals.length) return asked.capitals.some((each) => met.capitals.includes(each));
    const isName = met.isName && !index().ordinary.has(met.spellings[0]);
    const spelled = asked.wholes.some((whole) =>
      begins ? met.wholes.some((each) => each.startsWith(whole)) : met.wholes.includes(whole) || met.spellings.includes(whole));
    if (spelled && (isName || asked.isName || asked.isLatin === met.isLatin)) return true;
    return isName && met.keys.some((key) => keys.includes(key) || begun.some((each) => key.startsWith(each)));
  };
  const holding = (words, inCapitals) => {
    const met = words.map((wanted) => {
      const told = new Map();
      return (word) => {
        if (!told.has(word)) told.set(word, meets(wanted, comparedWord(word), inCapitals));
        return told.get(word);
      };
    });
    const stands = (row) => row.some((_, at) => at + met.length <= row.length && met.every((test, n) => test(row[at + n])));
    const known = new Map();
    const holds = (row) => {
      if (!known.has(row)) known.set(row, stands(row));
      return known.get(row);
    };
    return index().rows.map((rows) => rows.some(holds));
  };

  const FIELDS = {
    track: (value) => (event) => event.dataset.track === value || plain(event.dataset.trackName).toLowerCase().startsWith(value),
    topic: (value) => (event) => event.dataset.topics.split(" ").some((each) => each.startsWith(value)),
    actor: (value) => (event) => event.dataset.actors.split(" ").some((each) => each.split("-").some((_, n, parts) => parts.slice(n).join("-").startsWith(value))),
    origin: (value) => (event) => event.dataset.origin === value,
    importance: (value) => (event) => event.dataset.importance === value,
    in: (value) => {
      const [from, to = from] = value.split("..");
      return (event) => (event.dataset.end || "9999") >= from && (event.dataset.start || "0000") <= to + "\uffff";
    },
  };

  // The events that a term finds, as an array of truths.
  const term = (text, quoted) => {
    const field = !quoted && /^([a-z]+):(.+)$/i.exec(text);
    if (field && FIELDS[field[1].toLowerCase()]) {
      const tests = field[2].toLowerCase().split(",").filter(Boolean).map(FIELDS[field[1].toLowerCase()]);
      return events.map((event) => tests.some((test) => test(event)));
    }
    const words = wordsOf(text).filter((word) => word !== BREAK);
    if (!words.length) return null;
    const wanted = words.map((word, n) => wantedOf(word, !quoted && n === words.length - 1));
    const found = holding(wanted, true);
    const none = wanted.some((each) => each.asked.capitals.length) && !found.includes(true);
    return none ? holding(wanted, false) : found;
  };

  const TOKEN = /([-!]?)(?:"([^"]*)"?|“([^”]*)”?|«([^»]*)»?|„([^“]*)“?|([^\s"“«„]+))/g;
  const answer = (query) => {
    const alternatives = [[]];
    for (const [, sign, a, b, c, d, bare] of query.matchAll(TOKEN)) {
      const quote = a ?? b ?? c ?? d;
      if (!sign && bare && /^(or|\|\|?)$/i.test(bare)) alternatives.push([]);
      else if (!(bare && /^and$/i.test(bare))) {
        // What alone would leave nothing out is the word itself.
        const truths = term(quote ?? bare, quote !== undefined || /^not$/i.test(bare));
        if (truths) alternatives.at(-1).push(sign ? truths.map((truth) => !truth) : truths);
      }
    }
    const asked = alternatives.filter((all) => all.length);
    return events.map((_, n) => !asked.length || asked.some((all) => all.every((truths) => truths[n])));
  };

  const show = () => {
    const truths = answer(box.value);
    events.forEach((event, n) => { event.parentElement.hidden = !truths[n]; });
    for (const year of years) year.hidden = !year.querySelector("li:not([hidden]) > .event");
    const number = truths.filter(Boolean).length;
    told.textContent = box.value.trim() ? `${number} of ${events.length} events` : `${events.length} events`;
  };

  const open = () => {
    const event = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!event?.classList.contains("event")) return;
    if (event.parentElement.hidden) { box.value = ""; show(); }
    const folded = event.querySelector("details");
    if (folded) folded.open = true;
    event.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); }
    if (event.key === "Escape" && document.activeElement === box) { box.value = ""; show(); }
  });
  let before = [];
  addEventListener("beforeprint", () => {
    before = [...document.querySelectorAll("details:not([open])")];
    for (const each of before) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of before) each.open = false; });
  addEventListener("hashchange", open);
  show();
  open();
})();
