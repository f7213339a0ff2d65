"use strict";
(() => {
  const form = document.getElementById("_filter");
  const box = document.getElementById("_q");
  const told = document.getElementById("_told");
  const events = [...document.querySelectorAll(".event")];
  const years = [...document.querySelectorAll("section.year")];
  // Words are compared as the program compares them, its `query/words`, `text/folding` and `text/exonyms`.
  const pairs = (from, to) => Object.fromEntries([...from].map((c, n) => [c, [...to][n]]));
  const SIGNS = {
    ...pairs("‘’‚‛´ʹʻʼʽˈ“”„‟‐‑‒–—−łŁøØđĐðÐħĦŧŦı", `''''''''''""""------lLoOdDdDhHtTi`),
    æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", þ: "th", Þ: "Th",
  };
  const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
  const SIBILANTS = "šžčşŠŽČŞ";
  const WITHOUT_H = pairs(SIBILANTS, "szcsSZCS");
  const WITH_H = Object.fromEntries([..."sh zh ch sh Sh Zh Ch Sh".split(" ")].map((to, n) => [SIBILANTS[n], to]));
  const ROMAN = {
    ...pairs("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye"),
    ...pairs("ғқңөұүһәіґјѓќҳҝћђўӏѵѳѣ", "gknouuhaigjgkhkcduiife"),
    х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ж: "zh", ю: "yu", я: "ya", є: "ye", ё: "ye", ї: "yi", љ: "lj",
    њ: "nj", џ: "dzh", җ: "zh", ҷ: "j", ҹ: "j", ѕ: "dz", ъ: "", ь: "",
  };
  const AS_LATIN = pairs("АВЕКМНОРСТХУІЈЅасеорхуіјѕһ", "ABEKMHOPCTXYIJSaceopxyijsh");
  const AS_CYRILLIC = Object.fromEntries(Object.entries(AS_LATIN).map(([letter, latin]) => [latin, letter]));
  const ALIKE = [
    ["shch", "sh"], ["sch", "sh"], ["tch", "ch"], ["dzh", "j"], ["zh", "j"], ["dj", "j"], ["kh", "h"], ["gh", "g"],
    ["ph", "f"], ["ck", "k"], ["tz", "ts"],
  ];
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
    translated(text, SIGNS).replace(/[\u034f\u180b-\u180d\ufe00-\ufe0f]/g, "").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
  const untilSame = (change, text) => {
    for (let changed; (changed = change(text)) !== text; text = changed);
    return text;
  };
  const OTHERS = /[^\0-\x7f]/gu;
  const plainOf = (c) => (UNSPACED.test(c) ? ` ${c} ` : SIBILANTS.includes(c) ? c : untilSame(unmarked, c));
  const plain = (text) =>
    text.replace(/[SZCszc]\u030c|[Ss]\u0327/g, (found) => found.normalize("NFC")).replace(OTHERS, plainOf);
  const foldOf = (c) => untilSame((text) => unmarked(text.toUpperCase().toLowerCase()), c);
  const fold = (text) => text.toLowerCase().replace(OTHERS, foldOf);

  const tableOf = (text) => {
    const table = {};
    for (const entry of text.split(";")) {
      const [english, ...names] = entry.trim().split(/\s+/);
      for (const name of names) table[fold(name)] = english;
    }
    return table;
  };
  const names = tableOf(form.dataset.names), letters = tableOf(form.dataset.letters);
  const inEnglish = (word) => {
    if (letters[word]) return letters[word];
    for (let length = word.length; length >= Math.max(word.length - 2, 1); length--) {
      const found = names[word.slice(0, length)];
      if (found && (length === word.length || length >= 4)) return found;
    }
    return "";
  };
  const romanized = (word) => {
    const small = word.toLowerCase();
    const english = inEnglish(small);
    if (english && isUpper(english)) return english;
    const roman = (english || translated(small.replace(/(?:(?<=[аеиоуыэюяіїәөүұєъь])|^)е/g, "ye"), ROMAN)).toLowerCase();
    if (word.length > 1 && isUpper(word)) return roman.toUpperCase();
    return isUpper(word[0]) ? roman.charAt(0).toUpperCase() + roman.slice(1) : roman;
  };
  const CYRILLIC = /[\u0400-\u052f]/, LATIN = /[A-Za-z]/;
  const inLatin = (word) => {
    if ([...word].some((c) => SIBILANTS.includes(c))) return [translated(word, WITHOUT_H), translated(word, WITH_H)];
    if (!CYRILLIC.test(word)) return [word];
    if (!LATIN.test(word)) return [romanized(word)];
    const looks = [translated(word, AS_CYRILLIC), translated(word, AS_LATIN)].filter((look) => !(CYRILLIC.test(look) && LATIN.test(look)));
    return [...new Set([...looks, word].map(romanized))];
  };
  const keyOf = (word) => {
    let key = word.replace(/q/g, "k").replace(/w/g, "v").replace(/y/g, "i").replace(/x/g, "ks");
    for (const [one, other] of ALIKE) key = key.replaceAll(one, other);
    key = key.replace(/c(?![eih])/g, "k").replace(/(^|(?<=[aeou]))i+e/g, "e").replace(/(.)\1+/g, "$1");
    return key.startsWith("kazak") ? "kazah" + key.slice(5) : key;
  };
  const keysOf = (spellings) =>
    spellings.filter((each) => /^\p{L}+$/u.test(each)).map(keyOf).filter((key) => key.length >= LEAST_KEY);
  const capitalsOf = (written) =>
    written.map((word) => (word.endsWith("s") ? word.slice(0, -1) : word))
      .filter((stem) => isUpper(stem) && (stem.match(/\p{L}/gu) ?? []).length > 1).map(fold);

  const forms = new Map();
  const formOf = (word) => {
    if (!forms.has(word)) forms.set(word, makeForm(word));
    return forms.get(word);
  };
  const makeForm = (word) => {
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
          counts.set(formOf(word).spellings[0], (counts.get(formOf(word).spellings[0]) ?? 0) + 1);
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
    let form = formOf(word);
    if (DOTTED.test(word)) form = { ...form, capitals: form.spellings };
    const ordinary = index().ordinary.has(form.spellings[0]);
    const keys = form.ending || ordinary ? [] : keysOf(form.spellings);
    if (!form.isLatin && form.capitals.length && word.length <= LONGEST_INITIALS) begins = false;
    return { form, begins, keys, begun: begins ? keys.filter((key) => key.length >= LEAST_BEGINNING) : [] };
  };
  const meets = (wanted, form, inCapitals) => {
    const { form: asked, begins, keys, begun } = wanted;
    if (inCapitals && asked.capitals.length) return asked.capitals.some((each) => form.capitals.includes(each));
    const isName = form.isName && !index().ordinary.has(form.spellings[0]);
    const spelled = asked.wholes.some((whole) =>
      begins ? form.wholes.some((each) => each.startsWith(whole)) : form.wholes.includes(whole) || form.spellings.includes(whole));
    if (spelled && (isName || asked.isName || asked.isLatin === form.isLatin)) return true;
    return isName && form.keys.some((key) => keys.includes(key) || begun.some((each) => key.startsWith(each)));
  };
  const holding = (words, inCapitals) => {
    const met = words.map((wanted) => {
      const told = new Map();
      return (word) => {
        if (!told.has(word)) told.set(word, meets(wanted, formOf(word), inCapitals));
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
    const none = wanted.some((each) => each.form.capitals.length) && !found.includes(true);
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
