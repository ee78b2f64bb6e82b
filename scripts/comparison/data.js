// The page's data: blocks of deflated JSON, which are inflated on demand.

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function tellProblem(text) {
  $('#problem').textContent = text;
  $('#problem').hidden = text === '';
}

if (!('DecompressionStream' in window)) tellProblem('This browser shows the matrix only: it cannot inflate the rest.');

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
const causeOf = (run, row) => index.causes[index.causes_of[run][row]] ?? '';
const doesOf = (run, row) => index.does[index.does_of[run][row]] ?? ''; // what the implementation does, in a word
const differs = (run, row) => verdictOf(run, row) >= 0 && verdictOf(run, row) !== PASS;

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

let words; // further text that the text filter searches, by row
const loadWords = () => {
  words ??= inflate('data-words').then((texts) => { words = texts; filter(); });
};
