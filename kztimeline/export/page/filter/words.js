  // Words are compared as the program compares them, its `query/words`, by its own tables of `text/letters`.
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

  // A word that is wanted; `ordinary` are those that are no names though they may begin with a capital.
  const wantedOf = (word, begins, ordinary) => {
    let asked = comparedWord(word);
    if (DOTTED.test(word)) asked = { ...asked, capitals: asked.spellings };
    const keys = asked.ending || ordinary.has(asked.spellings[0]) ? [] : keysOf(asked.spellings);
    if (!asked.isLatin && asked.capitals.length && word.length <= LONGEST_INITIALS) begins = false;
    return { asked, begins, keys, begun: begins ? keys.filter((key) => key.length >= LEAST_BEGINNING) : [] };
  };
  const meets = ({ asked, begins, keys, begun }, met, inCapitals, ordinary) => {
    if (inCapitals && asked.capitals.length) return asked.capitals.some((each) => met.capitals.includes(each));
    const isName = met.isName && !ordinary.has(met.spellings[0]);
    const spelled = asked.wholes.some((whole) =>
      begins ? met.wholes.some((each) => each.startsWith(whole)) : met.wholes.includes(whole) || met.spellings.includes(whole));
    if (spelled && (isName || asked.isName || asked.isLatin === met.isLatin)) return true;
    return isName && met.keys.some((key) => keys.includes(key) || begun.some((each) => key.startsWith(each)));
  };
  // Tells of a row of words whether those wanted stand in it one after the other.
  const standing = (wanted, inCapitals, ordinary) => {
    const met = wanted.map((each) => {
      const told = new Map();
      return (word) => {
        if (!told.has(word)) told.set(word, meets(each, comparedWord(word), inCapitals, ordinary));
        return told.get(word);
      };
    });
    const stands = (row) =>
      met.length > 0 && row.some((_, at) => at + met.length <= row.length && met.every((test, n) => test(row[at + n])));
    const known = new Map();
    return (row) => {
      if (!known.has(row)) known.set(row, stands(row));
      return known.get(row);
    };
  };
  const wordsIn = (text) => wordsOf(text).filter((word) => word !== BREAK);

  // The events in whose texts a word or phrase stands, as an array of truths.
  const holding = (words, whole) => {
    const { rows, ordinary } = index();
    const wanted = words.map((word, n) => wantedOf(word, !whole && n === words.length - 1, ordinary));
    const asked = (inCapitals) => {
      const holds = standing(wanted, inCapitals, ordinary);
      return rows.map((each) => each.some(holds));
    };
    const found = asked(true);
    return wanted.some((each) => each.asked.capitals.length) && !found.includes(true) ? asked(false) : found;
  };
