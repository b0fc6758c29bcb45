// The size of the letters: as large as the window takes.

const WIDE = 0.6; // of a letter's cell, in its font size
const HIGH = 1.32;
const [COLUMNS, ROWS] = [120, 34];
const LEAST = 13.5; // pixels that are still read on a phone
const AMPLE = 17; // above this half of the room goes to more columns and rows
const SMALLEST = { participant: [40, 10], timekeeper: [62, 16] }; // what their screens need
const KEPT = "intervisie-text";

export class Fit {
  #view;
  #room;
  #fixed;
  #smallest;
  #larger = Number(kept()) || 0;
  #due = 0;

  // `fixed` is the grid of those who watch, or null where the grid follows the window.
  constructor(view, room, seat, fixed) {
    this.#view = view;
    this.#room = room;
    this.#fixed = fixed;
    this.#smallest = SMALLEST[seat];
    new ResizeObserver(() => this.#soon()).observe(room);
  }

  now() {
    const [width, height] = [this.#room.clientWidth, this.#room.clientHeight];
    if (!width || !height) return;
    if (this.#fixed) this.#scale(width, height);
    else this.#follow(width, height);
  }

  grid(columns, rows) {
    this.#fixed = [columns, rows];
    this.now();
  }

  // One step larger (1) or smaller (-1), kept for the next time.
  step(by) {
    this.#larger = Math.max(-4, Math.min(8, this.#larger + by));
    try {
      localStorage.setItem(KEPT, String(this.#larger));
    } catch {
      // A browser that keeps nothing: it holds as long as the page.
    }
    this.now();
  }

  #soon() {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.now(), 80);
  }

  #follow(width, height) {
    const whole = Math.min(width / (COLUMNS * WIDE), height / (ROWS * HIGH));
    const size = (whole <= AMPLE ? Math.max(LEAST, whole) : (AMPLE + whole) / 2) * 1.12 ** this.#larger;
    const [columns, rows] = this.#smallest;
    this.#letters(Math.max(6, Math.min(size, width / (columns * WIDE), height / (rows * HIGH))));
    this.#view.fitAddon.fit();
  }

  // The grid is drawn a little too large and scaled down to the last pixel: that stays sharp.
  #scale(width, height) {
    const { terminal, element } = this.#view;
    const [columns, rows] = this.#fixed;
    this.#letters(Math.ceil(Math.min(width / (columns * WIDE), height / (rows * HIGH))));
    terminal.resize(columns, rows);
    const screen = element.querySelector(".xterm-screen");
    const [wide, high] = [screen.offsetWidth, screen.offsetHeight];
    const scale = Math.min(width / wide, height / high);
    element.style.width = `${wide}px`;
    element.style.height = `${high}px`;
    element.style.transform = `translate(${(width - wide * scale) / 2}px, ${(height - high * scale) / 2}px) scale(${scale})`;
  }

  // Cells are whole pixels of the device: a size just above such a width squeezes no letters together.
  #letters(size) {
    const fine = WIDE * window.devicePixelRatio;
    this.#view.terminal.options.fontSize = (Math.max(1, Math.floor(size * fine)) + 0.1) / fine;
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
