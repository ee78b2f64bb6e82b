// The rows of a behaviour, and the filters. The URL remembers the filters: #?text=...&method=...
"use strict";
const rows = JSON.parse(document.getElementById("rows").textContent);
document.addEventListener("toggle", (event) => {
  const details = event.target;
  if (!details.open || details.querySelector("ul")) return;
  const list = document.createElement("ul");
  for (const [id, kind, expected, tampered, allowed, accepted] of rows[details.dataset.id]) {
    const item = document.createElement("li");
    const code = document.createElement("code");
    code.textContent = id;
    const wrong = tampered - allowed;
    const noticed = wrong > 0 ? `; ${wrong - accepted} of ${wrong} wrong answers noticed` : "";
    item.append(code, ` ${kind}; ${expected}${noticed}`);
    list.append(item);
  }
  details.append(list);
}, true);

const form = document.getElementById("filters");
const bodies = [...document.querySelectorAll("#behaviours tbody")].map((body) => ({
  body,
  lines: [...body.querySelectorAll(".behaviour")].map((line) => ({
    line,
    text: [body.dataset.method, line.cells[0].textContent, ...(rows[line.id] ?? []).map((row) => row.slice(0, 3).join(" "))]
      .join("\n").toLowerCase(),
  })),
}));
const total = bodies.reduce((sum, { lines }) => sum + lines.length, 0);

function tell(text) {
  const problem = document.getElementById("problem");
  problem.textContent = text;
  problem.hidden = text === "";
}

function filter() {
  const { text, method, authority } = Object.fromEntries(new FormData(form));
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { body, lines } of bodies) {
    let found = 0;
    for (const { line, text: said } of lines) {
      const matches = (method === "" || method === body.dataset.method) &&
        (authority === "" || authority === line.dataset.authority) && needles.every((needle) => said.includes(needle));
      line.hidden = !matches;
      found += matches ? 1 : 0;
    }
    body.hidden = found === 0;
    count += found;
  }
  const what = `${total.toLocaleString("en")} behaviours`;
  document.getElementById("count").textContent = count === total ? what
    : `${count.toLocaleString("en")} of ${what}${count === 0 ? ". No behaviour matches all of these filters." : ""}`;
}

function writeAddress() {
  const query = new URLSearchParams(Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `#?${query}` : location.pathname + location.search);
}

function followAddress() {
  tell("");
  const hash = location.hash.slice(1);
  if (hash.startsWith("?")) {
    form.reset();
    const left = [];
    for (const [name, value] of new URLSearchParams(hash)) {
      const field = form.elements.namedItem(name);
      if (field?.name) field.value = value;
      if (!field?.name) left.push(`there is no filter “${name}”`);
      else if (field.value !== value) {
        field.value = "";
        left.push(`${name} “${value}” is not in this catalogue`);
      }
    }
    filter();
    if (left.length) tell(`These filters of the URL are not applied: ${left.join("; ")}.`);
    document.getElementById("catalogue").scrollIntoView();
  } else if (hash) {
    const target = document.getElementById(hash);
    if (!target) return tell(`Nothing here is called “${hash}”.`);
    if (!target.checkVisibility()) {
      form.reset();
      filter();
    }
    target.scrollIntoView();
  }
}

form.addEventListener("input", () => { tell(""); filter(); writeAddress(); });
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("show-all").addEventListener("click", () => { form.reset(); tell(""); filter(); writeAddress(); });
addEventListener("hashchange", followAddress);
form.hidden = false;
filter();
followAddress();
document.documentElement.dataset.ready = "true";
