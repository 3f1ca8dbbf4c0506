// Finds jobs by words and facets in the board's own postings.json. Without script the page leads to the lists instead.
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form || !window.jobglot.load) return;
  const { words, filled, number, load, card, element, all, fresh } = window.jobglot;
  const AT_A_TIME = 20, MANY = 12, FIRST = 8, ENDLESS = 200, STEP = 50;
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
    if (unspaced.test(word)) return (other) => (other.includes(word) ? 4 : 0);
    const start = word.length > shortest ? stem(word) : word, form = word.length > shortest && new RegExp(`^${start}\\p{L}{0,5}$`, "u");
    return (other) => {
      const at = other.indexOf(start);
      if (at < 0) return 0;
      if (at === 0) {
        if (other.startsWith(word)) return 4;
        if (form && form.test(other)) return 3;
      }
      return word.length > 3 && other.includes(word) ? 1 : 0;
    };
  }

  // Where each word stands: numbers of jobs, in titles, in the facts beside them, and in the texts.
  const index = new Map(), TITLE = 0, FACTS = 1, TEXT = 2;
  let prepared = 0;

  function note(word, where, at) {
    let found = index.get(word);
    if (!found) index.set(word, (found = [[], [], []]));
    const numbers = found[where];
    if (numbers[numbers.length - 1] !== at) numbers.push(at);
  }

  // Names that many jobs share are taken apart once.
  const parted = new Map();
  function splitOnce(text) {
    let found = parted.get(text);
    if (!found) parted.set(text, (found = split(text)));
    return found;
  }

  function prepareWords(upTo) {
    for (; prepared < upTo; prepared++) {
      const job = board.jobs[prepared], at = prepared;
      const take = (text, where) => { for (const word of splitOnce(text)) note(word, where, at); };
      take(job.title, TITLE);
      for (const text of [job.summary, job.reference, job.id]) if (text) for (const word of split(text)) note(word, FACTS, at);
      facets.forEach(({ name, table }, i) => {
        if (name !== "language") for (const each of job.sets[i]) take(board[table][each].name || "", FACTS);
      });
    }
  }

  // How well a word fits each job, in titles above all. Kept while it is typed on; the texts may still come.
  let known = new Map();
  function fits(word) {
    if (known.has(word)) return known.get(word);
    const fit = new Uint8Array(board.jobs.length), find = finder(word);
    for (const [other, [titles, facts, texts]] of index) {
      const found = find(other);
      if (!found) continue;
      for (const at of titles) if (fit[at] < 4 * found) fit[at] = 4 * found;
      for (const at of facts) if (fit[at] < 2 * found) fit[at] = 2 * found;
      if (found > 1) for (const at of texts) if (!fit[at]) fit[at] = 1;
    }
    return fit;
  }

  // How well each job fits all words; 0 where one is missing.
  function likeness(wanted) {
    prepareWords(board.jobs.length);
    known = new Map(wanted.map((word) => [word, fits(word)]));
    const all = [...known.values()];
    return board.jobs.map((_, at) => (all.every((fit) => fit[at]) ? wanted.reduce((sum, word) => sum + known.get(word)[at], 0) : 0));
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
        for (const step of steps) note(word, TEXT, (at += step));
      }
      known.clear();
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
      postings.forEach((text, at) => { for (const word of text.split(" ")) note(word, TEXT, at); });
      known.clear();
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
  function prepareAhead() {
    prepareWords(Math.min(prepared + 250, board.jobs.length));
    if (prepared < board.jobs.length) setTimeout(prepareAhead, 10);
  }

  function inOrder(facet) {
    const entries = board[facet.table].map((entry, at) => ({ ...entry, at, depth: above(facet.table, at).length - 1 }));
    const compare = new Intl.Collator(words.locale).compare, below = new Map();
    for (const entry of entries.sort((a, b) => compare(a.name || "", b.name || ""))) {
      if (below.has(entry.parent)) below.get(entry.parent).push(entry);
      else below.set(entry.parent, [entry]);
    }
    const walk = (parent) => (below.get(parent) || []).flatMap((entry) => [entry, ...walk(entry.at)]);
    return walk(undefined).filter((entry) => entry.name);
  }

  function prepareFacet(facet) {
    facet.options = inOrder(facet).map((entry) => ({ ...entry, value: entry.id || entry.full || entry.name, many: 0 }));
    if (facet.options.length > MANY) {
      facet.room = FIRST;
      facet.all = element("button", "plain", facet.options.length > ENDLESS ? words.showMore : filled(words.showAll, { count: number.format(facet.options.length) }));
      facet.all.type = "button";
      facet.all.addEventListener("click", () => {
        const before = new Set(seen(facet));
        facet.room = facet.options.length > ENDLESS ? facet.room + STEP : facet.options.length;
        draw();
        const first = seen(facet).find((option) => !before.has(option)) || seen(facet)[0];
        if (first) first.box.focus();
      });
      facet.box.append(facet.all);
    } else facet.options.forEach((_, at) => drawOption(facet, at));
    facet.box.hidden = facet.options.length < 2;
  }

  const seen = ({ options }) => options.filter(({ label }) => label && !label.hidden);
  const checked = ({ options }) => options.filter(({ box }) => box && box.checked);

  // Of thousands of employers only those that are to be seen are drawn, in their place among the others.
  function drawOption(facet, at) {
    const option = facet.options[at];
    if (option.box) return;
    const box = element("input"), count = element("span", "count", number.format(option.many)), label = element("label", `depth-${Math.min(option.depth, 4)}`);
    box.type = "checkbox";
    box.name = facet.name;
    box.value = option.value;
    label.append(box, " ", element("bdi", "", option.name), " ", count);
    const next = facet.options.find((other, place) => place > at && other.label);
    facet.box.insertBefore(label, next ? next.label : facet.all || null);
    Object.assign(option, { box, label, count });
  }

  function drawFacet(facet, counts) {
    for (const option of facet.options) {
      const many = counts[option.at];
      if (option.count && option.many !== many) option.count.textContent = number.format(many);
      option.many = many;
    }
    curtail(facet);
    for (const option of facet.options) if (option.label) option.label.classList.toggle("none", !option.many && !option.box.checked);
  }

  // Of many choices those with the most jobs are to be seen at first, and whatever is chosen.
  function curtail(facet) {
    if (!facet.all) return;
    const whole = facet.room >= facet.options.length, left = whole ? facet.options : facet.options.filter(({ many }) => many);
    const keep = new Set(whole ? left : [...left].sort((a, b) => b.many - a.many).slice(0, facet.room));
    facet.options.forEach((option, at) => {
      if (keep.has(option)) drawOption(facet, at);
      const hidden = !keep.has(option) && !option.box?.checked;
      if (option.label && option.label.hidden !== hidden) option.label.hidden = hidden;
    });
    facet.all.hidden = whole || (facet.options.length > ENDLESS && left.length <= facet.room);
  }

  // The address keeps what is asked.

  function asked() {
    const params = new URLSearchParams();
    if (query.value.trim()) params.append("q", query.value.trim());
    for (const facet of facets) for (const { value } of checked(facet)) params.append(facet.name, value);
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
    for (const facet of facets) {
      const values = new Set(params.getAll(facet.name));
      facet.options.forEach((option, at) => {
        const wanted = values.has(option.value);
        if (wanted) drawOption(facet, at);
        if (option.box) option.box.checked = wanted;
      });
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
    const now = Date.now(), wanted = split(query.value), days = Number(form.elements.days.value);
    const scores = wanted.length ? likeness(wanted) : null;
    const picked = facets.map((facet) => new Set(checked(facet).map(({ at }) => at)));
    const counts = facets.map(({ table }) => new Int32Array(board[table].length));
    const paid = form.elements.pay.checked, found = [];
    // Days are those of the reader's calendar: a job closes within three days where it does before the fourth midnight.
    const limits = all("option", form.elements.days).map(({ value }) => ({ days: Number(value), until: new Date(now).setHours(24 * (Number(value) + 1), 0, 0, 0), count: 0 }));
    const limit = limits.find((each) => days && each.days === days);
    let withPay = 0;
    for (const [number, job] of board.jobs.entries()) {
      if (job.ends <= now) continue;
      const score = scores ? scores[number] : 1;
      if (!score) continue;
      let missed = 0, at = -1;
      for (let i = 0; i < picked.length && missed < 2; i++) {
        if (picked[i].size && !job.sets[i].some((each) => picked[i].has(each))) { missed++; at = i; }
      }
      if (paid && !job.salary) { missed++; at = -2; }
      const ends = job.kind === "open" ? Infinity : job.ends;
      if (limit && ends > limit.until) { missed++; at = -3; }
      if (missed > 1) continue;
      for (let i = 0; i < picked.length; i++) if (!missed || at === i) for (const each of job.sets[i]) counts[i][each]++;
      if (job.salary && (!missed || at === -2)) withPay++;
      if (!missed || at === -3) for (const each of limits) if (ends <= each.until) each.count++;
      if (!missed) found.push([score, job]);
    }
    if (order.value === "new") {
      const day = ([, job]) => job.opens || job.posted;
      found.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
    } else if (wanted.length && order.value !== "deadline") found.sort((a, b) => b[0] - a[0]);
    return { found: found.map(([, job]) => job), counts, withPay, soon: new Map(limits.map((each) => [each.days, each.count])) };
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
    for (const facet of facets) for (const { box, name } of checked(facet)) add(name, () => { box.checked = false; });
    const { pay, days } = form.elements;
    if (pay.checked) add(words.pay_stated, () => { pay.checked = false; });
    if (days.value) add(days.selectedOptions[0].dataset.name, () => { days.value = ""; });
    chosen.replaceChildren(...items);
    chosen.hidden = !items.length;
  }

  // The page, feed and calendar of the one category or organization that is asked for.
  function drawFollowed() {
    const line = part(".followed"), picked = facets.flatMap((facet) => checked(facet).map((option) => ({ ...option, table: facet.table })));
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
    facets.forEach((facet, i) => drawFacet(facet, counts[i]));
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

  // Between two parts of the work the browser may answer to touches.
  const pause = () => new Promise((done) => { setTimeout(done); });

  async function prepare(data) {
    board = data;
    await pause();
    prepareFacets();
    await pause();
    facets.forEach(prepareFacet);
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
