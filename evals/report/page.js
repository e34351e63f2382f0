const form = document.querySelector("#filter");
const cases = [...document.querySelectorAll("article")];

function show() {
  const { verdict, tag, file, text } = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const each of cases) {
    const own = each.dataset;
    const fits =
      (verdict === "miss" ? own.verdict !== "right" : verdict === "" || own.verdict === verdict) &&
      (tag === "" || own.tags.includes(` ${tag} `)) &&
      (file === "" || own.file === file) &&
      each.textContent.toLowerCase().includes(text.toLowerCase());
    each.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  form.querySelector("output").textContent = `${shown} of ${cases.length}`;
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
