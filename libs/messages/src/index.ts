export { sortOf } from './message-sorts.js';
export { PublicMessages } from './public-messages.js';
