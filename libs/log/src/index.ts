export { AppLog, appLog, createLog, logModule } from './log.js';
