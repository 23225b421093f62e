/*
 * The pages of catalogues, tags and locations. A button with data-fill opens the dialog of that name, its inputs filled
 * with data-values; one with data-act sends what it says of its row, after data-question where there is one. Ajax
 * replaces the dialog's form when it was refused, so everything is looked up when it happens.
 */
(function () {
  'use strict';

  const acting = document.getElementById('acting');
  let asked = null;

  function fill(button) {
    const name = button.dataset.fill;
    const form = document.getElementById(name + 'Form');
    const values = JSON.parse(button.dataset.values || '{}');
    [...form.elements].forEach((field) => {
      const own = field.type !== 'hidden' || field.id || ['id', 'version'].includes(field.name);
      if (own && !['radio', 'button', 'submit'].includes(field.type) && !field.name.startsWith('jakarta.')) {
        const value = values[field.id || field.name];
        if (field.type === 'checkbox') {
          field.checked = value === true;
        } else {
          field.value = value === undefined ? (field.tagName === 'SELECT' ? field.options[0].value : '') : value;
        }
      }
    });
    form.querySelectorAll('[data-said]').forEach((said) => { said.textContent = values.sentence || said.dataset.none; });
    form.querySelectorAll('[data-new]').forEach((row) => { row.hidden = Boolean(values.id); });
    form.querySelectorAll('.row-message').forEach((message) => message.replaceChildren());
    form.querySelectorAll('.ui-state-error').forEach((field) => field.classList.remove('ui-state-error'));
    pickColour(form);
    PF(name).show();
    PF(name).jq.find('.ui-dialog-title').text(button.dataset.fillHeader);
  }

  /* The colours are radio buttons over one input, which Faces knows. */
  function pickColour(form) {
    const colour = form.querySelector('input[id=colour]');
    if (colour) {
      form.querySelectorAll('[name=pick-colour]').forEach((radio) => { radio.checked = radio.value === colour.value; });
    }
  }

  function act(button) {
    ['act', 'id', 'version', 'customers'].forEach((name) => { acting.elements[name].value = button.dataset[name] || ''; });
    document.getElementById('acting:go').click();
  }

  /* The dialog of deletions, unless the button says what else it is. */
  let usual = null;

  function usualWords() {
    return { header: PF('asking').jq.find('.ui-dialog-title').text(), verb: document.querySelector('[data-agree]').textContent };
  }

  function ask(button) {
    usual = usual || usualWords();
    const data = button.dataset;
    const agree = document.querySelector('[data-agree]');
    document.getElementById('question').textContent = data.question;
    PF('asking').jq.find('.ui-dialog-title').text(data.questionHeader || usual.header);
    agree.textContent = data.questionVerb || usual.verb;
    agree.classList.toggle('button-danger', !data.questionVerb);
    agree.classList.toggle('button-primary', Boolean(data.questionVerb));
    PF('asking').show();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-fill], [data-act], [data-agree]');
    if (!button || button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    if (button.dataset.fill) {
      fill(button);
    } else if (button.dataset.question) {
      asked = button;
      ask(button);
    } else if (button.dataset.act) {
      act(button);
    } else if (asked) {
      PF('asking').hide();
      act(asked);
    }
  });

  document.addEventListener('change', (event) => {
    if (event.target.name === 'pick-colour') {
      event.target.form.elements.colour.value = event.target.value;
    }
  });

  /* Enter saves. */
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && event.target.matches('.ui-dialog form input:not([type=radio])')) {
      event.preventDefault();
      event.target.form.querySelector('[id$=ave]').click();
    }
  });

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => {
      document.querySelectorAll('.ui-dialog form').forEach(pickColour);
    }));
  }
})();
