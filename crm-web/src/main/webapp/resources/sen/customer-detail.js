/*
 * The page of one customer: fields that open where they are clicked, a timeline that is read on, comments that name
 * colleagues. Ajax replaces parts of the page, so everything is looked up when it happens.
 */
(function () {
  'use strict';

  const $ = (selector, root) => (root || document).querySelector(selector);
  const editor = () => $('.fact-editor');

  /* --- one field in place */

  let typed = '';
  let next = null;
  let focus = null;

  function contents(root) {
    return [...root.querySelectorAll('input:not([type=hidden]), select, textarea')]
      .map((input) => (input.type === 'checkbox' || input.type === 'radio' ? input.checked : input.value)).join('\u0001');
  }

  function press(name) {
    const form = document.getElementById('edit');
    form.elements.open.value = name;
    focus = { editor: true, field: name };
    document.getElementById('open-field').click();
  }

  /* What was typed elsewhere is saved first; the next field opens once that went well. */
  function open(name) {
    if (editor() && contents(editor()) !== typed) {
      next = name;
      document.getElementById('save').click();
    } else {
      press(name);
    }
  }

  function isPlain(target) {
    return !target.closest('a, button, input, select, textarea, label') && String(getSelection()) === '';
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-edit-field]');
    const fact = event.target.closest('dd.fact');
    const inFact = fact && isPlain(event.target) && $('[data-edit-field]', fact);
    if (button || inFact) {
      open((button || inFact).dataset.editField);
    }
    const off = event.target.closest('[data-refocus]');
    focus = off ? { id: off.dataset.refocus } : focus;
  });

  document.addEventListener('keydown', (event) => {
    const here = event.target.closest && event.target.closest('.fact-editor');
    if (here && event.key === 'Escape' && !event.defaultPrevented) {
      document.getElementById('leave').click();
    } else if (here && event.key === 'Enter' && event.target.matches('select') && !event.defaultPrevented) {
      event.preventDefault();
      document.getElementById('save').click();
    } else if (here && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      document.getElementById('save').click();
    }
  });

  function focusEditor() {
    const wrong = $('.ui-state-error, [aria-invalid=true], .conflicts input', editor());
    const first = wrong || $('input:not([type=hidden]), select, textarea', editor());
    if (first && !editor().contains(document.activeElement)) {
      first.focus();
      if (first.select && first.type === 'text') {
        first.select();
      }
    }
  }

  function afterAnswer() {
    if (editor()) {
      if (focus && focus.editor) {
        typed = contents(editor());
        focus = { field: focus.field };
      }
      next = null;
      focusEditor();
      return;
    }
    if (next) {
      const name = next;
      next = null;
      press(name);
      return;
    }
    const lost = document.activeElement === document.body || !document.activeElement;
    const back = focus && (focus.id ? document.getElementById(focus.id) : $('[data-edit-field="' + focus.field + '"]'));
    if (back && lost) {
      back.focus({ preventScroll: true });
    }
    focus = null;
  }

  /* --- questions before what cannot be taken back */

  document.addEventListener('click', (event) => {
    const asks = event.target.closest('[data-confirm]');
    if (asks && !confirm(asks.dataset.confirm)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  /* --- timeline */

  async function fetchPart(address) {
    const answer = await fetch(address, { redirect: 'error' });
    const html = answer.ok ? await answer.text() : '';
    return new DOMParser().parseFromString(html, 'text/html').querySelector('[data-timeline]');
  }

  async function show(button) {
    const part = await fetchPart(button.dataset.show).catch(() => null);
    const place = $('#record-entries [data-timeline]');
    if (part && place) {
      place.replaceWith(part);
      document.querySelectorAll('[data-show]').forEach((other) => other.setAttribute('aria-pressed', other === button));
    }
  }

  async function more(link) {
    link.setAttribute('aria-busy', 'true');
    const part = await fetchPart(link.href).catch(() => null);
    if (!part) {
      link.removeAttribute('aria-busy');
      return;
    }
    const list = $('#record-entries [data-entries]');
    const added = [...part.querySelector('[data-entries]').children];
    list.append(...added);
    const further = $('[data-more]', part);
    link.remove();
    if (further) {
      list.after(further);
    }
    const stop = added.map((entry) => $('a, button', entry)).find(Boolean);
    (stop || further || list).focus();
  }

  document.addEventListener('click', (event) => {
    const sort = event.target.closest('[data-show]');
    const older = event.target.closest('[data-more]');
    if (sort) {
      show(sort);
    } else if (older) {
      event.preventDefault();
      more(older);
    }
  });

  /* --- comments */

  const talk = () => document.getElementById('talk');

  function write(id, version, text) {
    talk().elements.comment.value = id;
    talk().elements.commentVersion.value = version;
    const box = document.getElementById('text');
    box.value = text;
    $('[data-comment-leave]').hidden = id === '0';
    $('.talk-files').hidden = id !== '0';
    box.focus();
    box.scrollIntoView({ block: 'center' });
  }

  document.addEventListener('click', (event) => {
    const edit = event.target.closest('[data-comment-edit]');
    const off = event.target.closest('[data-comment-delete]');
    if (edit) {
      write(edit.dataset.commentEdit, edit.dataset.version, $('.comment-text', edit.closest('li')).textContent);
    } else if (off) {
      document.getElementById('comment-off').elements.comment.value = off.dataset.commentDelete;
      PF('commentDialog').show();
    } else if (event.target.closest('[data-comment-leave]')) {
      write('0', '0', '');
    }
  });

  document.addEventListener('change', (event) => {
    const input = event.target;
    if (input.matches('.talk input[type=file]')) {
      const large = [...input.files].some((file) => file.size > Number(input.dataset.maxBytes));
      $('[data-too-large]').hidden = !large;
      $('[data-chosen]').textContent = [...input.files].map((file) => file.name).join(', ');
      document.getElementById('send').disabled = large;
    }
  });

  /* Sent once, however often the button is pressed. */
  document.addEventListener('submit', (event) => {
    if (event.target.id === 'talk') {
      if (event.target.dataset.sent) {
        event.preventDefault();
      }
      event.target.dataset.sent = 'true';
    }
  });
  addEventListener('pageshow', () => {
    if (talk()) {
      delete talk().dataset.sent;
    }
  });

  /* --- @colleagues */

  let asked = 0;

  const hits = () => document.getElementById('mention-hits');
  const started = (box) => box.value.slice(0, box.selectionStart).match(/(?:^|[^\p{L}\p{N}._@-])@([\p{L}\p{N}._-]{1,40})$/u);

  function close() {
    asked += 1;
    if (hits()) {
      hits().hidden = true;
      hits().replaceChildren();
    }
  }

  async function suggest(box) {
    const mine = ++asked;
    const word = started(box);
    if (!word) {
      close();
      return;
    }
    // Until the answer is there: Enter must not take somebody whom the text does not name any more.
    show([...hits().children].filter((hit) => names(hit, word[1])));
    const answer = await fetch(box.dataset.mentions + '?q=' + encodeURIComponent(word[1]), { redirect: 'error' }).catch(() => null);
    if (!answer || !answer.ok || mine !== asked) {
      return;
    }
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-hits]');
    show(found ? [...found.children] : []);
  }

  function names(hit, word) {
    const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain(hit.textContent).includes(plain(word));
  }

  function show(found) {
    hits().replaceChildren(...found);
    hits().hidden = !found.length;
    choose(hits().firstElementChild);
  }

  function choose(hit) {
    [...hits().children].forEach((other) => other.setAttribute('aria-selected', other === hit));
    if (hit) {
      hit.scrollIntoView({ block: 'nearest' });
      document.getElementById('text').setAttribute('aria-activedescendant', hit.id);
    }
  }

  function take(hit) {
    const box = document.getElementById('text');
    const word = started(box);
    const from = box.selectionStart - word[1].length;
    box.setRangeText(hit.dataset.user + ' ', from, box.selectionStart, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    close();
    box.focus();
  }

  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-mentions]')) {
      suggest(event.target);
    }
  });

  document.addEventListener('keydown', (event) => {
    if (!event.target.matches('[data-mentions]')) {
      return;
    }
    const open = hits() && !hits().hidden;
    const at = open && hits().querySelector('[aria-selected=true]');
    if (open && event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (at && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(at);
    } else if (open && event.key === 'ArrowDown') {
      event.preventDefault();
      choose((at && at.nextElementSibling) || hits().firstElementChild);
    } else if (open && event.key === 'ArrowUp') {
      event.preventDefault();
      choose((at && at.previousElementSibling) || hits().lastElementChild);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      document.getElementById('send').click();
    }
  });

  document.addEventListener('click', (event) => {
    const hit = event.target.closest('#mention-hits [data-user]');
    if (hit) {
      event.preventDefault();
      take(hit);
    } else if (!event.target.closest('[data-mentions]')) {
      close();
    }
  });

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => {
      if (window.PF && PrimeFaces.widgets.commentDialog && document.activeElement.closest('#commentDialog')) {
        PF('commentDialog').hide();
      }
      afterAnswer();
    }));
  }
})();
