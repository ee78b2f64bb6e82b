// Sets the light or dark theme, then builds the page.

const theme = $('#theme');
const recall = () => { try { return localStorage.getItem('sockspec-theme'); } catch { return null; } };
function dress(wanted) {
  const dark = wanted ? wanted === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  if (wanted) document.documentElement.dataset.theme = wanted;
  theme.setAttribute('aria-pressed', dark);
}
theme.addEventListener('click', () => {
  const wanted = theme.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark';
  try { localStorage.setItem('sockspec-theme', wanted); } catch { /* then the choice is not kept */ }
  dress(wanted);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => dress(recall()));

const options = (name, list) => list.forEach(([value, text]) => form.elements[name].add(new Option(text, value)));
options('method', methods.map(({ name }) => [name, name]));
options('verdict', verdicts.map((name) => [name, name]));
options('cause', index.causes.map((cause) => [cause, cause]));
options('run', titles.map((title) => [title, title]));
matrix.setAttribute('role', 'treegrid');
for (const section of [matrix.tHead, ...matrix.tBodies]) section.setAttribute('role', 'rowgroup');
matrix.tHead.rows[0].setAttribute('role', 'row');
for (const cell of matrix.tHead.rows[0].cells) cell.setAttribute('role', 'columnheader');
for (const method of methods) {
  equip(method.line, 1, true);
  method.line.setAttribute('aria-expanded', 'true');
}
for (const behaviour of behaviours) equip(behaviour.line, 2, behaviour.first < behaviour.end);
form.addEventListener('input', () => { filter(); writeAddress(); });
form.addEventListener('submit', (event) => event.preventDefault());
$('#show-all').addEventListener('click', () => { form.reset(); filter(); writeAddress(); });
$('#fold').addEventListener('click', () => {
  const open = methods.every((method) => !method.open);
  for (const method of methods) openMethod(method, open);
  keepStop();
});
$('.skip').addEventListener('click', (event) => { event.preventDefault(); stop?.focus(); });
addEventListener('hashchange', followAddress);
dress(recall());
theme.hidden = form.hidden = false;
filter();
await followAddress();
performance.mark('ready');
document.documentElement.dataset.ready = 'true';
