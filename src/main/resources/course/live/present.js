'use strict';
// The lecturer's page: moves the class, asks it, runs programs before it.
{
const { element, listen, drawPoll, drawRun, addLines, endRun } = classroomParts;
const $ = id => document.getElementById(id);
const stage = $('stage');
const begun = Date.now();

const store = {
  get: key => { try { return sessionStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* until reload */ } },
};
// the token stays behind the #: it is in no request's address, no log and no history
const brought = location.hash.slice(1);
if (brought) {
  store.set('token', brought);
  history.replaceState(null, '', location.pathname);
}
const token = brought || store.get('token') || '';

function tell(text) { $('told').textContent = text; }

async function ask(path, options = {}) {
  try {
    const answer = await fetch('/live/' + path, { ...options, headers: { 'X-Presenter': token } });
    if (answer.ok) { tell(''); return answer; }
    tell((await answer.text()).trim());
  } catch {
    tell('The server does not answer.');
  }
  return null;
}

// one after the other: a quick hand must not overtake itself
let sent = Promise.resolve();
function post(path, values = {}) {
  sent = sent.then(() => ask(path, { method: 'POST', body: new URLSearchParams(values) }));
  return sent;
}

// --- the steps

let steps = [];
let at = -1;
let wanted;
let room;

function place(n) {
  at = n;
  room.show(steps[n]);
  draw();
}

function go(n) {
  if (!room || n < 0 || n >= steps.length) return;
  place(n);
  post('step', { page: room.page, key: steps[n].key, title: steps[n].title.slice(0, 300) || '…', n: n + 1, of: steps.length });
}

const sections = () => steps.map((step, i) => step.section ? i : -1).filter(i => i >= 0);

function draw() {
  const step = steps[at];
  $('place').textContent = at < 0 ? 'not yet begun' : `step ${at + 1} of ${steps.length}`;
  $('now').textContent = step?.title ?? '';
  $('coming').textContent = steps[at + 1]?.title ?? (steps.length ? 'the end of this page' : '');
  $('back').disabled = at <= 0;
  $('next').disabled = at + 1 >= steps.length;
  drawNotes(step);
  choosePair(step);
  if (step?.asks || step?.choices) {
    $('question').value = step.title.slice(0, 300);
    $('choices').value = choicesFor(step);
  }
}

const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function choicesFor(step) {
  const written = (desk.asides ?? []).find(a => a.kind === 'Choices' && plain(a.about) === plain(step.title));
  return written?.text ?? step.choices ?? 'yes, no, not sure';
}

function drawNotes(step) {
  const section = steps.slice(0, at + 1).findLast(s => s.section)?.at.id ?? '';
  const notes = (desk.asides ?? []).filter(a => a.kind === 'Notes' && a.section === section);
  const lines = notes.map(a => element('p', { textContent: a.text }));
  if (step?.said) lines.push(element('p', { className: 'said', textContent: step.said }));
  $('notes').replaceChildren(...lines);
}

stage.addEventListener('load', () => {
  room = stage.contentWindow.classroom;
  if (!room) return;
  steps = room.steps();
  at = -1;
  store.set('page', room.page);
  if (wanted?.page === room.page) {
    at = steps.findIndex(step => step.key === room.find(wanted.key)?.key);
    if (at >= 0) room.show(steps[at]);
  }
  const inside = stage.contentDocument;
  inside.addEventListener('keydown', keys);
  inside.addEventListener('click', e => {
    if (e.target.closest('a[href], button, summary')) return;
    const n = steps.findIndex(s => (s.mark ?? s.at) === e.target || (!s.mark && !s.tab && s.at.contains(e.target)));
    if (n >= 0) go(n);
  });
  const links = [...inside.querySelectorAll('.lectures > li > a')];
  $('lecture').replaceChildren(
    element('option', { value: '', textContent: '…' }),
    ...links.map(a => element('option', {
      value: a.href, textContent: a.textContent.trim(), selected: a.getAttribute('aria-current') === 'page',
    })));
  draw();
  look();
});
$('lecture').addEventListener('change', e => { if (e.target.value) stage.src = e.target.value; });

function keys(e) {
  if (e.ctrlKey || e.metaKey || e.altKey || $('invitation').open) return;
  if (e.target.closest?.('input, select, textarea')) return;
  if ((e.key === ' ' || e.key === 'Enter') && e.target.closest?.('button, a, summary')) return;
  const before = sections().findLast(i => i < at) ?? 0;
  const after = sections().find(i => i > at) ?? at;
  const way = {
    ArrowRight: at + 1, PageDown: at + 1, ' ': at + 1, Enter: at + 1,
    ArrowLeft: at - 1, PageUp: at - 1, Backspace: at - 1,
    ArrowDown: after, ArrowUp: before,
  }[e.key];
  if (e.key === 'a') { e.preventDefault(); $('invitation').showModal(); }
  if (way === undefined) return;
  e.preventDefault();
  if (way !== at) go(way);
}
addEventListener('keydown', keys);
$('next').addEventListener('click', () => go(at + 1));
$('back').addEventListener('click', () => go(at - 1));

// --- the desk: what the server knows of this page

let desk = {};
async function look() {
  if (!room) return;
  const answer = await ask('desk?' + new URLSearchParams({ page: room.page }));
  if (!answer) return;
  const before = JSON.stringify([desk.asides, desk.pairs]);
  const arrived = JSON.stringify(desk.arrivals);
  desk = await answer.json();
  if (arrived !== JSON.stringify(desk.arrivals)) drawArrivals();
  $('followers').textContent = desk.followers;
  $('address').textContent = $('address').href = $('invited').textContent = desk.address;
  $('wall').href = '/' + room.page + '#wall';
  $('open').textContent = desk.open.join('; ');
  $('run').disabled = !desk.runs || desk.pairs.length === 0;
  if (before === JSON.stringify([desk.asides, desk.pairs])) return;
  $('pair').replaceChildren(...desk.pairs.map(p => element('option', { value: p.name, textContent: p.name })));
  languages();
  draw();
}
setInterval(look, 3000);

const clock = time => time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Folded away until the lecturer asks: this page may be on the wall. */
function drawArrivals() {
  const students = new Set(desk.arrivals.map(a => a.student)).size;
  $('handed-in').hidden = !desk.collects;
  $('how-many').textContent = `${students} ${students === 1 ? 'student has' : 'students have'} handed in`;
  $('arrivals').replaceChildren(...desk.arrivals.map(a => element('li', {},
    element('strong', { textContent: a.student }), ` ${a.exercise}, ${a.open}, ${clock(new Date(a.at))}`)));
}

function languages() {
  const pair = desk.pairs.find(p => p.name === $('pair').value);
  for (const [box, names] of [['server', pair?.servers], ['client', pair?.clients]]) {
    const options = (names ?? []).map(n => element('option', { value: n, textContent: n, selected: n === 'java' }));
    $(box).replaceChildren(...options);
  }
}
$('pair').addEventListener('change', languages);

/** The pair that the step shows or speaks of, if there is one. */
function choosePair(step) {
  const names = (desk.pairs ?? []).map(p => p.name);
  const said = (step?.at?.textContent ?? '').replaceAll('_', '-').toLowerCase();
  const named = names.filter(n => new RegExp(`(^|[^\\w-])(run ${n}\\b|${n}-?(server|client))`).test(said));
  if (named.length === 0 || named.includes($('pair').value)) return;
  $('pair').value = named[0];
  languages();
}

$('run').addEventListener('click', () => post('run', {
  pair: $('pair').value, server: $('server').value, client: $('client').value,
}));
$('stop').addEventListener('click', () => post('stop'));
$('unrun').addEventListener('click', () => post('clear', { what: 'run' }));
$('ask').addEventListener('click', () => post('ask', {
  question: $('question').value, choices: $('choices').value,
}));
$('close').addEventListener('click', () => post('close'));
$('unask').addEventListener('click', () => post('clear', { what: 'poll' }));
$('big').addEventListener('click', () => $('invitation').showModal());
$('enough').addEventListener('click', () => $('invitation').close());
$('save').addEventListener('click', async () => {
  const answer = await ask('transcript');
  if (!answer) return;
  const url = URL.createObjectURL(await answer.blob());
  element('a', { href: url, download: `class-${new Date().toISOString().slice(0, 10)}.txt` }).click();
  URL.revokeObjectURL(url);
});

function tick() {
  $('clock').textContent = clock(new Date());
  const minutes = Math.floor((Date.now() - begun) / 60_000);
  $('passed').textContent = `${minutes} min since you opened this`;
}
tick();
setInterval(tick, 1000);

// --- the same stream that everybody hears

let known = false;
listen('lecturer-' + Math.random().toString(36).slice(2), {
  anew() { drawPoll($('result'), {}); drawRun($('output'), {}); },
  step(data) {
    wanted = data;
    if (!known || data.page === room?.page) {
      const n = steps.findIndex(step => step.key === data.key);
      if (room?.page === data.page && n >= 0 && n !== at) place(n);
    }
  },
  current() {
    if (known) return;
    known = true;
    stage.src = '/' + (wanted?.page ?? store.get('page') ?? 'index.html');
  },
  poll(data) { drawPoll($('result'), data); },
  run(data) { drawRun($('output'), data); },
  lines(data) { addLines($('output'), data); },
  ended(data) { endRun($('output'), data); },
  pages(data) {
    if (!room || !data.pages.includes(room.page)) return;
    wanted = at >= 0 ? { page: room.page, key: steps[at].key } : undefined;
    stage.contentWindow.location.reload();
  },
}, lost => { if (lost) tell('The connection is lost; it will come back by itself.'); });
}
