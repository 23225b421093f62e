/*
 * Hits under a box in which one types a customer: fetched within the session while one types, walked through by the
 * arrow keys. In the quick search a hit is opened, and Enter without one shows the list of all matches; a box with
 * data-fills takes the hit's code and shows its name in the element of that id; data-within names the boxes beside
 * it in which to look (a commune's province), and a hit's own data-beside fills further ones. Ajax may replace the boxes,
 * so everything is looked up when it happens.
 */
(function () {
  'use strict';

  const shortest = 2;
  let timer = 0;
  let asked = 0;
  let running = null;

  const boxOf = (event) => (event.target.matches && event.target.matches('[data-suggest]') ? event.target : null);
  const listOf = (box) => document.getElementById(box.getAttribute('aria-controls'));
  const hitsOf = (box) => [...listOf(box).querySelectorAll('[role=option]')];
  const chosenOf = (box) => listOf(box).querySelector('[aria-selected=true]');

  const beside = (box, name) => document.getElementById(box.id.replace(/[^:]*$/, name));

  function close(box) {
    asked += 1;
    clearTimeout(timer);
    listOf(box).hidden = true;
    listOf(box).replaceChildren();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function choose(box, hit) {
    hitsOf(box).forEach((other) => other.setAttribute('aria-selected', other === hit));
    if (hit) {
      box.setAttribute('aria-activedescendant', hit.id);
      hit.scrollIntoView({ block: 'nearest' });
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  }

  function say(count) {
    const status = document.getElementById('hits-status');
    status.textContent = count ? status.dataset.some.replace('{0}', count) : status.dataset.none;
  }

  function show(box, html) {
    const found = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-hits]');
    if (!found || document.activeElement !== box) {
      close(box);
      return;
    }
    const count = found.children.length;
    listOf(box).replaceChildren(...found.children);
    listOf(box).hidden = count === 0;
    box.setAttribute('aria-expanded', count > 0);
    box.removeAttribute('aria-activedescendant');
    say(count);
  }

  async function ask(box, text) {
    const mine = ++asked;
    if (running) {
      running.abort();
    }
    running = new AbortController();
    try {
      const address = new URL(box.dataset.suggest, location.href);
      address.searchParams.set('q', text);
      (box.dataset.within || '').split(' ').filter(Boolean).forEach((name) => address.searchParams.set(name, beside(box, name).value));
      const answer = await fetch(address, { signal: running.signal, redirect: 'error' });
      const html = answer.ok ? await answer.text() : '';
      if (mine === asked) {
        show(box, html);
      }
    } catch (unreachable) {
      /* Typed on meanwhile, signed out or offline: Enter still shows the list, or says why not. */
    }
  }

  function put(box, value) {
    box.value = value;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function fill(box, hit) {
    const place = document.getElementById(box.dataset.fills);
    if (place) {
      place.textContent = hit.dataset.name;
    }
    put(box, hit.dataset.code);
    Object.entries(JSON.parse(hit.dataset.beside || '{}')).forEach(([name, value]) => put(beside(box, name), value));
    close(box);
  }

  function take(box, hit) {
    if (box.dataset.fills) {
      fill(box, hit);
    } else {
      location.href = hit.href;
    }
  }

  document.addEventListener('input', (event) => {
    const box = boxOf(event);
    if (!box) {
      return;
    }
    clearTimeout(timer);
    const text = box.value.trim();
    const place = box.dataset.fills && document.getElementById(box.dataset.fills);
    if (place) {
      place.textContent = '';
    }
    if (text.length < (box.dataset.shortest || shortest)) {
      close(box);
    } else {
      timer = setTimeout(() => ask(box, text), 180);
    }
  });

  document.addEventListener('keydown', (event) => {
    const box = boxOf(event);
    if (!box || listOf(box).hidden) {
      return;
    }
    const all = hitsOf(box);
    const at = all.indexOf(chosenOf(box));
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close(box);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      take(box, all[at]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      choose(box, at < 0 && event.key === 'ArrowUp' ? all[all.length - 1] : all[next] || null);
    }
  }, true);

  document.addEventListener('focusout', (event) => {
    const box = boxOf(event);
    if (box) {
      close(box);
    }
  });

  /* The press does not take the focus from the box, so its hits stay until the click has arrived. */
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest('.hits')) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', (event) => {
    const hit = event.target.closest('.hits [data-code]');
    const box = hit && document.querySelector('[data-fills][aria-controls="' + hit.closest('.hits').id + '"]');
    if (box) {
      event.preventDefault();
      fill(box, hit);
    }
  });
})();
