// The only script of the site: suggestions while a job is typed, and the score while hours are moved. Every page works whole without it. It
// keeps nothing, and every figure and title is the server's.
(() => {
  /** Asks after a pause, for the newest question alone: an older one is dropped, asked or not. */
  const asker = (pause) => {
    let timer;
    let running;
    return (address, show) => {
      clearTimeout(timer);
      running?.abort();
      if (!address) return;
      timer = setTimeout(async () => {
        running = new AbortController();
        const { signal } = running;
        try {
          const answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
          const found = answer.ok && (await answer.json());
          if (found && !signal.aborted) show(found);
        } catch {
          // Dropped, or no connection: the form does its work without us.
        }
      }, pause);
    };
  };

  const put = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const make = (name, attributes, ...inside) => {
    const element = put(document.createElement(name), attributes);
    element.append(...inside);
    return element;
  };

  /**
   * An editable combobox with a list (ARIA Authoring Practices, "list autocomplete with manual selection"). What a choice does stands in the
   * field's data-suggest: `open` goes to the report, `fill` writes the title, anything else is the id of a form to send it with.
   */
  const suggest = (input) => {
    const list = make('ul', {
      id: `${input.id}-suggestions`,
      class: 'suggestions',
      role: 'listbox',
      'aria-label': 'Job titles',
    });
    const said = make('p', { class: 'visually-hidden', role: 'status' });
    const ask = asker(150);
    let hits = [];
    let at = -1;
    list.hidden = true;
    // A searchbox may not be a combobox.
    input.type = 'text';
    put(input, {
      role: 'combobox',
      autocomplete: 'off',
      enterkeyhint: 'search',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    });
    input.after(list, said);

    const mark = (place) => {
      list.children[at]?.setAttribute('aria-selected', 'false');
      at = place;
      const option = list.children[at];
      if (!option) return input.removeAttribute('aria-activedescendant');
      put(option, { 'aria-selected': 'true' }).scrollIntoView({ block: 'nearest' });
      put(input, { 'aria-activedescendant': option.id });
    };
    const close = () => {
      ask();
      mark(-1);
      list.hidden = true;
      said.textContent = '';
      put(input, { 'aria-expanded': 'false' });
    };
    const choose = ({ slug, title }) => {
      const kind = input.dataset.suggest;
      input.value = title;
      close();
      if (kind === 'fill') return;
      if (kind === 'open') return location.assign(`/occupations/${slug}`);
      const form = document.getElementById(kind);
      // A page that shows hits already has no such form: there the title is searched for.
      if (!form) return input.form.requestSubmit();
      form.elements.q.value = title;
      form.elements.occupation.value = slug;
      form.requestSubmit();
    };
    const show = (found) => {
      if (document.activeElement !== input) return;
      close();
      hits = found.hits;
      list.replaceChildren(
        ...hits.map(({ title, also }, place) =>
          make(
            'li',
            { id: `${list.id}-${place}`, role: 'option', 'aria-selected': 'false' },
            title,
            ...(also ? [' ', make('span', { class: 'sub' }, `also: ${also}`)] : []),
          ),
        ),
      );
      said.textContent = found.words;
      if (hits.length === 0) return;
      list.hidden = false;
      put(input, { 'aria-expanded': 'true' });
    };
    const asked = () => {
      const words = input.value.trim();
      if (words.length < 2) return close();
      ask(`/occupations/suggestions?q=${encodeURIComponent(words)}`, show);
    };

    input.addEventListener('input', asked);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const { key } = event;
      const many = hits.length;
      if (list.hidden) return key === 'ArrowDown' && asked();
      if (key === 'ArrowDown') mark((at + 1) % many);
      else if (key === 'ArrowUp') mark((at <= 0 ? many : at) - 1);
      else if (key === 'Escape') close();
      else if (key === 'Enter' && at >= 0) choose(hits[at]);
      // The caret moves, or somebody types on: nothing is picked any more.
      else return key === 'Enter' ? close() : mark(-1);
      event.preventDefault();
    });
    // The field keeps the focus while the list is pressed.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const place = [...list.children].indexOf(target.closest('[role=option]'));
      if (place >= 0) choose(hits[place]);
    });
  };

  /** The hours of a move as a slider; each place asks the server what the form would have given. */
  const slide = (form) => {
    const { hours } = form.elements;
    const words = form.querySelector('output');
    const ask = asker(120);
    hours.type = 'range';
    form.querySelector('button').hidden = true;
    const say = () => put(hours, { 'aria-valuetext': `${hours.value} hours a week` });
    say();
    form.addEventListener('input', () => {
      say();
      ask(`/assessment/move?${new URLSearchParams(new FormData(form))}`, (move) => {
        hours.max = move.most;
        hours.value = move.hours;
        form.elements.to.value = move.to;
        words.textContent = move.words;
        say();
      });
    });
    form.addEventListener('submit', (event) => event.preventDefault());
  };

  const inputs = document.querySelectorAll('[data-suggest]');
  if (inputs.length > 0)
    document.head.append(make('link', { rel: 'stylesheet', href: document.currentScript.dataset.sheet }));
  for (const input of inputs) suggest(input);
  for (const form of document.querySelectorAll('form[data-move]')) slide(form);
})();
