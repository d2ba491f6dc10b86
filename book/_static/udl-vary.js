// A figure to move: its slider shows the frame of each value, without any kernel.

function vary(box) {
  const figure = box.closest("figure, .cell_output");
  const input = box.querySelector("input");
  const output = box.querySelector("output");
  const frames = JSON.parse(box.querySelector("script").textContent);
  const start = input.value;

  const name = (value) => {
    output.textContent = value;
    input.setAttribute("aria-valuetext", value);
  };

  // The images may have been replaced: the page's runner does that.
  const show = ({ value, files, alt, said }) => {
    name(value);
    figure.querySelectorAll("img.udl-figure").forEach((image, number) => {
      image.src = files[number] ?? files[0];
      image.alt = alt;
    });
    for (const [place, text] of Object.entries(said)) {
      document.querySelector(`.udl-eval[data-place="${place}"]`).textContent = text;
    }
  };

  // All frames of the rendering that is seen, once, when a hand or a key comes near.
  const fetchAll = () => {
    const dark = document.documentElement.dataset.theme === "dark";
    for (const { files } of frames) new Image().src = files[dark ? 1 : 0] ?? files[0];
  };
  input.addEventListener("pointerdown", fetchAll, { once: true });
  input.addEventListener("keydown", fetchAll, { once: true });

  input.addEventListener("input", () => {
    const frame = frames[input.value];
    // Whoever runs the page takes over: it runs the cell.
    const free = box.dispatchEvent(
      new CustomEvent("udl:vary", {
        bubbles: true,
        cancelable: true,
        detail: { name: box.dataset.name, code: frame.code },
      }),
    );
    if (free) show(frame);
    else name(frame.value);
  });

  // Paper shows what the text beside it describes.
  let moved = start;
  addEventListener("beforeprint", () => {
    moved = input.value;
    if (moved !== start) show(frames[(input.value = start)]);
  });
  addEventListener("afterprint", () => {
    if (moved !== start) show(frames[(input.value = moved)]);
  });
  box.hidden = false;
}

document.querySelectorAll(".udl-vary").forEach(vary);
