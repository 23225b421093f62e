/* While a key of a customer is typed: whoever has it already is told by a sign beside the field (DUP-2). */
(function () {
  'use strict';

  const WAIT = 250;
  const waiting = new WeakMap();
  /* What was told of a value, for inputs that are shown anew (a row was added). */
  const told = new Map();

  /* The field that an input belongs to, when a customer can be found by it. */
  function fieldOf(input) {
    const list = input.closest('[data-rows="phones"], [data-rows="emails"]');
    if (list) {
      return input.matches('.list-label') ? null : list.dataset.rows;
    }
    return ['taxCode', 'citizenId'].includes(input.id) ? input.id : null;
  }

  function ownId(form) {
    const id = form && form.elements.id;
    return id && /^\d+$/.test(id.value) ? id.value : '0';
  }

  function forget(input) {
    const old = input.parentElement.querySelector(':scope > .duplicate-icon');
    if (old) {
      old.remove();
    }
  }

  function show(input, hits) {
    forget(input);
    if (hits.dataset.duplicates === '0') {
      return;
    }
    const icon = document.getElementById('duplicate-icon').content.firstElementChild.cloneNode(true);
    icon.title = hits.dataset.told;
    icon.setAttribute('aria-label', hits.dataset.told);
    icon.addEventListener('click', () => {
      document.getElementById('duplicate-hits').replaceChildren(hits);
      PF('duplicateHits').show();
    });
    input.after(icon);
  }

  async function look(input, field) {
    const value = input.value.trim();
    if (value.length < 5) {
      forget(input);
      return;
    }
    try {
      /* In the body: numbers of people do not belong into the logs of addresses. */
      const answer = await fetch('duplicate-hits.xhtml', {
        method: 'POST', redirect: 'error',
        body: new URLSearchParams({ field, value, id: ownId(input.form) }),
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const hits = page.querySelector('[data-duplicates]');
      if (answer.ok && hits && input.isConnected && input.value.trim() === value) {
        told.set(field + ' ' + value, hits);
        show(input, hits);
      }
    } catch (offline) {
      forget(input);
    }
  }

  function showAgain() {
    document.querySelectorAll('#edit input').forEach((input) => {
      const field = fieldOf(input);
      const hits = field && told.get(field + ' ' + input.value.trim());
      if (hits) {
        show(input, hits);
      }
    });
  }
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSuccess', () => setTimeout(showAgain));
  }

  document.addEventListener('input', (event) => {
    const input = event.target;
    const field = input.matches('#edit input') ? fieldOf(input) : null;
    if (field) {
      clearTimeout(waiting.get(input));
      waiting.set(input, setTimeout(() => look(input, field), WAIT));
    }
  });

  /* "Vẫn lưu" in the dialog that asked. */
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-save-duplicate]')) {
      document.getElementById('edit').elements.allowDuplicates.value = 'true';
      PF('duplicateDialog').hide();
      document.getElementById('save').click();
    }
  });
})();
