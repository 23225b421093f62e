/* What the pages of customers do in the browser beyond the frame's own (shell.js). */
(function () {
  'use strict';

  /* A row's menu would be cut off by the table that scrolls: it is laid over the page, where there is room. */
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

  /* Untouched controls of a GET form stay out of the address. */
  document.addEventListener('submit', (event) => {
    if (event.target.method === 'get') {
      [...event.target.elements].filter((field) => field.name && field.value === '').forEach((field) => { field.disabled = true; });
      setTimeout(() => [...event.target.elements].forEach((field) => { field.disabled = false; }));
    }
  });
})();
