/*
 * Makes a chosen picture a square of some pixels before it is sent: what phones take has megabytes. Where a browser cannot,
 * it is sent as it is, and the server says when it is too large.
 */
(function () {
  'use strict';

  async function shrink(input, size) {
    const file = input.files[0];
    if (!file) {
      return;
    }
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    canvas.getContext('2d').drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, size, size);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    const files = new DataTransfer();
    files.items.add(new File([blob], 'picture.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
  }

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-shrink]')) {
      shrink(event.target, Number(event.target.dataset.shrink)).catch(() => { /* no picture: the server says so */ });
    }
  });
})();
