// A phone's way in: a plain text field, which every keyboard knows how to fill, and a few large keys.

const KEYS = { Tab: "\t", Space: " ", Enter: "\r", Escape: "\x1b", Up: "\x1b[A", Down: "\x1b[B" };
const APART = 160; // a lone Esc and the key after it are one key to a terminal, unless time lies between

const pause = () => new Promise((resolve) => setTimeout(resolve, APART));

export class Phone {
  #form;
  #type;
  #ready;
  #line = null; // "open" or "once" while a line of the room takes text, as far as these keys opened it
  #order = Promise.resolve();

  // `type` sends keys to the room; `ready` says whether it takes any.
  constructor(form, type, ready) {
    this.#form = form;
    this.#type = type;
    this.#ready = ready;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#then(() => this.#send());
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-key]");
      if (button) this.#then(() => this.#press(button.dataset));
      if (button?.dataset.line && button.dataset.line !== "close") form.elements.text.focus();
    });
    // A key keeps the keyboard of the phone as it is.
    form.addEventListener("pointerdown", (event) => {
      if (event.target.closest("button")) event.preventDefault();
    });
  }

  #then(act) {
    this.#order = this.#order.then(act);
  }

  async #press({ key, line }) {
    if (!this.#ready()) return;
    if (key.length === 1 && this.#line) await this.#escape();
    this.#type(KEYS[key] ?? key);
    if (line) this.#line = line === "close" ? null : line;
    if (key === "Enter" && this.#line === "once") this.#line = null;
    if (key === "Escape") await pause();
  }

  async #escape() {
    this.#type(KEYS.Escape);
    this.#line = null;
    await pause();
  }

  async #send() {
    const field = this.#form.elements.text;
    const text = field.value.replace(/[\x00-\x1f\x7f-\x9f]+/g, " ").trim();
    if (!this.#ready()) return;
    if (!text) return this.#press({ key: "Enter" });
    if (!this.#line) {
      this.#type("c");
      this.#line = "open";
      await pause();
    }
    this.#type(`\x1b[200~${text}\x1b[201~`);
    this.#type("\r");
    field.value = "";
    if (this.#line === "once") this.#line = null;
  }
}

// A finger that moves over the terminal turns the wheel that it has not.
export function swipes(element, cell, type) {
  let from = null;
  element.addEventListener("touchstart", (event) => {
    from = event.touches[0].clientY;
  }, { passive: true });
  element.addEventListener("touchmove", (event) => {
    const { clientX, clientY } = event.touches[0];
    const { x, y, high } = cell(clientX, clientY);
    const rows = Math.trunc((from - clientY) / high);
    if (!rows) return;
    from -= rows * high;
    type(`\x1b[<${rows > 0 ? 65 : 64};${x};${y}M`.repeat(Math.abs(rows)));
  }, { passive: true });
}
