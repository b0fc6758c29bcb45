// The bell: two soft tones, once the browser allows sound, which it does after a key or a click.

export class Bell {
  #audio = null;

  constructor() {
    for (const gesture of ["keydown", "pointerdown"]) {
      window.addEventListener(gesture, () => this.wake(), { capture: true });
    }
  }

  wake() {
    this.#audio ??= window.AudioContext ? new AudioContext() : null;
    if (this.#audio?.state === "suspended") this.#audio.resume().catch(() => {});
  }

  ring() {
    if (this.#audio?.state !== "running") return;
    const now = this.#audio.currentTime;
    this.#tone(660, now);
    this.#tone(528, now + 0.22);
  }

  #tone(pitch, at) {
    const tone = new OscillatorNode(this.#audio, { type: "sine", frequency: pitch });
    const loud = new GainNode(this.#audio, { gain: 0 });
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.12, at + 0.03);
    loud.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    tone.connect(loud).connect(this.#audio.destination);
    tone.start(at);
    tone.stop(at + 1);
  }
}
