// Copying, sending and printing from an article; without this file the address can be selected by hand.
//
// A button shows only where the browser can do what it says: sending needs https, copying works on
// plain http too by the older way.
const block = document.querySelector("[data-share]");
const part = (name) => block.querySelector(`[data-share-${name}]`);

function selectAddress(address) {
  getSelection().selectAllChildren(address);
}

async function copy(address) {
  if (navigator.clipboard) return navigator.clipboard.writeText(address.textContent).then(() => true, () => false);
  selectAddress(address);
  return document.execCommand("copy");
}

if (block) {
  const address = part("address");
  const status = part("status");

  part("copy").hidden = !navigator.clipboard && !document.queryCommandSupported?.("copy");
  part("copy").addEventListener("click", async () => {
    status.textContent = "";
    if (await copy(address)) {
      status.textContent = "已复制";
    } else {
      selectAddress(address);
      status.textContent = "没有复制成功。网址已经选中，请用右键或长按复制。";
    }
  });

  part("send").hidden = !navigator.share;
  part("send").addEventListener("click", () => {
    // Closing the system's own window is no error to report.
    navigator.share({ title: document.title, url: address.textContent }).catch(() => {});
  });

  part("print").addEventListener("click", () => print());
  part("buttons").hidden = false;
}
