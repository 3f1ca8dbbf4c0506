// Optional: the pages are complete without it. Tells how near deadlines are, marks what has passed since the build, and
// keeps the reader's list of saved jobs, in this browser and nowhere else (docs/readers.md).
(() => {
  "use strict";
  const { body } = document, language = document.documentElement.lang;
  // The calendar and the figures of the pages, which are not those that every language would choose.
  const locale = `${{ en: "en-GB", pt: "pt-PT" }[language] || language}-u-ca-gregory-nu-latn`;
  const HOUR = 3600e3, DAY = 24 * HOUR, FAR = 45 * DAY, SOON = 4 * DAY;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function element(name, className, ...parts) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...parts);
    return made;
  }

  // A name; a line of it may end after a slash between words, as on the pages that come drawn.
  function bdi(name) {
    const parts = name.split(/([\p{L}\p{N}_]{4}\/)(?=[\p{L}\p{N}_]{4})/u);
    return element("bdi", "", ...parts.flatMap((part, at) => (at % 2 ? [part, element("wbr")] : part)));
  }

  // Deadlines

  // Where the browser does not know the language, it would speak its own; the date stands there anyway.
  const words = Intl.RelativeTimeFormat.supportedLocalesOf(locale).length ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }) : { format: () => "" };
  const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);

  // Days are counted as the reader's calendar does: "tomorrow" is the next leaf, not 24 to 48 hours from now.
  const daysUntil = (closes, now) => Math.round((midnight(closes - 1) - midnight(now)) / DAY);

  function distance(closes, now) {
    const days = daysUntil(closes, now), left = closes - now;
    if (days > 0) return words.format(days, "day");
    return left < HOUR ? words.format(Math.max(1, Math.floor(left / 60e3)), "minute") : words.format(Math.floor(left / HOUR), "hour");
  }

  function badge(tags) {
    const made = element("li", "badge state");
    tags.prepend(made);
    return made;
  }

  function markClosed(item) {
    if (item.matches(".is-over")) return;
    item.classList.remove("is-open", "is-closing_soon");
    item.classList.add("is-closed", "is-over");
    const place = item.closest("li");
    if (item.matches("li")) return item.remove();
    if (item.closest(".similar")) {
      const spare = place.parentElement.querySelector(":scope > .spare[hidden]");
      if (spare) spare.hidden = false;
      place.remove();
      return;
    }
    all(".relative, .deadline, .apply, .save", item).forEach((part) => part.remove());
    let tags = item.querySelector(".tags");
    if (!tags) (item.querySelector(".who") || item.lastElementChild).after((tags = element("ul", "tags")));
    (tags.querySelector(".state") || badge(tags)).textContent = body.dataset.closed;
    if (item.dataset.over && !item.querySelector(".head .banner")) item.querySelector(".head").append(element("p", "banner", item.dataset.over));
    if (place) place.parentElement.append(place);
  }

  function update(root) {
    const now = Date.now();
    all("[data-closes]", root).forEach((item) => {
      const closes = Date.parse(item.dataset.closes);
      if (closes <= now) return markClosed(item);
      if (closes - now > FAR) return;
      all(".when", item).forEach((line) => {
        if (!line.querySelector("time")) return;
        if (!line.querySelector(".relative")) line.append(" ", element("span", "relative"));
        line.querySelector(".relative").textContent = distance(closes, now);
      });
    });
  }

  function offerOwnZone(button) {
    const item = button.closest("[data-closes]"), closes = new Date(item.dataset.closes);
    const [, day, clock = "24:00"] = /^([^T]*)T?(\d\d:\d\d)?/.exec(item.querySelector(".deadline time").dateTime);
    const two = (number) => String(number).padStart(2, "0");
    const last = clock === "24:00" ? new Date(closes - 1) : closes;
    const here = `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())} ${clock === "24:00" && !closes.getHours() && !closes.getMinutes() ? clock : `${two(closes.getHours())}:${two(closes.getMinutes())}`}`;
    if (here === `${day} ${clock}`) return;
    const said = element("output", "local");
    button.after(" ", said);
    button.hidden = false;
    button.addEventListener("click", () => {
      const how = { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" };
      const local = new Intl.DateTimeFormat(locale, how).format(closes);
      said.textContent = language.startsWith("fr") && closes.getDate() === 1 ? local.replace(/\b1(?= )/, "1er") : local;
    });
  }

  // Saved jobs: {id: {title, url, closes, who, language}}

  const KEY = "jobglot:" + ((document.querySelector(".brand[href]") || {}).pathname || "/").replace(/[^/]+\/$/, "");

  // Where site data is blocked, even to look is refused.
  const keeps = (() => { try { return Boolean(localStorage); } catch { return false; } })();

  // An id may be any word, also one that every object knows: "constructor" is a trade in Spanish.
  const named = (found) => Object.assign(Object.create(null), found);

  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return named(found && typeof found === "object" && !Array.isArray(found) ? found : {});
    } catch {
      return named({});
    }
  }

  // False where the browser keeps nothing for us (private windows, a full store).
  function write(list) {
    try {
      if (Object.keys(list).length) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
    } catch {
      return false;
    }
    showSaved();
    return true;
  }

  const text = (item, selector) => ((item.querySelector(selector) || {}).textContent || "").trim();

  function noted(item) {
    const link = item.matches(".card") ? item.querySelector("h3 a") || item.querySelector("a") : null;
    return {
      title: link ? link.textContent.trim() : text(item, "h1"), who: text(item, ".who bdi"), closes: item.dataset.closes,
      url: link ? link.pathname : location.pathname, language: (link && link.hreflang) || language,
    };
  }

  function toggle(item) {
    const list = read(), id = item.dataset.id;
    if (id in list) delete list[id];
    else list[id] = noted(item);
    all(".unkept").forEach((told) => told.remove());
    if (write(list)) return;
    const told = element("p", "unkept", body.dataset.full);
    told.setAttribute("role", "alert");
    (item.querySelector(".deadline") || item).append(told);
  }

  function showSaved() {
    const list = read(), count = Object.keys(list).length;
    all(".save").forEach((button) => button.setAttribute("aria-pressed", button.closest("[data-id]").dataset.id in list));
    all(".menu .saved a").forEach((link) => {
      const figure = link.querySelector(".count") || link.appendChild(element("span", "count"));
      figure.textContent = count ? ` ${new Intl.NumberFormat(locale).format(count)}` : "";
    });
  }

  function offerSaving(root) {
    if (!keeps || !document.querySelector(".menu .saved")) return;
    all(".card[data-id]:not(.is-over)", root).forEach((card) => {
      if (!card.dataset.closes || card.querySelector(".save")) return;
      const button = element("button", "save");
      button.type = "button";
      button.setAttribute("aria-label", `${body.dataset.save} ${noted(card).title}`);
      card.append(button);
    });
    showSaved();
  }

  // What closes within days, said once at the top of the home page and of the saved jobs.
  function warn() {
    const link = document.querySelector(".menu .saved a"), now = Date.now();
    if (!link || !body.dataset.warn) return;
    const near = Object.values(read()).filter((job) => Date.parse(job.closes) > now && Date.parse(job.closes) - now < SOON);
    if (!near.length) return;
    const items = near.sort((a, b) => Date.parse(a.closes) - Date.parse(b.closes)).map((job) => {
      const to = element("a", "", bdi(job.title));
      to.href = job.url;
      return element("li", "", to, " ", distance(Date.parse(job.closes), now));
    });
    const box = element("section", "notice soon", element("p", "label", link.dataset.soon), element("ul", "", ...items));
    box.setAttribute("aria-label", link.dataset.soon);
    document.querySelector(body.dataset.warn).after(box);
  }

  // Copying and sharing

  function offerCopy(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const address = new URL(button.dataset.copy || location.pathname, location.href).href, name = button.textContent;
      navigator.clipboard.writeText(address).then(() => {
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = name; }, 3e3);
      }, () => { button.textContent = address; });
    });
  }

  function offerShare(button) {
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener("click", () => navigator.share({ title: document.title, url: location.href.split("#")[0] }).catch(() => {}));
  }

  // What scrolls in a box of its own must be reached by keyboard; what fits must not be in the way.
  function reachScrollers() {
    all(".wide, .prose pre").forEach((box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }

  function fresh(root) {
    update(root);
    offerSaving(root);
  }

  window.jobglot = { keeps, read, write, element, bdi, all, fresh };
  reachScrollers();
  addEventListener("resize", reachScrollers);
  fresh(document);
  all(".zone").forEach(offerOwnZone);
  all(".copy").forEach(offerCopy);
  all(".share").forEach(offerShare);
  all(".tools .save").forEach((button) => { button.hidden = !keeps; });
  warn();
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".save");
    if (button) toggle(button.closest("[data-id]"));
  });
  addEventListener("storage", showSaved);
  setInterval(() => update(document), 60e3);
})();
