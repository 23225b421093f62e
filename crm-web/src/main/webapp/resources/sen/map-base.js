/*
 * What every map of the product has in common: the tiles that are configured, or without any the names of provinces and
 * a grid of degrees, so that no other server is asked for anything.
 */
(function () {
  'use strict';

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

  function plain(text) {
    const element = document.createElement('span');
    element.textContent = text;
    return element;
  }

  /* Names do not lie over each other: those that come first in the list go first. */
  function isFree(placed, at) {
    const free = placed.every((other) => Math.abs(other.x - at.x) > 84 || Math.abs(other.y - at.y) > 17);
    if (free) {
      placed.push(at);
    }
    return free;
  }

  function drawFrame(map, frame) {
    frame.clearLayers();
    const step = [10, 10, 10, 10, 5, 5, 2, 1, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002][map.getZoom()];
    const box = map.getBounds().pad(0.2);
    const line = (points) => window.L.polyline(points, { className: 'map-grid', weight: 1, interactive: false }).addTo(frame);
    for (let lat = Math.ceil(box.getSouth() / step) * step; lat <= box.getNorth(); lat += step) {
      line([[lat, box.getWest()], [lat, box.getEast()]]);
    }
    for (let lon = Math.ceil(box.getWest() / step) * step; lon <= box.getEast(); lon += step) {
      line([[box.getSouth(), lon], [box.getNorth(), lon]]);
    }
    const placed = [];
    provinces.filter(([, lat, lon]) => isFree(placed, map.latLngToLayerPoint([lat, lon]))).forEach(([name, lat, lon]) => {
      window.L.marker([lat, lon], { interactive: false, keyboard: false, zIndexOffset: -1000, icon: window.L.divIcon({ className: 'map-label', html: plain(name), iconSize: null }) }).addTo(frame);
    });
  }

  /* A map in an element that says where its tiles come from and what its buttons are called. */
  function make(place, options) {
    const L = window.L;
    const map = L.map(place, Object.assign({ zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 19, zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches }, options));
    L.control.zoom({ zoomInTitle: place.dataset.in, zoomOutTitle: place.dataset.out }).addTo(map);
    if (place.dataset.tiles) {
      L.tileLayer(place.dataset.tiles, { maxZoom: 19 }).addTo(map);
      if (place.dataset.attribution) {
        const credit = L.control({ position: 'bottomright' });
        credit.onAdd = () => Object.assign(plain(place.dataset.attribution), { className: 'map-credit' });
        credit.addTo(map);
      }
    } else {
      const frame = L.layerGroup().addTo(map);
      map.on('moveend', () => drawFrame(map, frame));
    }
    return map;
  }

  const country = [[8.3, 102.2], [23.4, 109.6]];
  const point = (title) => ({ icon: window.L.divIcon({ className: 'map-point', html: '', iconSize: [16, 16] }), keyboard: false, title });

  /* How near one looks at a single place: without tiles there is nothing to be seen beyond the provinces. */
  const near = (place) => (place.dataset.tiles ? 15 : 9);

  window.senMap = { make, plain, point, near, provinces, country };
})();
