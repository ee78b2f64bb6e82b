// Filters, and the address that stores them: #id?filter=value&...

const form = $('#filters');
const filters = () => Object.fromEntries(new FormData(form));

function matcher({ text, verdict, run }) {
  const runs = run === '' ? titles.map((_, each) => each) : [titles.indexOf(run)];
  const wanted = verdicts.indexOf(verdict);
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean);
  const judged = (row) => {
    if (verdict === 'unlike') {
      return titles.some((_, each) => runs.some((one) => verdictOf(one, row) !== verdictOf(each, row)));
    }
    if (verdict === '') return run === '' || verdictOf(runs[0], row) >= 0;
    return runs.some((each) => (verdict === 'differs' ? differs(each, row) : verdictOf(each, row) === wanted));
  };
  return (behaviour) => {
    const left = needles.filter((needle) => !behaviour.text.includes(needle));
    const found = [];
    for (let row = behaviour.first; row < behaviour.end; row++) {
      const said = (needle) => rows[row].includes(needle) || (Array.isArray(words) && words[row].includes(needle));
      if (judged(row) && left.every(said)) found.push(row);
    }
    const bare = behaviour.first === behaviour.end && verdict === '' && run === '' && left.length === 0;
    return { found, matches: bare || found.length > 0 };
  };
}

function filter() {
  const wanted = filters();
  const match = matcher(wanted);
  let behaviourCount = 0;
  let rowCount = 0;
  if (wanted.text) loadWords();
  for (const method of methods) {
    let matches = false;
    for (const behaviour of method.behaviours) {
      const considered = (wanted.method === '' || wanted.method === method.name) &&
        (wanted.platform === '' || wanted.platform === behaviour.platform) &&
        (wanted.authority === '' || wanted.authority === behaviour.authority);
      const result = considered ? match(behaviour) : { found: [], matches: false };
      behaviour.matches = result.matches;
      behaviour.shown = result.found;
      behaviour.line.hidden = !behaviour.matches || !method.open;
      matches ||= behaviour.matches;
      behaviourCount += behaviour.matches ? 1 : 0;
      rowCount += result.found.length;
      if (behaviour.lines.size || behaviour.open) showRows(behaviour);
    }
    method.line.hidden = !matches;
  }
  const of = (count, total, what) =>
    `${count === total ? '' : `${count.toLocaleString('en')} of `}${total.toLocaleString('en')} ${what}`;
  $('#count').textContent = `${of(behaviourCount, behaviours.length, 'behaviours')}, ${of(rowCount, rows.length, 'rows')}`;
  keepStop();
}

let opened = '';

function writeAddress() {
  const set = Object.entries(filters()).filter(([, value]) => value);
  const query = new URLSearchParams(set).toString();
  history.replaceState(null, '', `#${opened}${query && `?${query}`}`);
}

async function followAddress() {
  const [id, query] = location.hash.slice(1).split(/\?(.*)/);
  if (id === 'matrix') return;
  if (query !== undefined || id === '') {
    const wanted = new URLSearchParams(query);
    for (const field of form.elements) if (field.name) field.value = wanted.get(field.name) ?? '';
    for (const field of form.elements) if (field.name && field.selectedIndex === -1) field.selectedIndex = 0;
    filter();
  }
  tellProblem('');
  if (id) await goTo(id);
}

async function goTo(id) {
  const row = rows.indexOf(id);
  const behaviour = row < 0 ? behaviours.find((each) => each.line.id === id) : behaviourOfRow(row);
  if (!behaviour) {
    tellProblem(`No behaviour and no row here is called “${id}”.`);
    return;
  }
  if (!behaviour.matches || (row >= 0 && !behaviour.shown.includes(row))) {
    form.reset();
    filter();
  }
  if (!behaviour.method.open) openMethod(behaviour.method, true);
  openBehaviour(behaviour, true);
  let line = behaviour.line;
  if (row >= 0) {
    line = lineOf(row);
    if (!line.open) await openRow(line, tellingRun(row));
  }
  opened = id;
  writeAddress();
  line.scrollIntoView({ block: 'start' });
  focusCell(line.cells[0]);
}
