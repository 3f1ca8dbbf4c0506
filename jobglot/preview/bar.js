// The preview's bar: reloads the page when the board changes, shows what is wrong, travels in time. Not part of the site.
"use strict";
(() => {
  const own = document.currentScript;
  const page = { number: Number(own.dataset.number), source: own.dataset.source, fault: own.dataset.fault };
  const language = document.documentElement.lang;
  let told = -1, closed = -1, bar = null;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const choose = async (wish) => {
    await fetch("/__jobglot/choose", { method: "POST", body: JSON.stringify(wish) });
    location.reload();
  };

  const draw = (state, words) => {
    const now = make("input", { type: "datetime-local", value: (state.now || "").slice(0, 16) });
    now.setAttribute("aria-label", words.preview);
    now.addEventListener("change", () => now.value && choose({ now: now.value, drafts: state.drafts }));
    const button = (text, moment) => {
      const made = make("button", { type: "button", textContent: text });
      made.addEventListener("click", () => choose({ now: moment, drafts: state.drafts }));
      return made;
    };
    const drafts = make("input", { type: "checkbox", checked: state.drafts });
    drafts.addEventListener("change", () => choose({ now: state.travelling ? state.now : null, drafts: drafts.checked }));
    const before = state.next && new Date(new Date(state.next).getTime() - 60000).toISOString();
    const fresh = make("aside", { id: "jobglot-bar", lang: language },
      make("strong", { textContent: words.preview }), now,
      ...(state.travelling ? [button(words.today, null)] : []),
      ...(state.next ? [button(words.before, before), button(words.after, state.next)] : []),
      make("label", {}, drafts, words.drafts),
      ...(page.source ? [make("code", { textContent: page.source, title: words.source })] : []));
    fresh.setAttribute("aria-label", words.preview);
    if (bar) bar.replaceWith(fresh); else document.body.append(fresh);
    bar = fresh;
  };

  const overlay = (state, words) => {
    document.getElementById("jobglot-overlay")?.remove();
    const faults = page.fault ? [{ where: "", what: page.fault, remedy: "", severity: "error" }] : [];
    const shown = [...faults, ...state.problems];
    if (!shown.length || closed === state.told) return;
    const items = shown.map((problem) => make("li", { className: problem.severity },
      make("code", { textContent: problem.where }),
      make("p", { textContent: problem.what + (problem.remedy ? "; " + problem.remedy : "") })));
    const close = make("button", { type: "button", textContent: words.close });
    const box = make("section", { id: "jobglot-overlay", lang: language }, make("div", {},
      make("h2", { textContent: words.problems }), make("ol", {}, ...items), close));
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", words.problems);
    close.addEventListener("click", () => { closed = state.told; box.remove(); });
    document.body.append(box);
  };

  const ask = async () => {
    try {
      const state = await (await fetch("/__jobglot/state", { cache: "no-store" })).json();
      if (state.number !== page.number) return location.reload();
      if (state.told !== told) {
        const words = state.words[language] || Object.values(state.words)[0] ||
          { preview: "Preview", today: "Today", before: "Before", after: "After", drafts: "Drafts", source: "Source", problems: "Problems", close: "Close" };
        told = state.told;
        draw(state, words);
        overlay(state, words);
      }
    } catch { /* the preview has ended; it may come back */ }
    setTimeout(ask, document.visibilityState === "visible" ? 400 : 2000);
  };
  ask();
})();
