// The display switch without a page load, and the mending of pages shown from a stale copy.
//
// Works around a plain form (accessibility/_switch.html): without this file the server does the
// same. The page is the same in every variant but for the attributes of <html>, so setting them is
// all there is to do.
const root = document.documentElement;
const form = document.querySelector("[data-display-switch]");
const status = form?.querySelector("[data-display-status]");
const smallest = 1;
const largest = 5;

const shown = () => ({ mode: root.dataset.mode, theme: root.dataset.theme, size: Number(root.dataset.size) });
const show = ({ mode, theme, size }) => Object.assign(root.dataset, { mode, theme, size: String(size) });

function wanted(button) {
  const display = shown();
  if (button.name === "mode") return { ...display, mode: button.value };
  const step = button.value === "larger" ? 1 : -1;
  return { ...display, size: Math.min(Math.max(display.size + step, smallest), largest) };
}

function announcement(button, before, after) {
  if (button.name === "mode") return after.mode === "elder" ? "已进入长者模式" : "已退出长者模式";
  if (before.size !== after.size) return `字号 ${after.size}（共 ${largest} 级）`;
  return button.value === "larger" ? "已经是最大的字" : "已经是最小的字";
}

// Quick taps: one request at a time, always with the newest whole variant, so that the cookie ends
// as the page does however slow the line is. keepalive lets the last one outlive the page.
let kept = shown();
let next = null;
let sending = false;

async function keep(display, button) {
  next = display;
  if (sending) return;
  sending = true;
  while (next) {
    const current = next;
    next = null;
    if (await send(current)) {
      kept = current;
    } else {
      next = null;
      show(kept);
      button.focus();
      status.textContent = "没有连上网站，显示方式没有改动，请稍后再试。";
      status.classList.remove("visually-hidden");
    }
  }
  sending = false;
}

async function send({ mode, theme, size }) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams({ variant: `${mode}-${theme}-${size}` }),
    headers: { Accept: "application/json" },
    keepalive: true,
  }).catch(() => null);
  return Boolean(answer?.ok);
}

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  const before = shown();
  const after = wanted(button);
  show(after);
  status.classList.add("visually-hidden");
  status.textContent = announcement(button, before, after);
  // The pressed mode button is hidden now: focus goes to its counterpart, not to the page's start.
  if (button.name === "mode") form.querySelector(`[name=mode]:not([value=${after.mode}])`).focus();
  keep(after, button);
});

// Back and Forward may show a copy made in another mode; the cookie knows the right one.
addEventListener("pageshow", () => {
  const cookie = /(?:^|; )display=(standard|elder)-([a-z]+)-([1-5])(?:;|$)/.exec(document.cookie);
  show(cookie ? { mode: cookie[1], theme: cookie[2], size: cookie[3] } : { mode: "standard", theme: "original", size: 2 });
  kept = shown();
});
