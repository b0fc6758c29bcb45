// One lasting line to the server: to textual.js it is a WebSocket that never closes.

const QUIET = 2500; // no beat for so long: the picture may be old
const DEAD = 8000; // no beat for so long: this connection will not come back
const OPENING = 6000;
const LOOK = 250;
const FIRST = 400; // then twice as long each time, and never for all pages at the same moment
const LONGEST = 5000;
const BUSY = 1013; // what the server itself says where it takes nobody more
const BLOCKED = 4000; // the page comes through for so long, and not one socket: somebody refuses sockets
const FINAL = { 1000: "left", 4403: "no_right", 4404: "over", 4413: "refused" };
// Ends a sequence that was cut off with the connection, so that it cannot swallow the next picture.
const AFRESH = new TextEncoder().encode("\x18\x1b[0m");

// The clock of the page may stand still while the machine sleeps, that of the day may be set back.
const moment = () => ({ ran: performance.now(), day: Date.now() });
const since = (then) => Math.max(performance.now() - then.ran, Date.now() - then.day);
const earlier = (ms) => ({ ran: performance.now() - ms, day: Date.now() - ms });

export class Link extends EventTarget {
  #address;
  #passes;
  #socket = null;
  #tries = 0;
  #again = 0;
  #beat = moment();
  #true = moment(); // when the picture was last known to be true
  #whole = false; // a picture has come by this connection
  #silent = null; // since when the app behind the server says nothing
  #ever = false;
  #ended = null;
  #refused = 0; // sockets in a row that gave nothing, while a plain request got through
  #refusedSince = null;

  // `address` gives the URL, anew for each attempt; `passes` says what of the terminal goes to the server.
  constructor(address, passes) {
    super();
    this.#address = address;
    this.#passes = passes;
    this.#open();
    setInterval(() => this.#look(), LOOK);
    window.addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => this.#hurry());
  }

  // What textual.js and the page send; no key goes while nobody would see what comes of it.
  send(text) {
    const [what] = JSON.parse(text);
    const goes = ["stdin", "button"].includes(what) ? this.alive : this.#connected;
    if (goes && this.#passes(what)) this.#socket.send(text);
  }

  get #connected() {
    return this.#socket?.readyState === this.constructor.Real.OPEN;
  }

  get alive() {
    return this.#connected && this.#whole && !this.#silent && since(this.#beat) <= QUIET;
  }

  // What is to be told: alive, connecting, silent (the app), lost (the connection),
  // blocked (the page comes through, its sockets do not), or ended with a word or sentence.
  get state() {
    const age = Math.round(since(this.#silent ?? this.#true) / 1000);
    if (this.#ended) return { is: "ended", ...this.#ended };
    if (this.alive) return { is: "alive" };
    if (this.#blocked) return { is: "blocked", age: this.#ever ? age : null };
    if (!this.#ever) return { is: "connecting" };
    return { is: this.#silent && this.#connected ? "silent" : "lost", age };
  }

  // Whether the page is within reach, and its sockets are refused: not trusted, or not let through.
  get #blocked() {
    return this.#refused >= 2 && since(this.#refusedSince) > BLOCKED;
  }

  #open() {
    clearTimeout(this.#again);
    const socket = new this.constructor.Real(this.#address());
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    let heard = false;
    const slow = setTimeout(() => socket.close(), OPENING);
    const mine = (act) => (event) => socket === this.#socket && act(event);
    socket.addEventListener("open", mine(() => {
      clearTimeout(slow);
      this.#beat = moment();
      this.#whole = false;
      this.#silent = null;
      this.#pass(AFRESH.buffer);
      this.dispatchEvent(new Event("open"));
    }));
    socket.addEventListener("message", mine((event) => {
      heard = true;
      this.#refused = 0;
      this.#take(event.data);
    }));
    socket.addEventListener("close", mine((event) => {
      clearTimeout(slow);
      this.#closed(event.code, heard);
    }));
  }

  #take(data) {
    if (typeof data === "string") {
      const [what, value] = JSON.parse(data);
      if (what === "beat") this.#beats();
      else if (what === "lost") this.#lost(value);
      else if (what === "size") this.#tell("size", value, JSON.parse(data)[2]);
      else if (what === "ended") this.#ended = { sentence: String(value) };
    } else {
      this.#whole = this.#ever = true;
      this.#tries = 0;
      if (!this.#silent) this.#true = moment();
      this.#pass(data);
    }
    this.#tell("state");
  }

  #beats() {
    this.#beat = moment();
    // Who tells of a silent app tells it again each second, beside the beat.
    if (this.#silent && since(this.#silent.told) > 1500) this.#silent = null;
    if (!this.#silent && this.#whole) this.#true = moment();
  }

  #lost(seconds) {
    this.#beat = moment();
    this.#silent = { ...earlier(1000 * seconds), told: moment() };
  }

  #closed(code, heard) {
    this.#socket = null;
    if (this.#ended || code in FINAL) {
      this.#ended ??= { word: FINAL[code] };
    } else {
      const wait = Math.min(LONGEST, FIRST * 2 ** this.#tries++) * (0.4 + 0.6 * Math.random());
      this.#again = setTimeout(() => this.#open(), wait);
      if (!heard && code !== BUSY) this.#ask();
    }
    this.#tell("state");
  }

  // A refusal and a server that is gone look alike to a socket; a plain request tells them apart.
  async #ask() {
    const signal = AbortSignal.timeout?.(OPENING);
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store", signal }).catch(() => null);
    if (answer?.ok) {
      if (this.#refused++ === 0) this.#refusedSince = moment();
    } else {
      this.#refused = 0;
    }
    if (answer?.status !== 403) return;
    clearTimeout(this.#again);
    this.#ended ??= { word: "no_right" };
    this.#tell("state");
  }

  #look() {
    if (this.#connected && since(this.#beat) > DEAD) {
      const socket = this.#socket;
      this.#closed(1006, this.#whole);
      socket.close();
    }
    this.#tell("state");
  }

  #hurry() {
    this.#look();
    if (!this.#ended && !this.#socket && document.visibilityState === "visible") this.#open();
  }

  #pass(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  #tell(what, ...detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
