/* What the pages of customers do in the browser beyond the frame's own (shell.js). */
(function () {
  'use strict';

  /* A menu in a table would be cut off by its frame: it is laid over the page, where there is room. */
  function place(menu) {
    const list = menu.querySelector('ul');
    const at = menu.querySelector('summary').getBoundingClientRect();
    list.style.position = 'fixed';
    list.style.right = 'auto';
    const box = list.getBoundingClientRect();
    const below = at.bottom + 4 + box.height <= innerHeight;
    list.style.top = (below ? at.bottom + 4 : at.top - 4 - box.height) + 'px';
    list.style.left = Math.max(8, at.right - box.width) + 'px';
  }

  document.addEventListener('toggle', (event) => {
    if (event.target.matches('details.row-menu[open]')) {
      place(event.target);
    }
  }, true);

  document.addEventListener('scroll', () => {
    document.querySelectorAll('details.row-menu[open]').forEach((menu) => { menu.open = false; });
  }, true);

  /* Following from the menu of a row; the row shows what the server has answered. */
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-follow]');
    const form = document.getElementById('follow');
    if (button && form) {
      form.elements.followId.value = button.dataset.follow;
      form.elements.followWanted.value = button.dataset.followed !== 'true';
      const menu = button.closest('details');
      menu.open = false;
      menu.querySelector('summary').focus();
      document.getElementById('followNow').click();
    }
  });

  function showFollowed() {
    const done = document.querySelector('[data-follow-done]');
    const button = done && document.querySelector('[data-follow="' + done.dataset.followDone + '"]');
    if (button) {
      button.dataset.followed = done.dataset.now;
      const cell = button.closest('tr').querySelector('.column-followed');
      if (cell) {
        cell.textContent = done.dataset.now === 'true' ? done.dataset.yes : '';
      }
    }
  }
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', () => setTimeout(showFollowed));
  }

  /* The form that chooses columns: one moves up or down past its neighbour and keeps the focus. */
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.column-list [data-move]');
    if (button) {
      const item = button.closest('li');
      const neighbour = button.dataset.move === '1' ? item.nextElementSibling : item.previousElementSibling;
      if (neighbour) {
        neighbour[button.dataset.move === '1' ? 'after' : 'before'](item);
        button.focus();
      }
    }
  });

  /* A list that takes its time says so: its rows fade until the next page is there. */
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.table-frame a[href^="list.xhtml"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      document.querySelectorAll('.table-scroll').forEach((rows) => rows.setAttribute('aria-busy', 'true'));
    }
  });
  addEventListener('pageshow', () => document.querySelectorAll('.table-scroll[aria-busy]').forEach((rows) => rows.removeAttribute('aria-busy')));

  /* A row that was added takes the focus; after one was removed it goes to the button that adds. */
  let wanted = null;
  document.addEventListener('click', (event) => {
    const add = event.target.closest('[data-add-row]');
    const other = event.target.closest('.list-button');
    const list = other && other.closest('[data-rows]');
    wanted = add ? { list: add.dataset.addRow, last: true } : list ? { list: list.dataset.rows } : wanted;
  }, true);

  function focusWanted() {
    const list = wanted && document.querySelector('[data-rows="' + wanted.list + '"]');
    if (list) {
      const rows = [...list.querySelectorAll('.list-row')];
      const target = wanted.last ? rows[rows.length - 1].querySelector('input:not([type=hidden]), select') : list.querySelector('[data-add-row]');
      target.focus();
    }
    wanted = null;
  }

  /* "Lấy vị trí": the browser's own position, into the address beside the button. */
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-locate]');
    if (!button) {
      return;
    }
    const told = button.parentElement.querySelector('[data-refused]');
    const refuse = () => { told.textContent = told.dataset.refused; };
    told.textContent = '';
    if (!navigator.geolocation) {
      refuse();
      return;
    }
    navigator.geolocation.getCurrentPosition((position) => {
      const grid = button.closest('.list-grid');
      const put = (selector, degrees) => {
        const input = grid.querySelector(selector);
        input.value = degrees.toFixed(6);
        input.dispatchEvent(new Event('change', { bubbles: true }));
      };
      put('[data-lat]', position.coords.latitude);
      put('[data-lon]', position.coords.longitude);
    }, refuse, { enableHighAccuracy: true, timeout: 15000 });
  });

  /* Enter saves: the form's first button is that of a row, which the browser would press. */
  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('#edit input:not([type=checkbox]):not([type=radio])');
    if (event.key === 'Enter' && typing && !event.isComposing) {
      event.preventDefault();
      document.getElementById('save').click();
    }
  });

  /* What a refused save asks, but for the problems of fields (shell.js): a choice, or a second look. */
  function showQuestion() {
    const choice = document.querySelector('.conflicts input');
    const doubt = document.querySelector('.row-doubt');
    const asked = choice || (doubt && doubt.closest('.list-row, .row').querySelector('input:not([type=hidden])'));
    if (asked) {
      asked.scrollIntoView({ block: 'center' });
      asked.focus({ preventScroll: true });
    }
  }

  let saving = false;
  document.addEventListener('click', (event) => { saving = Boolean(event.target.closest('[data-saves]')); }, true);

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => {
      focusWanted();
      if (saving && !document.querySelector('.notices [data-problem]')) {
        showQuestion();
      }
      saving = false;
    }));
  }

  /* A draft may have more rows than the form that is to take it: they are made first, then the draft is restored. */
  function lackingRows(form) {
    let draft = {};
    try {
      draft = JSON.parse(sessionStorage.getItem('sen.draft.' + form.dataset.draft)) || {};
    } catch (unreadable) {
      return false;
    }
    let lacking = false;
    Object.keys(draft).forEach((name) => {
      const [, list, index] = name.match(/^(\w+):(\d+):/) || [];
      const count = list && form.elements['rows.' + list];
      if (count && Number(count.value) <= Number(index)) {
        count.value = Number(index) + 1;
        lacking = true;
      }
    });
    return lacking;
  }

  let restoring = null;
  document.addEventListener('click', (event) => {
    const restore = event.target.closest('[data-restore]');
    const form = document.getElementById('edit');
    if (restore && form && lackingRows(form)) {
      event.stopPropagation();
      restoring = restore;
      document.getElementById('reshape').click();
    }
  }, true);

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', () => setTimeout(() => {
      const restore = restoring;
      restoring = null;
      if (restore) {
        restore.click();
      }
    }));
  }

  /* Untouched controls of a GET form stay out of the address. */
  document.addEventListener('submit', (event) => {
    if (event.target.method === 'get') {
      [...event.target.elements].filter((field) => field.name && field.value === '').forEach((field) => { field.disabled = true; });
      setTimeout(() => [...event.target.elements].forEach((field) => { field.disabled = false; }));
    }
  });
})();
