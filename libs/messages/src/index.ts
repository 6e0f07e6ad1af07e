export { MessageForgetting } from './message-forgetting.js';
export { sortOf } from './message-sorts.js';
export { MessagesModule } from './messages.module.js';
export { PublicMessages } from './public-messages.js';
