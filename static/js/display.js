// The display switch without a page load, and the mending of pages shown from a stale copy.
//
// Works around a plain form (accessibility/_switch.html): without this file the server does the
// same. The page is the same in every variant but for the attributes of <html>, so setting them is
// all there is to do.
const root = document.documentElement;
const form = document.querySelector("[data-display-switch]");
const status = form?.querySelector("[role=status]");
const sizes = { smallest: 1, largest: 5 };

function shown() {
  return { mode: root.dataset.mode, theme: root.dataset.theme, size: Number(root.dataset.size) };
}

function show({ mode, theme, size }) {
  Object.assign(root.dataset, { mode, theme, size: String(size) });
}

function wanted(button) {
  const display = shown();
  if (button.name === "mode") return { ...display, mode: button.value };
  const step = button.value === "larger" ? 1 : -1;
  const size = Math.min(Math.max(display.size + step, sizes.smallest), sizes.largest);
  return { ...display, size };
}

function announce(button, before, after) {
  if (button.name === "mode") {
    status.textContent = after.mode === "elder" ? "已进入长者模式" : "已退出长者模式";
  } else if (before.size === after.size) {
    status.textContent = button.value === "larger" ? "已经是最大的字" : "已经是最小的字";
  } else {
    status.textContent = `字号 ${after.size}（共 ${sizes.largest} 级）`;
  }
}

form?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  const before = shown();
  const after = wanted(button);
  const data = new FormData(form);
  data.set(button.name, button.value);
  show(after);
  announce(button, before, after);
  // The pressed mode button is hidden now: focus goes to its counterpart, not to the page's start.
  if (button.name === "mode") form.querySelector(`[name=mode]:not([value=${after.mode}])`).focus();
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(data),
    headers: { Accept: "application/json" },
  }).catch(() => null);
  if (!answer?.ok) {
    show(before);
    status.textContent = "没有连上网站，显示方式没有改动，请稍后再试。";
  }
});

// Back and Forward may show a copy made in another mode; the cookie knows the right one.
addEventListener("pageshow", () => {
  const kept = /(?:^|; )display=(standard|elder)-([a-z]+)-([1-5])(?:;|$)/.exec(document.cookie);
  show(kept ? { mode: kept[1], theme: kept[2], size: kept[3] } : { mode: "standard", theme: "original", size: 2 });
});
