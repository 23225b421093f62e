// A file over the limit is refused before it is sent.
document.querySelectorAll('input[type=file][data-max-bytes]').forEach(function (input) {
  var warning = document.getElementById(input.getAttribute('aria-describedby'));
  var button = document.getElementById('form:upload');
  input.addEventListener('change', function () {
    var tooLarge = input.files.length > 0 && input.files[0].size > Number(input.dataset.maxBytes);
    warning.hidden = !tooLarge;
    button.disabled = tooLarge;
  });
});

// The preview follows what is chosen above it, and keeps what is typed into its cells. Ajax replaces the tables, so
// everything is looked up when it happens.
document.addEventListener('change', function (event) {
  var field = event.target;
  if (field.matches('.table-cells input')) {
    var form = document.getElementById('cell');
    form.elements.row.value = field.dataset.row;
    form.elements.column.value = field.dataset.column;
    form.elements.text.value = field.value;
    document.getElementById('cell:correct').click();
  } else if (field.form && field.form.dataset.preview) {
    document.getElementById(field.form.dataset.preview).click();
  }
});
