/*
 * Small maps: where a customer is, and in the form a click that places an address. Leaflet is fetched when the first of
 * them is shown, so that pages which show none do not carry it. Ajax may replace the elements, so they are looked up
 * when something happens.
 */
(function () {
  'use strict';

  let loading = null;

  function load(place) {
    loading = loading || new Promise((done, failed) => {
      const look = document.createElement('link');
      look.rel = 'stylesheet';
      look.href = place.dataset.leafletLook;
      const script = document.createElement('script');
      script.src = place.dataset.leaflet;
      script.onload = done;
      script.onerror = failed;
      document.head.append(look, script);
    });
    return loading;
  }

  /* ---- positions shown */

  function showPoints(place) {
    const points = JSON.parse(place.dataset.points);
    const map = window.senMap.make(place, { scrollWheelZoom: false });
    points.forEach((point) => window.L.marker([point.lat, point.lon], window.senMap.point(point.text)).addTo(map));
    map.fitBounds(points.map((point) => [point.lat, point.lon]), { maxZoom: window.senMap.near(place), padding: [24, 24] });
    place.dataset.shown = points.length;
  }

  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    load(entry.target).then(() => showPoints(entry.target), () => { entry.target.hidden = true; });
  }), { rootMargin: '200px' });

  function watch() {
    document.querySelectorAll('.map-small[data-points]:not([data-watched])').forEach((place) => {
      place.dataset.watched = '';
      seen.observe(place);
    });
  }

  /* ---- a position placed */

  const opened = new Set();
  const rowOf = (element) => element.closest('.list-row');
  const inputOf = (row, name) => row.querySelector('[data-' + name + ']');
  const degrees = (input, most) => {
    const value = Number(input.value.trim().replace(',', '.'));
    return input.value.trim() && Math.abs(value) <= most ? value : null;
  };

  function positionOf(row) {
    const lat = degrees(inputOf(row, 'lat'), 90);
    const lon = degrees(inputOf(row, 'lon'), 180);
    return lat === null || lon === null ? null : [lat, lon];
  }

  /* The province that is typed, for a first view; a name counts without its marks and what stands before it. */
  function provinceOf(row) {
    const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase().replace(/^(thanh pho|tp\.?|tinh)\s+/, '').trim();
    const typed = plain((row.querySelector('input[id$=":province"]') || { value: '' }).value);
    const found = typed && window.senMap.provinces.find(([name]) => plain(name) === typed);
    return found ? [found[1], found[2]] : null;
  }

  function put(row, at) {
    [['lat', at.lat], ['lon', at.lng]].forEach(([name, value]) => {
      const input = inputOf(row, name);
      input.value = value.toFixed(6);
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  function pick(row, place) {
    const map = window.senMap.make(place, { scrollWheelZoom: false });
    let marker = null;
    const mark = () => {
      const at = positionOf(row);
      if (marker) {
        marker.remove();
        marker = null;
      }
      if (at) {
        marker = window.L.marker(at, Object.assign(window.senMap.point(''), { draggable: true })).addTo(map);
        marker.on('dragend', () => put(row, marker.getLatLng()));
      }
      return at;
    };
    const at = mark();
    const province = provinceOf(row);
    if (at || province) {
      map.setView(at || province, at ? window.senMap.near(place) : 9);
    } else {
      map.fitBounds(window.senMap.country);
    }
    map.on('click', (event) => put(row, event.latlng.wrap()));
    row.addEventListener('change', (event) => {
      if (event.target.matches('[data-lat], [data-lon]')) {
        const now = mark();
        if (now && !map.getBounds().contains(now)) {
          map.setView(now, Math.max(map.getZoom(), window.senMap.near(place)));
        }
      }
    });
    place.dataset.shown = '';
  }

  function toggle(button, open) {
    const row = rowOf(button);
    const place = row.querySelector('.map-small');
    const told = row.querySelector('.map-told');
    button.setAttribute('aria-expanded', open);
    place.hidden = !open;
    told.hidden = !open;
    opened[open ? 'add' : 'delete'](inputOf(row, 'lat').id);
    if (open && !place.dataset.watched) {
      place.dataset.watched = '';
      load(place).then(() => pick(row, place), () => { place.hidden = true; });
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-map-open]');
    if (button) {
      toggle(button, button.getAttribute('aria-expanded') !== 'true');
    }
  });

  function reopen() {
    document.querySelectorAll('[data-map-open][aria-expanded=false]').forEach((button) => {
      if (opened.has(inputOf(rowOf(button), 'lat').id)) {
        toggle(button, true);
      }
    });
  }

  watch();
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => { watch(); reopen(); }));
  }
})();
