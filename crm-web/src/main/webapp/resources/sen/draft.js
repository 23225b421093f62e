/*
 * Drafts: what is typed in a form marked data-draft="<page>:<record>" is kept in this tab's sessionStorage and offered
 * again after an expired session, a lost server or a reload. A save forgets it: a button marked data-saves was
 * pressed, and the answer came without a problem. Signing out (data-sign-out) forgets all. Passwords, files and what
 * stands under data-no-draft (citizen ids) are never kept.
 */
(function () {
  'use strict';

  const PREFIX = 'sen.draft.';
  const SENT = 'sen.draft-sent';
  const store = window.sessionStorage;
  const served = new Map();
  const timers = new Map();

  const forms = () => [...document.querySelectorAll('form[data-draft]')];
  const keyOf = (form) => PREFIX + form.dataset.draft;
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /* Ajax may have put another element in the place of the form, so it is looked up each time. */
  const formOf = (key) => forms().find((form) => keyOf(form) === key);

  function isKept(field) {
    return field.name && !field.disabled && !field.readOnly && !field.name.startsWith('jakarta.faces')
      && !['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'].includes(field.type)
      && !field.closest('[data-no-draft]');
  }

  function valuesOf(form) {
    const values = {};
    for (const field of form.elements) {
      if (!isKept(field)) {
        continue;
      }
      if (field.type === 'checkbox' || field.type === 'radio') {
        values[field.name] = (values[field.name] || []).concat(field.checked ? [field.value] : []);
      } else if (field.tagName === 'SELECT') {
        values[field.name] = [...field.selectedOptions].map((option) => option.value);
      } else {
        values[field.name] = field.value;
      }
    }
    return values;
  }

  function put(form, values) {
    for (const field of form.elements) {
      const value = isKept(field) ? values[field.name] : undefined;
      if (value === undefined) {
        continue;
      }
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = value.includes(field.value);
      } else if (field.tagName === 'SELECT') {
        [...field.options].forEach((option) => { option.selected = value.includes(option.value); });
      } else {
        field.value = value;
      }
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    repaint(form);
  }

  /* PrimeFaces paints selects and boxes beside the real ones; its widgets are told what these now hold. */
  function repaint(form) {
    Object.values((window.PrimeFaces && PrimeFaces.widgets) || {}).forEach((widget) => {
      const real = widget && widget.input && widget.input[0];
      if (!real || !form.contains(real)) {
        return;
      }
      if (real.tagName === 'SELECT' && widget.selectValue) {
        widget.selectValue(real.value);
      } else if (real.type === 'checkbox' && widget.box && widget.check) {
        const on = real.checked;
        real.checked = !on;
        widget[on ? 'check' : 'uncheck']();
      }
    });
  }

  function read(key) {
    try {
      return JSON.parse(store.getItem(key));
    } catch (unreadable) {
      return null;
    }
  }

  function keep(key) {
    const form = formOf(key);
    timers.delete(key);
    if (!form) {
      return;
    }
    const values = valuesOf(form);
    try {
      if (same(values, served.get(key))) {
        store.removeItem(key);
      } else {
        store.setItem(key, JSON.stringify(values));
      }
    } catch (full) {
      /* A draft is a comfort: without room for it the form works as ever. */
    }
  }

  function flush() {
    timers.forEach((timer, key) => {
      clearTimeout(timer);
      keep(key);
    });
  }

  function typed(event) {
    const form = event.target.closest && event.target.closest('form[data-draft]');
    if (form) {
      const key = keyOf(form);
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => keep(key), 300));
    }
  }

  function offer(key, draft) {
    const template = document.getElementById('sen-draft');
    const place = document.getElementById('notices');
    if (!template || !place || document.querySelector('[data-draft-offer]')) {
      return;
    }
    const bar = template.content.firstElementChild.cloneNode(true);
    bar.dataset.draftOffer = '';
    bar.querySelector('[data-restore]').addEventListener('click', () => {
      const form = formOf(key);
      put(form, draft);
      bar.remove();
      const first = [...form.elements].find((field) => isKept(field) && field.offsetParent);
      if (first) {
        first.focus();
      }
    });
    bar.querySelector('[data-forget]').addEventListener('click', () => {
      store.removeItem(key);
      bar.remove();
    });
    place.after(bar);
  }

  const failed = () => document.querySelector('.notices .notice-bad, .ui-message-error, .row-doubt, .plain')
    || location.search.includes('notice=expired');

  /* After the answer to a save: this page came without a problem, and it is not the sign-in page. */
  function forgetSaved() {
    const sent = store.getItem(SENT);
    store.removeItem(SENT);
    if (sent && !failed()) {
      store.removeItem(sent);
    }
  }

  function forgetAll() {
    timers.forEach(clearTimeout);
    timers.clear();
    Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key));
    store.removeItem(SENT);
  }

  document.addEventListener('input', typed);
  document.addEventListener('change', typed);
  document.addEventListener('click', (event) => {
    const form = event.target.closest('[data-saves]') && event.target.closest('form[data-draft]');
    if (form) {
      keep(keyOf(form));
      store.setItem(SENT, keyOf(form));
    } else if (event.target.closest('[data-sign-out]')) {
      forgetAll();
    }
  }, true);
  addEventListener('pagehide', flush);

  forgetSaved();
  document.querySelectorAll('[data-if-draft]').forEach((note) => {
    note.hidden = !Object.keys(store).some((key) => key.startsWith(PREFIX));
  });
  forms().forEach((form) => {
    const key = keyOf(form);
    served.set(key, valuesOf(form));
    const draft = read(key);
    if (draft && !same(draft, served.get(key))) {
      offer(key, draft);
    }
  });
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', (event, xhr) => {
      /* An answer that leads elsewhere is judged by the page it leads to. */
      if (!(xhr.responseText || '').includes('<redirect')) {
        setTimeout(forgetSaved);
      }
    });
  }
})();
