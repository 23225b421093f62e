/* The dialog "Chuyển đổi": shows what belongs to the choice that is made, and opens where the address asks for it. */
(function () {
  'use strict';

  function arrange() {
    const form = document.getElementById('convert-form');
    const chosen = form && form.querySelector('input[name=account]:checked');
    if (!chosen) {
      return;
    }
    form.querySelectorAll('[data-shown-with]').forEach((part) => {
      part.hidden = part.dataset.shownWith !== chosen.value;
    });
  }

  document.addEventListener('change', (event) => {
    if (event.target.name === 'account') {
      arrange();
      const input = document.querySelector('#convert-form [data-shown-with="' + event.target.value + '"].convert-detail input');
      if (input) {
        input.focus();
      }
    }
  });

  window.jQuery(document).on('pfAjaxComplete', () => setTimeout(arrange));
  /* After the page's widgets have been made, which is what jQuery's own ready does. */
  addEventListener('load', () => window.jQuery(() => {
    if (location.hash === '#convert' && document.querySelector('[data-dialog=convert]')) {
      PF('convert').show();
    }
  }));
})();
