  const show = () => {
    let answer;
    try {
      answer = parsed(box.value);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      told.textContent = error.message;
      box.setAttribute("aria-invalid", "true");
      return;
    }
    box.removeAttribute("aria-invalid");
    events.forEach((event, n) => { event.parentElement.hidden = answer[n] === NO; });
    for (const year of years) year.hidden = !year.querySelector("li:not([hidden]) > .event");
    drawOverview(answer);
    const left = answer.filter((each) => each !== NO).length;
    const possible = answer.filter((each) => each === POSSIBLE).length;
    const all = `${events.length} ${events.length === 1 ? "event" : "events"}`;
    const doubt = possible === 1 ? ", 1 only a possible match"
      : possible ? `, ${possible} only possible matches` : "";
    told.textContent = box.value.trim() ? `${left} of ${all}${doubt}` : all;
    printed.textContent = box.value.trim() ? `Filter: ${box.value.trim()}. ${told.textContent}.` : "";
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
