// Filters, and the address that stores them: #id?filter=value&...

const form = $('#filters');
const filters = () => Object.fromEntries(new FormData(form));

function matcher({ text, verdict, run, cause }) {
  const runs = run === '' ? titles.map((_, each) => each) : [titles.indexOf(run)];
  const wanted = verdicts.indexOf(verdict);
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean);
  const judged = (row) => {
    if (verdict === '' && cause === '') return run === '' || verdictOf(runs[0], row) >= 0;
    return runs.some((each) => {
      if (cause !== '' && causeOf(each, row) !== cause) return false;
      if (verdict === 'unlike') return titles.some((_, other) => verdictOf(each, row) !== verdictOf(other, row));
      return verdict === '' || (verdict === 'differs' ? differs(each, row) : verdictOf(each, row) === wanted);
    });
  };
  return (behaviour) => {
    const left = needles.filter((needle) => !behaviour.text.includes(needle));
    const found = [];
    for (let row = behaviour.first; row < behaviour.end; row++) {
      const said = (needle) => rows[row].includes(needle) || (Array.isArray(words) && words[row].includes(needle));
      if (judged(row) && left.every(said)) found.push(row);
    }
    const bare = behaviour.first === behaviour.end && verdict === '' && run === '' && cause === '' && left.length === 0;
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
  if (behaviourCount === 0) $('#count').textContent += '. No behaviour matches all of these filters.';
  keepStop();
}

let opened = '';

function writeAddress() {
  const set = Object.entries(filters()).filter(([, value]) => value);
  const query = new URLSearchParams(set).toString();
  history.replaceState(null, '', `#${opened}${query && `?${query}`}`);
}

// Sets the filters that the URL has. Returns what is wrong with each of the others.
function setFilters(wanted) {
  form.reset();
  const left = [];
  for (const [name, value] of wanted) {
    const field = form.elements.namedItem(name);
    if (!field?.name) {
      left.push(`there is no filter “${name}”`);
    } else {
      field.value = value;
      if (field.value !== value) {
        field.value = '';
        left.push(`${name} “${value}” is not in these results`);
      }
    }
  }
  return left;
}

async function followAddress() {
  const [id, query] = location.hash.slice(1).split(/\?(.*)/);
  if (id === 'matrix') return;
  tellProblem('');
  if (query !== undefined || id === '') {
    const wanted = new URLSearchParams(query);
    const left = setFilters(wanted);
    filter();
    if (left.length) tellProblem(`These filters of the URL are not applied: ${left.join('; ')}.`);
    if (!id && query) $('#matrix-heading').scrollIntoView();
  }
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
