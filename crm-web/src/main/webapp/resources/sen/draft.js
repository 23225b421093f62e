/*
 * Drafts: what is typed in a form marked data-draft="<page>:<record>" is kept in this tab's sessionStorage and offered
 * again after an expired session, a lost server or a reload. A save forgets it (the server answers with a page, or an
 * Ajax answer without problems, for a submit by a button marked data-saves); signing out forgets all. Passwords, files
 * and what stands under data-no-draft (citizen ids) are never kept.
 */
(function () {
  'use strict';

  const PREFIX = 'sen.draft.';
  const SENT = 'sen.draft-sent';
  const forms = [...document.querySelectorAll('form[data-draft]')];

  const keyOf = (form) => PREFIX + form.dataset.draft;

  function isKept(field) {
    return field.name && !field.disabled && !['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'].includes(field.type)
      && !field.closest('[data-no-draft]') && !field.name.startsWith('jakarta.faces');
  }

  /* A select of PrimeFaces hides the real one; both are ordinary fields with a name. */
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
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    refreshWidgets(form);
  }

  /* Widgets paint beside their real inputs; those that can are told to look again. */
  function refreshWidgets(form) {
    if (!window.PrimeFaces) {
      return;
    }
    Object.values(PrimeFaces.widgets).forEach((widget) => {
      const real = widget && widget.input && widget.input[0];
      if (real && form.contains(real) && real.tagName === 'SELECT' && widget.selectValue) {
        widget.selectValue(real.value);
      }
    });
  }

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  function read(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch (unreadable) {
      return null;
    }
  }

  function write(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch (full) {
      /* A draft is a comfort: without room for it the form works as ever. */
    }
  }

  function keep(form, served) {
    const values = valuesOf(form);
    if (same(values, served)) {
      sessionStorage.removeItem(keyOf(form));
    } else {
      write(keyOf(form), values);
    }
  }

  function offer(form, draft) {
    const template = document.getElementById('sen-draft');
    const place = document.getElementById('notices') || form;
    if (!template || document.querySelector('[data-draft-offer]')) {
      return;
    }
    const bar = template.content.firstElementChild.cloneNode(true);
    bar.dataset.draftOffer = '';
    bar.querySelector('[data-restore]').addEventListener('click', () => {
      put(form, draft);
      bar.remove();
      const first = [...form.elements].find(isKept);
      if (first) {
        first.focus();
      }
    });
    bar.querySelector('[data-forget]').addEventListener('click', () => {
      sessionStorage.removeItem(keyOf(form));
      bar.remove();
    });
    place.after(bar);
  }

  /* A form that was sent and whose page is gone, or came back without problems, was saved. */
  function forgetSaved() {
    const sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    if (!sent || document.querySelector('.notices .notice-bad') || location.search.includes('notice=expired')) {
      return;
    }
    if (!document.querySelector('.plain')) {
      sessionStorage.removeItem(sent);
    }
  }

  function forgetAll() {
    Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
    sessionStorage.removeItem(SENT);
  }

  function watch(form) {
    const served = valuesOf(form);
    const draft = read(keyOf(form));
    let timer = 0;
    if (draft && !same(draft, served)) {
      offer(form, draft);
    }
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(form, served), 300);
    };
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    addEventListener('pagehide', () => {
      if (timer) {
        clearTimeout(timer);
        keep(form, served);
      }
    });
    form.addEventListener('click', (event) => {
      if (event.target.closest('[data-saves]')) {
        keep(form, served);
        sessionStorage.setItem(SENT, keyOf(form));
      }
    });
  }

  forgetSaved();
  forms.forEach(watch);
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', () => setTimeout(forgetSaved));
  }
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-sign-out]')) {
      forgetAll();
    }
  });
})();
