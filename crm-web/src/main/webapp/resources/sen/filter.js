/*
 * The filter builder: a tree of conditions as nested groups, read from the filter of the address and written back into
 * it. The fields, their operators and choices are asked for when it is first opened (filter.xhtml); before it leaves
 * for the list, the server says whether the filter can be run (filter-verdict.xhtml). A condition that can no longer be
 * read keeps its place and says so, so that a broken filter can be mended. With data-fills the form does not leave: what
 * was built goes into the input of that id, and its sentence where data-said names it.
 */
(function () {
  'use strict';

  const MAX_DEPTH = 5;
  const MAX_CONDITIONS = 50;
  const TEXTS = ['TEXT', 'KEY', 'EMAIL', 'PHONE'];
  const TIMES = ['DATE', 'DATETIME', 'BIRTHDAY'];

  const form = document.getElementById('filter-form');
  if (!form) {
    return;
  }
  const tree = document.getElementById('filter-tree');
  const problem = document.getElementById('filter-problem');
  const words = document.getElementById('filter-words').dataset;
  const pages = form.dataset.pages || '';
  let fields = null;
  let names = {};
  let number = 0;

  const make = (id) => document.getElementById('filter-' + id).content.firstElementChild.cloneNode(true);

  function element(tag, properties, ...children) {
    const { role, ariaLabel, ...others } = properties;
    const made = Object.assign(document.createElement(tag), others);
    Object.entries({ role, 'aria-label': ariaLabel }).filter(([, value]) => value).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  function select(options, value, label) {
    const made = element('select', { ariaLabel: label });
    options.forEach(([code, text]) => made.append(new Option(text, code)));
    if (value !== undefined && !options.some(([code]) => code === value)) {
      made.append(new Option(value, value));
    }
    made.value = value === undefined ? options[0][0] : value;
    return made;
  }

  async function ask(page, filter) {
    const address = new URL(pages + page, location.href);
    address.searchParams.set('filter', filter);
    const answer = await fetch(address, { redirect: 'error' });
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-answer]');
    return JSON.parse(found.dataset.answer);
  }

  /* ---- inputs of a value: each is an element with a function read() → value or values, null where it lacks one */

  function input(type, label, value, extra) {
    return element('input', { type, ariaLabel: label, value: value === undefined ? '' : value, ...extra });
  }

  function single(field, label, value) {
    if (TIMES.includes(field.type)) {
      const plain = value === undefined || /^\d{4}-\d{2}-\d{2}$/.test(value);
      return input(plain ? 'date' : 'text', label, value, { min: '1000-01-01', max: '9999-12-31' });
    }
    return field.type === 'NUMBER'
      ? input('text', label, value, { inputMode: 'decimal', maxLength: 30 })
      : input('text', label, value, { maxLength: 250, autocomplete: 'off' });
  }

  function one(field, label, value) {
    const box = single(field, label, value);
    return widget(() => read1(field, box) || null, box);
  }

  function read1(field, box) {
    const text = box.value.trim();
    return field.type === 'NUMBER' ? text.replace(',', '.') : text;
  }

  function two(field, label, values) {
    const boxes = [words.from, words.to].map((end, i) => single(field, label + ' ' + end, values[i]));
    const both = boxes.map((box, i) => element('label', { className: 'filter-end' }, [words.from, words.to][i], box));
    return widget(() => (boxes.every((box) => box.value.trim()) ? boxes.map((box) => read1(field, box)) : null), ...both);
  }

  function truth(label, value) {
    const box = select([['true', words.yes], ['false', words.no]], String(value === undefined ? true : value), label);
    return widget(() => box.value === 'true', box);
  }

  function choice(field, label, value) {
    const box = select([['', words.choose], ...field.choices], value, label);
    return widget(() => box.value || null, box);
  }

  function choices(field, label, values) {
    const known = [...field.choices, ...values.filter((v) => !field.choices.some(([code]) => code === v)).map((v) => [v, v])];
    const boxes = known.map(([code, text]) => {
      const box = input('checkbox', '', code, { checked: values.includes(code) });
      return element('label', {}, box, text);
    });
    const set = element('div', { role: 'group', ariaLabel: label, className: 'choices' }, ...boxes);
    return widget(() => {
      const chosen = [...set.querySelectorAll('input:checked')].map((box) => box.value);
      return chosen.length ? chosen : null;
    }, set);
  }

  /* Values one after another, typed or found by typing; search.js shows the hits and fills the box. */
  function tokens(field, label, values, most) {
    const id = 'filter-value-' + (number += 1);
    const chosen = new Map(values.map((value) => [value, nameOf(field, value)]));
    const list = element('div', { className: 'filter-tokens' });
    const box = input('text', label, '', { maxLength: 250, autocomplete: 'off', placeholder: field.found ? words.search : words.several });
    const set = element('div', { className: 'with-hits' }, box);
    const filled = element('span', { id: id + '-name', hidden: true });
    if (field.found) {
      Object.entries({ 'data-suggest': pages + 'filter-values.xhtml?field=' + encodeURIComponent(field.name), 'data-fills': filled.id,
        role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id }).forEach(([name, value]) => box.setAttribute(name, value));
      const hits = element('div', { id, className: 'hits', role: 'listbox', ariaLabel: label, hidden: true });
      set.append(filled, hits);
    } else if (most === 1) {
      box.placeholder = '';
    }
    const quick = field.choices.map(([code, text]) => {
      const button = element('button', { type: 'button', className: 'chip' }, text);
      button.addEventListener('click', () => { add(code, text); box.focus(); });
      return button;
    });

    function paint() {
      list.replaceChildren(...[...chosen].map(([value, text]) => {
        const token = make('token');
        token.firstElementChild.textContent = text;
        token.lastElementChild.setAttribute('aria-label', token.lastElementChild.getAttribute('aria-label') + ': ' + text);
        token.lastElementChild.addEventListener('click', () => { chosen.delete(value); paint(); box.focus(); });
        return token;
      }));
      list.hidden = chosen.size === 0;
    }

    function add(value, text) {
      if (most === 1) {
        chosen.clear();
      }
      chosen.set(value, text);
      paint();
    }

    function takeTyped() {
      box.value.split(/[;\n]/).map((text) => text.trim()).filter(Boolean).forEach((text) => add(text, text));
      box.value = '';
    }

    box.addEventListener('change', () => {
      if (field.found && filled.textContent) {
        add(box.value, filled.textContent);
        box.value = '';
        filled.textContent = '';
      } else if (!field.found) {
        takeTyped();
      }
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && box.value.trim() && !event.isComposing) {
        event.preventDefault();
        if (!field.found) {
          takeTyped();
        }
      } else if (event.key === 'Backspace' && !box.value && chosen.size) {
        chosen.delete([...chosen.keys()].pop());
        paint();
      }
    });
    paint();
    const made = widget(() => {
      if (!field.found) {
        takeTyped();
      } else if (box.value.trim()) {
        made.why = words.notChosen;
        return null;
      }
      made.why = words.missing;
      const all = [...chosen.keys()];
      return all.length ? (most === 1 ? all[0] : all) : null;
    }, list, set, ...quick);
    return made;
  }

  function nameOf(field, value) {
    const known = field.choices.find(([code]) => code === value);
    return known ? known[1] : (names[field.name] || {})[value] || value;
  }

  function period(label, value) {
    const parts = [...document.getElementById('filter-period').content.cloneNode(true).children];
    const [kind, amount, unit] = parts;
    const rolling = /^(P-?)(\d+)([DWMY])$/.exec(value || '');
    kind.value = rolling ? rolling[1] : value || '';
    if (rolling) {
      amount.value = rolling[2];
      unit.value = rolling[3];
    }
    const show = () => [amount, unit].forEach((part) => { part.hidden = !kind.value.startsWith('P'); });
    kind.addEventListener('change', show);
    show();
    return widget(() => {
      const isNumber = /^[1-9]\d*$/.test(amount.value.trim());
      return kind.value.startsWith('P') ? (isNumber ? kind.value + amount.value.trim() + unit.value : null) : kind.value || null;
    }, ...parts);
  }

  function widget(read, ...content) {
    return { read, content, why: words.missing };
  }

  function widgetFor(field, op, value) {
    const label = field.label + ' ' + field.ops.find(([code]) => code === op)[1];
    const many = op === 'in' || op === 'nin';
    const values = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
    if (op === 'empty' || op === 'notempty') {
      return widget(() => undefined);
    }
    if (op === 'within') {
      return period(label, value);
    }
    if (op === 'between') {
      return two(field, label, values);
    }
    if (field.type === 'BOOLEAN') {
      return truth(label, value);
    }
    const isListed = field.choices.length > 0 && !field.found;
    if (isListed) {
      return many ? choices(field, label, values) : choice(field, label, values[0]);
    }
    const isReference = !TEXTS.includes(field.type) && !TIMES.includes(field.type) && field.type !== 'NUMBER';
    return many || isReference ? tokens(field, label, values, many ? 1000 : 1) : one(field, label, values[0]);
  }

  /* ---- conditions and groups: elements with their state in a property of their own */

  const states = new WeakMap();

  function condition(json) {
    const row = make('condition');
    const [fieldBox, opBox] = row.querySelectorAll('select');
    const place = row.querySelector('.filter-value');
    const state = { kind: 'condition', json };
    states.set(row, state);
    fieldBox.append(...fieldOptions());

    function showOps(op) {
      const field = state.field;
      opBox.replaceChildren(...(field ? field.ops.map(([code, text]) => new Option(text, code)) : []));
      opBox.hidden = !field;
      if (field && field.ops.some(([code]) => code === op)) {
        opBox.value = op;
      }
    }

    function showValue(value) {
      state.widget = state.field ? widgetFor(state.field, opBox.value, value) : null;
      place.replaceChildren(...(state.widget ? state.widget.content : []));
      place.hidden = !place.childElementCount;
    }

    fieldBox.addEventListener('change', () => {
      state.field = fields.find((field) => field.name === fieldBox.value);
      state.json = null;
      tell(row, '');
      showOps();
      showValue();
    });
    opBox.addEventListener('change', () => {
      const value = state.widget.read();
      const kept = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
      const several = opBox.value === 'in' || opBox.value === 'nin';
      const same = opBox.value !== 'within' && !state.wasWithin;
      state.wasWithin = opBox.value === 'within';
      tell(row, '');
      showValue(same && kept.length ? (several || opBox.value === 'between' ? kept : kept[0]) : undefined);
    });

    state.field = json && fields.find((field) => field.name === json.field);
    const fits = state.field && state.field.ops.some(([code]) => code === json.op);
    fieldBox.value = state.field ? json.field : '';
    showOps(json && json.op);
    state.wasWithin = Boolean(json && json.op === 'within');
    showValue(fits ? json.value : undefined);
    if (json && !fits) {
      const said = typeof json.field === 'string' ? json.field : JSON.stringify(json).slice(0, 80);
      tell(row, (state.field ? words.unreadable : words.unknown).replace('{0}', said));
    }
    return row;
  }

  function fieldOptions() {
    return fields.map((field) => new Option(field.label, field.name));
  }

  function group(how, parts) {
    const set = make('group');
    states.set(set, { kind: 'group' });
    set.querySelector('[data-how]').value = how;
    set.querySelector('.filter-parts').append(...parts.map(part));
    return set;
  }

  function part(json) {
    const made = node(json);
    return made.matches('li') ? made : element('li', {}, made);
  }

  /* not(or) and not(and) are groups of their own words; any other not is a group with one part. */
  function node(json) {
    if (json && Array.isArray(json.and)) {
      return group('and', json.and);
    }
    if (json && Array.isArray(json.or)) {
      return group('or', json.or);
    }
    if (json && json.not) {
      return Array.isArray(json.not.and) && json.not.and.length > 1 ? group('nand', json.not.and)
        : Array.isArray(json.not.or) ? group('nor', json.not.or) : group('nor', [json.not]);
    }
    return condition(json);
  }

  function tell(row, text) {
    const message = row.querySelector('.filter-message');
    message.textContent = text;
    message.hidden = !text;
    row.classList.toggle('filter-wrong', Boolean(text));
  }

  function tellAll(text) {
    problem.textContent = text;
    problem.hidden = !text;
  }

  /* ---- written out: the JSON, and for each condition its path, under which the server may speak of it */

  function write(made, path, paths) {
    const state = states.get(made);
    if (state.kind === 'condition') {
      paths.set(path, made);
      return writeCondition(made, state);
    }
    const how = made.querySelector('[data-how]').value;
    const parts = [...made.querySelector('.filter-parts').children].map((item) => (states.has(item) ? item : item.firstElementChild));
    const alone = how === 'nor' && parts.length === 1;
    const inner = { nor: alone ? '/not' : '/not/or', nand: '/not/and', and: '/and', or: '/or' }[how];
    const written = parts.map((one, i) => write(one, path + inner + (alone ? '' : '/' + i), paths));
    return { and: { and: written }, or: { or: written }, nand: { not: { and: written } }, nor: { not: alone ? written[0] : { or: written } } }[how];
  }

  function writeCondition(row, state) {
    if (!state.field) {
      tell(row, state.json ? row.querySelector('.filter-message').textContent : words.noField);
      return null;
    }
    const op = row.querySelector('[data-op]').value;
    const value = state.widget.read();
    tell(row, value === null ? state.widget.why : '');
    return value === undefined ? { field: state.field.name, op } : { field: state.field.name, op, value };
  }

  function depth(json) {
    const parts = json.and || json.or || (json.not ? [json.not] : null);
    return parts ? 1 + Math.max(0, ...parts.map(depth)) : 0;
  }

  function focusOn(row) {
    row.scrollIntoView({ block: 'nearest' });
    const target = row.querySelector('.filter-value input:not([type=hidden]), .filter-value select') || row.querySelector('select');
    target.focus();
  }

  async function apply() {
    tellAll('');
    const root = tree.firstElementChild;
    const groups = [...tree.querySelectorAll('.filter-group')].filter((set) => set !== root);
    groups.filter((set) => !set.querySelector('.filter-condition')).forEach((set) => set.closest('li').remove());
    const rows = tree.querySelectorAll('.filter-condition');
    const paths = new Map();
    const json = write(root, '', paths);
    const wrong = tree.querySelector('.filter-wrong');
    if (wrong || rows.length > MAX_CONDITIONS) {
      tellAll(wrong ? '' : words.tooMany);
      (wrong ? () => focusOn(wrong) : () => problem.scrollIntoView())();
      return;
    }
    if (depth(json) > MAX_DEPTH) {
      tellAll(words.tooDeep);
      return;
    }
    const text = rows.length ? JSON.stringify(json) : '';
    try {
      const { problem: refused, sentence } = text ? await ask('filter-verdict.xhtml', text) : {};
      if (refused) {
        refuse(refused, paths);
        return;
      }
      if (form.dataset.fills) {
        fill(text, sentence);
        PF('filter').hide();
        return;
      }
    } catch (unreachable) {
      tellAll(words.failed);
      return;
    }
    form.elements.filter.value = text;
    form.elements.filter.disabled = !text;
    form.submit();
  }

  function fill(text, sentence) {
    document.getElementById(form.dataset.fills).value = text;
    const said = document.querySelector('[data-said="' + form.dataset.fills + '"]');
    said.textContent = sentence || said.dataset.none;
  }

  function refuse(refused, paths) {
    const at = [...paths.keys()].filter((path) => refused.path.startsWith(path)).sort((a, b) => b.length - a.length)[0];
    if (at === undefined) {
      tellAll(refused.text);
    } else {
      tell(paths.get(at), refused.text);
      focusOn(paths.get(at));
    }
  }

  /* ---- opening */

  function show(json) {
    const whole = json && (json.and || json.or) ? json : { and: json ? [json] : [] };
    tree.replaceChildren(node(whole));
    tree.firstElementChild.classList.add('filter-root');
    tree.removeAttribute('aria-busy');
  }

  function read(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch (unreadable) {
      tellAll(words.unreadable.replace('{0}', text.slice(0, 80)));
      return null;
    }
  }

  async function open(at) {
    const filled = form.dataset.fills ? document.getElementById(form.dataset.fills) : null;
    const text = filled ? filled.value : form.elements.filter.value;
    PF('filter').show();
    tellAll('');
    try {
      if (!fields || filled) {
        const described = await ask('filter.xhtml', text);
        fields = described.fields;
        names = described.names || {};
      }
      show(read(text));
    } catch (unreachable) {
      tellAll(words.failed);
      return;
    }
    const list = tree.querySelector('.filter-root > .filter-parts');
    if (at === undefined) {
      addTo(list, condition(null));
    } else {
      const chosen = tree.firstElementChild.querySelector('[data-how]').value === 'and' ? list.children[at] : list.firstElementChild;
      focusOn((chosen && (chosen.matches('.filter-condition') ? chosen : chosen.querySelector('.filter-condition'))) || tree);
    }
    PF('filter').initPosition();
  }

  function addTo(list, made) {
    const item = made.matches('li') ? made : element('li', {}, made);
    list.append(item);
    item.querySelector('select[data-field]').focus();
    item.scrollIntoView({ block: 'nearest' });
  }

  function level(set) {
    let depthOf = 0;
    for (let at = set; at; at = at.parentElement.closest('.filter-group')) {
      depthOf += 1;
    }
    return depthOf;
  }

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-filter-open]');
    if (opener) {
      open(opener.dataset.filterOpen === '' ? undefined : Number(opener.dataset.filterOpen));
    } else if (event.target.closest('[data-filter-none]')) {
      fill('', '');
    }
  });

  tree.addEventListener('click', (event) => {
    const add = event.target.closest('[data-add]');
    const drop = event.target.closest('[data-drop]');
    if (add) {
      const set = add.closest('.filter-group');
      const list = set.querySelector('.filter-parts');
      if (add.dataset.add === 'group' && level(set) >= MAX_DEPTH) {
        tellAll(words.tooDeep);
      } else {
        addTo(list, add.dataset.add === 'group' ? group('or', [null]) : condition(null));
      }
    } else if (drop) {
      const item = drop.closest('.filter-parts > li');
      const set = item.parentElement.closest('.filter-group');
      item.remove();
      set.querySelector(':scope > .filter-add [data-add]').focus();
    }
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
})();
