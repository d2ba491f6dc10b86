// The seconds that a cell runs, from the first one on.
export class Clock {
  constructor() {
    this.face = document.createElement("span");
    this.face.className = "live-clock";
  }

  set running(running) {
    if (running && !this.timer) {
      const began = performance.now();
      const tick = () => (performance.now() - began) / 1000;
      const show = () => (this.face.textContent = `${Math.floor(tick())} s`);
      this.face.textContent = "";
      this.timer = setInterval(show, 1000);
    } else if (!running) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }
}
