// A phone's way in: a plain text field, which every keyboard knows how to fill, and a few large keys.

const ENTER = "\r";
const APART = 160; // between two looks at whether text can go, and for a line to open
const ECHO = 900; // until what was sent stands on the screen, where something takes it
const TAIL = 8;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

export class Phone {
  #form;
  #room;
  #order = Promise.resolve();
  #sending = false;

  // `room`: type(keys), tap(button) by its name, ready() whether it takes any, shown() what stands on the screen, say(word).
  constructor(form, room) {
    this.#form = form;
    this.#room = room;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#sending) return;
      this.#sending = true;
      this.#then(() => this.#send(), true);
    });
    form.addEventListener("click", (event) => {
      const { key, then } = event.target.closest("[data-key]")?.dataset ?? {};
      if (!key) return;
      this.#then(() => this.#press(key, then));
      if ("cpa".includes(key)) form.elements.text.focus();
    });
    // A key leaves the keyboard of the phone as it is.
    form.addEventListener("pointerdown", (event) => {
      if (event.target.closest("button")) event.preventDefault();
    });
  }

  // One thing after the other, however fast the fingers are; a text waits until it can go, a key does not.
  #then(act, waits = false) {
    this.#order = this.#order.then(async () => {
      while (waits && !this.#room.ready()) await pause(APART);
      if (this.#room.ready()) await act();
    });
  }

  // A button goes by its name: as a letter that is typed it would do nothing just after the line has closed. Enter is
  // typed, since one too many must do nothing then.
  #press(key, then) {
    if (key === "Enter") return this.#room.type(ENTER);
    const plain = key.length === 1 || key === "Space";
    // A line that is being written would take it as a letter.
    if (plain) this.#room.tap("Escape");
    this.#room.tap(key);
    if (then) this.#room.tap(then);
  }

  async #send() {
    try {
      await this.#sent();
    } finally {
      this.#sending = false;
    }
  }

  async #sent() {
    const field = this.#form.elements.text;
    const text = field.value.replace(/[\x00-\x1f\x7f-\x9f]+/g, " ").trim();
    if (!text) return this.#room.type(ENTER);
    // Enter without a line to end would do something else.
    if (!(await this.#paste(text))) {
      this.#press("c");
      await pause(APART);
      if (!(await this.#paste(text))) return this.#room.say("nowhere");
    }
    this.#room.type(ENTER);
    field.value = "";
  }

  // Whether something has taken the text: then its end stands on the screen once more than before.
  async #paste(text) {
    const tail = letters(text).slice(-TAIL);
    const count = () => letters(this.#room.shown()).split(tail).length;
    const before = count();
    this.#room.type(`\x1b[200~${text}\x1b[201~`);
    for (let waited = 0; waited < ECHO; waited += 30) {
      await pause(30);
      if (tail && count() > before) return true;
    }
    return !tail;
  }
}

// A finger that moves over the terminal turns the wheel that a phone has not.
export function swipes(element, cellAt, type) {
  let from = 0;
  element.addEventListener("touchstart", (event) => {
    from = event.touches[0].clientY;
  }, { passive: true });
  element.addEventListener("touchmove", (event) => {
    const { clientX, clientY } = event.touches[0];
    const { x, y, high } = cellAt(clientX, clientY);
    const rows = Math.trunc((from - clientY) / high);
    from -= rows * high;
    if (rows) type(`\x1b[<${rows > 0 ? 65 : 64};${x};${y}M`.repeat(Math.abs(rows)));
  }, { passive: true });
}
