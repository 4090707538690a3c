// Keeps the address of a search short: what is empty, or as it is anyway, is not sent.
// Without this script the address is longer and means the same.
const form = document.querySelector(".search-form");

form?.addEventListener("formdata", ({ formData }) => {
  const { name, dataset } = form.elements.radius;
  if (formData.get(name) === dataset.default) formData.delete(name);
  for (const typed of ["q", "place"]) {
    if (formData.get(typed).trim() === "") formData.delete(typed);
  }
});
