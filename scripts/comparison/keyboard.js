// Clicks and keys. The Tab key stops at one cell of the matrix, and arrow keys move from there.

async function activate(cell) {
  const line = cell.parentElement;
  const run = cell.cellIndex - 1;
  const behaviour = behaviours.find((each) => each.line === line);
  if (line.matches('.method')) {
    const method = methods.find((each) => each.line === line);
    openMethod(method, !method.open);
  } else if (behaviour && run < 0) {
    openBehaviour(behaviour, !behaviour.open);
    opened = behaviour.open ? line.id : '';
  } else if (behaviour && behaviour.shown.length) {
    openBehaviour(behaviour, true);
    const row = behaviour.shown.find((each) => differs(run, each)) ?? behaviour.shown[0];
    const target = lineOf(row);
    await openRow(target, run);
    opened = rows[row];
    focusCell(target.cells[run + 1]);
  } else if (line.matches('.row')) {
    const closes = line.open && (run < 0 || line.openedRun === run);
    await (closes ? closeRow(line) : openRow(line, run < 0 ? tellingRun(Number(line.dataset.row)) : run));
    opened = closes ? '' : line.id;
  }
  writeAddress();
}

const cellAt = (target) => {
  const cell = target.closest('#matrix tbody > tr > *');
  return cell && !cell.parentElement.matches('.detail') ? cell : null;
};

matrix.addEventListener('click', (event) => {
  const cell = cellAt(event.target);
  if (event.target.matches('.detail .buttons button')) leaveDetail(event.target);
  if (!cell || event.target.closest('a') || getSelection().type === 'Range') return;
  focusCell(cell);
  activate(cell);
});

function leaveDetail(within) {
  const line = within.closest('.detail').previousElementSibling;
  const cell = line.cells[(line.openedRun ?? -1) + 1];
  closeRow(line);
  opened = '';
  writeAddress();
  focusCell(cell);
}

let stop = null;

function focusCell(cell) {
  if (stop) stop.tabIndex = -1;
  stop = cell;
  stop.tabIndex = 0;
  stop.focus({ preventScroll: false });
}

// A filter may have hidden the cell.
function keepStop() {
  if (stop?.isConnected && !stop.parentElement.hidden) return;
  if (stop) stop.tabIndex = -1;
  stop = $('tbody > tr:not([hidden]) > th', matrix);
  if (stop) stop.tabIndex = 0;
}

const lines = () => all('tbody > tr:not([hidden]):not(.detail)', matrix);

function parentOf(line) {
  if (line.matches('.row')) return behaviourOfRow(Number(line.dataset.row)).line;
  return line.matches('.behaviour') ? line.parentElement.rows[0] : line;
}

function moveFrom(cell, key, control) {
  const line = cell.parentElement;
  const column = cell.cellIndex;
  const visible = lines();
  const at = visible.indexOf(line);
  const vertical = (to) => visible[Math.min(visible.length - 1, Math.max(0, to))].cells[column];
  const expanded = line.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowDown': return vertical(at + 1);
    case 'ArrowUp': return vertical(at - 1);
    case 'PageDown': return vertical(at + 10);
    case 'PageUp': return vertical(at - 10);
    case 'Home': return control ? vertical(0) : line.cells[0];
    case 'End': return control ? vertical(visible.length - 1) : line.cells[line.cells.length - 1];
    case 'ArrowRight':
      if (column === 0 && expanded === 'false') return activate(cell), cell;
      return line.cells[column + 1] ?? cell;
    case 'ArrowLeft':
      if (column > 0) return line.cells[column - 1];
      return expanded === 'true' ? (activate(cell), cell) : parentOf(line).cells[0];
    default: return null;
  }
}

matrix.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target.closest('.detail')) leaveDetail(event.target);
  const cell = event.target.matches('th, td') ? cellAt(event.target) : null;
  if (!cell || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    activate(cell);
  } else if (event.key === 'Escape' && cell.parentElement.detail) {
    leaveDetail(cell.parentElement.detail);
  } else {
    const next = moveFrom(cell, event.key, event.ctrlKey);
    if (!next) return;
    focusCell(next);
  }
  event.preventDefault();
});
