// Asks the page's own script: reads {script, tables, events, queries} as JSON, writes for each query the ids that it
// leaves, and what it says.
"use strict";
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));

const span = (textContent) => ({ textContent, matches: (what) => what === ".s", closest: () => null, dataset: {} });
const named = ({ also, texts }) => ({
  dataset: also === null ? {} : { also },
  matches: () => false,
  querySelectorAll: () => texts.map(span),
});
const article = ({ id, data, own, rows }) => ({
  id, dataset: data, parentElement: { hidden: false },
  matches: (what) => what === ".event",
  querySelectorAll: (what) => (what === ".w" ? rows.map(named) : own.map(span)),
});
const articles = given.events.map(article);
const heard = {};
const box = {
  value: "", addEventListener: (what, act) => { heard[what] = act; }, setAttribute() {}, removeAttribute() {},
};
const parts = { _filter: { addEventListener() {}, dataset: {} }, _q: box, _told: {}, _tables: { textContent: given.tables } };
global.document = {
  getElementById: (id) => parts[id] ?? null,
  querySelectorAll: (what) => (what === ".event" ? articles : []),
  addEventListener() {},
};
global.addEventListener = () => {};
global.location = { hash: "" };
new Function(given.script)();
const left = given.queries.map((query) => {
  box.value = query;
  heard.input();
  return [articles.filter((each) => !each.parentElement.hidden).map((each) => each.id), parts._told.textContent];
});
process.stdout.write(JSON.stringify(left));
