// The workbench by keyboard. Without scripts the same links and buttons do all of it; `data-key` on each says its key.
(() => {
  // A page as wide as the screen, for small print; it stays so from page to page. Without scripts its link opens the large picture.
  const zoom = document.querySelector('[data-zoom]');
  const paper = document.querySelector('img.paper');
  if (zoom && paper) {
    const words = { true: zoom.dataset.zoom, false: zoom.textContent };
    const beside = paper.sizes;
    const show = (large) => {
      document.documentElement.classList.toggle('large-paper', large);
      paper.sizes = large ? '100vw' : beside;
      zoom.textContent = words[large];
      sessionStorage.setItem('large-paper', large);
    };
    if (sessionStorage.getItem('large-paper') === 'true') show(true);
    zoom.addEventListener('click', (event) => {
      event.preventDefault();
      show(!document.documentElement.classList.contains('large-paper'));
      paper.scrollIntoView({ block: 'start' });
    });
  }
  const keys = document.querySelector('[data-keys]');
  document.addEventListener('keydown', (event) => {
    const at = event.target;
    // What is written is sent without leaving the field.
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && at instanceof HTMLTextAreaElement) {
      event.preventDefault();
      at.form?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (at instanceof HTMLElement && at.matches('input:not([type=checkbox]), textarea, select')) {
      if (event.key === 'Escape') {
        at.blur();
        // What was written stays in it; the room is for reading.
        at.closest('.decide-ways > details')?.removeAttribute('open');
      }
      return;
    }
    if (event.key === '?' && keys) {
      event.preventDefault();
      keys.open = !keys.open;
      if (keys.open) keys.querySelector('summary').focus();
      return;
    }
    const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!named) return;
    event.preventDefault();
    if (named.dataset.only === 'focus') {
      named.closest('details')?.setAttribute('open', '');
      named.focus();
    } else {
      named.click();
      // What has opened comes into sight.
      if (named.matches('summary')) {
        named.focus({ preventScroll: true });
        named.scrollIntoView({ block: 'center' });
      }
    }
  });
})();
