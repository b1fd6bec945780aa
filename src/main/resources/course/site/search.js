'use strict';
// Search over the whole site, from the file system too: the index is a script, loaded when first wanted.
// And keys to walk by: they are letters, so that who dictates or types by accident can turn them off.

{
  const MOST = 24;
  const bar = document.querySelector('.tools');
  const up = document.currentScript.dataset.up;
  let places;

  const element = (name, attributes, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };

  // --- the box: a field and a list that it works (the combobox of the ARIA practices)

  const list = element('div', { role: 'listbox', id: 'found', 'aria-label': 'Found' });
  const field = element('input', {
    type: 'text', role: 'combobox', id: 'search', autocomplete: 'off', spellcheck: 'false',
    'aria-label': 'Search', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': 'found', placeholder: 'a call, a word, a program, a slide: E-37',
  });
  const said = element('p', { role: 'status', class: 'said' });
  const walking = element('input', { type: 'checkbox', id: 'walking' });
  const keys = element('label', { class: 'keys' }, walking,
    ' Keys: / searches, j and k go a step on and back, n and p a lecture');
  const box = element('dialog', { class: 'search', 'aria-label': 'Search' }, field, said, list, keys);
  const button = element('button', { type: 'button', id: 'find' }, 'Search');
  document.body.append(box);
  bar.prepend(button);
  button.addEventListener('click', open);
  box.addEventListener('click', e => { if (e.target === box) box.close(); });

  walking.checked = memory.get('keys') !== 'off';
  walking.addEventListener('change', () => memory.set('keys', walking.checked ? 'on' : 'off'));

  function open() {
    if (box.open) return;
    box.showModal();
    field.select();
    if (places) return;
    said.textContent = 'Loading …';
    document.head.append(Object.assign(document.createElement('script'), {
      src: up + 'assets/search-index.js',
      onerror() { said.textContent = 'The index is not there'; },
      onload() { places = unpacked(window.searchIndex); show(); },
    }));
  }

  function unpacked({ pages, places }) {
    const kinds = { overview: 0, lecture: 0, exercise: 1, source: 2 };
    const named = pages.map(([path, title, kind, number]) => {
      const where = { lecture: 'Lecture ', exercise: 'Exercises ', source: 'Program, lecture ' }[kind];
      return { href: path, id: '', words: title, page: where && number ? where + number : '', rank: kinds[kind] };
    });
    const inside = places.map(([at, id, words]) => ({
      href: pages[at][0] + '#' + encodeURIComponent(id), id: id.toLowerCase().replace(/^call-|^_/, ''), words,
      page: (named[at].page ? named[at].page.replace(/.* /, '') + ' ' : '') + pages[at][1],
      rank: kinds[pages[at][2]] + 0.5,
    }));
    const both = [...named, ...inside];
    for (const place of both) place.text = (place.words + ' ' + place.id.replaceAll('_', ' ')).toLowerCase();
    return both;
  }

  /** Every word must be there; the start of the text counts most, then the start of a word. */
  function rank(place, words) {
    let sum = place.rank;
    for (const word of words) {
      const at = place.text.indexOf(word);
      if (at < 0) return;
      if (place.id === word || place.text === word) sum -= 6;
      else if (at === 0) sum -= 3;
      else if (!/\w/.test(place.text[at - 1])) sum -= 2;
    }
    return sum + place.text.length / 1000;
  }

  function show() {
    const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
    const hits = !places || !words.length ? [] : places
      .map(place => [rank(place, words), place]).filter(([sum]) => sum !== undefined)
      .sort(([a], [b]) => a - b);
    list.replaceChildren(...hits.slice(0, MOST).map(([, place], i) => element('a', {
      role: 'option', id: 'found-' + i, href: up + place.href, tabindex: '-1', 'aria-selected': 'false',
    }, element('span', {}, place.words), element('small', {}, place.page))));
    list.hidden = !hits.length;
    field.setAttribute('aria-expanded', hits.length > 0);
    if (!places) return;
    said.textContent = !words.length ? '' : hits.length ? `${hits.length} found` : 'Nothing found';
    choose(0);
  }

  function choose(at) {
    const options = [...list.children];
    options.forEach((option, i) => option.setAttribute('aria-selected', i === at));
    if (!options.length) { field.removeAttribute('aria-activedescendant'); return; }
    field.setAttribute('aria-activedescendant', 'found-' + at);
    options[at].scrollIntoView({ block: 'nearest' });
  }

  field.addEventListener('input', show);
  list.addEventListener('click', () => box.close());
  field.addEventListener('keydown', e => {
    const options = [...list.children];
    if (!options.length) return;
    const at = options.findIndex(option => option.ariaSelected === 'true');
    const next = { ArrowDown: (at + 1) % options.length, ArrowUp: (at + options.length - 1) % options.length };
    if (e.key === 'Enter') options[at].click();
    else if (e.key in next) choose(next[e.key]);
    else return;
    e.preventDefault();
  });

  // --- steps, each with a link of its own

  const steps = all('main :is(h2, h3, .listingblock, .calls, .scene, .wire, .claim, details)')
    .filter(step => !step.parentElement.closest('.calls, .claim, details, .panel'));

  function walk(by) {
    const top = 80;
    const places = steps.filter(step => step.checkVisibility());
    const next = by > 0
      ? places.find(step => step.getBoundingClientRect().top > top + 8)
      : places.findLast(step => step.getBoundingClientRect().top < top - 8);
    if (!next) return;
    scrollBy({ top: next.getBoundingClientRect().top - top, behavior: 'instant' });
    const id = (next.id ? next : next.querySelector('[id]'))?.id;
    if (id && !/^tabs-|^L\d/.test(id)) history.replaceState(null, '', '#' + id);
  }

  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || box.open || !walking.checked) return;
    if (e.target.matches('input, textarea, select, [contenteditable]')) return;
    const way = { n: 'next', p: 'prev' }[e.key];
    if (e.key === '/') open();
    else if (e.key === 'j' || e.key === 'k') walk(e.key === 'j' ? 1 : -1);
    else if (way) document.querySelector(`.neighbours [rel=${way}]`)?.click();
    else return;
    e.preventDefault();
  });
}
