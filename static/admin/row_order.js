// Attendee rows ordered by drag, by the ↑ ↓ buttons or by the number itself. The number field stays
// the truth: without this file staff type it, and the server numbers the rows by it.
(() => {
  const GROUP = "#attendances-group";
  const rows = (body) =>
    [...body.querySelectorAll("tr.form-row:not(.empty-form)")].filter((row) => !row.classList.contains("add-row"));

  function renumber(body) {
    rows(body).forEach((row, index) => {
      row.querySelector("input[name$=-order]").value = index + 1;
    });
  }

  function move(row, step) {
    const all = rows(row.parentElement);
    const other = all[all.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    renumber(row.parentElement);
  }

  function button(label, text, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      action();
      element.focus();
    });
    return element;
  }

  function rowUnder(pointer, row) {
    return rows(row.parentElement).find((other) => {
      const box = other.getBoundingClientRect();
      return other !== row && pointer.clientY >= box.top && pointer.clientY <= box.bottom;
    });
  }

  // Listens on the document: moving the row in the page would end a capture on its handle.
  function dragWith(handle, row) {
    handle.addEventListener("pointerdown", (down) => {
      down.preventDefault();
      row.classList.add("is-dragged");
      const follow = (pointer) => {
        const over = rowUnder(pointer, row);
        if (!over) return;
        if (over.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING) over.after(row);
        else over.before(row);
      };
      const drop = () => {
        document.removeEventListener("pointermove", follow);
        row.classList.remove("is-dragged");
        renumber(row.parentElement);
      };
      document.addEventListener("pointermove", follow);
      document.addEventListener("pointerup", drop, { once: true });
      document.addEventListener("pointercancel", drop, { once: true });
    });
  }

  function equip(row) {
    if (row.querySelector(".row-order") || row.classList.contains("empty-form")) return;
    const tools = document.createElement("span");
    tools.className = "row-order";
    const handle = document.createElement("span");
    handle.className = "row-order__handle";
    handle.textContent = "⠿";
    handle.title = "按住拖动";
    handle.setAttribute("aria-hidden", "true");
    tools.append(handle, button("上移", "↑", () => move(row, -1)), button("下移", "↓", () => move(row, 1)));
    row.querySelector("td.field-order").append(tools);
    dragWith(handle, row);
  }

  addEventListener("DOMContentLoaded", () => {
    const group = document.querySelector(GROUP);
    if (!group) return;
    group.querySelectorAll("tr.form-row").forEach(equip);
    document.addEventListener("formset:added", (event) => {
      const row = event.target;
      if (!row.closest(GROUP)) return;
      equip(row);
      renumber(row.parentElement);
    });
    group.addEventListener("change", (event) => {
      const parts = event.target.closest(".parts");
      if (!parts) return;
      const chosen = [...parts.querySelectorAll("input:checked")].map((box) => box.value);
      parts.querySelector("summary").textContent = chosen.join("、") || "选择";
    });
  });
})();
