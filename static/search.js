// Finds jobs by words and facets in the board's own postings.json. Without script the page leads to the lists instead.
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form || !window.jobglot.load) return;
  const { words, filled, number, load, card, element, all, fresh, daysUntil } = window.jobglot;
  const AT_A_TIME = 20, MANY = 12, FIRST = 8;
  const list = document.getElementById("found"), status = document.getElementById("count"), query = form.elements.q;
  const part = (selector) => form.querySelector(selector);
  const elsewhere = part(".elsewhere"), empty = part(".empty"), more = part(".more"), chosen = part(".chosen"), first = part(".first");
  const others = document.querySelector(".without-script"), clear = empty.querySelector("[type=reset]");
  const order = form.elements.sort, byDeadline = new Option(order.options[0].text, "deadline");
  const facets = all(".facet", form).map((box) => ({ name: box.dataset.facet, table: box.dataset.table, box, options: [] }));
  const COLUMNS = { organization: "organization", type: "employment_type", category: "categories", place: "places", contract: "contract", remote: "remote", language: "languages" };
  let board = null, shown = AT_A_TIME;

  // Words: accents, capitals and the shapes of letters do not matter.

  const LETTERS = { "ß": "ss", "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "ς": "σ", "ة": "ه", "ى": "ي", "ـ": "" };
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "").replace(/[ßøœæłđıςةىـ]/g, (sign) => LETTERS[sign]).replace(/l[·‧∙⋅•.](?=l)/g, "l").normalize("NFC");

  // Scripts without spaces between words, and Korean, are cut into pairs of letters, as `tokens.py` does.
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const unspaced = new RegExp(`^[${UNSPACED}]`, "u"), runs = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const pairs = ([...signs]) => (signs.length > 1 ? signs.slice(1).map((sign, at) => signs[at] + sign) : signs);
  const cut = (word) => (/[\u0e00-\u{3ffff}]/u.test(word) ? word.match(runs).flatMap((run) => (unspaced.test(run) ? pairs(run) : run)) : word);
  // The Arabic article is written as one with its word.
  const bare = (word) => word.replace(/^و?(?:[بكف]?ال|لل)(?=.{3})/u, "");
  const split = (text) => (folded(text).match(/[a-z](?:\+\+|#)|[\p{L}\p{N}]+/gu) || []).flatMap((word) => cut(bare(word)));

  // Endings that change more than their last letters: éducatrice, educatore; in Portuguese, operações, operação.
  const PAIRED = words.locale.startsWith("pt") ? /^(.{3,})(?:ao|[ao]es|[aeo]is|ens)$/ : /^(.{3,}t)(?:rices?|rici|eurs?|or[ei])$/;
  const stem = (word) => PAIRED.exec(word)?.[1] ?? word.slice(0, word.length < 8 ? -1 : -2);
  // Slavic languages change even the ends of short words: “bazy” is “bazami” and “baz”.
  const shortest = /^(?:be|bg|bs|cs|hr|mk|pl|ru|sk|sl|sr|uk)\b/.test(words.locale) ? 3 : 4;

  // A word is found at the beginning of another (4), in another of its forms (3), or within a longer one (1).
  function finder(word) {
    if (unspaced.test(word)) return (text) => (text.includes(word) ? 4 : 0);
    const form = word.length > shortest && new RegExp(` ${stem(word)}\\p{L}{0,5} `, "u");
    return (text) => (text.includes(` ${word}`) ? 4 : form && form.test(text) ? 3 : word.length > 3 && text.includes(word) ? 1 : 0);
  }

  const joined = (...texts) => ` ${split(texts.filter(Boolean).join(" ")).join(" ")} `;

  function prepareWords(job) {
    job.head = joined(job.title);
    const labels = facets.flatMap(({ name, table }, i) => (name === "language" ? [] : job.sets[i].map((at) => board[table][at].name)));
    job.rest = joined(job.summary, job.reference, job.id, ...labels);
  }

  function likeness(job, wanted) {
    if (!job.head) prepareWords(job);
    let sum = 0;
    for (const find of wanted) {
      const found = Math.max(4 * find(job.head), 2 * find(job.rest), job.text && find(job.text) > 1 ? 1 : 0);
      if (!found) return 0;
      sum += found;
    }
    return sum;
  }

  // Large boards keep the words in parts by their first two letters, so that what is typed asks for few.
  const fetched = new Set();
  function fetchPart(word) {
    const [first, second, third] = word;
    if (!third && !(second && (second === "#" || unspaced.test(first)))) return;
    const part = (31 * first.codePointAt() + second.codePointAt()) % words.partCount;
    if (fetched.has(part)) return;
    fetched.add(part);
    fetch(`${words.parts}${part}.json`).then((answer) => answer.json()).then((found) => {
      for (const [word, steps] of Object.entries(found)) {
        let at = 0;
        for (const step of steps) {
          at += step;
          board.jobs[at].text = `${board.jobs[at].text ?? " "}${word} `;
        }
      }
      draw();
    }, () => {});
  }

  // The words of the texts are fetched when somebody types for the first time; until then, titles and facts answer.
  function fetchTexts() {
    if (words.parts) split(query.value).forEach(fetchPart);
    if (!words.text || !query.value.trim()) return;
    const source = words.text;
    words.text = "";
    fetch(source).then((answer) => answer.json()).then(({ postings }) => {
      board.jobs.forEach((job, at) => { job.text = ` ${postings[at]} `; });
      draw();
    }, () => {});
  }

  // Facets: within one any choice will do, and every facet with a choice must be met.

  function above(table, at) {
    const found = [];
    for (; at !== undefined && !found.includes(at); at = board[table][at].parent) found.push(at);
    return found;
  }

  function prepareFacets() {
    const lines = Object.fromEntries(facets.map(({ table }) => [table, board[table].map((_, at) => above(table, at))]));
    for (const job of board.jobs) {
      job.sets = facets.map(({ name, table }) => {
        const own = job[COLUMNS[name]], numbers = own === null ? [] : [own].flat();
        return numbers.length === 1 ? lines[table][numbers[0]] : [...new Set(numbers.flatMap((at) => lines[table][at]))];
      });
    }
  }

  // The words of every job are folded before somebody types, a few at a time.
  function prepareAhead(at = 0) {
    for (const job of board.jobs.slice(at, at + 250)) if (!job.head) prepareWords(job);
    if (at < board.jobs.length) setTimeout(prepareAhead, 10, at + 250);
  }

  function inOrder(facet) {
    const entries = board[facet.table].map((entry, at) => ({ ...entry, at, depth: above(facet.table, at).length - 1 }));
    const compare = new Intl.Collator(words.locale).compare;
    const below = (parent) => entries.filter((entry) => entry.parent === parent).sort((a, b) => compare(a.name || "", b.name || ""));
    const walk = (parent) => below(parent).flatMap((entry) => [entry, ...walk(entry.at)]);
    return walk(undefined).filter((entry) => entry.name);
  }

  function drawFacet(facet) {
    for (const entry of inOrder(facet)) {
      const box = element("input"), count = element("span", "count"), label = element("label", `depth-${Math.min(entry.depth, 4)}`);
      box.type = "checkbox";
      box.name = facet.name;
      box.value = entry.id || entry.full || entry.name;
      label.append(box, " ", element("bdi", "", entry.name), " ", count);
      facet.box.append(label);
      facet.options.push({ ...entry, box, label, count });
    }
    if (facet.options.length > MANY) {
      facet.all = element("button", "plain", filled(words.showAll, { count: number.format(facet.options.length) }));
      facet.all.type = "button";
      facet.all.addEventListener("click", () => {
        facet.all.hidden = facet.whole = true;
        const first = facet.options.find(({ label }) => label.hidden);
        facet.options.forEach(({ label }) => { label.hidden = false; });
        (first || facet.options[0]).box.focus();
      });
      facet.box.append(facet.all);
    }
    facet.box.hidden = facet.options.length < 2;
  }

  // Of many choices those with the most jobs are to be seen at first, and whatever is chosen.
  function curtail(facet, counts) {
    if (!facet.all || facet.whole) return;
    const best = [...facet.options].sort((a, b) => counts[b.at] - counts[a.at]).slice(0, FIRST);
    const keep = new Set(best.filter(({ at }) => counts[at]));
    for (const option of facet.options) {
      const hidden = !keep.has(option) && !option.box.checked;
      if (option.label.hidden !== hidden) option.label.hidden = hidden;
    }
  }

  // The address keeps what is asked.

  function asked() {
    const params = new URLSearchParams();
    if (query.value.trim()) params.append("q", query.value.trim());
    for (const { name, options } of facets) for (const { box } of options) if (box.checked) params.append(name, box.value);
    for (const name of ["pay", "days", "sort"]) {
      const field = form.elements[name];
      if (field.type === "checkbox" ? field.checked : field.value) params.append(name, field.value);
    }
    return params.toString().replaceAll("%20", "+");
  }

  // Where words are asked for, what they fit best comes first unless the reader wants another order.
  function nameOrders() {
    const typed = split(query.value).length > 0;
    order.options[0].text = typed ? words.bestFirst : byDeadline.text;
    if (typed) order.options[0].after(byDeadline);
    else byDeadline.remove();
  }

  function fromAddress() {
    const params = new URLSearchParams(location.search);
    query.value = params.get("q") || "";
    nameOrders();
    for (const { name, options } of facets) {
      const values = new Set(params.getAll(name));
      options.forEach(({ box }) => { box.checked = values.has(box.value); });
    }
    form.elements.pay.checked = params.has("pay");
    for (const name of ["days", "sort"]) {
      form.elements[name].value = params.get(name) || "";
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    }
  }

  function remember(step) {
    const address = asked(), now = location.search.slice(1);
    if (address === now) return;
    history[step ? "pushState" : "replaceState"](null, "", (address ? `?${address}` : location.pathname));
  }

  // Answers

  function match() {
    const now = Date.now(), wanted = split(query.value).map(finder), days = Number(form.elements.days.value);
    const picked = facets.map(({ options }) => new Set(options.filter(({ box }) => box.checked).map(({ at }) => at)));
    const counts = facets.map(({ table }) => new Int32Array(board[table].length));
    const paid = form.elements.pay.checked, found = [], soon = new Map(all("option", form.elements.days).map(({ value }) => [Number(value), 0]));
    let withPay = 0;
    for (const job of board.jobs) {
      if (job.ends <= now) continue;
      const score = wanted.length ? likeness(job, wanted) : 1;
      if (!score) continue;
      let missed = 0, at = -1;
      for (let i = 0; i < picked.length && missed < 2; i++) {
        if (picked[i].size && !job.sets[i].some((each) => picked[i].has(each))) { missed++; at = i; }
      }
      if (paid && !job.salary) { missed++; at = -2; }
      const left = job.kind === "open" ? Infinity : daysUntil(job.ends, now);
      if (days && left > days) { missed++; at = -3; }
      if (missed > 1) continue;
      for (let i = 0; i < picked.length; i++) if (!missed || at === i) for (const each of job.sets[i]) counts[i][each]++;
      if (job.salary && (!missed || at === -2)) withPay++;
      if (!missed || at === -3) for (const limit of soon.keys()) if (left <= limit) soon.set(limit, soon.get(limit) + 1);
      if (!missed) found.push([score, job]);
    }
    if (order.value === "new") {
      const day = ([, job]) => job.opens || job.posted;
      found.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
    } else if (wanted.length && order.value !== "deadline") found.sort((a, b) => b[0] - a[0]);
    return { found: found.map(([, job]) => job), counts, withPay, soon };
  }

  function drawChosen() {
    const items = [];
    const add = (name, clear) => {
      const button = element("button", "plain", element("bdi", "", name), element("span", "cross", " ×"));
      button.type = "button";
      button.setAttribute("aria-label", filled(words.remove, { name }));
      button.addEventListener("click", () => { clear(); change(true); part(".results").focus(); });
      items.push(element("li", "", button));
    };
    for (const { options } of facets) for (const { box, name } of options) if (box.checked) add(name, () => { box.checked = false; });
    const { pay, days } = form.elements;
    if (pay.checked) add(words.pay_stated, () => { pay.checked = false; });
    if (days.value) add(days.selectedOptions[0].dataset.name, () => { days.value = ""; });
    chosen.replaceChildren(...items);
    chosen.hidden = !items.length;
  }

  // The page, feed and calendar of the one category or organization that is asked for.
  function drawFollowed() {
    const line = part(".followed"), picked = facets.flatMap((facet) => facet.options.filter(({ box }) => box.checked).map((option) => ({ ...option, table: facet.table })));
    all("a", line).forEach((link) => link.remove());
    const only = picked.length === 1 && !query.value.trim() && !form.elements.pay.checked && !form.elements.days.value ? picked[0] : {};
    line.hidden = !(["categories", "organizations"].includes(only.table) && only.url && words.feed);
    if (line.hidden) return;
    const calendar = only.table === "categories" ? words.calendar : "";
    for (const [address, name] of [[words.feed, words.feedName], [calendar, words.calendarName]]) {
      if (!address) continue;
      const link = element("a", "", name);
      link.href = only.url + address;
      line.append(link, " ");
    }
  }

  const drawn = (jobs) => jobs.map((job) => card(job, board));

  function draw(focusAt = -1) {
    fetchTexts();
    const { found, counts, withPay, soon } = match();
    const apart = query.value.trim() && found.some((job) => board.languages[job.language].id === board.language);
    const own = apart ? found.filter((job) => board.languages[job.language].id === board.language) : found;
    const rest = apart ? found.filter((job) => board.languages[job.language].id !== board.language) : [];
    facets.forEach((facet, i) => {
      for (const option of facet.options) {
        const many = counts[i][option.at];
        if (option.many !== many) option.count.textContent = number.format(many);
        option.many = many;
        option.label.classList.toggle("none", !many && !option.box.checked);
      }
      curtail(facet, counts[i]);
    });
    form.elements.pay.closest("label").querySelector(".count").textContent = number.format(withPay);
    for (const option of form.elements.days.options) if (option.value) option.textContent = `${option.dataset.name} (${number.format(soon.get(Number(option.value)))})`;
    list.replaceChildren(...drawn(own.slice(0, shown)));
    elsewhere.hidden = !rest.length;
    elsewhere.querySelector("ul").replaceChildren(...drawn(rest.slice(0, shown)));
    more.hidden = Math.max(own.length, rest.length) <= shown;
    const says = found.length ? filled(words.count, { count: number.format(found.length) }) : asked() ? words.none : words.nothing;
    if (status.textContent !== says) status.textContent = says;
    empty.hidden = found.length > 0;
    clear.hidden = !asked();
    if (first) first.hidden = !found.some(({ featured }) => featured) || order.value === "new" || (order.value !== "deadline" && split(query.value).length > 0);
    drawChosen();
    drawFollowed();
    fresh(part(".results"));
    if (focusAt >= 0) (list.children[focusAt] || list).querySelector("a").focus();
  }

  function change(step) {
    shown = AT_A_TIME;
    nameOrders();
    remember(step);
    draw();
  }

  function prepare(data) {
    board = data;
    prepareFacets();
    facets.forEach(drawFacet);
    for (const option of form.elements.days.options) option.dataset.name = option.textContent;
    fromAddress();
    form.addEventListener("submit", (event) => { event.preventDefault(); change(true); });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      all("input[type=checkbox]", form).forEach((box) => { box.checked = false; });
      query.value = form.elements.days.value = "";
      change(true);
      query.focus();
    });
    query.addEventListener("input", () => change(false));
    form.addEventListener("change", (event) => { if (event.target !== query) change(true); });
    addEventListener("popstate", () => { fromAddress(); shown = AT_A_TIME; draw(); });
    more.querySelector("button").addEventListener("click", () => { shown += AT_A_TIME; draw(shown - AT_A_TIME); });
    draw();
    prepareAhead();
  }

  const filters = part(".filters"), wide = matchMedia("(min-width: 60rem)");
  const unfold = () => { filters.open = wide.matches; };
  unfold();
  wide.addEventListener("change", unfold);
  form.hidden = false;
  // The lists lead on from below what is said, so that nothing moves under somebody who types.
  others.querySelector("p").hidden = true;
  empty.append(others);
  load().then(prepare, () => {
    status.textContent = words.failed;
    empty.hidden = false;
    clear.hidden = true;
  });
})();
