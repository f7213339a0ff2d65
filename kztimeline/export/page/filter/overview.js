  // The overview under a filter: what is left stands on a scale of its own before all there is.
  const bars = [...document.querySelectorAll(".years a")].flatMap((link) =>
    [...link.querySelectorAll("rect:not(.back)")].map((bar) => {
      const floor = bar.cloneNode();
      floor.classList.add("floor");
      bar.before(floor);
      const [y, height] = ["y", "height"].map((name) => Number(bar.getAttribute(name)));
      return { bar, year: link.getAttribute("href").slice(3), track: /f(\d)/.exec(bar.className.baseVal)[1], bottom: y + height, height };
    }));
  const tallest = Math.max(...bars.map((each) => each.height));
  const trackOf = (event) => /\br(\d)\b/.exec(event.querySelector(".dot").className)[1];
  const drawOverview = (answer) => {
    if (!bars.length) return;
    const counts = new Map();
    events.forEach((event, n) => {
      const at = `${event.dataset.start.slice(0, 4)} ${trackOf(event)}`;
      if (answer[n] !== NO) counts.set(at, (counts.get(at) ?? 0) + 1);
    });
    const most = Math.max(1, ...counts.values());
    for (const { bar, year, track, bottom } of bars) {
      const height = (tallest * (counts.get(`${year} ${track}`) ?? 0)) / most;
      bar.setAttribute("height", height);
      bar.setAttribute("y", bottom - height);
    }
  };
