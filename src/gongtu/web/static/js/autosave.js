// Keeps a form as it is typed; without this script its buttons keep it just the same.
document.querySelectorAll("form[data-autosave]").forEach((form) => {
  const says = form.querySelector("[data-autosave-says]");
  form.addEventListener("change", async (event) => {
    if (event.target.tagName === "SELECT") return form.requestSubmit(); // asks for more fields
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    const kept = answer.type === "opaqueredirect" || answer.ok;
    says.textContent = kept ? form.dataset.saved : "";
  });
});
