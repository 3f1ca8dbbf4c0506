// The jobs that the reader saved: shown as they are now, with their deadlines as a calendar file made here.
(() => {
  "use strict";
  const page = document.querySelector(".shortlist");
  if (!page || !window.jobglot.load || !window.jobglot.keeps) return;
  const { words, filled, number, load, card, when, names, read, write, element, bdi, fresh } = window.jobglot;
  const list = document.getElementById("found"), status = document.getElementById("count"), empty = page.querySelector(".empty");
  const language = document.documentElement.lang;
  let board = null, asked = false;

  // A job that is not among the open ones is told of as it was when it was saved: it is over, unless it is one of those
  // that the board shows in their own language only.
  function absent(job) {
    const link = element("a", "", bdi(job.title)), isForeign = job.language !== language;
    link.href = job.url;
    if (isForeign) { link.hreflang = job.language; link.lang = job.language; }
    const made = element("article", "card", element("p", "leaf", element("b", "", "–")), element("h3", "", link), element("p", "who", bdi(job.who || "")));
    made.firstChild.setAttribute("aria-hidden", "true");
    if (isForeign && words.hides) made.dataset.closes = job.closes;
    else {
      made.classList.add("is-closed", "is-over");
      made.append(element("ul", "tags", element("li", "badge state", words.over)));
    }
    return element("li", "", made);
  }

  function withRemoval(item, id, title) {
    const button = element("button", "plain remove", words.remove);
    button.type = "button";
    button.setAttribute("aria-label", filled(words.removeJob, { title }));
    button.addEventListener("click", () => {
      const saved = read();
      delete saved[id];
      write(saved);
      draw();
      status.focus();
    });
    item.firstChild.append(button);
    return item;
  }

  const open = () => {
    const saved = read(), now = Date.now();
    return !board ? [] : board.jobs.filter((job) => job.id in saved && job.ends > now);
  };

  function draw() {
    const saved = read(), jobs = open(), ids = new Set(jobs.map(({ id }) => id));
    const gone = Object.keys(saved).filter((id) => !ids.has(id)).sort();
    const items = jobs.sort((a, b) => a.ends - b.ends).map((job) => withRemoval(card(job, board), job.id, job.title));
    list.replaceChildren(...items, ...gone.map((id) => withRemoval(absent(saved[id]), id, saved[id].title)));
    fresh(list);
    const count = items.length + gone.length;
    status.textContent = filled(words.count, { count: number.format(count) });
    empty.firstElementChild.textContent = words.none;
    empty.hidden = count > 0;
    page.querySelector(".tools").hidden = !count;
    page.querySelector(".export").hidden = !jobs.some((job) => job.kind !== "open");
  }

  // iCalendar (RFC 5545), like the files of the board: same UIDs, so that a calendar shows a deadline once.

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const instant = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");

  function folded(line) {
    const pieces = [""], size = (text) => new TextEncoder().encode(text).length;
    for (const sign of line) {
      if (size(pieces[pieces.length - 1] + sign) > 74) pieces.push(" ");
      pieces[pieces.length - 1] += sign;
    }
    return pieces.join("\r\n");
  }

  function event(job) {
    const ends = when(job, board), url = new URL(job.url, location.href).href;
    const who = board.organizations[job.organization].name, summary = escaped(filled(words.deadline, { title: who ? `${job.title} (${who})` : job.title }));
    const start = job.kind === "moment" ? `DTSTART:${instant(job.ends)}` : `DTSTART;VALUE=DATE:${ends.datetime.replaceAll("-", "")}`;
    return [
      "BEGIN:VEVENT", `UID:${job.id}@${words.authority}`, `DTSTAMP:${instant(Date.now())}`, start, "TRANSP:TRANSPARENT",
      `SUMMARY:${summary}`, `DESCRIPTION:${escaped(`${ends.text}\n${url}`)}`, ...places(job), `URL:${url}`,
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P3D", `DESCRIPTION:${summary}`, "END:VALARM", "END:VEVENT",
    ];
  }

  function places(job) {
    const found = names(job.places, board.places).join(", ");
    return found ? [`LOCATION:${escaped(found)}`] : [];
  }

  function exported() {
    const events = open().filter((job) => job.kind !== "open").flatMap(event);
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jobglot//saved jobs//EN", ...events, "END:VCALENDAR"];
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([lines.map((line) => `${folded(line)}\r\n`).join("")], { type: "text/calendar" }));
    link.download = "deadlines.ics";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e3);
  }

  page.querySelector(".export").addEventListener("click", exported);
  page.querySelector(".clear").addEventListener("click", () => { write({}); draw(); status.focus(); });
  document.querySelector(".without-script").hidden = true;
  page.hidden = false;
  // Who has saved nothing, here or in another window, needs no jobs.
  function show() {
    if (board || !Object.keys(read()).length) return draw();
    if (asked) return;
    asked = true;
    load().then((data) => {
      board = data;
      draw();
    }, () => {
      status.textContent = words.failed;
      page.querySelector(".tools").hidden = empty.hidden = true;
    });
  }

  addEventListener("storage", show);
  show();
})();
