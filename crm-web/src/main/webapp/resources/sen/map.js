/*
 * The map of customers: asks for what its box shows whenever it has moved, draws points and clusters, and lists the same
 * beside it for keyboards and screen readers. Where it stands is in the address (#zoom/lat/lon).
 */
(function () {
  'use strict';

  const place = document.getElementById('map');
  if (!place || !window.L) {
    return;
  }
  const L = window.L;
  const list = document.getElementById('map-list');
  const count = document.getElementById('map-count');
  const none = document.getElementById('map-none');
  const number = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en' : 'vi');
  const listed = 100;
  const { plain, provinces } = window.senMap;
  const map = window.senMap.make(place);
  const drawn = L.layerGroup().addTo(map);

  function stand() {
    const at = /^#(\d+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash);
    if (at) {
      map.setView([Number(at[2]), Number(at[3])], Number(at[1]));
    } else {
      map.fitBounds(window.senMap.country);
    }
  }

  /* ---- the customers */

  function nearest(cluster) {
    let best = null;
    provinces.forEach(([name, lat, lon]) => {
      const away = (lat - cluster.lat) ** 2 + (lon - cluster.lon) ** 2;
      if (!best || away < best.away) {
        best = { name, away };
      }
    });
    return best.away < 4 ? best.name : null;
  }

  function clusterText(cluster) {
    const near = nearest(cluster);
    const text = near ? list.dataset.clusterNear.replace('{1}', near) : list.dataset.cluster;
    return text.replace('{0}', number.format(cluster.count));
  }

  function zoomTo(cluster) {
    map.setView([cluster.lat, cluster.lon], Math.min(map.getZoom() + 2, 19));
  }

  function short(value) {
    return value < 10000 ? number.format(value) : number.format(Math.round(value / 1000)) + 'k';
  }

  function drawCluster(cluster) {
    const size = 30 + Math.min(5, Math.floor(Math.log10(cluster.count))) * 6;
    const icon = L.divIcon({ className: 'map-cluster', html: plain(short(cluster.count)), iconSize: [size, size] });
    L.marker([cluster.lat, cluster.lon], { icon, keyboard: false, title: clusterText(cluster) }).on('click', () => zoomTo(cluster)).addTo(drawn);
  }

  function drawPoint(point) {
    L.marker([point.lat, point.lon], window.senMap.point(point.name + ' (' + point.code + ')'))
      .on('click', () => { location.href = place.dataset.detail + point.id; }).addTo(drawn);
  }

  function entry(element) {
    const item = document.createElement('li');
    item.append(element);
    list.append(item);
  }

  function listPoint(point) {
    const link = document.createElement('a');
    link.href = place.dataset.detail + point.id;
    link.textContent = point.name;
    const code = document.createElement('small');
    code.textContent = point.code;
    const both = document.createElement('div');
    both.append(link, ' ', code);
    entry(both);
  }

  function listCluster(cluster) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-zoom';
    button.textContent = clusterText(cluster);
    button.addEventListener('click', () => {
      zoomTo(cluster);
      document.getElementById('map-view-title').scrollIntoView({ block: 'nearest' });
    });
    entry(button);
  }

  function show(answer) {
    drawn.clearLayers();
    list.replaceChildren();
    answer.clusters.forEach(drawCluster);
    answer.points.forEach(drawPoint);
    const big = answer.clusters.slice().sort((one, other) => other.count - one.count).slice(0, listed);
    const single = answer.points.slice(0, listed);
    big.forEach(listCluster);
    single.forEach(listPoint);
    if (answer.clusters.length > big.length || answer.points.length > single.length) {
      entry(plain(list.dataset.more));
    }
    none.hidden = answer.total > 0;
    count.textContent = count.dataset.text.replace('{0}', number.format(answer.total));
    place.dataset.shown = answer.total;
  }

  let running = null;
  async function ask() {
    const box = map.getBounds();
    const address = new URL(place.dataset.source, location.href);
    address.searchParams.set('bbox', [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((degrees) => degrees.toFixed(6)).join(','));
    address.searchParams.set('zoom', map.getZoom());
    ['stage', 'q', 'filter'].filter((name) => place.dataset[name]).forEach((name) => address.searchParams.set(name, place.dataset[name]));
    if (running) {
      running.abort();
    }
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await fetch(address, { signal: mine.signal, redirect: 'error' });
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      show(await answer.json());
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        count.textContent = count.dataset.failed;
      }
    }
  }

  let timer = 0;
  map.on('moveend', () => {
    const middle = map.getCenter();
    history.replaceState(null, '', '#' + map.getZoom() + '/' + middle.lat.toFixed(5) + '/' + middle.lng.toFixed(5));
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  stand();
})();
