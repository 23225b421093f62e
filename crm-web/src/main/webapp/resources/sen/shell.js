/* What the frame of every page does in the browser. No inline handlers anywhere: the CSP forbids them. */
(function () {
  'use strict';

  const root = document.documentElement;
  const home = document.querySelector('.nav-brand');
  const path = home ? new URL(home.href).pathname.replace(/\/$/, '') || '/' : '/';

  function remember(name, value) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = name + '=' + value + '; Path=' + path + '; Max-Age=31536000; SameSite=Lax' + secure;
  }

  function toggleTheme(button) {
    const dark = root.dataset.theme !== 'dark';
    root.dataset.theme = dark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', dark);
    remember('theme', root.dataset.theme);
  }

  function foldNavigation(button) {
    const narrow = root.dataset.nav !== 'narrow';
    root.dataset.nav = narrow ? 'narrow' : 'wide';
    button.setAttribute('aria-expanded', !narrow);
    remember('nav', root.dataset.nav);
  }

  function openNavigation(open) {
    const button = document.querySelector('[data-nav-open]');
    if (!button || root.classList.contains('nav-is-open') === open) {
      return;
    }
    root.classList.toggle('nav-is-open', open);
    button.setAttribute('aria-expanded', open);
    document.querySelectorAll('.shell-page').forEach((page) => { page.inert = open; });
    (open ? document.querySelector('.nav a') : button).focus();
  }

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (menu !== except) {
        menu.open = false;
      }
    });
  }

  /* Arrow keys walk through an open menu, Esc closes it and gives the focus back. */
  function menuKey(event, menu) {
    const stops = [...menu.querySelectorAll('li a, li button')];
    const at = stops.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      menu.open = true;
      stops[(at + step + stops.length) % stops.length].focus();
      event.preventDefault();
    }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  document.addEventListener('click', (event) => {
    const on = (selector) => event.target.closest(selector);
    const menu = on('details.menu');
    closeMenus(menu);
    const theme = on('[data-theme-toggle]');
    const fold = on('[data-nav-fold]');
    const dialog = on('[data-dialog]');
    const leave = on('[data-dialog-close]');
    const problem = on('[data-problem]');
    if (theme) {
      toggleTheme(theme);
    } else if (fold) {
      foldNavigation(fold);
    } else if (on('[data-nav-open]')) {
      openNavigation(true);
    } else if (on('[data-nav-close]')) {
      openNavigation(false);
    } else if (dialog) {
      PF(dialog.dataset.dialog).show();
    } else if (leave) {
      PF(leave.closest('.ui-dialog').id.split(':').pop()).hide();
    } else if (problem) {
      event.preventDefault();
      focusField(problem.dataset.problem);
    }
  });

  document.addEventListener('keydown', (event) => {
    const menu = event.target.closest && event.target.closest('details.menu');
    if (menu) {
      menuKey(event, menu);
    }
    if (event.key === 'Escape') {
      openNavigation(false);
    }
    const search = document.getElementById('quick-search');
    if (event.key === '/' && search && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  document.addEventListener('focusin', (event) => closeMenus(event.target.closest('details.menu')));

  /* PrimeFaces puts the real input of a field inside, under the field's id with a suffix. */
  function inputOf(id) {
    return document.getElementById(id + '_focus') || document.querySelector('[id="' + id + '_label"][tabindex]') || document.getElementById(id + '_input') || document.getElementById(id);
  }

  function focusField(id) {
    const input = inputOf(id);
    if (input) {
      input.scrollIntoView({ block: 'center' });
      input.focus();
    }
  }

  /* An input says its hint and its problem to screen readers; server-side ids inside own tags are not known there. */
  function describe() {
    document.querySelectorAll('.row').forEach((row) => {
      const label = row.querySelector('label[for]');
      const input = label && document.getElementById(label.htmlFor);
      if (!input) {
        return;
      }
      const texts = [...row.querySelectorAll('.row-hint, .row-message')].filter((text) => text.textContent.trim());
      texts.forEach((text, i) => { text.id = text.id || input.id + '-text' + i; });
      if (texts.length) {
        input.setAttribute('aria-describedby', texts.map((text) => text.id).join(' '));
      } else {
        input.removeAttribute('aria-describedby');
      }
      if (label.querySelector('.ui-outputlabel-rfi')) {
        input.setAttribute('aria-required', 'true');
      }
    });
  }

  /* PrimeFaces calls a select by its value, and its list by nothing; the list is there from the first opening on. */
  function nameSelects() {
    document.querySelectorAll('.ui-selectonemenu-label').forEach((box) => {
      const label = document.querySelector('label[for="' + box.id + '"]');
      if (label) {
        box.setAttribute('aria-labelledby', label.id + ' ' + box.id);
        const list = document.getElementById(box.id.replace(/_label$/, '_items'));
        if (list) {
          list.setAttribute('aria-labelledby', label.id);
        }
      }
    });
  }

  /* After an answer with problems: to the first field that has one, else to what is said at the top. */
  function showProblems() {
    const first = document.querySelector('.notices .notice-bad');
    const link = first && first.querySelector('[data-problem]');
    if (link) {
      focusField(link.dataset.problem);
    } else if (first) {
      first.scrollIntoView({ block: 'center' });
    }
  }

  function sayFailed() {
    const notices = document.getElementById('notices');
    const template = document.getElementById('sen-failed');
    if (notices && template && !notices.querySelector('[data-failed]')) {
      notices.append(template.content.cloneNode(true));
      notices.lastElementChild.dataset.failed = '';
    }
  }

  /* On a phone a path begins at the step one is at, also one that an update brought. */
  function showSteps() {
    document.querySelectorAll('.steps:not([data-shown]) > .step-current').forEach((step) => {
      const path = step.parentElement;
      path.scrollLeft = step.offsetLeft - path.offsetLeft - 24;
      path.dataset.shown = '';
    });
  }

  function refresh() {
    describe();
    nameSelects();
    showSteps();
  }

  /* On a phone there is room for a word in the search box, until it is used. */
  const search = document.getElementById('quick-search');
  if (search && matchMedia('(max-width: 480px)').matches) {
    search.placeholder = search.dataset.short;
  }

  addEventListener('load', refresh);
  ['click', 'keyup'].forEach((type) => document.addEventListener(type, () => setTimeout(nameSelects, 100), true));
  showSteps();
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(refresh));
    window.jQuery(document).on('pfAjaxError', sayFailed);
    window.jQuery(document).on('pfAjaxSuccess', (event, xhr) => {
      if ((xhr.responseText || '').includes('notice-bad')) {
        setTimeout(showProblems);
      }
    });
  }
  if (document.activeElement === document.body) {
    showProblems();
  }
})();
