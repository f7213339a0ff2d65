  // A period as its first and last day, empty where it is open; of dates the page reads EDTF and the
  // commonest words. Null where a text is none of these.
  const MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ];
  const DATES = "2012, 2012-03, dec 2011, 16 dec 2011 or 2011..2013";
  const daysOf = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const padded = (number, length) => String(number).padStart(length, "0");
  const ofYears = (first, last) => ({ from: `${padded(first, 4)}-01-01`, to: `${padded(last, 4)}-12-31` });
  const ofMonth = (year, month) => {
    if (month < 1 || month > 12) return null;
    const begun = `${padded(year, 4)}-${padded(month, 2)}`;
    return { from: `${begun}-01`, to: `${begun}-${daysOf(year, month)}` };
  };
  const ofDay = (year, month, day) => {
    if (!ofMonth(year, month) || day < 1 || day > daysOf(year, month)) return null;
    const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
    return { from: date, to: date };
  };
  const monthNamed = (word) =>
    word.length < 3 ? 0 : 1 + MONTHS.findIndex((month) => month.startsWith(word) || (word === "sept" && month === "september"));

  const inNumbers = (text) => {
    const found = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/.exec(text);
    if (!found) return null;
    const [, year, month = "XX", day = "XX"] = found;
    if (month === "XX") return day === "XX" ? ofYears(Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))) : null;
    if (year.includes("X")) return null;
    return day === "XX" ? ofMonth(Number(year), Number(month)) : ofDay(Number(year), Number(month), Number(day));
  };
  const inWords = (text) => {
    const found =
      /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.?,? (\d{4})$/.exec(text) ?? /^()([a-z]+)\.? (\d{4})$/.exec(text);
    const other = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
    const [day, name, year] = found ? found.slice(1) : other ? [other[2], other[1], other[3]] : [];
    const month = name ? monthNamed(name) : 0;
    if (!month) return null;
    return day ? ofDay(Number(year), month, Number(day)) : ofMonth(Number(year), month);
  };
  const oneDate = (text) => inNumbers(text.replace(/[?~%]$/, "")) ?? inWords(text.toLowerCase());
  const BOTH_ENDS = /^(.*?)(?:\.\.|\/| (?:to|until|till|through|–) )(.*)$/;
  const period = (text) => {
    const written = text.trim().replace(/^\.\.\//, "/").replace(/\/\.\.$/, "/");
    const ends = BOTH_ENDS.exec(written);
    if (!ends) return oneDate(written);
    if (!ends[1] && !ends[2]) return null;
    const open = { from: "", to: "" };
    const [first, last] = ends.slice(1).map((end) => (end ? oneDate(end.trim()) : open));
    return first && last && (!last.to || first.from <= last.to) ? { from: first.from, to: last.to } : null;
  };
