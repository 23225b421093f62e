// A file over the limit is refused before it is sent with its form.
document.querySelectorAll('input[type=file][data-max-bytes]').forEach(function (input) {
  var warning = document.getElementById(input.getAttribute('aria-describedby'));
  var button = input.form.querySelector('button[type=submit]');
  input.addEventListener('change', function () {
    var tooLarge = input.files.length > 0 && input.files[0].size > Number(input.dataset.maxBytes);
    warning.hidden = !tooLarge;
    button.disabled = tooLarge;
  });
});

// The preview follows what is chosen above it, and keeps what is typed into its cells. Ajax replaces the tables, so
// everything is looked up when it happens; each request takes its values along, as it may have to wait for another.
(function () {
  var typing = null;

  function isCell(field) {
    return field.matches('.table-cells input');
  }

  /* What is being typed while an answer comes stays. */
  function restore() {
    var cell = typing && document.getElementById(typing.id);
    if (cell) {
      cell.value = typing.value;
    }
  }

  function send(form, button, values) {
    PrimeFaces.ab({ s: form + ':' + button, f: form, p: form, u: 'state preview', pa: values, onco: restore });
  }

  document.addEventListener('input', function (event) {
    if (isCell(event.target)) {
      typing = { id: event.target.id, value: event.target.value };
    }
  });

  document.addEventListener('change', function (event) {
    var field = event.target;
    if (isCell(field)) {
      typing = null;
      send('cell', 'correct', [
        { name: 'row', value: field.dataset.row },
        { name: 'column', value: field.dataset.column },
        { name: 'text', value: field.value }
      ]);
    } else if (field.form && field.form.dataset.preview) {
      send('columns', field.form.dataset.preview, []);
    }
  });
})();
