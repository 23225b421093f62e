/*
 * The bell follows what happens: a socket tells that it has changed, and once a minute the window asks without being told.
 * A window at which nobody works asks nothing and connects to nothing, so that its session may end.
 */
(function () {
  'use strict';

  const FIRST_WAIT = 1000;
  const LONGEST_WAIT = 60000;
  const EVERY = 60000;
  const IDLE = 20 * 60000;
  const bell = document.querySelector('[data-bell]');
  if (!bell) {
    return;
  }
  let wait = FIRST_WAIT;
  let socket = null;
  let asking = false;
  let again = false;
  let worked = Date.now();

  const isIdle = () => document.hidden || Date.now() - worked > IDLE;

  /* What is told while an answer is under way is asked about once more after it. */
  async function refresh() {
    if (asking || isIdle()) {
      again = asking;
      return;
    }
    asking = true;
    try {
      const answer = await fetch(bell.dataset.bell, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
      show(answer.ok ? await answer.text() : '');
    } catch (away) {
      /* The next look may succeed. */
    }
    asking = false;
    if (again) {
      again = false;
      refresh();
    }
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-bell]');
    if (fresh) {
      bell.title = fresh.title;
      bell.setAttribute('aria-label', fresh.getAttribute('aria-label'));
      bell.replaceChildren(...fresh.childNodes);
    }
  }

  function listen() {
    if (socket || isIdle()) {
      return;
    }
    socket = new WebSocket(location.origin.replace(/^http/, 'ws') + bell.dataset.live);
    socket.addEventListener('open', () => { wait = FIRST_WAIT; });
    socket.addEventListener('message', refresh);
    socket.addEventListener('close', () => {
      socket = null;
      setTimeout(listen, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  function back() {
    const wasIdle = isIdle();
    worked = Date.now();
    if (wasIdle && !document.hidden) {
      refresh();
      listen();
    }
  }

  ['pointerdown', 'keydown'].forEach((type) => document.addEventListener(type, back, true));
  document.addEventListener('visibilitychange', () => { refresh(); listen(); });
  setInterval(refresh, EVERY);
  listen();
}());
