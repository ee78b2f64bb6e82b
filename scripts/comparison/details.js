// The details of a row and its results.

const PROVOKED = {
  p: 'pure: no kernel is involved',
  k: 'kernel: the condition really arises',
  i: 'injected: the suite answered the system call itself',
};

const entry = (term, html) => (html ? `<dt>${term}</dt><dd>${html}</dd>` : '');
const code = (text) => (text ? `<code>${escape(text)}</code>` : '');
const pre = (text) => (text ? `<pre>${escape(text)}</pre>` : '');
const link = (id) => (id ? `<a href="#${id}"><code>${escape(id)}</code></a>` : '');

function transcriptOf(details, run) {
  const { t: told, b: base } = details.r[run];
  const text = typeof told === 'number' ? details.r[told].t : told; // a number refers to another run with the same transcript
  return text.replace(/"id":\u0001(-?\d+)/g, (_, offset) => `"id":${base + Number(offset)}`);
}

function tellRun(details, row, run, opened) {
  const result = details.r[run];
  if (!result) return '';
  const verdict = verdicts[verdictOf(run, row)];
  const transcript = transcriptOf(details, run);
  return `<section><h3>${escape(titles[run])}: <span class="${verdict}">${verdict}</span></h3><dl>` +
    entry('observed', code(result.o ?? details.e)) +
    entry('verdict', escape([result.f, result.d].filter(Boolean).join(': '))) +
    entry('cause', result.c && `<a href="#?${escape(new URLSearchParams({ run: titles[run], cause: result.c }).toString())}">${escape(result.c)}</a>`) +
    entry('baseline', escape(result.l ?? '')) +
    (transcript ? entry('transcript', `<details${opened === run ? ' open' : ''}>` +
      `<summary>${transcript.split('\n').length - 1} lines</summary>` +
      `${pre(transcript)}</details>`) : '') + '</dl></section>';
}

// The first implementation that differs, or if none does, the first.
const tellingRun = (row) => Math.max(0, titles.findIndex((_, run) => differs(run, row)));

async function openRow(line, run) {
  const row = Number(line.dataset.row);
  const behaviour = behaviourOfRow(row);
  markRow(line, true, run);
  const details = await detailsOf(row);
  line.detail?.remove();
  if (!line.open) return; // it has been closed in the meantime
  line.detail = element(`<table><tr class="detail"><td colspan="${titles.length + 1}"><dl>` +
    entry(behaviour.authority, `${escape($('.statement', behaviour.line).textContent)} ${link(behaviour.line.id)}`) +
    entry('section', escape(behaviour.section)) + entry('method', code(details.m)) +
    entry('platform', details.p && `what ${escape(details.p)} does where the document differs`) +
    entry('provoked', PROVOKED[index.provoked[row]]) + entry('control row', link(details.w)) +
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
