// Shows the seconds that a cell runs, from the first one on, and leaves them there.
export function clock(face) {
  let timer;
  return (running) => {
    if (running === Boolean(timer)) return;
    clearInterval(timer);
    let seconds = 0;
    const tick = () => (face.textContent = `${(seconds += 1)} s`);
    timer = running && setInterval(tick, 1000);
    if (running) face.textContent = "";
  };
}
