// Sets the clock of a page to the time that the preview travels to, by which its scripts count days. Not part of the site.
"use strict";
(() => {
  const Real = Date, ahead = Number(document.currentScript.dataset.now) - Real.now();
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (made, given, self) => Reflect.construct(made, given.length ? given : [now()], self),
    get: (made, name) => (name === "now" ? now : Reflect.get(made, name)),
  });
})();
