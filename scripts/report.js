'use strict';
(async () => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const PROVOKED = {
    p: 'pure: no kernel is involved',
    k: 'kernel: the condition really arises',
    i: 'injected: the suite answered the system call itself',
  };

  // ---- what the page holds: blocks of deflated JSON, inflated when somebody asks for them

  async function inflate(id) {
    const packed = Uint8Array.from(atob($(`#${id}`).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await new Response(stream).text());
  }

  const index = await inflate('data-index');
  const { verdicts, titles } = index;
  const rows = index.rows.split('\n').filter(Boolean); // ids, in the order of their behaviours
  const PASS = verdicts.length - 1;
  const verdictOf = (run, row) => index.verdicts_of[run].charCodeAt(row) - 97; // negative: none

  const chunks = new Map(); // the last ones used
  async function detailsOf(row) {
    let chunk = index.chunks.length - 1;
    while (index.chunks[chunk] > row) chunk--;
    const inflated = chunks.get(chunk) ?? inflate(`data-${chunk}`);
    chunks.delete(chunk);
    chunks.set(chunk, inflated);
    if (chunks.size > 8) chunks.delete(chunks.keys().next().value);
    return (await inflated)[row - index.chunks[chunk]];
  }

  let words; // what else the text filter looks at, by row
  const loadWords = () => {
    words ??= inflate('data-words').then((texts) => { words = texts; filter(); });
  };

  // ---- the matrix: methods, behaviours, and the rows of behaviours that are open

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
        platform: index.platforms[number], shown: [], lines: new Map(),
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
      return verdict ? `<td class="${verdict}" aria-expanded="false">${verdict}</td>`
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
    let after = behaviour.line;
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
      after.after(line);
      after = line;
      if (line.detail) {
        after.after(line.detail);
        after = line.detail;
      }
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

  // ---- what a row is, and what came of it

  const entry = (term, html) => (html ? `<dt>${term}</dt><dd>${html}</dd>` : '');
  const code = (text) => (text ? `<code>${escape(text)}</code>` : '');
  const pre = (text) => (text ? `<pre>${escape(text)}</pre>` : '');
  const link = (id) => (id ? `<a href="#${id}"><code>${escape(id)}</code></a>` : '');

  function transcriptOf(details, run) {
    let result = details.r[run];
    if (typeof result.t === 'number') {
      const base = result.b;
      result = { t: details.r[result.t].t, b: base };
    }
    return result.t?.replace(/"id":\u0001(-?\d+)/g, (_, offset) => `"id":${result.b + Number(offset)}`);
  }

  function tellRun(details, row, run, opened) {
    const result = details.r[run];
    if (!result) return '';
    const verdict = verdicts[verdictOf(run, row)];
    const transcript = transcriptOf(details, run);
    return `<section><h3>${escape(titles[run])}: <span class="${verdict}">${verdict}</span></h3><dl>` +
      entry('observed', code(result.o ?? details.e)) + entry('verdict', escape([result.f, result.d].filter(Boolean).join(': '))) +
      entry('baseline', escape(result.l ?? '')) +
      (transcript ? entry('transcript', `<details${opened === run ? ' open' : ''}>` +
        `<summary>${transcript.split('\n').length - 1} lines</summary>` +
        `${pre(transcript)}</details>`) : '') + '</dl></section>';
  }

  async function openRow(line, run) {
    const row = Number(line.dataset.row);
    const behaviour = behaviourOfRow(row);
    markRow(line, true, run);
    const details = await detailsOf(row);
    line.detail?.remove();
    if (!line.open) return; // closed meanwhile
    line.detail = element(`<table><tr class="detail"><td colspan="${titles.length + 1}"><dl>` +
      entry('documented', `${escape($('.statement', behaviour.line).textContent)} ${link(behaviour.line.id)}`) +
      entry('method', code(details.m)) +
      entry('platform', details.p && `what ${escape(details.p)} does where the document differs`) +
      entry('provoked', PROVOKED[index.provoked[row]]) + entry('twin', link(details.w)) +
      entry('before', pre(details.b)) + entry('script', pre(details.s)) +
      entry('expected', code(details.e)) + '</dl>' +
      titles.map((_, each) => tellRun(details, row, each, run)).join('') +
      `<p class="buttons"><button type="button">Close</button> <a href="#${rows[row]}">Link to this row</a></p>` +
      '</td></tr></table>').rows[0];
    equip(line.detail, 4, false);
    line.detail.cells[0].setAttribute('role', 'gridcell');
    line.detail.cells[0].setAttribute('aria-label', `${rows[row]} in detail`);
    line.after(line.detail);
  }

  function markRow(line, open, run) {
    line.open = open;
    line.openedRun = run;
    line.setAttribute('aria-expanded', open);
    all('td[aria-expanded]', line).forEach((cell) => {
      cell.setAttribute('aria-expanded', open && run === cell.cellIndex - 1);
    });
  }

  function closeRow(line) {
    line.detail?.remove();
    line.detail = null;
    markRow(line, false);
  }

  // ---- filters

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
      return runs.some((each) => {
        const is = verdictOf(each, row);
        return verdict === 'differs' ? is >= 0 && is !== PASS : is === wanted;
      });
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
          (wanted.platform === '' || wanted.platform === behaviour.platform);
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

  // ---- the address: #id?filter=value&...

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
    $('#problem').hidden = true;
    if (id) await goTo(id);
  }

  async function goTo(id) {
    const row = rows.indexOf(id);
    const behaviour = row < 0 ? behaviours.find((each) => each.line.id === id) : behaviourOfRow(row);
    if (!behaviour) {
      $('#problem').textContent = `No behaviour and no row here is called “${id}”.`;
      $('#problem').hidden = false;
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
      if (!line.open) await openRow(line, worstRun([row]));
    }
    opened = id;
    writeAddress();
    line.scrollIntoView({ block: 'start' });
    focusCell(line.cells[0]);
  }

  // The first implementation that one of the rows tells apart, or else the first.
  const worstRun = (some) => Math.max(0, titles.findIndex((_, run) => some.some((row) => verdictOf(run, row) !== PASS)));

  // ---- opening and closing

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
      const row = behaviour.shown.find((each) => verdictOf(run, each) !== PASS) ?? behaviour.shown[0];
      const target = lineOf(row);
      await openRow(target, run);
      opened = rows[row];
      focusCell(target.cells[run + 1]);
    } else if (line.matches('.row')) {
      const closes = line.open && (run < 0 || line.openedRun === run);
      await (closes ? closeRow(line) : openRow(line, run < 0 ? worstRun([Number(line.dataset.row)]) : run));
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

  // ---- the keyboard: one stop for Tab, arrows from there

  let stop = null;

  function focusCell(cell) {
    if (stop) stop.tabIndex = -1;
    stop = cell;
    stop.tabIndex = 0;
    stop.focus({ preventScroll: false });
  }

  // The stop may have been filtered away.
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

  // ---- light and dark

  const theme = $('#theme');
  const recall = () => { try { return localStorage.getItem('sockspec-theme'); } catch { return null; } };
  function dress(wanted) {
    const dark = wanted ? wanted === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    if (wanted) document.documentElement.dataset.theme = wanted;
    theme.setAttribute('aria-pressed', dark);
  }
  theme.addEventListener('click', () => {
    const wanted = theme.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark';
    try { localStorage.setItem('sockspec-theme', wanted); } catch { /* then only for now */ }
    dress(wanted);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => dress(recall()));

  // ---- the start

  const options = (name, list) => list.forEach(([value, text]) => form.elements[name].add(new Option(text, value)));
  const met = verdicts.filter((_, verdict) => index.verdicts_of.some((text) => text.includes(String.fromCharCode(97 + verdict))));
  options('method', methods.map(({ name }) => [name, name]));
  options('verdict', met.map((name) => [name, name]));
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
})().catch((error) => {
  const note = document.getElementById('problem');
  note.textContent = `This browser can only show the matrix: ${error.message}`;
  note.hidden = false;
});
