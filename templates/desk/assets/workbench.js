// The workbench by keyboard. Without scripts the same links and buttons do all of it; `data-key` on each says its key.
(() => {
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
