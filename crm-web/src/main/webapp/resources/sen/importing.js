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
