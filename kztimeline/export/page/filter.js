"use strict";
(() => {
  const form = document.getElementById("_filter");
  const box = document.getElementById("_q");
  const told = document.getElementById("_told");
  const events = [...document.querySelectorAll(".event")];
  const years = [...document.querySelectorAll("section.year")];
  const SIGNS = { "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss" };
  const CYRILLIC = {
    а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "ye", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m",
    н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch",
    ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya", ғ: "g", қ: "k", ң: "n", ө: "o", ұ: "u", ү: "u", һ: "h", ә: "a", і: "i",
  };
  const ALIKE = [["shch", "sh"], ["sch", "sh"], ["dzh", "j"], ["zh", "j"], ["dj", "j"], ["kh", "h"], ["gh", "g"], ["ph", "f"], ["ck", "k"]];
  const WORD = /\d+(?:,\d{3})*(?:\.\d+)?|\p{L}(?:\.\p{L})+\.?(?:'s)?|[\p{L}\p{N}]+(?:'(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}]))?|[\0$€£¥₸₽%#]/giu;

  // Without accents and typographic signs, its case kept; й and ё are letters of their own.
  const plain = (text) =>
    [...text].map((c) => SIGNS[c] ?? (/[йёЙЁ]/.test(c) ? c : c.normalize("NFKD").replace(/\p{M}/gu, ""))).join("");

  const keyOf = (word) => {
    let key = [...word].map((c) => CYRILLIC[c] ?? c).join("");
    key = key.replace(/q/g, "k").replace(/w/g, "v").replace(/y/g, "i").replace(/x/g, "ks");
    for (const [one, other] of ALIKE) key = key.split(one).join(other);
    key = key.replace(/c(?![eih])/g, "k").replace(/(^|[aeou])i+e/g, "$1e").replace(/(.)\1+/g, "$1");
    return key.startsWith("kazak") ? "kazah" + key.slice(5) : key;
  };

  const wordsOf = (text) =>
    (plain(text).match(WORD) ?? []).map((found) => {
      const whole = found.replace(/(?<=\p{L})\.(?=\p{L}|$|')/gu, "").replace(/\.$/, "");
      const stem = whole.replace(/'(?:s|t|d|m|ll|re|ve)$/i, "");
      return {
        small: stem.toLowerCase(), whole: whole.toLowerCase(), name: /^\p{Lu}/u.test(stem),
        capitals: /\p{L}.*\p{L}/u.test(stem) && stem === stem.toUpperCase() && stem !== stem.toLowerCase(),
      };
    });

  // What is searched; a phrase does not run from one text into the next.
  const textOf = (event) =>
    [...[...event.querySelectorAll(".s")].map((part) => part.textContent), (event.dataset.also ?? "").replaceAll("\ufffc", "\0")].join(" \0 ");
  let known = null;
  const index = () => (known ??= events.map((event) => wordsOf(textOf(event))));

  const SAME = {
    phrase: (wanted, begun) => (words) =>
      words.some((_, at) => wanted.every((w, n) => {
        const word = words[at + n];
        const last = begun && n === wanted.length - 1;
        return word && (word.small === w.small || word.whole === w.whole || (last && word.whole.startsWith(w.whole)));
      })),
    capitals: (w) => (words) => words.some((word) => word.capitals && word.small === w.small),
    begins: (w) => (words) => words.some((word) => word.small.startsWith(w.small) || word.whole.startsWith(w.whole)),
    spelled: (w) => {
      const key = keyOf(w.small);
      const spelled = (word) => {
        const other = word.name ? keyOf(word.small) : "";
        return other === key || (key.length > 4 && other.startsWith(key));
      };
      return (words) => key.length > 3 && words.some(spelled);
    },
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

  // The sets of events that a term finds, as an array of truths.
  const find = (test) => index().map(test);
  const some = (truths) => truths.includes(true);
  const term = (text, quoted) => {
    const field = !quoted && /^([a-z]+):(.+)$/i.exec(text);
    if (field && FIELDS[field[1].toLowerCase()]) {
      const tests = field[2].toLowerCase().split(",").filter(Boolean).map(FIELDS[field[1].toLowerCase()]);
      return events.map((event) => tests.some((test) => test(event)));
    }
    const wanted = wordsOf(text);
    if (!wanted.length) return null;
    if (quoted || wanted.length > 1) return find(SAME.phrase(wanted, !quoted));
    const [w] = wanted;
    if (w.capitals) {
      const exact = find(SAME.capitals(w));
      if (some(exact)) return exact;
    }
    const begins = SAME.begins(w);
    const spelled = SAME.spelled(w);
    return find((words) => begins(words) || spelled(words));
  };

  const TOKEN = /([-!]?)(?:"([^"]*)"?|“([^”]*)”?|«([^»]*)»?|„([^“]*)“?|([^\s"“«„]+))/g;
  const answer = (query) => {
    const alternatives = [[]];
    for (const [, sign, a, b, c, d, bare] of query.matchAll(TOKEN)) {
      const quote = a ?? b ?? c ?? d;
      if (!sign && bare && /^(or|\|\|?)$/i.test(bare)) alternatives.push([]);
      else if (!(bare && /^and$/i.test(bare))) {
        const truths = term(quote ?? bare, quote !== undefined);
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
