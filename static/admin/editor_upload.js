// Sends the form's CSRF token with every picture CKEditor uploads (dialog, drop and paste).
// CKEditor's own cookie token is not Django's; its fileUploadRequest event is the documented place.
(() => {
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  function equip(editor) {
    editor.on("fileUploadRequest", (event) => {
      event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token());
    });
  }

  addEventListener("DOMContentLoaded", () => {
    Object.values(CKEDITOR.instances).forEach(equip);
    CKEDITOR.on("instanceCreated", ({ editor }) => equip(editor));
  });
})();
