/*
 * The map of customers: asks for what its box shows whenever it has moved, draws points and clusters, and lists the same
 * beside it for keyboards and screen readers. Where it stands is in the address (#zoom/lat/lon). Without tiles it shows
 * the names of provinces and a grid of degrees, and asks nobody else for anything.
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

  /* Where the name of each province stands. */
  const provinces = [
    ['Hà Nội', 21.03, 105.8], ['TP. Hồ Chí Minh', 10.75, 106.8], ['Đà Nẵng', 15.75, 107.95], ['Hoàng Sa', 16.5, 112.0], ['Trường Sa', 9.8, 114.0],
    ['Cao Bằng', 22.72, 106.1], ['Tuyên Quang', 22.4, 105.1], ['Điện Biên', 21.6, 103.0],
    ['Lai Châu', 22.3, 103.3], ['Sơn La', 21.2, 104.0], ['Lào Cai', 21.95, 104.4], ['Thái Nguyên', 22.0, 105.8],
    ['Lạng Sơn', 21.85, 106.6], ['Quảng Ninh', 21.25, 107.3], ['Bắc Ninh', 21.35, 106.4], ['Phú Thọ', 21.15, 105.15],
    ['Hải Phòng', 20.82, 106.6], ['Hưng Yên', 20.6, 106.3], ['Ninh Bình', 20.3, 105.95], ['Thanh Hoá', 20.0, 105.3],
    ['Nghệ An', 19.2, 104.8], ['Hà Tĩnh', 18.3, 105.7], ['Quảng Trị', 17.2, 106.5], ['Huế', 16.35, 107.5],
    ['Quảng Ngãi', 14.8, 108.3], ['Gia Lai', 13.85, 108.4], ['Đắk Lắk', 12.9, 108.5],
    ['Khánh Hoà', 12.1, 109.0], ['Lâm Đồng', 11.5, 108.1], ['Đồng Nai', 11.5, 107.0],
    ['Tây Ninh', 11.15, 106.15], ['Đồng Tháp', 10.45, 105.95], ['Vĩnh Long', 10.0, 106.25], ['An Giang', 10.2, 105.2],
    ['Cần Thơ', 9.75, 105.7], ['Cà Mau', 9.2, 105.2]
  ];

  const map = L.map(place, { zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 19, zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches });
  L.control.zoom({ zoomInTitle: place.dataset.in, zoomOutTitle: place.dataset.out }).addTo(map);
  const drawn = L.layerGroup().addTo(map);
  const frame = L.layerGroup().addTo(map);

  function plain(text) {
    const element = document.createElement('span');
    element.textContent = text;
    return element;
  }

  function stand() {
    const at = /^#(\d+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash);
    if (at) {
      map.setView([Number(at[2]), Number(at[3])], Number(at[1]));
    } else {
      map.fitBounds([[8.3, 102.2], [23.4, 109.6]]);
    }
  }

  /* ---- what stands behind the customers */

  /* Names do not lie over each other: those that come first in the list go first. */
  function isFree(placed, at) {
    const free = placed.every((other) => Math.abs(other.x - at.x) > 84 || Math.abs(other.y - at.y) > 17);
    if (free) {
      placed.push(at);
    }
    return free;
  }

  function drawFrame() {
    frame.clearLayers();
    const step = [10, 10, 10, 10, 5, 5, 2, 1, 1, 0.5, 0.25, 0.1][Math.min(map.getZoom(), 11)];
    const box = map.getBounds().pad(0.2);
    const line = (points) => L.polyline(points, { className: 'map-grid', weight: 1, interactive: false }).addTo(frame);
    for (let lat = Math.ceil(box.getSouth() / step) * step; lat <= box.getNorth(); lat += step) {
      line([[lat, box.getWest()], [lat, box.getEast()]]);
    }
    for (let lon = Math.ceil(box.getWest() / step) * step; lon <= box.getEast(); lon += step) {
      line([[box.getSouth(), lon], [box.getNorth(), lon]]);
    }
    const placed = [];
    provinces.filter(([, lat, lon]) => isFree(placed, map.latLngToLayerPoint([lat, lon]))).forEach(([name, lat, lon]) => {
      L.marker([lat, lon], { interactive: false, keyboard: false, zIndexOffset: -1000, icon: L.divIcon({ className: 'map-label', html: plain(name), iconSize: null }) }).addTo(frame);
    });
  }

  if (place.dataset.tiles) {
    L.tileLayer(place.dataset.tiles, { maxZoom: 19 }).addTo(map);
    if (place.dataset.attribution) {
      const credit = L.control({ position: 'bottomright' });
      credit.onAdd = () => Object.assign(plain(place.dataset.attribution), { className: 'map-credit' });
      credit.addTo(map);
    }
  } else {
    map.on('moveend', drawFrame);
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
    const icon = L.divIcon({ className: 'map-point', html: '', iconSize: [16, 16] });
    L.marker([point.lat, point.lon], { icon, keyboard: false, title: point.name + ' (' + point.code + ')' })
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
