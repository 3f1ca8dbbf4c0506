// Finds jobs by words and simple facets in the board's own postings.json. Without script the page leads to the lists instead.
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form) return;
  const list = document.getElementById("found"), status = form.querySelector(".found"), query = form.elements.q;
  const facets = {
    categories: (job) => job.categories || [],
    places: (job) => (job.places || []).map((place) => place.id).filter(Boolean),
    organizations: (job) => (job.organization && job.organization.id ? [job.organization.id] : []),
    employment_types: (job) => job.employment_type || [],
    remote: (job) => [job.remote],
  };
  let board = null;

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function above(kind, id) {
    const found = [];
    for (let at = id; at && !found.includes(at); at = ((board.labels[kind] || {})[at] || {}).parent) found.push(at);
    return found;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function say(words) {
    status.replaceChildren(element("h2", "", words));
  }

  function card(job) {
    const article = element("article", "card is-open"), heading = element("h3"), link = element("a");
    const own = job.language === board.language;
    article.dataset.closes = job.deadline.closes;
    link.href = job.url;
    const title = element("bdi", "", job.title);
    if (!own) { title.lang = job.language; link.hreflang = job.language; }
    link.append(title);
    heading.append(link);
    const leaf = element("p", "leaf");
    leaf.setAttribute("aria-hidden", "true");
    const isOpen = job.deadline.kind === "open", day = new Date(job.deadline.last_day + "T12:00:00Z");
    const part = (options) => new Intl.DateTimeFormat(board.language, { timeZone: "UTC", ...options }).format(day);
    leaf.append(element("b", "", isOpen ? "∞" : part({ day: "numeric" })), isOpen ? "" : part({ month: "short" }) + " ", isOpen ? "" : element("i", "", part({ year: "numeric" })));
    const who = element("p", "who");
    who.append(element("bdi", "", job.organization.name));
    const place = (job.places || []).map((each) => each.name).join(" · ");
    if (place) who.append(element("span", "place", place));
    const when = element("p", "when", form.dataset.by + " ");
    when.append(isOpen ? job.deadline.text : element("time", "", job.deadline.text));
    const tags = element("ul", "tags");
    if (!own) tags.append(element("li", "badge", job.language));
    if (job.salary) tags.append(element("li", "pay", job.salary.text));
    for (const kind of job.employment_type || []) tags.append(element("li", "", board.labels.employment_types[kind].name));
    article.append(leaf, heading, who, when, tags);
    const item = element("li");
    item.append(article);
    return item;
  }

  function show() {
    const wanted = folded(query.value).split(/\s+/).filter(Boolean);
    const chosen = Object.keys(facets).map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
    const found = board.postings.filter((job) =>
      Date.parse(job.deadline.closes) > Date.now() &&
      wanted.every((word) => job.words.includes(word)) &&
      chosen.every(([name, value]) => facets[name](job).some((id) => above(name, id).includes(value))));
    list.replaceChildren(...found.map(card));
    const count = new Intl.NumberFormat(board.language).format(found.length);
    say(found.length ? form.dataset.count.replace("%(count)s", count) : form.dataset.none);
    const params = new URLSearchParams([["q", query.value.trim()], ...chosen].filter(([, value]) => value));
    history.replaceState(null, "", params.size ? "?" + params : location.pathname);
    list.dispatchEvent(new Event("jobglot:drawn", { bubbles: true }));
  }

  function prepare(data) {
    board = data;
    for (const job of board.postings) {
      const labels = Object.keys(facets).flatMap((kind) =>
        facets[kind](job).map((id) => ((board.labels[kind] || {})[id] || {}).name || ""));
      const places = (job.places || []).map((place) => place.name);
      const texts = [job.title, job.summary, job.reference, job.organization.name, ...labels, ...places];
      job.words = folded(texts.filter(Boolean).join(" "));
    }
    const params = new URLSearchParams(location.search);
    query.value = params.get("q") || "";
    for (const name of Object.keys(facets)) {
      const select = form.elements[name], labels = board.labels[name] || {};
      const order = new Intl.Collator(board.language).compare;
      const ids = Object.keys(labels).sort((a, b) => order(labels[a].name, labels[b].name));
      for (const id of ids) select.append(new Option(labels[id].name, id));
      if (ids.includes(params.get(name))) select.value = params.get(name);
      select.closest("p").hidden = ids.length < 2;
    }
    form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    form.addEventListener("input", show);
    show();
  }

  form.hidden = false;
  document.querySelector(".without-script").hidden = true;
  fetch(form.dataset.source)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then(prepare)
    .catch(() => {
      say(form.dataset.failed);
      document.querySelector(".without-script").hidden = false;
    });
})();
