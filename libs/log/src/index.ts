export { AppLog, appLog, createLog, errorForLog, logModule } from './log.js';
