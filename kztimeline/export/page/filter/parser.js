  // The grammar of the program's `query/parser`. Each part of a query is an answer.
  class Mistake extends Error {}
  const CLOSING = {
    '"': "”“„‟", "“": "”“\"", "”": "”“\"", "„": "“”\"", "‟": "”“\"", "«": "»", "»": "«»", "‹": "›", "›": "‹›",
  };
  const MARKS = Object.keys(CLOSING).join("");
  const DASHES = "-‐‑‒–—−";
  const SINGLE = /['‘‚‛](?=\S)([^]{0,200}?)(?<=\S)['’‘](?=[\s(),]|$)/y;
  const STRAIGHT = /"((?:[^"]|"")*)"/y;
  const A_WORD = new RegExp(`[^\\s()${MARKS}]+`, "y");
  const A_VALUE = new RegExp(`[^\\s(),${MARKS}]+`, "y");
  const A_FIELD = /([A-Za-z]+):/y;
  const NEXT_WORD = new RegExp(`\\s+([^\\s(),:${MARKS}]+)(?=[\\s(),]|$)`, "y");
  const SIGNS_BEFORE = new RegExp(`^[${DASHES}!¬'‘‚‛]+`, "u");
  const NO_PLAIN_WORD = /^(?:or|and|not)$|^[A-Za-z]+:/i;
  const MOST_WORDS_OF_DATE = 6, DEEPEST = 50;

  const parsed = (text) => {
    let at = 0, depth = 0;
    const fail = (problem, remedy) => { throw new Mistake(`${problem}; ${remedy}`); };
    const match = (pattern) => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    };
    const accept = (pattern) => {
      const found = match(pattern);
      if (found) at += found[0].length;
      return found ? found[0] : "";
    };
    const atEnd = () => at >= text.length;
    const skipSpace = () => accept(/\s*/y);
    const wordHere = (word) => {
      const found = match(A_WORD);
      return found && found[0].toLowerCase() === word ? found[0].length : 0;
    };
    const acceptWord = (word) => {
      const length = wordHere(word);
      at += length;
      if (length) skipSpace();
      return length > 0;
    };
    const atEndOfAll = () => atEnd() || text[at] === ")" || wordHere("or") > 0;

    const quoteHere = () => {
      const mark = text[at];
      if ("'‘‚‛".includes(mark)) {
        const found = match(SINGLE);
        return found && { text: found[1], length: found[0].length };
      }
      const straight = mark === '"' && match(STRAIGHT);
      if (straight) return { text: straight[1].replaceAll('""', '"'), length: straight[0].length };
      const ends = [...(CLOSING[mark] ?? "")].map((closing) => text.indexOf(closing, at + 1)).filter((end) => end >= 0);
      const end = Math.min(...ends);
      return ends.length ? { text: text.slice(at + 1, end), length: end + 1 - at } : null;
    };
    const beginsQuote = () => MARKS.includes(text[at]) || quoteHere() !== null;
    const phrase = () => {
      const quote = quoteHere();
      if (!quote) fail("the quote is not closed", `add a closing ${text[at] === '"' ? '"' : CLOSING[text[at]][0]}`);
      at += quote.length;
      return quote.text;
    };
    const searched = (written, whole) => {
      const words = wordsIn(written);
      return words.length ? surely(holding(words, whole)) : fail("there is nothing to search for", "write a word");
    };

    const wholeDate = (first) => {
      const start = at;
      const joins = /^(?:to|until|till|through|–)$/i.test(match(NEXT_WORD)?.[1] ?? "");
      if (period(first) && !joins) return first;
      let value = first, found = [first, at];
      for (let number = 0; number < MOST_WORDS_OF_DATE; number++) {
        const next = match(NEXT_WORD);
        if (!next) break;
        value += ` ${next[1]}`;
        at += next[0].length;
        if (period(value)) found = [value, at];
      }
      at = found[0] === first ? start : found[1];
      return found[0];
    };
    const valueOf = (name) => {
      const sign = text[at - 1] === "," ? "comma" : "colon";
      const quoted = !atEnd() && beginsQuote();
      const value = quoted ? phrase() : accept(A_VALUE);
      if (!value.trim()) fail(`${name}: has no value${sign === "comma" ? " after the comma" : ""}`, `write one right after the ${sign}`);
      return DATE_FIELDS.has(name) && !quoted ? wholeDate(value) : value;
    };
    const field = (name) => {
      if (!(name in FIELDS)) fail(`unknown field ${name}:`, `use ${Object.keys(FIELDS).join(":, ")}:`);
      const answers = [FIELDS[name](valueOf(name), fail)];
      while (!atEnd() && text[at] === ",") {
        at += 1;
        answers.push(FIELDS[name](valueOf(name), fail));
      }
      return anyOf(answers);
    };

    const without = () => {
      at += 1;
      if (atEnd() || /\s/.test(text[at])) fail("nothing follows the minus sign", "write -word");
      return contrary(term());
    };
    const bracket = () => {
      at += 1;
      skipSpace();
      if (text[at] === ")") fail("the brackets are empty", "write a query in them");
      const found = atEnd() ? null : any();
      if (!found || atEnd()) fail("the bracket is not closed", "add a closing )");
      at += 1;
      return found;
    };
    const refuseOtherNegations = () => {
      const start = at;
      if ("!¬".includes(text[at]) && /\S/.test(text[at + 1] ?? "")) at += 1;
      else if (wordHere("not")) acceptWord("not");
      const written = text.slice(start, at).trim();
      const alone = at === start || atEndOfAll() || wordHere("and");
      if (!alone) fail(`“${written}” leaves nothing out`, `write -word${written.length > 1 ? `, or "${written}" to find the word` : ""}`);
      at = start;
    };
    const word = () => {
      const written = accept(A_WORD);
      const plain = written.replace(SIGNS_BEFORE, "");
      return searched(plain, NO_PLAIN_WORD.test(plain));
    };
    const termHere = () => {
      if (DASHES.includes(text[at])) return without();
      if (text[at] === "(") return bracket();
      if (beginsQuote()) return searched(phrase(), true);
      refuseOtherNegations();
      const named = match(A_FIELD);
      if (!named) return word();
      at += named[0].length;
      return field(named[1].toLowerCase());
    };
    const term = () => {
      for (const joining of ["and", "or"]) {
        if (wordHere(joining)) fail(`“${joining}” lacks a word on one side`, `write a ${joining} b, or "${joining}" to find the word`);
      }
      if (atEnd()) fail("a word is missing at the end", "write it, or remove what asks for it");
      if (text[at] === ")") fail("this bracket closes nothing", "remove it");
      depth += 1;
      if (depth > DEEPEST) fail("the query is nested too deeply", "write it with fewer levels");
      const found = termHere();
      depth -= 1;
      skipSpace();
      return found;
    };
    const all = () => {
      const parts = [term()];
      while (acceptWord("and") || !atEndOfAll()) parts.push(term());
      return allOf(parts);
    };
    const any = () => {
      const parts = [all()];
      while (acceptWord("or")) parts.push(all());
      return anyOf(parts);
    };

    skipSpace();
    if (atEnd()) return surely(events.map(() => true));
    const found = any();
    if (!atEnd()) fail("this bracket closes nothing", "remove it");
    return found;
  };
