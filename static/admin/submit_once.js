// A double click on a save button must not send the form twice: the second answer would report files
// as missing that the first has just put in their place.
addEventListener("submit", ({ target }) => {
  // After this event: a disabled button would not be sent along.
  setTimeout(() => target.querySelectorAll("[type=submit]").forEach((button) => (button.disabled = true)));
});
// Back shows the form as it was left.
addEventListener("pageshow", () => {
  document.querySelectorAll("[type=submit]").forEach((button) => (button.disabled = false));
});
