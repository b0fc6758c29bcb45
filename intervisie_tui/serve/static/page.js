// The page of a seat: textual.js draws the terminal; this gives it a line that lasts, its size, and what is told around it.

import { Fit } from "./fit.js";
import { Link } from "./link.js";
import { Phone, swipes } from "./phone.js";
import { Bell } from "./sound.js";

const root = document.documentElement;
const { seat, theme } = root.dataset;
const watches = seat === "stage";
const words = JSON.parse(document.body.dataset.words);
const at = (id) => document.getElementById(id);
const touch = window.matchMedia("(pointer: coarse)");
const bell = new Bell();
let sounds = seat === "timekeeper"; // a room rings only when its own sound is on, other seats always
let view = null; // textual.js's hold on its terminal
let link = null;
let fit = null;

// textual.js tells nobody of its terminal; it is met where it notes down its own address.
Object.defineProperty(Object.prototype, "websocket_url", {
  configurable: true,
  set(value) {
    delete Object.prototype.websocket_url;
    this.websocket_url = value;
    view = this;
  },
});

// What goes to the server: nothing of those who watch; pings tell nothing here, and a page is never out of focus,
// since the room would let go of the line that is being typed.
const passes = (what) => !watches && !["ping", "blur"].includes(what);

function address() {
  const url = new URL("/ws", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  const { cols, rows } = view.terminal;
  url.search = new URLSearchParams({ seat, lang: root.lang, theme, width: cols, height: rows });
  return url;
}

Link.Real = window.WebSocket;
window.WebSocket = class extends Link {
  constructor() {
    settle();
    super(address, passes);
    link = this;
    link.addEventListener("state", tell);
    link.addEventListener("size", (event) => watches && fit.grid(...event.detail));
  }
};
for (const name of ["CONNECTING", "OPEN", "CLOSING", "CLOSED"]) window.WebSocket[name] = Link.Real[name];

// The terminal, as the room needs it; before the first connection.
function settle() {
  const { terminal } = view;
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  terminal.options.theme = { background: colour("--room"), foreground: colour("--text") };
  terminal.options.disableStdin = watches;
  terminal.options.linkHandler = { activate() {} };
  view.weblinksAddon.dispose(); // what people write is no link
  terminal.textarea.setAttribute("aria-label", words.terminal);
  terminal.onBell(() => sounds && bell.ring());
  terminal.onRender(surround);
  fit = new Fit(view, at("room"), seat, watches ? [120, 34] : null);
  view.fit = () => fit.now();
  fit.now();
  if (watches) return;
  if (touch.matches) terminal.textarea.inputMode = "none";
  else terminal.focus();
  const type = (keys) => link.send(JSON.stringify(["stdin", keys]));
  const tap = (button) => link.send(JSON.stringify(["button", button]));
  new Phone(at("phone"), { type, tap, shown, ready: () => link.alive, say: aside });
  swipes(view.element, cellAt, type);
}

// What stands on the screen, a line for each row.
function shown() {
  const { buffer, rows } = view.terminal;
  const row = (at) => buffer.active.getLine(at)?.translateToString(true) ?? "";
  return Array.from({ length: rows }, (_, at) => row(at)).join("\n");
}

function cellAt(left, top) {
  const { cols, rows, element } = view.terminal;
  const box = element.querySelector(".xterm-screen").getBoundingClientRect();
  const [wide, high] = [box.width / cols, box.height / rows];
  return { x: 1 + Math.floor((left - box.left) / wide), y: 1 + Math.floor((top - box.top) / high), high };
}

// What lies around the grid has the colour of its corner, in every theme and behind the veil.
function surround() {
  const cell = view.terminal.buffer.active.getLine(0)?.getCell(0);
  if (cell?.isBgRGB()) {
    document.body.style.backgroundColor = `#${cell.getBgColor().toString(16).padStart(6, "0")}`;
  }
}

let told = "";
let besides = ""; // what is said for a moment while all is well
function tell() {
  const state = link.state;
  const [said, age] = sentence(state);
  root.dataset.state = state.is === "alive" && besides ? "aside" : state.is;
  if (said !== told) at("said").textContent = told = said;
  at("age").textContent = age;
}

function aside(word) {
  besides = words[word];
  setTimeout(() => (besides = ""), 4000);
}

function sentence({ is, age, word, sentence }) {
  if (is === "alive") return [besides, ""];
  if (is === "ended") return [sentence ?? words[word], ""];
  if (is === "connecting") return [words.connecting, ""];
  if (is === "blocked") return [words.blocked, age === null ? "" : words.age.replace("{n}", age)];
  const said = is === "silent" ? words.silent : `${words.lost}, ${words.reconnecting}`;
  return [said, words.age.replace("{n}", age)];
}

async function stayAwake() {
  if (document.visibilityState !== "visible") return;
  await navigator.wakeLock?.request("screen").catch(() => {});
}

const tools = {
  sound() {
    sounds = !sounds;
    bell.wake();
    if (sounds) bell.ring();
    const button = document.querySelector("[data-tool=sound]");
    button.querySelector("span").textContent = sounds ? words.sound_on : words.sound_off;
    button.setAttribute("aria-pressed", sounds);
  },
  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  },
  larger: () => fit.step(1),
  smaller: () => fit.step(-1),
};

at("tools").addEventListener("click", (event) => {
  tools[event.target.closest("[data-tool]")?.dataset.tool]?.();
});

if (watches) {
  window.addEventListener("keydown", (event) => {
    const tool = { m: "sound", f: "full" }[event.key.toLowerCase()];
    if (tool && !event.ctrlKey && !event.altKey && !event.metaKey) tools[tool]();
  });
}

// The tools come with the pointer and go again, and give the keys back to the room.
let quiet = 0;
function stir() {
  root.classList.add("stirred");
  clearTimeout(quiet);
  quiet = setTimeout(() => root.classList.remove("stirred"), 2500);
}
window.addEventListener("pointermove", stir);
window.addEventListener("pointerdown", (event) => {
  stir();
  if (!at("tools").contains(event.target)) at("tools").open = false;
});
at("tools").addEventListener("toggle", () => {
  if (!at("tools").open && !watches && !touch.matches) view?.terminal.focus();
});

// A phone's keyboard lies over the page: what is left above it is the page. Two fingers only look closer.
function layout() {
  const { height, offsetTop, scale } = window.visualViewport;
  if (scale > 1.01) return;
  document.body.style.height = `${height}px`;
  document.body.style.top = `${offsetTop}px`;
}
window.visualViewport?.addEventListener("resize", layout);
window.visualViewport?.addEventListener("scroll", layout);

document.addEventListener("visibilitychange", stayAwake);
stayAwake();

// The terminal measures its letters once: they must be there before textual.js begins.
document.addEventListener("DOMContentLoaded", async () => {
  const begin = window.onload;
  window.onload = null;
  const letters = ["400 16px 'Roboto Mono'", "700 16px 'Roboto Mono'"].map((font) => document.fonts.load(font));
  const late = new Promise((resolve) => setTimeout(resolve, 3000));
  await Promise.race([Promise.allSettled(letters), late]);
  begin.call(window);
});
