/*
 * Pictures and films in the form of a customer: a file that is chosen is sent at once, and its number takes the place of
 * the value, which drafts and saves keep like any other. Also the choices of an attribute's definition.
 */
(function () {
  'use strict';

  const parts = (box) => ({
    number: box.querySelector('.file-number'),
    shown: box.querySelector('.file-shown'),
    said: box.querySelector('.file-said'),
    remove: box.querySelector('[data-file-remove]'),
  });

  function show(box) {
    const { number, shown, remove } = parts(box);
    shown.textContent = '';
    remove.hidden = !number.value;
    if (!number.value) {
      return;
    }
    const link = document.createElement('a');
    link.href = box.dataset.shows + encodeURIComponent(number.value);
    link.target = '_blank';
    link.rel = 'noopener';
    if (box.dataset.type === 'PHOTO') {
      const picture = document.createElement('img');
      picture.src = link.href;
      picture.alt = box.querySelector('input[type=file]').getAttribute('aria-label');
      picture.className = 'picture';
      link.append(picture);
    } else {
      link.textContent = box.querySelector('input[type=file]').getAttribute('aria-label');
    }
    shown.append(link);
  }

  function set(box, value) {
    const { number } = parts(box);
    number.value = value;
    number.dispatchEvent(new Event('change', { bubbles: true }));
    show(box);
  }

  async function send(box, file) {
    const { said } = parts(box);
    if (file.size > Number(box.dataset.maxBytes)) {
      said.textContent = box.dataset.tooLarge;
      return;
    }
    said.textContent = box.dataset.sending;
    const address = new URL(box.dataset.shows.replace(/\?.*/, ''), location.href);
    address.searchParams.set('attribute', box.dataset.file);
    address.searchParams.set('name', file.name);
    try {
      const answer = await fetch(address, { method: 'POST', body: file, headers: { 'X-Sen-Upload': '1', 'Content-Type': 'application/octet-stream' } });
      const told = await answer.json();
      said.textContent = answer.ok ? '' : told.message;
      if (answer.ok) {
        set(box, String(told.id));
      }
    } catch (lost) {
      said.textContent = box.dataset.failed;
    }
  }

  document.addEventListener('change', (event) => {
    const box = event.target.closest('[data-file]');
    if (box && event.target.type === 'file' && event.target.files.length) {
      const file = event.target.files[0];
      event.target.value = '';
      send(box, file);
    } else if (box && event.target.matches('.file-number')) {
      show(box);
    }
  });

  document.addEventListener('click', (event) => {
    const box = event.target.closest('[data-file-remove]') && event.target.closest('[data-file]');
    if (box) {
      set(box, '');
      box.querySelector('input[type=file]').focus();
    }
  });

  const showAll = () => document.querySelectorAll('[data-file]').forEach(show);
  showAll();
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(showAll));
  }

  /* Choices are asked for only where the type has them. */
  const choices = () => {
    const type = document.getElementById('type');
    const list = document.getElementById('choices');
    if (type && list) {
      list.hidden = !type.value.includes('CHOICE');
    }
  };
  document.addEventListener('change', (event) => { if (event.target.id === 'type') { choices(); } });
  choices();
})();
