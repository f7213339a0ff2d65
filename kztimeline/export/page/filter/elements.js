  const form = document.getElementById("_filter");
  const box = document.getElementById("_q");
  const told = document.getElementById("_told");
  const events = [...document.querySelectorAll(".event")];
  const years = [...document.querySelectorAll("section.year")];
  // The program's own tables: letters, and the values that fields may name.
  const TABLES = JSON.parse(document.getElementById("_tables").textContent);
