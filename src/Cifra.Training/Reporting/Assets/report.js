// What the page gains from script: a second press on a cell shows all errors again, Escape too, arrow keys walk the
// matrix, a screen reader is told what is shown, and the gallery can be sorted. The filter itself is style (#t4r9:target).
(function () {
  'use strict';

  const gallery = document.querySelector('.cards.errors');
  if (!gallery) {
    return;
  }

  const links = Array.from(document.querySelectorAll('a.cell, a.sum'));
  const status = document.createElement('p');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  gallery.before(status);

  function shown() {
    return location.hash && document.getElementById(location.hash.slice(1));
  }

  function filtered() {
    const target = shown();
    return Boolean(target) && target.classList.contains('part');
  }

  function showAll() {
    location.hash = '#errors';
  }

  function tell() {
    const target = shown();
    status.textContent = filtered() ? 'Shown: ' + target.querySelector('.name').textContent : '';
    for (const link of links) {
      if (link.getAttribute('href') === location.hash) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    if (filtered()) {
      target.focus({ preventScroll: true });
    }
  }

  // One stop of the Tab key for the whole matrix; arrows go to the next link on that side.
  function place(link) {
    const box = link.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  function neighbour(from, dx, dy) {
    const here = place(from);
    let best = null;
    let least = Infinity;
    for (const link of links) {
      const there = place(link);
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      const distance = along + 3 * aside;
      if (along > 2 && distance < least) {
        least = distance;
        best = link;
      }
    }
    return best;
  }

  function stopAt(link) {
    for (const other of links) {
      other.setAttribute('tabindex', other === link ? '0' : '-1');
    }
  }

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const link of links) {
    link.addEventListener('focus', function () {
      stopAt(link);
    });
    link.addEventListener('click', function (event) {
      if (link.getAttribute('href') === location.hash) {
        event.preventDefault();
        showAll();
      }
    });
    link.addEventListener('keydown', function (event) {
      const step = steps[event.key];
      const next = step && neighbour(link, step[0], step[1]);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    });
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && filtered()) {
      showAll();
    }
  });

  function sorter() {
    const worst = Array.from(gallery.children);
    const index = card => Number(card.dataset.index);
    const orders = {
      'worst first': () => worst,
      'by place in the set': () => worst.slice().sort((a, b) => index(a) - index(b)),
      'by true digit': () => worst.slice().sort((a, b) => (a.className > b.className) - (a.className < b.className))
    };
    const label = document.createElement('label');
    const select = document.createElement('select');
    for (const name of Object.keys(orders)) {
      select.add(new Option(name));
    }
    select.addEventListener('change', () => gallery.append(...orders[select.value]()));
    label.append('Order', select);
    const tools = document.createElement('p');
    tools.className = 'tools';
    tools.append(label);
    gallery.before(tools);
  }

  if (links.length > 0) {
    stopAt(links[0]);
  }
  if (gallery.children.length > 1) {
    sorter();
  }
  addEventListener('hashchange', tell);
  tell();
})();
