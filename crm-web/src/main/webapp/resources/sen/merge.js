/* What is chosen or typed for a field stands at once in the column of the result; the server decides it again. */
(function () {
  'use strict';

  function textOf(input) {
    if (input.matches('select')) {
      return [...input.selectedOptions].filter((option) => option.value).map((option) => option.text).join(', ');
    }
    return input.value.split('\n').map((line) => line.trim()).filter((line) => line).join('; ');
  }

  function show(radio) {
    const row = radio.closest('tr');
    const result = row.querySelector('.merge-result');
    if (result) {
      const typed = radio.value === 'typed' && radio.parentElement.querySelector('[name^="typed."]');
      result.textContent = typed ? textOf(typed) || '–' : radio.closest('label').querySelector('.merge-value').textContent;
    }
    if (radio.name === 'choose.kind') {
      drop(radio.value);
    }
  }

  /* A kind has no place for some fields: which, is seen before merging. */
  function drop(side) {
    document.querySelectorAll('[data-merge-dropped]').forEach((notice) => {
      notice.classList.toggle('merge-hidden', notice.dataset.mergeDropped !== side);
    });
    document.querySelectorAll('.merge tr[data-dropped]').forEach((row) => {
      row.classList.toggle('merge-lost', row.dataset.dropped.split(' ').includes(side));
    });
  }

  document.addEventListener('change', (event) => {
    const radio = event.target.closest('.merge input[type="radio"]');
    if (radio) {
      show(radio);
    }
  });

  document.addEventListener('input', (event) => {
    const typed = event.target.closest('.merge [name^="typed."]');
    if (typed) {
      const radio = typed.parentElement.querySelector('input[type="radio"]');
      radio.checked = true;
      show(radio);
    }
  });
})();
