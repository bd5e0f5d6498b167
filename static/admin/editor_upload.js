// Sends the form's CSRF token with every picture CKEditor uploads (dialog, drop and paste).
// CKEditor's own cookie token is not Django's; its fileUploadRequest event is the documented place.
(() => {
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("fileUploadRequest", (event) => {
      event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token());
    });
  });
})();
