// The counts of the queue as they change. Without scripts the page shows those of when it was opened.
(() => {
  const changed = document.querySelector('[data-changed]');
  let line;
  const put = (element, words) => {
    if (!element || words === undefined || element.textContent === String(words)) return;
    element.textContent = words;
    changed.hidden = false;
  };
  const show = ({ counts, headline }) => {
    put(document.querySelector('h1'), headline);
    for (const element of document.querySelectorAll('[data-count]'))
      put(element, counts[element.dataset.count]);
  };
  // Only what is looked at asks: a browser holds few lines to one place.
  const follow = () => {
    if (document.hidden) {
      line?.close();
      line = undefined;
    } else if (!line) {
      const opened = new EventSource('/reviews/live');
      line = opened;
      opened.addEventListener('counts', ({ data }) => show(JSON.parse(data)));
      opened.addEventListener('over', () => opened.close());
    }
  };
  document.addEventListener('visibilitychange', follow);
  follow();
})();
