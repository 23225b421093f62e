/*
 * Who is to be in a group, and who no longer: gathered here, sent with the form, kept nowhere else. The picker's ticks
 * count only once "Chọn khách hàng" hands them over.
 */
(function () {
  'use strict';

  const pending = document.getElementById('pending');
  const form = document.getElementById('edit');
  if (!pending || !form) {
    return;
  }
  const added = new Map();
  const filters = new Map();
  const removed = new Set();
  const picks = new Map();

  function line(text, small, drop) {
    const item = document.createElement('li');
    const who = document.createElement('span');
    const code = document.createElement('small');
    const button = document.createElement('button');
    who.className = 'group-who';
    who.textContent = text + ' ';
    code.textContent = small;
    who.append(code);
    button.type = 'button';
    button.className = 'button button-quiet button-small';
    button.textContent = pending.dataset.drop;
    button.addEventListener('click', drop);
    item.append(who, button);
    return item;
  }

  function show() {
    form.elements.added.value = [...added.keys()].join(',');
    form.elements.addedFilters.value = filters.size ? JSON.stringify([...filters.keys()]) : '';
    form.elements.removed.value = [...removed].join(',');
    const list = pending.querySelector('ul');
    list.replaceChildren();
    filters.forEach((count, filter) => list.append(line(count, '', () => { filters.delete(filter); show(); })));
    added.forEach((who, id) => list.append(line(who.name, who.code, () => { added.delete(id); show(); })));
    pending.hidden = added.size + filters.size === 0;
    const none = document.getElementById('noPending');
    if (none) {
      none.hidden = !pending.hidden;
    }
    showMembers();
    showPicks();
  }

  function showMembers() {
    const members = document.getElementById('members');
    if (!members) {
      return;
    }
    members.querySelectorAll('[data-member]').forEach((item) => {
      const gone = removed.has(item.dataset.member);
      item.classList.toggle('gone', gone);
      item.querySelector('[data-member-drop]').textContent = gone ? members.dataset.keep : members.dataset.drop;
    });
  }

  function showPicks() {
    document.querySelectorAll('[data-pick]').forEach((box) => {
      box.checked = picks.has(box.dataset.pick) || added.has(box.dataset.pick);
      box.disabled = added.has(box.dataset.pick);
    });
    const take = document.querySelector('[data-pick-take]');
    take.textContent = take.dataset.label + (picks.size ? ' (' + picks.size + ')' : '');
  }

  function leave() {
    picks.clear();
    showPicks();
    PF('picker').hide();
  }

  document.addEventListener('change', (event) => {
    const box = event.target.closest('[data-pick]');
    if (box) {
      if (box.checked) {
        picks.set(box.dataset.pick, { name: box.dataset.name, code: box.dataset.code });
      } else {
        picks.delete(box.dataset.pick);
      }
      showPicks();
    }
  });

  document.addEventListener('click', (event) => {
    const drop = event.target.closest('[data-member-drop]');
    const whole = event.target.closest('[data-pick-all]');
    if (drop) {
      const id = drop.dataset.memberDrop;
      if (!removed.delete(id)) {
        removed.add(id);
      }
      show();
    } else if (whole) {
      filters.set(whole.dataset.pickAll, whole.dataset.count);
      leave();
      show();
    } else if (event.target.closest('[data-pick-take]')) {
      picks.forEach((who, id) => added.set(id, who));
      leave();
      show();
    } else if (event.target.closest('[data-pick-skip]')) {
      leave();
    }
  });

  /* "Mặc định" empties what was typed; Enter searches. */
  document.getElementById('pickReset').addEventListener('click', () => {
    ['pickCode', 'pickName', 'pickOwner', 'pickCategory'].forEach((name) => {
      document.getElementById('pick').elements[name].value = '';
    });
  }, true);
  document.getElementById('pick').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input[type=text]')) {
      event.preventDefault();
      document.getElementById('pickSearch').click();
    }
  });

  /* The file is sent with the form; the template is that of what it holds. */
  const file = document.getElementById('file');
  if (file) {
    const noFile = document.getElementById('noFile');
    const type = document.getElementById('importType');
    const template = document.getElementById('template');
    const showFile = () => { noFile.hidden = file.files.length === 0; };
    file.addEventListener('change', showFile);
    noFile.addEventListener('click', () => {
      file.value = '';
      file.dispatchEvent(new Event('change'));
      file.focus();
    });
    type.addEventListener('change', () => { template.href = template.dataset.template + type.value + '.xlsx'; });
    addEventListener('pageshow', showFile);
  }

  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => { showMembers(); showPicks(); }));
  }
  addEventListener('pageshow', show);
})();
