/*
 * Ticking customers of a list: rows, the page, or everything that matches. What is ticked is kept for the list (its
 * stage, search and filter) while one pages through it, and ends with the tab. The server counts, asks and acts.
 */
(function () {
  'use strict';

  const bar = document.getElementById('bulk-bar');
  const form = document.getElementById('bulk');
  if (!bar || !form) {
    return;
  }
  /* An attribute without a value is left out of the page. */
  const list = { bulkStage: bar.dataset.stage || '', bulkSearch: bar.dataset.search || '', bulkFilter: bar.dataset.filter || '' };
  const key = 'sen.bulk:' + JSON.stringify(list);
  /* For exports: as the list is shown. */
  const shown = { bulkSort: bar.dataset.sort || '', bulkColumns: bar.dataset.columns || '' };
  const number = new Intl.NumberFormat(document.documentElement.lang || 'vi');
  const boxes = () => [...document.querySelectorAll('.customers tbody .pick input')];
  const whole = () => document.querySelector('.customers thead .pick input');
  let all = false;
  let ids = new Set();
  let opener = null;
  let last = null;

  function read() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key)) || {};
      all = Boolean(kept.all);
      ids = new Set(kept.ids || []);
    } catch (unreadable) {
      ids = new Set();
    }
  }

  function keep() {
    try {
      if (all || ids.size) {
        sessionStorage.setItem(key, JSON.stringify({ all: all, ids: [...ids] }));
      } else {
        sessionStorage.removeItem(key);
      }
    } catch (full) {
      /* Then it lasts for this page. */
    }
  }

  function show() {
    const page = boxes();
    page.forEach((box) => {
      box.checked = all || ids.has(box.value);
      box.closest('tr').classList.toggle('picked', box.checked);
    });
    const ticked = page.filter((box) => box.checked).length;
    if (whole()) {
      whole().checked = page.length > 0 && ticked === page.length;
      whole().indeterminate = ticked > 0 && ticked < page.length;
    }
    bar.hidden = !all && ids.size === 0;
    document.getElementById('bulk-count').textContent = all ? bar.dataset.pickedAll : bar.dataset.picked.replace('{0}', number.format(ids.size));
    const merge = bar.querySelector('[data-bulk-merge]');
    if (merge) {
      merge.hidden = all || ids.size !== 2;
      merge.href = 'merge.xhtml?ids=' + [...ids].join(',');
    }
    bar.querySelector('[data-bulk-all]').hidden = all || !document.querySelector('.table-pages a');
  }

  function changed() {
    keep();
    show();
  }

  /* One tick taken from "everything" leaves the page without it: what else is meant cannot be guessed. */
  function tick(box) {
    if (all) {
      all = false;
      ids = new Set(boxes().filter((other) => other.checked).map((other) => other.value));
    } else if (box.checked) {
      ids.add(box.value);
    } else {
      ids.delete(box.value);
    }
  }

  function tickPage(on) {
    all = false;
    boxes().forEach((box) => { box.checked = on; tick(box); });
  }

  /* With the shift key, all between this tick and the one before become like it. */
  document.addEventListener('click', (event) => {
    const box = event.target.closest('.customers tbody .pick input');
    if (box && event.shiftKey && last) {
      const page = boxes();
      const [from, to] = [page.indexOf(last), page.indexOf(box)].sort((a, b) => a - b);
      page.slice(Math.max(0, from), to + 1).forEach((other) => { other.checked = box.checked; tick(other); });
      changed();
    }
    last = box || last;
  });

  document.addEventListener('change', (event) => {
    if (event.target === whole()) {
      tickPage(event.target.checked);
      changed();
    } else if (event.target.matches('.customers tbody .pick input')) {
      tick(event.target);
      changed();
    } else if (event.target.id === 'bulkTeam') {
      showMode();
    }
  });

  function ask(action, button, whole) {
    opener = button;
    const values = Object.assign({ bulkAction: action, bulkAll: whole, bulkIds: whole ? '' : [...ids].join(',') }, list, shown);
    Object.entries(values).forEach(([name, value]) => { form.elements[name].value = value; });
    document.getElementById('bulkBody').replaceChildren();
    document.getElementById('bulkPrepare').click();
  }

  bar.addEventListener('click', (event) => {
    const action = event.target.closest('[data-bulk]');
    if (action) {
      const menu = action.closest('details.menu');
      ask(action.dataset.bulk, menu ? menu.querySelector('summary') : action, all);
    } else if (event.target.closest('[data-bulk-all]')) {
      all = true;
      ids = new Set();
      changed();
      bar.querySelector('[data-bulk-none]').focus();
    } else if (event.target.closest('[data-bulk-none]')) {
      all = false;
      ids = new Set();
      changed();
      if (whole()) {
        whole().focus();
      }
    }
  });

  /* The whole list as a file, whatever is ticked. */
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-export-list]');
    if (button) {
      ask('export', button, true);
    }
  });

  /* The mode by which the chosen team deals out, under its name. */
  function showMode() {
    const team = document.getElementById('bulkTeam');
    if (team) {
      document.getElementById('bulkMode').textContent = team.selectedOptions[0].dataset.mode;
    }
  }

  function showDialog() {
    const asked = form.querySelector('.bulk-ask');
    if (!asked) {
      return;
    }
    const dialog = PF('bulkDialog');
    dialog.getJQ().find('.ui-dialog-title').text(asked.dataset.title);
    showMode();
    if (!dialog.isVisible()) {
      dialog.show();
    }
    const problem = asked.querySelector('.notice');
    const first = asked.querySelector('input:not([type=hidden]), select, button.ui-button');
    if (problem) {
      problem.scrollIntoView({ block: 'nearest' });
    }
    if (first) {
      setTimeout(() => first.focus(), 50);
    }
  }

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', (event, xhr) => {
      if ((xhr.responseText || '').includes('<redirect')) {
        all = false;
        ids = new Set();
        keep();
      } else if ((xhr.responseText || '').includes('bulkBody')) {
        setTimeout(showDialog);
      }
    });
  }
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      document.getElementById('bulkConfirm').click();
    } else if (event.key === 'Escape' && opener) {
      setTimeout(() => opener.focus());
    }
  });

  addEventListener('pageshow', () => { read(); show(); });
  read();
  show();
})();
