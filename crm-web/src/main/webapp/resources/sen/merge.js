/* What is chosen for a field stands at once in the column of the result; the server decides it again. */
(function () {
  'use strict';

  document.addEventListener('change', (event) => {
    const radio = event.target.closest('.merge input[type="radio"]');
    const result = radio && radio.closest('tr').querySelector('.merge-result');
    if (result) {
      const chosen = radio.closest('label').querySelector('.merge-value');
      result.textContent = chosen.textContent;
    }
  });
})();
