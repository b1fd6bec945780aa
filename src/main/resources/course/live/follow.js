'use strict';
// Follows the lecturer: the place, the tab, the answer; what is asked and what is run. In a frame
// of the lecturer's own page it follows nobody: it only says which steps there are and shows one.
{
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const text = element => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const page = (path => path === '' || path.endsWith('/') ? path + 'index.html' : path)(
  decodeURI(location.pathname).slice(1));

const kept = {
  get(key) { try { return sessionStorage.getItem('live-' + key); } catch { return null; } },
  set(key, value) { try { sessionStorage.setItem('live-' + key, value); } catch { /* until reload */ } },
};

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// --- steps: sections, calls, tabs, callouts, pictures, claims, questions and their answers

const WHERE = 'h1, h2[id], h3[id], tr[id^="call-"], .tabs, .listingblock, .scene, figure.wire, .claim, details';

function steps() {
  const found = [];
  let anchor = 'top';
  let since = 0;
  const add = (step, id) => {
    if (id) { anchor = id; since = 0; }
    found.push({ ...step, key: anchor + '~' + since++ });
  };
  const listing = (box, tab) => {
    const notes = all('.colist tr', box.closest('.annotated') ?? document.createElement('i'));
    const seen = new Set();
    const label = text(box.querySelector(':scope > .title .where')) || 'The listing';
    for (const mark of all('pre .conum', box)) {
      if (seen.has(mark.dataset.value)) continue;
      seen.add(mark.dataset.value);
      const note = notes[mark.dataset.value - 1];
      const said = text(note?.querySelector('td:last-child'));
      add({ at: box, mark, note, tab, title: `(${mark.dataset.value}) ${said}`, said });
    }
    if (seen.size === 0) add({ at: box, tab, title: label });
  };
  for (const at of all(WHERE, document.querySelector('main'))) {
    const outer = at.parentElement.closest('.tabs, .claim, details');
    if (outer) continue;
    if (at.matches('h1, h2, h3')) add({ at, title: text(at), section: true }, at.id || 'top');
    else if (at.matches('tr')) add({ at, title: text(at.querySelector('th')) }, at.id);
    else if (at.matches('.tabs')) {
      for (const tab of all('[role=tab]', at)) {
        const panel = document.getElementById(tab.getAttribute('aria-controls'));
        add({ at, tab, title: 'In ' + text(tab) });
        all('.listingblock', panel).filter(l => l.querySelector('.conum')).forEach(l => listing(l, tab));
      }
    } else if (at.matches('.listingblock')) listing(at);
    else if (at.matches('.scene')) add({ at, title: '$ ' + text(at.querySelector('.command')) });
    else if (at.matches('figure')) add({ at, title: text(at.querySelector('figcaption')) });
    else if (at.matches('.claim')) {
      add({ at, title: text(at.querySelector('.title')), choices: 'true, partly, false, it depends' }, at.id);
    } else {
      const question = text(at.querySelector('summary'));
      const answer = text(at).slice(text(at.querySelector('summary')).length).trim();
      add({ at, title: question, open: false, said: answer, asks: true }, at.id);
      add({ at, title: 'Answer: ' + question, open: true });
    }
  }
  return found;
}

/** By its key; if the page has changed meanwhile, its section. */
function find(key) {
  const found = steps();
  return found.find(step => step.key === key)
    ?? found.find(step => step.key === key.replace(/~.*/, '~0'));
}

let strip;
let shown;
function show(step, scroll = true) {
  shown = step;
  all('.live-now').forEach(e => e.classList.remove('live-now'));
  all('.live-section').forEach(e => e.classList.remove('live-section'));
  strip?.remove();
  if (!step) return;
  if (step.tab && step.tab.getAttribute('aria-selected') !== 'true') select(step.tab);
  if (step.open !== undefined) step.at.open = step.open;
  const section = step.at.closest('.sect2, .sect1, #preamble') ?? step.at;
  section.classList.add('live-section');
  (step.note ?? step.at).classList.add('live-now');
  if (step.mark) underline(step.mark);
  if (!scroll) return;
  const target = step.mark ?? step.at;
  const high = target.getBoundingClientRect().height > innerHeight * .7;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({
    block: high || step.section ? 'start' : 'center',
    inline: 'nearest',
    behavior: calm ? 'instant' : 'smooth',
  });
}

/** The line of a callout, from edge to edge. */
function underline(mark) {
  const box = mark.closest('.content');
  const at = mark.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  strip = element('div', { className: 'live-line' });
  strip.style.top = `${at.top - frame.top + at.height / 2}px`;
  box.append(strip);
}

const calm = () => show(shown, false);

// --- the hour as it comes

function follow(wall) {
  const pill = element('button', { type: 'button', className: 'live-pill', hidden: true,
    textContent: 'Back to the lecturer' });
  const away = element('p', { className: 'live-away', role: 'status' });
  const poll = element('section', { className: 'live-poll', hidden: true });
  const run = element('section', { className: 'live-run', hidden: true });
  const panel = element('aside', { className: 'live-panel', ariaLabel: 'From the lecture' }, poll, run);
  document.body.append(panel, pill, away);

  let now;
  let following = wall ? true : { yes: true, no: false }[kept.get('following')]
    ?? (page === 'index.html' ? true : undefined);
  const setFollowing = value => {
    following = value;
    kept.set('following', value ? 'yes' : 'no');
    pill.hidden = value || !now;
  };

  // only a hand scrolls away: what the script or a new window size moves does not count
  let hand = -Infinity;
  const go = () => {
    hand = -Infinity;
    if (now.page === page) show(find(now.key));
    else if (/^[\w.-]+(\/[\w.-]+)*$/.test(now.page)) location.assign('/' + now.page + (wall ? '#wall' : ''));
  };
  pill.addEventListener('click', () => { setFollowing(true); go(); });

  const touched = () => { hand = performance.now(); };
  for (const kind of ['wheel', 'touchmove']) addEventListener(kind, touched, { passive: true });
  addEventListener('keydown', e => {
    if (/^(Arrow(Up|Down)|Page(Up|Down)|Home|End| )$/.test(e.key)) touched();
  });
  addEventListener('pointerdown', e => { if (e.clientX >= document.documentElement.clientWidth) touched(); });
  addEventListener('scroll', () => {
    if (!wall && following && now && performance.now() - hand < 1000) setFollowing(false);
  }, { passive: true });
  document.addEventListener('click', e => {
    if (!wall && now && e.target.closest('a[href]')) setFollowing(false);
  });

  const reader = kept.get('reader')
    ?? [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
  kept.set('reader', reader);

  const heard = {
    hello(data) {
      const mine = document.querySelector('meta[name=revision]')?.content;
      if (!data.revision || data.revision === mine || kept.get('reloaded') === data.revision) return;
      kept.set('reloaded', data.revision);
      location.reload();
    },
    anew() { drawPoll(poll, {}); drawRun(run, {}); },
    step(data) {
      now = data;
      if (following === undefined) setFollowing(now.page === page);
      if (following) go();
      pill.hidden = following;
    },
    poll(data) { drawPoll(poll, data, reader); },
    run(data) { drawRun(run, data); },
    lines(data) { addLines(run, data); },
    ended(data) { endRun(run, data); },
    pages(data) { if (data.pages.includes(page)) location.reload(); },
  };
  listen(reader, heard, lost => {
    away.textContent = lost ? 'Connection lost; it will come back by itself.' : '';
  });
}

/** Keeps a stream open, whatever the network does, and goes on where it broke. */
function listen(reader, heard, tell) {
  let stream;
  let last = '';
  let alive = performance.now();
  let again;
  const connect = () => {
    clearTimeout(again);
    stream?.close();
    alive = performance.now();
    stream = new EventSource('/live/events?' + new URLSearchParams({ reader, page, last }));
    for (const name of ['beat', 'current', 'hello', 'anew', 'step', 'poll', 'run', 'lines', 'ended', 'pages']) {
      stream.addEventListener(name, e => {
        alive = performance.now();
        last = e.lastEventId || last;
        tell(false);
        heard[name]?.(JSON.parse(e.data));
      });
    }
    stream.onerror = () => {
      tell(true);
      // a whole class does not come back in the same moment
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(connect, 1000 + Math.random() * 3000);
    };
  };
  connect();
  addEventListener('offline', () => { stream.close(); tell(true); });
  addEventListener('online', connect);
  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', e => { if (e.persisted) connect(); });
  setInterval(() => { if (performance.now() - alive > 40_000) connect(); }, 5000);
}

// --- what is asked

function drawPoll(box, data, reader) {
  box.hidden = !data.question;
  if (!data.question) { box.replaceChildren(); delete box.dataset.poll; return; }
  const mine = 'poll ' + data.poll + data.question;
  if (box.dataset.poll !== mine) {
    box.dataset.poll = mine;
    const buttons = data.choices.map((choice, i) => {
      const button = element('button', { type: 'button' },
        element('span', { className: 'choice', textContent: choice }),
        element('span', { className: 'count' }));
      button.addEventListener('click', async () => {
        const answered = await fetch('/live/answer', {
          method: 'POST', body: new URLSearchParams({ reader, poll: data.poll, choice: i }),
        }).catch(() => ({ ok: false }));
        if (answered.ok) kept.set(mine, i);
        box.querySelector('.told').textContent = answered.ok ? '' : 'That did not arrive; try again.';
        drawCounts(box, mine);
      });
      return button;
    });
    box.replaceChildren(element('h2', { textContent: data.question }), ...buttons,
      element('p', { className: 'told', role: 'status' }));
  }
  box.live = data;
  drawCounts(box, mine);
}

/** Who has not answered yet shall not be told what the others think. */
function drawCounts(box, mine) {
  const { counts, answers, open } = box.live;
  const chosen = kept.get(mine);
  const told = !open || chosen !== null || box.dataset.told === 'always';
  all('button', box).forEach((button, i) => {
    button.disabled = !open || box.dataset.told === 'always';
    button.setAttribute('aria-pressed', chosen === String(i));
    button.querySelector('.count').textContent = told ? counts[i] : '';
    button.style.setProperty('--share', told && answers ? counts[i] / answers : 0);
  });
  const said = box.querySelector('.told');
  if (!said.textContent || /^\d/.test(said.textContent)) {
    said.textContent = told ? `${answers} ${answers === 1 ? 'answer' : 'answers'}${open ? '' : ', closed'}` : '';
  }
}

// --- what is run

function drawRun(box, data) {
  box.hidden = !data.run;
  box.replaceChildren();
  if (!data.run) return;
  const terminal = (who, file) => element('figure', { className: 'terminal ' + who },
    element('figcaption', { textContent: `${who}: ${file}` }),
    element('pre', { tabIndex: 0 }, element('code')));
  const close = element('button', { type: 'button', className: 'live-close', textContent: 'Hide' });
  close.addEventListener('click', () => { box.hidden = true; });
  box.append(element('h2', { textContent: 'Running, on the lecturer’s machine' }), close,
    element('div', { className: 'scene' }, terminal('server', data.server), terminal('client', data.client)));
}

function addLines(box, data) {
  for (const [who, stream, line] of data.lines) {
    const pre = box.querySelector(`.${who} pre`);
    pre?.firstChild.append(element('span', { className: stream, textContent: line + '\n' }));
    if (pre) pre.scrollTop = pre.scrollHeight;
  }
}

function endRun(box, data) {
  const title = box.querySelector('h2');
  if (title) title.textContent = 'Ran on the lecturer’s machine: ' + data.how;
}

addEventListener('DOMContentLoaded', () => {
  addEventListener('resize', calm);
  const framed = window !== parent;
  const wall = location.hash === '#wall' || kept.get('wall') === 'yes';
  if (framed || wall) document.documentElement.classList.add('live-stage', 'big');
  if (framed) {
    globalThis.classroom = { page, steps, show, find };
  } else if (document.querySelector('meta[name=revision]')) {
    if (wall) kept.set('wall', 'yes');
    follow(wall);
  }
});
globalThis.classroomParts = { element, listen, drawPoll, drawRun, addLines, endRun };
}
