// The matrix: methods, behaviours, and the rows of open behaviours.

const matrix = $('#matrix');
const methods = all('tbody', matrix).map((body) => ({
  line: body.rows[0], name: body.rows[0].cells[0].textContent, open: true, behaviours: [],
}));
const behaviours = [];
for (const method of methods) {
  for (const line of all('.behaviour', method.line.parentElement)) {
    const number = behaviours.length;
    const behaviour = {
      line, method, open: false, first: index.first[number], end: index.first[number + 1],
      text: `${method.name}\n${line.cells[0].textContent}`.toLowerCase(),
      platform: index.platforms[number], authority: index.authorities[number],
      section: index.sections[number], shown: [], lines: new Map(),
    };
    method.behaviours.push(behaviour);
    behaviours.push(behaviour);
  }
}
const behaviourOfRow = (row) => behaviours.findLast((behaviour) => behaviour.first <= row);
const lineOf = (row) => behaviourOfRow(row).lines.get(row);

const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const element = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
};

function equip(line, level, expandable) {
  line.setAttribute('role', 'row');
  line.setAttribute('aria-level', level);
  if (expandable) line.setAttribute('aria-expanded', 'false');
  [...line.cells].forEach((cell, column) => {
    cell.setAttribute('role', column ? 'gridcell' : 'rowheader');
    cell.tabIndex = -1;
  });
}

function makeRow(row) {
  const cells = titles.map((_, run) => {
    const verdict = verdicts[verdictOf(run, row)];
    const does = doesOf(run, row);
    const told = does === '' || does.replace(' ', '-') === verdict ? verdict : `${escape(does)} <small>${verdict}</small>`;
    return verdict ? `<td class="${verdict}" aria-expanded="false">${told}</td>`
      : '<td class="none">not selected</td>';
  });
  const id = escape(rows[row]);
  const line = element(`<table><tr class="row" id="${id}"><th scope="row"><code>${id}</code></th>` +
    `${cells.join('')}</tr></table>`).rows[0];
  line.dataset.row = row;
  equip(line, 3, true);
  return line;
}

function showRows(behaviour) {
  let last = behaviour.line;
  const append = (line) => {
    if (last.nextSibling !== line) last.after(line);
    last = line;
  };
  const wanted = new Set(behaviour.open && behaviour.method.open ? behaviour.shown : []);
  for (const [row, line] of behaviour.lines) {
    if (!wanted.has(row)) {
      line.detail?.remove();
      line.remove();
    }
  }
  for (const row of wanted) {
    if (!behaviour.lines.has(row)) behaviour.lines.set(row, makeRow(row));
    const line = behaviour.lines.get(row);
    append(line);
    if (line.detail) append(line.detail);
  }
  behaviour.line.setAttribute('aria-expanded', behaviour.open);
}

function openBehaviour(behaviour, open) {
  if (behaviour.first === behaviour.end) return;
  behaviour.open = open;
  showRows(behaviour);
}

function openMethod(method, open) {
  method.open = open;
  method.line.setAttribute('aria-expanded', open);
  for (const behaviour of method.behaviours) {
    behaviour.line.hidden = !open || !behaviour.matches;
    showRows(behaviour);
  }
  const folded = methods.every((each) => !each.open);
  $('#fold').textContent = folded ? 'Unfold methods' : 'Fold methods';
}
