// Passkeys need a script; without one the page works with codes. `data-passkey` on a button names where its options come from.
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const named = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  async function options(form, url) {
    const token = form.querySelector('[name=_csrf]').value;
    const answer = await fetch(url, { method: 'POST', headers: { 'x-csrf-token': token } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return await answer.json();
  }

  async function sign(given) {
    const challenge = bytes(given.challenge);
    const publicKey = { ...given, challenge, allowCredentials: named(given.allowCredentials) };
    const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
    return {
      id,
      rawId: text(rawId),
      type,
      clientExtensionResults: {},
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        ...(response.userHandle && { userHandle: text(response.userHandle) }),
      },
    };
  }

  async function make(given) {
    const publicKey = {
      ...given,
      challenge: bytes(given.challenge),
      user: { ...given.user, id: bytes(given.user.id) },
      excludeCredentials: named(given.excludeCredentials),
    };
    const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
    return {
      id,
      rawId: text(rawId),
      type,
      clientExtensionResults: {},
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
      },
    };
  }

  for (const button of window.PublicKeyCredential ? document.querySelectorAll('[data-passkey]') : []) {
    const form = button.form;
    const told = form.querySelector('[data-passkey-told]');
    button.closest('[data-passkey-part]').hidden = false;
    button.addEventListener('click', async () => {
      told.textContent = '';
      const missing = [...form.querySelectorAll('[data-passkey-needs]')].find((field) => !field.value.trim());
      if (missing) {
        told.textContent = missing.dataset.passkeyNeeds;
        missing.focus();
        return;
      }
      try {
        const given = await options(form, button.dataset.passkey);
        const answer = given.user ? await make(given) : await sign(given);
        form.querySelector('[name=passkey]').value = JSON.stringify(answer);
        form.submit();
      } catch {
        told.textContent = 'The passkey was not used. Try again, or use a code.';
      }
    });
  }
})();
