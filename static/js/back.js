// "Back" takes the reader to the page the link stood on; without this file it leads to the home page.
//
// Only where the browser came from a page of this site: a link opened in a new window, or an address
// that was sent by somebody, has nothing to go back to.
const cameFromHere = document.referrer.startsWith(`${location.origin}/`);

for (const link of document.querySelectorAll("[data-back]")) {
  link.addEventListener("click", (event) => {
    if (!cameFromHere || history.length < 2) return;
    event.preventDefault();
    history.back();
  });
}
