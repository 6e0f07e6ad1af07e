/** Names are also fields of a form and places on a page. `__proto__` and the like cannot be one. */
export const NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]*$/;
