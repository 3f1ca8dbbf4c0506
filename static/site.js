// Optional: the pages are complete without it. Says how far away a deadline is, and marks what has passed it since the build.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const closedWord = document.body.dataset.closed;
  const HOUR = 3600e3, DAY = 24 * HOUR, FAR = 45 * DAY;

  function distance(milliseconds) {
    if (milliseconds < HOUR) return words.format(Math.max(1, Math.floor(milliseconds / 60e3)), "minute");
    if (milliseconds < DAY) return words.format(Math.floor(milliseconds / HOUR), "hour");
    return words.format(Math.floor(milliseconds / DAY), "day");
  }

  function markClosed(element) {
    element.classList.remove("is-open", "is-closing_soon");
    element.classList.add("is-closed");
    element.querySelectorAll(".relative, .deadline, .apply").forEach((part) => part.remove());
    let badge = element.querySelector(".tags .state");
    if (!badge) {
      let tags = element.querySelector(".tags");
      if (!tags) {
        tags = document.createElement("ul");
        tags.className = "tags";
        element.querySelector(".who").after(tags);
      }
      badge = document.createElement("li");
      badge.className = "badge state";
      tags.prepend(badge);
    }
    badge.textContent = closedWord;
    if (element.dataset.over && !element.querySelector(".head .banner")) {
      const banner = document.createElement("p");
      banner.className = "banner";
      banner.textContent = element.dataset.over;
      element.querySelector(".head").append(banner);
    }
  }

  function update(root) {
    const now = Date.now();
    root.querySelectorAll("[data-closes]").forEach((element) => {
      const left = Date.parse(element.dataset.closes) - now;
      if (left <= 0) return markClosed(element);
      element.querySelectorAll(".when").forEach((line) => {
        if (!line.querySelector("time") || left > FAR) return;
        let relative = line.querySelector(".relative");
        if (!relative) {
          relative = document.createElement("span");
          relative.className = "relative";
          line.append(" ", relative);
        }
        relative.textContent = distance(left);
      });
    });
  }

  // What scrolls in a box of its own must be reached by keyboard; what fits must not be in the way.
  function reachScrollers() {
    document.querySelectorAll(".wide, .prose pre").forEach((box) => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }

  reachScrollers();
  addEventListener("resize", reachScrollers);
  update(document);
  setInterval(() => update(document), 60e3);
  document.addEventListener("jobglot:drawn", (event) => update(event.target));
})();
