'use strict';
// Loaded in the head and not deferred: theme and size must be known before the first paint.

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** What a reader chose, kept where the browser lets a page from the file system keep it. */
const memory = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* then until reload */ } },
};

const themes = ['auto', 'light', 'dark'];
function setTheme(theme) {
  if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
}
let theme = themes.includes(memory.get('theme')) ? memory.get('theme') : 'auto';
setTheme(theme);

const asked = new URLSearchParams(location.search).get('size');
if (asked) memory.set('size', asked);
let big = memory.get('size') === 'big';
root.classList.toggle('big', big);

document.addEventListener('DOMContentLoaded', () => {
  themeButton();
  sizeButton();
  all('.tabs').forEach(makeTabs);
  chooseTab(memory.get('tab'));
  all('.listingblock > .content > pre').forEach(pre => offerCopy(pre, pre.parentElement, code));
  all('.terminal').forEach(box => offerCopy(box.querySelector('pre'), box, commands));
  all('.annotated').forEach(linkNotes);
  followReading();
  unfold();
  addEventListener('hashchange', unfold);
  reachScrollBoxes();
  addEventListener('resize', reachScrollBoxes);
  document.addEventListener('toggle', reachScrollBoxes, true);
  all('.contents a').forEach(a => a.addEventListener('click', () => {
    const contents = document.getElementById('contents');
    if (contents.matches(':popover-open')) contents.hidePopover();
  }));
});

function themeButton() {
  const button = document.getElementById('theme');
  const show = () => { button.textContent = 'Theme: ' + theme; };
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    memory.set('theme', theme);
    setTheme(theme);
    show();
  });
}

function sizeButton() {
  const button = document.getElementById('size');
  const show = () => button.setAttribute('aria-pressed', big);
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    big = !big;
    memory.set('size', big ? 'big' : 'normal');
    // The place one looks at stays where it is though everything around it grows.
    const anchor = all('main h2, main h3, main pre, main p')
      .find(e => e.getBoundingClientRect().bottom > 80);
    const before = anchor?.getBoundingClientRect().top;
    root.classList.toggle('big', big);
    if (anchor) scrollBy(0, anchor.getBoundingClientRect().top - before);
    show();
    reachScrollBoxes();
  });
}

// --- tabs: the panels stand one below the other until there is a script

let boxes = 0;
function makeTabs(box) {
  const id = 'tabs-' + ++boxes;
  const list = document.createElement('div');
  list.className = 'tablist';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', 'Language');
  all(':scope > .panel', box).forEach((panel, i) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.textContent = panel.dataset.label;
    tab.id = `${id}-tab-${i}`;
    tab.setAttribute('role', 'tab');
    panel.id = `${id}-panel-${i}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => pick(tab));
    list.append(tab);
  });
  list.addEventListener('keydown', e => {
    const tabs = [...list.children];
    const at = tabs.indexOf(document.activeElement);
    const next = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[e.key];
    if (next === undefined) return;
    e.preventDefault();
    tabs[next].focus();
    pick(tabs[next]);
  });
  box.prepend(list);
  select(list.firstElementChild);
}

/** The same language everywhere, while the box under the reader's hand stays in its place. */
function pick(tab) {
  const before = tab.getBoundingClientRect().top;
  memory.set('tab', tab.textContent);
  chooseTab(tab.textContent);
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
}

function chooseTab(label) {
  all('[role=tab]').filter(tab => tab.textContent === label).forEach(select);
  reachScrollBoxes();
}

function select(chosen) {
  for (const tab of chosen.parentElement.children) {
    const on = tab === chosen;
    tab.setAttribute('aria-selected', on);
    tab.tabIndex = on ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
  }
}

// --- copy

/** Code as in the file: without the numbers of the notes. */
function code(pre) {
  const copy = pre.cloneNode(true);
  all('.conum, .conum + b', copy).forEach(e => e.remove());
  return copy.textContent.replace(/[ \t]+$/gm, '').trimEnd() + '\n';
}

/** What was typed, not what was answered. */
function commands(pre) {
  return all('.command', pre).map(e => e.textContent + '\n').join('');
}

function offerCopy(pre, box, text) {
  if (!text(pre).trim()) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const done = await copied(text(pre));
    button.textContent = done ? 'Copied' : 'Not allowed';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
  box.append(button);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// --- code and its notes, the way one is reading, boxes that scroll

/** Pointing at a note shows its place in the code, and the other way round. */
function linkNotes(box) {
  const notes = all('.colist tr', box);
  const marks = all('pre .conum', box);
  const light = (number, on) => {
    notes[number - 1]?.classList.toggle('lit', on);
    marks.filter(m => m.dataset.value === String(number)).forEach(m => m.classList.toggle('lit', on));
  };
  const watch = (e, number) => {
    e.addEventListener('pointerenter', () => light(number, true));
    e.addEventListener('pointerleave', () => light(number, false));
  };
  notes.forEach((note, i) => watch(note, i + 1));
  marks.forEach(mark => watch(mark, Number(mark.dataset.value)));
}

/** Marks in the sidebar the section that is at the top of the window. */
function followReading() {
  const stops = all('.stops a').map(a => ({
    a, place: document.getElementById(decodeURIComponent(a.hash.slice(1))),
  })).filter(stop => stop.place);
  if (stops.length === 0) return;
  const mark = () => {
    const now = stops.findLast(stop => stop.place.getBoundingClientRect().top < 140);
    for (const stop of stops) {
      if (stop === now) stop.a.setAttribute('aria-current', 'location');
      else stop.a.removeAttribute('aria-current');
    }
  };
  mark();
  addEventListener('scroll', mark, { passive: true });
}

/** Who follows a link to a folded answer wants to see it. */
function unfold() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place?.matches('details')) place.open = true;
}

/** What scrolls sideways must be reachable from the keyboard; what does not must not be in the way. */
function reachScrollBoxes() {
  for (const box of all('pre, table.tableblock, .scroll, .imageblock > .content, .contents')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1
      || (box.matches('.contents') && box.scrollHeight > box.clientHeight + 1);
    if (scrolls) box.tabIndex = 0; else box.removeAttribute('tabindex');
  }
}
