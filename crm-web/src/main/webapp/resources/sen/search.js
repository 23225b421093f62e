/*
 * Hits under the quick search while one types: fetched within the session, walked through by the arrow keys. Enter
 * without a chosen hit shows the list of all matches.
 */
(function () {
  'use strict';

  const input = document.querySelector('#quick-search[data-suggest]');
  const list = document.getElementById('quick-hits');
  if (!input || !list) {
    return;
  }
  const status = document.getElementById('quick-status');
  const shortest = 2;
  let timer = 0;
  let asked = 0;
  let running = null;

  const hits = () => [...list.querySelectorAll('[role=option]')];
  const chosen = () => list.querySelector('[aria-selected=true]');

  function close() {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(hit) {
    hits().forEach((other) => other.setAttribute('aria-selected', other === hit));
    if (hit) {
      input.setAttribute('aria-activedescendant', hit.id);
      hit.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(html) {
    const found = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-hits]');
    if (!found) {
      close();
      return;
    }
    list.replaceChildren(...found.children);
    const open = list.children.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.setAttribute('aria-expanded', open);
    input.removeAttribute('aria-activedescendant');
    status.textContent = open ? status.dataset.some.replace('{0}', list.children.length) : status.dataset.none;
  }

  async function ask(text) {
    const mine = ++asked;
    if (running) {
      running.abort();
    }
    running = new AbortController();
    try {
      const answer = await fetch(input.dataset.suggest + '?q=' + encodeURIComponent(text), { signal: running.signal, redirect: 'error' });
      const html = answer.ok ? await answer.text() : '';
      if (mine === asked) {
        show(html);
      }
    } catch (unreachable) {
      /* Typed on meanwhile, signed out or offline: Enter still shows the list, or says why not. */
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text.length < shortest) {
      close();
    } else {
      timer = setTimeout(() => ask(text), 180);
    }
  });

  input.addEventListener('keydown', (event) => {
    const all = hits();
    const at = all.indexOf(chosen());
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && all.length) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = at + step;
      choose(at < 0 && step < 0 ? all[all.length - 1] : all[next] || null);
    }
  });

  input.addEventListener('blur', () => setTimeout(() => {
    if (!list.contains(document.activeElement)) {
      close();
    }
  }, 150));
  list.addEventListener('mousedown', (event) => event.preventDefault());
})();
