// Reads postings.json and draws its postings as the cards that the other pages show, from the template in the page.
(() => {
  "use strict";
  const { element, bdi } = window.jobglot;
  const holder = document.getElementById("words"), pattern = document.getElementById("card");
  if (!holder || !pattern) return;
  const words = JSON.parse(holder.textContent);
  const filled = (message, values) => message.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  // As the pages write them: Thai, Persian and regional Arabic would else count years or write figures in their own way.
  const locale = `${words.locale}-u-ca-gregory-nu-latn`, number = new Intl.NumberFormat(locale);
  const formats = new Map();

  // Making a format takes the browser longer than all else on a card.
  function kept(kind, options, patterns = locale) {
    const key = kind + patterns + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl[kind](patterns, options));
    return formats.get(key);
  }

  function money(amount, currency) {
    const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
    const parts = kept("NumberFormat", { style: "currency", currency, useGrouping: "always", ...digits }).formatToParts(amount);
    return parts.map(({ type, value }) => (type === "currency" && words.symbols[currency]) || value).join("");
  }

  function pay([low, high, currency, per]) {
    let amount;
    if (low !== null && high !== null && low !== high) amount = filled(words.range, { minimum: money(low, currency), maximum: money(high, currency) });
    else if (low !== null && high !== null) amount = money(low, currency);
    else if (high !== null) amount = filled(words.upTo, { amount: money(high, currency) });
    else amount = filled(words.from, { amount: money(low, currency) });
    return filled(words.pay[per], { amount });
  }

  function zoneOf(job, board) {
    const zone = job.zone === null ? board.timezone : board.zones[job.zone].id;
    return zone === "AoE" ? "Etc/GMT+12" : zone;
  }

  const lastOf = (job) => new Date(job.kind === "moment" ? job.ends : job.ends - 1);
  const dayIn = (zone, time) => kept("DateTimeFormat", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA").format(time);

  // Counted in whole days of the job's zone, as the other pages do (`deadlines.py`).
  function isSoon(job, board) {
    const zone = zoneOf(job, board);
    return Date.parse(dayIn(zone, lastOf(job))) - Date.parse(dayIn(zone, Date.now())) <= words.soonDays * 864e5;
  }

  // The deadline in the words of the other pages: {text, datetime, day, month, year}; when open until filled: {text, until}.
  function when(job, board) {
    const zone = zoneOf(job, board), last = lastOf(job), day = dayIn(zone, last);
    const part = (options) => kept("DateTimeFormat", { timeZone: zone, ...options }).format(last);
    const [year, month, date] = day.split("-").map(Number), figures = { y: year, d: date, dd: day.slice(-2) };
    let text = words.dates[month - 1].replace(/\{(y|dd?)\}/g, (_, name) => figures[name]);
    if (words.locale.startsWith("fr")) text = text.replace(/^1(?= )/, "1er");
    if (job.kind === "open") return { text: words.untilFilled, until: filled(words.listedUntil, { date: text }) };
    if (job.kind === "moment") text = words.moment.replace("{1}", text).replace("{0}", part({ timeStyle: "short" }));
    if (job.kind === "moment" || job.zone !== null) text = filled(words.inZone, { when: text, zone: job.zone === null ? words.zone : board.zones[job.zone].name });
    return { text, datetime: job.kind === "moment" ? job.closes : day, day: date, month: words.months[month - 1], year };
  }

  const listed = (places) => (Intl.ListFormat.supportedLocalesOf(locale).length ? kept("ListFormat", {}).format(places) : places.join(", "));
  // Two towns of one name are told once, as on the other pages.
  const names = (numbers, table) => [...new Set(numbers.map((at) => table[at].name).filter(Boolean))];

  function tag(name, className, lang) {
    const item = element("li", className, name);
    if (lang) item.lang = lang;
    return item;
  }

  function card(job, board, heading = "h3") {
    const made = pattern.content.firstElementChild.cloneNode(true), tongue = board.languages[job.language];
    const other = tongue.id === board.language ? "" : tongue.id, ends = when(job, board);
    const link = made.querySelector("h3 a") || made.querySelector("a"), title = bdi(job.title);
    // A site's own card may lack any part but the link.
    const fill = (selector, ...parts) => made.querySelector(selector)?.replaceChildren(...parts);
    made.dataset.id = job.id;
    made.dataset.closes = job.closes;
    const soon = isSoon(job, board);
    made.classList.remove("is-open");
    made.classList.add(soon ? "is-closing_soon" : "is-open");
    made.classList.toggle("is-featured", Boolean(job.featured));
    link.href = job.url;
    if (other) { link.hreflang = other; title.lang = other; }
    link.replaceChildren(title);
    if (heading !== "h3") link.parentElement.replaceWith(element(heading, "", link));
    fill(".leaf", ...(ends.datetime ? [element("b", "", ends.day), ` ${ends.month} `, element("i", "", ends.year)] : [element("b", "", "∞")]));
    const only = job.places.length === 1 && board.places[job.places[0]].full;
    const place = only ? [only] : names(job.places, board.places);
    const where = place.length ? ["\u00a0· ", element("span", "place", listed(place))] : [];
    fill(".who", bdi(board.organizations[job.organization].name || ""), ...where);
    const time = element("time", "", ends.text);
    if (ends.datetime) time.dateTime = ends.datetime;
    const until = soon && ends.until ? ["\u00a0· ", element("span", "until", ends.until)] : [];
    fill(".when", `${ends.datetime ? words.applyBy : words.open} `, ends.datetime ? time : ends.text, ...until);
    const tags = soon ? [tag(words.soon, "badge state")] : [];
    if (job.featured) tags.push(tag(words.featured, "badge star"));
    if (other) tags.push(tag(tongue.name, "badge", other));
    if (job.salary) tags.push(element("li", "pay", element("bdi", "", pay(job.salary))));
    for (const name of names(job.employment_type, board.employment_types)) tags.push(tag(name));
    if (job.remote !== null && board.remote[job.remote].id !== "no") tags.push(tag(board.remote[job.remote].name));
    fill(".tags", ...tags);
    return element("li", "", made);
  }

  // The postings as objects; addresses are made for this host, which may be a preview of another.
  function opened(board) {
    const columns = Object.entries(board.postings);
    const here = (address) => address.replace(/^\w+:\/\/[^/]+/, location.origin);
    const folders = board.languages.map(({ jobs }) => jobs && encodeURI(here(jobs)));
    board.jobs = board.postings.id.map((_, at) => {
      const job = {};
      for (const [name, values] of columns) job[name] = values[at];
      job.ends = Date.parse(job.closes);
      job.url = `${folders[job.language]}${encodeURI(job.slug || job.id)}/`;
      return job;
    });
    for (const name of ["categories", "organizations"]) for (const entry of board[name]) if (entry.url) entry.url = here(entry.url);
    delete board.postings;
    return board;
  }

  const load = () => fetch(words.source).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status)))).then(opened);

  Object.assign(window.jobglot, { words, filled, number, load, card, when, names });
})();
